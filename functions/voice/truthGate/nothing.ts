import type { GroundsRead } from "./groundsRead";
import type { Item } from "./readText";

/** "Nothing at all" as an answer: that there is nothing to pay, to bring or to do is a claim. */

const nothings: ReadonlySet<string> = new Set(["nothing", "none", "rien", "nichts", "nada"]);

/** Whether a clause says no more than that it is nothing. */
export function isBareNothing(segment: readonly Item[]): boolean {
  const [first] = segment;
  return (
    first?.kind === "word" &&
    segment.some((item) => item.kind === "word" && nothings.has(item.text)) &&
    segment.every(
      (item) => item.kind === "word" && (item.key === "not" || item.weight === "neutral" || item.weight === "light"),
    )
  );
}

/** What facts deny where the answer is nothing. */
const denied: ReadonlySet<string> = new Set(
  "need bring cost fee pay charge deposit extra book prepare worry do deliver".split(" "),
);

/** A cited fact has that something is free, or needs nothing. */
export function isNothingMeant({ cited }: GroundsRead): boolean {
  return cited.some(({ statements }) =>
    statements.some(
      ({ words, items }) =>
        words.get("free")?.isSaid === true ||
        [...words].some(([key, how]) => how.isDenied && denied.has(key)) ||
        items.some((item) => item.kind === "word" && nothings.has(item.text)),
    ),
  );
}
