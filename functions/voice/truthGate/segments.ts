import { isWord } from "./itemKinds";
import type { Item } from "./readText";

/** The clauses of a sentence: what stands between its pauses and joints. */
export function segmentsOf(items: readonly Item[], names: readonly (readonly string[])[] = []): Item[][] {
  const inside = jointsInNames(items, names);
  const segments: Item[][] = [];
  let segment: Item[] = [];
  for (const item of items) {
    const isJoint =
      item.kind === "word" &&
      ["but", "and", "or", "if", "except", "onTop"].includes(item.key) &&
      !inside.has(item) &&
      !isBetween(segment);
    if ((/[,;:.!?…–()"“”«»]/.test(item.pause) || isJoint) && segment.length > 0) {
      segments.push(segment);
      segment = [];
    }
    segment.push(item);
  }
  if (segment.length > 0) segments.push(segment);
  return segments;
}

/** "between 8 and 9" is one range. */
function isBetween(segment: readonly Item[]): boolean {
  const at = segment.findLastIndex((item) => isWord(item, "between"));
  return at >= 0 && at === segment.length - 2 && segment.at(-1)?.kind === "figure";
}

/** Joints that are a part of a name: the `and` of "cut and beard". */
function jointsInNames(items: readonly Item[], names: readonly (readonly string[])[]): ReadonlySet<Item> {
  const found = new Set<Item>();
  for (const name of names) {
    if (!name.some((key) => key === "and" || key === "or")) continue;
    for (let at = 0; at + name.length <= items.length; at++) {
      const part = items.slice(at, at + name.length);
      if (part.every((item, index) => item.kind === "word" && item.key === name[index]))
        for (const item of part) found.add(item);
    }
  }
  return found;
}

/** A sentence cut at its commas, colons and semicolons. */
export function partsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last === undefined || /[,;:]/.test(item.pause)) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

/** "At least 24 hours before, the lesson is charged": how long before belongs to what is said behind it. */
export function withDeadlines(segments: readonly Item[][]): Item[][] {
  const out: Item[][] = [];
  for (const segment of segments) {
    const last = out.at(-1);
    const [first] = segment;
    const isJoint = first?.kind === "word" && ["and", "but", "or"].includes(first.key);
    if (last !== undefined && isDeadline(last) && first?.pause === "," && !isJoint)
      out.splice(-1, 1, [...last, ...segment]);
    else out.push(segment);
  }
  return out;
}

function isDeadline(items: readonly Item[]): boolean {
  return (
    items.some((item) => item.kind === "figure" && item.figure.isNotice === true) &&
    items.every((item) => item.kind === "figure" || item.weight === "neutral" || item.key === "before")
  );
}
