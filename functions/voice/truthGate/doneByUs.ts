import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { Item } from "./readText";
import type { Statement } from "./statement";
import { hasSubject } from "./whoDoes";

/** What we do, and what a fact has the caller, or somebody else, do. */

/** "We take it to the tip", where the fact has that you can, or that they do. */
export function whyDoneByOthers(
  claims: readonly Item[],
  { segment }: Ask,
  statement: Statement,
  { id, kind }: Evidence,
): string | null {
  const isOurs = hasSubject(segment, "we") && !hasSubject(segment, "you");
  const isOther =
    isOurs &&
    kind === "faq" &&
    !statement.isDerived &&
    (hasSubject(statement.items, "you") || hasSubject(statement.items.filter(isNoPassive), "they")) &&
    !hasSubject(statement.items, "we") &&
    !isLeftWithUs(statement) &&
    !claims.some((item) => isWord(item, "sell"));
  return isOther ? `it is somebody else who does this in ${id}` : null;
}

/** "Towels are included", "we bring the towels", where the fact has "bring your own towel". */
export function whyDoneByCaller({ segment }: Ask, statement: Statement, factId: string): string | null {
  const isGiven = segment.some((item) => isWord(item, "included") && !item.isNegated);
  const isOurs = isGiven || (isDoneByUs(segment) && !segment.some((_, at) => isAsking(segment, at)));
  return isOurs && isRequest(statement) ? `it is the caller who does this in ${factId}` : null;
}

/** "You can leave your bags with us": we hold them. */
function isLeftWithUs({ items }: Statement): boolean {
  return items.some(({ text }, at) => text === "us" && items[at - 1]?.text === "with");
}

/** "Ils sont donnés": it is not they who do it; "they are open" is said of them. */
function isNoPassive(_: Item, at: number, items: readonly Item[]): boolean {
  const [next, state] = items.slice(at + 1, at + 3);
  if (next?.kind !== "word" || !next.isCopula) return true;
  return state?.kind === "word" && (state.key === "isOpen" || state.key === "closed");
}

/** "We'll reserve it for you": the caller only has the good of it. */
function isDoneByUs(segment: readonly Item[]): boolean {
  const isSubject = (item: Item, who: "we" | "you") => item.kind === "word" && item.subject === who;
  // "We give you a towel", "we'll call you": behind the verb the caller is whom it is done to.
  const isObject = (at: number) => {
    const [subject, verb] = segment.slice(Math.max(at - 3, 0), at).slice(-2);
    const isVerb = verb?.kind === "word" && verb.pause === "" && !verb.isCopula && !wanting.has(verb.text);
    return (
      isVerb && segment.slice(Math.max(at - 3, 0), at).some((item) => isSubject(item, "we")) && subject !== undefined
    );
  };
  return (
    segment.some((item) => isSubject(item, "we")) &&
    segment.every((item, at) => {
      const before = segment[at - 1];
      return !isSubject(item, "you") || (before?.kind === "word" && before.isAbout) || isObject(at);
    })
  );
}

/** "We ask you to bring it" leaves the bringing to the caller. */
const wanting: ReadonlySet<string> = new Set(
  "need ask want require request recommend suggest expect tell remind advise urge beg like love prefer let help have".split(
    " ",
  ),
);

/** Keys of what callers are asked to do. */
const requested: ReadonlySet<string> = new Set([
  "bring",
  "send",
  "book",
  "leave",
  "hold",
  "wear",
  "carry",
  "empty",
  "pack",
  "arrive",
  "remove",
  "fill",
  "complet",
  "sign",
]);

/** We ask for what is requested, and need it. */
function isAsking(segment: readonly Item[], at: number): boolean {
  const [item, next] = segment.slice(at, at + 2);
  if (item?.kind !== "word" || !asking.has(item.key) || /phone/.test(item.text)) return false;
  // "We'll call you" asks for nothing.
  return !(item.key === "call" && next?.kind === "word" && next.subject === "you");
}

const asking: ReadonlySet<string> = new Set(["need", "ask", "tell", "call", "recommend", "suggest"]);

/** "Please back up your phone." */
const pleading: ReadonlySet<string> = new Set(["please", "bitte"]);

/** "Bring your own towel", "please reserve the elevator": nobody is named who does it. */
function isRequest({ items, price }: Statement): boolean {
  if (price !== null) return false;
  const verb = items.find((item) => item.kind === "word" && item.weight !== "neutral");
  if (items[0]?.kind === "word" && pleading.has(items[0].text) && verb?.isNegated === false)
    return verb.kind !== "word" || verb.key !== "note";
  const first = items.find((item) => item.kind === "figure" || item.weight !== "neutral");
  if (first?.kind !== "word" || !requested.has(first.key) || first.isNegated) return false;
  return !items.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula));
}
