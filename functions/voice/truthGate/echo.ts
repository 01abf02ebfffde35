import { grammar } from "./claims";
import { follows } from "./figure";
import type { GroundsRead } from "./groundsRead";
import type { FigureItem, Item } from "./readText";
import { weighty } from "./weighty";

/** A caller's question that a reply gives back. */

/**
 * "Am I stuck with it?" "You're not stuck.": a clause that holds nothing but the words of the question is a no to it, and rests on what a
 * no rests on. Null where it says more, or says it of what a fact speaks of.
 */
export function echoOf(segment: readonly Item[], read: GroundsRead): "no" | null {
  const heavy = segment.filter(
    (item) => item.kind === "figure" || (item.weight !== "neutral" && !grammar.has(item.key)),
  );
  const isSaidOf = segment.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula));
  if (!isSaidOf || heavy.length === 0 || !heavy.every((item) => item.kind === "word" && item.isNegated)) return null;
  const claim = read.claim();
  if (claim.is !== "unknown" || !claim.isAsked || claim.isDenial) return null;
  const isAsked = (item: Item) => item.kind === "word" && claim.keys.includes(item.key) && !weighty.has(item.key);
  const isUnknown = (item: Item) =>
    item.kind === "word" && !read.cited.some(({ statements }) => statements.some(({ words }) => words.has(item.key)));
  return heavy.every(isAsked) && heavy.some(isUnknown) ? "no" : null;
}

/** "Not on Easter Monday", asked about Mondays: what is so of all of them may not be of that one. */
function isOneDayOfMany(said: FigureItem, asked: FigureItem): boolean {
  const daysOf = ({ figure }: FigureItem) => figure.readings.find(({ unit }) => unit === "days");
  const [own, all] = [daysOf(said), daysOf(asked)];
  if (own?.unit !== "days" || all?.unit !== "days") return false;
  return own.days.by !== "weekdays" && all.days.by === "weekdays" && all.days.isEvery;
}

/** "Could he play The Submarine?" "Not The Submarine.", "not today": what the question names, and nothing else, is turned down. */
export function turnedDown(segment: readonly Item[], read: GroundsRead): "no" | null {
  const [first, ...rest] = segment;
  if (first?.kind !== "word" || first.key !== "not" || rest.length === 0) return null;
  if (rest.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula))) return null;
  const heavy = rest.filter((item) => item.kind === "figure" || item.weight !== "neutral");
  const claim = read.claim();
  if (heavy.length === 0 || !claim.isAsked || claim.isDenial || claim.is === "none" || claim.is === "true") return null;
  const isNamed = (item: Item) =>
    item.kind === "word"
      ? read.caller.keys.has(item.key)
      : read.caller.items.some(
          (each) => each.kind === "figure" && follows(item.figure, each.figure) && !isOneDayOfMany(item, each),
        );
  return heavy.every(isNamed) ? "no" : null;
}
