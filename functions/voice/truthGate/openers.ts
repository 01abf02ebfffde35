import type { Ask } from "./ask";
import type { Item } from "./readText";

/** What a sentence says that it is about before it says it: "for a cut, ...", "in an emergency". */

/** The words by which a sentence says what it is about before it says it: `for a cut, ...`. */
export function openerOf(items: readonly Item[]): readonly string[] {
  const [first] = items;
  if (first?.kind !== "word" || !first.isAbout) return [];
  const comma = items.findIndex(({ pause }, index) => index > 0 && /,/.test(pause));
  const end = comma < 0 ? endOfFor(items) : comma;
  const head = items.slice(0, end < 0 ? 0 : end);
  if (head.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula))) return [];
  return head.flatMap((item) => (item.kind === "word" && item.weight === "content" ? [item.key] : []));
}

const forWhat: ReadonlySet<string> = new Set(["for", "pour", "für", "para"]);

/** "For the day pass just walk in": without a comma what is named ends where a word comes that names nothing. */
function endOfFor(items: readonly Item[]): number {
  if (!forWhat.has(items[0]?.text ?? "")) return -1;
  const start = items.findIndex((item) => item.kind === "word" && item.weight === "content");
  const end = items.findIndex(
    (item, index) => index > start && item.kind === "word" && item.weight === "neutral" && !isJoint(item),
  );
  return start > 0 && start <= 2 ? end : -1;
}

function isJoint(item: Item): boolean {
  return item.kind === "word" && (item.key === "and" || item.key === "or");
}

/** A clause that only says what the sentence is about, and claims nothing: `in an emergency`. */
export function isOpener({ segment, sentence }: Ask): boolean {
  const [first] = segment;
  if (first?.kind !== "word" || !first.isAbout) return false;
  // ", for everyone" at the end opens nothing.
  const last = segment.at(-1);
  if (last !== undefined && sentence.at(-1) === last && sentence[0] !== first) return false;
  return segment.every((item) => item.kind === "word" && !item.isCopula && item.subject === null && !item.isNegated);
}
