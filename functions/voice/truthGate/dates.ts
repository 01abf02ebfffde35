import { addDays, weekdayOf } from "../../shared/hours";
import { weekdays } from "../../shared/knowledge";
import { feastOn } from "./feasts";
import type { Days, Reading } from "./figure";
import type { Item } from "./readText";

/** Which days of the calendar words mean at a date. */

/** A day that was named, on or after today, ISO; null where there is none, as "Friday the 14th" in a month without. */
export function dateOf(days: Days, today: string, month: number | null, cited: readonly string[] = []): string | null {
  const [year, thisMonth] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  switch (days.by) {
    case "weekdays":
    case "span":
    case "around":
    case "nth":
      return null;
    case "shifted": {
      const from = dateOf(days.from, today, month, cited);
      if (from === null || days.toWeekday === undefined) return from === null ? null : addDays(from, days.offset);
      const step = Math.sign(days.offset);
      const ahead = ((days.toWeekday - weekdays.indexOf(weekdayOf(from))) * step + 7) % 7 || 7;
      return addDays(from, ahead * step);
    }
    case "relative":
      return addDays(today, days.offset);
    case "feast": {
      const now = feastOn(days.rule, year);
      return now !== null && now >= today ? now : feastOn(days.rule, year + 1);
    }
    case "monthEnd": {
      const ahead = days.month === null ? days.ahead : (days.month - thisMonth + 12) % 12;
      return new Date(Date.UTC(year, thisMonth + ahead, 0)).toISOString().slice(0, 10);
    }
    case "date": {
      const isRight = (date: string) =>
        days.weekday === undefined || weekdays.indexOf(weekdayOf(date)) === days.weekday;
      const found = dateNamed(days, today, days.month ?? month, cited, isRight);
      return found !== null && isRight(found) ? found : null;
    }
  }
}

function dateNamed(
  { day, year }: Extract<Days, { by: "date" }>,
  today: string,
  month: number | null,
  cited: readonly string[],
  isRight: (date: string) => boolean,
): string | null {
  const thisYear = Number(today.slice(0, 4));
  const pad = (value: number) => String(value).padStart(2, "0");
  if (month !== null) {
    const date = `${year ?? thisYear}-${pad(month)}-${pad(day)}`;
    return year !== null || date >= today ? date : `${thisYear + 1}-${date.slice(5)}`;
  }
  // "On the 25th", of a holiday that is cited.
  const holiday = cited.find((id) => id.startsWith("holiday.") && Number(id.slice(-2)) === day);
  if (holiday !== undefined) return holiday.slice("holiday.".length);
  for (let ahead = 0; ahead < mostDaysAhead; ahead++) {
    const date = addDays(today, ahead);
    if (Number(date.slice(8)) === day && isRight(date)) return date;
  }
  return null;
}

/** A day of a month that is not named is in this one or the next. */
const mostDaysAhead = 62;

/** Every date of a span; null where one of its ends is none. */
export function datesOfSpan(
  { from, to }: Extract<Days, { by: "span" }>,
  today: string,
  cited: readonly string[],
): string[] | null {
  const [first, last] = [dateOf(from, today, null, cited), dateOf(to, today, null, cited)];
  if (first === null || last === null || last < first) return null;
  const dates: string[] = [];
  for (let date = first; date <= last && dates.length < mostDaysAhead; date = addDays(date, 1)) dates.push(date);
  return dates;
}

/**
 * Items with what else their days are: "tomorrow" is a Thursday and a date, "this Friday" is the 18th. A day that does not exist,
 * as "Tuesday the 16th" where that is a Wednesday, means nothing.
 */
export function withWeekdays(items: readonly Item[], today: string): Item[] {
  return items.map((item) => {
    if (item.kind !== "figure") return item;
    const { readings } = item.figure;
    if (readings.some((reading) => reading.unit === "days" && isWrongWeekday(reading.days, today)))
      return { ...item, figure: { ...item.figure, readings: [] } };
    const more = readings.flatMap((reading) => (reading.unit === "days" ? alsoOf(reading.days, today) : []));
    return more.length === 0 ? item : { ...item, figure: { ...item.figure, readings: [...readings, ...more] } };
  });
}

function isWrongWeekday(days: Days, today: string): boolean {
  return days.by === "date" && days.weekday !== undefined && dateOf(days, today, null) === null;
}

function alsoOf(days: Days, today: string): Reading[] {
  const ahead = (date: string): Reading => ({
    unit: "days",
    days: { by: "relative", offset: Math.round((Date.parse(date) - Date.parse(today)) / 86_400_000) },
  });
  // "The first Saturday of the month" may be named by its date.
  const nth = (date: string): Reading[] => {
    const day = Number(date.slice(8));
    const weekday = weekdays.indexOf(weekdayOf(date));
    const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7);
    return [Math.ceil(day / 7), ...(isLast ? [-1] : [])].map((which) => ({
      unit: "days",
      days: { by: "nth", weekday, nth: which },
    }));
  };
  const dateReading = (date: string): Reading => ({
    unit: "days",
    days: { by: "date", month: Number(date.slice(5, 7)), day: Number(date.slice(8)), year: null },
  });
  if (days.by === "weekdays") {
    const [weekday] = days.weekdays;
    if (days.isEvery || days.weekdays.length !== 1 || weekday === undefined) return [];
    const next = addDays(today, (weekday - weekdays.indexOf(weekdayOf(today)) + 7) % 7);
    return [dateReading(next), ahead(next), ...nth(next)];
  }
  const date = dateOf(days, today, null);
  if (date === null) return [];
  const weekday = weekdays.indexOf(weekdayOf(date));
  const asWeekday: Reading = {
    unit: "days",
    days: { by: "weekdays", weekdays: [weekday], isEvery: false, isNext: true },
  };
  if (days.by === "date") return [asWeekday, ahead(date), ...nth(date)];
  return [asWeekday, dateReading(date), ...nth(date)];
}
