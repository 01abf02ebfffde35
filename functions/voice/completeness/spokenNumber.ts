import type { TurnWords } from "./turnWords";

/** The digits with which a text ends, as far back as nothing but digits was said. */
export interface DigitRun {
  readonly digits: string;
  /** How many words they are. */
  readonly words: number;
  /** The digits of the last word or figure by itself. */
  readonly lastDigits: number;
}

const noRun: DigitRun = { digits: "", words: 0, lastDigits: 0 };

/** Digits at the end of `words` (lower case, without punctuation): "five oh three", "503 555", "double two", "trente-quatre". */
export function digitRun(words: readonly string[], { numbers, repeats }: TurnWords): DigitRun {
  let from = words.length;
  const isOne = (at: number) => isDigits(words[at] ?? "", numbers, repeats);
  // "Vingt et un".
  while (from > 0 && (isOne(from - 1) || (words[from - 1] === "et" && from < words.length && isOne(from - 2))))
    from -= 1;
  // Letters are spelt, not counted; "oh" alone is no number.
  const run = words.slice(from).filter((word) => word !== "et");
  const digits = digitsOf(
    run.flatMap((word) => (/\d/.test(word) || Object.hasOwn(numbers, word) ? [word] : word.split("-"))),
    numbers,
    repeats,
  );
  if (!/\d/.test(digits)) return noRun;
  const last = words.at(-1) ?? "";
  return { digits, words: run.length, lastDigits: /^\d+$/.test(last) ? last.length : 1 };
}

function isDigits(word: string, numbers: TurnWords["numbers"], repeats: TurnWords["repeats"]): boolean {
  if (/^\+?\d+(?:-\d+)*$/.test(word)) return true;
  return word.split("-").every((each) => Object.hasOwn(numbers, each) || Object.hasOwn(repeats, each));
}

function digitsOf(words: readonly string[], numbers: TurnWords["numbers"], repeats: TurnWords["repeats"]): string {
  let digits = "";
  let times = 1;
  let before = -1;
  for (const word of words) {
    const repeat = repeats[word];
    if (repeat !== undefined) {
      times = repeat;
      continue;
    }
    const value = /\d/.test(word) ? -1 : (numbers[word] ?? -1);
    if (value < 0) digits += word.replace(/\D/g, "").repeat(times);
    else if (before === 4 && value === 20 && numbers.vingt === 20) digits = `${digits.slice(0, -1)}80`;
    else if (isAddedTo(before, value)) digits = digits.slice(0, -String(value).length) + value;
    else if (value === 100) digits += "00";
    else digits += String(value).repeat(times);
    before = value;
    times = 1;
  }
  return digits;
}

/** "thirty four" is 34, "soixante douze" 72, "quatre-vingt dix" 90: as long as the tens alone. */
function isAddedTo(before: number, value: number): boolean {
  if (value < 1 || before < 20 || before > 90 || before % 10 !== 0) return false;
  return value < 10 || ((before === 60 || before === 20) && value < 20);
}

/** A number in digits or words, or an ordinal. */
export function isCount(word: string, { numbers }: TurnWords): boolean {
  return /^\d/.test(word) || Object.hasOwn(numbers, word) || isOrdinal(word);
}

/** "23rd", "twentieth". */
export function isOrdinal(word: string): boolean {
  return /(?:\d(?:st|nd|rd|th|\.)|first|second|third|fourth|fifth|sixth|eighth|ninth|tenth|elfth|twelfth|teenth|tieth|seventh)$/.test(
    word,
  );
}
