import { addDays, openingsOn } from "../../functions/shared/hours";
import type { Knowledge, Opening } from "../../functions/shared/knowledge";
import type { LocalNow } from "./calendarWords";
import type { ClockPattern, Language } from "./language";

/** A time of day as the caller said it. */
export interface TimeSaid {
  /** From midnight, above 1440 after the midnight that ends the day; in the first half of the day where the half is open. */
  readonly minute: number;
  /** "at three": before or after noon was not said. */
  readonly isHalfOpen: boolean;
}

/**
 * The first time of day in plain text, and the text without it; null where there is none. `isAwaited`: a time was asked for, so a
 * bare number is one. `whole`: the text with the words of days, of which some tell morning from evening.
 */
export function readTime(
  text: string,
  language: Language,
  isAwaited: boolean,
  whole = text,
): { time: TimeSaid; rest: string } | null {
  for (const { regex, plus, sign, fixed } of compiled(language, isAwaited)) {
    const found = regex.exec(text);
    if (!found) continue;
    const after = text.slice(found.index + found[0].length);
    const rest = `${text.slice(0, found.index)} ${after.replace(/^ ?(?:am|pm)\b/, "")}`.trim();
    if (fixed !== undefined) return { time: { minute: fixed, isHalfOpen: false }, rest };
    const hour = numberOf(found.groups?.h, language);
    const minutes = found.groups?.m === undefined ? 0 : numberOf(found.groups.m, language);
    if (hour === null || minutes === null || hour > 24 || minutes > 59) continue;
    const half = /([ap])m$/.exec(found[0])?.[1] ?? /^ ?([ap])m\b/.exec(after)?.[1];
    return { time: inDay((hour % 24) * 60 + sign * minutes + plus, hour, half, found[0], whole, language), rest };
  }
  return null;
}

/** One o'clock at night is after midnight. */
const lastOfNight = 5 * 60;

function inDay(
  minute: number,
  hour: number,
  half: string | undefined,
  said: string,
  text: string,
  { clock }: Language,
): TimeSaid {
  const ofDay = (minute + 1440) % 1440;
  if (hour === 0 || hour > 12) return { minute: ofDay, isHalfOpen: false };
  // "Tonight at one in the morning": what stands behind the time is nearer to it.
  const behind = text.slice(text.indexOf(said) + said.length);
  const near = clock.morning.test(behind) || clock.afternoon.test(behind) ? behind : text;
  const isMorning = half === "a" || (half === undefined && clock.morning.test(near));
  const isAfternoon = half === "p" || (half === undefined && clock.afternoon.test(near));
  const early = ofDay % 720;
  if (clock.night.test(text) && half !== "p" && early < lastOfNight) return { minute: early + 1440, isHalfOpen: false };
  if (isMorning === isAfternoon) return { minute: early, isHalfOpen: true };
  return { minute: early + (isAfternoon ? 720 : 0), isHalfOpen: false };
}

/** The minute that a caller of this business means: where the half of the day is open, the half in which it is open. */
export function settleTime({ minute, isHalfOpen }: TimeSaid, knowledge: Knowledge, date: string | null): number {
  if (!isHalfOpen) return minute;
  const openings = date === null ? [] : openingsOn(knowledge, date);
  const candidates = openings.length > 0 ? openings : Object.values(knowledge.hours).flat();
  const isOpenAt = (at: number) => candidates.some((opening) => holds(opening, at));
  const fits = [minute, minute + 720].filter(isOpenAt);
  if (fits.length === 1 && fits[0] !== undefined) return fits[0];
  // "Saturday at one" of a place that opens in the evening is after midnight.
  if (fits.length === 0 && isOpenAt(minute + 1440)) return minute + 1440;
  return minute >= 7 * 60 ? minute : minute + 720;
}

/** Whether an opening holds a minute, counted from the midnight before it starts. */
export function holds({ startMinute, endMinute }: Opening, minute: number): boolean {
  return startMinute <= minute && minute < (endMinute > startMinute ? endMinute : endMinute + 1440);
}

/** The date whose opening holds a moment, which may be that of the evening before; null where all is closed. */
export function openingDate(knowledge: Knowledge, { date, minute }: LocalNow): string | null {
  if (openingsOn(knowledge, date).some((opening) => holds(opening, minute))) return date;
  const before = addDays(date, -1);
  return openingsOn(knowledge, before).some((opening) => holds(opening, minute + 1440)) ? before : null;
}

interface Compiled extends Required<Pick<ClockPattern, "plus" | "sign">> {
  readonly regex: RegExp;
  readonly fixed: number | undefined;
}

const known = new WeakMap<Language, { said: readonly Compiled[]; awaited: readonly Compiled[] }>();

function compiled(language: Language, isAwaited: boolean): readonly Compiled[] {
  let patterns = known.get(language);
  if (!patterns) {
    const { clock } = language;
    const said = clock.patterns.map((pattern) => compile(pattern, language));
    const noThing =
      "(?! ?(?:people|persons?|minutes?|mins?|hours?|days?|weeks?|months?|years?|percent|euros?|dollars?|[€$%/:.]|\\d|st\\b|nd\\b|rd\\b|th\\b|main|of us))";
    const bare = compile({ pattern: `${clock.bareHour.source}{h}${noThing}` }, language);
    const alone = compile({ pattern: `{h}${noThing}` }, language);
    patterns = { said: [...said, bare], awaited: [...said, bare, alone] };
    known.set(language, patterns);
  }
  return isAwaited ? patterns.awaited : patterns.said;
}

function compile({ pattern, plus = 0, sign = 1, fixed }: ClockPattern, language: Language): Compiled {
  const numbers = Object.entries(language.clock.numbers);
  const alternatives = (most: number) =>
    numbers
      .filter(([, value]) => value <= most)
      .map(([word]) => word)
      .sort((a, b) => b.length - a.length)
      .join("|");
  const tens = numbers.filter(([, value]) => value >= 20 && value % 10 === 0).map(([word]) => word);
  const units = numbers.filter(([, value]) => value >= 1 && value <= 9).map(([word]) => word);
  const minuteWord = `(?:${tens.join("|")})[ -](?:${units.join("|")})|${alternatives(59)}`;
  const source = pattern
    .replaceAll("{h}", `(?<h>\\d{1,2}|${alternatives(24)})`)
    .replaceAll("{hw}", `(?<h>${alternatives(24)})`)
    .replaceAll("{m}", `(?<m>\\d{1,2}|${minuteWord})`)
    .replaceAll("{mm}", "(?<m>\\d{2})")
    .replaceAll("{mw}", `(?<m>${minuteWord})`);
  return {
    regex: new RegExp(`(?<![\\p{L}\\d$€£.:])(?:${source})(?![\\p{L}\\d])`, "u"),
    plus,
    sign,
    fixed,
  };
}

/** A number in figures or words, "twenty five"; null where it is none. */
export function numberOf(text: string | undefined, language: Language): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  let sum = 0;
  for (const word of text.split(/[ -]/)) {
    const value = language.clock.numbers[word];
    if (value === undefined) return null;
    sum += value;
  }
  return sum;
}
