import fc from "fast-check";
import { addDays, intervalsOn, isOpen, localTime, nextChange, weekdayOf } from "./hours";
import { clockChanges, luxonTimeline, type OpenTimeline } from "./luxonHours.fixture";
import { knowledgeOf, oddZones, type WrittenHours, writtenHours } from "./writtenHours.fixture";

const filesPerZone = 8;
const instantsPerFile = 625;
const dayMs = 86_400_000;

/** Instants of two years: near changes of clocks, at the very milliseconds of openings and closings, and anywhere. */
function instants(seed: number, firstYear: number, clocks: readonly number[], line: OpenTimeline) {
  const [min, max] = [Date.UTC(firstYear, 0, 1), Date.UTC(firstYear + 2, 0, 1) - 1];
  const anywhere = fc.integer({ min, max });
  const changes = line.changes.filter((ms) => ms > min && ms < max);
  const beside = (points: readonly number[], mostMs: number) =>
    points.length === 0
      ? anywhere
      : fc
          .tuple(fc.constantFrom(...points), fc.integer({ min: -mostMs, max: mostMs }))
          .map(([point, afterMs]) => point + afterMs);
  const instant = fc.oneof(beside(clocks, 1.5 * dayMs), beside(changes, 1), anywhere);
  return fc.sample(instant, { seed, numRuns: instantsPerFile });
}

test(`${oddZones.length * filesPerZone * instantsPerFile} instants in ${oddZones.length} zones: not one where Luxon's reading is another`, () => {
  const differing: { written: WrittenHours; at: string }[] = [];
  let tried = 0;
  for (const [index, [zone, firstYear]] of oddZones.entries()) {
    const clocks = clockChanges(zone, firstYear);
    const dates = clocks.map((ms) => localTime(ms, zone).date);
    const files = fc.sample(writtenHours(zone, firstYear, dates), { seed: 4_000 + index, numRuns: filesPerZone });
    for (const [number, written] of files.entries()) {
      const knowledge = knowledgeOf(written);
      const line = luxonTimeline(written, `${firstYear - 1}-12-25`, `${firstYear + 2}-01-20`);
      const lastChangeMs = line.changes.at(-1) ?? 0;
      for (const atMs of instants(100 * index + number, firstYear, clocks, line)) {
        const change = nextChange(knowledge, atMs);
        const isSame =
          isOpen(knowledge, atMs) === line.isOpen(atMs) &&
          // Past the end of the line Luxon's side knows nothing.
          (change === line.nextChange(atMs) ||
            Math.min(change ?? Infinity, line.nextChange(atMs) ?? Infinity) >= lastChangeMs);
        if (!isSame) differing.push({ written, at: new Date(atMs).toISOString() });
        tried += 1;
      }
    }
  }
  expect(tried).toBe(100_000);
  expect(differing).toEqual([]);
});

test("every zone that changes its clocks is tried at all its changes of two years", () => {
  const found = Object.fromEntries(oddZones.map(([zone, year]) => [zone, clockChanges(zone, year).length]));
  expect(found).toMatchObject({
    "America/New_York": 4,
    "Australia/Lord_Howe": 4,
    "Antarctica/Troll": 4,
    "Africa/Cairo": 4,
    "Pacific/Apia": 5,
    "Asia/Kolkata": 0,
  });
});

test("the openings of every date are Luxon's, one by one", () => {
  for (const [index, [zone, firstYear]] of oddZones.entries()) {
    const dates = clockChanges(zone, firstYear).map((ms) => localTime(ms, zone).date);
    const [written] = fc.sample(writtenHours(zone, firstYear, dates), { seed: 9_000 + index, numRuns: 1 });
    if (written === undefined) throw new Error("nothing sampled");
    const knowledge = knowledgeOf(written);
    for (let date = `${firstYear}-01-01`; date < `${firstYear + 2}`; date = addDays(date, 1)) {
      const text = written.holidays[date] ?? written.hours[weekdayOf(date)] ?? "closed";
      // Each by itself, as if the business had no other.
      const alone = text.split(", ").map((part) => {
        const only = { timezone: zone, hours: {}, holidays: { [date]: part } };
        return luxonTimeline(only, date, date).changes;
      });
      const ours = intervalsOn(knowledge, date).map(({ startMs, endMs }) => [startMs, endMs]);
      expect([zone, date, ours]).toEqual([zone, date, alone.filter((changes) => changes.length > 0)]);
    }
  }
});
