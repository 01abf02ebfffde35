import type { Ask, Where } from "./ask";
import type { Evidence } from "./evidence";
import { isWord } from "./itemKinds";
import type { WordItem } from "./readText";
import type { Statement } from "./statement";

/** The words that a service goes by, and what a fact says or denies under them. */

/** "The visit takes an hour", "a session is $40": what any service may be called beside its name; null for other words. */
export function whereGenericName(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  const isDeniedThere = fact.statements.some(({ words }) => words.get(item.key)?.isDenied === true);
  // "You need an appointment for it" says more than its name.
  const isNeeded = item.key === "appointment" && ask.segment.some((each) => isWord(each, "need"));
  if (
    fact.kind === "service" &&
    genericNames.has(item.key) &&
    !isNameOfOther(item, statement, fact) &&
    !item.isNegated &&
    !isDeniedThere &&
    !isNeeded
  )
    return "topic";
  return null;
}

/** What any service may be called beside its name. */
export const genericNames: ReadonlySet<string> = new Set([
  "visit",
  "packag",
  "option",
  "program",
  "programm",
  "learn",
  "experienc",
  "procedur",
  "appointment",
  "session",
  "treatment",
  "service",
  "work",
  "comeOut",
]);

/** "Treatment is $95", where it is charged apart; "the visit lasts a year", where its results do. */
function isNameOfOther({ key }: WordItem, { items }: Statement, { statements, topic }: Evidence): boolean {
  const at = items.findIndex((each) => isWord(each, "duration"));
  const subject = items.slice(0, Math.max(at, 0)).find((each) => each.kind === "word" && each.weight === "content");
  const isOfOther = subject?.kind === "word" && !topic.has(subject.key) && subject.key !== key;
  return (
    isOfOther ||
    statements.some(
      ({ words }) =>
        words.has(key) &&
        !topic.has(key) &&
        (words.get("extra")?.isSaid === true || words.get("included")?.isDenied === true),
    )
  );
}

/** "We don't do fine line on feet": of the service itself the fact says what is denied of it. */
export function isNameOfDenied(item: WordItem, { items }: Statement, fact: Evidence): boolean {
  if (fact.kind !== "service" || !item.isNegated || !fact.topic.has(item.key)) return false;
  return items.some((each) => each.isNegated && (each.kind === "figure" || !fact.topic.has(each.key)));
}
