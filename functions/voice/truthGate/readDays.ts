import type { Atom } from "./atoms";
import type { Days, Reading } from "./figure";
import { bindingKeys, type Lexicon } from "./lexicon";
import { entriesAt, matchPattern } from "./patterns";
import type { FoundFigure } from "./readFigures";

/** Days as a text names them, from an atom on: `Monday to Friday`, `every day`, `the 24th of December`, `Christmas Eve`, `12/24`. */
export function readDays(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { calendar } = lexicon.vocabulary;
  const as = (days: Days, next: number): FoundFigure => {
    const isBareDay = days.by === "date" && days.month === null;
    const readings: Reading[] = [{ unit: "days", days }];
    // "le quatorze, rue des Tanneurs" is no date.
    if (isBareDay) {
      readings.push({ unit: "count", value: days.day, of: [] });
      // "After the first it's 30 minutes": the first of them.
      if (days.weekday === undefined) readings.push({ unit: "ordinal", value: days.day });
    }
    return { readings, next, per: null };
  };
  const span = readSpan(atoms, at, lexicon);
  if (span !== null) return as(span.days, span.next);
  const nth = readNth(atoms, at, lexicon);
  if (nth !== null) return as(nth.days, nth.next);
  const date = readDate(atoms, at, lexicon) ?? readMonthEnd(atoms, at, lexicon);
  if (date !== null) return as(date.days, date.next);
  let feast: { rule: string | number; next: number } | null = null;
  for (const [words, rule] of entriesAt(calendar.feasts, atoms[at])) {
    const found = matchPattern(words, atoms, at);
    if (found !== null && (feast === null || found.next > feast.next)) feast = { rule, next: found.next };
  }
  if (feast !== null) return as({ by: "feast", rule: feast.rule }, feast.next);
  for (const [words, offset] of entriesAt(calendar.shifts, atoms[at])) {
    const found = matchPattern(words, atoms, at);
    const days =
      found === null ? undefined : readDays(atoms, found.next, lexicon)?.readings.find(({ unit }) => unit === "days");
    const next = found === null ? null : (readDays(atoms, found.next, lexicon)?.next ?? null);
    if (days?.unit === "days" && next !== null) return as({ by: "shifted", from: days.days, offset }, next);
  }
  const beside = readWeekdayBeside(atoms, at, lexicon);
  if (beside !== null) return as(beside.days, beside.next);
  const around = longestOf(calendar.around, atoms, at);
  if (around !== null) return as({ by: "around", offset: around.value }, around.next);
  for (const [words, offset] of entriesAt(calendar.relative, atoms[at])) {
    const found = matchPattern(words, atoms, at);
    if (found !== null) return as({ by: "relative", offset }, found.next);
  }
  const all = [0, 1, 2, 3, 4, 5, 6];
  const sets: readonly (readonly [readonly string[], readonly number[]])[] = [
    [calendar.everyDay, all],
    [calendar.workdays, all.slice(0, 5)],
    [calendar.weekend, all.slice(5)],
  ];
  for (const [patterns, weekdays] of sets) {
    for (const pattern of patterns) {
      const found = matchPattern(pattern, atoms, at);
      if (found !== null) return as({ by: "weekdays", weekdays, isEvery: true, isNext: false }, found.next);
    }
  }
  return readWeekdays(atoms, at, lexicon);
}

/** "The Friday after Thanksgiving". */
function readWeekdayBeside(atoms: readonly Atom[], at: number, lexicon: Lexicon): ReadDate | null {
  const { calendar } = lexicon.vocabulary;
  const start = calendar.beforeDay.includes(atoms[at]?.text ?? "") ? at + 1 : at;
  const named = weekdayAt(atoms, start, lexicon);
  if (named === null || named.isPlural) return null;
  for (const [words, offset] of entriesAt(calendar.weekdayBeside, atoms[start + 1])) {
    const found = matchPattern(words, atoms, start + 1);
    const read = found === null ? null : readDays(atoms, found.next, lexicon);
    const days = read?.readings.find(({ unit }) => unit === "days");
    if (read === null || days?.unit !== "days" || !["feast", "date"].includes(days.days.by)) continue;
    return { days: { by: "shifted", from: days.days, offset, toWeekday: named.weekday }, next: read.next };
  }
  return null;
}

function longestOf(
  patterns: Readonly<Record<string, number>>,
  atoms: readonly Atom[],
  at: number,
): { value: number; next: number } | null {
  let best: { value: number; next: number } | null = null;
  for (const [words, value] of entriesAt(patterns, atoms[at])) {
    const found = matchPattern(words, atoms, at);
    if (found !== null && (best === null || found.next > best.next)) best = { value, next: found.next };
  }
  return best;
}

/** "The first Saturday of the month", "every last Friday". */
function readNth(atoms: readonly Atom[], at: number, lexicon: Lexicon): ReadDate | null {
  const { calendar, numbers, figures } = lexicon.vocabulary;
  const isBefore = [...calendar.beforeDay, ...calendar.every, ...figures.rates.every].includes(atoms[at]?.text ?? "");
  const start = isBefore ? at + 1 : at;
  const word = atoms[start]?.text ?? "";
  const isLast = calendar.last.includes(word);
  const nth = isLast ? -1 : Object.hasOwn(numbers.ordinals, word) ? (numbers.ordinals[word] ?? 0) : 0;
  const named = nth === 0 || nth > 5 ? null : weekdayAt(atoms, start + 1, lexicon);
  if (named === null || /[^-]/.test(atoms[start + 1]?.pause ?? "")) return null;
  const ofMonth = calendar.ofMonth.map((pattern) => matchPattern(pattern, atoms, start + 2));
  const next = Math.max(start + 2, ...ofMonth.map((found) => found?.next ?? 0));
  return { days: { by: "nth", weekday: named.weekday, nth }, next };
}

type ReadDate = { readonly days: Days; readonly next: number };

/** "The 24th to the 28th", "24 to 28 December". */
function readSpan(atoms: readonly Atom[], at: number, lexicon: Lexicon): ReadDate | null {
  const { through } = lexicon.vocabulary.calendar;
  const bare = atoms[at]?.number;
  const isBare = bare?.isNumeral === true && Number.isInteger(bare.value) && bare.value >= 1 && bare.value <= 31;
  const first: ReadDate | null =
    readDate(atoms, at, lexicon) ??
    (isBare ? { days: { by: "date", month: null, day: bare.value, year: null }, next: at + 1 } : null);
  if (first === null || first.days.by !== "date") return null;
  const joint = atoms[first.next];
  if (joint === undefined) return null;
  const isHyphen = joint.pause === "-";
  if (!isHyphen && !(through.includes(joint.text) && joint.pause === "")) return null;
  const second = readDate(atoms, isHyphen ? first.next : first.next + 1, lexicon);
  if (second === null || second.days.by !== "date" || (isBare && second.days.month === null)) return null;
  const from = { ...first.days, month: first.days.month ?? second.days.month };
  const to = { ...second.days, month: second.days.month ?? first.days.month };
  return { days: { by: "span", from, to }, next: second.next };
}

/** "The end of January", "the end of the month". */
function readMonthEnd(atoms: readonly Atom[], at: number, lexicon: Lexicon): ReadDate | null {
  const { endOf, monthEnds, months } = lexicon.vocabulary.calendar;
  for (const words of endOf) {
    const found = matchPattern(words, atoms, at);
    const name = found === null ? undefined : atoms[found.next];
    if (found === null || name === undefined || name.pause !== "") continue;
    const month = months.findIndex((each) => each.split(" ").includes(name.text)) + 1;
    if (month > 0) return { days: { by: "monthEnd", month, ahead: 0 }, next: found.next + 1 };
  }
  const ahead = longestOf(monthEnds, atoms, at);
  return ahead === null ? null : { days: { by: "monthEnd", month: null, ahead: ahead.value }, next: ahead.next };
}

function readWeekdays(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { calendar } = lexicon.vocabulary;
  let start = at;
  const isNext = calendar.next.includes(atoms[at]?.text ?? "");
  const isEvery = calendar.every.includes(atoms[at]?.text ?? "");
  if (isNext || isEvery) start += 1;
  const first = weekdayAt(atoms, start, lexicon);
  if (first === null) return null;
  let last = first;
  let next = start + 1;
  const joint = atoms[next];
  const isHyphen = joint !== undefined && joint.pause === "-";
  const isThrough = joint !== undefined && calendar.through.includes(joint.text) && joint.pause === "";
  const second = isHyphen ? weekdayAt(atoms, next, lexicon) : isThrough ? weekdayAt(atoms, next + 1, lexicon) : null;
  if (second !== null) {
    last = second;
    next += isHyphen ? 1 : 2;
  }
  const weekdays: number[] = [];
  for (let day = first.weekday; ; day = (day + 1) % 7) {
    weekdays.push(day);
    if (day === last.weekday) break;
  }
  const days: Days = {
    by: "weekdays",
    weekdays,
    isEvery: isEvery || first.isPlural || second !== null || calendar.every.includes(atoms[start - 1]?.text ?? ""),
    isNext: isNext || calendar.next.includes(atoms[next]?.text ?? ""),
  };
  return { readings: [{ unit: "days", days }], next, per: null };
}

function weekdayAt(
  atoms: readonly Atom[],
  at: number,
  { vocabulary: { calendar } }: Lexicon,
): { weekday: number; isPlural: boolean } | null {
  const text = atoms[at]?.text ?? "";
  const weekday = calendar.weekdays.findIndex((words) => words.split(" ").includes(text));
  if (weekday >= 0) return { weekday, isPlural: false };
  const plural = text.endsWith("s")
    ? calendar.weekdays.findIndex((words) => words.split(" ").includes(text.slice(0, -1)))
    : -1;
  return plural >= 0 ? { weekday: plural, isPlural: true } : null;
}

function readDate(atoms: readonly Atom[], at: number, lexicon: Lexicon): ReadDate | null {
  const { calendar, numbers } = lexicon.vocabulary;
  const monthAt = (index: number) =>
    calendar.months.findIndex((words) => words.split(" ").includes(atoms[index]?.text ?? "")) + 1 || null;
  /** The day of a month and where it ends. */
  const dayAt = (index: number): { day: number; next: number; isOrdinal: boolean } | null => {
    const atom = atoms[index];
    const ordinal = Object.hasOwn(numbers.ordinals, atom?.text ?? "") ? numbers.ordinals[atom?.text ?? ""] : undefined;
    const tens =
      atom?.number && !atom.number.isNumeral && [20, 30].includes(atom.number.value) ? atom.number.value : null;
    const follow = atoms[index + 1];
    const unit = Object.hasOwn(numbers.ordinals, follow?.text ?? "") ? numbers.ordinals[follow?.text ?? ""] : undefined;
    if (tens !== null && unit !== undefined && unit < 10) return { day: tens + unit, next: index + 2, isOrdinal: true };
    const day = ordinal ?? atom?.number?.value;
    if (day === undefined || !Number.isInteger(day) || day < 1 || day > 31) return null;
    const isSuffix = follow !== undefined && follow.pause === "" && /^(th|st|nd|rd|er|ère|e)$/.test(follow.text);
    return {
      day,
      next: index + (ordinal === undefined && isSuffix ? 2 : 1),
      isOrdinal: ordinal !== undefined || isSuffix,
    };
  };
  const yearAt = (index: number): { year: number | null; next: number } => {
    const year = atoms[index]?.number?.value;
    return year !== undefined && year >= 2000 && year < 2100 ? { year, next: index + 1 } : { year: null, next: index };
  };
  let start = at;
  // "Thursday, November 26": the date says which day it is.
  const isBeforeWeekday = [...calendar.beforeDay, ...calendar.next].includes(atoms[at]?.text ?? "");
  if (isBeforeWeekday && weekdayAt(atoms, at + 1, lexicon) !== null) start += 1;
  const named = weekdayAt(atoms, start, lexicon)?.weekday;
  const weekday = named === undefined ? {} : { weekday: named };
  // "Monday the 28th" is one day, "Monday, the 28th and the 29th" as well.
  if (named !== undefined) start += 1;
  const month = monthAt(start);
  if (month !== null) {
    const day = dayAt(calendar.beforeDay.includes(atoms[start + 1]?.text ?? "") ? start + 2 : start + 1);
    if (day === null) return null;
    const { year, next } = yearAt(day.next);
    return { days: { by: "date", month, day: day.day, year, ...weekday }, next };
  }
  const isNamed = calendar.beforeDay.includes(atoms[start]?.text ?? "");
  const day = dayAt(isNamed ? start + 1 : start);
  if (day === null) return null;
  const after = calendar.beforeMonth.includes(atoms[day.next]?.text ?? "") ? day.next + 1 : day.next;
  const later = /[^-]/.test(atoms[after]?.pause ?? "") ? null : monthAt(after);
  // "Nine to five December 24th": the month belongs to the day behind it.
  const isBehind = calendar.monthFirst && !day.isOrdinal && after === day.next && dayAt(after + 1) !== null;
  if (later !== null && isBehind) return null;
  if (later !== null) {
    const { year, next } = yearAt(after + 1);
    return { days: { by: "date", month: later, day: day.day, year, ...weekday }, next };
  }
  if (atoms[day.next]?.text === "/") {
    const second = atoms[day.next + 1]?.number?.value ?? 0;
    const [inMonth, onDay] = calendar.monthFirst ? [day.day, second] : [second, day.day];
    if (inMonth >= 1 && inMonth <= 12 && onDay >= 1 && onDay <= 31)
      return { days: { by: "date", month: inMonth, day: onDay, year: null, ...weekday }, next: day.next + 2 };
  }
  // "on the 24th"; a bare number behind a weekday is none.
  const isDayOnly = isNamed
    ? (day.isOrdinal || calendar.bareDays) && day.next > start + 1
    : named !== undefined && (day.isOrdinal || (calendar.bareDays && isHourless(atoms, day.next, lexicon)));
  const follow = atoms[day.next];
  const isNumberNext = follow !== undefined && follow.number !== null && !/[^-]/.test(follow.pause);
  if (!isDayOnly || isNumberNext || isOfSomething(atoms, day.next, lexicon)) return null;
  return { days: { by: "date", month: null, day: day.day, year: null, ...weekday }, next: day.next };
}

/** "Lundi 28" is a day, "lundi 9 heures" a time. */
function isHourless(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): boolean {
  const { minutes, to } = vocabulary.figures;
  const atom = atoms[at];
  if (atom === undefined || /[^-]/.test(atom.pause)) return true;
  return (
    !Object.hasOwn(minutes, atom.text) && !to.includes(atom.text) && atom.pause !== "-" && !/\p{N}/u.test(atom.text)
  );
}

/** "the second floor", "le 14 rue": the number counts what follows it. */
function isOfSomething(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const atom = atoms[at];
  if (atom === undefined || /[^-]/.test(atom.pause)) return false;
  if (bindingKeys.has(lexicon.keyOf(atom.text))) return false;
  const isAskable = lexicon.askable.has(atom.text) && !["person", "kid", "adult"].includes(lexicon.keyOf(atom.text));
  return /\p{L}/u.test(atom.text) && !lexicon.neutral.has(atom.text) && !isAskable;
}
