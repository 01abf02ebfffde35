import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { type Figure, follows } from "./figure";
import { isFigure, isMoney, isWord } from "./itemKinds";
import { howMuchOf, isNoun } from "./priceItems";
import { keysOfPer } from "./readPer";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** What a price is for one of, and for how many: the two are said with it, in one way or another. */

/** A price for one of something stays one: all that it is said to be for one of is meant, and all that is meant is said. */
export function isSamePer(item: FigureItem, fact: Figure, ask: Ask, statement: Statement, evidence: Evidence): boolean {
  const [said, own] = [keysOfPer(item.figure.per), keysOfPer(fact.per)];
  const added = said.filter((key) => !own.includes(key));
  const left = own.filter((key) => !said.includes(key));
  const isEach = added.includes("each");
  if (isEach && own.length > 0 && !left.some(isCounted)) return false;
  return (
    added.every((key) => isPerMeant(key, own, statement, evidence)) &&
    left.every((key) => (isEach && isCounted(key)) || isPerSaid(key, item, ask, statement, evidence))
  );
}

/** What a reply says a price to be for one of, where the fact has other words for it, or none. */
function isPerMeant(key: string, own: readonly string[], statement: Statement, evidence: Evidence): boolean {
  if (key === "each") return own.length > 0 || isOfOneThing(statement, evidence);
  if (own.length === 0 && (isOwnLength(key, statement, evidence) || isOfEvery(key, statement))) return true;
  if (own.length === 0)
    return (
      evidence.topic.has(key) &&
      ((evidence.called[0] === key && !isCountedIn(key, statement)) || !isOfSeveral(evidence)) &&
      !isPlural(key, statement) &&
      !statement.items.some((each, at) => isMoney(each) && howMuchOf(statement.items, at) !== null)
    );
  return own.includes("each") && evidence.topic.has(key);
}

/** How a sentence says what a price is for one of, elsewhere than behind it. */
function isPerSaid(key: string, item: FigureItem, ask: Ask, statement: Statement, evidence: Evidence): boolean {
  if (onceEach.has(key)) return !isOfMany(item, ask);
  return (
    isPerBehind(ask, key) ||
    isPerBefore(item, key, ask) ||
    isPerAsked(key, ask) ||
    isForOne(ask, key) ||
    isOfOne(item, ask, key) ||
    isForItsTime(item, key, ask, statement) ||
    isOfSuchPeople(ask, key, statement) ||
    isInName(key, ask, evidence) ||
    isPartOfName(key, statement, evidence) ||
    evidence.heads?.includes(key) === true
  );
}

/** Asked "for adults?", "eleven dollars" is for one of them. */
function isPerAsked(key: string, { asked }: Ask): boolean {
  return key === "person" && ["adult", "senior", "student"].some((kind) => asked?.has(kind) === true);
}

/** "A ten-visit pass" is not so much a visit. */
function isCountedIn(key: string, { figures }: Statement): boolean {
  return figures.some(({ figure }) =>
    figure.readings.some((each) => each.unit === "count" && each.value > 1 && each.of.includes(key)),
  );
}

/** "$60 per lens", where the lenses are $60. */
function isPlural(per: string, { items }: Statement): boolean {
  return items.some((item) => isWord(item, per) && isMany(item.text));
}

const isMany = (text: string): boolean => /[^s]s$/.test(text);

function isOfSeveral({ called, statements }: Evidence): boolean {
  const isMoreThanOne = ({ figure }: { readonly figure: Figure }) =>
    figure.readings.some((reading) => reading.unit === "count" && reading.value > 1 && !reading.of.includes("year"));
  return called.some((key) => ofMany.has(key)) || statements.some(({ figures }) => figures.some(isMoreThanOne));
}

/** "Two guests for $8", where it is $8 each. */
function isOfMany(item: FigureItem, { segment }: Ask): boolean {
  const at = segment.indexOf(item);
  const from = segment.slice(0, at).findLastIndex(isFigure);
  const before = segment[from];
  const isNear =
    from >= 0 &&
    segment.slice(from + 1, at).some((each) => each.kind === "word" && (each.isAbout || each.isCopula)) &&
    segment.slice(from + 1, at).every((each) => each.pause === "");
  const [joint, behind] = segment.slice(at + 1, at + 3);
  const isBehind = joint?.kind === "word" && joint.isAbout && joint.pause === "";
  return (isNear && isSeveral(before)) || (isBehind && isSeveral(behind));
}

function isSeveral(item: Item | undefined): boolean {
  return isFigure(item) && item.figure.readings.some((each) => each.unit === "count" && each.value > 1);
}

/** "A bike is 32 a day, an e-bike 58": for the same as the price before it. */
function isPerBefore(item: FigureItem, per: string, { sentence }: Ask): boolean {
  return sentence
    .slice(0, Math.max(sentence.indexOf(item), 0))
    .some((each) => isFigure(each) && keysOfPer(each.figure.per).includes(per));
}

/** What one buys one of: "a visit is €45" says no more than "€45 a visit". */
const onceEach: ReadonlySet<string> = new Set(["each", "visit", "treatment", "session", "piece", "pair", "repair"]);

/** What is measured, and not counted: nothing is so much each. */
const measures: ReadonlySet<string> = new Set(
  "minute hour day week month year evening km kilometre kilometer kilometr metre meter metr mètr mile mil foot feet yard acre acr inch kg kilo gram litre litr liter ounce ounc pound libra pfund quadratmeter m² page word".split(
    " ",
  ),
);

function isCounted(per: string): boolean {
  return !measures.has(per) && !ofMany.has(per);
}

/** "Haircuts are $35 each": the price is of one thing, and not of a dozen, a pair or a package. */
function isOfOneThing(statement: Statement, evidence: Evidence): boolean {
  return evidence.kind === "service" && statement.price !== null && !isOfSeveral(evidence);
}

/** Names of what holds several, by their keys. */
const ofMany: ReadonlySet<string> = new Set(
  "docen dutz dozen pair set pack packag package bundl bundle course family famil group party box subscription card paar packung paket kurs familie gruppe abo abonnement forfait lot couple groupe famill famille carnet paquete bono curso grupo familia caja pareja juego".split(
    " ",
  ),
);

/** Before a thing of which there is one. */
const ofOne: ReadonlySet<string> = new Set(
  "a an one each every per the your this un une le la les l chaque ein eine eines der die das den jede jeder jedes una uno el cada".split(
    " ",
  ),
);

/** What says of a thing that the price is not for it as a whole: "every class of the term". */
const inside: ReadonlySet<string> = new Set("of in during de du des pendant von im während en durante".split(" "));

/** "£40 for the pair", "$60 for one wheel", "$160 for the term". */
function isPerBehind({ sentence }: Ask, per: string): boolean {
  return sentence.some((each, at) => {
    // "Pour toute la famille."
    const isWhole = isWord(sentence[at - 2], "all");
    const [preposition, article] = [sentence[at - (isWhole ? 3 : 2)], sentence[at - 1]];
    if (each.kind !== "word" || each.key !== per || article?.kind !== "word" || !sentence.slice(0, at).some(isFigure))
      return false;
    if (article.weight !== "neutral" || isMany(each.text)) return false;
    const isDefinite = /^(?:the|le|la|les|der|die|das|den|el|los|las)$/.test(article.text);
    return !isDefinite || (preposition?.kind === "word" && preposition.isAbout);
  });
}

/** "A lesson is $72", "the spring term costs $160", where it is so much a lesson and a term. */
function isOfOne(item: FigureItem, { sentence }: Ask, per: string): boolean {
  const before = sentence.slice(0, Math.max(sentence.indexOf(item), 0));
  return before.some((each, at) => {
    if (each.kind !== "word" || each.key !== per || isMany(each.text)) return false;
    const next = before[at + 1];
    // "A lesson book is $72."
    const isHead = next === undefined || next.pause !== "" || next.kind === "figure" || !isNoun(next);
    const from = before.slice(0, at).findLastIndex((one) => one.pause !== "" || !isNoun(one));
    const article = before[from];
    const preposition = before[from - 1];
    const isOne = article?.kind === "word" && at - from <= 3 && ofOne.has(article.text);
    return isHead && isOne && !(preposition?.kind === "word" && inside.has(preposition.text));
  });
}

/** "Eighty dollars for an hour", "an hour is eighty dollars", where it is eighty an hour. */
function isForOne({ sentence }: Ask, per: string): boolean {
  return sentence.some((item, at) => {
    if (!isFigure(item)) return false;
    // "One bouquet every month for €38."
    if (isOneUnit(item.figure, per, "every")) return true;
    // "A bouquet every Friday for €28", where it is so much a week.
    if (per === "week" && isWeekly(item.figure)) return true;
    const isCount = item.figure.readings.some(
      (each) => each.unit === "count" && each.value === 1 && each.of.includes(per),
    );
    return (isCount || isOneUnit(item.figure, per, "once")) && isMeasureOfPrice(sentence, at);
  });
}

function isWeekly({ readings }: Figure): boolean {
  return readings.some(
    (each) =>
      each.unit === "days" && each.days.by === "weekdays" && each.days.isEvery && each.days.weekdays.length === 1,
  );
}

/** A length or number that a price is said to be for: behind a preposition, or what the price is said of. */
function isMeasureOfPrice(sentence: readonly Item[], at: number): boolean {
  const before = sentence[at - 1];
  if (before?.kind === "word" && before.isAbout) return true;
  const priceAt = sentence.findIndex((each, index) => index > at && isMoney(each));
  const isTaken = (item: Item) => isWord(item, "duration");
  return priceAt > at && !sentence.slice(0, at).some(isTaken) && !sentence.slice(0, at).some(isMoney);
}

/** "$18 for an hour", where it is $18 a class and a class takes an hour. */
function isForItsTime(item: FigureItem, per: string, { sentence }: Ask, { figures, price }: Statement): boolean {
  if (price === null || !isCounted(per)) return false;
  return sentence.some(
    (each, at) =>
      isFigure(each) &&
      each !== item &&
      each.figure.readings.some(({ unit }) => unit === "minutes") &&
      figures.some(({ figure }) => follows(each.figure, figure)) &&
      isMeasureOfPrice(sentence, at),
  );
}

const people: ReadonlySet<string> = new Set(
  "person adult kid senior student member guest teenager baby player".split(" "),
);

/** "Adults pay $28", "children fifteen": so much for each of them. */
function isOfSuchPeople({ sentence }: Ask, per: string, statement: Statement): boolean {
  const isRival = statement.figures.some(({ figure }) => {
    const keys = keysOfPer(figure.per);
    return keys.length > 0 && !keys.includes(per) && figure.readings.some(({ unit }) => unit === "money");
  });
  return (isRival || people.has(per)) && sentence.some((each) => isWord(each, per));
}

const periods: ReadonlySet<string> = new Set(["season", "term", "semester", "evening", "weekend"]);

/** "A pony ride is $6", where it is $6 a ride, and "junior season rentals are $210", where it is $210 a season; of discs one has two. */
function isInName(per: string, { sentence }: Ask, { kind, topic, called }: Evidence): boolean {
  const named = sentence.filter((each) => isWord(each, per));
  if (kind !== "service" || !topic.has(per)) return false;
  if (periods.has(per) && named.length > 0) return true;
  return called.at(-1) === per && !measures.has(per) && !named.some(({ text }) => isMany(text));
}

/** "20 $ par personne de plus", where the fact has "chaque personne de plus, 20 $". */
function isOfEvery(per: string, { items }: Statement): boolean {
  return items.some((item, at) => isWord(item, per) && isWord(items[at - 1], "all") && !isMany(item.text));
}

const ofWords: ReadonlySet<string> = new Set("of de du à".split(" "));

/** "A copy of a key is 9 francs", where the service of that name is so much a key. */
function isPartOfName(per: string, { items, price }: Statement, { kind, called }: Evidence): boolean {
  if (kind !== "service" || price === null || !called.includes(per) || !isCounted(per)) return false;
  const at = items.findIndex((item) => isWord(item, per));
  // The "window" of "window cleaning" may be any number of them.
  const isOf = [items[at - 1], items[at + 1]].some((each) => ofWords.has(each?.text ?? ""));
  return isOf && !isMany(items[at]?.text ?? "");
}

/** What is sold by the time it takes. */
const ofTime: ReadonlySet<string> = new Set(
  "class lesson learn workshop course session massage rent rental hire coach coaching tutor tutoring".split(" "),
);

/** "28 € la demi-heure", where a lesson is 28 € and takes half an hour. */
function isOwnLength(per: string, { figures, price }: Statement, { kind, called }: Evidence): boolean {
  if (kind !== "service" || price === null || !called.some((key) => ofTime.has(key))) return false;
  return figures.some(({ figure }) => figure.bound === "is" && isOneUnit(figure, per, "once"));
}

export const unitsOfTime: Readonly<Record<string, readonly ["minutes" | "months", number]>> = {
  minute: ["minutes", 1],
  quarterHour: ["minutes", 15],
  halfHour: ["minutes", 30],
  hour: ["minutes", 60],
  day: ["minutes", 1440],
  week: ["minutes", 10_080],
  month: ["months", 1],
  year: ["months", 12],
};

const everyOf = { minutes: "everyMinutes", months: "everyMonths" } as const;

export function isOneUnit({ readings }: Figure, per: string, how: "once" | "every"): boolean {
  const [unit, value] = unitsOfTime[per] ?? [];
  if (unit === undefined) return false;
  return readings.some((each) => each.unit === (how === "once" ? unit : everyOf[unit]) && each.value === value);
}

/** "The monthly price is $38": how often is said in the price. */
export function isRateOfPrice(figure: Figure, { figures }: Statement): boolean {
  return figures.some(({ figure: { per } }) => keysOfPer(per).some((key) => isOneUnit(figure, key, "every")));
}

/** "After the first hour": a length that says when something begins or ends. */
function isPointInTime(item: FigureItem, { sentence }: Ask): boolean {
  const at = sentence.indexOf(item);
  return sentence
    .slice(Math.max(at - 3, 0), Math.max(at, 0))
    .some((each) =>
      each.kind === "word"
        ? ["after", "before", "until", "within", "from"].includes(each.key)
        : each.figure.readings.some(({ unit }) => unit === "ordinal"),
    );
}

/** "One night is $118", "a day costs $350", "each muffin is $3": the one that the price is for. */
export function isOneOfPer(item: FigureItem, ask: Ask, statement: Statement, fact: Evidence): boolean {
  const { figure } = item;
  if (!ask.sentence.some(isMoney) || isPointInTime(item, ask)) return false;
  const isTaken = ask.segment.some((item) => isWord(item, "duration"));
  const isCountOf = (keys: readonly string[]) =>
    figure.readings.some(
      (each) => each.unit === "count" && each.value === 1 && each.of.some((key) => keys.includes(key)),
    );
  return statement.figures.some(({ figure: own }) => {
    if (!own.readings.some(({ unit }) => unit === "money")) return false;
    const keys = keysOfPer(own.per);
    if (keys.some((key) => isOneUnit(figure, key, "once")) && !isTaken) return true;
    const isOne = fact.kind === "service" && statement.price !== null && (keys.includes("each") || keys.length === 0);
    return isCountOf(keys) || (isOne && !isOfSeveralAtOnce(statement) && isCountOf([...fact.topic]));
  });
}

function isOfSeveralAtOnce({ items }: Statement): boolean {
  return items.some((each, at) => isMoney(each) && howMuchOf(items, at) !== null);
}
