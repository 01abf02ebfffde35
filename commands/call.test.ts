import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CallReport } from "../simulator/report";
import { callCommand } from "./call";
import { runCommand } from "./commandLine";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "call-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const shop = `
business: { name: Harbour Bakery, timezone: Europe/London, phone: "+442079460100" }
hours: { monday: 08:00-18:00, tuesday: 08:00-18:00 }
services:
  - { id: cake, name: Birthday cake, price: £40, minutes: 30 }
people: [{ id: desk, name: the counter, number: "+442079460101" }]
callers: { perDay: 2 }
say: { greeting: "AI of {name}. Say person for a person.", readBack: "{service}?", booked: Booked. }
`;
const monday = 'at: 2026-11-23T10:00:00Z\nfrom: "+447700900001"\nknowledge: shop.yaml\n';
const price = `${monday}
caller:
  - says: What is a cake?
  - hangsUp: true
brain:
  - { tool: answer_from_knowledge, input: { facts: [service.cake], sure: true, reply: A birthday cake is £40. } }
`;
const booking = `${monday}
caller:
  - says: Cake at ten for Dana.
  - says: "Yes."
  - hangsUp: true
brain:
  - { tool: book_appointment, input: { service: cake, start: 2026-11-24T10:00, name: Dana, change: new, confirmed: false, reply: "" } }
  - { tool: book_appointment, input: { service: cake, start: 2026-11-24T10:00, name: Dana, change: new, confirmed: true, reply: "" } }
`;
/** The same wish of somebody else. */
const byEve = booking.replaceAll("Dana", "Eve").replace("+447700900001", "+447700900002");

/** Runs the command in the folder of the test; arguments that name its files are made paths. */
async function run(files: Readonly<Record<string, string>>, ...args: string[]) {
  for (const [name, text] of Object.entries({ "shop.yaml": shop, ...files })) writeFileSync(join(folder, name), text);
  const end = { status: -1, out: "", err: "" };
  const isOurs = (arg: string) => arg.endsWith(".yaml") || arg === "out";
  await runCommand("call", callCommand, {
    args: args.map((arg) => (isOurs(arg) ? join(folder, arg) : arg)),
    out: (text) => {
      end.out += text;
    },
    err: (text) => {
      end.err += text.replaceAll(`${folder}/`, "");
    },
    end: (status) => {
      end.status = status;
    },
  });
  const lines = end.out.split("\n").filter((line) => line !== "");
  return { ...end, lines, reports: () => lines.map((line) => JSON.parse(line) as CallReport) };
}

describe.each(["flow", "duplex"])("on the %s line", (line) => {
  test("a question is answered, and the report says what was on the wire", async () => {
    const { status, err, reports } = await run({ "a.yaml": price }, "--json", "--line", line, "a.yaml");
    expect([status, err]).toEqual([0, ""]);
    const [report] = reports();
    expect(report).toMatchObject({
      route: "ai",
      outcome: "answered",
      startedAt: "2026-11-23T10:00:00.000Z",
      files: null,
    });
    expect(report?.turns).toMatchObject([
      {
        index: 1,
        caller: "What is a cake?",
        tool: "answer_from_knowledge",
        facts: ["service.cake"],
        said: "A birthday cake is £40.",
        heard: "A birthday cake is £40.",
        interrupted: false,
        blocked: null,
      },
    ]);
    const question = report?.callerAudio[0];
    const answer = report?.agentAudio.filter(({ text }) => text.endsWith("£40."))[0];
    const total = report?.turns[0]?.latencyMs?.total ?? 0;
    expect(question?.text).toBe("What is a cake?");
    const firstOfReply = report?.agentAudio.find(({ startMs, text }) => text.startsWith("A birthday") && startMs > 0);
    expect((firstOfReply?.startMs ?? 0) - (question?.endMs ?? 0)).toBe(total);
    expect(report?.durationMs).toBe(answer?.endMs);
  });

  test("the same seed gives the same bytes, whatever is played beside it", async () => {
    const files = { "a.yaml": price, "b.yaml": booking };
    const alone = await run(files, "--json", "--line", line, "--seed", "7", "a.yaml");
    const beside = await run(files, "--json", "--line", line, "--seed", "7", "b.yaml", "a.yaml");
    expect(beside.lines[1]).toBe(alone.lines[0]);
    const other = await run(files, "--json", "--line", line, "--seed", "8", "a.yaml");
    expect(other.reports()[0]?.contactId).not.toBe(alone.reports()[0]?.contactId);
  });
});

test("calls of one command share bookings and the calls a day of a number", async () => {
  const files = { "b.yaml": booking, "eve.yaml": byEve };
  const { reports } = await run(files, "--json", "b.yaml", "eve.yaml", "b.yaml", "b.yaml");
  const [first, second, third, fourth] = reports();
  expect(first?.booking).toMatchObject({ service: "cake", start: "2026-11-24T10:00", name: "Dana" });
  expect([second?.booking, second?.outcome]).toEqual([null, expect.not.stringMatching("booked")]);
  // Who asks for what they have is told that they have it.
  expect(third?.booking).toMatchObject({ key: first?.booking?.key, confirmation: "heard" });
  expect(fourth).toMatchObject({ route: "blocked", outcome: "blocked" });
});

test("two businesses of one command share neither chairs nor calls a day, and bookings.json tells them apart", async () => {
  const other = shop.replace("+442079460100", "+442079460200");
  const elsewhere = booking.replace("shop.yaml", "other.yaml");
  const files = { "b.yaml": booking, "eve.yaml": byEve, "other.yaml": other, "o.yaml": elsewhere };
  const { reports } = await run(files, "--json", "--out", "out", "b.yaml", "eve.yaml", "o.yaml");
  expect(reports().map(({ route, outcome }) => [route, outcome])).toEqual([
    ["ai", "booked"],
    ["ai", expect.not.stringMatching("booked")],
    ["ai", "booked"],
  ]);
  expect(JSON.parse(readFileSync(join(folder, "out", "bookings.json"), "utf8"))).toMatchObject([
    { business: "+442079460100", service: "cake" },
    { business: "+442079460200", service: "cake" },
  ]);
}, 60_000);

test("what was not expected is exit 1, with a line for each", async () => {
  const hopeful = `${price}expect: { outcome: booked, route: ai, turns: [{ tool: /^book/ }] }\n`;
  const { status, err, reports } = await run({ "a.yaml": hopeful }, "--json", "a.yaml");
  expect(status).toBe(1);
  expect(err).toBe(
    'a.yaml: outcome is "answered", expected "booked"\n' +
      'a.yaml: turns[0].tool is "answer_from_knowledge", expected "/^book/"\n',
  );
  expect(reports()).toHaveLength(1);
});

test("what was expected is exit 0", async () => {
  const { status, out } = await run({ "a.yaml": `${price}expect: { outcome: answered }\n` }, "a.yaml");
  expect(status).toBe(0);
  expect(out).toContain("as expected");
  expect(out).toContain("agent   A birthday cake is £40.");
});

test("one bad file among many: nothing is played, nothing is written, and every fault is named", async () => {
  const files = { "a.yaml": price, "b.yaml": price.replace("hangsUp: true", "hangsUp: maybe"), "c.yaml": "at: 1" };
  const { status, out, err } = await run(files, "--out", "out", "a.yaml", "b.yaml", "c.yaml", "none.yaml");
  expect([status, out]).toEqual([2, ""]);
  expect(
    err
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split(":")[0]),
  ).toEqual(["b.yaml", "c.yaml", "c.yaml", "c.yaml", "none.yaml"]);
  expect(existsSync(join(folder, "out"))).toBe(false);
});

test.each([
  [["a.yaml", "--line", "telepathy"], "telepathy"],
  [["a.yaml", "--seed", "many"], "many"],
  [["a.yaml", "--wire", "--line", "duplex"], "duplex"],
  [["a.yaml", "--loud"], "--loud"],
  [[], "files"],
  [["a.yaml", "--knowledge", "none.yaml"], "none.yaml"],
  [["a.yaml", "--out", "a.yaml"], "--out"],
  [["a.yaml", "--out", "/proc/calls/of/today"], "/proc/calls/of/today"],
  [["a.yaml", "--out", "/proc"], "/proc"],
])("%j is wrong use: exit 2 and one line", async (args, named) => {
  const { status, out, err } = await run({ "a.yaml": price }, ...args);
  expect([status, out]).toEqual([2, ""]);
  expect(err.trim().split("\n")).toHaveLength(1);
  expect(err).toContain(named);
});

test("--knowledge takes the place of the business that the call names", async () => {
  const other = shop.replace("Harbour Bakery", "Bread & Co");
  const { reports } = await run(
    { "a.yaml": price, "other.yaml": other },
    "--json",
    "a.yaml",
    "--knowledge",
    "other.yaml",
  );
  expect(reports()[0]?.agentAudio[0]?.text).toContain("Bread & Co");
});

test("--out keeps recording, transcript, page and bookings, and the report names them", async () => {
  const { reports } = await run({ "b.yaml": booking }, "--json", "--out", "out", "b.yaml");
  const out = join(folder, "out");
  expect(reports()[0]?.files).toEqual({
    recording: join(out, "b.wav"),
    transcript: join(out, "b.json"),
    page: join(out, "b.html"),
  });
  expect(readdirSync(out).sort()).toEqual([
    "b.html",
    "b.json",
    "b.wav",
    "bookings",
    "bookings.json",
    "calls",
    "messages.json",
  ]);
  expect(JSON.parse(readFileSync(join(out, "messages.json"), "utf8"))).toMatchObject(
    expect.arrayContaining([{ to: "owner", subject: expect.stringMatching(/^Booked: /), text: expect.any(String) }]),
  );
  expect(JSON.parse(readFileSync(join(out, "bookings.json"), "utf8"))).toMatchObject([
    { service: "cake", start: "2026-11-24T10:00", name: "Dana", number: "+447700900001" },
  ]);
  expect(JSON.parse(readFileSync(join(out, "b.json"), "utf8")).lines[0]).toMatchObject({ who: "agent", cut: false });
  expect(readFileSync(join(out, "b.html"), "utf8")).toContain("Cake at ten for [name].");
}, 60_000);

test("who hangs up with their last word has all of their message told to the owner", async () => {
  const closed = price.replace("2026-11-23T10", "2026-11-22T10").replace("What is a cake?", "Please call me back.");
  await run({ "v.yaml": closed }, "--json", "--out", "out", "v.yaml");
  expect(JSON.parse(readFileSync(join(folder, "out", "messages.json"), "utf8"))).toMatchObject(
    expect.arrayContaining([
      { to: "owner", subject: expect.any(String), text: expect.stringMatching(/^Please call me back\.\n/) },
    ]),
  );
}, 60_000);

test("on a bad day of AWS the caller waits longer", async () => {
  const total = async (column: string) =>
    (await run({ "a.yaml": price }, "--json", "--column", column, "a.yaml")).reports()[0]?.turns[0]?.latencyMs?.total;
  expect((await total("worst")) ?? 0).toBeGreaterThan(((await total("best")) ?? 0) + 200);
});
