import { addDays, weekdayOf } from "../../shared/hours";
import { weekdays } from "../../shared/knowledge";

/**
 * The date of a feast in a year: `MM-DD` as written, days from Easter Sunday where the rule is a number, else a rule by name. ISO,
 * null for a name that is none.
 */
export function feastOn(rule: string | number, year: number): string | null {
  if (typeof rule === "number") return addDays(easterOf(year), rule);
  if (/^\d{2}-\d{2}$/.test(rule)) return `${year}-${rule}`;
  const found = byWeekday[rule];
  if (found === undefined) return null;
  const [month, weekday, nth, later] = found;
  return addDays(nthWeekday(year, month, weekday, nth), later);
}

/** Month, weekday (0 is Monday), which one (-1 is the last), days after it. */
const byWeekday: Readonly<Record<string, readonly [number, number, number, number]>> = {
  thanksgiving: [11, 3, 4, 0],
  "black friday": [11, 3, 4, 1],
  "labor day": [9, 0, 1, 0],
  "columbus day": [10, 0, 2, 0],
  "mothers day": [5, 6, 2, 0],
  "fathers day": [6, 6, 3, 0],
  "memorial day": [5, 0, -1, 0],
  mlk: [1, 0, 3, 0],
  "presidents day": [2, 0, 3, 0],
  "canadian thanksgiving": [10, 0, 2, 0],
  "victoria day": [5, 0, -1, -7],
};

function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const shift = (weekday - weekdays.indexOf(weekdayOf(first)) + 7) % 7;
  if (nth > 0) return addDays(first, shift + (nth - 1) * 7);
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
  const back = (weekdays.indexOf(weekdayOf(addDays(next, -1))) - weekday + 7) % 7;
  return addDays(next, -1 - back);
}

/** Easter Sunday of the western calendar, by the anonymous Gregorian algorithm. */
function easterOf(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - moon - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const day = moon + sunday - 7 * late + 114;
  return `${year}-${String(Math.floor(day / 31)).padStart(2, "0")}-${String((day % 31) + 1).padStart(2, "0")}`;
}
