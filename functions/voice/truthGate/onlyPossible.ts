import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** What says that one may, in the languages of the gate; each claims nothing by itself. */
const possible: ReadonlySet<string> = new Set(
  "can could may puede pueden puedes podrá podrán können könnt kannst dürfen darfst dürft pouvez peux peuvent".split(
    " ",
  ),
);

/** Where one of these stands beside it, what one may do is all that one may. */
const narrowing: readonly string[] = ["only", "if", "unless", "until", "before", "after", "need", "atLeast", "atMost"];

/** "You must book online", where the fact has "you can book online": the same deed is only possible there. */
export function isOnlyPossible(need: WordItem, { segment }: Ask, { items, words, figures }: Statement): boolean {
  if (need.isNegated || figures.length > 0 || narrowing.some((key) => words.has(key))) return false;
  const deed = nextContent(segment, segment.indexOf(need));
  if (deed === null) return false;
  return items.some((item, at) => {
    if (item.kind !== "word" || item.isNegated || !possible.has(item.text)) return false;
    const allowed = nextContent(items, at);
    return allowed !== null && isWord(deed, allowed.key);
  });
}

function nextContent(items: readonly Item[], at: number): WordItem | null {
  const next = items.slice(at + 1).find((item) => item.kind === "figure" || item.weight !== "neutral");
  return next?.kind === "word" ? next : null;
}
