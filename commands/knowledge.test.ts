import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runCommand } from "./commandLine";
import { knowledgeCommand } from "./knowledge";

const good = `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
services: [{ id: cut, name: Cut, price: $35, until: 2026-11-23 }]
people: [{ id: desk, name: the desk, number: "+15035550101" }]
`;
/** Still 23 November in Los Angeles. */
const nowMs = Date.parse("2026-11-24T07:00:00Z");
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "knowledge-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function ended(text: string | null, ...args: string[]) {
  const file = join(folder, "shop.yaml");
  if (text !== null) writeFileSync(file, text);
  const end = { status: -1, out: "", err: "" };
  await runCommand("knowledge", (program, run) => knowledgeCommand(program, run, () => nowMs), {
    args: args.map((arg) => (arg === "FILE" ? file : arg)),
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

test("a good file checks with 0 and says whether the prompt is cached", async () => {
  const { status, out, err } = await ended(good, "check", "FILE", "--json");
  expect([status, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual({
    errors: [],
    warnings: [],
    caching: { active: false, tokens: expect.any(Number), minimum: 4096 },
  });
});

test("a file as long as a real one is cached", async () => {
  const faqs = Array.from(
    { length: 80 },
    (_, index) => `  - { id: q${index}, question: "${"Why? ".repeat(20)}", answer: "${"So. ".repeat(30)}" }`,
  );
  const { out } = await ended(`${good}faqs:\n${faqs.join("\n")}`, "check", "FILE", "--json");
  expect(JSON.parse(out).caching).toMatchObject({ active: true });
});

test("a bad file is 2, with a line for each error beside the JSON", async () => {
  const { status, out, err } = await ended(
    good.replace("09:00-17:30", "9-5").replace("+15035550100", "5035550100"),
    "check",
    "FILE",
    "--json",
  );
  expect(status).toBe(2);
  expect(JSON.parse(out)).toMatchObject({
    errors: [{ key: "business.phone" }, { key: "hours.monday", value: "9-5" }],
    warnings: [],
    caching: null,
  });
  expect(err.trim().split("\n")).toEqual([
    expect.stringMatching(/^FILE: business\.phone is "5035550100"\. Write /),
    expect.stringMatching(/^FILE: hours\.monday is "9-5"\. Write /),
  ]);
});

test("holidays that Connect's own hours have no room for are a warning", async () => {
  const mondays = Array.from({ length: 52 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10),
  );
  const holidays = mondays.map((date) => `"${date}": closed`).join(", ");
  const { status, out } = await ended(`${good}holidays: { ${holidays} }`, "check", "FILE", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out).warnings).toMatchObject([
    { key: "holidays", value: "46 dates from 2026-01-05 to 2026-11-16" },
    { key: "holidays", value: "2 dates from 2026-01-05 to 2026-01-12" },
  ]);
});

test.each([
  ["a holiday that is past", 'holidays: { "2026-11-22": closed }', "holidays.2026-11-22"],
  ["the business's own day is not past", 'holidays: { "2026-11-23": closed }', null],
  ["an opening that the clocks leave out", 'holidays: { "2027-03-14": 02:30-03:15 }', "holidays.2027-03-14"],
  ["a question that is past", "faqs: [{ id: a, question: Q?, answer: A., until: 2026-11-22 }]", "faqs[0].until"],
  ["an answer with another price", "faqs: [{ id: a, question: Cut?, answer: A cut is $40. }]", "faqs[0].answer"],
  ["an answer with other hours", "faqs: [{ id: a, question: Sunday?, answer: We open on Sundays. }]", "faqs[0].answer"],
])("%s is warned of", async (_, more, key) => {
  const { status, out } = await ended(`${good}${more}\n`, "check", "FILE", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out).warnings).toEqual(key === null ? [] : [expect.objectContaining({ key })]);
});

test("warnings are said, and are no errors", async () => {
  const { status, out, err } = await ended(good.replace(/people.*\n/, ""), "check", "FILE");
  expect([status, err]).toEqual([0, "warning: FILE: people is missing. Callers who want a person reach voicemail.\n"]);
  expect(out).toContain("no errors, 1 warning\n");
});

test("facts are those of the business's own day", async () => {
  const { status, out } = await ended(good, "facts", "FILE", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(out)).toContainEqual({ id: "service.cut", text: "Cut: $35." });
  expect((await ended(good, "facts", "FILE")).out).toMatch(/^hours\.monday +Monday: 9 am to 5:30 pm\.$/m);
});

test("facts of a bad file, and a file that is missing, are 2", async () => {
  expect(await ended("hours: {}", "facts", "FILE")).toEqual({
    status: 2,
    out: "",
    err: "FILE: business is missing. Write name, timezone and phone of the business.\n",
  });
  expect(await ended(null, "check", "nowhere.yaml", "--json")).toEqual({
    status: 2,
    out: "",
    err: "nowhere.yaml: there is no such file. Name one that exists.\n",
  });
});

test("questions that nobody could answer are listed from the calls that were kept, ready to be answered", async () => {
  const store = join(folder, "store");
  const kept = (id: string, caller: string) => {
    const place = join(store, "calls/2026/11/23", id);
    mkdirSync(place, { recursive: true });
    const blocked = { clause: "Yes.", why: "the model was not sure" };
    const turns = [{ index: 1, caller, tool: "answer_from_knowledge", facts: [], blocked }];
    const call = { contactId: id, business: "Shop", to: "+15035550100", startedAt: "2026-11-23T18:00:00.000Z", turns };
    writeFileSync(join(place, "record.json"), JSON.stringify({ ...call, transfer: null }));
  };
  expect((await ended(null, "gaps", "--store", folder)).out).toBe("No question is waiting for an answer.\n");
  kept("c-1", "Do you sharpen scissors?");
  kept("c-2", "Can you sharpen my scissors?");
  const { status, out } = await ended(null, "gaps", "--store", store);
  expect([status, out.split("\n")]).toEqual([
    0,
    [
      "# Shop: 1 question that nobody could answer. Write the answers, and put them into its knowledge file.",
      "faqs:",
      expect.stringMatching(/^ {2}# asked 2 times, last on 2026-11-23 \(c-[12], c-[12]\); also: Can you sharpen/),
      '  - { id: sharpen-scissors, question: "Do you sharpen scissors?", answer: }',
      "",
    ],
  ]);
  const json = JSON.parse((await ended(null, "gaps", "--store", store, "--json")).out);
  expect(json).toMatchObject([{ business: "Shop", groups: [{ question: "Do you sharpen scissors?", times: 2 }] }]);
  expect((await ended(null, "gaps", "--store", "nowhere")).status).toBe(2);
});
