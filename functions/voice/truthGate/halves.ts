import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** What a statement says in two halves, or one way round, is not said across. */

/** They tell how two times follow each other, and not what is done. */
const ofOrder: ReadonlySet<string> = new Set(["and", "later", "after", "before", "until", "first"]);

const isContent = (item: Item): boolean => item.kind === "word" && item.weight === "content" && !ofOrder.has(item.key);

/** "We fit it at the first visit", where the mould is taken then and it is fitted two weeks later. */
export function whyOfOtherHalf(
  claims: readonly Item[],
  { sentence }: Ask,
  statement: Statement,
  fact: Evidence,
): string | null {
  for (const part of partsOf(statement.items)) {
    const at = part.findIndex(
      (item, index) => isWord(item, "and") && [part.slice(0, index), part.slice(index + 1)].every(isClause),
    );
    if (at < 0) continue;
    const halves = [part.slice(0, at), part.slice(at + 1)];
    for (const [index, half] of halves.entries()) {
      const other = halves[1 - index] ?? [];
      const isOf = (item: Item, items: readonly Item[]) =>
        item.kind === "word"
          ? items.some((each) => isWord(each, item.key))
          : items.some((each) => each.kind === "figure" && follows(item.figure, each.figure));
      const words = claims.filter((item) => isContent(item) && item.kind === "word" && !fact.topic.has(item.key));
      const figures = claims.filter((item) => item.kind === "figure");
      const isOwn = words.length > 0 && words.every((item) => isOf(item, half) && !isOf(item, other));
      // Each figure is said of its own.
      if (figures.some((item) => isOf(item, half))) continue;
      const strange = figures.find((item) => isOf(item, other) && !isOf(item, half));
      if (
        isOwn &&
        strange !== undefined &&
        !sentence.some((item) => isContent(item) && isOf(item, other) && !isOf(item, half))
      )
        return `${strange.text} is said of something else in ${fact.id}`;
    }
  }
  return null;
}

/** It has a verb of its own, or what is like one, and a figure. */
function isClause(items: readonly Item[]): boolean {
  return items.some(({ kind }) => kind === "figure") && items.some(isContent);
}

/** "The size depends on the price", where it is the other way round. */
export function isTurnedAround({ segment }: Ask, { items }: Statement): boolean {
  const [said, own] = [segment, items].map((of) => of.findIndex((item) => isWord(item, "depend")));
  if (said === undefined || own === undefined || said < 1 || own < 1) return false;
  const keys = (of: readonly Item[]) =>
    new Set(of.flatMap((item) => (item.kind === "word" && item.weight !== "neutral" ? [item.key] : [])));
  const [before, behind] = [keys(items.slice(0, own)), keys(items.slice(own + 1))];
  return segment
    .slice(0, said)
    .some((item) => item.kind === "word" && item.weight !== "neutral" && behind.has(item.key) && !before.has(item.key));
}

/** What stands between the head of a statement and what it says: the lower ones of "for lower ones we send you elsewhere". */
export function isOfOpener(claims: readonly Item[], { items }: Statement): boolean {
  const [first] = items;
  if (first?.kind !== "word" || !first.isAbout || first.key === "if") return false;
  const end = items.findIndex((item) => item.kind === "word" && item.subject !== null);
  const [opener, rest] = [items.slice(0, Math.max(end, 0)), items.slice(Math.max(end, 0))];
  const words = claims.filter((item) => item.kind === "word" && item.weight !== "neutral" && item.key !== "and");
  const isIn = (item: Item, of: readonly Item[]) => item.kind === "word" && of.some((each) => isWord(each, item.key));
  return (
    rest.some(isContent) &&
    words.length > 0 &&
    !claims.some(({ kind }) => kind === "figure") &&
    words.every((item) => isIn(item, opener) && !isIn(item, rest))
  );
}

/** Words for what is only a part of something, or stands for it. */
const containers =
  /^(?:list|cop(?:y|i)|photo|pictur|sampl|piec|part|cup|bag|box|proof|number|kopi|foto|list[ae]|copie|foto|photo|échantillon)$/;

/** "Bring your medicines", where it is a list of them. */
export function isOnlyContained(item: Item, { segment }: Ask, { items }: Statement): boolean {
  if (item.kind !== "word") return false;
  const places = items.flatMap((each, at) => (isWord(each, item.key) ? [at] : []));
  const containerOf = (at: number) => {
    const before = items.slice(Math.max(at - 3, 0), at);
    const ofAt = before.findLastIndex(({ text }) => /^(?:of|de|von|des)$/.test(text));
    const container = before[ofAt - 1];
    return ofAt < 1 || container?.kind !== "word" || !containers.test(container.key) ? null : container;
  };
  const found = places.map(containerOf);
  return (
    found.length > 0 &&
    found.every((container) => container !== null && !segment.some((each) => isWord(each, container.key)))
  );
}
