import { isLimitSaid } from "./afterThat";
import type { Ask, Support } from "./ask";
import { claimsOf, grammar } from "./claims";
import type { Evidence } from "./evidence";
import { whereFigure } from "./figureSupport";
import { isOfOpener } from "./halves";
import { inWordsOf, ruledOut } from "./inWordsOf";
import { isWord } from "./itemKinds";
import { missingCondition } from "./missingCondition";
import { halfCondition, missingRestriction } from "./missingRestriction";
import { isOpener, openerOf } from "./openers";
import type { Item } from "./readText";
import type { Statement } from "./statement";
import { whyNotOfFact } from "./whyNotOfFact";
import { whereWord } from "./wordSupport";

/** Whether one statement of one fact says all that a clause says. `by` holds the words that were found in it. */
export function supportOf(ask: Ask, evidence: readonly Evidence[]): Support {
  const claims = claimsOf(ask);
  if (claims.length === 0) return { by: [], keys: new Set(), isAskedOnly: false, opener: [] };
  let best = { why: `${claims[0]?.text ?? ""} stands in no cited fact`, found: -1 };
  let asked: Support | null = null;
  for (const fact of evidence) {
    for (const statement of [...fact.statements, ...(fact.needless ?? [])]) {
      const isTopical = isOfTopicOnly(claims, ask, statement, fact);
      const context = withAbout(fact, statement);
      // What the question asks is settled by its yes or no, where the answer has one.
      if (isTopical && !statement.isDerived && fact.statements.some(({ isDerived }) => isDerived)) continue;
      const said = inWordsOf(ask, statement, context);
      const { missing, why, by, isOnTopicOnly } = compare(claimsOf(said), said, statement, context);
      if (missing === null) {
        const isOfNothing = isOfOpener(claims, statement) || isOfDenied(ask, statement);
        if ((!isOnTopicOnly && !isOfNothing) || isOpener(ask)) {
          const isAskedOnly = isTopical && fact.kind === "faq" && !statement.isDerived;
          const support: Support = {
            by,
            keys: new Set([...fact.topic, ...statement.words.keys()]),
            isAskedOnly,
            opener: openerOf(statement.items),
          };
          if (!isAskedOnly) return support;
          // "Dogs never get sick": what only the question names, its answer has not denied.
          const isDenied = (item: Item) => item.kind === "word" && statement.words.get(item.key)?.isDenied === true;
          if (!claims.some((item) => item.isNegated && !isDenied(item))) asked ??= support;
          continue;
        }
        if (best.found < by.length)
          best = { why: `${claims[0]?.text ?? ""} is not said by ${fact.id}`, found: by.length };
      } else if (best.found < by.length || (best.found === by.length && isDenial(why)))
        best = { why, found: by.length };
    }
  }
  return asked ?? { why: best.why };
}

/** Whether a clause says no more than the question of a fact does, and speaks of nothing else that the statement names. */
function isOfTopicOnly(claims: readonly Item[], { sentence }: Ask, { words }: Statement, { topic }: Evidence): boolean {
  const isOfTopic = (item: Item) =>
    item.kind === "word" && (topic.has(item.key) || (item.weight === "light" && !words.has(item.key)));
  // "Bordetella is a good idea, but it isn't required": of what stands before it.
  const isNamed = (item: Item) =>
    item.kind === "word" &&
    item.weight === "content" &&
    !claims.includes(item) &&
    !grammar.has(item.key) &&
    !topic.has(item.key) &&
    words.has(item.key);
  // What the answer itself has, word for word, is not only asked.
  const isSaid = claims.length > 1 && claims.every((item) => item.kind === "word" && words.has(item.key));
  return claims.every(isOfTopic) && !isSaid && !sentence.some(isNamed);
}

/** "Yes, even to drop something off", of which a short answer has denied what was asked. */
function isOfDenied({ segment }: Ask, { isShort, isUnless, items }: Statement): boolean {
  if (isShort !== true || isUnless === true || !items.some(({ isNegated }) => isNegated)) return false;
  return !segment.some(
    (item) =>
      item.isNegated || (item.kind === "word" && (item.subject !== null || item.isCopula || item.key === "not")),
  );
}

/** The fact with what a pronoun of the statement stands for. */
function withAbout(fact: Evidence, { about }: Statement): Evidence {
  if (about === undefined) return fact;
  return { ...fact, topic: new Set([...fact.topic, ...about]) };
}

/** That a fact denies it tells more than that another does not say it. */
function isDenial(why: string): boolean {
  return /other way round/.test(why);
}

interface Compared {
  readonly missing: Item | null;
  readonly why: string;
  readonly by: readonly string[];
  readonly isOnTopicOnly: boolean;
}

function compare(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): Compared {
  const { onlyWith } = statement;
  if (onlyWith !== undefined && !claims.some((item) => isWord(item, onlyWith)))
    return {
      missing: claims[0] ?? null,
      why: `${claims[0]?.text ?? ""} stands in no cited fact`,
      by: [],
      isOnTopicOnly: false,
    };
  const by: string[] = [];
  let hasOwn = false;
  for (const item of claims) {
    if (isUnsaid(item, statement, fact)) continue;
    const where =
      item.kind === "figure" ? whereFigure(item, ask, statement, fact) : whereWord(item, ask, statement, fact);
    if (where !== "own" && where !== "topic") return { missing: item, why: where.why, by, isOnTopicOnly: false };
    if (where === "own") hasOwn = true;
    by.push(item.kind === "word" ? item.key : item.text);
  }
  const [first] = claims;
  // Only words that claim little, and none of them stands there.
  if (by.length === 0 && first !== undefined)
    return { missing: first, why: `${first.text} stands in no cited fact`, by, isOnTopicOnly: false };
  const opposed = ruledOut(ask, statement);
  if (opposed !== null)
    return { missing: opposed, why: `${fact.id} says the opposite of ${opposed.text}`, by, isOnTopicOnly: false };
  // "And theft too", where theft is not covered: what is said of it is denied in the fact.
  const heavy = claims.filter((item) => item.kind === "figure" || item.weight !== "light");
  const isOfDenial =
    heavy.length > 0 &&
    !ask.segment.some(({ isNegated }) => isNegated) &&
    heavy.every(
      (item) =>
        item.kind === "word" &&
        !item.isNegated &&
        item.isFronted !== true &&
        statement.words.get(item.key)?.isOfDenial === true,
    );
  if (isOfDenial && first !== undefined)
    return { missing: first, why: `${fact.id} denies something of ${first.text}`, by, isOnTopicOnly: false };
  const fault = whyNotOfFact(claims, ask, statement, fact);
  if (fault !== null) return { missing: claims[0] ?? null, why: fault, by, isOnTopicOnly: false };
  const restriction = missingRestriction(claims, ask, statement);
  if (restriction !== null)
    return { missing: restriction, why: `${restriction.text} is left out`, by, isOnTopicOnly: false };
  const half = halfCondition(ask, statement);
  if (half !== null) return { missing: half, why: `${half.text} is left out`, by, isOnTopicOnly: false };
  if (statement.isBeyondLimit === true && !isLimitSaid(ask.sentence))
    return {
      missing: claims[0] ?? null,
      why: `${fact.id} says it only of what comes after a limit`,
      by,
      isOnTopicOnly: false,
    };
  const condition = missingCondition(claims, ask, statement, fact);
  if (condition !== null) return { missing: condition, why: `${condition.text} is left out`, by, isOnTopicOnly: false };
  return { missing: null, why: "", by, isOnTopicOnly: !hasOwn };
}

/** A word that says next to nothing, and is not there to be held against. */
function isUnsaid(item: Item, { words }: Statement, { topic }: Evidence): boolean {
  return item.kind === "word" && item.weight === "light" && !words.has(item.key) && !topic.has(item.key);
}
