import { addDays, localTime, weekdayOf } from "../../functions/shared/hours";
import { clockText, dateText, shortDay } from "./clockTexts";
import type { DifferingTime } from "./differingTimes";

/** Time on the clock, in minutes from midnight; the end is so many days after the start's, 1440 the midnight that ends its day. */
export interface ClockStretch {
  readonly startMinute: number;
  readonly endMinute: number;
  readonly endDays: number;
}

/** What differs of the time that begins on one date. */
export interface DifferingDate {
  /** ISO. */
  readonly date: string;
  readonly stretches: readonly ClockStretch[];
  readonly before: string;
  readonly after: string;
}

const minutesOfDay = 1440;
const dayMs = 86_400_000;

/** The times by the dates on which they begin on the clock of `timezone`, those of one date with the same change together. */
export function datesOfTimes(times: readonly DifferingTime[], timezone: string): readonly DifferingDate[] {
  const dates = new Map<string, DifferingDate>();
  for (const { startMs, endMs, before, after } of times) {
    const { date, minute: startMinute } = localTime(startMs, timezone);
    const key = JSON.stringify([date, before, after]);
    const stretches = dates.get(key)?.stretches ?? [];
    const stretch = { startMinute, ...endOf(date, endMs, timezone) };
    dates.set(key, { date, stretches: [...stretches, stretch], before, after });
  }
  return [...dates.values()];
}

/** `09:00–12:30 and 13:30–19:00` of a day; an end on another day is named by it where the day is known. */
export function stretchesText(stretches: readonly ClockStretch[], date: string | null): string {
  return stretches.map((stretch) => `${clockText(stretch.startMinute)}–${endText(stretch, date)}`).join(" and ");
}

function endText({ endMinute, endDays }: ClockStretch, date: string | null): string {
  const clock = clockText(endMinute);
  if (endDays === 0) return clock;
  if (date === null) return endDays === 1 ? `${clock} the next day` : `${clock} ${endDays} days later`;
  const end = addDays(date, endDays);
  return endDays < 7
    ? `${shortDay(weekdayOf(end))} ${clock}`
    : `${shortDay(weekdayOf(end))} ${dateText(end, date.slice(0, 4))} ${clock}`;
}

function endOf(startDate: string, endMs: number, timezone: string): Pick<ClockStretch, "endMinute" | "endDays"> {
  const end = localTime(endMs, timezone);
  const days = Math.round((Date.parse(end.date) - Date.parse(startDate)) / dayMs);
  // Whoever is told of a day does not look for its end on the next one.
  return end.minute === 0 && days > 0
    ? { endMinute: minutesOfDay, endDays: days - 1 }
    : { endMinute: end.minute, endDays: days };
}
