import type { Atom } from "./atoms";
import { bindingKeys, type Lexicon } from "./lexicon";
import { matchPattern } from "./patterns";
import { readDays } from "./readDays";

/** Reads what a price is for one of. `per`: its keys, a blank between two. */
export interface FoundPer {
  readonly per: string | null;
  readonly next: number;
}

/**
 * What a price is for one of, and where that ends: "100 € per person", "$60 an hour", "$38 monthly", "$12 each". Behind a number that
 * need not be a price only what makes it one.
 */
export function perAt(atoms: readonly Atom[], at: number, lexicon: Lexicon, isBare: boolean): FoundPer {
  const first = onePerAt(atoms, at, lexicon, isBare);
  if (first.per === null) return first;
  const next = first.next > at ? first.next : at + 2;
  const second = first.per === "each" ? null : secondPerAt(atoms, next, first.per, lexicon);
  return second ?? namedPerAt(atoms, next, first.per, lexicon) ?? first;
}

/** "2 € par personne et par nuit": two that are both named so. */
function namedPerAt(atoms: readonly Atom[], at: number, first: string, lexicon: Lexicon): FoundPer | null {
  const { figures, numbers } = lexicon.vocabulary;
  const joint = numbers.joint.includes(atoms[at]?.text ?? "") && atoms[at]?.pause === "" ? 1 : 0;
  if (!figures.perNamed.includes(atoms[at + joint]?.text ?? "")) return null;
  const { per, next } = onePerAt(atoms, at + joint, lexicon, false);
  if (per === null || per === "each" || per === first) return null;
  return { per: `${first} ${per}`, next: next > at + joint ? next : at + joint + 2 };
}

/** "$22 a month per person", "$40 per child per year", "$6 a month for each child": for one of two things at once, one of them a time. */
function secondPerAt(atoms: readonly Atom[], at: number, first: string, lexicon: Lexicon): FoundPer | null {
  const { per, each, heads, rates } = lexicon.vocabulary.figures;
  const isFor = lexicon.about.has(atoms[at]?.text ?? "") && rates.every.includes(atoms[at + 1]?.text ?? "");
  const from = isFor ? at + 1 : at;
  const [head, thing] = [atoms[from], atoms[from + 1]];
  if (head === undefined || /[^-,]/.test(atoms[at]?.pause ?? "") || (isFor && head.pause !== "")) return null;
  const isApart = atoms[at]?.pause === ",";
  const adverb = isApart ? null : perOfRate(head.text, lexicon);
  const isTime = isUnitOfTime(first);
  if (adverb !== null) return isTime ? null : { per: `${first} ${adverb}`, next: from + 1 };
  for (const pattern of each) {
    const found = isTime && !isApart && !isFor ? matchPattern(pattern, atoms, from) : null;
    if (found !== null && isEnded(atoms, found.next, lexicon)) return { per: `${first} each`, next: found.next };
  }
  if (thing === undefined || thing.pause !== "" || thing.number !== null || !per.includes(head.text)) return null;
  if (isApart && !rates.every.includes(head.text)) return null;
  const unit = unitKeyOf(thing.text, lexicon);
  if (unit !== null) return isTime ? null : { per: `${first} ${unit}`, next: from + 2 };
  if (heads.includes(thing.text)) return first === "person" ? null : { per: `${first} person`, next: from + 2 };
  const isPartOfDay = Object.hasOwn(lexicon.vocabulary.calendar.dayParts, thing.text);
  if (!isTime || isPartOfDay || readDays(atoms, from, lexicon) !== null || readDays(atoms, from + 1, lexicon) !== null)
    return null;
  if (lexicon.neutral.has(thing.text) || !isThing(thing.text, lexicon)) return null;
  return { per: `${first} ${lexicon.keyOf(thing.text)}`, next: from + 2 };
}

function onePerAt(atoms: readonly Atom[], at: number, lexicon: Lexicon, isBare: boolean): FoundPer {
  const { per, each, heads, rates } = lexicon.vocabulary.figures;
  const none = { per: null, next: at };
  const [first, thing] = [atoms[at], atoms[at + 1]];
  if (first === undefined || /[^-]/.test(first.pause)) return none;
  const adverb = perOfRate(first.text, lexicon);
  if (adverb !== null) return { per: adverb, next: at + 1 };
  const isOne = thing !== undefined && thing.pause === "" && thing.number === null && thing.clock === null;
  const isEvery = rates.every.includes(first.text);
  if (isOne && per.includes(first.text) && !(isBare && isEvery)) {
    if (heads.includes(thing.text)) return { per: "person", next: at + 2 };
    const unit = unitKeyOf(thing.text, lexicon);
    if (unit !== null) return { per: unit, next: at + 2 };
  }
  // "$25 each way" is not there and back.
  if (isOne && per.includes(first.text) && lexicon.vocabulary.figures.ways.includes(thing.text))
    return { per: "way", next: at + 2 };
  for (const pattern of each) {
    const found = matchPattern(pattern, atoms, at);
    if (found !== null && isEnded(atoms, found.next, lexicon)) return { per: "each", next: found.next };
  }
  const every = rates.every.map((pattern) => matchPattern(pattern, atoms, at)).find((found) => found !== null);
  const everyUnit = every === undefined || isBare ? null : unitKeyOf(atoms[every.next]?.text ?? "", lexicon);
  if (every !== undefined && everyUnit !== null) return { per: everyUnit, next: every.next + 1 };
  if (isBare || !isOne || !per.includes(first.text) || !isThing(thing.text, lexicon)) return none;
  // "14 € le dimanche": the day of a price is no thing.
  if (readDays(atoms, at, lexicon) !== null || readDays(atoms, at + 1, lexicon) !== null) return none;
  if (isWayToPay(first.text, thing.text, lexicon)) return none;
  return { per: lexicon.keyOf(thing.text), next: at };
}

/** By their keys. */
const waysToPay: ReadonlySet<string> = new Set("cheque check cash virement transfer phone email card".split(" "));

/** "A deposit of 200 € par chèque": how it is paid, and not what it is for one of. */
function isWayToPay(preposition: string, word: string, lexicon: Lexicon): boolean {
  return lexicon.vocabulary.figures.perNamed.includes(preposition) && waysToPay.has(lexicon.keyOf(word));
}

/** Behind what can only be a price: "seven fifty a pound". */
export function perOfPrice(atoms: readonly Atom[], at: number, lexicon: Lexicon): FoundPer {
  const found = perAt(atoms, at, lexicon, true);
  const thing = atoms[at + 1];
  if (found.per !== null || thing === undefined || thing.pause !== "" || lexicon.neutral.has(thing.text)) return found;
  const isTime =
    readDays(atoms, at, lexicon) !== null ||
    readDays(atoms, at + 1, lexicon) !== null ||
    Object.hasOwn(lexicon.vocabulary.calendar.dayParts, thing.text);
  return isTime ? found : perAt(atoms, at, lexicon, false);
}

/** Nothing is said behind it that it might be one of. */
function isEnded(atoms: readonly Atom[], at: number, lexicon: Lexicon): boolean {
  const atom = atoms[at];
  if (atom === undefined || atom.pause !== "" || atom.number !== null) return true;
  return lexicon.neutral.has(atom.text) && readDays(atoms, at, lexicon) === null;
}

/** The name of a unit of time, which is the same in every language. */
function unitKeyOf(word: string, { vocabulary: { figures } }: Lexicon): string | null {
  const minutes = Object.hasOwn(figures.minutes, word) ? figures.minutes[word] : undefined;
  const months = Object.hasOwn(figures.months, word) ? figures.months[word] : undefined;
  return unitNames[`${minutes ?? 0}/${months ?? 0}`] ?? null;
}

function perOfRate(word: string, { vocabulary: { figures } }: Lexicon): string | null {
  const { minutes, months } = figures.rates;
  const ofMinutes = Object.hasOwn(minutes, word) ? minutes[word] : undefined;
  const ofMonths = Object.hasOwn(months, word) ? months[word] : undefined;
  return unitNames[`${ofMinutes ?? 0}/${ofMonths ?? 0}`] ?? null;
}

/** By minutes and months. */
const unitNames: Readonly<Record<string, string>> = {
  "1/0": "minute",
  "15/0": "quarterHour",
  "30/0": "halfHour",
  "60/0": "hour",
  "1440/0": "day",
  "10080/0": "week",
  "0/1": "month",
  "0/12": "year",
};

function isUnitOfTime(per: string): boolean {
  return Object.values(unitNames).includes(per);
}

function isThing(word: string, lexicon: Lexicon): boolean {
  return (
    !bindingKeys.has(lexicon.keyOf(word)) || ["hour", "day", "week", "month", "year"].includes(lexicon.keyOf(word))
  );
}

/** The keys of what a price is for one of. */
export function keysOfPer(per: string | null): readonly string[] {
  return per === null ? [] : per.split(" ");
}
