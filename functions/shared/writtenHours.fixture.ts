import fc from "fast-check";
import { DateTime } from "luxon";
import { type Knowledge, weekdays } from "./knowledge";
import { parseKnowledge } from "./knowledgeFile";

/** Opening hours as a knowledge file has them, before anybody has read them. */
export interface WrittenHours {
  readonly timezone: string;
  /** By weekday, `09:00-12:30, 13:30-19:00` or `closed`; a day left out is closed. */
  readonly hours: Readonly<Record<string, string>>;
  /** By ISO date. */
  readonly holidays: Readonly<Record<string, string>>;
}

/** The knowledge file of a business with these hours, read as every file is. `language` as BCP 47. */
export function knowledgeOf({ timezone, hours, holidays }: WrittenHours, language = "en-US"): Knowledge {
  const business = { name: "The Shop", timezone, language, phone: "+15035550100" };
  return parseKnowledge(JSON.stringify({ business, hours, holidays }), "shop.yaml");
}

/** Zones that do something odd with their clocks, each with the first of the two years in which they are tried. */
export const oddZones: readonly (readonly [zone: string, firstYear: number])[] = [
  ["America/New_York", 2026],
  ["America/St_Johns", 2026],
  ["America/Havana", 2026],
  ["America/Santiago", 2026],
  ["America/Sao_Paulo", 2018],
  ["Europe/Berlin", 2026],
  ["Europe/Dublin", 2026],
  ["Africa/Casablanca", 2026],
  ["Africa/Cairo", 2026],
  ["Antarctica/Troll", 2026],
  ["Asia/Beirut", 2026],
  ["Asia/Tehran", 2021],
  ["Asia/Kolkata", 2026],
  ["Asia/Kathmandu", 2026],
  ["Australia/Adelaide", 2026],
  ["Australia/Lord_Howe", 2026],
  ["Pacific/Chatham", 2026],
  ["Pacific/Apia", 2011],
  ["Pacific/Kiritimati", 2026],
  ["Pacific/Pago_Pago", 2026],
];

const minuteOfDay = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 95 }).map((quarter) => quarter * 15) },
  // Where clocks change.
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 16 }).map((quarter) => quarter * 15) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 1439 }) },
);
const opening = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(minuteOfDay, fc.oneof({ weight: 9, arbitrary: minuteOfDay }, { weight: 1, arbitrary: fc.constant(1440) }))
      .map(([start, end]) => `${clock(start)}-${clock(end)}`),
  },
  { weight: 1, arbitrary: fc.constantFrom("00:00-24:00", "06:00-06:00", "00:00-00:00", "02:00-03:00", "22:00-02:30") },
);
const day = fc.oneof(
  { weight: 1, arbitrary: fc.constant("closed") },
  { weight: 4, arbitrary: fc.array(opening, { minLength: 1, maxLength: 3 }).map((openings) => openings.join(", ")) },
);

/** Random hours of a zone, with holidays on and beside the days given and on others of the two years. */
export function writtenHours(timezone: string, firstYear: number, days: readonly string[]): fc.Arbitrary<WrittenHours> {
  const near = days.flatMap((date) => [-1, 0, 1].map((after) => dateAfter(date, after)));
  const any = fc.integer({ min: 0, max: 729 }).map((after) => dateAfter(`${firstYear}-01-01`, after));
  const date = near.length === 0 ? any : fc.oneof(fc.constantFrom(...near), any);
  return fc.record({
    timezone: fc.constant(timezone),
    hours: fc.dictionary(fc.constantFrom(...weekdays), day, { minKeys: 4, noNullPrototype: true }),
    holidays: fc.dictionary(date, day, { maxKeys: 8, noNullPrototype: true }),
  });
}

function dateAfter(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: "utc" }).plus({ days }).toISODate() ?? date;
}

function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}
