import { type NumberWordTable, numberWords } from "../numberWords";
import { plainWord, type Token } from "./secret";

/** Without accents; the words of one language stand for the same in another, or are no words there. */
const values: NumberWordTable = Object.fromEntries(
  [...Object.values(numberWords), { nought: 0, fourty: 40, octante: 80, eine: 1, dreissig: 30 }].flatMap((words) =>
    Object.entries(words).map(([word, value]) => [plainWord(word), value]),
  ),
);

const hundreds = new Set(["hundred", "cent", "cents", "hundert", "cien", "ciento"]);
const times: Readonly<Record<string, number>> = { double: 2, doppel: 2, doble: 2, triple: 3, treble: 3, dreifach: 3 };

/** Said between digits without ending the number. */
const betweenDigits = new Set(
  "uh um er erm hmm and then dash hyphen space minus plus euh et puis tiret espace ah ahm und dann strich y luego guion eh like".split(
    " ",
  ),
);

/** A number word's part in a run of digits. */
export type DigitWord =
  | { readonly type: "digits"; readonly digits: string }
  | { readonly type: "value"; readonly value: number }
  | { readonly type: "hundred" }
  | { readonly type: "times"; readonly count: number }
  | { readonly type: "filler" };

/** Null where the token has no part in a number. */
export function digitWordOf({ text }: Token): DigitWord | null {
  if (/^\d/.test(text)) return { type: "digits", digits: text };
  const word = plainWord(text);
  if (hundreds.has(word)) return { type: "hundred" };
  if (betweenDigits.has(word)) return { type: "filler" };
  const count = Object.hasOwn(times, word) ? times[word] : undefined;
  if (count !== undefined) return { type: "times", count };
  const value = numberOf(word);
  return value === null ? null : { type: "value", value };
}

function numberOf(word: string): number | null {
  if (Object.hasOwn(values, word)) return values[word] ?? null;
  // German writes 135 as one word, and 35 with the unit first.
  const [, hundred, rest = ""] = /^(\w*?)hundert(\w+)$/.exec(word.replace(/ß/g, "ss")) ?? [];
  const [ofHundred, ofRest] = [
    hundred === "" ? 1 : values[hundred ?? ""],
    hundred === undefined ? null : numberOf(rest),
  ];
  if (ofHundred !== undefined && ofRest !== null) return ofHundred * 100 + ofRest;
  const [, unit = "", ten = ""] = /^(\w+?)und(\w+)$/.exec(word.replace(/ß/g, "ss")) ?? [];
  const [unitValue, tenValue] = [values[unit], values[ten]];
  if (unitValue === undefined || tenValue === undefined || unitValue > 9 || tenValue < 20) return null;
  return tenValue + unitValue;
}

/** The digits that number words stand for when they are dictated one after the other: `forty-one eleven double five` is 411155. */
export function digitsOf(words: readonly DigitWord[]): string {
  let digits = "";
  let before: number | null = null;
  let count = 1;
  for (const word of words) {
    if (word.type === "filler") continue;
    if (word.type === "times") {
      count = word.count;
      before = null;
      continue;
    }
    if (word.type === "hundred") {
      digits += before === null ? "100" : "00";
      before = null;
    } else if (word.type === "digits") {
      digits += word.digits.repeat(count);
      before = null;
    } else {
      const joined: number | null = before === null ? null : together(before, word.value);
      if (joined === null) digits += String(word.value).repeat(count);
      else digits = digits.slice(0, -String(before).length) + String(joined);
      before = joined ?? word.value;
    }
    count = 1;
  }
  return digits;
}

/** Two number words that are one number: twenty and one, quatre and vingt, soixante and dix; null where they are two. */
function together(before: number, value: number): number | null {
  if (before === 4 && value === 20) return 80;
  if ((before === 60 || before === 80) && value >= 10 && value < 20) return before + value;
  return before >= 20 && before % 10 === 0 && value > 0 && value < 10 ? before + value : null;
}
