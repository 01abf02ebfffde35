import { isLeastAge, isNeededAge } from "./ages";
import type { Ask, Where } from "./ask";
import { whereDay } from "./daySupport";
import type { Evidence } from "./evidence";
import { type Figure, follows, isSameReading } from "./figure";
import type { GroundsRead } from "./groundsRead";
import { caseLeftOut, isOtherEdge, kindLeftOut } from "./holdsOnly";
import { isDay, isFigureOf, isMoney, isSum, isWord } from "./itemKinds";
import { ownPart, whyNamelessPart, whyOtherDay } from "./partPrices";
import { isOneOfPer, isRateOfPrice, isSamePer, unitsOfTime } from "./perUnits";
import { isPricedByKind, whyNotLabelled, whyNotSoMuchOf, whyNotSoOften } from "./pricedFor";
import { whereEnd } from "./ranges";
import type { FigureItem, Item } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";
import { isWithin } from "./withinBound";

/** How a figure of a clause stands in a statement. */

/** Where "$20", "at nine", "on Mondays" stand: in the statement itself, in what the fact is asked for, or why in neither. */
export function whereFigure(item: FigureItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const ruled = whereDay(item, ask, statement);
  if (ruled === "own") return "own";
  if (ruled !== null) return { why: `${item.text} ${ruled} ${fact.id}` };
  const end = whereEnd(item, ask, statement);
  if (end === "own") return "own";
  if (end === "not") return { why: `${item.text} is only one end of what ${fact.id} says` };
  const found = statement.figures.filter(({ figure }) => follows(item.figure, figure));
  if (found.length === 0 && fact.asked.some((figure) => follows(item.figure, figure))) return "topic";
  // "The deposit of $50 is taken off", where the fact has "A deposit of $50 is due. It is taken off."
  if (found.length === 0 && statement.aboutFigures?.some((figure) => isSaidOf(item, figure, ask, statement)) === true)
    return "topic";
  if (found.length === 0 && isRateOfPrice(item.figure, statement)) return "topic";
  if (found.length === 0 && isOneOfPer(item, ask, statement, fact)) return "topic";
  if (found.length === 0 && isHalf(item.figure) && statement.words.get("half")?.isSaid === true) return "own";
  if (found.length === 0 && isLeastAge(item.figure, statement, fact)) return "own";
  if (found.length === 0 && isNeededAge(item.figure, ask, statement)) return "own";
  if (found.length === 0 && isFirstOfAll(item, ask, statement)) return "topic";
  if (found.length === 0 && isOutsideDays(item, statement)) return "own";
  if (found.length === 0 && isFineWithin(item, ask, statement)) return "own";
  if (found.length === 0 && isHad(item, ask, statement)) return "own";
  if (found.length === 0) return { why: `${item.text} stands in no cited fact` };
  if (isFirstOfOther(item, ask, statement)) return { why: `${item.text} is said of another time in ${fact.id}` };
  if (isCountOfAnother(item.figure, statement)) return { why: `${item.text} counts something else in ${fact.id}` };
  if (found.every(({ figure }) => isPartOfRange(item.figure, figure)))
    return { why: `${item.text} is only a part of the days of ${fact.id}` };
  const isDayOfDenial = item.isNegated && isDay(item) && isDeniedBeside(item, ask);
  const said = found.filter(({ isNegated }) => isNegated === item.isNegated || isDayOfDenial);
  if (said.length === 0) return { why: `${item.text} is said the other way round in ${fact.id}` };
  if (said.every(({ figure }) => isDeadline(figure, statement)) && !isDeadlineSaid(item, ask))
    return { why: `${item.text} is said of what comes before it in ${fact.id}` };
  if (isOtherEdge(item, ask, statement)) return { why: `${item.text} is the other end of it in ${fact.id}` };
  const which = kindLeftOut(item, ask, statement, fact);
  if (which !== null) return { why: `${item.text} is said without “${which.text}” of ${fact.id}` };
  const often = whyNotSoOften(item.figure, said, statement);
  if (often !== null) return { why: `${item.text} is not so often in ${fact.id}` };
  // A bare number in a fact is no price: "for ages 8 to 12".
  const isBare = ({ readings, per }: Figure, sum: number) =>
    per === null && readings.some((each) => each.unit === "count" && each.value === sum);
  const isPriced = (figure: Figure) =>
    figure.readings.some((each) => each.unit === "money" && (each.currency !== null || !isBare(figure, each.value)));
  const isInMoney = isSum(item);
  if (isInMoney && !said.some(({ figure }) => isPriced(figure)))
    return { why: `${item.text} is no price in ${fact.id}` };
  // "Deux fois par an", where the fact has "deux par an".
  if (!isMoney(item) || !said.some(({ figure }) => isPriced(figure))) return "own";
  const priced = said.filter(({ figure }) => isSamePer(item, figure, ask, statement, fact));
  if (priced.length === 0) return { why: `${item.text} is not for the same in ${fact.id}` };
  const day = whyOtherDay(item, ask, statement, fact);
  if (day !== null) return { why: `${fact.id} has another price for ${day}` };
  const nameless = whyNamelessPart(item, ask, statement, fact);
  if (nameless !== null) return { why: `${item.text} is said without “${nameless}” of ${fact.id}` };
  const left = caseLeftOut(item, ask, statement);
  if (left !== null) return { why: `${item.text} is said without “${left.text}” of ${fact.id}` };
  const label = whyNotLabelled(item, ask, statement);
  if (label !== null) return { why: `${item.text} is said without “${label}” of ${fact.id}` };
  const ofHowMuch = whyNotSoMuchOf(item, ask, statement);
  if (ofHowMuch !== null) return { why: `${item.text} is said without “${ofHowMuch}” of ${fact.id}` };
  const isOnTop = ask.sentence.some((each) => each.kind === "word" && (onTop.has(each.key) || onTop.has(each.text)));
  if (priced.every(({ figure }) => figure.isMore === true) && !isOnTop)
    return { why: `${item.text} comes on top in ${fact.id}` };
  if (statement.price !== null) {
    const words = new Set(ask.sentence.flatMap((each) => (each.kind === "word" ? [each.key] : [])));
    const isSaid = (key: string) => words.has(key) || (key === "extra" && words.has("more"));
    const part = ownPart(item, ask, statement, fact);
    if (part !== null && part.why !== null) return { why: `${item.text} is said without “${part.why}” of ${fact.id}` };
    const left =
      part === null
        ? statement.price.words.find((key) => !isSaid(key) && !bounds.has(key) && !isIncludedInPrice(key, statement))
        : undefined;
    if (left !== undefined) return { why: `${item.text} is said without “${left}” of ${fact.id}` };
    const isWhole =
      part !== null ||
      isPricedByKind(statement.price.figures) ||
      statement.price.figures.every((figure) =>
        ask.sentence.some((each) => each.kind === "figure" && follows(each.figure, figure)),
      );
    if (!isWhole) return { why: `${item.text} is only a part of the price of ${fact.id}` };
  }
  return "own";
}

/** "8 € le pot, terreau compris": what is included need not be said. */
function isIncludedInPrice(key: string, { items, words }: Statement): boolean {
  if (words.get("included")?.isSaid !== true) return false;
  const part = partsOf(items).find((each) => each.some((item) => isWord(item, "included")));
  return part?.some((item) => isWord(item, key)) === true && !part.some(isMoney);
}

/** It stands right behind a word that the pronoun of the statement is for. */
function isSaidOf(item: FigureItem, figure: Figure, { segment }: Ask, { about }: Statement): boolean {
  const before = segment
    .slice(0, Math.max(segment.indexOf(item), 0))
    .findLast((each) => each.kind === "figure" || each.weight !== "neutral");
  return before?.kind === "word" && about?.has(before.key) === true && follows(item.figure, figure);
}

/** "The first hour", where the fact has the first half hour. */
function isFirstOfOther(item: FigureItem, { segment }: Ask, { items }: Statement): boolean {
  const next = segment[segment.indexOf(item) + 1];
  const [unit, value] = next?.kind === "word" ? (unitsOfTime[next.key] ?? []) : [];
  if (unit === undefined || !item.figure.readings.some((reading) => reading.unit === "ordinal")) return false;
  return items.some((each, at) => {
    const own = items[at + 1];
    const isSame = each.kind === "figure" && follows(item.figure, each.figure);
    const lengths = own?.kind === "figure" ? own.figure.readings.filter((reading) => reading.unit === unit) : [];
    return isSame && lengths.length > 0 && !lengths.some((reading) => "value" in reading && reading.value === value);
  });
}

/** "Six is fine", where the fact has "up to eight". */
function isFineWithin(item: FigureItem, { segment }: Ask, { figures }: Statement): boolean {
  const behind = segment.slice(segment.indexOf(item) + 1);
  const copulaAt = behind.findIndex((each) => each.kind === "word" && each.isCopula);
  const said = behind[copulaAt + 1];
  const isFine = copulaAt >= 0 && isWord(said, "acceptable") && said?.isNegated === false;
  const limits = figures.filter(({ figure, isNegated }) => !isNegated && figure.bound !== "is");
  const withins = limits.flatMap(({ figure }) =>
    item.figure.readings.flatMap((own) => figure.readings.map((other) => isWithin(own, other, figure.bound))),
  );
  return isFine && item.figure.bound === "is" && withins.includes(true) && !withins.includes(false);
}

/** "Two big dogs", where the fact has "one big dog or two small dogs": it is counted as what shares most words with it. */
function isCountOfAnother({ readings }: Figure, { figures }: Statement): boolean {
  const said = readings.find((reading) => reading.unit === "count");
  if (said?.unit !== "count" || said.of.length === 0) return false;
  const counts = figures.flatMap(({ figure }) => figure.readings.filter((each) => each.unit === "count"));
  const shared = counts.map(({ of }) => of.filter((key) => said.of.includes(key)).length);
  const most = Math.max(0, ...shared);
  return most > 0 && counts.every(({ value }, at) => shared[at] !== most || value !== said.value);
}

/** "Monday to Friday", where it is Monday to Saturday: a range of days is said to its end. */
function isPartOfRange(said: Figure, fact: Figure): boolean {
  const daysOf = ({ readings }: Figure) =>
    readings.flatMap((each) => (each.unit === "days" && each.days.by === "weekdays" ? [each.days.weekdays] : []))[0];
  const [own, whole] = [daysOf(said), daysOf(fact)];
  return own !== undefined && whole !== undefined && own.length >= leastDaysOfARange && own.length < whole.length;
}

const leastDaysOfARange = 3;

/** "Not on Sunday", where it is Monday to Saturday. */
function isOutsideDays({ figure, isNegated }: FigureItem, { figures }: Statement): boolean {
  const daysOf = ({ readings }: Figure) =>
    readings.flatMap((each) => (each.unit === "days" && each.days.by === "weekdays" ? each.days.weekdays : []));
  const said = daysOf(figure);
  const own = figures.filter((each) => !each.isNegated).map((each) => daysOf(each.figure));
  const isRange = own.some((days) => days.length >= leastDaysOfARange);
  return isNegated && said.length > 0 && isRange && !own.flat().some((day) => said.includes(day));
}

function isHalf({ readings }: Figure): boolean {
  return readings.some((reading) => reading.unit === "percent" && reading.value === 50);
}

/** What says, by its key or by itself, that a price comes on top of another: "another forty dollars". */
const onTop: ReadonlySet<string> = new Set(
  "more extra onTop plus another further autre supplémentaire weitere weiteren zusätzlich otro otra otros más".split(
    " ",
  ),
);

/** "The first two weeks" are two weeks. */
function isFirstOfAll(item: FigureItem, { segment }: Ask, statement: Statement): boolean {
  const next = segment[segment.indexOf(item) + 1];
  const isFirst = item.figure.readings.every((reading) => reading.unit === "ordinal" && reading.value === 1);
  const isLength = (of: Item | undefined) => isFigureOf(of, "minutes", "months");
  return (
    isFirst &&
    isLength(next) &&
    !statement.figures.some(({ figure }) => figure.readings.some(({ unit }) => unit === "ordinal"))
  );
}

const bounds = new Set(["from", "startsAt", "atLeast", "atMost", "roughly", "onTop"]);

/** "Under 18 a parent must sign", "order before eleven": what holds before it is not said of it. */
function isDeadline(figure: Figure, { items }: Statement): boolean {
  const at = items.findIndex((item) => item.kind === "figure" && follows(item.figure, figure));
  const before = items[at - 1];
  const isPoint = figure.readings.some(({ unit }) => unit === "months" || unit === "clock");
  return isPoint && isWord(before, "before") && items[at]?.pause === "";
}

function isDeadlineSaid({ figure }: FigureItem, { sentence }: Ask): boolean {
  const words = ["before", "until", "to", "from", "after", "if", "within"];
  return figure.bound !== "is" || sentence.some((item) => item.kind === "word" && words.includes(item.key));
}

/** "You have fourteen days", where the fact has "within 14 days". */
function isHad({ figure }: FigureItem, { segment }: Ask, { figures }: Statement): boolean {
  const isOfTime = figure.unit !== undefined && figure.bound === "is";
  const at = segment.findIndex((item) => item.kind === "word" && item.subject === "you");
  const isHaving = at >= 0 && segment.slice(at + 1, at + 3).some(({ text }) => having.has(text));
  return isOfTime && isHaving && figures.some((each) => follows({ ...figure, bound: "atMost" }, each.figure));
}

const having: ReadonlySet<string> = new Set("have get got avez disposez haben tiene tienen dispone".split(" "));

/** "No appointment needed on Saturdays": what is denied is the appointment, on that day. */
function isDeniedBeside(item: FigureItem, { segment }: Ask): boolean {
  return segment.some(
    (each) =>
      each !== item && each.isNegated && each.kind === "word" && each.weight !== "neutral" && each.key !== "only",
  );
}

/** "$25, not twenty": a figure that the caller named is denied beside the right one, and stands in no cited fact. */
export function isDeniedFigure(item: FigureItem, ask: Ask, { caller, cited }: GroundsRead): boolean {
  const isOnly = ask.segment.every(
    (each) => each.kind === "figure" || each.weight === "neutral" || each.weight === "light" || each.key === "not",
  );
  const units = new Set(item.figure.readings.map(({ unit }) => unit));
  const isBesideAnother = ask.sentence.some(
    (each) => each.kind === "figure" && !each.isNegated && each.figure.readings.some(({ unit }) => units.has(unit)),
  );
  const isIn = (items: readonly Item[]) =>
    items.some(
      (each) =>
        each.kind === "figure" &&
        each.figure.readings.some((a) => item.figure.readings.some((b) => isSameReading(a, b))),
    );
  return (
    item.isNegated &&
    isOnly &&
    isBesideAnother &&
    isIn(caller.items) &&
    !cited.some(({ statements }) => statements.some(({ items }) => isIn(items)))
  );
}
