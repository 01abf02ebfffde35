import { isSaidByAge } from "./ages";
import type { Ask, Where } from "./ask";
import type { Evidence } from "./evidence";
import { isOnlyPossible } from "./onlyPossible";
import { isBroughtWithIt } from "./papers";
import type { WordItem } from "./readText";
import type { Statement } from "./statement";
import { isDoneForYou, isOtherRequest } from "./whoDoes";

/** What one needs, need not have, and is welcome to: "you need no appointment", "it's up to you". */

/** "You need no appointment", "it's up to you", "bring the receipt"; null for other words, and where it is not told here. */
export function whereNeededWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  // "It's up to you", where the fact has that it is not required; "you don't need one", where it is optional.
  const isLeftOpen = item.key === "optional" && !item.isNegated && statement.words.get("need")?.isDenied === true;
  if (isLeftOpen && statement.words.get("need")?.isSaid !== true) return "own";
  if (item.key === "need" && item.isNegated && statement.words.get("optional")?.isSaid === true) return "own";
  if (isSaidByAge(item, ask, statement, fact)) return "topic";
  if (isBroughtWithIt(item, ask, statement, fact)) return "topic";
  // "On accueille les débutants", where a question about them has its yes.
  if (item.key === "welcome" && !item.isNegated && statement.isDerived && isSaidBeside(item, ask, statement))
    return "topic";
  // "Cheques are not accepted", where the fact has "no cheques".
  if (item.key === "welcome" && item.isNegated && isDeniedBeside(item, ask, statement)) return "topic";
  // "No parking of our own", where there is none at all.
  if (item.key === "own" && item.isNegated) return "topic";
  if (item.key === "need" && item.isNegated && !isNeedless(item, ask, statement, fact))
    return { why: `${item.text} is not denied by ${fact.id}` };
  // "We need two weeks' notice", where two weeks are best: advice asks for nothing.
  const isAdvice = advising.some((key) => statement.words.get(key)?.isSaid === true) && !statement.words.has("need");
  if (item.key === "need" && !item.isNegated && isAdvice && !fact.topic.has("need"))
    return { why: `${item.text} is only advised by ${fact.id}` };
  if (item.key === "need" && isOnlyPossible(item, ask, statement))
    return { why: `${item.text} is only possible in ${fact.id}` };
  if (item.key === "need" && (!fact.topic.has(item.key) || isWithoutWhatIsNotNeeded(item, ask, statement)))
    return "topic";
  // "No need to book", where one just walks in.
  const isOfBooking = ask.segment.some(
    (each) => each.kind === "word" && each.isNegated && (each.key === "book" || each.key === "appointment"),
  );
  if (item.key === "need" && item.isNegated && isOfBooking && statement.words.get("walkIn")?.isSaid === true)
    return "own";
  const isWalkIn = fact.statements.some(({ words }) => words.get("walkIn")?.isSaid === true);
  if (isWalkIn && item.isNegated && (item.key === "appointment" || item.key === "book")) return "own";
  if (item.key === "walkIn" && !item.isNegated && isAppointmentNeeded(statement, fact))
    return { why: `${item.text} is not said by ${fact.id}` };
  if (item.key === "bring" && !item.isNegated && isOtherRequest(statement))
    return { why: `${item.text} is not what ${fact.id} asks for` };
  return null;
}

/** "Only for a consultation" needs an appointment, where that is what was asked. */
function isAppointmentNeeded({ words }: Statement, { topic }: Evidence): boolean {
  const keys = ["appointment", "book"];
  const isAsked = keys.some((key) => topic.has(key));
  return isAsked && !keys.some((key) => words.get(key)?.isDenied === true);
}

/** "You don't have to stay" takes a fact that denies something, or has us do it. */
function isNeedless(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): boolean {
  const keys = ["walkIn", "optional", "free", "included", "welcome", "recommend"];
  return (
    statement.items.some(({ isNegated }) => isNegated) ||
    keys.some((key) => statement.words.has(key)) ||
    fact.topic.has(item.key) ||
    isDoneForYou(ask, statement)
  );
}

const advising: readonly string[] = ["best", "recommend", "suggest", "ideal", "helpful", "advis"];

/** "You need no appointment", where the fact says that one comes without. */
function isWithoutWhatIsNotNeeded(item: WordItem, { segment }: Ask, { words }: Statement): boolean {
  return (
    item.isNegated &&
    segment.some(
      (each) =>
        each !== item &&
        each.kind === "word" &&
        each.isNegated &&
        each.weight !== "neutral" &&
        words.get(each.key)?.isDenied,
    )
  );
}

function isSaidBeside(item: WordItem, { segment }: Ask, { words }: Statement): boolean {
  const others = segment.filter((each) => each !== item && each.kind === "word" && each.weight === "content");
  return others.length > 0 && others.every((each) => each.kind === "word" && words.get(each.key)?.isSaid === true);
}

/** "Cheques are not accepted", where the fact has "no cheques": another word of the clause is denied there. */
export function isDeniedBeside(item: WordItem, { segment }: Ask, { words }: Statement): boolean {
  return segment.some(
    (each) => each !== item && each.kind === "word" && each.isNegated && words.get(each.key)?.isDenied === true,
  );
}
