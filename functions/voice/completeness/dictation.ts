import { numberSoFar } from "../../shared/phoneNumber";
import { digitRun } from "./spokenNumber";
import { type Asked, contains, endsWith, type TurnWords } from "./turnWords";

/**
 * How far something that is dictated has come. `whole`: nothing can follow. `perhaps`: it may be all. `part`: more must follow.
 */
export type Dictated = "whole" | "perhaps" | "part";

/** What is dictated: the words as they are said, lower case and without punctuation. */
export interface Dictation {
  readonly words: readonly string[];
  readonly language: TurnWords;
  /** What the agent has asked for, and what the caller says that they give. */
  readonly asked: ReadonlySet<Asked>;
  /** All that the caller has said in this call before, likewise. */
  readonly earlier: readonly string[];
  /** E.164, in whose country a number is dialled as it is said. */
  readonly near: string;
}

/** Hardly a name is shorter, or has none of these. */
const leastLetters = 3;
const vowels = /[aeiouy]/;
/** "It's Anna Maria Smith". */
const mostNameWords = 4;
/** From so many digits, or words for digits, in a row on it is a telephone number, whatever was asked. */
const phoneDigits = 5;
const phoneWords = 3;
/** "Yes, it's". */
const mostBeforeFigures = 2;
/** What a number begins with, said in one. */
const areaDigits = 3;

/** What the end of the words dictates, and how far it has come; null where they dictate nothing. */
export function dictatedSoFar(dictation: Dictation): Dictated | null {
  return (
    spelling(dictation) ??
    email(dictation) ??
    code(dictation) ??
    telephone(dictation) ??
    address(dictation) ??
    date(dictation)
  );
}

function telephone({ words, language, asked, near }: Dictation): Dictated | null {
  const run = digitRun(words, language);
  if (run.words === 0) return null;
  // "Pour une": an article, as long as it stands alone.
  if (run.words === 1 && !asked.has("number") && endsWith(words, language.leadOn) > 0) return null;
  if (asked.has("address") || asked.has("date")) return null;
  // Nothing but figures, and few of them: they are the beginning of something.
  const isAlone = words.length - run.words <= mostBeforeFigures && !contains(words, language.wishes);
  const isNumber = asked.has("number") || run.digits.length >= phoneDigits || run.words >= phoneWords;
  if (!isNumber) return isAlone ? (isBeginning(run.digits) ? "part" : "perhaps") : null;
  if (Object.hasOwn(language.repeats, words.at(-1) ?? "")) return "part";
  const soFar = numberSoFar(run.digits, near);
  if (soFar === "whole") return "whole";
  // Seven digits are a number without its area code, where they end in a group of four.
  const isLocal = run.digits.length === 7 && run.words <= 3 && run.lastDigits === 4;
  return soFar === "possible" || isLocal ? "perhaps" : "part";
}

const lastFour = 4;
/** The shortest number of an order, a plate, a claim. */
const leastOfCode = 4;

/** "One Z nine nine nine", "k t r four eight oh nine": letters and figures of no known length. */
function code({ words, language, asked }: Dictation): Dictated | null {
  if (!asked.has("code")) return null;
  let from = words.length;
  let length = 0;
  for (; from > 0; from--) {
    const word = words[from - 1] ?? "";
    const isNumber = digitRun([word], language).words > 0;
    if (!isNumber && !isLetters(word) && !/^[a-z]*\d[a-z\d-]*$/.test(word) && !Object.hasOwn(language.repeats, word))
      break;
    length += isNumber ? digitRun([word], language).digits.length : word.length;
  }
  if (from === words.length) return null;
  if (asked.has("lastFour") && length === lastFour) return "whole";
  return length < leastOfCode || Object.hasOwn(language.repeats, words.at(-1) ?? "") ? "part" : "perhaps";
}

/** An area's code, or the nought before one. */
function isBeginning(digits: string): boolean {
  return digits.length === areaDigits || (digits.length > 1 && digits.startsWith("0"));
}

/** Letters one by one: "S M I T H", "S-M-I", "M as in Mary". */
function spelling({ words, language, asked, earlier }: Dictation): Dictated | null {
  const letters: string[] = [];
  let from = words.length;
  let isByWords = false;
  let isOpen = false;
  while (from > 0) {
    const word = words[from - 1] ?? "";
    if (isLetters(word)) {
      letters.unshift(...word.replaceAll("-", ""));
      from -= 1;
      continue;
    }
    if (Object.hasOwn(language.repeats, word)) {
      from -= 1;
      continue;
    }
    const as = letterAs(words.slice(0, from), language);
    if (as === null) break;
    letters.unshift(as.letter);
    isOpen ||= as.isOpen && from === words.length;
    isByWords = true;
    from -= as.words;
  }
  const isAsked = asked.has("name");
  if (letters.length === 0 || (letters.length < 2 && !(isAsked && from === 0) && !isByWords))
    return isAsked && isOnlyName(words, language) ? "perhaps" : null;
  if (isOpen) return "part";
  // Who explains one letter by a word explains the last as well.
  const isLastBare = isLetters(words.at(-1) ?? "");
  if (isByWords && isLastBare) return "part";
  const spelt = letters.join("");
  const names = [...earlier, ...words.slice(0, from)].filter((word) => word.length > 2).map(bare);
  // "Wilhelmina, W I L H …, Street".
  if (names.includes(bare(spelt))) return asked.has("address") ? "perhaps" : "whole";
  const isBegun = names.some((name) => name.startsWith(bare(spelt)) && name.length > letters.length);
  return isBegun || letters.length < leastLetters || !vowels.test(bare(spelt)) ? "part" : "perhaps";
}

/** Who is asked for their name and says it may spell it next. */
function isOnlyName(words: readonly string[], language: TurnWords): boolean {
  const isTold = language.asksFor.name.test(words.join(" "));
  return words.length <= mostNameWords && !isTold && !contains(words, language.wishes);
}

function isLetters(word: string): boolean {
  return /^\p{L}(?:-\p{L})*$/u.test(word);
}

/** "m as in mary" at the end of the words; open where the word itself has not come yet. */
function letterAs(
  words: readonly string[],
  { spellsAs }: TurnWords,
): { readonly letter: string; readonly words: number; readonly isOpen: boolean } | null {
  const openBy = endsWith(words, spellsAs);
  const openLetter = words.at(-1 - openBy) ?? "";
  if (openBy > 0 && isLetters(openLetter)) return { letter: openLetter.at(-1) ?? "", words: 1 + openBy, isOpen: true };
  const last = words.at(-1) ?? "";
  const by = endsWith(words.slice(0, -1), spellsAs);
  const letter = words.at(-2 - by) ?? "";
  if (by === 0 || letter.length !== 1 || !last.startsWith(letter)) return null;
  return { letter, words: 2 + by, isOpen: false };
}

/** A name without accents: people do not spell them. */
function bare(name: string): string {
  return name.normalize("NFD").replace(/\P{L}/gu, "").toLowerCase();
}

/** Where most people have their mail. */
const mailHosts = new Set("gmail googlemail outlook hotmail yahoo icloud aol proton protonmail gmx laposte".split(" "));
/** What an address may end with; "co" and "com" may go on by a country. */
const lastLabel = /^(?:com|org|net|edu|gov|info|biz|me|io|app|dev|shop|[a-z]{2})$/;

/** Nobody says more than this before they come to the "@". */
const mostBeforeAt = 9;

function email({ words, language, asked }: Dictation): Dictated | null {
  const atSign = words.findLastIndex((word, index) => word.includes("@") || isSpokenAt(words, index, language));
  const isAsked = asked.has("email");
  if (atSign < 0) {
    // Only what comes behind the sign was asked for.
    if (isAsked && lastLabel.test(words.at(-1) ?? "") && endsWith(words.slice(0, -1), language.dot) > 0)
      return "perhaps";
    const isBegun =
      (isAsked || contains(words.slice(1, -1), language.dot)) &&
      words.length < mostBeforeAt &&
      !contains(words, language.refusals);
    return isBegun || (words.length < mostBeforeAt && endsWith(words, language.dot) > 0) ? "part" : null;
  }
  const isWritten = (words[atSign] ?? "").includes("@");
  const hasDot = contains(words, language.dot);
  if (!isWritten && !isAsked && !hasDot) return mailHosts.has(words.at(-1) ?? "") ? "part" : null;
  const host = isWritten ? (words[atSign] ?? "").split("@")[1] : words.slice(atSign + 1).join(" ");
  const labels = (host ?? "").split(isWritten ? "." : new RegExp(` (?:${language.dot.replaceAll(" ", "|")}) `));
  const last = labels.at(-1) ?? "";
  if (labels.length < 2 || last.length < 2) return "part";
  // "Two moons dot studio" may have a label more.
  return last === "co" || !lastLabel.test(last) ? "perhaps" : "whole";
}

function isSpokenAt(words: readonly string[], index: number, { atSign }: TurnWords): boolean {
  return index > 0 && ` ${atSign} `.includes(` ${words[index]} `);
}

/** "Building C", "out past the mill": a place in so few words may have more. */
const mostPlaceWords = 6;

/** A house's number wants its street; after the street a town may come. */
function address({ words, language, asked }: Dictation): Dictated | null {
  if (!asked.has("address")) return null;
  const run = digitRun(words, language);
  if (isPostcode(words, run.digits)) return "whole";
  if (run.words > 0) return language.isStreetKindFirst && contains(words, language.streets) ? "perhaps" : "part";
  if (language.isStreetKindFirst) return endsWith(words, language.streets) > 0 ? "part" : "perhaps";
  const street = words.findLastIndex(
    (word) => ` ${language.streets} `.includes(` ${word} `) || /(?:stra(?:ß|ss)e|weg|platz|gasse)$/.test(word),
  );
  const isNumbered = words.some((word) => /^\d/.test(word));
  if (street < 0) return isNumbered ? "part" : words.length <= mostPlaceWords ? "perhaps" : null;
  return "perhaps";
}

/** "…, Beaverton, Oregon, 97007", "SW4 7TG", "S6H 4N7": nothing comes behind it in most countries. */
function isPostcode(words: readonly string[], digits: string): boolean {
  const end = words.slice(-7).join("");
  const isLettered = /(?:[a-z]{1,2}\d[a-z\d]?\d[a-z]{2}|[a-z]\d[a-z]\d[a-z]\d)$/.test(end);
  return isLettered || (digits.length === 5 && words.some((word) => /^\p{L}{2,}$/u.test(word)));
}

/** So many words that hold a date are nothing but the date. */
const mostDateWords = 6;

/** A month without its day, a day without its month, a date without its hour. */
function date({ words, language, asked }: Dictation): Dictated | null {
  if (!asked.has("date") && words.length > mostDateWords) return null;
  const isIn = (word: string | undefined, list: string) => word !== undefined && ` ${list} `.includes(` ${word} `);
  const last = words.at(-1) ?? "";
  if (isIn(last, language.months)) {
    const isWhole = words.some((word) => isCount(word, language)) || isIn(words.at(-2), language.mostlyLeadOn);
    return isWhole || words.length > mostDateWords ? "perhaps" : "part";
  }
  if (isYear(words, language) && words.some((word) => isIn(word, language.months))) return "whole";
  if (isIn(last, language.weekdays) || isOrdinal(last)) return "perhaps";
  // "the twenty" before "third", "March three" before its hour; an hour alone answers for itself.
  const isDay = isCount(last, language) && isIn(words.at(-2), language.months);
  return isDay || (asked.has("date") && isTens(last, language)) ? "perhaps" : null;
}

/** "2014", "nineteen ninety two", "twenty twenty six", "two thousand nineteen". */
function isYear(words: readonly string[], language: TurnWords): boolean {
  const { digits } = digitRun(words, language);
  return /(?:19|20)\d\d$/.test(digits) || /\b(?:thousand|mille|tausend|mil)\b/.test(words.slice(-4, -1).join(" "));
}

export function isCount(word: string, { numbers }: TurnWords): boolean {
  return /^\d/.test(word) || Object.hasOwn(numbers, word) || isOrdinal(word);
}

function isOrdinal(word: string): boolean {
  return /(?:\d(?:st|nd|rd|th|\.)|first|second|third|fourth|fifth|sixth|eighth|ninth|tenth|elfth|twelfth|teenth|tieth|seventh)$/.test(
    word,
  );
}

function isTens(word: string, { numbers }: TurnWords): boolean {
  return (numbers[word] ?? 0) >= 20 && (numbers[word] ?? 0) % 10 === 0;
}
