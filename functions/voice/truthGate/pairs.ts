import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { type Figure, follows, type Reading } from "./figure";
import { isClock, isDay, isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** What belongs together in a statement that says several things of the same kind: "a small one for €14 and a large one for €22". */

type Unit = Reading["unit"];

const counted: ReadonlySet<Unit> = new Set<Unit>([
  "money",
  "minutes",
  "months",
  "percent",
  "clock",
  "count",
  "everyMinutes",
  "everyMonths",
]);

/** A clause that says of one of them what the statement says of another; null where it does not. */
export function whyCrossed(
  ask: Ask,
  statement: Statement,
  { id, kind, topic }: Pick<Evidence, "id" | "kind" | "topic">,
): string | null {
  const said = ask.sentence.filter(isCounted);
  if (said.length === 0 || kind === "business") return null;
  // How many there are of something tells things apart in an answer; a service has numbers of all sorts.
  const hasCount = ({ figure }: FigureItem) => figure.readings.some(({ unit }) => unit === "count");
  if (kind !== "faq" && said.every(hasCount)) return null;
  const pairs = pairsOf(statement.items, kind !== "faq");
  if (pairs.length < 2) return null;
  for (const item of ask.segment) {
    const own = pairs.filter((pair) => pair.some((each) => isSame(item, each)));
    const [pair] = own;
    // A service's name stands beside the first of its prices, and is said of all.
    const isNameOf = kind === "service" && item.kind === "word" && topic.has(item.key);
    if (pair === undefined || own.length > 1 || isCounted(item) || isNameOf) continue;
    const near = nearest(item, ask);
    // "45 minutes, on Friday and Saturday evenings up to an hour": the figure of its own is still to come.
    const isToCome = near.every((figure) => !ask.segment.includes(figure)) && said.some((figure) => isIn(figure, pair));
    const crossed = isToCome
      ? undefined
      : near.find((figure) => isOfAnother(figure, pair, pairs, ask.sentence) && !isInherited(figure, pair, pairs, ask));
    if (crossed !== undefined) return `${crossed.text} is said of something else in ${id}`;
  }
  return null;
}

/**
 * "The last lesson starts at 6:30, on Thursdays at 8": what was said before holds for what follows too, where that is told by a word
 * of its own.
 */
function isInherited(
  said: FigureItem,
  pair: readonly Item[],
  pairs: readonly (readonly Item[])[],
  { segment, sentence }: Ask,
): boolean {
  const other = pairs.find((each) => each !== pair && isIn(said, each));
  if (other === undefined || pairs.indexOf(other) < pairs.indexOf(pair)) return false;
  return sentence.some(
    (item) =>
      (item.kind === "figure" || segment.includes(item)) &&
      !isCounted(item) &&
      other.some((each) => isSame(item, each)) &&
      !pairs.some((each) => each !== other && each.some((one) => isSame(item, one))),
  );
}

function isIn(said: FigureItem, pair: readonly Item[]): boolean {
  return pair.some((each) => isSettled(each) && follows(said.figure, each.figure));
}

/** The figures that are said with an item: those of its own clause, or where that has none, the last one before it. */
function nearest(item: Item, { segment, sentence }: Ask): readonly FigureItem[] {
  const own = segment.filter(isCounted);
  if (own.length > 0) return own;
  // "..., and your dog can come in": what has its own subject goes on with nothing.
  const [first] = segment;
  const isIf = first?.kind === "word" && first.key === "if";
  if (!isIf && segment.some((each) => each.kind === "word" && (each.subject !== null || each.isCopula))) return [];
  const at = Math.max(sentence.indexOf(item), 0);
  const before = sentence.slice(0, at).filter(isCounted).slice(-1);
  // "For varifocals, ten days."
  return before.length > 0 ? before : sentence.slice(at).filter(isCounted).slice(0, 1);
}

/** A figure of another pair, where this one has a figure of the same kind that is not said. */
function isOfAnother(
  said: FigureItem,
  pair: readonly Item[],
  pairs: readonly (readonly Item[])[],
  sentence: readonly Item[],
): boolean {
  const isTime = hasClock(said) && (!isBare(said.figure) || isTimeOfDay(said, sentence, strictlyBefore));
  const units = unitsOf(said.figure);
  const isRival = (each: FigureItem) =>
    isSameEnd(each, pair, said, pairs) ||
    (isTime && hasClock(each)) ||
    unitsOf(each.figure).some((unit) => units.includes(unit) && !(unit === "money" && isBare(each.figure)));
  const rivals = pair.filter(isSettled).filter(isRival);
  if (rivals.length === 0 || rivals.some(({ figure }) => follows(said.figure, figure))) return false;
  return pairs.some((other) => other !== pair && isIn(said, other));
}

/** "Sign up by 7": a bare number behind such a word is a time. */
function isTimeOfDay(item: FigureItem, items: readonly Item[], words = beforeTimes): boolean {
  const before = items[items.indexOf(item) - 1];
  return hasClock(item) && before?.kind === "word" && item.pause === "" && words.test(before.text);
}

/** Not the joint of a range, which may be one of ages. */
const strictlyBefore = /^(?:at|by|until|till|before|after|à|avant|après|um|bis|vor|nach|hasta)$/;

const beforeTimes = /^(?:at|by|to|from|until|till|before|after|à|avant|après|um|bis|vor|nach|a|las|hasta)$/;

function hasClock({ figure }: FigureItem): boolean {
  return figure.readings.some(({ unit }) => unit === "clock");
}

/** "Hot food until 2:30, drinks until half an hour before": both say until when, each in its way. */
function isSameEnd(
  own: FigureItem,
  pair: readonly Item[],
  said: FigureItem,
  pairs: readonly (readonly Item[])[],
): boolean {
  const endOf = (items: readonly Item[], is: (item: Item) => boolean) => {
    const at = items.findIndex((item, index) => {
      const next = items[index + 1];
      return item.kind === "word" && ends.has(item.key) && next !== undefined && is(next);
    });
    const found = items[at];
    return found?.kind === "word" ? found.key : null;
  };
  const end = endOf(pair, (item) => item === own);
  const isOther = (item: Item) => isSettled(item) && follows(said.figure, item.figure);
  return end !== null && pairs.some((other) => other !== pair && endOf(other, isOther) === end);
}

const ends: ReadonlySet<string> = new Set(["until", "from", "before", "after"]);

/** The parts of a statement, cut at its pauses and joints, each with a figure of its own. */
function pairsOf(items: readonly Item[], isWithoutCounts: boolean): readonly (readonly Item[])[] {
  const isMark = (item: Item) =>
    isSettled(item) &&
    !(isWithoutCounts && !isTimeOfDay(item, items) && item.figure.readings.some(({ unit }) => unit === "count"));
  const parts: Item[][] = [[]];
  for (const item of items) {
    const isJoint =
      item.kind === "word" &&
      (item.key === "and" || item.key === "or" || item.key === "but") &&
      !isInRange(parts.at(-1));
    if ((/[,;:.]/.test(item.pause) || isJoint) && parts.at(-1)?.some(isMark)) parts.push([]);
    parts.at(-1)?.push(item);
  }
  return withBareOnes(parts.filter((part) => part.some(isMark)));
}

/** "Daily at 10 am and 5:30 pm": a figure without words of its own goes with what is before it. */
function withBareOnes(parts: readonly Item[][]): readonly (readonly Item[])[] {
  const out: Item[][] = [];
  for (const part of parts) {
    const last = out.at(-1);
    const isTime = part.every(
      (item) => isClock(item) || (item.kind === "word" && (item.weight === "neutral" || item.key === "and")),
    );
    if (last !== undefined && isTime) last.push(...part);
    else out.push(part);
  }
  return out;
}

/** "Between noon and two" is one. */
function isInRange(part: readonly Item[] | undefined): boolean {
  const [before, last] = part?.slice(-2) ?? [];
  return isWord(before, "between") && last?.kind === "figure";
}

function isCounted(item: Item): item is FigureItem {
  return item.kind === "figure" && unitsOf(item.figure).length > 0;
}

/** In a fact a price has its currency, and a number of things stands exactly: a bare one with a bound may be anything. */
function isSettled(item: Item): item is FigureItem {
  if (!isCounted(item)) return false;
  const { readings, bound } = item.figure;
  const count = readings.find((each) => each.unit === "count");
  if (count?.unit !== "count") return readings.every((each) => each.unit !== "money" || each.currency !== null);
  return bound === "is" && count.value > 2;
}

/** A number in a fact is no price without its currency: "for ages 5 to 12". */
function isBare({ readings }: Figure): boolean {
  return readings.some(({ unit }) => unit === "count");
}

function unitsOf({ readings }: Figure): Unit[] {
  // "Quatorze heures" may be a time of day, and "20" anything.
  const isTime = readings.some(({ unit }) => unit === "clock");
  const isBare = readings.some(({ unit }) => unit === "count");
  return readings.flatMap(({ unit }) =>
    counted.has(unit) && !(isTime && unit === "minutes") && !(isBare && unit === "clock") ? [unit] : [],
  );
}

function isSame(item: Item, other: Item): boolean {
  if (item.kind === "word") return item.weight !== "neutral" && isWord(other, item.key);
  return isDay(item) && other.kind === "figure" && follows(item.figure, other.figure);
}
