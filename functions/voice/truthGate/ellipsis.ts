import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** What is left out because it has just been said. */

/** The parts of what a fact says, each with what is said or denied by itself. */
function contrastsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (const [at, item] of items.entries()) {
    const last = parts.at(-1);
    const next = items[at + 1];
    const isTurn =
      item.kind === "word" && (item.key === "but" || (item.key === "and" && next?.kind === "word" && isNot(next)));
    const isAfterTurn = last?.length === 1 && last.every((each) => isWord(each, "but"));
    if (last === undefined || ((/[,;:]/.test(item.pause) || isTurn) && !isAfterTurn)) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

function isNot(item: Item | undefined): boolean {
  return isWord(item, "not");
}

/** "The pot is not", "but not up stairs": what is denied has its verb in the part before it. */
function isShort(part: readonly Item[]): boolean {
  const [first] = part;
  const head = first?.kind === "word" && (first.key === "but" || first.key === "and") ? part[1] : first;
  if (isNot(part.at(-1))) return true;
  return isNot(head) && !part.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula));
}

/** "The pot isn't included", where the fact has "soil is included, the pot is not": denied together with what stands there. */
export function isDeniedWithAnother(item: WordItem, { segment }: Pick<Ask, "segment">, { items }: Statement): boolean {
  if (!item.isNegated) return false;
  const denied = new Set(
    segment.flatMap((each) =>
      each !== item && each.kind === "word" && each.isNegated && each.weight === "content" && !isNot(each)
        ? [each.key]
        : [],
    ),
  );
  const parts = contrastsOf(items);
  return parts.some((part, index) => {
    const before = parts[index - 1] ?? [];
    const isBefore = (key: string) => before.some((each) => isWord(each, key));
    // "Two vegetarian dishes, but no vegan dish" denies no dish but the vegan one.
    const isDenied = part.some(
      (each) => each.kind === "word" && each.isNegated && denied.has(each.key) && !isBefore(each.key),
    );
    if (!isDenied || !isShort(part)) return false;
    const at = before.findIndex((each) => isWord(each, item.key) && !each.isNegated);
    const copulaAt = before.findIndex((each) => each.kind === "word" && each.isCopula);
    // Of the subject before it nothing is denied.
    return at >= 0 && (!isNot(part.at(-1)) || at > copulaAt);
  });
}

/** Verbs that stand for another, between `so` and what it is said of. */
const standIns: ReadonlySet<string> = new Set(
  "do does did is are was were can could will would has have must should".split(" "),
);

/** What ends a clause that says of another thing what has just been said. */
const likewise: ReadonlySet<string> = new Set(
  "too likewise aussi également auch ebenfalls también igualmente".split(" "),
);

/** "It takes half an hour, and so does the bath": the clause with what was said before it. */
export function withWhatIsLeftOut(segments: readonly Item[][]): Item[][] {
  return segments.map((segment, index) => {
    const before = segments[index - 1];
    const left = before === undefined ? null : leftOut(segment, segments.slice(0, index).flat());
    if (left !== null) return left;
    const subject = before === undefined ? null : subjectOnly(segment);
    if (subject === null || before === undefined) return segment;
    return [...subject, ...predicateOf(before)];
  });
}

/** "It comes with polish, but not X-rays": these are not included. */
function leftOut(segment: readonly Item[], before: readonly Item[]): Item[] | null {
  const included = before.findLast((item) => isWord(item, "included") && !item.isNegated);
  const start = segment.findIndex((item) => item.kind !== "word" || (item.key !== "but" && item.key !== "and"));
  const things = segment.slice(start + 1);
  const isPlain = things.every((item) => item.kind === "word" && item.subject === null && !item.isCopula);
  if (included === undefined || !isNot(segment[start]) || things.length === 0 || !isPlain) return null;
  const said = things.map((item) => ({ ...item, isNegated: false, isOfDenial: true as const }));
  return [...said, { ...included, pause: "", isNegated: true }];
}

/** What a clause that says no more than "so does it" says it of; null where it says more. */
function subjectOnly(segment: readonly Item[]): readonly Item[] | null {
  const words = segment.filter((item): item is WordItem => item.kind === "word");
  if (words.length < segment.length || words.some((item) => item.isNegated || item.subject !== null)) return null;
  const start = words.findIndex(({ key }) => key !== "and" && key !== "but");
  const [so, verb] = words.slice(start);
  const isSo = so?.text === "so" && verb !== undefined && standIns.has(verb.text);
  const isToo = !isSo && likewise.has(words.at(-1)?.text ?? "");
  if (!isSo && !isToo) return null;
  const rest = (isSo ? words.slice(start + 2) : words.slice(start, -1)).filter(({ text }) => !standIns.has(text));
  const things = rest.filter(({ weight }) => weight !== "neutral");
  const isPlain = things.length > 0 && things.length <= mostWordsOfAThing && rest.at(-1)?.weight !== "neutral";
  return isPlain ? rest : null;
}

const mostWordsOfAThing = 3;

/** What is said in a clause, without that of which it is said. */
function predicateOf(items: readonly Item[]): readonly Item[] {
  const at = items.findIndex(
    (item) => item.kind === "figure" || item.isCopula || item.key === "duration" || item.key === "cost",
  );
  const verbAt = at < 0 ? items.findIndex((item) => item.kind === "word" && item.subject !== null) : at;
  return items.slice(Math.max(verbAt, 0)).map((item) => ({ ...item, pause: "" }));
}
