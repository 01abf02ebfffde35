import { numberSoFar } from "../../shared/phoneNumber";
import { dictatedDate, isWholeDate } from "./dictatedDate";
import { mailAddress } from "./mailAddress";
import { isLetters, letterAs, spelling } from "./spelling";
import { digitRun } from "./spokenNumber";
import { streetAddress } from "./streetAddress";
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
  /** All that was said in this call before, by the caller or in the agent's question, likewise. */
  readonly earlier: readonly string[];
  /** E.164, in whose country a number is dialled as it is said. */
  readonly near: string;
}

/** From so many digits, or words for digits, in a row on it is a telephone number, whatever was asked. */
const phoneDigits = 5;
const phoneWords = 3;
/** "Yes, it's". */
const mostBeforeFigures = 2;
/** What a number begins with, said in one. */
const areaDigits = 3;

/** What the end of the words dictates, and how far it has come; null where they dictate nothing. */
export function dictatedSoFar(dictation: Dictation): Dictated | null {
  if (isWholeDate(dictation)) return "whole";
  return (
    spelling(dictation) ??
    mailAddress(dictation) ??
    code(dictation) ??
    telephone(dictation) ??
    streetAddress(dictation) ??
    dictatedDate(dictation)
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

/** How letters are called over the telephone, in every country. */
const callLetters: ReadonlySet<string> = new Set(
  "alpha alfa bravo charlie delta echo foxtrot golf hotel india juliet kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey yankee zulu".split(
    " ",
  ),
);
const lastFour = 4;
/** The shortest number of an order, a plate, a claim. */
const leastOfCode = 4;

/** "One Z nine nine nine", "k t r four eight oh nine": letters and figures of no known length. */
function code({ words, language, asked }: Dictation): Dictated | null {
  if (!asked.has("code") || asked.has("address")) return null;
  let from = words.length;
  let length = 0;
  for (; from > 0; from--) {
    const word = words[from - 1] ?? "";
    const as = letterAs(words.slice(0, from), language);
    if (as !== null || callLetters.has(word)) {
      length += 1;
      from -= (as?.words ?? 1) - 1;
      continue;
    }
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
