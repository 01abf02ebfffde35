import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** "No cheques, except for deposits" and "cheques only for deposits" say the same. */

const isContent = (item: Item): item is WordItem => item.kind === "word" && item.weight === "content";

/** What stands behind such a word in its part: the deposits of "except for deposits". */
function behind(items: readonly Item[], key: string): ReadonlySet<string> {
  const at = items.findIndex((item) => isWord(item, key));
  if (at < 0) return new Set();
  const end = items.findIndex((item, index) => index > at && /[.;:!?]/.test(item.pause));
  return new Set(
    items
      .slice(at + 1, end < 0 ? undefined : end)
      .filter(isContent)
      .map((item) => item.key),
  );
}

function isBefore(items: readonly Item[], key: string, mark: string): boolean {
  return items.findIndex((item) => isWord(item, key)) < items.findIndex((item) => isWord(item, mark));
}

/** "Cheques only for deposits", where the fact has "no cheques, except for deposits", and the other way round. */
export function isOfException(item: WordItem, { sentence }: Ask, { items, words }: Statement): boolean {
  const own = words.get(item.key);
  if (own === undefined) return false;
  const [mark, said] = item.isNegated ? ["only", "except"] : ["except", "only"];
  const isTurned = item.isNegated ? !own.isDenied : !own.isSaid;
  if (!isTurned || !words.has(mark) || !isBefore(items, item.key, mark)) return false;
  const allowed = behind(items, mark);
  if (allowed.size === 0) return false;
  const named = sentence.filter((each) => isContent(each) && allowed.has(each.key) && each.key !== item.key);
  const isMarked = sentence.some((each) => isWord(each, said));
  return named.length > 0 && (isMarked || (!item.isNegated && !sentence.some((each) => isWord(each, mark))));
}

/** "Only for deposits", where the fact denies all but that. */
export function isOnlyOfException(item: WordItem, { segment }: Ask, { items }: Statement): boolean {
  const at = items.findIndex((each) => isWord(each, "except"));
  if (at < 0 || item.isNegated || !items.slice(0, at).some(({ isNegated }) => isNegated)) return false;
  const allowed = behind(items, "except");
  const rest = segment.slice(segment.indexOf(item) + 1).filter(isContent);
  const scope = rest.length > 0 ? rest : segment.filter((each) => isContent(each) && each !== item);
  return scope.length > 0 && scope.every((each) => each.kind === "word" && allowed.has(each.key));
}
