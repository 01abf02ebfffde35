import { isLimitSaid } from "./afterThat";
import { whyAnotherAgent, whyAnotherObject, whyAnotherSubject } from "./agents";
import { whyNotOfWhatWasAsked } from "./asked";
import { whyNotCarriedOn } from "./carriedOn";
import { whyUnlessTurned } from "./conditions";
import { whyOtherTime } from "./dayTimes";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { figureOfSomethingElse, missingCondition, whereFigure } from "./figureSupport";
import { isOfOpener, isTurnedAround, whyOfOtherHalf } from "./halves";
import { whyAnotherHead } from "./heads";
import { inWordsOf, ruledOut } from "./inWordsOf";
import { isFigure, isFigureOf, isWord } from "./itemKinds";
import { missingOfAll } from "./justSome";
import { whyOutsideOnly } from "./onlyScope";
import { whyCrossed } from "./pairs";
import { whyElsewhere } from "./parallels";
import { isNearBy, whyAnotherStreet } from "./places";
import { isSomeOfAll } from "./quantifiers";
import { rangeOfNone } from "./ranges";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";
import { whyOtherDoer } from "./whoDoes";
import { grammar, whereWord } from "./wordSupport";

/** The words by which a sentence says what it is about before it says it: `for a cut, ...`. */
export function openerOf(items: readonly Item[]): readonly string[] {
  const [first] = items;
  if (first?.kind !== "word" || !first.isAbout) return [];
  const comma = items.findIndex(({ pause }, index) => index > 0 && /,/.test(pause));
  const end = comma < 0 ? endOfFor(items) : comma;
  const head = items.slice(0, end < 0 ? 0 : end);
  if (head.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula))) return [];
  return head.flatMap((item) => (item.kind === "word" && item.weight === "content" ? [item.key] : []));
}

const forWhat: ReadonlySet<string> = new Set(["for", "pour", "für", "para"]);

/** "For the day pass just walk in": without a comma what is named ends where a word comes that names nothing. */
function endOfFor(items: readonly Item[]): number {
  if (!forWhat.has(items[0]?.text ?? "")) return -1;
  const start = items.findIndex((item) => item.kind === "word" && item.weight === "content");
  const end = items.findIndex(
    (item, index) => index > start && item.kind === "word" && item.weight === "neutral" && !isJoint(item),
  );
  return start > 0 && start <= 2 ? end : -1;
}

function isJoint(item: Item): boolean {
  return item.kind === "word" && (item.key === "and" || item.key === "or");
}

/** A clause that only says what the sentence is about, and claims nothing: `in an emergency`. */
function isOpener({ segment, sentence }: Ask): boolean {
  const [first] = segment;
  if (first?.kind !== "word" || !first.isAbout) return false;
  // ", for everyone" at the end opens nothing.
  const last = segment.at(-1);
  if (last !== undefined && sentence.at(-1) === last && sentence[0] !== first) return false;
  return segment.every((item) => item.kind === "word" && !item.isCopula && item.subject === null && !item.isNegated);
}

export interface Ask {
  readonly segment: readonly Item[];
  /** The sentence that the clause is a part of. */
  readonly sentence: readonly Item[];
  /** Words that claim nothing here: the names of the business, of people. */
  readonly known: ReadonlySet<string>;
  /** Words of the vocabulary that are safe in a question are safe here. */
  readonly isAsking: boolean;
  /** What is given back to the caller as theirs. */
  readonly given?: ReadonlySet<Item>;
  /** The words of the caller's question. */
  readonly asked?: ReadonlySet<string>;
}

/** What supports a clause, or why nothing does. */
export type Support =
  | {
      readonly by: readonly string[];
      readonly keys: ReadonlySet<string>;
      readonly isAskedOnly: boolean;
      readonly opener: readonly string[];
    }
  | { readonly why: string };

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

function claimsOf(ask: Ask): readonly Item[] {
  return ask.segment.filter((item) => isClaim(item, ask) && ask.given?.has(item) !== true);
}

/** Whether an item must stand in a fact. */
export function isClaim(item: Item, { known, isAsking }: Pick<Ask, "known" | "isAsking">): boolean {
  if (item.kind === "figure") return true;
  if (grammar.has(item.key) || item.weight === "neutral" || known.has(item.key) || known.has(item.text)) return false;
  return !(isAsking && (item.weight === "askable" || item.weight === "light"));
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

/** "Gel nails only from sixteen on": what is only from a figure on, or up to it, is not said without it. */
function missingRestriction(claims: readonly Item[], { sentence }: Ask, statement: Statement): Item | null {
  const at = statement.items.findIndex((item) => isWord(item, "only") && !item.isNegated);
  const bound = at < 0 ? undefined : statement.items.slice(at + 1, at + 3).find(({ kind }) => kind === "figure");
  if (bound?.kind !== "figure" || !["atLeast", "atMost"].includes(bound.figure.bound)) return null;
  const from = statement.items.slice(0, at + 1).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
  const own = statement.items.slice(Math.max(from, 0), at);
  const isOfIt = claims.some((item) => item.kind === "word" && own.some((each) => isWord(each, item.key)));
  const isSaid = sentence.some((item) =>
    item.kind === "figure" ? follows(item.figure, bound.figure) : item.key === "only",
  );
  return isOfIt && !isSaid ? bound : null;
}

/** "The same day, whenever you call", where the fact has "if you call before 3 pm": a condition is said with its figure. */
function halfCondition({ segment, sentence }: Ask, { items }: Statement): Item | null {
  const isIf = (item: Item) => isWord(item, "if");
  const at = items.findIndex(isIf);
  const saidAt = segment.findIndex(isIf);
  if (at < 0 || saidAt < 0) return null;
  const end = items.findIndex(({ pause }, index) => index > at && /[,;:.]/.test(pause));
  const own = items.slice(at, end < 0 ? undefined : end);
  const isShared = segment
    .slice(saidAt + 1)
    .some((item) => item.kind === "word" && item.weight !== "neutral" && own.some((each) => isWord(each, item.key)));
  if (!isShared) return null;
  return (
    own.find(
      (item) =>
        item.kind === "figure" && !sentence.some((each) => each.kind === "figure" && follows(each.figure, item.figure)),
    ) ?? null
  );
}

/** A word that says next to nothing, and is not there to be held against. */
function isUnsaid(item: Item, { words }: Statement, { topic }: Evidence): boolean {
  return item.kind === "word" && item.weight === "light" && !words.has(item.key) && !topic.has(item.key);
}

/** What is wrong with a clause whose words all stand in a fact: it says them of something, or of somebody, else. */
function whyNotOfFact(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): string | null {
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
  const hasSubject = (items: readonly Item[], who: "we" | "you" | "they") =>
    items.some((item) => item.kind === "word" && item.subject === who);
  const isOurs = hasSubject(ask.segment, "we") && !hasSubject(ask.segment, "you");
  if (
    isOurs &&
    fact.kind === "faq" &&
    !statement.isDerived &&
    (hasSubject(statement.items, "you") || hasSubject(statement.items.filter(isNoPassive), "they")) &&
    !hasSubject(statement.items, "we") &&
    !isLeftWithUs(statement) &&
    !claims.some((item) => isWord(item, "sell"))
  )
    return `it is somebody else who does this in ${fact.id}`;
  const isGiven = ask.segment.some((item) => isWord(item, "included") && !item.isNegated);
  if (isTurnedAround(ask, statement)) return `${fact.id} says it the other way round`;
  const otherwise =
    whyOtherDoer(ask, statement, fact) ??
    whyUnlessTurned(ask, statement, fact) ??
    whyOfOtherHalf(claims, ask, statement, fact);
  if (otherwise !== null) return otherwise;
  const carried = whyNotCarriedOn(ask, statement, fact.id);
  if (carried !== null) return carried;
  if (isConditionTurned(ask, statement, fact)) return `${fact.id} says it of when it is not so`;
  if (isGiven && isRequest(statement)) return `it is the caller who does this in ${fact.id}`;
  if (isDoneByUs(ask.segment) && isRequest(statement) && !ask.segment.some((_, at) => isAsking(ask.segment, at)))
    return `it is the caller who does this in ${fact.id}`;
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

/** "At two", asked when the café closes, where the answer is "half an hour before the museum. The kitchen closes at 2 pm." */
function isAnswerOfAnother(
  claims: readonly Item[],
  { asked, sentence }: Ask,
  statement: Statement,
  fact: Evidence,
): boolean {
  const isTime = (item: Item) => isFigureOf(item, "clock", "minutes");
  const isBare =
    claims.every(isTime) &&
    !sentence.some(
      (item) => item.kind === "word" && item.weight === "content" && !grammar.has(item.key) && item.key !== "until",
    );
  if (!isBare || asked === undefined || statement.isDerived) return false;
  const subjectOf = ({ items }: Statement) => {
    const verbAt = items.findIndex(
      (item) => item.kind === "figure" || (item.kind === "word" && (item.isCopula || item.subject !== null)),
    );
    return items
      .slice(0, verbAt < 0 ? undefined : verbAt)
      .find((item) => item.kind === "word" && item.weight === "content");
  };
  const isMeant = (key: string) => fact.topic.has(key) || asked.has(key);
  const subject = subjectOf(statement);
  if (subject?.kind !== "word" || isMeant(subject.key)) return false;
  return fact.statements.some((other) => {
    const its = subjectOf(other);
    return (
      other !== statement &&
      !other.isDerived &&
      other.items.some(isTime) &&
      (its === undefined || (its.kind === "word" && isMeant(its.key)))
    );
  });
}

/** "You can leave your bags with us": we hold them. */
function isLeftWithUs({ items }: Statement): boolean {
  return items.some(({ text }, at) => text === "us" && items[at - 1]?.text === "with");
}

/** What is denied with no more than a "no": "loose chalk isn't allowed" of "no loose chalk". */
const ofPermission: ReadonlySet<string> = new Set(
  "allowed permitted welcome accepted possible autorisé autorisée permis permise accepté acceptée erlaubt gestattet permitido permitida".split(
    " ",
  ),
);

/** "Ils sont donnés": it is not they who do it; "they are open" is said of them. */
function isNoPassive(_: Item, at: number, items: readonly Item[]): boolean {
  const [next, state] = items.slice(at + 1, at + 3);
  if (next?.kind !== "word" || !next.isCopula) return true;
  return state?.kind === "word" && (state.key === "isOpen" || state.key === "closed");
}

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

/** "Surgery isn't covered", where surgery is, and baths are not: a denial is of what stands beside it. */
function deniedOfAnother(claims: readonly Item[], statement: Statement, fact: Evidence): WordItem | null {
  const denied = claims.filter(
    (item) => item.kind === "word" && item.isNegated && statement.words.get(item.key)?.isDenied === true,
  );
  if (statement.isDerived || denied.length === 0) return null;
  const found = claims.find(
    (item) =>
      item.kind === "word" &&
      item.weight === "content" &&
      !item.isNegated &&
      !statement.words.has(item.key) &&
      fact.statements.some(
        ({ words, isDerived }) =>
          !isDerived &&
          words.get(item.key)?.isSaid === true &&
          denied.every((each) => each.kind === "word" && words.get(each.key)?.isSaid === true),
      ),
  );
  return found?.kind === "word" ? found : null;
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

const asking: ReadonlySet<string> = new Set(["need", "tell", "call", "recommend", "suggest"]);

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

/** "Marcus takes families", where the fact has "Dana takes families, Marcus takes headshots": each part begins with its name. */
function whyNotOfThatName(claims: readonly Item[], { items }: Statement, factId: string): string | null {
  const parts = partsOf(items).map((part) => ({ part, head: part[0] }));
  // The first word of all has its capital anyway.
  const isName = ({ head }: { readonly head: Item | undefined }, at: number) =>
    head?.kind === "word" &&
    head.weight === "content" &&
    !grammar.has(head.key) &&
    head.key !== "all" &&
    (at === 0 || head.isName);
  if (parts.length < 2 || !parts.every(isName)) return null;
  const isIn = (part: readonly Item[], key: string) => part.some((item) => isWord(item, key));
  const isClaimed = (item: Item | undefined) =>
    item?.kind === "word" && claims.some((claim) => isWord(claim, item.key));
  const own = parts.filter(({ head }) => head?.kind === "word" && head.weight === "content" && isClaimed(head));
  const [only] = own;
  if (only === undefined || own.length > 1) return null;
  const foreign = claims.find(
    (item) =>
      item.kind === "word" &&
      item.weight === "content" &&
      !isIn(only.part, item.key) &&
      parts.some(({ part }) => part !== only.part && isIn(part, item.key)),
  );
  return foreign === undefined ? null : `${foreign.text} is said of somebody else in ${factId}`;
}

/** "A starter and a dessert", where the fact has one or the other. */
function isBothOfAChoice(ask: Ask, statement: Statement, fact: Evidence): boolean {
  const at = statement.items.findIndex((item) => isWord(item, "or"));
  if (at < 0 || ask.sentence.some((item) => isWord(item, "or"))) return false;
  // "No outside food or drinks": neither is.
  if (statement.items[at]?.isNegated === true) return false;
  // "They come in navy, gray and black", where each is one that the fact has: "in navy, gray or black".
  const isKindOf = statement.items[0]?.text === "in" || !statement.items.some(isVerb);
  if (isKindOf && statement.isList && ask.sentence.some(({ text }) => ofChoices.has(text))) return false;
  // How one can pay: each way of a list will do.
  if (fact.topic.has("pay") || statement.words.has("pay")) return false;
  // Each has its own price.
  if (statement.items.slice(0, at).some(isFigure) && firstPart(statement.items.slice(at + 1)).some(isFigure))
    return false;
  const from = statement.items.slice(0, at).findLastIndex(({ pause }) => /[,;:]/.test(pause));
  const left = choiceKeys(statement.items.slice(Math.max(from, 0), at));
  const right = choiceKeys(firstRun(statement.items.slice(at + 1)));
  const all = choiceKeys(statement.items.slice(at + 1));
  const leftOnly = [...left].filter((key) => !all.has(key));
  const rightOnly = [...right].filter((key) => !left.has(key));
  const places = (keys: readonly string[]) =>
    ask.sentence.flatMap((item, index) => (item.kind === "word" && keys.includes(item.key) ? [index] : []));
  const [lefts, rights] = [places(leftOnly), places(rightOnly)];
  return lefts.some((a) => rights.some((b) => isJoined(ask.sentence, Math.min(a, b), Math.max(a, b))));
}

/** Verbs of what there is to choose from. */
const ofChoices: ReadonlySet<string> = new Set(
  "come comes available have has got stock choose options choices".split(" "),
);

function isVerb(item: Item): boolean {
  return item.kind === "word" && (item.isCopula || item.subject !== null);
}

function firstPart(items: readonly Item[]): readonly Item[] {
  const end = items.findIndex(({ pause }, index) => index > 0 && /[,;:.]/.test(pause));
  return items.slice(0, end < 0 ? undefined : end);
}

function choiceKeys(items: readonly Item[]): ReadonlySet<string> {
  return new Set(
    items.flatMap((item) =>
      item.kind === "word" && item.weight === "content" && !grammar.has(item.key) ? [item.key] : [],
    ),
  );
}

/** The words that stand together at the head, joined or not: of what follows an `or` only they are the other choice. */
function firstRun(items: readonly Item[]): readonly Item[] {
  const isContent = (item: Item) => item.kind === "word" && (item.weight === "content" || item.key === "and");
  const start = items.findIndex(isContent);
  const end = items.findIndex((item, index) => index > start && (!isContent(item) || item.pause !== ""));
  return start < 0 ? [] : items.slice(start, end < 0 ? undefined : end);
}

/** Whether two places of a sentence are said of the same thing: a joint stands between them, or a comma. */
function isJoined(items: readonly Item[], a: number, b: number): boolean {
  return items
    .slice(a + 1, b + 1)
    .some((item) => /[,;]/.test(item.pause) || (item.kind === "word" && (item.key === "and" || item.key === "both")));
}

export type Where = "own" | "topic" | { readonly why: string };
