import type { Ask } from "./ask";
import { isListedDays } from "./daySupport";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isDay, isFigureOf, isWord } from "./itemKinds";
import { bindingKeys } from "./lexicon";
import type { FigureItem, Item } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** A figure that a fact says of another thing, or of another day. */

/** A figure of a list is said of what it stands beside: "originals free of charge, other papers for seven years". */
export function figureOfSomethingElse(
  claims: readonly Item[],
  ask: Ask,
  statement: Statement,
  fact: Evidence,
): string | null {
  const day = dayOfAnother(claims, ask, statement);
  if (day !== null) return `${fact.id} says it of another day than ${day}`;
  if (fact.kind !== "faq") return null;
  const parts = partsOf(statement.items);
  if (parts.length < 2) return null;
  const said = new Set(ask.sentence.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  for (const claim of claims) {
    if (claim.kind !== "figure") continue;
    const part = parts.find((items) =>
      items.some((item) => item.kind === "figure" && follows(claim.figure, item.figure)),
    );
    const own =
      part?.flatMap((item) =>
        item.kind === "word" && item.weight === "content" && !bindingKeys.has(item.key) ? [item.key] : [],
      ) ?? [];
    const isElsewhere = claims.some((item) => {
      if (item.kind !== "word" || item.weight !== "content" || bindingKeys.has(item.key) || own.includes(item.key))
        return false;
      const other = parts.find((items) => items.some((each) => isWord(each, item.key)));
      // What stands beside a figure of its own is said with that.
      const hasFigure = other?.some(
        (each) =>
          each.kind === "figure" &&
          ask.sentence.some((one) => one.kind === "figure" && follows(one.figure, each.figure)),
      );
      return other !== undefined && hasFigure !== true;
    });
    if (own.length > 0 && isElsewhere && !own.some((key) => said.has(key)))
      return `${claim.text} is said of something else in ${fact.id}`;
  }
  return null;
}

/** "If you cancel the day before, it's $50", where that is what it costs on the day. */
function dayOfAnother(claims: readonly Item[], { sentence }: Ask, statement: Statement): string | null {
  const isAmount = (item: Item) => isFigureOf(item, "money", "percent");
  if (!claims.some(isAmount)) return null;
  const daysOf = (items: readonly Item[]) => items.filter(isDay);
  const [said, own] = [daysOf(sentence), daysOf(statement.items)];
  if (said.length === 0 || own.length === 0) return null;
  const isOwn = (item: FigureItem) =>
    isListedDays(item, statement) || own.some(({ figure }) => follows(item.figure, figure));
  return said.some(isOwn) ? null : (said[0]?.text ?? "");
}
