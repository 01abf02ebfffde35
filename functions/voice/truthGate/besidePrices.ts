import { isSum, isWord } from "./itemKinds";
import type { Item } from "./readText";

/** What a fact says of a service beside its price. */

const ofCost: ReadonlySet<string> = new Set(["more", "extra", "fee", "less", "free", "discount"]);

/**
 * The head of a sentence as far as it speaks of no price of its own: "for up to 15 children" of "for up to 15 children, and each extra
 * child is $14". What a service is called by is none: the charging of a charging port.
 */
export function unpriced(items: readonly Item[], topic: ReadonlySet<string>): readonly Item[] {
  const at = items.findIndex((item) =>
    item.kind === "word" ? ofCost.has(item.key) && !topic.has(item.key) : isPrice(item),
  );
  if (at < 0) return items;
  const end = items.slice(0, at + 1).findLastIndex((item) => /[,;:]/.test(item.pause));
  const price = items[at];
  // "A camera, where one is needed, costs €75."
  const head = items[end];
  if (isWord(head, "cost")) return [];
  if (end !== at || price === undefined || !isPrice(price)) return items.slice(0, Math.max(end, 0));
  // "Travel to your home, CHF 2 a kilometre": what stands right before a price is what it is the price of.
  const label = items.slice(0, end).findLastIndex((item) => /[,;:]/.test(item.pause));
  return items.slice(0, Math.max(label, 0));
}

/** "There's no joining fee": joining is free. Null where no fee is denied. */
export function withoutFee(items: readonly Item[]): readonly Item[] | null {
  const at = items.findIndex((item) => isWord(item, "fee") && item.isNegated);
  const from = items.slice(0, Math.max(at, 0)).findLastIndex((item) => isWord(item, "not"));
  const fee = items[at];
  if (at < 0 || from < 0 || fee?.kind !== "word" || items.slice(from + 1, at + 1).some(({ pause }) => pause !== ""))
    return null;
  const named = items.slice(from + 1, at).map((item) => ({ ...item, isNegated: false }));
  const free: Item = { ...fee, text: "free", key: "free", weight: "content", isNegated: false };
  const behind = items.slice(at + 1);
  const end = behind.findIndex(({ pause }) => pause !== "");
  const of = behind.slice(0, end < 0 ? undefined : end).map((item) => ({ ...item, isNegated: false }));
  return [...named, ...of].some((item) => item.kind === "word" && item.weight !== "neutral")
    ? [...named, ...of, free]
    : null;
}

function isPrice(item: Item): boolean {
  return isSum(item);
}

const turning: ReadonlySet<string> = new Set(
  "not but or if unless except only all any until before after otherwise evenIf need bring".split(" "),
);

/** Nothing is denied, narrowed down or asked for in it, and nobody does anything: "for ages 8 to 12". */
export function isPlain(items: readonly Item[]): boolean {
  return items.every(
    (item) => !item.isNegated && (item.kind === "figure" || (item.subject === null && !turning.has(item.key))),
  );
}
