import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** Words that are written together with others: the end of one names what it is a kind of, its beginning of which kind. */

const leastLetters = 4;
const leastBefore = 3;

/**
 * The key of a compound in a statement that a word names by its end: `Anpassung` of "Kontaktlinsenanpassung". What is denied of one kind
 * is not denied of all, and all are not what one of them is.
 */
export function wholeOf(
  item: WordItem,
  segment: readonly Item[],
  statement: Statement,
  topic: ReadonlySet<string>,
): string | null {
  if (item.root === undefined || item.isNegated || item.text.length < leastLetters) return null;
  const keys = [...statement.words.keys(), ...topic].filter((key) => statement.words.get(key)?.isSaid ?? true);
  const head = item.root;
  // "Die Lektion" of "Einzelunterricht", where lessons are taught.
  const others = [head, ...(item.ties?.alike ?? []).filter((key) => key.length > leastLetters)];
  const isAll = segment.some((each) => each.kind === "word" && (each.key === "all" || each.key === "any"));
  const whole = isAll
    ? undefined
    : keys.find((key) => others.some((each) => key.length >= each.length + leastBefore && key.endsWith(each)));
  if (whole !== undefined) return whole;
  // "Brillen für Kinder": both halves of "Kinderbrillen" stand in the clause.
  const beside = segment.flatMap((each) =>
    each.kind === "word" && each !== item && each.root !== undefined && each.root.length >= leastBefore
      ? [each.root]
      : [],
  );
  return keys.find((key) => key.startsWith(head) && beside.some((other) => isJoined(key, head, other))) ?? null;
}

/** Whether a compound is made of two words, with the letters that join them. */
function isJoined(compound: string, first: string, second: string): boolean {
  if (!compound.endsWith(second) || compound.length < first.length + second.length) return false;
  return /^(?:|e?s|e?n|e|er|ern)$/.test(compound.slice(first.length, compound.length - second.length));
}

/** Whether both halves of a compound stand in a statement by themselves: "Ratenzahlung", "in Raten zahlen". */
export function isMadeOf(item: WordItem, statement: Statement): boolean {
  const { root } = item;
  if (root === undefined || root.length < 2 * leastBefore) return false;
  const roots = statement.items.flatMap((each) =>
    each.kind === "word" && !each.isNegated && each.root !== undefined && each.root.length >= leastBefore
      ? [each.root]
      : [],
  );
  return roots.some((first) => root.startsWith(first) && roots.some((second) => isJoined(root, first, second)));
}
