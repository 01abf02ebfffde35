import type { Ask } from "./ask";
import type { Item } from "./readText";

/** Which words of a clause claim something, so that a fact has to say it. */

/** Words that bind others together and claim nothing themselves. */
export const grammar = new Set([
  "not",
  "and",
  "or",
  "but",
  "if",
  "from",
  "to",
  "at",
  "again",
  "between",
  "roughly",
  "exactly",
]);

/** The items of a clause that must stand in a fact: of "we are open on Mondays" the opening and the day. */
export function claimsOf(ask: Ask): readonly Item[] {
  return ask.segment.filter((item) => isClaim(item, ask) && ask.given?.has(item) !== true);
}

/** Whether an item must stand in a fact: "haircut" and "$20" must, "please" and "and" need not. */
export function isClaim(item: Item, { known, isAsking }: Pick<Ask, "known" | "isAsking">): boolean {
  if (item.kind === "figure") return true;
  if (grammar.has(item.key) || item.weight === "neutral" || known.has(item.key) || known.has(item.text)) return false;
  return !(isAsking && (item.weight === "askable" || item.weight === "light"));
}

/** What a clause is about: "Saturdays", "dogs", and neither "only" nor "from". */
export function isHeavy(item: Item): boolean {
  return item.kind === "figure" || (item.weight === "content" && !grammar.has(item.key) && item.key !== "only");
}
