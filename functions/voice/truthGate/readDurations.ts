import type { Atom } from "./atoms";
import type { Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { entriesAt, matchPattern } from "./patterns";
import type { FoundFigure } from "./readFigures";

/** Reads how long, and how often: "half an hour", "five working days", "every two weeks". */

/** "45 minutes", "an hour and a half", "a year", "the first hour". */
export function readDuration(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
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
export function readWorkingDays(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): FoundFigure | null {
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
export function readRate(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
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
