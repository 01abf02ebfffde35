import { plainWord, type Token } from "./secret";

/** Number words in small letters and without accents; those of one language stand for the same in another, or are no words there. */
const values: Readonly<Record<string, number>> = {
  ...counted("zero oh o nought|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve", 0),
  ...counted("thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen", 13),
  ...tens("twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety"),
  ...counted("zero|un une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize", 0),
  ...tens("vingt vingts|trente|quarante|cinquante|soixante|septante|huitante octante|nonante"),
  ...counted("null|eins ein eine|zwei zwo|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf", 0),
  ...counted("dreizehn|vierzehn|funfzehn|sechzehn|siebzehn|achtzehn|neunzehn", 13),
  ...tens("zwanzig|dreißig dreissig|vierzig|funfzig|sechzig|siebzig|achtzig|neunzig"),
  ...counted("cero|uno una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince", 0),
  ...counted("dieciseis|diecisiete|dieciocho|diecinueve|veinte|veintiuno|veintidos|veintitres|veinticuatro", 16),
  ...counted("veinticinco|veintiseis|veintisiete|veintiocho|veintinueve|treinta", 25),
  ...tens("veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa"),
};

const hundreds = new Set(["hundred", "cent", "cents", "hundert", "cien", "ciento"]);
const times: Readonly<Record<string, number>> = { double: 2, doppel: 2, doble: 2, triple: 3, treble: 3, dreifach: 3 };

/** Said between digits without ending the number. */
const betweenDigits = new Set(
  "uh um er erm hmm and then dash hyphen space minus plus euh et puis tiret espace ah ahm und dann strich y luego guion eh like".split(
    " ",
  ),
);

function counted(words: string, first: number): Record<string, number> {
  return Object.fromEntries(
    words.split("|").flatMap((ways, index) => ways.split(" ").map((word) => [word, first + index])),
  );
}

function tens(words: string): Record<string, number> {
  return Object.fromEntries(
    words.split("|").flatMap((ways, index) => ways.split(" ").map((word) => [word, 20 + index * 10])),
  );
}

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
  // German writes 35 as one word, the unit first.
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
