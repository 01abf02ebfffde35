import { weighty } from "./callerClaim";
import type { GroundsRead } from "./groundsRead";
import type { Item } from "./readText";
import { grammar } from "./wordSupport";

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
  const isAsked = (item: Item) =>
    item.kind === "word" &&
    claim.keys.includes(item.key) &&
    !weighty.has(item.key) &&
    !read.cited.some(({ statements }) => statements.some(({ words }) => words.has(item.key)));
  return heavy.every(isAsked) ? "no" : null;
}
