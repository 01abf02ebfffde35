import type { Ask } from "./ask";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";

/** "We guarantee only the labour": what is not in its scope is denied. */

const isContent = (item: Item): boolean =>
  item.kind === "word" && item.weight === "content" && !["only", "not", "and", "or", "but"].includes(item.key);

interface Scope {
  /** What is said only of the rest. */
  readonly verbs: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
}

function scopeOf({ items }: Statement): Scope | null {
  const at = items.findIndex((item) => isWord(item, "only") && !item.isNegated);
  if (at < 1) return null;
  const from = items.slice(0, at).findLastIndex((item) => /[.;:]/.test(item.pause) || isWord(item, "but"));
  const end = items.findIndex((item, index) => index > at && /[,;:.]/.test(item.pause));
  const keysOf = (of: readonly Item[]) =>
    new Set(of.filter(isContent).flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  const part = items.slice(Math.max(from, 0), at);
  const hasSubject = part.some((item) => item.kind === "word" && item.subject === "we");
  const [verbs, things] = [keysOf(part), keysOf(items.slice(at + 1, end < 0 ? undefined : end))];
  return hasSubject && verbs.size === 1 && things.size > 0 ? { verbs, things } : null;
}

/** What a clause says such a thing of besides: the parts, where only the labour is guaranteed. */
function othersOf(claims: readonly Item[], { verbs, things }: Scope, { words, isDerived }: Statement): readonly Item[] {
  const isVerb = claims.some((item) => item.kind === "word" && verbs.has(item.key));
  const isInScope = claims.some((item) => item.kind === "word" && things.has(item.key));
  if (!isVerb || isInScope) return [];
  // What the question names is no part of the answer.
  return claims.filter(
    (item) => isContent(item) && item.kind === "word" && !verbs.has(item.key) && (isDerived || !words.has(item.key)),
  );
}

/** "We guarantee the parts", where we guarantee only the labour. */
export function whyOutsideOnly(claims: readonly Item[], statement: Statement, factId: string): string | null {
  const scope = scopeOf(statement);
  if (scope === null || claims.some(({ isNegated }) => isNegated)) return null;
  const [other] = othersOf(claims, scope, statement);
  return other === undefined ? null : `${factId} says it only of something else than ${other.text}`;
}

/** "Parts are not guaranteed", where we guarantee only the labour. */
export function isDeniedByOnly(item: Item, { segment }: Ask, statement: Statement): boolean {
  const scope = scopeOf(statement);
  if (scope === null || item.kind !== "word" || !item.isNegated || !scope.verbs.has(item.key)) return false;
  return othersOf(segment, scope, statement).length > 0;
}
