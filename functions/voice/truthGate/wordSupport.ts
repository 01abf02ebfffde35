import type { Ask, Where } from "./ask";
import { isDeniedWithAnother } from "./ellipsis";
import { isEitherWay, isWithoutEffect } from "./evenIf";
import type { Evidence } from "./evidence";
import { isOfException } from "./exceptions";
import { isOnlyContained } from "./halves";
import { isWord } from "./itemKinds";
import { isDeniedBeside, whereNeededWord } from "./neededWords";
import { isDeniedByOnly } from "./onlyScope";
import { isNearBy, isParkedThere, isSmallWordOnly } from "./places";
import { isExtraOfDenied, isFreeOnlyIf, wherePriceWord } from "./priceWords";
import { whereQuantifier, whyNotSoMany } from "./quantifiers";
import type { WordItem } from "./readText";
import { whereWordOfFigure } from "./saidByFigure";
import { isNameOfDenied, whereGenericName } from "./serviceNames";
import type { Standing, Statement } from "./statement";
import { whereTopicWord } from "./topicWords";
import { isDoneForYou } from "./whoDoes";

/** How a word of a clause stands in a statement. */

/** Of these the question's own order is lost when it is answered. */
const ordering = new Set(["before", "after", "until", "first"]);

/** Where a word of a clause stands: "refund" in the statement itself, "cancel" in the question that it answers, or why in neither. */
export function whereWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const isElse = (statement.isDerived && ordering.has(item.key)) || isSmallWordOnly(item, statement);
  const own = isElse ? undefined : statement.words.get(item.key);
  if (own !== undefined) return whereOwnWord(item, own, ask, statement, fact);
  if (isNearBy(item, statement)) return "own";
  if (isParkedThere(item, statement)) return "topic";
  return (
    whereQuantifier(item, ask, statement, fact) ??
    whereGenericName(item, ask, statement, fact) ??
    wherePriceWord(item, ask, statement, fact) ??
    whereWordOfFigure(item, ask, statement, fact) ??
    whereNeededWord(item, ask, statement, fact) ??
    whereTopicWord(item, ask, statement, fact) ??
    whereOtherWord(item, ask, fact) ?? { why: `${item.text} stands in no cited fact` }
  );
}

/** A word that the statement has as well: it may be said the other way round there, or of less. */
function whereOwnWord(item: WordItem, own: Standing, ask: Ask, statement: Statement, fact: Evidence): Where {
  const fits =
    item.isFronted === true ||
    (item.isNegated
      ? own.isDenied || own.isOfDenial === true
      : own.isSaid || (item.isOfDenial === true && own.isDenied));
  // "On ne loue pas de pianos", where the fact has "we rent violins, no pianos".
  const next = ask.segment[ask.segment.indexOf(item) + 1];
  const isVerb = isWord(next, "not");
  if (!fits && item.isNegated && isVerb && isDeniedBeside(item, ask, statement)) return "own";
  // "Le pot est en plus", where the fact has that it is not included.
  if (!fits && !item.isNegated && isExtraOfDenied(ask, statement)) return "own";
  if (!fits && isDeniedWithAnother(item, ask, statement)) return "own";
  if (!fits && item.isNegated && isDoneForYou(ask, statement)) return "own";
  if (!fits && isOfException(item, ask, statement)) return "own";
  if (!fits && isDeniedByOnly(item, ask, statement)) return "own";
  if (!fits && isNameOfDenied(item, statement, fact)) return "topic";
  if (!fits && !isEitherWay(item, ask, statement))
    return { why: `${item.text} is said the other way round in ${fact.id}` };
  if (isOnlyContained(item, ask, statement)) return { why: `${item.text} is only a part of what ${fact.id} says` };
  if (item.key === "free" && isFreeOnlyIf(ask, statement)) return { why: `${item.text} is no price in ${fact.id}` };
  if (isWithoutEffect(item, ask, statement)) return { why: `${item.text} changes nothing in ${fact.id}` };
  return whyNotSoMany(item, ask, statement, fact) ?? "own";
}

/** Words that follow from others by themselves, and the rest of a name. */
function whereOtherWord(item: WordItem, ask: Ask, fact: Evidence): Where | null {
  if ((item.key === "acceptable" || (item.key === "welcome" && fact.kind === "service")) && !item.isNegated)
    return "topic";
  if ((item.isName || item.root !== undefined) && isNamedElsewhere(item, ask, fact)) return "topic";
  return null;
}

/** "Our surgeon is Omar Siddiqui": the rest of a name that stands whole in another sentence of the fact. */
function isNamedElsewhere(item: WordItem, ask: Ask, fact: Evidence): boolean {
  const before = ask.segment[ask.segment.indexOf(item) - 1];
  if (before?.kind !== "word" || before.weight === "neutral") return false;
  return fact.statements.some(({ items }) =>
    items.some((each, at) => {
      const next = items[at + 1];
      return isWord(each, before.key) && isWord(next, item.key);
    }),
  );
}
