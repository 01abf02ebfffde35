import type { Atom, ReadNumber } from "./atoms";
import type { Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { entriesAt, matchPattern } from "./patterns";
import { countedFrom, readPercent } from "./readCounts";
import type { FoundFigure } from "./readFigures";
import { perAt, perOfPrice } from "./readPer";

/** Reads sums of money, with what they are for one of: "$35 fifty", "a dollar eighty", "seventy-two a day". */

/** "$35", "35 dollars and fifty cents", "80 pence", "60 € an hour". */
export function readMoney(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
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
