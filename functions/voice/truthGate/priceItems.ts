import { isMoney } from "./itemKinds";
import type { FigureItem, Item } from "./readText";

/** What stands around a price in a sentence. */

export function isNoun(item: Item): boolean {
  return item.kind === "word" && item.weight !== "neutral" && item.key !== "cost" && item.key !== "pay";
}

/** "$240 for eight weeks", "six for $17", "$95 for the first half hour": the figure that a price is for; null where it has none. */
export function howMuchOf(items: readonly Item[], at: number): FigureItem | null {
  const isJoint = (item: Item | undefined) =>
    item?.kind === "word" && item.isAbout && item.weight === "neutral" && item.pause === "";
  const behind = items.slice(at + 2, at + 5);
  const end = behind.findIndex((item) => item.pause !== "" || isNoun(item) || (isMoney(item) && !isCount(item)));
  const measured = isJoint(items[at + 1]) ? behind.slice(0, end < 0 ? undefined : end).find(isMuch) : undefined;
  if (measured !== undefined) return measured;
  const [first, joint] = items.slice(Math.max(at - 2, 0), at);
  return first !== undefined && isJoint(joint) && items[at]?.pause === "" && isMuch(first) ? first : null;
}

function isCount({ figure }: FigureItem): boolean {
  return figure.readings.some(({ unit }) => unit === "count");
}

/** A number of things, or a length of time, and no point in time. */
function isMuch(item: Item): item is FigureItem {
  if (item.kind !== "figure") return false;
  const { readings } = item.figure;
  return (
    !readings.some(({ unit }) => unit === "days" || unit === "digits") &&
    readings.some(
      (each) =>
        (each.unit === "count" && each.value > 1) ||
        ((each.unit === "minutes" || each.unit === "months") && each.value > 0),
    )
  );
}
