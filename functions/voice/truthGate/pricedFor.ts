import type { Ask } from "./ask";
import { type Figure, follows } from "./figure";
import { isFigure, isMoney, isWord } from "./itemKinds";
import { isOneUnit, unitsOfTime } from "./perUnits";
import { howMuchOf } from "./priceItems";
import { keysOfPer } from "./readPer";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** For how many, for whom and how often: what a figure of a fact is not said without. */

/** For how many or how long a price is, where a reply leaves it out; null where it does not. */
export function whyNotSoMuchOf(item: FigureItem, { sentence }: Ask, { items, price }: Statement): string | null {
  const prices = items.flatMap((each, at) => (isMoney(each) && follows(item.figure, each.figure) ? [at] : []));
  const amounts = prices.map((at) => howMuchOf(items, at));
  const [first] = amounts;
  if (first === undefined || first === null || amounts.includes(null)) return null;
  // "The course is $240", where it is so for its eight weeks.
  if (price !== null && amounts.every((amount) => amount !== null && isLong(amount))) return null;
  const isSaid = amounts.some(
    (amount) =>
      amount !== null &&
      sentence.some(
        (each) => (isFigure(each) && follows(each.figure, amount.figure)) || (isWord(each, "both") && isTwo(amount)),
      ),
  );
  return isSaid ? null : first.text;
}

const leastOfCourseMinutes = 10_080;

/** Weeks or months: as long as a course takes. */
function isLong({ figure }: FigureItem): boolean {
  return figure.readings.every(
    (each) => each.unit === "months" || (each.unit === "minutes" && each.value >= leastOfCourseMinutes),
  );
}

/** "$28 per adult and $15 per child": each is a price of its own, and no part of one. */
export function isPricedByKind(prices: readonly Figure[]): boolean {
  const keys = prices.map(({ per }) => per);
  return prices.length > 1 && keys.every((key) => key !== null) && new Set(keys).size === keys.length;
}

/** "Two a year", where it is two classes a term: a number of something in a time is said with that time. Null where it fits. */
export function whyNotSoOften(
  { per, readings }: Figure,
  found: readonly { readonly figure: Figure }[],
  { figures, words }: Statement,
): string | null {
  const units = keysOfPer(per).filter((key) => unitsOfTime[key] !== undefined);
  const isPrice = found.some(({ figure }) => figure.readings.some(({ unit }) => unit === "money"));
  if (units.length === 0 || isPrice || !readings.some(({ unit }) => unit === "count")) return null;
  const left = units.find(
    (key) =>
      !words.has(key) &&
      !figures.some(({ figure }) => isOneUnit(figure, key, "every") || isOneUnit(figure, key, "once")),
  );
  return left ?? null;
}

/** For whom a price is, where a fact has others for others and neither reply nor question says it: "$22 for adults and $11 for children". */
export function whyNotLabelled(item: FigureItem, { sentence, asked }: Ask, { items }: Statement): string | null {
  const sums = items.flatMap((each, at) => (isMoney(each) && each.figure.readings.some(isSum) ? [at] : []));
  if (sums.length < 2) return null;
  const labels = sums
    .filter((at) => follows(item.figure, (items[at] as FigureItem).figure))
    .map((at) => labelOf(items, at));
  const [first] = labels;
  if (first === undefined || labels.some((keys) => keys.length === 0)) return null;
  const isSaid = (key: string) => asked?.has(key) === true || sentence.some((each) => isWord(each, key));
  return labels.some((keys) => keys.some(isSaid)) ? null : (first[0] ?? null);
}

const isSum = (reading: Figure["readings"][number]): boolean => reading.unit === "money" && reading.currency !== null;

/** The words behind the "for" of a price, up to the next pause or joint. */
function labelOf(items: readonly Item[], at: number): readonly string[] {
  const joint = items[at + 1];
  if (joint?.kind !== "word" || !joint.isAbout || joint.weight !== "neutral" || joint.pause !== "") return [];
  const behind = items.slice(at + 2);
  const end = behind.findIndex((item) => item.pause !== "" || isWord(item, "and") || isWord(item, "or"));
  return behind
    .slice(0, end < 0 ? undefined : end)
    .flatMap((item) => (item.kind === "word" && item.weight !== "neutral" ? [item.key] : []));
}

/** "For both of you." */
function isTwo({ figure }: FigureItem): boolean {
  return figure.readings.some((each) => each.unit === "count" && each.value === 2);
}
