import { ageKeys } from "./ages";
import type { Figure } from "./figure";
import { isSum } from "./itemKinds";
import { keysOfPer } from "./readPer";
import type { Item, Sentence } from "./readText";
import { withinRange } from "./timeRanges";

/** How a word stands in a statement. `isOfDenial`: only where something is denied of it. */
export interface Standing {
  readonly isSaid: boolean;
  readonly isDenied: boolean;
  readonly isOfDenial?: boolean;
}

/** One thing that a fact says. */
export interface Statement {
  /** Each word with how it stands there. */
  readonly words: ReadonlyMap<string, Standing>;
  readonly items: readonly Item[];
  readonly figures: readonly { readonly figure: Figure; readonly isNegated: boolean }[];
  /** A price is said only with these words, and with all these figures. */
  readonly price: { readonly words: readonly string[]; readonly figures: readonly Figure[] } | null;
  /** It lists what belongs to a service, so that it can be said to be included. */
  readonly isList: boolean;
  /** The question's own words, which the answer says yes or no to. */
  readonly isDerived: boolean;
  /** What a pronoun at its head stands for: words of the sentence before it, which it may be named by. */
  readonly about?: ReadonlySet<string>;
  /** Figures of that sentence. */
  readonly aboutFigures?: readonly Figure[];
  /** It holds only beyond a limit that stands in the sentence before it. */
  readonly isBeyondLimit?: true;
  /** It says nothing to a clause without this word. */
  readonly onlyWith?: string;
  /** What does not hold if something is so, where the fact says that it holds unless it is. */
  readonly isUnless?: true;
  /** A short answer with what its question asks. */
  readonly isShort?: true;
}

export function statementOf(
  items: readonly Item[],
  more: Pick<Statement, "price" | "isList"> & Partial<Statement>,
): Statement {
  const words = new Map<string, Standing>();
  for (const item of items) {
    if (item.kind !== "word") continue;
    for (const key of [item.key, ...(item.spans ?? []).map((span) => span.key)]) {
      const known = words.get(key) ?? { isSaid: false, isDenied: false, isOfDenial: true };
      words.set(key, {
        isSaid: known.isSaid || !(item.isNegated || item.isFronted),
        isDenied: known.isDenied || item.isNegated || item.isFronted === true,
        isOfDenial: known.isOfDenial === true && item.isOfDenial === true,
      });
    }
  }
  const isPriced = more.price !== null || items.some(isSum);
  const figures = items.flatMap((item, at) => {
    if (item.kind !== "figure") return [];
    const timed = withinRange(timeOnlyWhereSaid(item.figure, items, at), items, at);
    return [{ figure: isPriced ? timed : withoutSums(timed), isNegated: item.isNegated }];
  });
  // What a price is for one of stands in the figure.
  for (const { figure } of figures)
    for (const key of keysOfPer(figure.per)) words.set(key, { isSaid: true, isDenied: false });
  for (const { figure } of figures)
    for (const reading of figure.readings)
      if (reading.unit === "count")
        for (const key of reading.of) if (!words.has(key)) words.set(key, { isSaid: true, isDenied: false });
  return { isDerived: false, words, items, figures, ...more };
}

/** "In nine cases of ten": a number is no price where nothing beside it has a currency. */
function withoutSums(figure: Figure): Figure {
  const isCount = figure.readings.some(({ unit }) => unit === "count");
  if (!isCount || figure.per !== null) return figure;
  return { ...figure, readings: figure.readings.filter(({ unit }) => unit !== "money") };
}

/** "Gift cards are sold here. They are good for two years": what the pronoun at the head of a sentence may stand for. */
export function aboutOf(
  items: readonly Item[],
  before: readonly Item[] | undefined,
): Pick<Statement, "about" | "aboutFigures"> {
  // "Ensuite elle est due."
  const head = items.findIndex((item) => item.kind !== "word" || !turns.has(item.text));
  const first = items[head];
  if (before === undefined || first?.kind !== "word" || !pronouns.has(first.text)) return {};
  const named = before.filter((item) => item.kind === "word" && !item.isNegated && item.weight !== "neutral");
  if (named.length === 0) return {};
  const figures = before.flatMap((item) => (item.kind === "figure" && !item.isNegated ? [item.figure] : []));
  return { about: new Set(contentKeysOf(named)), aboutFigures: figures };
}

/** "The waiver is $12. It covers stains.": said in one breath, where the second begins with a pronoun. */
export function inOneBreath(items: readonly Item[], before: readonly Item[] | undefined): readonly Item[] | null {
  const [first, ...rest] = items;
  if (before === undefined || first?.kind !== "word" || !bound.has(first.text)) return null;
  return before.some(({ isNegated }) => isNegated) ? null : [...before, { ...first, pause: "" }, ...rest];
}

/** Of one thing, and not of one of several. */
const bound: ReadonlySet<string> = new Set(["it", "they"]);

const turns: ReadonlySet<string> = new Set(
  "ensuite sinon alors puis then otherwise after afterwards dann danach sonst luego después".split(" "),
);

const pronouns: ReadonlySet<string> = new Set("they it these those he she both ils elles il elle sie er es".split(" "));

/** "Dublin 6, 8 and 12" has no time of day: a bare number is one only beside a word that says so. */
function timeOnlyWhereSaid(figure: Figure, items: readonly Item[], at: number): Figure {
  // "The last one starts at eight": the word is in the bound.
  const isBare = figure.bound !== "atLeast" && figure.readings.some(({ unit }) => unit === "count");
  const near = [items[at - 1], items[at + 1]];
  const isTime = near.some(
    (item) =>
      item?.kind === "word" &&
      ["from", "to", "until", "at", "between", "open", "close", "before", "after"].includes(item.key),
  );
  // "Ages seven to twelve".
  const isAge = items.slice(Math.max(at - 3, 0), at).some((item) => item.kind === "word" && ageKeys.includes(item.key));
  if (!isBare || (isTime && !isAge)) return figure;
  return { ...figure, readings: figure.readings.filter(({ unit }) => unit !== "clock") };
}

export function contentKeys(sentences: readonly Sentence[]): string[] {
  return contentKeysOf(sentences.flatMap(({ items }) => items));
}

export function contentKeysOf(items: readonly Item[]): string[] {
  const keys = items.flatMap((item) =>
    item.kind === "word" && item.weight !== "neutral" && !["and", "or", "but", "if", "not"].includes(item.key)
      ? [item.key]
      : [],
  );
  return [...new Set(keys)];
}

/** What two sentences say of the same thing. */
export function joinedStatements(sentences: readonly Sentence[], isList: boolean): Statement[] {
  return sentences.flatMap(({ items }, at) => {
    const joined = inOneBreath(items, sentences[at - 1]?.items);
    return joined === null ? [] : [statementOf(joined, { price: null, isList })];
  });
}
