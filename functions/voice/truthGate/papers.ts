import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { WordItem } from "./readText";
import type { Statement } from "./statement";

/** What one does with a paper that something is done with. */
const bringing: ReadonlySet<string> = new Set(["bring", "hold", "need", "send"]);

const papers =
  /^(?:receipt|id|note|certificat|paper|proof|prescript|passport|licen[cs]e?|referr|letter|ordonnanc|rezept|quittung|bon|beleg|reçu|receta|recibo)$/;

/** "Bring the receipt", where something is done with the receipt. */
export function isBroughtWithIt(item: WordItem, { segment }: Ask, { items }: Statement, { kind }: Evidence): boolean {
  if (!bringing.has(item.key) || item.isNegated || kind !== "faq") return false;
  const thing = segment
    .slice(segment.indexOf(item) + 1)
    .find((each) => each.kind === "word" && each.weight !== "neutral" && papers.test(each.key));
  if (thing?.kind !== "word") return false;
  const at = items.findIndex((each) => isWord(each, thing.key) && !each.isNegated);
  return items
    .slice(Math.max(at - 4, 0), Math.max(at, 0))
    .some((each) => /^(?:with|avec|sur|mit|gegen|con)$/.test(each.text));
}
