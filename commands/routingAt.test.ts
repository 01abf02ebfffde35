import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./commandLine";
import { routingCommand } from "./routing";

const shop = `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30, friday: 22:00-02:00 }
holidays: { "2026-11-30": closed }
people: [{ id: desk, name: the desk, number: "+15035550101" }]
callers: { vip: ["+15551230007"], blocked: ["+15551230013"] }
`;
let file = "";
beforeAll(() => {
  file = join(mkdtempSync(join(tmpdir(), "routing-")), "shop.yaml");
  writeFileSync(file, shop);
});
afterAll(() => rmSync(join(file, ".."), { recursive: true }));

async function at(args: readonly string[], input = "") {
  const end = { status: -1, out: "", err: "" };
  await runCommand("routing", (program, run) => routingCommand(program, run, async () => input), {
    args: ["at", ...args],
    out: (words) => {
      end.out += words;
    },
    err: (words) => {
      end.err += words.replaceAll(file, "FILE");
    },
    end: (status) => {
      end.status = status;
    },
  });
  return end;
}

const answers = async (args: readonly string[], input = "") =>
  (await at(["--json", "--knowledge", file, ...args], input)).out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("each time is answered in its order, as it was written, with route and reason", async () => {
  const times = [
    "2026-11-23T09:00-08:00",
    "2026-11-23T17:29:59.999-08:00",
    "2026-11-24T01:30Z",
    "2026-11-28T09:59:59Z",
  ];
  expect(await answers(times)).toEqual([
    { at: times[0], route: "ai", reason: "open until 17:30" },
    { at: times[1], route: "ai", reason: "open until 17:30" },
    { at: times[2], route: "voicemail", reason: "closed; opens Friday 27 November 22:00" },
    { at: times[3], route: "ai", reason: "open until 02:00" },
  ]);
});

test.each([
  ["+15551230007", "human"],
  ["+15551230013", "blocked"],
  ["+15551230001", "voicemail"],
  ["anonymous", "voicemail"],
])("a call of %s at night goes to %s", async (from, route) => {
  expect(await answers(["--from", from, "2026-11-23T23:00-08:00"])).toMatchObject([{ route }]);
});

test("times come from standard input where none is given, empty lines left out", async () => {
  const input = "2026-11-23T10:00-08:00\r\n\n  2026-11-30T10:00-08:00\n";
  expect(await answers([], input)).toMatchObject([
    { at: "2026-11-23T10:00-08:00", route: "ai" },
    { at: "2026-11-30T10:00-08:00", route: "voicemail" },
  ]);
  expect(await at(["--json", "--knowledge", file], "")).toEqual({ status: 0, out: "", err: "" });
});

test("without --json the same documents stand under one another", async () => {
  const { out } = await at(["--knowledge", file, "2026-11-23T10:00-08:00", "2026-11-24T07:00Z"]);
  expect(out).toBe(
    '{ "at": "2026-11-23T10:00-08:00", "route": "ai",        "reason": "open until 17:30" }\n' +
      '{ "at": "2026-11-24T07:00Z",      "route": "voicemail", "reason": "closed; opens Friday 27 November 22:00" }\n',
  );
});

test("a VIP of a business with nobody to call is told where the flow takes them", async () => {
  writeFileSync(`${file}.alone.yaml`, shop.replace(/^people.*$/m, ""));
  const { out } = await at([
    "--json",
    "--knowledge",
    `${file}.alone.yaml`,
    "--from",
    "+15551230007",
    "2026-11-23T10:00Z",
  ]);
  expect(JSON.parse(out)).toMatchObject({
    route: "human",
    reason: "a VIP number, at any hour; from there to voicemail",
  });
});

test("everything that is wrong is said at once, one line each, and nothing is answered", async () => {
  const args = ["--from", "555", "--knowledge", `${file}.none`, "2026-11-23T10:00-08:00", "2026-11-23T10:00", "noon"];
  expect(await at(args)).toEqual({
    status: 2,
    out: "",
    err: [
      'routing at: --from is "555". Write a number as +15551230001, or anonymous.',
      'routing at: TIME is "2026-11-23T10:00". Write a time with its offset or Z, such as 2026-11-23T10:00-08:00.',
      'routing at: TIME is "noon". Write a time with its offset or Z, such as 2026-11-23T10:00-08:00.',
      "FILE.none: there is no such file. Name one that exists.",
      "",
    ].join("\n"),
  });
  const { err, status } = await at(["--knowledge", file], "2026-11-23T10:00Z\nnoon\n");
  expect({ err, status }).toMatchObject({
    err: expect.stringMatching(/^routing at: line 2 of standard input is "noon"/),
  });
});

test("a stack is asked where one is named, and dev where nothing is", async () => {
  const time = "2026-11-26T12:00-08:00";
  const [dev, named] = [await at(["--json", time]), await at(["--json", "--stack", "dev", time])];
  expect(dev).toEqual(named);
  expect(JSON.parse(dev.out)).toMatchObject({ route: "voicemail", reason: expect.stringContaining("holiday") });
  expect(await at(["--stack", "nowhere", time])).toMatchObject({ status: 2, out: "" });
});
