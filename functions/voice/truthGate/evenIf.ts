import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** What changes nothing: "even with a parent's consent". */

/** "With your signature that's fine", where one must be eighteen even with a parent's consent. */
export function isWithoutEffect(item: WordItem, { sentence }: Ask, { items, words }: Statement): boolean {
  const evenAt = items.findIndex((each) => isWord(each, "evenIf"));
  if (evenAt < 0 || item.key === "evenIf" || items.slice(0, evenAt).some((each) => isWord(each, item.key)))
    return false;
  const isStrict = words.has("need") || items.slice(0, evenAt).some(({ isNegated }) => isNegated);
  return isStrict && !sentence.some((each) => isWord(each, "evenIf") || each.isNegated);
}

/** "Even if they don't board with us": whether it is so or not changes nothing. */
export function isEitherWay(item: WordItem, ask: Ask, statement: Statement): boolean {
  // "Parts not included", where the fact says that they are extra.
  const hasKey = (key: string, isNegated: boolean) =>
    ask.segment.some((each) => isWord(each, key) && each.isNegated === isNegated);
  if (statement.words.get("included")?.isDenied === true && hasKey("extra", false) && !item.isNegated) return true;
  const isTurned = statement.words.get("extra")?.isSaid === true && !statement.words.has("included");
  if (isTurned && item.isNegated && ask.sentence.some((each) => each.isNegated && isWord(each, "included")))
    return true;
  if (isWord(ask.segment[0], "except") && !item.isNegated) return true;
  const isBehind = (items: readonly Item[], at: number) =>
    items.slice(0, Math.max(at, 0)).some((each) => isWord(each, "evenIf"));
  const inStatement = statement.items.findIndex((each) => isWord(each, item.key));
  return isBehind(ask.segment, ask.segment.indexOf(item)) && isBehind(statement.items, inStatement);
}
