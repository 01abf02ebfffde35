import { addDays, intervalsOn, localTime, openingsOn, toInstantMs, weekdayOf } from "../../functions/shared/hours";
import type { Knowledge, Opening } from "../../functions/shared/knowledge";
import { clockText, shortDay } from "./clockTexts";
import { openingsOfDay } from "./dayRoutes";

/** A day on which the clock is put forward or back, and what becomes of openings. */
export interface ClockChange {
  /** ISO. */
  readonly date: string;
  /** `forward by 1 h`. */
  readonly shift: string;
  /** `Sun 01:30–03:30 lasts 1 h instead of 2 h`; empty where no opening is touched. */
  readonly openings: readonly string[];
}

const minuteMs = 60_000;
const minutesOfDay = 1440;

/** The changes of the clock on the dates from one to another, both ISO and included, as they come. */
export function clockChanges(knowledge: Knowledge, from: string, to: string): readonly ClockChange[] {
  const { timezone } = knowledge.business;
  const changes: ClockChange[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const lengthMs = toInstantMs(date, minutesOfDay, timezone) - toInstantMs(date, 0, timezone);
    const gainedMinutes = minutesOfDay - lengthMs / minuteMs;
    if (gainedMinutes === 0) continue;
    const shift = `${gainedMinutes > 0 ? "forward" : "back"} by ${durationText(Math.abs(gainedMinutes))}`;
    const openings = [addDays(date, -1), date].flatMap((day) => touched(knowledge, day));
    changes.push({ date, shift, openings });
  }
  return changes;
}

/** What the changes do to openings in any year, without their dates; each once. */
export function touchedInAnyYear(
  knowledge: Knowledge,
  years: readonly [first: number, last: number],
): readonly string[] {
  const ordinary = { ...knowledge, holidays: {} };
  const changes = clockChanges(ordinary, `${years[0]}-01-01`, `${years[1]}-12-31`);
  const texts = changes.flatMap(({ shift, openings }) => openings.map((each) => `Clocks ${shift}: ${each}.`));
  return [...new Set(texts)];
}

/** The openings of a date that do not last as long as they were written, each in words. */
function touched(knowledge: Knowledge, date: string): readonly string[] {
  const { timezone } = knowledge.business;
  return openingsOn(knowledge, date).flatMap((opening) => {
    const writtenMinutes = lengthOf(opening);
    const one = { ...knowledge, holidays: { [date]: [opening] } };
    const [interval] = intervalsOn(one, date);
    const name = `${shortDay(weekdayOf(date))} ${openingsOfDay([opening], weekdayOf(date))}`;
    if (interval === undefined) return [`${name} is left out`];
    const minutes = (interval.endMs - interval.startMs) / minuteMs;
    if (minutes === writtenMinutes) return [];
    const starts = localTime(interval.startMs, timezone).minute;
    const begun = starts === opening.startMinute ? "" : `begins at ${clockText(starts)} and `;
    return [`${name} ${begun}lasts ${durationText(minutes)} instead of ${durationText(writtenMinutes)}`];
  });
}

function lengthOf({ startMinute, endMinute }: Opening): number {
  return endMinute > startMinute ? endMinute - startMinute : endMinute + minutesOfDay - startMinute;
}

function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours === 0 ? "" : `${hours} h`, rest === 0 ? "" : `${rest} min`].filter(Boolean).join(" ");
}
