import type { Ask } from "./ask";
import { type Days, type Figure, follows } from "./figure";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** The first and the last day of a time that a fact names whole: "from 10 July to 20 September". */

const ofEnd =
  /^(?:until|till|til|to|ends?|ended|ending|over|last|lasts|closes?|finish(?:es)?|jusque?|finit|fin|bis|endet|ende|hasta|termina|acaba)$/;
const ofStart =
  /^(?:from|since|starts?|started|starting|begins?|began|beginning|opens?|first|dès|commence|débute|ab|beginnt|seit|desde|empieza|comienza)$/;

/** "Until September 20th", "the season started on July 10th". */
export function isEndOfSpan(item: FigureItem, { sentence }: Pick<Ask, "sentence">, { items }: Statement): boolean {
  const before = sentence.slice(0, Math.max(sentence.indexOf(item), 0)).map(({ text }) => text);
  const isSaid = (pattern: RegExp) => before.some((text) => pattern.test(text));
  return (isSaid(ofEnd) && isEdgeOf("to", item, items)) || (isSaid(ofStart) && isEdgeOf("from", item, items));
}

/** Whether a date is the one end of a time that a statement names. */
export function isEdgeOf(end: "from" | "to", { figure }: FigureItem, items: readonly Item[]): boolean {
  return items.some(
    (item) =>
      item.kind === "figure" &&
      item.figure.readings.some(
        ({ unit, ...reading }) => unit === "days" && isOnDay(figure, (reading as { readonly days: Days }).days, end),
      ),
  );
}

function isOnDay(said: Figure, days: Days, end: "from" | "to"): boolean {
  if (days.by !== "span") return false;
  return follows(said, { text: "", readings: [{ unit: "days", days: days[end] }], bound: "is", per: null });
}
