import type { Ask, Where } from "./ask";
import { grammar } from "./claims";
import { isListedDays } from "./daySupport";
import type { Evidence } from "./evidence";
import { isOnlyOfException } from "./exceptions";
import { follows } from "./figure";
import { isDay, isFigureOf, isWord } from "./itemKinds";
import { keysOfPer } from "./readPer";
import type { FigureItem, Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";
import { genericNames } from "./wordSupport";

/** How the words that say of how many, of which alone, and in which case something holds stand in a statement. */

const isHeavy = (item: Item): boolean =>
  item.kind === "figure" || (item.weight === "content" && !grammar.has(item.key) && item.key !== "only");

/** Why a word that a statement has as well says more than the statement does. */
export function whyNotSoMany(
  item: WordItem,
  ask: Ask,
  statement: Statement,
  fact: Evidence,
): { readonly why: string } | null {
  if (item.key === "only" && (!isSameOnly(ask, statement, fact) || isOfAnotherThing(ask, statement, fact)))
    return { why: `${item.text} leaves out something of ${fact.id}` };
  if (item.key === "all" && !isSameWhole(item, ask, statement))
    return { why: `${item.text} says more than ${fact.id}` };
  if ((item.key === "all" || item.key === "any") && isWithoutException(item, ask, statement))
    return { why: `${item.text} leaves out an exception of ${fact.id}` };
  if (item.key === "any" && isWithoutBound(item, ask, statement))
    return { why: `${item.text} leaves out a bound of ${fact.id}` };
  return null;
}

/** "For any amount", where the fact has "any amount from $25". */
function isWithoutBound({ isNegated }: WordItem, { sentence }: Ask, { items }: Statement): boolean {
  const at = items.findIndex((each) => isWord(each, "any"));
  const near = items.slice(at + 1, at + 4);
  const bound = near.find(
    (each) => each.kind === "figure" && ["atLeast", "atMost", "lessThan", "moreThan"].includes(each.figure.bound),
  );
  const isClose = near.slice(0, bound === undefined ? 0 : near.indexOf(bound) + 1).every(({ pause }) => pause === "");
  return (
    !isNegated &&
    bound?.kind === "figure" &&
    isClose &&
    !sentence.some((each) => each.kind === "figure" && follows(each.figure, bound.figure))
  );
}

/** "In any class", where the fact has "in any class but pointe". */
function isWithoutException({ key, isNegated }: WordItem, { sentence }: Ask, { items }: Statement): boolean {
  const at = items.findIndex((each) => isWord(each, key));
  const near = items.slice(at + 1, at + 4);
  const exceptAt = near.findIndex((each) => each.kind === "word" && (each.key === "except" || each.key === "but"));
  const isException = exceptAt >= 0 && near.slice(0, exceptAt + 1).every(({ pause }) => pause === "");
  return (
    !isNegated && isException && !sentence.some((each) => each.kind === "word" && ["except", "but"].includes(each.key))
  );
}

/** How such a word follows from a statement that has it not; null where it does not. */
export function whereQuantifier(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  const follows = (): boolean => {
    switch (item.key) {
      case "only":
        return isOnlyOfException(item, ask, statement) || (!item.isNegated && isOnlyMeant(item, ask, statement, fact));
      case "all":
        return (
          isAllOfList(item, ask, statement) ||
          isAllBehind(item, ask, statement) ||
          isEachTime(item, ask, statement, fact) ||
          isWholeOfPer(item, ask, statement)
        );
      case "any":
        return item.isNegated ? isBeforeThing(item, ask) : isAnyOf(item, ask, statement) || isAnywhereIn(item, ask);
      case "both":
        return isOfTwo(item, ask, statement) || fact.called.includes("and") || isJoinedNear(item, ask);
      case "unless":
        return isOtherwise(statement, fact) || isFreeOfIt(ask, statement, fact);
      case "except":
        return isExcepted(item, ask, statement);
      default:
        return false;
    }
  };
  return follows() ? "topic" : null;
}

/** "Only dogs and cats" is false of "only dogs, cats and rabbits", and of "only on weekdays". */
function isSameOnly(ask: Ask, statement: Statement, fact: Evidence): boolean {
  const scopes = statement.items.flatMap((each, at) =>
    isWord(each, "only") ? [scopeOfOnly(statement.items, at)] : [],
  );
  const isSaid = (item: Item) =>
    ask.sentence.some((each) =>
      each.kind === "figure" || item.kind === "figure"
        ? each.kind === "figure" && item.kind === "figure" && follows(each.figure, item.figure)
        : each.key === item.key,
    );
  const isNamed = (item: Item) => item.kind === "word" && fact.kind === "service" && fact.topic.has(item.key);
  return scopes.some((scope) =>
    scope.every((item) =>
      item.kind === "word"
        ? isSaid(item) || isNamed(item)
        : !isDay(item) || (isSaid(item) && areAllDaysSaid(item, ask)),
    ),
  );
}

/** "Saturdays only" is false of "weekends only". */
function areAllDaysSaid(item: Item, { sentence }: Ask): boolean {
  const weekdaysOf = (each: Item) =>
    each.kind === "figure"
      ? each.figure.readings.flatMap(({ unit, ...reading }) =>
          unit === "days" && "days" in reading && reading.days.by === "weekdays" ? reading.days.weekdays : [],
        )
      : [];
  const said = new Set(sentence.flatMap(weekdaysOf));
  return weekdaysOf(item).every((day) => said.has(day));
}

/** "Only on Tuesdays and Thursdays", where the fact names no other day. */
function isAllDays(day: Item, ask: Ask, { items }: Statement): boolean {
  const own = items.filter(isDay);
  const isSaid = (item: Item) => areAllDaysSaid(item, ask);
  return own.length > 0 && !own.some(({ isNegated }) => isNegated) && own.every(isSaid) && !day.isNegated;
}

/** "Tips in cash only" is said of tips: what stands at the head of its part is said with it, or was asked for. */
function isOfAnotherThing({ sentence, asked }: Ask, { items }: Statement, fact: Evidence): boolean {
  const part = partsOf(items).find((each) => each.some((item) => isWord(item, "only"))) ?? [];
  const [first] = part;
  const next = part[1];
  if (first?.kind !== "word" || first.weight !== "content" || next?.kind !== "word" || !next.isAbout) return false;
  const isListedElsewhere = fact.statements.some(
    (other) =>
      !other.words.has("only") &&
      other.items.some(
        (each, at) =>
          each.kind === "word" &&
          isHeavy(each) &&
          part.some((one) => isWord(one, each.key)) &&
          isListed(other.items, at),
      ),
  );
  const isSaid =
    sentence.some((each) => isWord(each, first.key)) || (asked?.has(first.key) === true && !isListedElsewhere);
  return !isSaid && !fact.topic.has(first.key);
}

/** What an `only` narrows down to: what follows it, or where its part ends with it, what stands right before it. */
function scopeOfOnly(items: readonly Item[], at: number): readonly Item[] {
  const end = items.findIndex((item, index) => index > at && /[,;:.]/.test(item.pause));
  const isFollowed = items.slice(at + 1, end < 0 ? undefined : end).some(isHeavy);
  if (isFollowed) {
    // Over a comma only where the list goes on: "dogs, cats and rabbits", but not "the kitchen, the day before".
    const last = items.findIndex(
      (item, index) => index > at && (/[;:.]/.test(item.pause) || (item.pause === "," && !isHeavy(item))),
    );
    return items.slice(at + 1, last < 0 ? undefined : last).filter(isHeavy);
  }
  let from = at;
  while (from > 0) {
    const before = items[from - 1];
    if (before === undefined || !(isHeavy(before) || isWord(before, "and") || isWord(before, "or"))) break;
    from -= 1;
    if (/[,;:.]/.test(before.pause)) break;
  }
  return items.slice(from, at).filter(isHeavy);
}

/** A statement without the word: "only until six" says no more than "until six", "only $20" no more than "$20". */
function isOnlyMeant(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): boolean {
  // "We only fit our own": of whose, a fact must say.
  if (ask.segment.some(({ text }) => /^(?:nôtres?|ours|unsere[ns]?|nuestr[oa]s)$/.test(text))) return false;
  // "If it's only an adjustment": nothing is said to be so.
  if (ask.segment.some((each, index) => isWord(each, "if") && index < ask.segment.indexOf(item))) return true;
  const at = ask.segment.indexOf(item);
  const [before, next, beyond] = [ask.segment[at - 1], ask.segment[at + 1], ask.segment[at + 2]];
  // "It only takes fifteen minutes", "it only costs you $20".
  const isOfLength = next?.kind === "word" && (next.key === "duration" || next.key === "cost" || next.isCopula);
  const first = ask.segment.slice(at + 2).find((each) => each.kind === "figure" || each.weight !== "neutral");
  if (isOfLength && first?.kind === "figure" && !isDay(first)) return true;
  // "Only swimwear", where the fact has "just your swimwear".
  if (isJustThat(ask, statement)) return true;
  // "Only if the teacher is ill", where the fact denies it of something else.
  if (isWord(next, "if") && fact.statements.some((each) => each.items.some((one) => one.isNegated))) return true;
  // "Weekends only", where the fact has "Saturdays and Sundays".
  const day = [next, before].find((each) => each !== undefined && isDay(each));
  if (
    day?.kind === "figure" &&
    statement.figures.length > 0 &&
    (isListedDays(day, statement) || isAllDays(day, ask, statement))
  )
    return true;
  const isLimit = (figure: Item | undefined) => figure?.kind === "figure" && !isDay(figure);
  if (isLimit(next) || (isLimit(before) && (next === undefined || next.pause !== ""))) return true;
  const isBound = next?.kind === "word" && ["until", "from", "after", "before", "to", "at"].includes(next.key);
  if (isBound && beyond?.kind === "figure") return true;
  return (
    isDenyingWhatWasAsked(ask, statement, fact) ||
    isRestDenied(ask, statement, fact) ||
    isWholeBesideDenial(ask, statement, fact)
  );
}

/** "Card or transfer only", where the fact lists both, and then says "no cash": the list is all there is. */
function isWholeBesideDenial({ sentence }: Ask, statement: Statement, fact: Evidence): boolean {
  const at = fact.statements.indexOf(statement);
  const isDenial = ({ items, isDerived, isShort }: Statement) =>
    !isDerived &&
    isShort !== true &&
    items.some((each) => isWord(each, "not")) &&
    items.every((each) => each.kind === "word" && (each.isNegated || each.weight === "neutral" || isWord(each, "not")));
  const isBeside = [fact.statements[at - 1], fact.statements[at + 1]].some(
    (each) => each !== undefined && isDenial({ ...each, items: partsOf(each.items)[0] ?? [] }),
  );
  if (fact.kind !== "faq" || !isBeside || statement.isDerived || statement.items.some((each) => each.isNegated))
    return false;
  const list: Item[][] = [[]];
  for (const each of statement.items) {
    if (each.pause === "," || isWord(each, "and") || isWord(each, "or")) list.push([]);
    list.at(-1)?.push(each);
  }
  const parts = list.map((part) => part.filter(isHeavy)).filter((part) => part.length > 0);
  const isSaid = (part: readonly Item[]) =>
    part.some((each) => each.kind === "word" && sentence.some((one) => isWord(one, each.key)));
  return parts.length > 1 && parts.every(isSaid);
}

/** All that the fact narrows down to with a "just" is said, and nothing besides. */
function isJustThat({ segment }: Ask, { items }: Statement): boolean {
  const at = items.findIndex(({ text }) => text === "just");
  const scope = at < 0 ? [] : scopeOfOnly(items, at);
  const said = segment.filter((item) => item.kind === "word" && isHeavy(item));
  const isIn = (item: Item, others: readonly Item[]) =>
    item.kind === "word" && others.some((each) => isWord(each, item.key));
  return scope.length > 0 && said.length > 0 && said.every((item) => isIn(item, scope));
}

const ofTheRest: ReadonlySet<string> = new Set(["other", "beyond", "elsewhere", "rest"]);

/** "Only Bosch and Shimano", where the fact says of all others that they are not done. */
function isRestDenied({ sentence }: Ask, statement: Statement, fact: Evidence): boolean {
  const isSaid = (item: Item) =>
    item.kind === "word" && sentence.some((each) => isWord(each, item.key) && !each.isNegated);
  const heavy = statement.items.filter((item) => item.kind === "word" && isHeavy(item));
  return fact.statements.some((other) => {
    const rest = other.items.find((item) => item.kind === "word" && ofTheRest.has(item.key) && item.isNegated);
    if (other === statement || rest?.kind !== "word") return false;
    const isShared = (item: Item) => item.kind === "word" && other.items.some((each) => isWord(each, item.key));
    const shared = heavy.filter(isShared);
    if (shared.length === 0) return false;
    if (rest.key === "beyond") return shared.every(isSaid);
    return heavy.every((item) => isShared(item) || isSaid(item) || (item.kind === "word" && fact.topic.has(item.key)));
  });
}

/**
 * "We only pack", asked about unpacking, where the fact denies that, and "only in the café", where it says "in the café, but not in
 * the bays"; "cards only" is false of "cards and cash, no checks".
 */
function isDenyingWhatWasAsked({ asked, sentence }: Ask, { items }: Statement, fact: Evidence): boolean {
  const said = sentence.filter((each) => each.kind === "word" && isHeavy(each));
  const isSaid = (key: string) => said.some((each) => isWord(each, key));
  const parts = fact.statements
    .filter(({ isDerived, isShort }) => !isDerived && isShort !== true)
    .flatMap((each) => partsOf(each.items));
  const isDenied = parts.some(
    (part) =>
      part.some(
        (each) =>
          each.isNegated && each.kind === "word" && isHeavy(each) && asked?.has(each.key) === true && !isSaid(each.key),
      ) && !part.some((each) => isHeavy(each) && !each.isNegated),
  );
  const butAt = items.findIndex((item, at) => isWord(item, "but") && isWord(items[at + 1], "not"));
  const isContrast = butAt > 0 && items.slice(0, butAt).some((item) => item.kind === "word" && isSaid(item.key));
  const before = isContrast ? items.slice(0, butAt) : items;
  // Of a list the whole is said: "only cash or debit".
  const isOfList = before.some((item, at) => item.kind === "word" && isSaid(item.key) && isListed(before, at));
  const isWhole = before.every((item) => item.kind === "word" && (!isHeavy(item) || isSaid(item.key)));
  return (isDenied || isContrast) && said.length > 0 && (!isOfList || isWhole);
}

/** One of several: a comma or a joint parts it from the next. */
function isListed(items: readonly Item[], at: number): boolean {
  const isJoint = (item: Item | undefined) =>
    item !== undefined && (item.pause === "," || isWord(item, "and") || isWord(item, "or"));
  const end = items.findIndex((item, index) => index > at && (!isHeavy(item) || item.pause !== ""));
  const heavyAt = items.slice(0, at).findLastIndex((item) => !isHeavy(item)) + 1;
  // "By card or by transfer".
  const before = items[heavyAt - 1];
  const start = before?.kind === "word" && before.isAbout && before.pause === "" ? heavyAt - 1 : heavyAt;
  return (
    isJoint(items[end]) ||
    items[at]?.pause === "," ||
    isJoint(items[start]) ||
    isWord(items[start - 1], "and") ||
    isWord(items[start - 1], "or")
  );
}

/** "All included", where the fact lists what there is. */
function isAllOfList(item: WordItem, ask: Ask, statement: Statement): boolean {
  const thing = ask.segment.slice(ask.segment.indexOf(item) + 1).find(isHeavy);
  // "All colours", where one is.
  const isOfOne = statement.items.some(
    (each, at) =>
      thing?.kind === "word" &&
      isWord(each, thing.key) &&
      /^(?:an?|one|une?|una|ein(?:e|en|er)?)$/.test(statement.items[at - 1]?.text ?? ""),
  );
  // "Travel is included everywhere."
  const isOfPlaces = /^(?:partout|everywhere|toujours|always|überall|siempre)$/.test(item.text);
  return statement.isList && !isOfOne && !isOfPlaces && ask.segment.some((each) => isWord(each, "included"));
}

const ofPart =
  /^(?:some|most|certain|selected|many|several|certaine?s?|quelques|plupart|plusieurs|einige[nr]?|manche[nr]?|bestimmte[nr]?|meisten|mehrere[nr]?|algun[oa]s|ciert[oa]s|mayoría|varios|varias)$/;

/** "For some rentals", where the fact has "for every rental". */
export function isSomeOfAll(segment: readonly Item[], { items }: Statement): boolean {
  return segment.some((item, at) => {
    if (item.kind !== "word" || !ofPart.test(item.text)) return false;
    const thing = segment.slice(at + 1).find((each) => each.kind === "figure" || each.weight !== "neutral");
    if (thing?.kind !== "word") return false;
    return items.some(
      (each, index) =>
        isWord(each, "all") &&
        items.slice(index + 1, index + 4).some((one) => isWord(one, thing.key)) &&
        !items.some((one) => one.kind === "word" && ofPart.test(one.text)),
    );
  });
}

const eachWords: ReadonlySet<string> = new Set("chaque each every jede jeder jedes cada".split(" "));

/** "Each lesson takes 45 minutes": a service has its length and its price every time. */
function isEachTime(item: WordItem, { segment }: Ask, statement: Statement, fact: Evidence): boolean {
  const thing = segment[segment.indexOf(item) + 1];
  if (fact.kind !== "service" || item.isNegated || !eachWords.has(item.text) || thing?.kind !== "word") return false;
  const isOfIt = fact.called[0] === thing.key || fact.called.at(-1) === thing.key || genericNames.has(thing.key);
  return isOfIt && statement.price !== null && segment.some(({ kind }) => kind === "figure");
}

/** "For the whole family", where the price is for one family. */
function isWholeOfPer(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const thing = segment.slice(segment.indexOf(item) + 1).find(isHeavy);
  return thing?.kind === "word" && figures.some(({ figure }) => keysOfPer(figure.per).includes(thing.key));
}

const ofSome: ReadonlySet<string> = new Set(["some", "most", "many", "few", "half", "except", "but", "certain"]);

/** "Rabies and distemper are all required": the word only sums up the list before it. */
function isAllBehind(item: WordItem, ask: Ask, statement: Statement): boolean {
  const at = ask.segment.indexOf(item);
  const before = ask.segment[at - 1];
  const next = ask.segment[at + 1];
  const isBehind = before?.kind === "word" && before.isCopula && item.pause === "" && next?.pause === "";
  const isList = ask.sentence.some((each, index) => isWord(each, "and") && index < ask.sentence.indexOf(item));
  const isOfSome = statement.items.some(
    (each) => each.kind === "word" && (ofSome.has(each.key) || ofSome.has(each.text)),
  );
  return isBehind && isList && !isOfSome && !item.isNegated;
}

/** "We don't take any cards" denies the cards, "it never costs anything" whatever it costs. */
function isBeforeThing(item: WordItem, { segment }: Ask): boolean {
  const thing = segment[segment.indexOf(item) + 1];
  return thing?.kind === "word" && thing.pause === "" && isHeavy(thing);
}

/** "Anywhere within twenty miles" says no more than within twenty miles. */
function isAnywhereIn(item: WordItem, { segment }: Ask): boolean {
  const next = segment[segment.indexOf(item) + 1];
  const isBounded = next?.kind === "figure" && next.figure.bound === "atMost";
  return item.text === "anywhere" && (isBounded || next?.text === "within");
}

/** "Any changes are included", where the fact says it of changes, and of no kind of them. */
function isAnyOf(item: WordItem, ask: Ask, statement: Statement): boolean {
  const thing = ask.segment[ask.segment.indexOf(item) + 1];
  if (thing?.kind !== "word" || thing.pause !== "" || thing.weight !== "content") return false;
  if (statement.words.has("all")) return isSameWhole({ ...item, key: "all" }, ask, statement, item);
  return partsOf(statement.items).some((part) => {
    const clause = part.findIndex((each) => isWord(each, "and"));
    return [part, part.slice(clause + 1)].some((each) => {
      const first = each.findIndex(isHeavy);
      const copulaAt = each.findIndex((one) => one.kind === "word" && one.isCopula);
      return isWord(each[first], thing.key) && copulaAt > first && !each.slice(first + 1, copulaAt).some(isHeavy);
    });
  });
}

/** "For both of you", where it is for two. */
function isOfTwo(item: WordItem, { segment }: Ask, { figures }: Statement): boolean {
  const [of, whom] = segment.slice(segment.indexOf(item) + 1);
  const isOfYou = of?.kind === "word" && of.text === "of" && whom?.kind === "word" && whom.subject === "you";
  return (
    isOfYou && figures.some(({ figure }) => figure.readings.some((each) => each.unit === "count" && each.value === 2))
  );
}

/** "Cats and dogs both": the two stand beside it. */
function isJoinedNear(item: WordItem, ask: Ask): boolean {
  const at = ask.sentence.indexOf(item);
  return ask.sentence.some(
    (each, index) =>
      isWord(each, "and") &&
      Math.abs(index - at) <= 4 &&
      ask.sentence.slice(0, index).some(isHeavy) &&
      ask.sentence.slice(index + 1).some(isHeavy),
  );
}

/** "Except on animals", where the fact denies it of animals, or says it of everything but animals. */
function isExcepted(item: WordItem, { segment }: Ask, { items, words }: Statement): boolean {
  const rest = segment.slice(segment.indexOf(item) + 1);
  const isBehindBut = (key: string) =>
    items.some(
      (each, at) =>
        isWord(each, "but") &&
        (isWord(items[at - 1], "all") || isWord(items[at - 1], "any")) &&
        items.slice(at + 1, at + 4).some((one) => isWord(one, key)),
    );
  return rest.some(
    (each) =>
      each.kind === "word" &&
      each.weight !== "neutral" &&
      (words.get(each.key)?.isDenied === true || isBehindBut(each.key)),
  );
}

/** "You need one unless he's under four", where the fact has that under four they need none: it denies what is said before. */
function isFreeOfIt({ segment, sentence }: Ask, { items }: Statement, fact: Evidence): boolean {
  const at = segment[0] === undefined ? 0 : sentence.indexOf(segment[0]);
  const main = sentence.slice(0, Math.max(at, 0));
  const isDenied = (key: string) => items.some((each) => isWord(each, key) && each.isNegated);
  return (
    fact.kind === "faq" &&
    segment.some((each) => each.kind === "figure" || each.weight === "content") &&
    main.some((each) => each.kind === "word" && !each.isNegated && each.weight !== "neutral" && isDenied(each.key))
  );
}

/** "Tell us by noon. Otherwise we charge £10": they do unless they are told. */
function isOtherwise(statement: Statement, fact: Evidence): boolean {
  const isTurn = (each: Statement) => {
    const [first] = each.items;
    return isWord(first, "otherwise");
  };
  const at = fact.statements.indexOf(statement);
  const isBefore = fact.statements[at + 1] !== undefined && fact.statements.slice(at + 1, at + 2).some(isTurn);
  return (
    isBefore || statement.items.some((each) => isWord(each, "otherwise") || (isWord(each, "or") && each.pause !== ""))
  );
}

/** "With your signature that's fine", where one must be eighteen even with a parent's consent. */
export function isWithoutEffect(item: WordItem, { sentence }: Ask, { items, words }: Statement): boolean {
  const evenAt = items.findIndex((each) => isWord(each, "evenIf"));
  if (evenAt < 0 || item.key === "evenIf" || items.slice(0, evenAt).some((each) => isWord(each, item.key)))
    return false;
  const isStrict = words.has("need") || items.slice(0, evenAt).some(({ isNegated }) => isNegated);
  return isStrict && !sentence.some((each) => isWord(each, "evenIf") || each.isNegated);
}

/** "Even if they don't board with us": whether it is so or not changes nothing. */
export function isEitherWay(item: WordItem, ask: Ask, statement: Statement): boolean {
  // "Parts not included", where the fact says that they are extra.
  const hasKey = (key: string, isNegated: boolean) =>
    ask.segment.some((each) => isWord(each, key) && each.isNegated === isNegated);
  if (statement.words.get("included")?.isDenied === true && hasKey("extra", false) && !item.isNegated) return true;
  const isTurned = statement.words.get("extra")?.isSaid === true && !statement.words.has("included");
  if (isTurned && item.isNegated && ask.sentence.some((each) => each.isNegated && isWord(each, "included")))
    return true;
  if (isWord(ask.segment[0], "except") && !item.isNegated) return true;
  const isBehind = (items: readonly Item[], at: number) =>
    items.slice(0, Math.max(at, 0)).some((each) => isWord(each, "evenIf"));
  const inStatement = statement.items.findIndex((each) => isWord(each, item.key));
  return isBehind(ask.segment, ask.segment.indexOf(item)) && isBehind(statement.items, inStatement);
}

/** "all cards" says more than "all major cards". */
function isSameWhole(item: WordItem, ask: Ask, statement: Statement, place: Item = item): boolean {
  const wordAfter = (items: readonly Item[], at: number) =>
    items.slice(at + 1).find((each) => each.kind === "figure" || each.weight !== "neutral");
  const at = ask.segment.indexOf(place);
  const isOfPronoun = ask.segment.slice(0, at).some((each) => each.kind === "word" && each.weight === "neutral");
  const said = wordAfter(ask.segment, at);
  return statement.items.some((each, index) => {
    if (each.kind !== "word" || each.key !== "all") return false;
    const counted = wordAfter(statement.items, index);
    // "All our bays", where the fact has "all 24 bays".
    const isCount =
      counted?.kind === "figure" &&
      said?.kind === "word" &&
      counts(counted, said.key) &&
      !isBehindAnotherCount(ask, statement.items, index + 1);
    const meant = isCount ? said : counted;
    // "All are admitted in New York, Ms. Ortega also in New Jersey": what all are ends at the pause.
    const part = partsOf(statement.items).find((items) => items.includes(each)) ?? [];
    const isNameElsewhere = ask.segment.some(
      (one) => one.kind === "word" && one.isName && !part.some((other) => isWord(other, one.key)),
    );
    if (isNameElsewhere) return false;
    if (said?.kind === "figure" || meant?.kind === "figure")
      return said?.kind === "figure" && meant?.kind === "figure" && follows(said.figure, meant.figure);
    // "Everyone's trained", asked about the teachers, where all teachers are.
    const isOfAsked =
      /^every(?:one|body)$/.test(place.text) && meant?.kind === "word" && ask.asked?.has(meant.key) === true;
    if (isOfAsked) return true;
    const isNamed = ask.segment.some((one) => one.kind === "word" && meant?.kind === "word" && one.key === meant.key);
    return (
      isNamed ||
      (said === undefined && !isSumOfOthers(item, meant, ask)) ||
      (isOfPronoun && said?.kind === "word" && said.key !== meant?.text && !nounFollows(statement.items, index, said))
    );
  });
}

const sums: ReadonlySet<string> = new Set("everything alles tout todo".split(" "));

/** "Ten percent off everything", where it is off all drinks. */
function isSumOfOthers({ text }: WordItem, meant: Item | undefined, { asked }: Ask): boolean {
  return sums.has(text) && meant?.kind === "word" && meant.weight === "content" && asked?.has(meant.key) !== true;
}

/** "All 24 bays are covered and 10 of them are heated" says of all no more than that they are covered. */
function isBehindAnotherCount({ segment }: Ask, items: readonly Item[], countAt: number): boolean {
  const at = items.findIndex((item, index) => index > countAt && isFigureOf(item, "count"));
  const behind = at < 0 ? [] : items.slice(at);
  const before = items.slice(0, Math.max(at, 0));
  return segment.some(
    (item) =>
      item.kind === "word" &&
      isHeavy(item) &&
      behind.some((each) => isWord(each, item.key)) &&
      !before.some((each) => isWord(each, item.key)),
  );
}

function counts({ figure }: FigureItem, key: string): boolean {
  return figure.readings.some((reading) => reading.unit === "count" && reading.of.includes(key));
}

/** The word that is said of the whole stands as its noun in the fact, with something between that narrows it. */
function nounFollows(items: readonly Item[], at: number, said: Item): boolean {
  const near = items.slice(at + 1, at + 4);
  return near.some((each) => each.kind === "word" && said.kind === "word" && each.key === said.key);
}
