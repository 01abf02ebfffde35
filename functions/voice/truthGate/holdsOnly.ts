import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isClock, isMoney, isWord } from "./itemKinds";
import { bindingKeys } from "./lexicon";
import type { FigureItem, Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** For whom, in which case and in which direction something holds: it is not said without. */

const people: ReadonlySet<string> = new Set(
  "guest member student senior kid adult resident child baby teacher veteran employee pensioner subscriber nurse family couple group newcomer owner tenant passenger teenager apprentice owner local".split(
    " ",
  ),
);
const given: ReadonlySet<string> = new Set(["free", "discount"]);

/** "Parking is free", where it is free for hotel guests: the people whom something is given to, where nobody has named them. */
export function freeForOthers(
  claims: readonly Item[],
  ask: Ask,
  { items, price }: Statement,
  { kind }: Evidence,
): Item | null {
  const hot = claims.find((item) => item.kind === "word" && given.has(item.key) && !item.isNegated);
  if (hot?.kind !== "word" || kind !== "faq" || price !== null) return null;
  const at = items.findIndex((item) => isWord(item, hot.key) && !item.isNegated);
  if (at < 0) return null;
  const from = items.slice(0, at + 1).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
  const end = items.findIndex(({ pause }, index) => index > at && /[,;:.]/.test(pause));
  const named = items
    .slice(Math.max(from, 0), end < 0 ? undefined : end)
    .filter((item) => item.kind === "word" && isOfPeople(item) && !item.isNegated);
  const isSaid = (item: Item) => isSaidOrAsked(item, ask);
  return named.length > 0 && !named.some(isSaid) ? (named[0] ?? null) : null;
}

/** Guests are people, and not everybody. */
function isOfPeople({ key, text }: WordItem): boolean {
  return people.has(key) || /^guests?$/.test(text);
}

function isSaidOrAsked(item: Item, { sentence, asked }: Ask): boolean {
  if (item.kind === "figure")
    return sentence.some((each) => each.kind === "figure" && follows(each.figure, item.figure));
  return asked?.has(item.key) === true || sentence.some((each) => isWord(each, item.key));
}

/** "It's $20 a person", where the fact has "for groups of six or more, $20 a person": the case that a price is for, left out. */
export function caseLeftOut(item: FigureItem, ask: Ask, { items }: Statement): Item | null {
  const [first] = items;
  if (first?.kind !== "word" || !first.isAbout) return null;
  const end = items.findIndex(({ pause }, at) => at > 0 && pause !== "" && pause !== "-");
  const head = items.slice(0, Math.max(end, 0));
  const priceAt = items.findIndex((each) => isMoney(each) && follows(item.figure, each.figure));
  // Only where something bounds it: "in our garage, $8" is for whoever parks there.
  const bound = head.find(
    (each) => each.kind === "figure" && ["atLeast", "atMost", "lessThan", "moreThan"].includes(each.figure.bound),
  );
  const next = items[end];
  const isApart = next?.kind === "word" && (next.key === "and" || next.key === "but");
  if (bound === undefined || priceAt < end || isApart) return null;
  const isSaid = head.some((each) => (each.kind === "figure" || each.weight === "content") && isSaidOrAsked(each, ask));
  return isSaid ? null : bound;
}

const starting: ReadonlySet<string> = new Set(["from", "after", "startsAt"]);
const ending: ReadonlySet<string> = new Set(["until", "to", "before"]);

/** Whether a time is where something begins, or ends; null where it is not said. */
function edgeOf(items: readonly Item[], at: number): "start" | "end" | null {
  const before = items[at - 1];
  const next = items[at + 1];
  if (before?.kind === "word" && items[at]?.pause === "") {
    if (starting.has(before.key)) return "start";
    if (ending.has(before.key)) return "end";
  }
  return isWord(next, "to") && next?.pause === "" ? "start" : null;
}

/** "Check-in is from eleven", where the fact has "until eleven": a time of day stands there as the other end. */
export function isOtherEdge(item: FigureItem, { sentence }: Ask, { items }: Statement): boolean {
  const said = isClock(item) ? edgeOf(sentence, sentence.indexOf(item)) : null;
  if (said === null) return false;
  const edges = items.flatMap((each, at) =>
    each.kind === "figure" && follows(item.figure, each.figure) ? [edgeOf(items, at)] : [],
  );
  return edges.length > 0 && edges.every((edge) => edge !== null && edge !== said);
}

const mostOfAKind = 2;

/**
 * "Check-out is until 1 pm", where that is the late one, and check-out by itself is until eleven: of two things of a name the word that
 * tells the one is said with its figure. The word, where it is left out.
 */
export function kindLeftOut(
  item: FigureItem,
  ask: Ask,
  statement: Statement,
  { kind, statements }: Evidence,
): Item | null {
  if (kind !== "faq" || statement.isDerived || statement.isShort === true) return null;
  const units = new Set(item.figure.readings.map(({ unit }) => unit));
  const claimed = ask.segment.filter((each) => each.kind === "word" && each.weight === "content" && !each.isNegated);
  const has = (items: readonly Item[], word: Item) =>
    word.kind === "word" && items.some((each) => isWord(each, word.key));
  if (claimed.length === 0) return null;
  const rival = statements.find(
    (other) =>
      other !== statement &&
      !other.isDerived &&
      other.isShort !== true &&
      other.isBeyondLimit !== true &&
      claimed.every((word) => has(other.items, word)) &&
      other.figures.some(({ figure }) => figure.readings.some(({ unit }) => units.has(unit))) &&
      !other.figures.some(({ figure }) => follows(item.figure, figure)),
  );
  if (rival === undefined) return null;
  const at = statement.items.findIndex((each) => has([each], claimed[0] ?? item));
  const before = statement.items.slice(0, Math.max(at, 0)).slice(-mostOfAKind);
  const telling = before.filter(
    (each) =>
      each.kind === "word" &&
      each.pause !== "," &&
      each.weight === "content" &&
      !bindingKeys.has(each.key) &&
      !has(rival.items, each),
  );
  return telling.length > 0 && !telling.some((each) => isSaidOrAsked(each, ask)) ? (telling[0] ?? null) : null;
}
