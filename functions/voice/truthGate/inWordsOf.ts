import type { Ask } from "./ask";
import { isMadeOf, wholeOf } from "./compounds";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** Says a clause in the words of a statement, where these mean the same, and finds what in it the statement rules out. */

/**
 * Words of a statement that speaks of all of a kind: "we take furniture". "We sell furniture" does not say that there are couches, nor
 * "bring a photo ID" that it must be a passport.
 */
const ofAll =
  /^(?:accept|welcom|acceptable|may$|repair|clean|wash|change|haul|donat|recycl|remov|treat|groom|board|train|insur|work|handl|stor|transport)/;

/** Words of a statement that speaks of some of a kind only. */
const ofSome = /^(?:some|many|most|certain|select|few|major|sell|stock|serv)/;

/**
 * The clause with each word that the statement has not replaced by one that it has: by one that means the same, by the kind that it is
 * one of. Words that stand in the statement stay as they are.
 */
export function inWordsOf(ask: Ask, statement: Statement, fact: Pick<Evidence, "topic" | "statements">): Ask {
  const replaced = new Map<Item, Item | null>();
  const seen = new Set<Item>();
  for (const items of [ask.sentence, ask.segment])
    for (const [at, item] of items.entries()) {
      if (item.kind !== "word" || seen.has(item) || replaced.has(item)) continue;
      seen.add(item);
      if (item.weight === "neutral" && item.spans === undefined) continue;
      const whole = wholePhrase(items, at, statement, fact);
      if (whole !== null) {
        for (const part of items.slice(at, at + whole.length)) replaced.set(part, null);
        replaced.set(item, whole.item);
        continue;
      }
      const other = replacement(item, ask, statement, fact);
      if (other !== null) replaced.set(item, other);
    }
  if (replaced.size === 0) return ask;
  const inTheirs = (items: readonly Item[]) =>
    items.flatMap((item) => {
      const other = replaced.get(item);
      return other === undefined ? [countedAs(item, replaced)] : other === null ? [] : [other];
    });
  return { ...ask, segment: inTheirs(ask.segment), sentence: inTheirs(ask.sentence) };
}

/** "Three parking spaces" counts what the statement calls them. */
function countedAs(item: Item, replaced: ReadonlyMap<Item, Item | null>): Item {
  const isCount =
    item.kind === "figure" && item.figure.readings.some((each) => each.unit === "count" && each.of.length > 0);
  if (!isCount) return item;
  const named = [...replaced].flatMap(([from, to]) =>
    from.kind === "word" && to?.kind === "word" ? [[from.key, to.key] as const] : [],
  );
  const readings = item.figure.readings.map((reading) =>
    reading.unit === "count"
      ? { ...reading, of: reading.of.map((key) => named.find(([from]) => from === key)?.[1] ?? key) }
      : reading,
  );
  return { ...item, figure: { ...item.figure, readings } };
}

/** A phrase that stands in the statement, or something that means the same. */
function wholePhrase(
  items: readonly Item[],
  at: number,
  statement: Statement,
  { topic, statements }: Pick<Evidence, "topic" | "statements">,
): { item: WordItem; length: number } | null {
  const first = items[at];
  const { words } = statement;
  if (first?.kind !== "word") return null;
  for (const { key, ties, length } of first.spans ?? []) {
    const parts = items.slice(at, at + length);
    const isSaidSo = parts.every((part) => part.kind === "word" && (part.weight === "neutral" || words.has(part.key)));
    if (isSaidSo || parts.length < length) continue;
    const known = [key, ...(ties?.alike ?? [])];
    const other =
      known.find((each) => words.has(each)) ??
      known.find((each) => topic.has(each)) ??
      // "A Great Dane", where every breed is groomed.
      ties?.kinds.find((each) => words.has(each) && speaksOfAll(each, statement, statements));
    const isNegated = parts.at(-1)?.isNegated === true;
    if (other !== undefined) return { item: { ...first, key: other, weight: "content", isNegated }, length };
  }
  return null;
}

function replacement(
  item: WordItem,
  ask: Ask,
  statement: Statement,
  fact: Pick<Evidence, "topic" | "statements">,
): WordItem | null {
  if (item.weight === "neutral" || statement.words.has(item.key)) return null;
  return replacementByTies(item, ask, statement, fact) ?? replacementByParts(item, ask, statement, fact.topic);
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

function replacementByTies(
  item: WordItem,
  { segment }: Ask,
  statement: Statement,
  { topic, statements }: Pick<Evidence, "topic" | "statements">,
): WordItem | null {
  const { ties } = item;
  if (ties === undefined || ties === null) return null;
  // "You have to bring one": the need is not the bringing, where both are said.
  const isSaidToo = (key: string) => item.key === "need" && segment.some((each) => isWord(each, key));
  const alike = ties.alike.find((key) => statement.words.has(key) && !isSaidToo(key));
  if (alike !== undefined) return { ...item, key: alike };
  if (topic.has(item.key)) return null;
  // "Two hours with the tour", where another sentence speaks of the tour itself.
  if (statements.some((other) => other !== statement && other.words.has(item.key))) return null;
  const asked = ties.alike.find((key) => topic.has(key));
  if (asked !== undefined) return { ...item, key: asked };
  const kind = ties.kinds.find((key) => statement.words.has(key));
  if (kind !== undefined && speaksOfAll(kind, statement, statements)) return { ...item, key: kind };
  return null;
}

const living: ReadonlySet<string> = new Set(["dog", "cat", "pet", "anim", "breed"]);

/** "No furniture" and "we take furniture" speak of all of it. */
function speaksOfAll(kind: string, statement: Statement, statements: readonly Statement[]): boolean {
  if (statement.words.get(kind)?.isDenied === true) return true;
  const has = (words: RegExp) => statement.items.some((item) => item.kind === "word" && words.test(item.key));
  // "Visa and Mastercard are the cards that we take": what is named by itself is all of it.
  // "Do you take animals?" "Yes, dogs and cats.": the list is the answer.
  const isOne = (item: Item) => item.kind === "word" && !item.isNegated && item.ties?.kinds.includes(kind) === true;
  const isListed = statements.some(({ items }) => items.some(isOne));
  // "Dogs under 40 pounds stay for $20": what a sentence begins with is all of its kind.
  const first = statement.items.find((item) => item.kind === "figure" || item.weight === "content");
  const isHead = living.has(kind) && isWord(first, kind) && first === statement.items[0];
  if (isHead && !has(ofSome) && !isListed) return true;
  return has(ofAll) && !has(ofSome) && !isListed && !isAskedFor(statement);
}

/** "Please bring a photo ID": one of the kind is needed, and not which. */
function isAskedFor({ items }: Statement): boolean {
  const at = items.findIndex((item) => item.kind === "word" && (item.key === "bring" || item.key === "need"));
  return (
    at >= 0 && !items.slice(0, at).some((item) => item.kind === "word" && ["can", "may", "welcome"].includes(item.text))
  );
}

/** A word of a clause whose opposite the statement says. */
export function ruledOut({ segment }: Pick<Ask, "segment">, statement: Statement): WordItem | null {
  // What the question asks of us is not what the answer asks of the caller.
  if (statement.isDerived) return null;
  const parts = partsOf(statement.items);
  const found = segment.find(
    (item) =>
      item.kind === "word" &&
      !item.isNegated &&
      (statement.words.has(item.key)
        ? isOfOthers(item, segment, parts)
        : item.ties?.opposites.some((key) => statement.words.get(key)?.isSaid === true) === true),
  );
  return found?.kind === "word" ? found : null;
}

/** "Poles are included, boots are extra": of boots it is the opposite that is said. */
function isOfOthers(said: WordItem, segment: readonly Item[], parts: readonly (readonly Item[])[]): boolean {
  const has = (part: readonly Item[], key: string) => part.some((item) => isWord(item, key));
  const others = segment.filter((item) => item !== said && item.kind === "word" && item.weight === "content");
  return parts.some(
    (part) =>
      !has(part, said.key) &&
      (said.ties?.opposites.some((key) => has(part, key)) === true || (said.key === "free" && part.some(isPrice))) &&
      others.some((item) => item.kind === "word" && has(part, item.key)) &&
      !parts.some(
        (other) => has(other, said.key) && others.some((item) => item.kind === "word" && has(other, item.key)),
      ),
  );
}

function isPrice(item: Item): boolean {
  return (
    item.kind === "figure" &&
    item.figure.readings.some((reading) => reading.unit === "money" && reading.currency !== null && reading.value > 0)
  );
}
