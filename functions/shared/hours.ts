import { type Knowledge, type Opening, type Weekday, weekdays } from "./knowledge";
import { instantOfWallMs, offsetMsAt } from "./zoneClock";

/** The part of a business's knowledge that says when it is open. */
export interface OpeningHours extends Pick<Knowledge, "hours" | "holidays"> {
  readonly business: Pick<Knowledge["business"], "timezone">;
}

/** Wall-clock time of a business, to the minute. */
export interface LocalTime {
  /** `2026-11-23` */
  readonly date: string;
  readonly weekday: Weekday;
  /** From midnight, 0 to 1439. */
  readonly minute: number;
  /** `2026-11-23T10:00` */
  readonly text: string;
}

/** `[startMs, endMs)`, milliseconds since the epoch; never empty. */
export interface Interval {
  readonly startMs: number;
  readonly endMs: number;
}

const minuteMs = 60_000;
const minutesOfDay = 1440;
const dayMs = minutesOfDay * minuteMs;
/**
 * An opening ends at most a day after its date on the clock, and a time zone is at most 12 hours behind UTC. So what is open on a
 * UTC day began on a local date at most two days before it.
 */
const daysBefore = 2;
/** A year holds every change of clocks, so beyond it only holidays bring anything new. */
const daysSearched = 400;
const mostDaysRemembered = 5_000;
/** A business that is closed for months is asked about the same few stretches, and each takes a year's search. */
const mostStretchesRemembered = 8;

/** What the clock on the wall shows at an instant. */
export function localTime(atMs: number, timezone: string): LocalTime {
  const wholeMs = Math.floor(atMs);
  const wallMs = wholeMs + offsetMsAt(wholeMs, timezone);
  const text = new Date(wallMs).toISOString().slice(0, -8);
  const date = text.slice(0, text.indexOf("T"));
  const minute = Math.floor(wallMs / minuteMs) - Math.floor(wallMs / dayMs) * minutesOfDay;
  return { date, weekday: weekdayOf(date), minute, text };
}

/**
 * The instant of a wall-clock time, by Temporal's `compatible` rule: in a gap the later, in an overlap the earlier.
 * `minute` counts from midnight on the clock; 1440 and more are on the next days.
 */
export function toInstantMs(date: string, minute: number, timezone: string): number {
  return instantOfWallMs(Date.parse(date) + minute * minuteMs, timezone);
}

/** The day of the week of an ISO date. */
export function weekdayOf(date: string): Weekday {
  // 1 January 1970 was a Thursday, the fourth day.
  const index = (Math.floor(Date.parse(date) / dayMs) + 3) % 7;
  return weekdays[(index + 7) % 7] ?? "monday";
}

/** The ISO date so many days later, or earlier where `days` is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** True for `2026-02-28`, false for `2026-02-30` and for anything that is no ISO date. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text;
}

/** The openings that start on a date; a holiday's take the place of the weekday's. */
export function openingsOn(knowledge: Pick<Knowledge, "hours" | "holidays">, date: string): readonly Opening[] {
  return Object.hasOwn(knowledge.holidays, date) ? (knowledge.holidays[date] ?? []) : knowledge.hours[weekdayOf(date)];
}

/** The openings that start on a date, as instants, in the order written; one that a change of clocks leaves empty is missing. */
export function intervalsOn(knowledge: OpeningHours, date: string): readonly Interval[] {
  const { byDate } = rememberedOf(knowledge);
  return remember(byDate, date, () => {
    const { timezone } = knowledge.business;
    return openingsOn(knowledge, date)
      .map(({ startMinute, endMinute }) => ({
        startMs: toInstantMs(date, startMinute, timezone),
        endMs: toInstantMs(date, endMinute > startMinute ? endMinute : endMinute + minutesOfDay, timezone),
      }))
      .filter(({ startMs, endMs }) => startMs < endMs);
  });
}

/** Whether any opening holds this instant, also one that began the evening before. */
export function isOpen(knowledge: OpeningHours, atMs: number): boolean {
  return intervalsAround(knowledge, atMs).some(({ startMs, endMs }) => startMs <= atMs && atMs < endMs);
}

/** The next instant at which the business opens (where it is closed now) or closes (where it is open); null where it never does. */
export function nextChange(knowledge: OpeningHours, atMs: number): number | null {
  const { stretches } = rememberedOf(knowledge);
  const known = stretches.find(({ startMs, endMs }) => startMs <= atMs && (endMs === null || atMs < endMs));
  if (known !== undefined) return known.endMs;
  const endMs = soughtChange(knowledge, atMs);
  const sameEnd = stretches.findIndex((stretch) => stretch.endMs === endMs);
  stretches.splice(sameEnd === -1 ? mostStretchesRemembered - 1 : sameEnd, 1);
  stretches.unshift({ startMs: atMs, endMs });
  return endMs;
}

function soughtChange(knowledge: OpeningHours, atMs: number): number | null {
  const openNow = isOpen(knowledge, atMs);
  let found: number | null = null;
  let lastDate = "";
  for (const date of datesFrom(knowledge, atMs)) {
    // An opening of a later date may still begin before the end that was found.
    if (found !== null && date > lastDate) break;
    for (const { startMs, endMs } of intervalsOn(knowledge, date)) {
      const change = openNow ? endMs : startMs;
      if (change <= atMs || (found !== null && change >= found) || isOpen(knowledge, change) === openNow) continue;
      if (found === null) lastDate = addDays(date, daysBefore);
      found = change;
    }
  }
  return found;
}

/** The dates whose openings can bring the next change: a year of them, and all later holidays. */
function* datesFrom(knowledge: OpeningHours, atMs: number): Generator<string> {
  const today = utcDate(atMs);
  let date = addDays(today, -daysBefore);
  for (let days = -daysBefore; days <= daysSearched; days++) {
    yield date;
    date = addDays(date, 1);
  }
  const later = Object.keys(knowledge.holidays)
    .filter((holiday) => holiday >= date)
    .sort();
  for (const holiday of later) {
    for (let days = -daysBefore; days <= 2; days++) yield addDays(holiday, days);
  }
}

function intervalsAround(knowledge: OpeningHours, atMs: number): readonly Interval[] {
  const { byUtcDay } = rememberedOf(knowledge);
  const day = Math.floor(atMs / dayMs);
  return remember(byUtcDay, day, () => {
    const date = utcDate(atMs);
    const found: Interval[] = [];
    for (let days = -daysBefore; days <= 1; days++) found.push(...intervalsOn(knowledge, addDays(date, days)));
    return found.filter(({ startMs, endMs }) => startMs < (day + 1) * dayMs && endMs > day * dayMs);
  });
}

function utcDate(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

interface Remembered {
  /** Stretches of time, the one met last first, in which nothing changes up to their end; null: for ever. */
  readonly stretches: { readonly startMs: number; readonly endMs: number | null }[];
  readonly byDate: Map<string, readonly Interval[]>;
  readonly byUtcDay: Map<number, readonly Interval[]>;
}

/** Time zones are slow to ask, and one and the same week is asked thousands of times a minute. */
const remembered = new WeakMap<OpeningHours, Remembered>();

function rememberedOf(knowledge: OpeningHours): Remembered {
  const known = remembered.get(knowledge);
  if (known !== undefined) return known;
  const empty: Remembered = { stretches: [], byDate: new Map(), byUtcDay: new Map() };
  remembered.set(knowledge, empty);
  return empty;
}

function remember<K, V>(memory: Map<K, V>, key: K, find: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = find();
  if (memory.size >= mostDaysRemembered) memory.clear();
  memory.set(key, value);
  return value;
}
