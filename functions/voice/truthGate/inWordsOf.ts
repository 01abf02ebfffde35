import { isMadeOf, wholeOf } from "./compounds";
import type { Evidence } from "./evidence";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";
import type { Ask } from "./support";

/** Says a clause in the words of a statement, where these mean the same, and finds what in it the statement rules out. */

/** Verbs of a statement that speaks of some of a kind only: "we sell furniture" does not say that there are couches. */
const ofSome: ReadonlySet<string> = new Set(
  "sell stock offer serve have has carry provide available some many most certain selected few make rent book".split(
    " ",
  ),
);

/**
 * The clause with each word that the statement has not replaced by one that it has: by one that means the same, by the kind that it is
 * one of, or under a negation by its opposite. Words that stand in the statement stay as they are.
 */
export function inWordsOf(ask: Ask, statement: Statement, { topic }: Pick<Evidence, "topic">): Ask {
  const replaced = new Map<Item, Item>();
  for (const item of ask.sentence) {
    const other = item.kind === "word" ? replacement(item, ask, statement, topic) : null;
    if (other !== null) replaced.set(item, other);
  }
  for (const item of ask.segment) {
    if (replaced.has(item)) continue;
    const other = item.kind === "word" ? replacement(item, ask, statement, topic) : null;
    if (other !== null) replaced.set(item, other);
  }
  if (replaced.size === 0) return ask;
  const inTheirs = (items: readonly Item[]) => items.map((item) => replaced.get(item) ?? item);
  return { ...ask, segment: inTheirs(ask.segment), sentence: inTheirs(ask.sentence) };
}

function replacement(item: WordItem, ask: Ask, statement: Statement, topic: ReadonlySet<string>): WordItem | null {
  if (item.weight === "neutral" || statement.words.has(item.key)) return null;
  return replacementByTies(item, statement, topic) ?? replacementByParts(item, ask, statement, topic);
}

/** "Die Anpassung" of a "Kontaktlinsenanpassung". */
function replacementByParts(
  item: WordItem,
  { segment }: Ask,
  statement: Statement,
  topic: ReadonlySet<string>,
): WordItem | null {
  if (item.root === undefined || topic.has(item.key)) return null;
  const whole = wholeOf(item, segment, statement, topic);
  if (whole !== null) return { ...item, key: whole };
  return isMadeOf(item, statement) ? { ...item, weight: "neutral" } : null;
}

function replacementByTies(item: WordItem, statement: Statement, topic: ReadonlySet<string>): WordItem | null {
  const { ties } = item;
  if (ties === undefined || ties === null) return null;
  const alike = ties.alike.find((key) => statement.words.has(key));
  if (alike !== undefined) return { ...item, key: alike };
  if (topic.has(item.key)) return null;
  const asked = ties.alike.find((key) => topic.has(key));
  if (asked !== undefined) return { ...item, key: asked };
  const kind = ties.kinds.find((key) => statement.words.has(key));
  if (kind !== undefined && speaksOfAll(kind, statement)) return { ...item, key: kind };
  const opposite = ties.opposites.find((key) => statement.words.get(key)?.isSaid === true);
  if (item.isNegated && opposite !== undefined) return { ...item, key: opposite, isNegated: false };
  return null;
}

/** "No furniture" and "we take furniture" speak of all of it. */
function speaksOfAll(kind: string, statement: Statement): boolean {
  if (statement.words.get(kind)?.isDenied === true) return true;
  return !statement.items.some((item) => item.kind === "word" && (ofSome.has(item.key) || ofSome.has(item.text)));
}

/** A word of a clause whose opposite the statement says. */
export function ruledOut({ segment }: Pick<Ask, "segment">, statement: Statement): WordItem | null {
  const found = segment.find(
    (item) =>
      item.kind === "word" &&
      !item.isNegated &&
      !statement.words.has(item.key) &&
      item.ties?.opposites.some((key) => statement.words.get(key)?.isSaid === true) === true,
  );
  return found?.kind === "word" ? found : null;
}
