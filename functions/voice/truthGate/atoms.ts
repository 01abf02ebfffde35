import { entriesAt, matchPattern } from "./patterns";
import type { NumberWords, Vocabulary } from "./vocabulary";

/** A word, a number or a sign of a text. */
export interface Atom {
  readonly text: string;
  /** The punctuation before it; `-` where a hyphen joins it to the atom before. */
  readonly pause: string;
  readonly number: ReadNumber | null;
  /** A time written with a colon, minutes from midnight; with a leading zero or past noon it has no other half of the day. */
  readonly clock: number | null;
}

export interface ReadNumber {
  readonly value: number;
  /** As dialled: `oh five` is `05`. */
  readonly digits: string;
  readonly isNumeral: boolean;
  /** It may be an article or a pronoun as well. */
  readonly isArticle: boolean;
}

/** What is written to a number without a blank, and is a word of its own. */
const suffixes = "am|pm|h|th|st|nd|rd|er|ère|re|e|ème|ème|min|mins|km|kg|g|p|ct|cts|ml|l|cm|mm|m|uhr";
const glued = new RegExp(`(\\d)(${suffixes})(?![\\p{L}\\d])`, "gu");
const atomPattern =
  /\d+:\d{2}(?!\d)|\d+(?:[.,]\d+)*(?![\p{L}\d])|[\p{L}\d]+(?:'[\p{L}]+)?|[$€£¥%&+/#]|[,.;:!?…()"“”«»–—-]/gu;

/** The text in lower case with its contractions written out. */
export function plainText(text: string, { rewrites }: Vocabulary): string {
  let plain = text
    .toLowerCase()
    .replace(/[’‘ʼ]/g, "'")
    .replace(/[\u00a0\u2009\u202f]/g, " ")
    .replace(/(\d)\s?h\s?(\d{2})(?!\d)/g, "$1 h $2")
    .replace(/\b([ap])\.\s?m\.?(?=\W|$)/g, "$1m")
    .replace(glued, "$1 $2")
    .replace(glued, "$1 $2");
  for (const [pattern, written] of rewrites)
    plain = typeof written === "string" ? plain.replace(pattern, written) : plain.replace(pattern, written);
  return plain;
}

/** The atoms of a plain text, numbers in words made numbers. */
export function atomsOf(plain: string, vocabulary: Vocabulary): Atom[] {
  const atoms: Atom[] = [];
  let pause = "";
  let end = 0;
  for (const match of plain.matchAll(atomPattern)) {
    const [text] = match;
    if (/^[,.;:!?…()"“”«»–—-]$/u.test(text)) {
      const isHyphen = /^[-–—]$/.test(text);
      const isJoining = isHyphen && match.index === end && /\S/.test(plain[match.index + 1] ?? " ");
      if (isJoining) pause = "-";
      else pause = stronger(pause, isHyphen ? "–" : text);
      end = match.index + text.length;
      continue;
    }
    end = match.index + text.length;
    atoms.push({ text, pause, number: numeralOf(text), clock: clockOf(text) });
    pause = "";
  }
  return withSizes(withNumbers(atoms, vocabulary.numbers), vocabulary.numbers);
}

const times: ReadonlySet<string> = new Set(["by", "x", "mal"]);

/** "10 by 20", "ten by tens": a size is one word, and no two numbers. */
function withSizes(atoms: readonly Atom[], { words }: NumberWords): Atom[] {
  const out: Atom[] = [];
  for (let at = 0; at < atoms.length; at++) {
    const [from, by, to] = atoms.slice(at, at + 3);
    if (from === undefined) break;
    const many = to?.text ?? "";
    const end =
      to?.number?.value ??
      words[many.replace(/s$/, "")] ??
      words[many.replace(/es$/, "")] ??
      words[many.replace(/ies$/, "y")];
    const isSize =
      from.number !== null &&
      !from.number.isArticle &&
      times.has(by?.text ?? "") &&
      end !== undefined &&
      !/[^-]/.test(`${by?.pause}${to?.pause}`);
    out.push(isSize ? { ...from, text: `${from.number?.value}x${end}`, number: null } : from);
    if (isSize) at += 2;
  }
  return out;
}

function stronger(a: string, b: string): string {
  const order = '"“”«»()-,–—:;….!?';
  return order.indexOf(b) >= order.indexOf(a) ? b : a;
}

function numeralOf(text: string): ReadNumber | null {
  if (!/^\d+(?:[.,]\d+)*$/.test(text)) return null;
  // 1,200 and 1.200 are twelve hundred; 1.20 is not.
  const plain = text.replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
  return { value: Number(plain), digits: text.replace(/\D/g, ""), isNumeral: true, isArticle: false };
}

function clockOf(text: string): number | null {
  const match = /^(\d+):(\d{2})$/.exec(text);
  return match === null ? null : Number(match[1]) * 60 + Number(match[2]);
}

function withNumbers(atoms: readonly Atom[], words: NumberWords): Atom[] {
  const out: Atom[] = [];
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at];
    if (atom === undefined) break;
    const phrase = atom.clock === null ? phraseNumber(atoms, at, words) : null;
    if (phrase !== null) {
      const text = textOf(atoms, at, phrase.next);
      out.push({ text, pause: atom.pause, number: spoken(phrase.value), clock: null });
      at = phrase.next;
      continue;
    }
    const scale = atom.number === null ? null : scaleOf(atoms[at + 1], words);
    if (atom.number !== null && scale !== null) {
      out.push({ ...atom, number: { ...atom.number, value: atom.number.value * scale } });
      at += 2;
      continue;
    }
    const read = atom.number === null && atom.clock === null ? readNumber(atoms, at, words) : null;
    if (read === null) {
      out.push(atom);
      at += 1;
      continue;
    }
    const decimal = decimalAt(atoms, read.next, read.number.value, words);
    if (decimal !== null) {
      out.push({ text: textOf(atoms, at, decimal.next), pause: atom.pause, number: decimal.number, clock: null });
      at = decimal.next;
      continue;
    }
    const times = multipleAt(atoms[read.next], words);
    const next = times === null ? read.next : read.next + 1;
    const number = times === null ? read.number : spoken(read.number.value * times);
    out.push({ text: textOf(atoms, at, next), pause: atom.pause, number, clock: null });
    at = next;
  }
  return out;
}

/** "One point five", "twelve point seven five". */
function decimalAt(
  atoms: readonly Atom[],
  at: number,
  whole: number,
  words: NumberWords,
): { number: ReadNumber; next: number } | null {
  const point = atoms[at];
  if (point === undefined || /[^-]/.test(point.pause) || !words.decimal.includes(point.text)) return null;
  let decimals = "";
  let next = at + 1;
  for (; next < atoms.length; next++) {
    const read = atoms[next]?.pause === "" ? readNumber(atoms, next, words) : null;
    if (read === null || read.next !== next + 1 || read.number.value > 99) break;
    decimals += read.number.digits;
  }
  return decimals === "" ? null : { number: spoken(Number(`${whole}.${decimals}`)), next };
}

function textOf(atoms: readonly Atom[], from: number, to: number): string {
  return atoms
    .slice(from, to)
    .map((each) => each.text)
    .join(" ");
}

function spoken(value: number): ReadNumber {
  return { value, digits: String(value), isNumeral: false, isArticle: false };
}

/** "Half a dozen". */
function phraseNumber(
  atoms: readonly Atom[],
  at: number,
  { phrases }: NumberWords,
): { value: number; next: number } | null {
  let best: { value: number; next: number } | null = null;
  for (const [pattern, value] of entriesAt(phrases, atoms[at])) {
    const found = matchPattern(pattern, atoms, at);
    if (found !== null && (best === null || found.next > best.next)) best = { value, next: found.next };
  }
  return best;
}

/** "Two dozen". */
function multipleAt(atom: Atom | undefined, { multiples }: NumberWords): number | null {
  if (atom === undefined || /[^-]/.test(atom.pause) || !Object.hasOwn(multiples, atom.text)) return null;
  return multiples[atom.text] ?? null;
}

/** "2 million", "3 dozen". */
function scaleOf(atom: Atom | undefined, words: NumberWords): number | null {
  if (atom === undefined || /[^-]/.test(atom.pause)) return null;
  if (words.million.includes(atom.text)) return 1_000_000;
  const times = multipleAt(atom, words);
  if (times !== null) return times;
  return words.thousand.includes(atom.text) ? 1_000 : null;
}

/** "Sixteens" is a number, "ones" and "twos" are not. */
const leastOfMany = 13;

/** A number in words from an atom on: `a hundred and five`, `quatre-vingt-dix`, `double five`. */
function readNumber(
  atoms: readonly Atom[],
  from: number,
  words: NumberWords,
): { number: ReadNumber; next: number } | null {
  const unit = (at: number) => {
    const text = atoms[at]?.text ?? "";
    if (Object.hasOwn(words.words, text)) return words.words[text];
    // "Under sixteens".
    const one = text.endsWith("s") ? text.slice(0, -1) : "";
    const many = Object.hasOwn(words.words, one) ? words.words[one] : undefined;
    return many !== undefined && many >= leastOfMany ? many : undefined;
  };
  const text = atoms[from]?.text ?? "";
  const times = Object.hasOwn(words.repeats, text) ? words.repeats[text] : undefined;
  if (times !== undefined) {
    const digit = unit(from + 1) ?? atoms[from + 1]?.number?.value;
    if (digit === undefined || digit > 9) return null;
    const digits = String(digit).repeat(times);
    return { number: { value: Number(digits), digits, isNumeral: false, isArticle: false }, next: from + 2 };
  }
  let total = 0;
  let part = -1;
  const isBefore =
    words.beforeHundred.includes(text) && [...words.hundred, ...words.thousand].includes(atoms[from + 1]?.text ?? "");
  let at = isBefore ? from + 1 : from;
  const isArticle = words.articles.includes(text);
  for (; at < atoms.length; at++) {
    if (at > from && /[,.;:!?…–—]/.test(atoms[at]?.pause ?? "")) break;
    const word = atoms[at]?.text ?? "";
    const value = unit(at);
    if (value !== undefined) {
      const joined = joinUnit(part, value, words.countsByTwenties);
      if (joined === null) break;
      part = joined;
    } else if (words.hundred.includes(word)) {
      if (part > 99) break;
      part = (part <= 0 ? 1 : part) * 100;
    } else if (words.million.includes(word)) {
      total = (total + Math.max(part, total === 0 ? 1 : 0)) * 1_000_000;
      part = -1;
    } else if (words.thousand.includes(word)) {
      total += (part <= 0 ? 1 : part) * 1000;
      part = -1;
    } else if (words.joint.includes(word) && part >= 20) {
      const next = unit(at + 1);
      const fits = next !== undefined && joinUnit(part, next, words.countsByTwenties) !== null;
      // "one hundred and five", "vingt et un"; "thirty and five" is two numbers where tens need no joint.
      if (!fits || (part % 100 !== 0 && !words.jointInTens)) break;
    } else break;
  }
  if (at === from || (part === -1 && total === 0)) return null;
  const value = total + Math.max(part, 0);
  const isAlone = at === from + 1;
  return {
    number: { value, digits: String(value), isNumeral: false, isArticle: isArticle && isAlone },
    next: at,
  };
}

/** A number with one more word behind it; null where they are two numbers. */
function joinUnit(part: number, value: number, byTwenties: boolean): number | null {
  if (part === -1) return value;
  if (part === 0) return null;
  const rest = part % 100;
  if (byTwenties && rest === 10 && value >= 7 && value <= 9) return part + value;
  if (rest === 0) return part >= 100 && value > 0 ? part + value : null;
  if (byTwenties && rest === 4 && value === 20) return part - 4 + 80;
  if (byTwenties && (rest === 60 || rest === 80) && value >= 1 && value <= 19) return part + value;
  if (rest >= 20 && rest % 10 === 0 && value >= 1 && value <= 9) return part + value;
  return null;
}
