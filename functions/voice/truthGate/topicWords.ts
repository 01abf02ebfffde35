import type { Ask, Where } from "./ask";
import type { Evidence } from "./evidence";
import type { WordItem } from "./readText";
import { isNameOfDenied } from "./serviceNames";
import type { Statement } from "./statement";

/** A word that only the question of a fact has, or the name of its service. */

/** A word that the fact is about: whether the statement says it of that, or only the question names it; null for other words. */
export function whereTopicWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  if (!fact.topic.has(item.key)) return null;
  const isWhatIsAsked = item.key === "included" && fact.kind === "faq" && !item.isNegated;
  if (isWhatIsAsked && !statement.words.has("extra") && !statement.words.has("more")) return "topic";
  // "Can I get a refund?" "We only give credit."
  if (dear.has(item.key) && !item.isNegated && statement.words.get("only")?.isSaid === true && !statement.isDerived)
    return { why: `${item.text} is not what ${fact.id} gives` };
  if (operators.has(item.key)) return { why: `${item.text} stands in no cited fact` };
  const isOtherChoice = fact.alternatives.some(
    (pair) => pair.includes(item.key) && pair.some((key) => key !== item.key && statement.words.has(key)),
  );
  if (isOtherChoice) return { why: `${item.text} is not what ${fact.id} says it of` };
  const elsewhere = fact.statements
    .filter((each) => each.isShort !== true)
    .filter((each) => item.isNegated || dear.has(item.key) || !isDenialOfAnother(item, ask, each, fact))
    .map(({ words }) => words.get(item.key))
    .filter((each) => each !== undefined);
  // "There's no guarantee on it", where the fact denies nothing.
  const isNothingDenied =
    item.isNegated && fact.kind === "faq" && ![...statement.words.values()].some((each) => each.isDenied);
  if (isNothingDenied && item.weight === "content") return { why: `${item.text} is not denied by ${fact.id}` };
  const isDeniedElsewhere = item.isNegated && elsewhere.some(({ isDenied }) => isDenied);
  if (isDeniedElsewhere && !statement.items.some((each) => each.isNegated))
    return { why: `${item.text} is not denied there by ${fact.id}` };
  const isOther =
    elsewhere.length > 0 &&
    !isPresupposed(item, statement, fact) &&
    !elsewhere.some(({ isSaid, isDenied }) => (item.isNegated ? isDenied : isSaid));
  if (isOther) return { why: `${item.text} is said the other way round in ${fact.id}` };
  if (item.isNegated && fact.kind === "service") {
    if (isNameOfDenied(item, statement, fact)) return "topic";
    return { why: `${item.text} is denied` };
  }
  return fact.kind === "service" ? "own" : "topic";
}

/** Words that turn what stands beside them: a question that has one says nothing. */
const operators = new Set(
  "before after only all more less extra included until except unless evenIf cheaper dearer need first".split(" "),
);

/** What is said only where a fact says it, and not of something else that its question asks for. */
const dear: ReadonlySet<string> = new Set(["free", "refund", "discount", "guarantee"]);

/** "Animals can't be returned" says nothing of returning food. */
function isDenialOfAnother({ key }: WordItem, { sentence }: Ask, statement: Statement, { topic }: Evidence): boolean {
  if (statement.isDerived || statement.words.get(key)?.isDenied !== true) return false;
  const said = new Set(sentence.flatMap((each) => (each.kind === "word" ? [each.key] : [])));
  return statement.items.some(
    (each) =>
      each.kind === "word" &&
      each.weight === "content" &&
      !each.isNegated &&
      !topic.has(each.key) &&
      !said.has(each.key),
  );
}

/** "How can I pay?" takes for granted that one can; "no, only in town" says the opposite of what was asked. */
function isPresupposed(item: WordItem, { words, isDerived }: Statement, { presupposed }: Evidence): boolean {
  if (item.isNegated || isDerived) return false;
  return presupposed.has(item.key) || words.get("only")?.isSaid === true;
}
