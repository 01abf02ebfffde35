import type { Ask } from "./ask";
import { follows } from "./figure";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** The figure without which something does not hold: "only from sixteen on", "if you call before 3 pm". */

/** "Gel nails only from sixteen on": what is only from a figure on, or up to it, is not said without it. */
export function missingRestriction(claims: readonly Item[], { sentence }: Ask, statement: Statement): Item | null {
  const at = statement.items.findIndex((item) => isWord(item, "only") && !item.isNegated);
  const bound = at < 0 ? undefined : statement.items.slice(at + 1, at + 3).find(({ kind }) => kind === "figure");
  if (bound?.kind !== "figure" || !["atLeast", "atMost"].includes(bound.figure.bound)) return null;
  const from = statement.items.slice(0, at + 1).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
  const own = statement.items.slice(Math.max(from, 0), at);
  const isOfIt = claims.some((item) => item.kind === "word" && own.some((each) => isWord(each, item.key)));
  const isSaid = sentence.some((item) =>
    item.kind === "figure" ? follows(item.figure, bound.figure) : item.key === "only",
  );
  return isOfIt && !isSaid ? bound : null;
}

/** "The same day, whenever you call", where the fact has "if you call before 3 pm": a condition is said with its figure. */
export function halfCondition({ segment, sentence }: Ask, { items }: Statement): Item | null {
  const isIf = (item: Item) => isWord(item, "if");
  const at = items.findIndex(isIf);
  const saidAt = segment.findIndex(isIf);
  if (at < 0 || saidAt < 0) return null;
  const end = items.findIndex(({ pause }, index) => index > at && /[,;:.]/.test(pause));
  const own = items.slice(at, end < 0 ? undefined : end);
  const isShared = segment
    .slice(saidAt + 1)
    .some((item) => item.kind === "word" && item.weight !== "neutral" && own.some((each) => isWord(each, item.key)));
  if (!isShared) return null;
  return (
    own.find(
      (item) =>
        item.kind === "figure" && !sentence.some((each) => each.kind === "figure" && follows(each.figure, item.figure)),
    ) ?? null
  );
}
