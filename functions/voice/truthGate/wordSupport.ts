import { isSaidByAge } from "./ages";
import type { Ask, Where } from "./ask";
import { isEdgeSaid, isNextOfThem } from "./daySupport";
import { isDeniedWithAnother } from "./ellipsis";
import type { Evidence } from "./evidence";
import { isOfException } from "./exceptions";
import { type Figure, follows, type Reading } from "./figure";
import { isOnlyContained } from "./halves";
import { isClock, isDay, isFigureOf, isMoney, isWord } from "./itemKinds";
import { isListed } from "./listed";
import { isDeniedByOnly } from "./onlyScope";
import { isBroughtWithIt } from "./papers";
import { isNearBy, isSmallWordOnly } from "./places";
import { isEitherWay, isWithoutEffect, whereQuantifier, whyNotSoMany } from "./quantifiers";
import { keysOfPer } from "./readPer";
import type { Item, WordItem } from "./readText";
import { isEdgeOf } from "./spanEdges";
import type { Statement } from "./statement";
import { isDoneForYou, isOtherRequest } from "./whoDoes";

/** How a word of a clause stands in a statement. */

/** Words that turn what stands beside them: a question that has one says nothing. */
const operators = new Set(
  "before after only all more less extra included until except unless evenIf cheaper dearer need first".split(" "),
);

/** Of these the question's own order is lost when it is answered. */
const ordering = new Set(["before", "after", "until", "first"]);

/** What of a word a figure says: "half" of 50 %, "morning" of ten o'clock, "within the first two weeks" of two weeks. */
function isSaidByFigure(item: WordItem, ask: Ask, statement: Statement): boolean {
  const has = (is: (reading: Reading) => boolean) => statement.figures.some(({ figure }) => figure.readings.some(is));
  if (item.key === "half") return has((reading) => reading.unit === "percent" && reading.value === 50);
  if (item.key === "off" || item.key === "discount")
    return statement.words.get("half")?.isSaid === true && statement.words.has("cost");
  if (item.key === "within") {
    const at = ask.segment.indexOf(item);
    const near = ask.segment.slice(at + 1, at + 4);
    return near.some((each) => isFigureOf(each, "minutes", "months"));
  }
  const hours = Object.hasOwn(partsOfDay, item.key) ? partsOfDay[item.key] : undefined;
  if (hours === undefined) return false;
  const clocks = statement.figures.flatMap(({ figure }) =>
    figure.readings.flatMap((reading) => (reading.unit === "clock" ? [reading.minutes] : [])),
  );
  return (
    clocks.length > 0 && clocks.every((minutes) => minutes.some((minute) => minute >= hours[0] && minute <= hours[1]))
  );
}

/** Minutes from midnight. */
const partsOfDay: Readonly<Record<string, readonly [number, number]>> = {
  morning: [300, 720],
  afternoon: [720, 1080],
  evening: [1020, 1440],
};

/** "Until noon", where the fact has "from eight to noon". */
function isEndOfRange(item: WordItem, ask: Ask, statement: Statement): boolean {
  const at = ask.segment.indexOf(item);
  const [before, next] = [ask.segment[at - 1], ask.segment[at + 1]];
  if (next?.kind !== "figure") return false;
  // "From four until nine years": both ends are said.
  if (!isClock(next) && !isDay(next) && before?.kind !== "figure") return false;
  const isDeadline = (each: Item, index: number) =>
    /^(?:by|d'ici|bis|antes)$/.test(statement.items[index - 1]?.text ?? "") &&
    each.kind === "figure" &&
    follows(next.figure, each.figure);
  // "You can order until the fifth", where the fact has "order by the fifth".
  if (statement.items.some(isDeadline) || isEdgeOf("to", next, statement.items)) return true;
  return statement.items.some((each, index) => {
    const joint = statement.items[index - 1];
    const isRange = statement.items[index - 2]?.kind === "figure";
    const isEnd =
      joint?.kind === "word"
        ? (joint.key === "until" && (isRange || isClock(each))) || (joint.key === "to" && isRange)
        : each.pause === "-";
    return isEnd && each.kind === "figure" && follows(next.figure, each.figure);
  });
}

/** What is said only where a fact says it, and not of something else that its question asks for. */
const dear: ReadonlySet<string> = new Set(["free", "refund", "discount", "guarantee"]);

/** "It's open until ten", where the fact is asked when it closes, and says "at 10 pm". */
function isClosingAsked(
  { key }: WordItem,
  { segment }: Ask,
  { figures }: Statement,
  { kind, topic }: Evidence,
): boolean {
  const isOfIt =
    (topic.has("close") && (key === "until" || key === "isOpen")) ||
    (topic.has("open") && (key === "from" || key === "isOpen"));
  if (!isOfIt || kind !== "faq") return false;
  const isFrom = segment.some((item) => isWord(item, "from"));
  const isUntil = segment.some((item) => isWord(item, "until"));
  return (
    (topic.has("close") ? isUntil && !isFrom : isFrom && !isUntil) &&
    segment.some((item) => isClock(item) && figures.some(({ figure }) => follows(item.figure, figure)))
  );
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

export function whereWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const isElse = (statement.isDerived && ordering.has(item.key)) || isSmallWordOnly(item, statement);
  const own = isElse ? undefined : statement.words.get(item.key);
  if (own !== undefined) {
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
  if (isNearBy(item, statement)) return "own";
  // "Jusqu'à Gembloux", where the fact names it.
  const next = ask.segment[ask.segment.indexOf(item) + 1];
  if (
    item.key === "until" &&
    !item.isNegated &&
    next?.kind === "word" &&
    next.isName &&
    statement.words.get(next.key)?.isSaid
  )
    return "topic";
  // "A week before", asked how long before.
  const length = ask.segment[ask.segment.indexOf(item) - 1];
  const isLength =
    length?.kind === "figure" && length.figure.readings.some(({ unit }) => /^(?:minutes|months|days)$/.test(unit));
  if (item.key === "before" && !item.isNegated && isLength && fact.topic.has("before") && !statement.words.has("after"))
    return "topic";
  // "It's up to you", where the fact has that it is not required; "you don't need one", where it is optional.
  const isLeftOpen = item.key === "optional" && !item.isNegated && statement.words.get("need")?.isDenied === true;
  if (isLeftOpen && statement.words.get("need")?.isSaid !== true) return "own";
  if (item.key === "need" && item.isNegated && statement.words.get("optional")?.isSaid === true) return "own";
  const quantified = whereQuantifier(item, ask, statement, fact);
  if (quantified !== null) return quantified;
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
  if ((item.key === "included" || item.key === "cover") && !item.isNegated && isListed(item.key, ask, statement, fact))
    return "topic";
  // "We don't charge for it" says that it is free.
  if (item.key === "cost" && item.isNegated && statement.words.get("free")?.isSaid !== true)
    return { why: `${item.text} is denied` };
  const hasSum = ask.sentence.some(isMoney);
  // "You pay $34 for it."
  if (item.key === "pay" && hasSum && !item.isNegated && (fact.kind === "service" || isPaid(statement))) return "topic";
  if (item.key === "person" && !item.isNegated && isCountedBefore(item, ask, statement)) return "topic";
  if (item.key === "sell" && hasSum && !item.isNegated && isSold(statement, fact)) return "own";
  // "Students pay 15 % less" is a discount.
  const isLessPercent =
    statement.words.get("less")?.isSaid === true &&
    statement.figures.some(({ figure }) => figure.readings.some(({ unit }) => unit === "percent"));
  if (item.key === "discount" && !item.isNegated && isLessPercent) return "own";
  if (item.key === "duration" || item.key === "cost") {
    const unit = item.key === "cost" ? ["money"] : ["minutes", "months"];
    if (ask.sentence.some((each) => each.kind === "figure" && each.figure.readings.some((r) => unit.includes(r.unit))))
      return "topic";
    if (item.key === "duration" && !statement.words.has("duration")) return "topic";
  }
  if (!item.isNegated && isSaidByFigure(item, ask, statement)) return "topic";
  if (!item.isNegated && (isEdgeSaid(item, ask, statement) || isClosingAsked(item, ask, statement, fact))) return "own";
  if (item.key === "next" && !item.isNegated && isNextOfThem(ask, statement)) return "topic";
  if (isSaidByAge(item, ask, statement, fact)) return "topic";
  if (item.key === "deadlin" && !item.isNegated && statement.items.some(({ text }) => text === "by")) return "topic";
  if (item.key === "until" && !item.isNegated && isEndOfRange(item, ask, statement)) return "own";
  const isExtra = statement.words.get("extra")?.isSaid === true || statement.words.get("included")?.isDenied === true;
  if (isBroughtWithIt(item, ask, statement, fact)) return "topic";
  if (item.key === "onTop" && (isExtra || isPricedApart(ask, statement))) return "own";
  if (item.key === "fee" && statement.price !== null && !item.isNegated) return "topic";
  // "There's a twenty dollar fee for dogs", where they stay for $20.
  if (item.key === "fee" && !item.isNegated && ask.segment.some(isMoney) && statement.items.some(isMoney))
    return "topic";
  // "A rollaway's $25 on top", which has its own price.
  const isNamedThere = fact.name.length > 0 && fact.name.every((key) => ask.sentence.some((each) => isWord(each, key)));
  if (
    (item.key === "onTop" || item.key === "extra") &&
    !item.isNegated &&
    fact.kind === "service" &&
    statement.price !== null &&
    isNamedThere &&
    ask.sentence.some(isMoney)
  )
    return "topic";
  // "Cancel free of charge", where one gets a full refund.
  const isCancelled = ask.segment.some((each) => isWord(each, "cancel") && !each.isNegated);
  if (
    item.key === "free" &&
    !item.isNegated &&
    isCancelled &&
    statement.words.get("full")?.isSaid &&
    statement.words.get("refund")?.isSaid
  )
    return "own";
  // "You'd get it back", where a deposit is returned: of goods that are returned nothing is refunded.
  const isOfDeposit = fact.topic.has("deposit") || statement.words.has("deposit");
  if (item.key === "refund" && isOfDeposit && statement.words.has("return"))
    return item.isNegated === (statement.words.get("return")?.isDenied === true)
      ? "own"
      : { why: `${item.text} is said the other way round in ${fact.id}` };
  // "Your car can go behind the inn", where one parks there.
  if ((item.key === "car" || item.key === "vehicle") && !item.isNegated && statement.words.get("park")?.isSaid)
    return "topic";
  if (item.key === "cover" && !item.isNegated && statement.words.get("included")?.isSaid === true) return "own";
  if (item.key === "included" && item.isNegated && statement.words.get("extra")?.isSaid === true) return "own";
  // "The cover doesn't include theft", where it doesn't cover it.
  const covered = statement.words.get("cover");
  if (item.key === "included" && (item.isNegated ? covered?.isDenied : covered?.isSaid) === true) return "own";
  if (item.key === "extra" && statement.words.has("more") && !item.isNegated) return "topic";
  if (item.key === "extra" && !item.isNegated && isPricedApart(ask, statement)) return "topic";
  if (item.key === "extra" && statement.words.get("included")?.isDenied === true && !item.isNegated) return "own";
  if (item.key === "extra" && statement.words.get("included")?.isSaid === true && item.isNegated) return "own";
  // "It doesn't cost extra", where the fact has that it is at no extra cost.
  if (item.key === "extra" && statement.words.get("free")?.isSaid === true && item.isNegated) return "own";
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
  if (fact.topic.has(item.key)) {
    const isWhatIsAsked = item.key === "included" && fact.kind === "faq" && !item.isNegated;
    if (isWhatIsAsked && !statement.words.has("extra") && !statement.words.has("more")) return "topic";
    // "Can I get a refund?" "We only give credit."
    if (hot.has(item.key) && !item.isNegated && statement.words.get("only")?.isSaid === true && !statement.isDerived)
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
  if ((item.key === "acceptable" || (item.key === "welcome" && fact.kind === "service")) && !item.isNegated)
    return "topic";
  if ((item.isName || item.root !== undefined) && isNamedElsewhere(item, ask, fact)) return "topic";
  return { why: `${item.text} stands in no cited fact` };
}

/** "For up to four people", where it sleeps four. */
function isCountedBefore(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const before = segment[segment.indexOf(item) - 1];
  if (before?.kind !== "figure" || item.pause !== "" || before.figure.bound !== "atMost") return false;
  return figures.some(
    ({ figure }) =>
      follows(before.figure, figure) &&
      figure.readings.some((each) => each.unit === "count" && (each.of.length === 0 || each.of.includes("person"))),
  );
}

const hot: ReadonlySet<string> = new Set(["refund", "free", "discount", "guarantee"]);

const givenBack: ReadonlySet<string> = new Set("refund discount off less return free save win deposit".split(" "));

/** "Each family pays $25", where a fact has the sum, and not that it is given back. */
function isPaid({ figures, words }: Statement): boolean {
  const isSum = ({ readings }: Figure) => readings.some(({ unit }) => unit === "money");
  return (
    figures.some(({ figure, isNegated }) => isSum(figure) && !isNegated) &&
    ![...givenBack].some((key) => words.has(key))
  );
}

/** "We sell one for $44": what has a price, and neither takes its time nor is for a time, is a thing. */
function isSold({ price, figures }: Statement, { kind, topic }: Evidence): boolean {
  const isOfTime = figures.some(
    ({ figure }) =>
      keysOfPer(figure.per).some((key) => unitNames.has(key)) || figure.readings.some(({ unit }) => unit === "minutes"),
  );
  return kind === "service" && price !== null && price.figures.length > 0 && !isOfTime && !topic.has("rent");
}

const unitNames: ReadonlySet<string> = new Set("minute hour day week month year evening".split(" "));

/** "Only for a consultation" needs an appointment, where that is what was asked. */
function isAppointmentNeeded({ words }: Statement, { topic }: Evidence): boolean {
  const keys = ["appointment", "book"];
  const isAsked = keys.some((key) => topic.has(key));
  return isAsked && !keys.some((key) => words.get(key)?.isDenied === true);
}

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

/** "When a chair is free" is no price. */
function isFreeOnlyIf({ sentence }: Ask, { items }: Statement): boolean {
  const isIf = (item: Item) => isWord(item, "if");
  if (sentence.some(isIf)) return false;
  return items.every((item, at) => {
    if (item.kind !== "word" || item.key !== "free") return true;
    const partAt = items.slice(0, at + 1).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
    const part = items.slice(Math.max(partAt, 0), at);
    return part.some(isIf) && items[at - 1]?.kind === "word" && (items[at - 1] as WordItem).isCopula;
  });
}

/** "We don't do fine line on feet": of the service itself the fact says what is denied of it. */
function isNameOfDenied(item: WordItem, { items }: Statement, fact: Evidence): boolean {
  if (fact.kind !== "service" || !item.isNegated || !fact.topic.has(item.key)) return false;
  return items.some((each) => each.isNegated && (each.kind === "figure" || !fact.topic.has(each.key)));
}

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

function isExtraOfDenied({ segment }: Ask, { words }: Statement): boolean {
  const isExtra = segment.some(
    (item) => item.kind === "word" && !item.isNegated && (item.key === "extra" || item.key === "onTop"),
  );
  return isExtra && words.get("included")?.isDenied === true;
}

function isSaidBeside(item: WordItem, { segment }: Ask, { words }: Statement): boolean {
  const others = segment.filter((each) => each !== item && each.kind === "word" && each.weight === "content");
  return others.length > 0 && others.every((each) => each.kind === "word" && words.get(each.key)?.isSaid === true);
}

function isDeniedBeside(item: WordItem, { segment }: Ask, { words }: Statement): boolean {
  return segment.some(
    (each) => each !== item && each.kind === "word" && each.isNegated && words.get(each.key)?.isDenied === true,
  );
}

/** "Plus a deposit of $200", which has a price of its own in the fact. */
function isPricedApart({ segment }: Ask, { words, figures, price }: Statement): boolean {
  const isNamed = segment.some((item) => item.kind === "word" && item.weight === "content" && item.key !== "onTop");
  return price === null && isNamed && segment.some(isMoney) && figures.length > 0 && !words.has("included");
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
