import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unreviewed } from "../components/routing/reviewedRouting";
import { routingPage, routingPageFile } from "../components/routing/routingPage";
import { publicLine } from "./business";
import { runCommand } from "./commandLine";
import { routingCommand } from "./routing";
import { readStack, stackNames } from "./stack";

const root = path.resolve(__dirname, "..");
const shop = `business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: "09:00-12:30, 13:30-17:00", friday: 22:00-02:00, sunday: 01:30-03:30 }
holidays: { "2026-12-25": 23:00-01:00, "2025-01-01": closed }
people: [{ id: desk, name: the desk, number: "+15035550101" }]
callers: { vip: ["+15551230007"], blocked: ["+15551230013", "+15551230014"], perDay: 5 }
`;
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "routing-"));
  mkdirSync(path.join(folder, "knowledge"));
  writeFileSync(path.join(folder, "Pulumi.yaml"), readFileSync(path.join(root, "Pulumi.yaml")));
  writeFileSync(
    path.join(folder, "Pulumi.shop-prod.yaml"),
    'config: { "voice-agent:customer": shop, "voice-agent:stage": prod }',
  );
  business(shop);
});
afterEach(() => rmSync(folder, { recursive: true }));

function business(text: string): void {
  writeFileSync(path.join(folder, "knowledge", "shop.yaml"), text);
}

async function table(args: readonly string[], nowMs = Date.parse("2026-11-28T20:00:00Z")) {
  const end = { status: -1, out: "", err: "" };
  const place = { rootDir: folder, now: () => nowMs };
  await runCommand("routing", (program, run) => routingCommand(program, run, undefined, place), {
    args: ["table", ...args],
    out: (words) => {
      end.out += words;
    },
    err: (words) => {
      end.err += words;
    },
    end: (status) => {
      end.status = status;
    },
  });
  return end;
}

const page = () => readFileSync(path.join(folder, "Routing.shop-prod.md"), "utf8");

async function written(text: string): Promise<readonly string[]> {
  business(text);
  expect(await table(["--stack", "shop-prod", "--write"])).toMatchObject({ status: 0, err: "" });
  return page().split("\n");
}

test("a week, every holiday and who reaches whom, under one another", async () => {
  const { status, out, err } = await table(["--stack", "shop-prod"]);
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(out).toBe(`Shop, on the clock of America/Los_Angeles

                anyone: agent (else voicemail)  VIP                      blocked
Monday          09:00–12:30, 13:30–17:00        the desk (+15035550101)  turned away
Tuesday         closed                          the desk (+15035550101)  turned away
Wednesday       closed                          the desk (+15035550101)  turned away
Thursday        closed                          the desk (+15035550101)  turned away
Friday          22:00–Sat 02:00                 the desk (+15035550101)  turned away
Saturday        closed                          the desk (+15035550101)  turned away
Sunday          01:30–03:30                     the desk (+15035550101)  turned away

Holidays, in place of what begins on that day
Wed 2025-01-01  closed                          the desk (+15035550101)  turned away
Fri 2026-12-25  23:00–Sat 01:00                 the desk (+15035550101)  turned away

           0     3     6     9     12    15    18    21
Monday     ··················███████··███████··············
Tuesday    ················································
Wednesday  ················································
Thursday   ················································
Friday     ············································████▶
Saturday   ················································
Sunday     ···████·········································

                                            while open               while closed
anyone                                      agent                    voicemail
a VIP (1 number)                            the desk (+15035550101)  the desk (+15035550101)
a blocked number (2 numbers)                turned away              turned away
a number that called 5 times that day       turned away              turned away
who asks the agent for a person             the desk (+15035550101)  –
anyone, where the agent fails               the desk (+15035550101)  –
anyone, where screening fails               the desk (+15035550101)  voicemail
anyone, where Connect's hours fail too      the desk (+15035550101)  the desk (+15035550101)
who is passed to a person and not answered  voicemail                voicemail

Changes of the clock in the year to come
Sun 2027-03-14  clocks forward by 1 h: Sun 01:30–03:30 lasts 1 h instead of 2 h
Sun 2027-11-07  clocks back by 1 h: Sun 01:30–03:30 lasts 3 h instead of 2 h
`);
});

test("as a document each day has its routes from midnight to midnight, what began the evening before included", async () => {
  const { out } = await table(["--stack", "shop-prod", "--json"]);
  const { stack, week, holidays, written } = JSON.parse(out);
  expect({ stack, written }).toEqual({ stack: "shop-prod", written: null });
  expect(week[5]).toEqual({
    day: "saturday",
    anyone: [
      { from: "00:00", to: "02:00", route: "ai" },
      { from: "02:00", to: "24:00", route: "voicemail" },
    ],
    vip: "the desk (+15035550101)",
    blocked: "turned away",
  });
  expect(holidays[1]).toMatchObject({
    date: "2026-12-25",
    anyone: [
      { from: "00:00", to: "23:00", route: "voicemail" },
      { from: "23:00", to: "24:00", route: "ai" },
    ],
  });
});

test("the page is the same whenever and how often it is written", async () => {
  const first = (await written(shop)).join("\n");
  await table(["--stack", "shop-prod", "--write"], Date.parse("2031-03-01T00:00:00Z"));
  expect(page()).toBe(first);
});

test("the page has no number of a caller, and no person's whole", async () => {
  await written(shop);
  for (const number of ["15551230007", "15551230013", "15551230014", "15035550101"])
    expect(page()).not.toContain(number);
});

test.each([
  ["an hour", "13:30-17:00", "13:30-17:30"],
  ["an end past midnight", "22:00-02:00", "22:00-02:30"],
  ["a holiday that goes", ', "2025-01-01": closed', ""],
  ["a VIP in place of another", "+15551230007", "+15551230008"],
  ["a limit", "perDay: 5", "perDay: 6"],
])("%s changes one line of the page", async (_, from, to) => {
  const before = await written(shop);
  const after = await written(shop.replace(from, to));
  const gone = before.filter((line) => !after.includes(line));
  const added = after.filter((line) => !before.includes(line));
  expect(Math.max(gone.length, added.length)).toBe(1);
});

test("a change of one opening hour reads in one line", async () => {
  const before = await written(shop);
  const after = await written(shop.replace("13:30-17:00", "13:30-18:30"));
  expect(after.filter((line) => !before.includes(line))).toEqual([
    "Mon            ··················███████··██████████···········  09:00–12:30, 13:30–18:30",
  ]);
});

test("another number of a person is seen, though none is shown", async () => {
  const before = await written(shop);
  const after = await written(shop.replace("+15035550101", "+15035551101"));
  expect(after.some((line) => line.startsWith("| a VIP") && !before.includes(line))).toBe(true);
});

test("a page is of a stack, and a knowledge file is of none", async () => {
  const file = path.join(folder, "knowledge", "shop.yaml");
  for (const args of [
    ["--knowledge", file, "--write"],
    ["--knowledge", file, "--stack", "shop-prod"],
    ["--stack", "nowhere", "--write"],
  ]) {
    const { status, out, err } = await table(args);
    expect({ status, out, lines: err.split("\n").length }).toEqual({ status: 2, out: "", lines: 2 });
  }
  expect(existsSync(path.join(folder, "Routing.nowhere.md"))).toBe(false);
});

/** A stack that was promoted runs what was promoted: its own program holds that against its page. */
const unpinned = stackNames(root).filter((stack) => readStack(stack, root).settings.pin === null);

test.each(unpinned)("the routing of %s is the reviewed one", (stack) => {
  const file = path.join(root, routingPageFile(stack));
  const reviewed = existsSync(file) ? readFileSync(file, "utf8") : null;
  expect(unreviewed(routingPage(publicLine(stack, root), stack), reviewed, stack)).toEqual([]);
});
