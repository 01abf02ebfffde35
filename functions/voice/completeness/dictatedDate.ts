import type { Dictated, Dictation } from "./dictation";
import { digitRun, isCount, isOrdinal } from "./spokenNumber";
import { contains, type TurnWords } from "./turnWords";

/** So many words that hold a date are nothing but the date. */
const mostDateWords = 6;

/** A month without its day, a day without its month, a date without its hour. */
export function dictatedDate({ words, language, asked }: Dictation): Dictated | null {
  if (!asked.has("date") && words.length > mostDateWords) return null;
  const isIn = (word: string | undefined, list: string) => word !== undefined && ` ${list} `.includes(` ${word} `);
  const last = words.at(-1) ?? "";
  // Of a birth the year is owed.
  if (asked.has("birth") && !contains(words, language.refusals) && (isIn(last, language.months) || isOrdinal(last)))
    return "part";
  if (isIn(last, language.months)) {
    const isWhole = words.some((word) => isCount(word, language)) || ["in", "en", "im"].includes(words.at(-2) ?? "");
    return isWhole || words.length > mostDateWords ? "perhaps" : "part";
  }
  if (isIn(last, language.weekdays) || isOrdinal(last)) return "perhaps";
  // "the twenty" before "third", "March three" before its hour; an hour alone answers for itself.
  const isDay = isCount(last, language) && isIn(words.at(-2), language.months);
  return isDay || (asked.has("date") && isTens(last, language)) ? "perhaps" : null;
}

/** "The fourth of July nineteen seventy six". */
export function isWholeDate({ words, language }: Dictation): boolean {
  return isYear(words, language) && words.slice(-6).some((word) => ` ${language.months} `.includes(` ${word} `));
}

/** "2014", "nineteen ninety two", "twenty twenty six", "two thousand nineteen". */
function isYear(words: readonly string[], language: TurnWords): boolean {
  const { digits } = digitRun(words, language);
  return /(?:19|20)\d\d$/.test(digits) || /\b(?:thousand|mille|tausend|mil)\b/.test(words.slice(-4, -1).join(" "));
}

function isTens(word: string, { numbers }: TurnWords): boolean {
  return (numbers[word] ?? 0) >= 20 && (numbers[word] ?? 0) % 10 === 0;
}
