import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { connectHours } from "../../components/routing/connectHours";
import { localTime } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { clockChanges } from "../../functions/shared/luxonHours.fixture";
import { knowledgeOf, oddZones, writtenHours } from "../../functions/shared/writtenHours.fixture";
import { differenceText, type YearReport, yearOracle } from "./yearOracle";

const dayMs = 86_400_000;
const mostProcessorMs = 20_000;

const textsOf = (rows: YearReport["differences"], knowledge: Knowledge) =>
  rows.map((row) => differenceText(row, knowledge.business.timezone));

describe("the businesses of this project, from November 2026 for a year", () => {
  const started = process.cpuUsage();

  test.each([
    ["cedar-and-main", 806],
    ["canal-street-garage", 1198],
  ])(
    "%s: 525,600 minutes, and all who say open or closed at %i changes and every hour: no difference",
    async (name, changes) => {
      const file = path.join(__dirname, "../../knowledge", `${name}.yaml`);
      const knowledge = parseKnowledge(readFileSync(file, "utf8"), file);
      const report = await yearOracle(knowledge, Date.UTC(2026, 10, 1), Date.UTC(2027, 10, 1));
      expect(textsOf([...report.differences, ...report.believed], knowledge)).toEqual([]);
      expect(report).toMatchObject({ minutes: 525_600, changes, notUnderstood: 0 });
      expect(report.moments).toBeGreaterThan(8_760 + changes);
    },
  );

  test("both take less than 20 seconds of one processor", () => {
    const { user, system } = process.cpuUsage(started);
    expect((user + system) / 1000).toBeLessThan(mostProcessorMs);
  });
});

const bar = knowledgeOf({
  timezone: "America/New_York",
  hours: { saturday: "22:00-02:30", sunday: "01:15-01:45, 12:00-18:00" },
  holidays: { "2026-12-26": "closed" },
});

test("minutes that differ are listed with date, local time and what each says", async () => {
  const stale = connectHours({ ...bar, holidays: {} });
  const report = await yearOracle(bar, Date.UTC(2026, 11, 26), Date.UTC(2026, 11, 28), stale);
  const says =
    "open says Connect's own hours, flow without screening; closed says hours engine, flow, facts in the prompt, answer to a caller";
  expect(textsOf(report.differences, bar)).toEqual([
    `2026-12-26 22:00 saturday (2026-12-27T03:00Z), 195 minutes: ${says}`,
    `2026-12-27 01:45 sunday (2026-12-27T06:45Z), 45 minutes: ${says}`,
  ]);
  expect(report.believed).toEqual([]);
});

test("beside a change of clocks Connect and spoken words are believed to follow the clock on the wall", async () => {
  const bakery = knowledgeOf({
    timezone: "America/New_York",
    hours: { sunday: "01:15-01:45, 02:30-06:00" },
    holidays: {},
  });
  const around = async (fromMs: number) => {
    const { differences, believed } = await yearOracle(bakery, fromMs, fromMs + 2 * dayMs);
    expect(differences).toEqual([]);
    return textsOf(believed, bakery);
  };
  const onTheWall = "Connect's own hours, flow without screening, facts in the prompt, answer to a caller";
  // 02:30 does not come and opens at 03:30; 03:00 does.
  expect(await around(Date.UTC(2027, 2, 14))).toEqual([
    `2027-03-14 03:00 sunday (2027-03-14T07:00Z), 30 minutes: open says ${onTheWall}; closed says hours engine, flow`,
  ]);
  // 01:15 comes twice and is meant once.
  expect(await around(Date.UTC(2026, 10, 1))).toEqual([
    `2026-11-01 01:15 sunday (2026-11-01T06:15Z), 30 minutes: open says ${onTheWall}; closed says hours engine, flow`,
  ]);
});

test("random hours in four languages and 20 zones, around changes of clocks: no other difference", async () => {
  const languages = ["en-US", "de-DE", "fr-FR", "es-ES"];
  const differences: string[] = [];
  let moments = 0;
  for (const [index, [zone, firstYear]] of oddZones.entries()) {
    const changes = clockChanges(zone, firstYear);
    const aroundMs = changes[index % Math.max(1, changes.length)] ?? Date.UTC(firstYear, 5, 1);
    const dates = [localTime(aroundMs, zone).date];
    const [written] = fc.sample(writtenHours(zone, firstYear, dates), { seed: 70 + index, numRuns: 1 });
    if (written === undefined) throw new Error("nothing sampled");
    const knowledge = knowledgeOf(written, languages[index % languages.length]);
    const fromMs = Math.floor(aroundMs / dayMs - 4) * dayMs;
    const report = await yearOracle(knowledge, fromMs, fromMs + 9 * dayMs);
    moments += report.moments;
    for (const text of textsOf(report.differences, knowledge)) differences.push(`${JSON.stringify(written)} ${text}`);
  }
  expect(differences).toEqual([]);
  expect(moments).toBeGreaterThan(5_000);
});
