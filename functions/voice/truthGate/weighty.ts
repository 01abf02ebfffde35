import type { Item } from "./readText";

/** What decides over more than a word: what is free, included, refunded, safe. */

/** What decides over more than a word: only a fact can say it. */
export const weighty: ReadonlySet<string> = new Set(
  "free included extra discount refund guarantee deposit insurance cheapest best cheaper fee tax all only safe".split(
    " ",
  ),
);

/** Of these what one says of oneself without asking for anything: "her leaves are all spotty". */
export const ofManner: ReadonlySet<string> = new Set(["all", "only", "best", "safe"]);

/** "Free", "the best", where it is no name. */
export function isWeighty(item: Item, known: ReadonlySet<string>): boolean {
  return item.kind === "word" && weighty.has(item.key) && !known.has(item.key);
}
