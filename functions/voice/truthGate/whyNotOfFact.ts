import { whyAnotherAgent, whyAnotherObject, whyAnotherSubject } from "./agents";
import type { Ask } from "./ask";
import { whyNotOfWhatWasAsked } from "./asked";
import { whyNotCarriedOn } from "./carriedOn";
import { isBothOfAChoice } from "./choices";
import { whyUnlessTurned } from "./conditions";
import { whyOtherTime } from "./dayTimes";
import { whyDoneByCaller, whyDoneByOthers } from "./doneByUs";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { figureOfSomethingElse } from "./figureOfSomethingElse";
import { isTurnedAround, whyOfOtherHalf } from "./halves";
import { whyAnotherHead } from "./heads";
import { isWord } from "./itemKinds";
import { missingOfAll } from "./justSome";
import { whyOutsideOnly } from "./onlyScope";
import { whyCrossed } from "./pairs";
import { whyElsewhere } from "./parallels";
import { isNearBy, whyAnotherStreet } from "./places";
import { rangeOfNone } from "./ranges";
import type { Item } from "./readText";
import { deniedOfAnother, isAnswerOfAnother, whyNotOfThatName } from "./saidOfAnother";
import type { Statement } from "./statement";
import { whyOtherDoer } from "./whoDoes";
import { isSomeOfAll } from "./wholes";

/** What is wrong with a clause whose words all stand in a fact: it says them of something, or of somebody, else. */
export function whyNotOfFact(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): string | null {
  const isOwn = (item: Item) =>
    item.kind === "figure" ||
    item.key === "acceptable" ||
    (item.key === "extra" && item.isNegated) ||
    item.key === "optional" ||
    (item.isNegated && ofPermission.has(item.text)) ||
    (item.key === "welcome" &&
      (item.isNegated || statement.isDerived || statement.words.get("only")?.isSaid === true)) ||
    statement.words.has(item.key) ||
    isNearBy(item, statement) ||
    fact.kind === "service";
  const copulaAt = ask.segment.findLastIndex((item) => item.kind === "word" && item.isCopula);
  const said = copulaAt < 0 ? [] : claims.filter((item) => ask.segment.indexOf(item) > copulaAt);
  if (said.length > 0 && !said.some(isOwn)) return `${said[0]?.text ?? ""} is not what ${fact.id} says of it`;
  const others = whyDoneByOthers(claims, ask, statement, fact);
  if (others !== null) return others;
  if (isTurnedAround(ask, statement)) return `${fact.id} says it the other way round`;
  const otherwise =
    whyOtherDoer(ask, statement, fact) ??
    whyUnlessTurned(ask, statement, fact) ??
    whyOfOtherHalf(claims, ask, statement, fact);
  if (otherwise !== null) return otherwise;
  const carried = whyNotCarriedOn(ask, statement, fact.id);
  if (carried !== null) return carried;
  if (isConditionTurned(ask, statement, fact)) return `${fact.id} says it of when it is not so`;
  const callers = whyDoneByCaller(ask, statement, fact.id);
  if (callers !== null) return callers;
  if (isSomeOfAll(ask.segment, statement)) return `${fact.id} says it of all`;
  const other = deniedOfAnother(claims, statement, fact);
  if (other !== null) return `${other.text} is not what is denied in ${fact.id}`;
  if (fact.kind === "faq" && isAnswerOfAnother(claims, ask, statement, fact))
    return `${claims[0]?.text ?? ""} is said of something else in ${fact.id}`;
  const crossed = fact.kind === "faq" ? whyNotOfThatName(claims, statement, fact.id) : null;
  if (crossed !== null) return crossed;
  // "Las elegimos nosotros" is not "usted elige": where a subject need not be written, it is meant.
  const isWritten = (items: readonly Item[], ...words: string[]) => items.some(({ text }) => words.includes(text));
  if (isWritten(statement.items, "nosotros", "nosotras") && isWritten(ask.segment, "usted", "ustedes", "tú"))
    return `it is somebody else who does this in ${fact.id}`;
  const left = missingOfAll(ask, statement);
  if (left !== null) return `${fact.id} has more than that: ${left.text}`;
  if (isBothOfAChoice(ask, statement, fact)) return `${fact.id} says one or the other`;
  return (
    whyAnotherStreet(ask, statement, fact.id) ??
    whyAnotherHead(ask, statement, fact) ??
    whyNotOfWhatWasAsked(claims, ask, statement, fact) ??
    whyOutsideOnly(claims, statement, fact.id) ??
    whyAnotherAgent(ask, statement, fact.id) ??
    whyAnotherObject(ask, statement, fact.id) ??
    whyAnotherSubject(claims, ask, statement, fact.id) ??
    whyCrossed(ask, statement, fact) ??
    whyOtherTime(ask, statement, fact.id) ??
    figureOfSomethingElse(claims, ask, statement, fact) ??
    rangeOfNone(ask.segment, statement, fact.id) ??
    whyElsewhere(ask, statement, fact.id)
  );
}

/** What is denied with no more than a "no": "loose chalk isn't allowed" of "no loose chalk". */
const ofPermission: ReadonlySet<string> = new Set(
  "allowed permitted welcome accepted possible autorisé autorisée permis permise accepté acceptée erlaubt gestattet permitido permitida".split(
    " ",
  ),
);

/** "It's $20 if you tell us by noon", where it is so unless we are told. */
function isConditionTurned({ segment, sentence }: Ask, statement: Statement, fact: Evidence): boolean {
  const [first] = segment;
  if (first?.kind !== "word" || first.key !== "if" || segment.some(({ isNegated }) => isNegated)) return false;
  const next = fact.statements[fact.statements.indexOf(statement) + 1]?.items ?? [];
  const isTurn = (item: Item) => isWord(item, "otherwise");
  const [head] = next;
  const turnAt = statement.items.findIndex(isTurn);
  const behind = turnAt >= 0 ? statement.items.slice(turnAt) : head !== undefined && isTurn(head) ? next : [];
  return sentence.some(
    (item) =>
      item.kind === "figure" &&
      !segment.includes(item) &&
      behind.some((each) => each.kind === "figure" && follows(item.figure, each.figure)),
  );
}
