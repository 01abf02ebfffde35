import type { Ask } from "./ask";
import { type Days, follows } from "./figure";
import { isFigureOf, isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import { isEndOfSpan } from "./spanEdges";
import type { Statement } from "./statement";

/** How a day of a clause stands in a statement of a service or an answer; what hours say of days is told by them alone. */

/** `own`: it follows; a text says why it does not; null where the day's own readings decide. */
export function whereDay(item: FigureItem, ask: Ask, statement: Statement): "own" | string | null {
  const days = daysOf(item);
  if (days.length === 0) return null;
  // "We close for the day at noon", where the fact has "we close at noon".
  if (/^for (?:the|what)\b/.test(item.text) && !statement.items.some(({ text }) => text === item.text))
    return "is not said in";
  if (isDeniedByOnly(item, statement)) return "own";
  if (!item.isNegated && isListedDays(item, statement)) return "own";
  if (!item.isNegated && isEndOfSpan(item, ask, statement)) return "own";
  if (isEdgeOfNone(item, ask, statement)) return "is a date that is not in";
  return null;
}

function daysOf(item: Item): readonly Days[] {
  return item.kind === "figure"
    ? item.figure.readings.flatMap((reading) => (reading.unit === "days" ? [reading.days] : []))
    : [];
}

/** "At weekends", where the fact has "Saturdays and Sundays". */
export function isListedDays(item: FigureItem, { items }: Pick<Statement, "items">): boolean {
  const said = daysOf(item).find(({ by }) => by === "weekdays");
  if (said?.by !== "weekdays" || said.weekdays.length < 2) return false;
  const runs: number[][] = [[]];
  for (const [at, each] of items.entries()) {
    const [days] = daysOf(each);
    const isJoint = isWord(each, "and") && daysOf(items[at + 1] ?? each).length > 0;
    if (days?.by === "weekdays" && !each.isNegated) runs.at(-1)?.push(...days.weekdays);
    else if (!isJoint) runs.push([]);
  }
  return runs.some((run) => run.length === said.weekdays.length && said.weekdays.every((day) => run.includes(day)));
}

/** "Not on Thursdays", where the fact has "Wednesdays only". */
function isDeniedByOnly(item: FigureItem, { items, words }: Statement): boolean {
  if (!item.isNegated || words.get("only")?.isSaid !== true) return false;
  const said = daysOf(item).find(({ by }) => by === "weekdays");
  const own = items.filter(({ isNegated }) => !isNegated).flatMap(daysOf);
  const weekdays = own.flatMap((days) => (days.by === "weekdays" ? days.weekdays : []));
  const isNear = items.some(
    (each, at) =>
      daysOf(each).length > 0 && [items[at - 1], items[at - 2], items[at + 1]].some((near) => isWord(near, "only")),
  );
  return (
    said?.by === "weekdays" && isNear && weekdays.length > 0 && !said.weekdays.some((day) => weekdays.includes(day))
  );
}

/** "It starts on January 12", "until March 26", where the fact only has the weekday of it: an edge is a date of its own. */
function isEdgeOfNone(item: FigureItem, { segment }: Ask, { items }: Statement): boolean {
  const [first] = daysOf(item);
  const isStart = segment.some((each) => each.kind === "word" && (each.key === "start" || each.key === "finish"));
  const near = segment.slice(Math.max(segment.indexOf(item) - 2, 0), segment.indexOf(item));
  const isEdge = isStart || near.some((each) => each.kind === "word" && edges.has(each.key));
  // "After the first it's 15 minutes" names no date.
  if (first?.by !== "date" || !isEdge || (first.month === null && first.weekday === undefined)) return false;
  const isDate = (days: Days) => days.by !== "weekdays";
  return !items.some(
    (each) =>
      each.kind === "figure" &&
      daysOf(each).some(isDate) &&
      follows({ ...item.figure, readings: own(item) }, each.figure),
  );
}

const edges: ReadonlySet<string> = new Set(["until", "from", "before", "after"]);

/** Its readings without the weekday that it falls on. */
function own({ figure }: FigureItem): FigureItem["figure"]["readings"] {
  return figure.readings.filter((reading) => !(reading.unit === "days" && reading.days.by === "weekdays"));
}

/** "The next class is tomorrow", where the fact has "Tuesdays and Thursdays": no other of its days comes before. */
export function isNextOfThem({ sentence }: Pick<Ask, "sentence">, { items }: Statement): boolean {
  const own = items.flatMap(daysOf).flatMap((days) => (days.by === "weekdays" ? days.weekdays : []));
  return sentence.some((item) => {
    const said = daysOf(item);
    const weekday = said.find(({ by }) => by === "weekdays");
    const ahead = said.find(({ by }) => by === "relative");
    if (weekday?.by !== "weekdays" || ahead?.by !== "relative" || weekday.weekdays.length !== 1) return false;
    const [day = 0] = weekday.weekdays;
    const isEarlier = (other: number) => (day - other + 7) % 7 > 0 && (day - other + 7) % 7 < ahead.offset;
    return ahead.offset >= 0 && ahead.offset <= 7 && own.includes(day) && !own.some(isEarlier);
  });
}

/** Words that say of a day or a time that something begins then, or ends. */
const beginnings: ReadonlySet<string> = new Set(["start", "from", "open"]);
const endings: ReadonlySet<string> = new Set(["finish", "until", "close"]);

/** "It finishes on June 14", where the fact has "until June 14"; "it starts on the 27th", where it has "from 27 June". */
export function isEdgeSaid(item: Item, { segment }: Pick<Ask, "segment">, { items }: Statement): boolean {
  if (item.kind !== "word") return false;
  const alike = beginnings.has(item.key) ? beginnings : endings.has(item.key) ? endings : null;
  if (alike === null) return false;
  const isPoint = (each: Item | undefined) => isFigureOf(each, "days", "clock");
  const from = segment.indexOf(item);
  const said = segment.slice(from + 1, from + 4).find(isPoint);
  if (said === undefined) return false;
  return items.some((each, at) => {
    if (each.kind !== "word" || each.isNegated || !alike.has(each.key)) return false;
    const own = items.slice(at + 1, at + 4).find(isPoint);
    return own !== undefined && follows(said.figure, own.figure);
  });
}
