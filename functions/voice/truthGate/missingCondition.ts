import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { type Figure, follows } from "./figure";
import { freeForOthers } from "./holdsOnly";
import { isClock, isDay, isFigureOf, isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** What is free, covered or given back only on a condition is not said without it. */

/**
 * What is free, or covered, only up to a figure is not said without it: the figures that stand in one clause of the fact with such
 * a word belong to it.
 */
export function missingCondition(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): Item | null {
  const times = whenOnly(claims, ask, statement);
  if (times !== null) return times;
  const others = freeForOthers(claims, ask, statement, fact);
  if (others !== null) return others;
  const isHot = (item: Item) => item.kind === "word" && (conditional.has(item.key) || isHalfPrice(item, ask.segment));
  const hot = claims.find(isHot);
  if (hot === undefined || hot.kind !== "word") return null;
  // A service whose price it is to be free.
  const isPrice = hot.key === "free" && statement.price?.words.includes("free") === true;
  if (isPrice && statement.price?.figures.length === 0) return null;
  // "Within 14 days, if no class has been taken": what something depends on is said with it.
  const ifAt = statement.items.findIndex(
    (item) => item.kind === "word" && (item.key === "if" || item.key === "unless"),
  );
  if (ifAt >= 0) {
    const condition = statement.items.slice(ifAt).filter((item) => item.kind === "figure" || item.weight === "content");
    const isSaid = condition.some((item) =>
      ask.sentence.some((each) =>
        each.kind === "word"
          ? item.kind === "word" && each.key === item.key && each.weight === "content"
          : item.kind === "figure" && follows(each.figure, item.figure),
      ),
    );
    // "If we did them": the condition is said in pronouns.
    const saidAt = ask.sentence.findIndex(
      (each) => each.kind === "word" && (each.key === "if" || each.key === "unless"),
    );
    const isInPronouns =
      saidAt >= 0 && ask.sentence.slice(saidAt + 1).every((each) => each.kind === "word" && each.weight === "neutral");
    if (condition.length > 0 && !isSaid && !isInPronouns) return condition[0] ?? null;
  }
  const at = statement.items.findIndex((item) => isWord(item, hot.key));
  if (at < 0) return null;
  let [from, to] = [at, at];
  const isEnd = (item: Item | undefined) =>
    item === undefined || /[,;:.!?…]/.test(item.pause) || (isWord(item, "and") && isVerbNext(item, statement));
  while (from > 0 && !isEnd(statement.items[from])) from -= 1;
  while (!isEnd(statement.items[to + 1])) to += 1;
  const clause = statement.items.slice(from, to + 1);
  // Of a service that has a price only what the fact says costs nothing.
  if (hot.key === "free" && fact.kind === "service" && fact.statements.some(({ price }) => price !== null)) {
    const others = clause.filter((item) => item.kind === "word" && item.weight !== "neutral" && item.key !== "free");
    const isNamed = others.some(
      (item) =>
        item.kind === "word" && !fact.topic.has(item.key) && ask.sentence.some((each) => isWord(each, item.key)),
    );
    const isBounded = clause.some(
      (item) =>
        item.kind === "figure" &&
        ask.segment.some((each) => each.kind === "figure" && follows(each.figure, item.figure)),
    );
    // "It's free for six months", where it is the adjustments that are.
    const freeAt = clause.findIndex((item) => isWord(item, "free"));
    const isOfOther = clause
      .slice(0, freeAt)
      .some((item) => item.kind === "word" && item.weight === "content" && !fact.topic.has(item.key));
    if (!isNamed && (!isBounded || isOfOther)) return hot;
  }
  // "Tell us within 24 hours, and we clean it again": what bounds it may stand before its clause.
  // "They can't be refunded", whatever the least of them is.
  const limits = statement.items
    .slice(0, hot.isNegated ? 0 : from)
    .filter(
      (item) => item.kind === "figure" && ["atLeast", "atMost", "lessThan", "moreThan"].includes(item.figure.bound),
    );
  const isFirstOfLength = (item: Item) => {
    const next = statement.items[statement.items.indexOf(item) + 1];
    const isOrdinal = isFigureOf(item, "ordinal");
    return isOrdinal && next?.kind === "figure" && next.figure.unit !== undefined;
  };
  const figures = [...limits, ...clause].filter(
    // "The first two hours are free": two hours are.
    (item): item is FigureItem => item.kind === "figure" && !isFirstOfLength(item),
  );
  return (
    figures.find(
      ({ figure }) =>
        !isHowMany(figure) &&
        // "Free, to be booked three days ahead": when it is booked is no price.
        !isWhenBooked(figure, statement) &&
        !ask.sentence.some((each) => each.kind === "figure" && follows(each.figure, figure)),
    ) ?? null
  );
}

/** "Closed on Tuesday", where the fact has "closed for lunch from noon to one": the time, where nothing else of it is said. */
function whenOnly(claims: readonly Item[], { sentence }: Ask, statement: Statement): Item | null {
  const isOfHours = (item: Item) => item.kind === "word" && ["closed", "isOpen"].includes(item.key);
  if (!claims.some(isOfHours) || sentence.some(isClock)) return null;
  if (claims.some((item) => !isOfHours(item) && !isDay(item))) return null;
  return statement.items.find(isClock) ?? null;
}

const conditional = new Set(["free", "discount", "refund", "guarantee", "offrir"]);

/** "Half price." */
function isHalfPrice(item: Item, items: readonly Item[]): boolean {
  const next = items[items.indexOf(item) + 1];
  return isWord(item, "half") && next?.kind === "word" && ["cost", "off"].includes(next.key);
}

function isWhenBooked(figure: Figure, { items }: Statement): boolean {
  const at = items.findIndex((item) => item.kind === "figure" && item.figure === figure);
  const before = items[at - 1];
  const isAsked = before?.kind === "word" && (before.key === "book" || before.key === "tell" || before.key === "order");
  return figure.isNotice === true && figure.bound === "is" && isAsked;
}

/** "60 free spaces": how many there are is no condition. */
function isHowMany({ bound, readings }: Figure): boolean {
  const isBare = readings.every((each) => each.unit === "count" || each.unit === "money" || each.unit === "clock");
  return bound === "is" && isBare && readings.some(({ unit }) => unit === "count");
}

/** "and takes five minutes": a joint with a verb behind it begins another thing that is said. */
function isVerbNext(joint: Item, statement: Statement): boolean {
  const next = statement.items[statement.items.indexOf(joint) + 1];
  return (
    next?.kind === "word" &&
    (next.isCopula || next.subject !== null || next.key === "duration" || next.key === "cost" || isValid.test(next.key))
  );
}

/** "Free, and valid for a month": how long something holds is no condition. */
const isValid = /^(?:valid|val|gultig|valido)$/;
