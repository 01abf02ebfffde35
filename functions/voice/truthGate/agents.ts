import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** Who does what a fact says in the passive: "bottles chosen by us". */

const by: ReadonlySet<string> = new Set("by par von por".split(" "));
const ours: ReadonlySet<string> = new Set(
  "our notre nos unser unsere unserem unseren unserer nuestro nuestra".split(" "),
);

interface Agent {
  readonly who: "we" | "you";
  readonly at: number;
}

/** All who are named behind a `by`. */
function agentsOf(items: readonly Item[]): readonly Agent[] {
  return items.flatMap((item, at): Agent[] => {
    const next = items[at + 1];
    if (item.kind !== "word" || !by.has(item.text) || next?.kind !== "word" || next.pause !== "") return [];
    const who = next.subject ?? next.object;
    if (who === "we" || ours.has(next.text)) return [{ who: "we", at }];
    return who === "you" ? [{ who: "you", at }] : [];
  });
}

function subjectOf(items: readonly Item[]): "we" | "you" | null {
  const [agent] = agentsOf(items);
  if (agent !== undefined) return agent.who;
  const first = items.find((item) => item.kind === "word" && item.subject !== null);
  return first?.kind === "word" && first.subject !== "they" ? first.subject : null;
}

/** "You choose the bottles", where they are "chosen by us". */
export function whyAnotherAgent({ segment }: Ask, { items }: Statement, factId: string): string | null {
  const who = subjectOf(segment);
  if (who === null) return null;
  const isOther = agentsOf(items).some((agent) => {
    if (agent.who === who) return false;
    const from = items.slice(0, agent.at).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
    const done = items
      .slice(Math.max(from, 0), agent.at)
      .findLast((item) => item.kind === "word" && item.weight !== "neutral");
    return segment.some((item) => item.kind === "word" && done?.kind === "word" && item.key === done.key);
  });
  return isOther ? `it is somebody else who does this in ${factId}` : null;
}

const purposes: ReadonlySet<string> = new Set("pour afin to so um damit para".split(" "));

/** "You return them clean", where the fact has "you return them dirty, we wash them". */
export function whyAnotherSubject(
  claims: readonly Item[],
  { segment }: Ask,
  { items }: Statement,
  factId: string,
): string | null {
  const who = subjectOf(segment);
  const isTwo = segment.some((item) => item.kind === "word" && item.subject !== null && item.subject !== who);
  if (who === null || isTwo || segment.some(({ text }) => purposes.has(text))) return null;
  const parts = subjectParts(items);
  const [own, other] = [parts.filter((part) => part.who === who), parts.filter((part) => part.who !== who)];
  if (own.length === 0 || other.length === 0 || parts.some((part) => part.who === null)) return null;
  const isIn = (of: typeof parts, key: string) => of.some((part) => part.items.some((item) => isWord(item, key)));
  const keys = claims.flatMap((item) => (item.kind === "word" && item.weight !== "light" ? [item.key] : []));
  const foreign = keys.find((key) => isIn(other, key) && !isIn(own, key));
  const isMixed = keys.some((key) => isIn(own, key) && !isIn(other, key));
  return foreign !== undefined && isMixed ? `it is somebody else who does this in ${factId}` : null;
}

/** The parts of a statement, each with its subject. */
function subjectParts(items: readonly Item[]): readonly { who: "we" | "you" | null; items: readonly Item[] }[] {
  return partsOf(items).map((part) => {
    const first = part.find((item) => item.kind === "word" && item.subject !== null);
    const who = first?.kind === "word" && first.subject !== "they" ? first.subject : null;
    return { who, items: part };
  });
}

/** "L'assurance nous paie", where it is you whom the insurance pays back. */
export function whyAnotherObject({ segment }: Ask, { items, isDerived }: Statement, factId: string): string | null {
  const isOf = (item: Item, who: "we" | "you") => item.kind === "word" && (item.subject === who || item.object === who);
  const isObject = segment.some((item) => item.kind === "word" && item.object === "we");
  const hasSubject = segment.some((item) => item.kind === "word" && item.subject !== null);
  if (!isObject || hasSubject || isDerived) return null;
  const isOfYou = items.some((item) => isOf(item, "you")) && !items.some((item) => isOf(item, "we"));
  return isOfYou ? `it is somebody else whom this is done to in ${factId}` : null;
}
