import type { Atom } from "./atoms";
import type { Reading } from "./figure";
import { bindingKeys, type Lexicon } from "./lexicon";
import { matchPattern } from "./patterns";
import { bothHalves } from "./readClock";
import { readDays } from "./readDays";
import { readDuration } from "./readDurations";
import type { FoundFigure } from "./readFigures";

/** Reads numbers of things, and numbers by themselves: "ten lessons", "the second", "15 percent", "one one four". */

const mostDigits = 15;

const leastDigits = 6;

/** A number as it is dialled, in groups; at least three groups, or one that is too long for anything else. */
export function readDigits(atoms: readonly Atom[], at: number): FoundFigure | null {
  let next = at;
  let digits = "";
  for (; next < atoms.length; next++) {
    const atom = atoms[next];
    if (atom?.text === "+" && next === at) continue;
    if (!atom?.number || !Number.isInteger(atom.number.value) || /[.;:!?…]/.test(next > at ? atom.pause : "")) break;
    if (digits.length + atom.number.digits.length > mostDigits) break;
    digits += atom.number.digits;
  }
  const groups = next - at;
  if (digits.length < leastDigits || (groups < 3 && digits.length < 9)) return null;
  return { readings: [{ unit: "digits", digits }], next, per: null };
}

/** "One one four Otley Road": a number said digit by digit. */
export function readSpelled(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  let next = at;
  let digits = "";
  for (; next < atoms.length; next++) {
    const number = atoms[next]?.number;
    if (
      !number ||
      number.isNumeral ||
      number.digits.length !== 1 ||
      (next > at && /[^-]/.test(atoms[next]?.pause ?? ""))
    )
      break;
    digits += number.digits;
  }
  if (digits.length < 2) return null;
  return {
    readings: [{ unit: "count", value: Number(digits), of: countedFrom(atoms, next, lexicon) }],
    next,
    per: null,
  };
}

/** "15 percent", "15 %". */
export function readPercent(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  if (!number) return null;
  const { percent } = lexicon.vocabulary.figures;
  for (const words of percent) {
    const found = matchPattern(`{n} ${words}`, atoms, at);
    if (found !== null) return { readings: [{ unit: "percent", value: number.value }], next: found.next, per: null };
  }
  return null;
}

/** "The second", "2nd", "the 27th". */
export function readOrdinal(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const { ordinals } = lexicon.vocabulary.numbers;
  const text = atoms[at]?.text ?? "";
  if (Object.hasOwn(ordinals, text))
    return { readings: [{ unit: "ordinal", value: ordinals[text] ?? 0 }], next: at + 1, per: null };
  const suffix = atoms[at + 1];
  if (!atoms[at]?.number || suffix === undefined || suffix.pause !== "") return null;
  if (!/^(th|st|nd|rd|er|ère|re|e|ème|eme)$/.test(suffix.text)) return null;
  return { readings: [{ unit: "ordinal", value: atoms[at]?.number?.value ?? 0 }], next: at + 2, per: null };
}

/** A number of things, or by itself whatever a number may be. */
export function readCount(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  if (!number) return null;
  const of = countedFrom(atoms, at + 1, lexicon);
  // An article, or "one" as in "which one".
  if (
    number.isArticle &&
    ((of.length === 0 && !isRationed(atoms, at) && !isStartOfRange(atoms, at, lexicon)) ||
      lexicon.vocabulary.numbers.articlesNeverCount)
  )
    return null;
  const { value } = number;
  const readings: Reading[] = [{ unit: "count", value, of }];
  if (of.length === 0) {
    readings.push({ unit: "money", value, currency: null });
    // "Fourteen to eighteen hours"; by itself nobody says so of a time of day.
    const isHour = value <= 12 || number.isNumeral || lexicon.vocabulary.figures.to.includes(atoms[at + 1]?.text ?? "");
    if (Number.isInteger(value) && value <= 24 && isHour)
      readings.push({ unit: "clock", minutes: value > 12 || value === 0 ? [value * 60] : bothHalves(value * 60) });
  }
  return { readings, next: at + 1, per: null };
}

/** "One to three months." */
function isStartOfRange(atoms: readonly Atom[], at: number, { vocabulary }: Lexicon): boolean {
  const [joint, end] = [atoms[at + 1], atoms[at + 2]];
  const isJoint = joint?.pause === "" && [...vocabulary.calendar.through, "or"].includes(joint.text);
  return isJoint && end?.number?.isArticle === false && end.pause === "" && end.number.value < 32;
}

/** "Two 2-hour sessions", "ten half-hour lessons": how many there are, where how long stands between. */
export function readCountOfLong(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundFigure | null {
  const number = atoms[at]?.number;
  const length =
    number && (!number.isArticle || atoms[at + 2]?.pause === "-") && atoms[at + 1]?.pause === ""
      ? readDuration(atoms, at + 1, lexicon)
      : null;
  const unit = length === null ? undefined : atoms[length.next - 1];
  const thing = length === null ? undefined : atoms[length.next];
  const isInside =
    unit !== undefined && (unit.pause === "-" || atoms[at + 1]?.number === null) && !unit.text.endsWith("s");
  if (!number || length === null || !isInside || length.isArticle === true) return null;
  if (thing === undefined || thing.pause !== "" || thing.number !== null || lexicon.neutral.has(thing.text))
    return null;
  const of = countedFrom(atoms, length.next, lexicon);
  return of.length === 0 ? null : { readings: [{ unit: "count", value: number.value, of }], next: at + 1, per: null };
}

/** "One per student." */
function isRationed(atoms: readonly Atom[], at: number): boolean {
  const next = atoms[at + 1];
  return next?.text === "per" && next.pause === "" && atoms[at]?.text === "one";
}

/** What people do is not counted: "children from five to fifteen pay £4". */
const doings: ReadonlySet<string> = new Set(["pay", "start", "stay", "need"]);

/** The words behind a number that it counts, up to two. */
export function countedFrom(atoms: readonly Atom[], from: number, lexicon: Lexicon): string[] {
  const of: string[] = [];
  for (let next = from; next < atoms.length && of.length < 2; next++) {
    const atom = atoms[next];
    if (atom === undefined || /[^-]/.test(atom.pause) || atom.number !== null || atom.clock !== null) break;
    if (lexicon.neutral.has(atom.text) || !/\p{L}/u.test(atom.text)) break;
    const key = lexicon.keyOf(atom.text);
    if (bindingKeys.has(key) || doings.has(key) || readDays(atoms, next, lexicon) !== null) break;
    of.push(key);
  }
  return of;
}
