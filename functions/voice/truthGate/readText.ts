import { type Atom, atomsOf, plainText } from "./atoms";
import type { Bound, Figure, Reading } from "./figure";
import type { Lexicon } from "./lexicon";
import { readFigure } from "./readFigures";

/** A text as the gate reads it. */
export interface Sentence {
  /** As it was written out, without its frames. */
  readonly plain: string;
  /** The same with them. */
  readonly whole: string;
  readonly items: readonly Item[];
  readonly isQuestion: boolean;
  /** It says what the agent does not know. */
  readonly isUnknowing: boolean;
  /** It is known to be over. */
  readonly isClosed: boolean;
}

export type Item = WordItem | FigureItem;

interface Placed {
  readonly text: string;
  /** The punctuation before it. */
  readonly pause: string;
  /** Under a negation. */
  readonly isNegated: boolean;
  /** Before the subject of a clause that denies something: `elsewhere we do not deliver`. */
  readonly isFronted?: true;
}

export interface WordItem extends Placed {
  readonly kind: "word";
  readonly key: string;
  readonly weight: "neutral" | "askable" | "content";
  /** A form of `to be`. */
  readonly isCopula: boolean;
  readonly subject: "we" | "you" | "they" | null;
  /** Begins what only says what a sentence is about. */
  readonly isAbout: boolean;
  /** Written with a capital inside a sentence. */
  readonly isName: boolean;
  /** A negation that reaches only what follows it. */
  readonly isWithout: boolean;
  /** Begins a clause inside another. */
  readonly isRelative: boolean;
}

export interface FigureItem extends Placed {
  readonly kind: "figure";
  readonly figure: Figure;
}

/** Reads a text, sentence by sentence. */
export function readText(text: string, lexicon: Lexicon): Sentence[] {
  const known = remembered.get(lexicon) ?? new Map<string, Sentence>();
  remembered.set(lexicon, known);
  return sentencesOf(text).map((each) => {
    const found = known.get(each);
    if (found !== undefined) return found;
    const read = readSentence(each, lexicon);
    if (known.size >= mostRemembered) known.clear();
    known.set(each, read);
    return read;
  });
}

/** A reply is read again with every clause that comes to it, and so are the caller's words. */
const remembered = new WeakMap<Lexicon, Map<string, Sentence>>();
const mostRemembered = 500;

const monthName = /^(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i;

/** Cut where a full stop, a question or an exclamation mark is followed by a blank; titles end nothing. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+["'”’»)]*(?=\s|$)/g)) {
    const before = text.slice(start, match.index);
    if (/(?:^|\s)(?:dr|mr|mrs|ms|st|prof|mme|mlle|sr|sra|fr|hr|[ap]\.m|[A-Z])$/i.test(before) && match[0] === ".") {
      if (!/\s*$/.test(text.slice(match.index + 1)) || /^\s+\S/.test(text.slice(match.index + 1))) continue;
    }
    // "Am 24. Dezember" is written with a full stop in German.
    const isDate = /\b\d{1,2}$/.test(before) && monthName.test(text.slice(match.index + 1).trimStart());
    if (isDate) continue;
    sentences.push(text.slice(start, match.index + match[0].length));
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== "") sentences.push(text.slice(start));
  return sentences.map((each) => each.trim()).filter((each) => each !== "");
}

function readSentence(text: string, lexicon: Lexicon): Sentence {
  const { vocabulary } = lexicon;
  const whole = plainText(text, vocabulary);
  let plain = whole;
  const isUnknowing = vocabulary.unknowing.test(whole);
  if (isUnknowing) plain = plain.replace(vocabulary.unknowing, " , ");
  for (const frame of vocabulary.frames) plain = plain.replace(frame, " , ");
  const stripped = whole.replace(/[^\p{L}\p{N}'\- ]+/gu, " ").trim();
  return {
    plain,
    whole,
    items: negated(
      settled(bounded(itemsOf(atomsOf(plain, vocabulary), lexicon, namesIn(text, vocabulary.namesAreCapital)))),
      vocabulary.no,
    ),
    isUnknowing,
    isQuestion: /\?["'”’»)]*$/.test(text) || vocabulary.asking.test(stripped),
    isClosed: /[.!?…]["'”’»)]*$/.test(text),
  };
}

function itemsOf(atoms: readonly Atom[], lexicon: Lexicon, names: ReadonlySet<string>): Item[] {
  const items: Item[] = [];
  let pause = "";
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at];
    if (atom === undefined) break;
    pause = atom.pause === "" ? pause : atom.pause;
    const phrase = phraseAt(atoms, at, lexicon);
    const figure = readFigure(atoms, at, lexicon);
    if (figure !== null && (phrase === null || figure.next >= phrase.next)) {
      const text = atoms
        .slice(at, figure.next)
        .map((each) => each.text)
        .join(" ")
        .replace(/([$£€¥]) (?=\d)/g, "$1");
      const { readings, per } = figure;
      items.push({ kind: "figure", text, pause, isNegated: false, figure: { text, readings, bound: "is", per } });
      at = figure.next;
    } else if (phrase !== null) {
      const text = atoms
        .slice(at, phrase.next)
        .map((each) => each.text)
        .join(" ");
      items.push({
        kind: "word",
        text,
        key: phrase.key,
        pause,
        isNegated: false,
        weight: "content",
        isCopula: false,
        subject: null,
        isWithout: false,
        isRelative: false,
        isAbout: false,
        isName: false,
      });
      at = phrase.next;
    } else {
      if (/[\p{L}\d%$€£+/]/u.test(atom.text)) items.push(wordItem(atom.text, pause, lexicon, names));
      at += 1;
    }
    pause = "";
  }
  return items;
}

/** Words with a capital inside a sentence: names, whatever else they mean with a small letter. */
function namesIn(text: string, namesAreCapital: boolean): ReadonlySet<string> {
  if (!namesAreCapital) return new Set();
  return new Set([...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}\p{Ll}+/gu)].map(([name]) => name.toLowerCase()));
}

function wordItem(text: string, pause: string, lexicon: Lexicon, names: ReadonlySet<string>): WordItem {
  const isNeutral = lexicon.neutral.has(text) || (text.endsWith("s") && lexicon.neutral.has(text.slice(0, -1)));
  const weight = names.has(text)
    ? "content"
    : isNeutral
      ? "neutral"
      : lexicon.askable.has(text)
        ? "askable"
        : "content";
  const isCopula = lexicon.copula.has(text);
  const subject = lexicon.we.has(text) ? "we" : lexicon.you.has(text) ? "you" : lexicon.they.has(text) ? "they" : null;
  return {
    kind: "word",
    text,
    key: lexicon.keyOf(text),
    pause,
    isNegated: false,
    weight,
    isCopula,
    subject,
    isWithout: lexicon.without.has(text),
    isRelative: lexicon.relative.has(text),
    isAbout: lexicon.about.has(text),
    isName: names.has(text),
  };
}

function phraseAt(atoms: readonly Atom[], at: number, lexicon: Lexicon): { key: string; next: number } | null {
  for (const { words, key } of lexicon.phrases.get(atoms[at]?.text ?? "") ?? []) {
    const fits = words.every((word, index) => {
      const atom = atoms[at + index];
      return atom?.text === word && (index === 0 || !/[^-]/.test(atom.pause));
    });
    if (fits) return { key, next: at + words.length };
  }
  return null;
}

const boundsBefore: Readonly<Record<string, Bound>> = {
  startsAt: "atLeast",
  atLeast: "atLeast",
  atMost: "atMost",
  moreThan: "moreThan",
  lessThan: "lessThan",
  roughly: "about",
  exactly: "exactly",
};
const boundsAfter: Readonly<Record<string, Bound>> = {
  orMore: "atLeast",
  orLess: "atMost",
  atLeast: "atLeast",
  atMost: "atMost",
};

/** Words that bound a figure become a part of it. */
function bounded(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === "word") {
      out.push(item);
      continue;
    }
    let { bound } = item.figure;
    const behind = out.at(-1);
    const isNear = behind?.kind === "word" && !/[^-]/.test(item.pause);
    if (isNear) {
      const before =
        boundsBefore[behind.key] ??
        (behind.key === "until" && !isTimeOfDay(item.figure.readings) ? "atMost" : null) ??
        (behind.key === "from" && !isTimeOfDay(item.figure.readings) ? "atLeast" : null);
      if (before !== null) {
        bound = before;
        out.pop();
      }
    }
    const next = items[at + 1];
    const after = next?.kind === "word" && !/[.;:!?…]/.test(next.pause) ? boundsAfter[next.key] : undefined;
    const beyond = items[at + 2];
    // "20 people or more": the bound stands behind what is counted.
    const late =
      next?.kind === "word" && beyond?.kind === "word" && (beyond.key === "orMore" || beyond.key === "orLess")
        ? boundsAfter[beyond.key]
        : undefined;
    if (after !== undefined && bound === "is") {
      bound = after;
      at += 1;
    } else if (late !== undefined && bound === "is" && next !== undefined) {
      out.push({ ...item, figure: { ...item.figure, bound: late } }, next);
      at += 2;
      continue;
    }
    const isMore = next?.kind === "word" && next.pause === "" && (next.key === "more" || next.key === "extra");
    const pause = isNear && bound !== "is" && behind !== out.at(-1) ? behind.pause : item.pause;
    out.push({ ...item, pause, figure: { ...item.figure, bound, isMore } });
  }
  return out;
}

/** A number by itself has the unit of the figure before it, or of the verb: "takes 20 minutes, the other 40". */
function settled(items: readonly Item[]): Item[] {
  let unit: "money" | "minutes" | null = null;
  let isDuration = false;
  return items.map((item) => {
    if (item.kind === "word") {
      if (item.key === "duration") isDuration = true;
      if (item.key === "cost") isDuration = false;
      return item;
    }
    const { readings } = item.figure;
    const isBare = readings.some((each) => each.unit === "count" && each.of.length === 0);
    if (!isBare) {
      unit = readings.some((each) => each.unit === "money")
        ? "money"
        : readings.some((each) => each.unit === "minutes")
          ? "minutes"
          : unit;
      return item;
    }
    const value = readings.find((each) => each.unit === "count")?.value ?? 0;
    if (unit === "money" || (unit === null && !isDuration)) return item;
    const kept = readings.filter((each) => each.unit !== "money");
    return { ...item, figure: { ...item.figure, readings: [...kept, { unit: "minutes" as const, value }] } };
  });
}

/** "from 9" begins a range, "from $30" and "from 20 minutes" bound a quantity. */
function isTimeOfDay(readings: readonly Reading[]): boolean {
  if (readings.some(({ unit }) => unit === "days")) return true;
  const isPrice = readings.some((reading) => reading.unit === "money" && reading.currency !== null);
  return !isPrice && readings.some(({ unit }) => unit === "clock");
}

/** Marks what stands under a negation: what follows it up to the next clause, or where nothing follows, what it follows. */
function negated(items: readonly Item[], no: RegExp): Item[] {
  const out = [...items];
  // "Unfortunately not, ...": an answer, which denies nothing of what follows it.
  const headEnd = items.findIndex(({ pause }, index) => index > 0 && /[^-]/.test(pause));
  const head = items.slice(0, Math.max(headEnd, 0)).map(({ text }) => text);
  let start = head.length > 0 && no.test(head.join(" ")) ? headEnd : 0;
  for (let at = start; at <= items.length; at++) {
    const item = items[at];
    if (item !== undefined && (at === start || !endsScope(items, at))) continue;
    negate(out, start, at);
    start = at;
  }
  return out;
}

/** Whether a new clause begins at an item, so that a negation before it does not reach it. */
function endsScope(items: readonly Item[], at: number): boolean {
  const item = items[at];
  if (item === undefined) return true;
  if (/[.;:!?…–]/.test(item.pause) || (item.kind === "word" && ["but", "if", "unless", "except"].includes(item.key)))
    return true;
  if (item.kind === "word" && item.isRelative && at > 0) return true;
  const isJoint = item.pause === "," || (item.kind === "word" && item.key === "and");
  if (!isJoint) return false;
  if (item.kind === "figure" && item.figure.readings.some((each) => each.unit === "money" && each.currency !== null))
    return true;
  if (item.pause === "," && isLongPart(items, at)) return true;
  const subject = item.kind === "word" && item.key === "and" ? items[at + 1] : item;
  return subject?.kind === "word" && subject.weight === "neutral" && !["or", "and"].includes(subject.key);
}

/** "No, ...": an answer, which denies nothing of what follows it. */
function isAnswer(items: readonly Item[], at: number): boolean {
  return at === 0 && ["no", "non", "nein"].includes(items[at]?.text ?? "") && /[^-]/.test(items[1]?.pause ?? ".");
}

/** A clause of its own behind a comma, and not the next thing of a list. */
function isLongPart(items: readonly Item[], at: number): boolean {
  const end = items.findIndex(({ pause }, index) => index > at && /[^-]/.test(pause));
  const part = items.slice(at, end < 0 ? undefined : end);
  return part.length >= 4 && !part.some((item) => item.kind === "word" && item.key === "or");
}

/** "Cheques are not accepted" denies the cheques. */
const ofAcceptance: ReadonlySet<string> = new Set(["welcome", "acceptable", "available", "included"]);

function negate(items: Item[], start: number, end: number): void {
  const at = items.findIndex(
    (item, index) =>
      index >= start && index < end && item.kind === "word" && item.key === "not" && !isAnswer(items, index),
  );
  if (at < 0) return;
  const isHeavy = (item: Item | undefined) =>
    item !== undefined &&
    (item.kind === "figure" || (item.weight !== "neutral" && item.key !== "not" && !ofAcceptance.has(item.key)));
  const isFollowed = items.slice(at + 1, end).some(isHeavy);
  const negation = items[at];
  const reachesBack = !isFollowed && !(negation?.kind === "word" && negation.isWithout);
  // "À Lyon oui, ailleurs nous ne livrons pas": what has its own subject does not reach back over a pause.
  const pauseAt = items.slice(0, at + 1).findLastIndex((item, index) => index >= start && /[^-]/.test(item.pause));
  const hasSubject = items
    .slice(Math.max(pauseAt, start), at)
    .some((item) => item.kind === "word" && item.subject !== null);
  const from = hasSubject ? Math.max(pauseAt, start) : start;
  if (negation?.kind === "word" && negation.isWithout) {
    let hasWord = false;
    for (let index = at + 1; index < end; index++) {
      const item = items[index];
      if (item === undefined || item.kind === "figure" || (hasWord && item.weight === "neutral")) return;
      if (item.weight !== "neutral") hasWord = true;
      items[index] = { ...item, isNegated: true };
    }
    return;
  }
  const subjectAt = items.findIndex(
    (item, index) => index >= from && index < at && item.kind === "word" && item.subject !== null,
  );
  for (let index = from; index < end; index++) {
    const item = items[index];
    if (item === undefined) break;
    if (index > at || reachesBack) items[index] = { ...item, isNegated: true };
    else if (index < subjectAt) items[index] = { ...item, isFronted: true };
  }
}

/** The clauses of a sentence: what stands between its pauses and joints. */
export function segmentsOf(items: readonly Item[], names: readonly (readonly string[])[] = []): Item[][] {
  const inside = jointsInNames(items, names);
  const segments: Item[][] = [];
  let segment: Item[] = [];
  for (const item of items) {
    const isJoint =
      item.kind === "word" &&
      ["but", "and", "or", "if", "except"].includes(item.key) &&
      !inside.has(item) &&
      !isBetween(segment);
    if ((/[,;:.!?…–()"“”«»]/.test(item.pause) || isJoint) && segment.length > 0) {
      segments.push(segment);
      segment = [];
    }
    segment.push(item);
  }
  if (segment.length > 0) segments.push(segment);
  return segments;
}

/** "between 8 and 9" is one range. */
function isBetween(segment: readonly Item[]): boolean {
  const at = segment.findLastIndex((item) => item.kind === "word" && item.key === "between");
  return at >= 0 && at === segment.length - 2 && segment.at(-1)?.kind === "figure";
}

/** Joints that are a part of a name: the `and` of "cut and beard". */
function jointsInNames(items: readonly Item[], names: readonly (readonly string[])[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const name of names) {
    if (!name.some((key) => key === "and" || key === "or")) continue;
    for (let at = 0; at + name.length <= items.length; at++) {
      const part = items.slice(at, at + name.length);
      if (part.every((item, index) => item.kind === "word" && item.key === name[index]))
        for (const item of part) found.add(item);
    }
  }
  return found;
}
