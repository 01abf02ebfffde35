import * as chrono from "chrono-node";
import { addDays, isDate, weekdayOf } from "../../functions/shared/hours";
import { type Weekday, weekdays } from "../../functions/shared/knowledge";
import type { CalendarWords, ClockWords, Language } from "./language";
import { plain, strip } from "./plainText";

/** A day as the caller said it. */
export interface DaySaid {
  /** The next such day. */
  readonly date: string;
  readonly weekday: Weekday;
  /** `weekday`: by its name alone. `everyWeek`: every such day. `feast`: by the name of a feast. `date`: any other way. */
  readonly by: "weekday" | "everyWeek" | "feast" | "date";
}

/** The local time of the business that a request names: `2026-11-23T10:00 monday`. */
export interface LocalNow {
  readonly date: string;
  readonly minute: number;
}

/** Reads a request's `now`. */
export function localNow(now: string): LocalNow {
  const date = now.slice(0, 10);
  if (!isDate(date)) return { date: "1970-01-01", minute: 0 };
  return { date, minute: Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) };
}

/** The days that a caller names, in the order in which they come, without repeats. */
export function readDays(said: string, now: LocalNow, language: Language, region: string): DaySaid[] {
  const text = plain(said, language);
  const { calendar } = language;
  const feast = calendar.feasts.find(([name]) => name.test(text));
  if (feast) {
    const aside = calendar.dayAfter.test(text) ? 1 : calendar.dayBefore.test(text) ? -1 : 0;
    const day = nextFeast(feast[1], now.date);
    const date = day === null ? null : addDays(day, aside);
    return date === null ? [] : [{ date, weekday: weekdayOf(date), by: "feast" }];
  }
  const every = calendar.everyWeek.test(text);
  if (calendar.weekend.test(text))
    return ["saturday", "sunday"].map((day) => nextWeekday(day as Weekday, now.date, every));
  if (calendar.workdays.test(text)) return weekdays.slice(0, 5).map((day) => nextWeekday(day, now.date, true));
  if (every) {
    const named = weekdays.filter((_, index) => calendar.weekdays[index]?.test(text));
    if (named.length > 0) return named.map((day) => nextWeekday(day, now.date, true));
  }
  const found = [...chronoDays(said, now, language, region)];
  if (found.length === 0 && calendar.today.test(text))
    found.push({ date: now.date, weekday: weekdayOf(now.date), by: "date" });
  if (found.length === 0) {
    const day = dayOfMonth(text, now.date, language);
    if (day) found.push(day);
  }
  if (found.length === 0) {
    const named = weekdays.filter((_, index) => calendar.weekdays[index]?.test(text));
    found.push(...named.map((day) => nextWeekday(day, now.date, false)));
  }
  return found.filter((day, index) => found.findIndex((other) => other.date === day.date) === index);
}

/** Plain text without the words that name days. */
export function withoutDays(text: string, language: Language): string {
  const { calendar } = language;
  const names = [
    ...calendar.feasts.map(([name]) => name),
    ...calendar.weekdays,
    calendar.weekend,
    calendar.workdays,
    calendar.today,
    calendar.dayOfMonth,
    calendar.dayWords,
  ];
  return names.reduce(strip, text).replace(/\s+/g, " ").trim();
}

function nextWeekday(weekday: Weekday, today: string, every: boolean): DaySaid {
  const days = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(today)) + 7) % 7;
  return { date: addDays(today, days), weekday, by: every ? "everyWeek" : "weekday" };
}

/** Spans of time and bare months that chrono takes for dates. */
const noDay =
  /^(?:(?:a|an|one|two|\d+) (?:week|day|month|hour|minute|second|year)s?|now|jetzt|maintenant|ahora(?: mismo)?|may|mar|march|sat|sun|second|(?:in )?\d+ (?:minutes?|hours?)|\d{4}|\d+[.:]\d+)$/i;

function* chronoDays(said: string, now: LocalNow, language: Language, region: string): Generator<DaySaid> {
  const parser = parserOf(language, region);
  const instant = new Date(Date.parse(now.date) + now.minute * 60_000);
  const text = withOrdinals(said.toLowerCase(), language);
  for (const { text: matched, start } of parser.parse(text, { instant, timezone: 0 }, { forwardDate: true })) {
    const byWeekday = start.isCertain("weekday") && !start.isCertain("day");
    if (noDay.test(matched.trim()) || !(byWeekday || start.isCertain("day"))) continue;
    const parts = [start.get("year"), start.get("month"), start.get("day")].map((part) =>
      String(part).padStart(2, "0"),
    );
    let date = parts.join("-");
    if (!isDate(date)) continue;
    while (date < now.date && byWeekday) date = addDays(date, 7);
    // "Saturday the 28th" is one day, its number decides.
    const number = byWeekday ? dayOfMonth(plain(text, language), now.date, language) : null;
    if (number !== null) yield number;
    else
      yield {
        date,
        weekday: weekdayOf(date),
        by: byWeekday && !/ |next|this/.test(matched.trim()) ? "weekday" : "date",
      };
  }
}

function parserOf({ code }: Language, region: string): chrono.Chrono {
  if (code === "de") return chrono.de.casual;
  if (code === "fr") return chrono.fr.casual;
  if (code === "es") return chrono.es.casual;
  return region === "US" || region === "" ? chrono.en.casual : chrono.en.GB;
}

/** "the twenty fourth" as "the 24th", but not "the first lesson". */
function withOrdinals(text: string, language: Language): string {
  const { calendar, clock } = language;
  const pattern = ordinalPattern(calendar, clock);
  if (pattern === null) return text;
  return text.replace(pattern, (whole, ten: string | undefined, unit: string, at: number) => {
    const [, next] = /^ (\p{L}+)/u.exec(text.slice(at + whole.length)) ?? [];
    const isDay = next === undefined || language.grammar.has(next) || withoutDays(next, language) !== next;
    if (!isDay) return whole;
    const value = (ten === undefined ? 0 : (clock.numbers[ten] ?? 0)) + (calendar.ordinals[unit] ?? 0);
    return value > 31 ? whole : `${value}th`;
  });
}

const ordinalPatterns = new WeakMap<CalendarWords, RegExp>();

function ordinalPattern(calendar: CalendarWords, { numbers }: ClockWords): RegExp | null {
  const ordinals = Object.keys(calendar.ordinals).join("|");
  if (ordinals === "") return null;
  const tens = Object.keys(numbers).filter((word) => (numbers[word] ?? 0) >= 20);
  const known =
    ordinalPatterns.get(calendar) ??
    new RegExp(`\\b(?:(${tens.join("|")})[ -])?(${ordinals})\\b(?! (?:one|option|time))`, "g");
  ordinalPatterns.set(calendar, known);
  return known;
}

function dayOfMonth(text: string, today: string, language: Language): DaySaid | null {
  const found = language.calendar.dayOfMonth.exec(withOrdinals(text, language));
  const day = Number(found?.[1] ?? found?.[2]);
  if (!found || !(day >= 1 && day <= 31)) return null;
  for (let months = 0; months < 12; months++) {
    const month = Number(today.slice(5, 7)) - 1 + months;
    const year = Number(today.slice(0, 4)) + Math.floor(month / 12);
    const date = `${year}-${String((month % 12) + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
    if (isDate(date) && date >= today) return { date, weekday: weekdayOf(date), by: "date" };
  }
  return null;
}

function nextFeast(feast: string | number, today: string): string | null {
  const year = Number(today.slice(0, 4));
  for (const at of [year, year + 1]) {
    const date = feastDate(feast, at);
    if (date !== null && date >= today) return date;
  }
  return null;
}

/** The date of a feast in a year: a fixed day `12-25`, days from Easter Sunday, or an American holiday that moves. */
function feastDate(feast: string | number, year: number): string | null {
  if (typeof feast === "number") return addDays(easter(year), feast);
  if (/^\d\d-\d\d$/.test(feast)) return `${year}-${feast}`;
  switch (feast) {
    case "thanksgiving":
      return nthWeekday(year, 11, "thursday", 4);
    case "thanksgiving+1":
      return addDays(nthWeekday(year, 11, "thursday", 4), 1);
    case "labor":
      return nthWeekday(year, 9, "monday", 1);
    case "memorial":
      return addDays(nthWeekday(year, 6, "monday", 1), -7);
    case "mlk":
      return nthWeekday(year, 1, "monday", 3);
    case "presidents":
      return nthWeekday(year, 2, "monday", 3);
    case "columbus":
      return nthWeekday(year, 10, "monday", 2);
    default:
      return null;
  }
}

function nthWeekday(year: number, month: number, weekday: Weekday, nth: number): string {
  const first = `${year}-${String(month).padStart(2, "0")}-01`;
  const days = (weekdays.indexOf(weekday) - weekdays.indexOf(weekdayOf(first)) + 7) % 7;
  return addDays(first, days + (nth - 1) * 7);
}

/** Easter Sunday by the Gregorian computus (Meeus). */
function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return `${year}-${String(Math.floor(f / 31)).padStart(2, "0")}-${String((f % 31) + 1).padStart(2, "0")}`;
}
