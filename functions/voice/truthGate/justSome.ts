import type { Ask } from "./ask";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** Words for "only" that are so common that they claim nothing elsewhere: "it's just $35". */
const just: ReadonlySet<string> = new Set(["just", "juste", "simplement", "bloß", "einfach"]);

/** "Just photo ID", where it takes that and a bill: what a list has besides. */
export function missingOfAll({ segment, sentence }: Ask, { items, price }: Statement): Item | null {
  const [first, ...rest] = segment;
  if (first === undefined || !just.has(first.text) || price !== null || rest.some(({ kind }) => kind === "figure"))
    return null;
  const said = new Set(sentence.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  const parts = listOf(items);
  if (!parts.some((part) => part.some((item) => isHeavy(item) && said.has(item.key)))) return null;
  const left = parts.find((part) => part.some(isHeavy) && !part.some((item) => isHeavy(item) && said.has(item.key)));
  return left?.find(isHeavy) ?? null;
}

type Word = Extract<Item, { kind: "word" }>;

function isHeavy(item: Item): item is Word {
  return item.kind === "word" && item.weight === "content" && !item.isNegated;
}

/** The things of a list; none where something else is told in it, or one may choose. */
function listOf(items: readonly Item[]): readonly (readonly Item[])[] {
  const parts: Item[][] = [[]];
  for (const item of items) {
    const isJoint = item.kind === "word" && item.key === "and";
    if (/[,;]/.test(item.pause) || isJoint) parts.push([]);
    if (!isJoint) parts.at(-1)?.push(item);
  }
  const isOther = (item: Item) => item.kind === "word" && (item.subject !== null || item.isCopula || item.key === "or");
  return items.some(isOther) ? [] : parts.filter((part) => part.length > 0);
}
