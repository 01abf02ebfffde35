import type { Atom, ReadNumber } from "./atoms";
import type { FigureUnit, Reading } from "./figure";
import { bindingKeys, type Lexicon } from "./lexicon";
import { entriesAt, matchPattern } from "./patterns";
import { readDays } from "./readDays";
import { perAt, perOfPrice } from "./readPer";

/** A figure that was found at an atom, without its bounds. */
export interface FoundFigure {
  readonly readings: readonly Reading[];
  readonly next: number;
  readonly per: string | null;
  readonly isArticle?: boolean;
  /** What it counts, one of which is so many minutes or months. */
  readonly unit?: FigureUnit;
}

/** The longest figure that begins at an atom; null where none does. */
export function readFigure(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const atom = atoms[at];
  if (atom === undefined) return null;
  const many = readCountOfLong(atoms, at, lexicon);
  if (many !== null) return many;
  const found = [
    readDigits(atoms, at),
    readDays(atoms, at, lexicon),
    readMoney(atoms, at, lexicon),
    readDuration(atoms, at, lexicon),
    readWorkingDays(atoms, at, lexicon),
    readPercent(atoms, at, lexicon),
    readClock(atoms, at, lexicon),
    readOrdinal(atoms, at, lexicon),
    readSpelled(atoms, at, lexicon),
    readRate(atoms, at, lexicon),
  ].filter((each) => each !== null);
  const furthest = Math.max(0, ...found.map(({ next }) => next));
  const longest = found.filter(({ next }) => next === furthest);
  if (longest.length > 0) {
    const bare = furthest === at + 1 ? readCount(atoms, at, lexicon) : null;
    const all = bare === null ? longest : [...longest, bare];
    return {
      readings: all.flatMap(({ readings }) => readings),
      next: furthest,
      per: all.find(({ per }) => per !== null)?.per ?? null,
      isArticle: all.every(({ isArticle }) => isArticle === true),
      unit: all.find(({ unit }) => unit !== undefined)?.unit,
    };
  }
  return readCount(atoms, at, lexicon);
}

const mostDigits = 15;
const leastDigits = 6;

/** A number as it is dialled, in groups; at least three groups, or one that is too long for anything else. */
function readDigits(atoms: readonly Atom[], at: number): FoundFigure | null {
  let next = at;
  let digits = "";
  for (; next < atoms.length; next++) {
    const atom = atoms[next];
    if (atom?.text === "+" && next === at) continue;
    if (!atom?.number || !Number.isInteger(atom.number.value) || /[.;:!?…]/.test(next > at ? atom.pause : "")) break;
    if (digits.length + atom.number.digits.length > mostDigits) break;
    digits += atom.number.digits;
  }
  const groups = next - at;
  if (digits.length < leastDigits || (groups < 3 && digits.length < 9)) return null;
  return { readings: [{ unit: "digits", digits }], next, per: null };
}

/** "One one four Otley Road": a number said digit by digit. */
function readSpelled(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  let next = at;
  let digits = "";
  for (; next < atoms.length; next++) {
    const number = atoms[next]?.number;
    if (
      !number ||
      number.isNumeral ||
      number.digits.length !== 1 ||
      (next > at && /[^-]/.test(atoms[next]?.pause ?? ""))
    )
      break;
    digits += number.digits;
  }
  if (digits.length < 2) return null;
  return {
    readings: [{ unit: "count", value: Number(digits), of: countedFrom(atoms, next, lexicon) }],
    next,
    per: null,
  };
}

function readMoney(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { currencies, cents } = lexicon.vocabulary.figures;
  const currencyAt = (index: number) => {
    const text = atoms[index]?.text ?? "";
    return Object.hasOwn(currencies, text) && !/[^-]/.test(index > at ? (atoms[index]?.pause ?? "") : "")
      ? currencies[text]
      : undefined;
  };
  for (const [pattern, value] of entriesAt(lexicon.vocabulary.figures.sums, atoms[at])) {
    const found = matchPattern(pattern, atoms, at);
    if (found !== null)
      return { readings: [{ unit: "money", value, currency: null }], ...perAt(atoms, found.next, lexicon, false) };
  }
  const before = currencyAt(at);
  const start = before === undefined ? at : at + 1;
  const whole = atoms[start]?.number ?? oneOfMoney(atoms, start, lexicon);
  if (!whole || (start > at && /[^-]/.test(atoms[start]?.pause ?? ""))) return null;
  const after = before === undefined ? currencyAt(start + 1) : undefined;
  const currency = before ?? after;
  if (currency === undefined) {
    if (cents.includes(atoms[start + 1]?.text ?? "") && !whole.isArticle)
      return {
        readings: [{ unit: "money", value: whole.value / 100, currency: null }],
        ...perAt(atoms, start + 2, lexicon, false),
      };
    return readBarePrice(atoms, start, lexicon) ?? readBareRate(atoms, start, lexicon);
  }
  let next = start + (after === undefined ? 1 : 2);
  let { value } = whole;
  // "$35 fifty", "35 dollars and fifty cents", "35 euros 50".
  let small = next;
  const isJoined = [...lexicon.vocabulary.numbers.joint, "and", "und", "con"].includes(atoms[small]?.text ?? "");
  if (isJoined) small += 1;
  // "Twenty-four dollars and ninety-five."
  const isLast =
    atoms[small + 1] === undefined ||
    /[^-]/.test(atoms[small + 1]?.pause ?? "") ||
    // "Forty-nine dollars and ninety-five a day."
    (isJoined && perAt(atoms, small + 1, lexicon, true).per !== null);
  const isHundredths = isJoined && after !== undefined && isLast && atoms[small]?.number?.digits.length === 2;
  const hundredths = atoms[small]?.number;
  const isNamed = cents.includes(atoms[small + 1]?.text ?? "");
  const isClose = !/[^-]/.test(atoms[next]?.pause ?? "");
  if (
    hundredths &&
    isClose &&
    hundredths.value < 100 &&
    Number.isInteger(value) &&
    (isNamed || isHundredths || (!isJoined && after !== undefined))
  ) {
    if (isNamed || hundredths.digits.length === 2) {
      value += hundredths.value / 100;
      next = small + (isNamed ? 2 : 1);
    }
  }
  return { readings: [{ unit: "money", value, currency }], ...perAt(atoms, next, lexicon, false) };
}

/** "A dollar eighty", "a dollar and fifty cents". */
function oneOfMoney(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): ReadNumber | null {
  const [article, unit, next, behind] = atoms.slice(at, at + 4);
  const { currencies, one } = vocabulary.figures;
  if (article === undefined || !one.includes(article.text) || unit?.pause !== "") return null;
  if (!Object.hasOwn(currencies, unit.text) || !/\p{L}/u.test(unit.text)) return null;
  const small = next?.pause === "" ? (next.text === "and" ? behind : next) : undefined;
  if (small?.number === null || small === undefined || small.number.digits.length !== 2) return null;
  return { value: 1, digits: "1", isNumeral: false, isArticle: false };
}

/** "Seventy-two a day": a bare number with what it is for one of is a price. */
function readBareRate(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  if (!number || number.isArticle || readPercent(atoms, at, lexicon) !== null) return null;
  const found = perAt(atoms, at + 1, lexicon, true);
  if (found.per === null) return null;
  const readings: Reading[] = [
    { unit: "money", value: number.value, currency: null },
    { unit: "count", value: number.value, of: [] },
  ];
  return { readings, ...found };
}

/** "Eighteen fifty" and "one seventy-five" by themselves: with hundredths, or hundreds as they are spoken; "twelve oh one" too. */
function readBarePrice(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const [whole, part] = [atoms[at]?.number, atoms[at + 1]];
  if (!whole || !part?.number || /[^-]/.test(part.pause) || !Number.isInteger(whole.value)) return null;
  const isZero = part.number.value === 0 && !part.number.isNumeral;
  const unit = isZero ? atoms[at + 2] : undefined;
  const rest = isZero && unit?.number && unit.pause === "" && unit.number.value < 10 ? unit.number.value : null;
  const next = at + (rest === null ? 2 : 3);
  const small = rest ?? part.number.value;
  if (rest === null && part.number.digits.length !== 2) return null;
  const rated = perOfPrice(atoms, next, lexicon);
  const readings: Reading[] = [];
  // "One twenty-minute class" is no price.
  const isMeasured = lexicon.vocabulary.figures.minutes[atoms[next]?.text ?? ""] !== undefined;
  if (whole.isArticle && isMeasured && atoms[next]?.pause === "-") return null;
  if (whole.value < 1000 && !(whole.isArticle && (isMeasured || part.number.isNumeral)))
    readings.push({ unit: "money", value: whole.value + small / 100, currency: null });
  // Hundreds are spoken so in words only.
  if (whole.value >= 1 && whole.value < 100 && !whole.isNumeral && !part.number.isNumeral) {
    const value = whole.value * 100 + small;
    const of = countedFrom(atoms, next, lexicon);
    readings.push({ unit: "count", value, of });
    if (of.length === 0) readings.push({ unit: "money", value, currency: null });
  }
  return readings.length === 0 ? null : { readings, ...rated };
}

function readDuration(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { minutes, months, monthPhrases, durations } = lexicon.vocabulary.figures;
  for (const [pattern, value] of entriesAt(monthPhrases, atoms[at])) {
    const found = matchPattern(pattern, atoms, at);
    if (found !== null) return { readings: [{ unit: "months", value }], next: found.next, per: null };
  }
  for (const [pattern, each, more] of durations) {
    const found = matchPattern(pattern, atoms, at);
    if (found === null) continue;
    const readings: Reading[] = [{ unit: "minutes", value: (found.n ?? 0) * each + more }];
    // "Quinze jours" are two weeks, and fifteen days as well.
    const plain = atoms[at]?.number && found.next === at + 2 ? (minutes[atoms[at + 1]?.text ?? ""] ?? null) : null;
    if (plain !== null) readings.push({ unit: "minutes", value: (atoms[at]?.number?.value ?? 0) * plain });
    return { readings, next: found.next, per: null };
  }
  const bare = atoms[at];
  // "The first hour": as long as it says.
  const isFirst =
    at > 0 && bare?.pause === "" && Object.hasOwn(lexicon.vocabulary.numbers.ordinals, atoms[at - 1]?.text ?? "");
  const own = isFirst && Object.hasOwn(minutes, bare.text) ? (minutes[bare.text] ?? 0) : 0;
  if (own > 0 && own <= 60) return { readings: [{ unit: "minutes", value: own }], next: at + 1, per: null };
  const isOne = lexicon.vocabulary.figures.one.includes(atoms[at]?.text ?? "");
  const number = atoms[at]?.number ?? (isOne ? { value: 1 } : null);
  const unit = atoms[at + 1];
  if (!number || unit === undefined || /[^-]/.test(unit.pause)) return null;
  const isArticle = isOne && !atoms[at]?.number?.isNumeral;
  if (Object.hasOwn(months, unit.text)) {
    const value = number.value * (months[unit.text] ?? 0);
    const readings: Reading[] = [{ unit: "months", value }];
    if (isArticle) readings.push({ unit: "everyMonths", value });
    return { readings, next: at + 2, per: null, isArticle, unit: { months: months[unit.text] ?? 0 } };
  }
  if (!Object.hasOwn(minutes, unit.text)) return null;
  const each = minutes[unit.text] ?? 0;
  let value = number.value * each;
  let next = at + 2;
  // "1 hour 30", "an hour and thirty minutes".
  if (each === 60) {
    const joint =
      lexicon.vocabulary.numbers.joint.includes(atoms[next]?.text ?? "") || atoms[next]?.text === "and" ? 1 : 0;
    const rest = atoms[next + joint]?.number;
    const isNamed = minutes[atoms[next + joint + 1]?.text ?? ""] === 1;
    if (rest && rest.value < 60 && (isNamed || joint === 0) && !/[^-]/.test(atoms[next]?.pause ?? "")) {
      value += rest.value;
      next += joint + (isNamed ? 2 : 1);
    }
  }
  const readings: Reading[] = [{ unit: "minutes", value }];
  const isAlone = isArticle && next === at + 2;
  if (isAlone) readings.push({ unit: "everyMinutes", value });
  return { readings, next, per: null, isArticle: isAlone, unit: { minutes: each } };
}

/** "Five working days" are a week, and no five days. */
function readWorkingDays(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): FoundFigure | null {
  const first = atoms[at];
  const isOne = vocabulary.figures.one.includes(first?.text ?? "");
  if (!first?.number && !isOne) return null;
  for (const pattern of vocabulary.figures.workingDays) {
    const found = matchPattern(first?.number ? `{n} ${pattern}` : `${first?.text ?? ""} ${pattern}`, atoms, at);
    if (found !== null)
      return {
        readings: [{ unit: "count", value: first?.number?.value ?? 1, of: ["workingDay"] }],
        next: found.next,
        per: null,
        unit: { of: "workingDay" },
      };
  }
  return null;
}

/** "Every two weeks", "every other day", "once a year", "monthly". */
function readRate(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { rates, minutes, months } = lexicon.vocabulary.figures;
  const { ordinals } = lexicon.vocabulary.numbers;
  const rate = (unit: "everyMinutes" | "everyMonths", value: number, next: number): FoundFigure => ({
    readings: [{ unit, value }],
    next,
    per: null,
  });
  const text = atoms[at]?.text ?? "";
  if (Object.hasOwn(rates.minutes, text)) return rate("everyMinutes", rates.minutes[text] ?? 0, at + 1);
  if (Object.hasOwn(rates.months, text)) return rate("everyMonths", rates.months[text] ?? 0, at + 1);
  const ofUnit = (index: number, times: number): FoundFigure | null => {
    const unit = atoms[index];
    if (unit === undefined || /[^-]/.test(unit.pause)) return null;
    if (Object.hasOwn(minutes, unit.text)) return rate("everyMinutes", (minutes[unit.text] ?? 0) * times, index + 1);
    return Object.hasOwn(months, unit.text) ? rate("everyMonths", (months[unit.text] ?? 0) * times, index + 1) : null;
  };
  for (const pattern of rates.everyOther) {
    const found = matchPattern(pattern, atoms, at);
    const read = found === null ? null : ofUnit(found.next, 2);
    if (read !== null) return read;
  }
  for (const pattern of rates.every) {
    const found = matchPattern(pattern, atoms, at);
    if (found === null) continue;
    const word = atoms[found.next];
    const nth = word === undefined ? undefined : (word.number?.value ?? ordinals[word.text]);
    const read = nth === undefined ? ofUnit(found.next, 1) : ofUnit(found.next + 1, nth);
    if (read !== null && read.next > found.next) return read;
    const length = word?.pause === "" ? readDuration(atoms, found.next, lexicon) : null;
    const minutes = length?.readings.find(({ unit }) => unit === "minutes");
    if (length !== null && minutes?.unit === "minutes") return rate("everyMinutes", minutes.value, length.next);
  }
  for (const [pattern, count] of entriesAt(rates.times, atoms[at])) {
    const found = matchPattern(pattern, atoms, at);
    if (found === null) continue;
    const adverb = atoms[found.next]?.text ?? "";
    const times = count === 0 ? (found.n ?? 1) : count;
    if (Object.hasOwn(rates.minutes, adverb))
      return rate("everyMinutes", (rates.minutes[adverb] ?? 0) / times, found.next + 1);
    if (Object.hasOwn(rates.months, adverb))
      return rate("everyMonths", (rates.months[adverb] ?? 0) / times, found.next + 1);
    if (rates.daily.includes(adverb)) return rate("everyMinutes", 1440 / times, found.next + 1);
    for (const joint of rates.timesPer) {
      const per = matchPattern(joint, atoms, found.next);
      const read = per === null ? null : ofUnit(per.next, 1 / times);
      if (read !== null) return read;
    }
  }
  return null;
}

function readPercent(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  if (!number) return null;
  const { percent } = lexicon.vocabulary.figures;
  for (const words of percent) {
    const found = matchPattern(`{n} ${words}`, atoms, at);
    if (found !== null) return { readings: [{ unit: "percent", value: number.value }], next: found.next, per: null };
  }
  return null;
}

function readClock(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const atom = atoms[at];
  const { clock, clockBefore } = lexicon.vocabulary.figures;
  if (atom?.clock !== null && atom?.clock !== undefined) {
    const isSettled = atom.text.startsWith("0") || atom.clock >= 780;
    return withHalf(atoms, at + 1, isSettled ? [atom.clock] : bothHalves(atom.clock), lexicon);
  }
  const dotted = dottedTime(atom?.text ?? "");
  if (dotted !== null) return withHalf(atoms, at + 1, bothHalves(dotted), lexicon);
  const isAsked = clockBefore.includes(atoms[at - 1]?.text ?? "");
  let best: { next: number; minute: number; isSettled: boolean } | null = null;
  for (const { pattern, sign = 1, plus = 0, fixed, isVague, behind } of clock) {
    if (behind !== undefined && !behind.includes(atoms[at - 1]?.text ?? "")) continue;
    const found = matchPattern(pattern, atoms, at);
    if (found === null || (best !== null && found.next <= best.next)) continue;
    if (isVague && !isAsked && !isHalfSaid(atoms, found.next, lexicon)) continue;
    // "A un vecino": an article is no time of day.
    if (isVague && atoms[at]?.number?.isArticle === true && lexicon.vocabulary.numbers.articlesNeverCount) continue;
    const minute = fixed ?? ((found.h ?? 0) * 60 + sign * (found.m ?? 0) + plus + 1440) % 1440;
    if (found.h === 24 && (found.m ?? 0) > 0) continue;
    const isSettled = fixed !== undefined || (found.h ?? 0) > 12 || found.h === 0;
    best = { next: found.next, minute: found.h === 24 ? 1440 : minute, isSettled };
  }
  if (best === null) return null;
  return withHalf(atoms, best.next, best.isSettled ? [best.minute] : bothHalves(best.minute), lexicon);
}

/** "9.30" is half past nine, where it is no price. */
function dottedTime(text: string): number | null {
  const [, hour, minute] = /^(\d{1,2})\.(\d{2})$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined || Number(hour) > 24 || Number(minute) > 59) return null;
  return Number(hour) * 60 + Number(minute);
}

function isHalfSaid(atoms: readonly Atom[], at: number, { vocabulary: { figures } }: Lexicon): boolean {
  return [...figures.beforeNoon, ...figures.afterNoon, ...figures.atNight].some(
    (pattern) => matchPattern(pattern, atoms, at) !== null,
  );
}

function bothHalves(minute: number): number[] {
  if (minute >= 780 || minute === 0) return [minute];
  return minute >= 720 ? [minute, minute - 720] : [minute, minute + 720];
}

/** What is called the night, in minutes from midnight. */
const [nightFrom, nightUntil] = [1020, 300];

/** With what settles the half of the day behind it: `am`, `in the evening`. */
function withHalf(atoms: readonly Atom[], next: number, minutes: readonly number[], lexicon: Lexicon): FoundFigure {
  const { beforeNoon, afterNoon, atNight } = lexicon.vocabulary.figures;
  const half = (patterns: readonly string[]) =>
    patterns.map((pattern) => matchPattern(pattern, atoms, next)).find((each) => each !== null) ?? null;
  const [early, late] = [half(beforeNoon), half(afterNoon)];
  const settled = (isLate: boolean) => {
    const fitting = minutes.filter((minute) => (isLate ? minute >= 720 : minute < 720));
    return fitting.length > 0 ? fitting : minutes;
  };
  const readings = (of: readonly number[]): Reading[] => [{ unit: "clock", minutes: of }];
  const night = half(atNight);
  if (night !== null) {
    const fitting = minutes.filter((minute) => minute >= nightFrom || minute <= nightUntil);
    return { readings: readings(fitting.length > 0 ? fitting : minutes), next: night.next, per: null };
  }
  if (early !== null) return { readings: readings(settled(false)), next: early.next, per: null };
  if (late !== null) return { readings: readings(settled(true)), next: late.next, per: null };
  return { readings: readings(minutes), next, per: null };
}

function readOrdinal(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { ordinals } = lexicon.vocabulary.numbers;
  const text = atoms[at]?.text ?? "";
  if (Object.hasOwn(ordinals, text))
    return { readings: [{ unit: "ordinal", value: ordinals[text] ?? 0 }], next: at + 1, per: null };
  const suffix = atoms[at + 1];
  if (!atoms[at]?.number || suffix === undefined || suffix.pause !== "") return null;
  if (!/^(th|st|nd|rd|er|ère|re|e|ème|eme)$/.test(suffix.text)) return null;
  return { readings: [{ unit: "ordinal", value: atoms[at]?.number?.value ?? 0 }], next: at + 2, per: null };
}

/** A number of things, or by itself whatever a number may be. */
function readCount(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  if (!number) return null;
  const of = countedFrom(atoms, at + 1, lexicon);
  // An article, or "one" as in "which one".
  if (
    number.isArticle &&
    ((of.length === 0 && !isRationed(atoms, at) && !isStartOfRange(atoms, at, lexicon)) ||
      lexicon.vocabulary.numbers.articlesNeverCount)
  )
    return null;
  const { value } = number;
  const readings: Reading[] = [{ unit: "count", value, of }];
  if (of.length === 0) {
    readings.push({ unit: "money", value, currency: null });
    // "Fourteen to eighteen hours"; by itself nobody says so of a time of day.
    const isHour = value <= 12 || number.isNumeral || lexicon.vocabulary.figures.to.includes(atoms[at + 1]?.text ?? "");
    if (Number.isInteger(value) && value <= 24 && isHour)
      readings.push({ unit: "clock", minutes: value > 12 || value === 0 ? [value * 60] : bothHalves(value * 60) });
  }
  return { readings, next: at + 1, per: null };
}

/** "One to three months." */
function isStartOfRange(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): boolean {
  const [joint, end] = [atoms[at + 1], atoms[at + 2]];
  const isJoint = joint?.pause === "" && [...vocabulary.calendar.through, "or"].includes(joint.text);
  return isJoint && end?.number?.isArticle === false && end.pause === "" && end.number.value < 32;
}

/** "Two 2-hour sessions", "ten half-hour lessons": how many there are, where how long stands between. */
function readCountOfLong(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  const length =
    number && (!number.isArticle || atoms[at + 2]?.pause === "-") && atoms[at + 1]?.pause === ""
      ? readDuration(atoms, at + 1, lexicon)
      : null;
  const unit = length === null ? undefined : atoms[length.next - 1];
  const thing = length === null ? undefined : atoms[length.next];
  const isInside =
    unit !== undefined && (unit.pause === "-" || atoms[at + 1]?.number === null) && !unit.text.endsWith("s");
  if (!number || length === null || !isInside || length.isArticle === true) return null;
  if (thing === undefined || thing.pause !== "" || thing.number !== null || lexicon.neutral.has(thing.text))
    return null;
  const of = countedFrom(atoms, length.next, lexicon);
  return of.length === 0 ? null : { readings: [{ unit: "count", value: number.value, of }], next: at + 1, per: null };
}

/** "One per student." */
function isRationed(atoms: readonly Atom[], at: number): boolean {
  const next = atoms[at + 1];
  return next?.text === "per" && next.pause === "" && atoms[at]?.text === "one";
}

/** What people do is not counted: "children from five to fifteen pay £4". */
const doings: ReadonlySet<string> = new Set(["pay", "start", "stay", "need"]);

/** The words behind a number that it counts, up to two. */
function countedFrom(atoms: readonly Atom[], from: number, lexicon: Lexicon): string[] {
  const of: string[] = [];
  for (let next = from; next < atoms.length && of.length < 2; next++) {
    const atom = atoms[next];
    if (atom === undefined || /[^-]/.test(atom.pause) || atom.number !== null || atom.clock !== null) break;
    if (lexicon.neutral.has(atom.text) || !/\p{L}/u.test(atom.text)) break;
    const key = lexicon.keyOf(atom.text);
    if (bindingKeys.has(key) || doings.has(key) || readDays(atoms, next, lexicon) !== null) break;
    of.push(key);
  }
  return of;
}
