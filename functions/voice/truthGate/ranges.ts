import type { Ask } from "./ask";
import { type Figure, isSameReading } from "./figure";
import { isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** "Five to fifteen", where a fact has "5 to 12, from 9 am to 3 pm": each end stands there, but not with the other. */
export function rangeOfNone(segment: readonly Item[], { items }: Statement, factId: string): string | null {
  const own = rangesIn(items);
  if (own.length === 0) return null;
  const other = rangesIn(segment).find(
    ([from, to]) => !own.some(([ownFrom, ownTo]) => isSame(from, ownFrom) && isSame(to, ownTo)),
  );
  return other === undefined ? null : `${other[0].text} to ${other[1].text} is no range of ${factId}`;
}

/**
 * How a length of time or a price that is one end of a fact's range stands there: "two months" of "two to six months" and "$75" of
 * "$75 to $140" are not what the fact says, "at least two" and "up to $140" are. Null where it is no such end, or is said with the other.
 */
export function whereEnd(
  item: FigureItem,
  { segment }: Pick<Ask, "segment">,
  { items }: Statement,
): "own" | "not" | null {
  if (rangesIn(segment).some((ends) => ends.includes(item))) return null;
  const isLength = ({ figure }: FigureItem) => figure.unit !== undefined;
  // "Free up to fifteen" of "from 5 to 15 years"; who is fifteen is one of them.
  const isAge = ({ figure }: FigureItem) =>
    figure.unit !== undefined && "months" in figure.unit && figure.unit.months === 12;
  const found = rangesIn(items)
    .filter((ends) => isLength(ends[1]) || ends.some(isPrice))
    .flatMap(([from, to]) => [
      ...(isSame(item, from) ? (["atLeast"] as const) : []),
      ...(isSame(item, to) ? (["atMost"] as const) : []),
    ]);
  if (found.length === 0) return null;
  const isElsewhere = items.some(
    (each) => each.kind === "figure" && isSame(item, each) && !rangesIn(items).some((ends) => ends.includes(each)),
  );
  if (isElsewhere) return null;
  const isOfAge = rangesIn(items).some((ends) => ends.some((each) => isAge(each) && isSame(item, each)));
  if (isOfAge) return found.some((bound) => bound === item.figure.bound) ? "own" : null;
  // "Most take three to four hours": some take more.
  if (items.some((each) => each.kind === "word" && (hedges.has(each.text) || each.key === "usual"))) return "not";
  return found.some((bound) => bound === item.figure.bound) ? "own" : "not";
}

const hedges: ReadonlySet<string> = new Set(
  "most often mostly plupart souvent meist meisten oft mayoría menudo".split(" "),
);

const joints: ReadonlySet<string> = new Set(["to", "until"]);

function rangesIn(items: readonly Item[]): (readonly [FigureItem, FigureItem])[] {
  return items.flatMap((from, at): (readonly [FigureItem, FigureItem])[] => {
    const [joint, end] = [items[at + 1], items[at + 2]];
    if (from.kind !== "figure" || joint === undefined || !isOfKind(from, joint.kind === "figure" ? joint : end))
      return [];
    if (joint.kind === "figure") return /^[-–]$/.test(joint.pause) ? [[from, joint]] : [];
    const before = items[at - 1];
    const isBetween = joint.key === "and" && isWord(before, "between");
    const isJoined = (joints.has(joint.key) || isBetween) && joint.pause === "" && end?.pause === "";
    return isJoined && end?.kind === "figure" && isOfSameKind(from, end) ? [[from, end]] : [];
  });
}

/** "Le premier jeudi du mois à 19 h 30" is a day and a time, and no range. */
function isOfSameKind({ figure: from }: FigureItem, { figure: to }: FigureItem): boolean {
  const isDay = ({ readings }: Figure) => readings.some(({ unit }) => unit === "days");
  return isDay(from) === isDay(to);
}

/** "£1.20 an hour until 6 pm" is no range. */
function isOfKind({ figure: { readings } }: FigureItem, end: Item | undefined): boolean {
  if (end?.kind !== "figure") return false;
  const isBare = readings.some((each) => each.unit === "count" && each.of.length === 0);
  return isBare || readings.some(({ unit }) => end.figure.readings.some((each) => each.unit === unit));
}

function isSame({ figure: said }: FigureItem, { figure: own }: FigureItem): boolean {
  return said.readings.some((a) => own.readings.some((b) => isSameReading(a, b)));
}

function isPrice({ figure: { readings } }: FigureItem): boolean {
  return readings.some((each) => each.unit === "money" && each.currency !== null);
}
