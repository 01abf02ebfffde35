import type { Ask } from "./ask";
import { grammar } from "./claims";
import type { Evidence } from "./evidence";
import { isFigureOf, isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** What a fact says, or denies, of another thing or person than the clause does. */

/** "At two", asked when the café closes, where the answer is "half an hour before the museum. The kitchen closes at 2 pm." */
export function isAnswerOfAnother(
  claims: readonly Item[],
  { asked, sentence }: Ask,
  statement: Statement,
  fact: Evidence,
): boolean {
  const isTime = (item: Item) => isFigureOf(item, "clock", "minutes");
  const isBare =
    claims.every(isTime) &&
    !sentence.some(
      (item) => item.kind === "word" && item.weight === "content" && !grammar.has(item.key) && item.key !== "until",
    );
  if (!isBare || asked === undefined || statement.isDerived) return false;
  const subjectOf = ({ items }: Statement) => {
    const verbAt = items.findIndex(
      (item) => item.kind === "figure" || (item.kind === "word" && (item.isCopula || item.subject !== null)),
    );
    return items
      .slice(0, verbAt < 0 ? undefined : verbAt)
      .find((item) => item.kind === "word" && item.weight === "content");
  };
  const isMeant = (key: string) => fact.topic.has(key) || asked.has(key);
  const subject = subjectOf(statement);
  if (subject?.kind !== "word" || isMeant(subject.key)) return false;
  return fact.statements.some((other) => {
    const its = subjectOf(other);
    return (
      other !== statement &&
      !other.isDerived &&
      other.items.some(isTime) &&
      (its === undefined || (its.kind === "word" && isMeant(its.key)))
    );
  });
}

/** "Surgery isn't covered", where surgery is, and baths are not: a denial is of what stands beside it. */
export function deniedOfAnother(claims: readonly Item[], statement: Statement, fact: Evidence): WordItem | null {
  const denied = claims.filter(
    (item) => item.kind === "word" && item.isNegated && statement.words.get(item.key)?.isDenied === true,
  );
  if (statement.isDerived || denied.length === 0) return null;
  const found = claims.find(
    (item) =>
      item.kind === "word" &&
      item.weight === "content" &&
      !item.isNegated &&
      !statement.words.has(item.key) &&
      fact.statements.some(
        ({ words, isDerived }) =>
          !isDerived &&
          words.get(item.key)?.isSaid === true &&
          denied.every((each) => each.kind === "word" && words.get(each.key)?.isSaid === true),
      ),
  );
  return found?.kind === "word" ? found : null;
}

/** "Marcus takes families", where the fact has "Dana takes families, Marcus takes headshots": each part begins with its name. */
export function whyNotOfThatName(claims: readonly Item[], { items }: Statement, factId: string): string | null {
  const parts = partsOf(items).map((part) => ({ part, head: part[0] }));
  // The first word of all has its capital anyway.
  const isName = ({ head }: { readonly head: Item | undefined }, at: number) =>
    head?.kind === "word" &&
    head.weight === "content" &&
    !grammar.has(head.key) &&
    head.key !== "all" &&
    (at === 0 || head.isName);
  if (parts.length < 2 || !parts.every(isName)) return null;
  const isIn = (part: readonly Item[], key: string) => part.some((item) => isWord(item, key));
  const isClaimed = (item: Item | undefined) =>
    item?.kind === "word" && claims.some((claim) => isWord(claim, item.key));
  const own = parts.filter(({ head }) => head?.kind === "word" && head.weight === "content" && isClaimed(head));
  const [only] = own;
  if (only === undefined || own.length > 1) return null;
  const foreign = claims.find(
    (item) =>
      item.kind === "word" &&
      item.weight === "content" &&
      !isIn(only.part, item.key) &&
      parts.some(({ part }) => part !== only.part && isIn(part, item.key)),
  );
  return foreign === undefined ? null : `${foreign.text} is said of somebody else in ${factId}`;
}
