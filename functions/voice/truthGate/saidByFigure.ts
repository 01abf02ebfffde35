import type { Ask, Where } from "./ask";
import { isEdgeSaid, isNextOfThem } from "./daySupport";
import type { Evidence } from "./evidence";
import { follows, type Reading } from "./figure";
import { isClock, isDay, isFigureOf, isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import { isEdgeOf } from "./spanEdges";
import type { Statement } from "./statement";

/** What of a word a figure of the fact says. */

/** "Until noon", "in the morning", "half", "the next one": words that follow from a figure or a day of the fact; null for others. */
export function whereWordOfFigure(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  // "Jusqu'à Gembloux", where the fact names it.
  const next = ask.segment[ask.segment.indexOf(item) + 1];
  if (
    item.key === "until" &&
    !item.isNegated &&
    next?.kind === "word" &&
    next.isName &&
    statement.words.get(next.key)?.isSaid
  )
    return "topic";
  // "A week before", asked how long before.
  const length = ask.segment[ask.segment.indexOf(item) - 1];
  const isLength =
    length?.kind === "figure" && length.figure.readings.some(({ unit }) => /^(?:minutes|months|days)$/.test(unit));
  if (item.key === "before" && !item.isNegated && isLength && fact.topic.has("before") && !statement.words.has("after"))
    return "topic";
  if (item.key === "person" && !item.isNegated && isCountedBefore(item, ask, statement)) return "topic";
  if (item.key === "duration" || item.key === "cost") {
    const unit = item.key === "cost" ? ["money"] : ["minutes", "months"];
    if (ask.sentence.some((each) => each.kind === "figure" && each.figure.readings.some((r) => unit.includes(r.unit))))
      return "topic";
    if (item.key === "duration" && !statement.words.has("duration")) return "topic";
  }
  if (!item.isNegated && isSaidByFigure(item, ask, statement)) return "topic";
  if (!item.isNegated && (isEdgeSaid(item, ask, statement) || isClosingAsked(item, ask, statement, fact))) return "own";
  if (item.key === "next" && !item.isNegated && isNextOfThem(ask, statement)) return "topic";
  if (item.key === "deadlin" && !item.isNegated && statement.items.some(({ text }) => text === "by")) return "topic";
  if (item.key === "until" && !item.isNegated && isEndOfRange(item, ask, statement)) return "own";
  return null;
}

/** What of a word a figure says: "half" of 50 %, "morning" of ten o'clock, "within the first two weeks" of two weeks. */
function isSaidByFigure(item: WordItem, ask: Ask, statement: Statement): boolean {
  const has = (is: (reading: Reading) => boolean) => statement.figures.some(({ figure }) => figure.readings.some(is));
  if (item.key === "half") return has((reading) => reading.unit === "percent" && reading.value === 50);
  if (item.key === "off" || item.key === "discount")
    return statement.words.get("half")?.isSaid === true && statement.words.has("cost");
  if (item.key === "within") {
    const at = ask.segment.indexOf(item);
    const near = ask.segment.slice(at + 1, at + 4);
    return near.some((each) => isFigureOf(each, "minutes", "months"));
  }
  const hours = Object.hasOwn(partsOfDay, item.key) ? partsOfDay[item.key] : undefined;
  if (hours === undefined) return false;
  const clocks = statement.figures.flatMap(({ figure }) =>
    figure.readings.flatMap((reading) => (reading.unit === "clock" ? [reading.minutes] : [])),
  );
  return (
    clocks.length > 0 && clocks.every((minutes) => minutes.some((minute) => minute >= hours[0] && minute <= hours[1]))
  );
}

/** Minutes from midnight. */
const partsOfDay: Readonly<Record<string, readonly [number, number]>> = {
  morning: [300, 720],
  afternoon: [720, 1080],
  evening: [1020, 1440],
};

/** "Until noon", where the fact has "from eight to noon". */
function isEndOfRange(item: WordItem, ask: Ask, statement: Statement): boolean {
  const at = ask.segment.indexOf(item);
  const [before, next] = [ask.segment[at - 1], ask.segment[at + 1]];
  if (next?.kind !== "figure") return false;
  // "From four until nine years": both ends are said.
  if (!isClock(next) && !isDay(next) && before?.kind !== "figure") return false;
  const isDeadline = (each: Item, index: number) =>
    /^(?:by|d'ici|bis|antes)$/.test(statement.items[index - 1]?.text ?? "") &&
    each.kind === "figure" &&
    follows(next.figure, each.figure);
  // "You can order until the fifth", where the fact has "order by the fifth".
  if (statement.items.some(isDeadline) || isEdgeOf("to", next, statement.items)) return true;
  return statement.items.some((each, index) => {
    const joint = statement.items[index - 1];
    const isRange = statement.items[index - 2]?.kind === "figure";
    const isEnd =
      joint?.kind === "word"
        ? (joint.key === "until" && (isRange || isClock(each))) || (joint.key === "to" && isRange)
        : each.pause === "-";
    return isEnd && each.kind === "figure" && follows(next.figure, each.figure);
  });
}

/** "It's open until ten", where the fact is asked when it closes, and says "at 10 pm". */
function isClosingAsked(
  { key }: WordItem,
  { segment }: Ask,
  { figures }: Statement,
  { kind, topic }: Evidence,
): boolean {
  const isOfIt =
    (topic.has("close") && (key === "until" || key === "isOpen")) ||
    (topic.has("open") && (key === "from" || key === "isOpen"));
  if (!isOfIt || kind !== "faq") return false;
  const isFrom = segment.some((item) => isWord(item, "from"));
  const isUntil = segment.some((item) => isWord(item, "until"));
  return (
    (topic.has("close") ? isUntil && !isFrom : isFrom && !isUntil) &&
    segment.some((item) => isClock(item) && figures.some(({ figure }) => follows(item.figure, figure)))
  );
}

/** "For up to four people", where it sleeps four. */
function isCountedBefore(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const before = segment[segment.indexOf(item) - 1];
  if (before?.kind !== "figure" || item.pause !== "" || before.figure.bound !== "atMost") return false;
  return figures.some(
    ({ figure }) =>
      follows(before.figure, figure) &&
      figure.readings.some((each) => each.unit === "count" && (each.of.length === 0 || each.of.includes("person"))),
  );
}
