import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";

/** What a fact denies of what the caller asks for, or of the caller. */

const suiting = /^(?:suitabl|recommend|advis|allow|welcome|acceptable|safe|accept|treat|fit)/;

/** What a caller tells of themselves, and what a cited fact says that something is not for. */
export function isDeniedToThem(item: Item, evidence: readonly Evidence[]): boolean {
  if (item.kind !== "word" || item.weight !== "content" || item.isNegated) return false;
  const keys = new Set([item.key, ...(item.ties?.alike ?? [])]);
  return evidence.some(({ statements }) =>
    statements.some(
      ({ items, isDerived }) =>
        !isDerived &&
        items.some((each) => each.kind === "word" && each.isNegated && suiting.test(each.key)) &&
        items.some((each) => each.kind === "word" && each.isNegated && keys.has(each.key)),
    ),
  );
}

/** A fact says that something is needed, or not, in the same breath as what was asked. */
export function isNeeded(carried: readonly Item[], evidence: readonly Evidence[]): boolean {
  return evidence.some(({ statements }) =>
    statements.some(
      ({ words }) => words.has("need") && carried.some((item) => item.kind === "word" && words.has(item.key)),
    ),
  );
}

/** "Do you repair heat pumps?", where a fact has "no heat pumps" and no word for the repairing; what it denies whole is denied as well. */
export function isDeniedBesideVerb(
  carried: readonly Item[],
  asked: readonly Item[],
  evidence: readonly Evidence[],
): boolean {
  if (carried.some((item) => item.isNegated || item.kind === "figure")) return false;
  const [verb] = carried;
  const isKnown = (item: Item | undefined) =>
    item?.kind === "word" &&
    evidence.some(({ statements }) => statements.some(({ words, isDerived }) => !isDerived && words.has(item.key)));
  return evidence.some(
    ({ statements, kind }) =>
      kind === "faq" &&
      statements.some(({ words, isDerived }) => {
        if (isDerived) return false;
        const isDenied = (item: Item) => {
          const own = item.kind === "word" ? words.get(item.key) : undefined;
          return own?.isDenied === true && !own.isSaid;
        };
        const rest = carried.filter((item) => !isDenied(item));
        const isVerbOnly = rest.length === 1 && rest[0] === verb && !isKnown(verb);
        const denied = carried.filter(isDenied);
        return denied.length > 0 && (rest.length === 0 || isVerbOnly) && isDeniedOf(denied, asked, evidence);
      }),
  );
}

/** A denial that is not of something else: "parts are not discounted" says nothing of a discount for students. */
export function isDeniedOf(carried: readonly Item[], asked: readonly Item[], evidence: readonly Evidence[]): boolean {
  const keys = new Set(asked.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  const isCarried = (key: string) => carried.some((item) => isWord(item, key));
  const polarity = (item: Item) => item.kind === "word" && isCarried(item.key);
  return evidence.some(({ statements, topic }) =>
    statements.some(({ items, isDerived }) => {
      if (!items.some(polarity)) return false;
      const others = items.filter(
        (item) =>
          item.kind === "word" &&
          item.weight === "content" &&
          item.key !== "not" &&
          !item.isNegated &&
          !topic.has(item.key),
      );
      return (
        isDerived ||
        !items.some(({ isNegated }) => isNegated) ||
        others.every((item) => item.kind === "word" && keys.has(item.key))
      );
    }),
  );
}
