import type { Reading } from "./figure";
import type { FigureItem, Item } from "./readText";

/** Of what kind an item of a sentence is: a word by its key, a figure by what it measures. */

/** `isWord(item, "only")`: "only", "just", "nur", by whichever word it is said. */
export function isWord(item: Item | undefined, key: string): boolean {
  return item?.kind === "word" && item.key === key;
}

/** "Nine", "$20", "on Mondays". */
export function isFigure(item: Item | undefined): item is FigureItem {
  return item?.kind === "figure";
}

/** `isFigureOf(item, "minutes", "months")`: "half an hour", "a year"; one of its readings is in one of these units. */
export function isFigureOf(item: Item | undefined, ...units: readonly Reading["unit"][]): item is FigureItem {
  return item?.kind === "figure" && item.figure.readings.some(({ unit }) => units.includes(unit));
}

/** "$20", and "twenty" where it may be a price. */
export function isMoney(item: Item | undefined): item is FigureItem {
  return isFigureOf(item, "money");
}

/** "$20", "twenty dollars": with its currency, so that it is nothing but a price. */
export function isSum(item: Item | undefined): item is FigureItem {
  return (
    item?.kind === "figure" && item.figure.readings.some((each) => each.unit === "money" && each.currency !== null)
  );
}

/** "At nine", and "nine" where it may be a time of day. */
export function isClock(item: Item | undefined): item is FigureItem {
  return isFigureOf(item, "clock");
}

/** "On Mondays", "June 4", "tomorrow". */
export function isDay(item: Item | undefined): item is FigureItem {
  return isFigureOf(item, "days");
}
