import type { NumberWords } from "../../vocabulary";

const units = ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"];
const teens = [
  "zehn",
  "elf",
  "zwölf",
  "dreizehn",
  "vierzehn",
  "fünfzehn",
  "sechzehn",
  "siebzehn",
  "achtzehn",
  "neunzehn",
];
const tens = ["", "", "zwanzig", "dreissig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

/** German writes a number below a thousand as one word, so all of them are words. */
export const germanNumbers: NumberWords = {
  words: {
    ...Object.fromEntries(Array.from({ length: 1000 }, (_, value) => [wordOf(value), value])),
    ein: 1,
    eine: 1,
    einen: 1,
    zwo: 2,
    einhundert: 100,
  },
  hundred: ["hundert"],
  thousand: ["tausend"],
  million: ["million", "millionen"],
  beforeHundred: ["ein"],
  joint: [],
  jointInTens: false,
  decimal: ["komma"],
  articles: ["ein", "eine", "einen"],
  articlesNeverCount: true,
  countsByTwenties: false,
  repeats: { doppel: 2 },
  phrases: { "ein|einem halbes|halben dutzend": 6, "ein dutzend": 12, dutzend: 12 },
  multiples: { dutzend: 12 },
  ordinals: Object.fromEntries(
    Array.from({ length: 31 }, (_, index) => index + 1).flatMap((value) =>
      ["e", "en", "er", "es", "em"].map((ending) => [`${ordinalOf(value)}${ending}`, value]),
    ),
  ),
};

function wordOf(value: number): string {
  const hundreds = Math.floor(value / 100);
  const rest = value % 100;
  if (hundreds > 0) return `${hundreds === 1 ? "" : units[hundreds]}hundert${rest === 0 ? "" : wordOf(rest)}`;
  if (value < 10) return units[value] ?? "";
  if (value < 20) return teens[value - 10] ?? "";
  const unit = value % 10;
  const joined = unit === 0 ? "" : `${unit === 1 ? "ein" : units[unit]}und`;
  return `${joined}${tens[Math.floor(value / 10)]}`;
}

function ordinalOf(value: number): string {
  const irregular: Readonly<Record<number, string>> = { 1: "erst", 3: "dritt", 7: "siebt", 8: "acht" };
  return irregular[value] ?? `${wordOf(value)}${value < 20 ? "t" : "st"}`;
}
