import fc from "fast-check";
import { addDays, isOpen, localTime, toInstantMs, weekdayOf } from "../../functions/shared/hours";
import { type Knowledge, type Opening, weekdays } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { DifferingDate } from "./datesOfTimes";
import { datesOfTimes } from "./datesOfTimes";
import { differingTimes } from "./differingTimes";
import { type RecurringDifference, recurringDates } from "./recurringDates";

const fromMs = Date.parse("2026-11-20T12:00:00Z");
const shop = parseKnowledge(
  'business: { name: Shop, timezone: America/Los_Angeles, phone: "+15035550100" }\nhours: {}',
  "shop.yaml",
);

const opening = fc.record({ start: fc.integer({ min: 0, max: 47 }), length: fc.integer({ min: 1, max: 40 }) }).map(
  ({ start, length }): Opening => ({
    startMinute: start * 30,
    endMinute: (start + length) * 30 <= 1440 ? (start + length) * 30 : ((start + length) * 30) % 1440,
  }),
);
const openings = fc.array(opening, { maxLength: 2 });
const holidays = fc.dictionary(
  fc.integer({ min: -20, max: 500 }).map((days) => addDays("2026-11-20", days)),
  openings,
  { maxKeys: 6 },
);
const business = fc
  .record({
    timezone: fc.constantFrom("America/Los_Angeles", "Europe/Dublin", "Australia/Lord_Howe", "Asia/Kolkata"),
    hours: fc.record(Object.fromEntries(weekdays.map((day) => [day, openings]))),
    holidays,
  })
  .map(
    ({ timezone, hours, holidays }): Knowledge => ({
      ...shop,
      business: { ...shop.business, timezone },
      hours: hours as unknown as Knowledge["hours"],
      holidays,
    }),
  );

/** Two businesses that differ a little, in one day's hours or a holiday, or altogether. */
const pair = fc.tuple(business, business, fc.constantFrom("all", "day", "holidays")).map(([before, other, what]) => {
  if (what === "all") return [before, other] as const;
  const after =
    what === "day"
      ? { ...before, hours: { ...before.hours, friday: other.hours.friday } }
      : { ...before, holidays: other.holidays };
  return [before, after] as const;
});

const word = (knowledge: Knowledge) => (atMs: number) => (isOpen(knowledge, atMs) ? "agent" : "voicemail");

/** What is told, read back: whether it says of a date that all of these stretches differ so. */
function says(
  told: RecurringDifference,
  each: DifferingDate,
  isExcused: (date: string) => boolean,
): "yes" | "no" | "unless" {
  const isSame =
    JSON.stringify([told.stretches, told.before, told.after]) ===
    JSON.stringify([each.stretches, each.before, each.after]);
  if (!isSame || each.date < told.from || (told.until !== null && each.date > told.until)) return "no";
  if (told.weekdays === null) return "yes";
  if (!told.weekdays.includes(weekdayOf(each.date)) || told.except.includes(each.date)) return "no";
  return isExcused(each.date) ? "unless" : "yes";
}

test("what is told is what differs, date by date, but for holidays' own places in a week", () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const { timezone } = after.business;
      const { times, lastDate, isAlways } = differingTimes(
        before,
        after,
        { before: word(before), after: word(after) },
        fromMs,
      );
      if (isAlways) return;
      const dates = datesOfTimes(times, timezone);
      const all = new Set([before, after].flatMap((each) => Object.keys(each.holidays)));
      const isExcused = (date: string) => [-1, 0, 1].some((days) => all.has(addDays(date, days)));
      const told = recurringDates(dates, { lastDate, isExcused });
      // All that differs is told.
      for (const each of dates) expect(told.some((one) => says(one, each, isExcused) !== "no")).toBe(true);
      // All that is told differs.
      const known = new Set(
        dates.map(({ date, stretches, before, after }) => JSON.stringify([date, stretches, before, after])),
      );
      const today = localTime(fromMs, timezone).date;
      for (const one of told) {
        for (let date = one.from; date <= (one.until ?? lastDate); date = addDays(date, 1)) {
          const each = { ...one, date };
          if (date < today || says(one, each, isExcused) !== "yes") continue;
          expect(known).toContain(JSON.stringify([date, one.stretches, one.before, one.after]));
        }
      }
    }),
    { seed: 4, numRuns: 60 },
  );
});

test("what differs is what the engine says at every half hour of the year", () => {
  fc.assert(
    fc.property(pair, ([before, after]) => {
      const { times } = differingTimes(before, after, { before: word(before), after: word(after) }, fromMs);
      const endMs = toInstantMs(addDays("2026-11-20", 370), 0, "UTC");
      let index = 0;
      for (let atMs = fromMs; atMs < endMs; atMs += 30 * 60_000) {
        while ((times[index]?.endMs ?? Number.POSITIVE_INFINITY) <= atMs) index += 1;
        const differs = (times[index]?.startMs ?? Number.POSITIVE_INFINITY) <= atMs;
        if (differs !== (isOpen(before, atMs) !== isOpen(after, atMs))) throw new Error(new Date(atMs).toISOString());
      }
    }),
    { seed: 5, numRuns: 25 },
  );
});
