import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** Whether a clause has the same person do what a statement says. */

/** "We deliver it": whether somebody is named who does something. */
export function hasSubject(items: readonly Item[], who: "we" | "you" | "they"): boolean {
  return items.some((item) => item.kind === "word" && item.subject === who);
}

/** Keys of what is done for somebody, and not with them: who does it is what matters. */
const handed: ReadonlySet<string> = new Set(
  "send bring book fill collect deliver clean wash carry pack remove fit install order load unload arrange dig plant set assemble iron dry".split(
    " ",
  ),
);

/** Between a subject and its verb. */
const helping = /^(?:do|does|not|can|could|will|would|should|must|have|to|need|just|also|always|please|then|be)$/;

/** "You send the claim", "call us", "we're on Ridge Avenue", where it is we, a hospital, and the hospital. */
export function whyOtherDoer(ask: Ask, statement: Statement, { id, kind }: Evidence): string | null {
  if (kind === "hours" || kind === "holiday" || statement.isDerived) return null;
  const isOther = isHandedOver(ask, statement) || isCalledElsewhere(ask, statement) || isPlaceOfOther(ask, statement);
  return isOther && kind !== "business" ? `it is somebody else in ${id}` : null;
}

/** "You send the claim", where we send it. */
function isHandedOver({ segment }: Ask, { items }: Statement): boolean {
  const verb = verbOf(segment, "you");
  if (verb === null || !handed.has(verb.key) || verb.isNegated) return false;
  return verbOf(items, "we")?.key === verb.key && verbOf(items, "you")?.key !== verb.key;
}

/** The verb behind a subject; null where another word stands between. */
function verbOf(items: readonly Item[], who: "we" | "you"): WordItem | null {
  const at = items.findIndex((item) => item.kind === "word" && item.subject === who);
  const verb =
    at < 0 ? undefined : items.slice(at + 1).find((item) => !helping.test(item.text) && !isWord(item, "need"));
  return verb?.kind === "word" ? verb : null;
}

/** "You don't need to send it", where we do: what we do need not be done. */
export function isDoneForYou({ segment }: Pick<Ask, "segment">, { items, isDerived }: Statement): boolean {
  const isNeedless = segment.some((item) => item.isNegated && isWord(item, "need"));
  const own = verbOf(items, "we");
  return (
    isNeedless &&
    !isDerived &&
    hasSubject(segment, "you") &&
    own !== null &&
    !own.isNegated &&
    handed.has(own.key) &&
    segment.some((item) => isWord(item, own.key) && item.isNegated)
  );
}

/** "Call us at night", where one is to call a hospital. */
function isCalledElsewhere({ segment }: Ask, { items }: Statement): boolean {
  const isCall = (of: readonly Item[]) => of.findIndex((item) => isWord(item, "call"));
  const [said, own] = [isCall(segment), isCall(items)];
  if (said < 0 || own < 0 || !/^(?:us|me|here)$/.test(segment[said + 1]?.text ?? "")) return false;
  const thing = items.slice(own + 1).find((item) => item.kind === "figure" || item.weight === "content");
  return (
    thing !== undefined && !items.some((item) => /^(?:us|our|ours|we|me|here)$/.test(item.text)) && thing.pause === ""
  );
}

/** "We're on Ridge Avenue", where a hospital is. */
function isPlaceOfOther({ segment }: Ask, { items }: Statement): boolean {
  const at = segment.findIndex((item) => item.kind === "word" && item.subject === "we");
  const [copula, next] = at < 0 ? [] : segment.slice(at + 1);
  const isPlace = copula?.kind === "word" && copula.isCopula && next?.kind === "word" && next.isAbout;
  if (!isPlace || hasSubject(items, "we") || hasSubject(items, "you")) return false;
  const first = items.findIndex((item) =>
    segment.some((each) => item.kind === "word" && item.weight === "content" && isWord(each, item.key)),
  );
  return items
    .slice(0, Math.max(first, 0))
    .some((item) => item.kind === "word" && item.weight === "content" && !isWord(item, "not"));
}

/** "Fill in the form" asks for something else than to bring it. */
export function isOtherRequest({ items, words, isDerived }: Statement): boolean {
  const first = items.find((item) => item.kind === "figure" || item.weight !== "neutral");
  if (isDerived || first?.kind !== "word" || words.has("bring") || first.isNegated) return false;
  return first === items.find((item) => item.kind === "word" && item.text !== "please") && asked.has(first.key);
}

const asked: ReadonlySet<string> = new Set(
  "fill call ask tell wear send email complet sign leav leave empty arrive".split(" "),
);
