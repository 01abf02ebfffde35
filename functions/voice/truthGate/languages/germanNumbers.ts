import type { NumberWords } from "../vocabulary";

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
const tens = ["", "", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"];

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
  articles: ["ein", "eine", "einen"],
  articlesNeverCount: true,
  countsByTwenties: false,
  repeats: { doppel: 2 },
  ordinals: {
    erste: 1,
    ersten: 1,
    erster: 1,
    erstes: 1,
    zweite: 2,
    zweiten: 2,
    dritte: 3,
    dritten: 3,
    vierte: 4,
    vierten: 4,
    fünfte: 5,
    fünften: 5,
    sechste: 6,
    sechsten: 6,
    siebte: 7,
    siebten: 7,
    achte: 8,
    achten: 8,
    neunte: 9,
    neunten: 9,
    zehnte: 10,
    zehnten: 10,
    elfte: 11,
    elften: 11,
    zwölfte: 12,
    zwölften: 12,
    zwanzigste: 20,
    zwanzigsten: 20,
    vierundzwanzigste: 24,
    vierundzwanzigsten: 24,
    fünfundzwanzigste: 25,
    fünfundzwanzigsten: 25,
    sechsundzwanzigsten: 26,
    dreißigste: 30,
    dreißigsten: 30,
    einunddreißigste: 31,
    einunddreißigsten: 31,
  },
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
