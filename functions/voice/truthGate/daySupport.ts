import { type Days, follows } from "./figure";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";
import type { Ask } from "./support";

/** How a day of a clause stands in a statement of a service or an answer; what hours say of days is told by them alone. */

/** `own`: it follows; a text says why it does not; null where the day's own readings decide. */
export function whereDay(item: FigureItem, ask: Ask, statement: Statement): "own" | string | null {
  const days = daysOf(item);
  if (days.length === 0) return null;
  // "We close for the day at noon", where the fact has "we close at noon".
  if (/^for (?:the|what)\b/.test(item.text) && !statement.items.some(({ text }) => text === item.text))
    return "is not said in";
  if (isDeniedByOnly(item, statement)) return "own";
  if (isEdgeOfNone(item, ask, statement)) return "is a date that is not in";
  return null;
}

function daysOf(item: Item): readonly Days[] {
  return item.kind === "figure"
    ? item.figure.readings.flatMap((reading) => (reading.unit === "days" ? [reading.days] : []))
    : [];
}

/** "Not on Thursdays", where the fact has "Wednesdays only". */
function isDeniedByOnly(item: FigureItem, { items, words }: Statement): boolean {
  if (!item.isNegated || words.get("only")?.isSaid !== true) return false;
  const said = daysOf(item).find(({ by }) => by === "weekdays");
  const own = items.filter(({ isNegated }) => !isNegated).flatMap(daysOf);
  const weekdays = own.flatMap((days) => (days.by === "weekdays" ? days.weekdays : []));
  const isNear = items.some(
    (each, at) =>
      daysOf(each).length > 0 &&
      [items[at - 1], items[at - 2], items[at + 1]].some((near) => near?.kind === "word" && near.key === "only"),
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
