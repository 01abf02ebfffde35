import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isDay, isMoney, isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** What a price is of, where a service has more than one. */

/** Words that say no more than that it is a price. */
const ofPrices: ReadonlySet<string> = new Set(
  "extra more onTop cost fee from startsAt atLeast atMost roughly only and or not included pay also all".split(" "),
);

function contentOf(items: readonly Item[], topic: ReadonlySet<string>): readonly string[] {
  return items.flatMap((item) =>
    item.kind === "word" && item.weight !== "neutral" && !ofPrices.has(item.key) && !topic.has(item.key)
      ? [item.key]
      : [],
  );
}

function keysOf(items: readonly Item[]): ReadonlySet<string> {
  return new Set(items.flatMap((item) => (item.kind === "word" ? [item.key] : (item.figure.per ?? "").split(" "))));
}

/** "It's 19 €", asked for the vaccine, where 19 € is what a further one costs: of what it is the price is named, or was asked for. */
export function whyNamelessPart(item: FigureItem, ask: Ask, statement: Statement, fact: Evidence): string | null {
  const hasPrice = fact.statements.some(({ price }) => price !== null);
  if (fact.kind !== "service" || statement.price !== null || !hasPrice || !isMoney(item)) return null;
  const at = statement.items.findIndex((each) => isMoney(each) && follows(item.figure, each.figure));
  const from = statement.items.slice(0, at + 1).findLastIndex(({ pause }) => /[.;:]/.test(pause));
  const named = contentOf(statement.items.slice(Math.max(from, 0), at), fact.topic);
  const said = keysOf(ask.sentence);
  const isSaid = (key: string) => said.has(key) || ask.asked?.has(key) === true;
  const hasExtra = ask.sentence.some((each) => each.kind === "word" && ofPrices.has(each.key) && each.key !== "cost");
  return named.length === 0 || named.some(isSaid) || hasExtra ? null : (named[0] ?? null);
}

/** "On Sundays it's 9 €", where another sentence has a price of its own for Sundays. */
export function whyOtherDay(item: FigureItem, { sentence }: Ask, statement: Statement, fact: Evidence): string | null {
  const days = sentence.filter(isDay);
  const isOf = (of: Statement) =>
    of.items.some((each) => isDay(each) && days.some((day) => follows(day.figure, each.figure)));
  if (fact.kind !== "service" || days.length === 0 || isOf(statement)) return null;
  const isRival = (of: Statement) =>
    isOf(of) && of.items.some(isMoney) && !of.items.some((each) => isMoney(each) && follows(item.figure, each.figure));
  return fact.statements.some((of) => of !== statement && of.price === null && isRival(of))
    ? (days[0]?.text ?? "")
    : null;
}

/** The parts of a price that are for one thing or another: "139 $ pour une voiture, 169 $ pour un camion". */
function alternativesOf(statement: Statement, topic: ReadonlySet<string>): readonly (readonly Item[])[] {
  const parts: Item[][] = [];
  for (const item of statement.items) {
    const isJoint = isWord(item, "or");
    if (parts.length === 0 || /[,;/.]/.test(item.pause) || isJoint) parts.push([item]);
    else parts.at(-1)?.push(item);
  }
  const priced = parts.filter((part) => part.some(isMoney));
  return priced.length > 1 && priced.every((part) => contentOf(part, topic).length > 0) ? priced : [];
}

/** The words of a price's own part where it is one of several; null where it is the only one. */
export function ownPart(
  item: FigureItem,
  ask: Ask,
  statement: Statement,
  { topic }: Evidence,
): { readonly why: string | null; readonly words: ReadonlySet<string> } | null {
  const parts = alternativesOf(statement, topic);
  const own = parts.find((part) => part.some((each) => isMoney(each) && follows(item.figure, each.figure)));
  if (own === undefined) return null;
  const words = contentOf(own, topic);
  const others = parts.filter((part) => part !== own).flatMap((part) => contentOf(part, topic));
  const only = words.filter((key) => !others.includes(key));
  const said = keysOf(ask.sentence);
  const isAsked = only.some((key) => ask.asked?.has(key) === true);
  const isNamed = only.some((key) => said.has(key)) || (isAsked && !others.some((key) => said.has(key)));
  return { why: isNamed ? null : (only[0] ?? words[0] ?? null), words: new Set(words) };
}
