import type { Ask } from "./ask";
import { isHeavy } from "./claims";
import { isListedDays } from "./daySupport";
import type { Evidence } from "./evidence";
import { follows } from "./figure";
import { isDay, isWord } from "./itemKinds";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";

/** What an "only" leaves out, and whether a fact leaves it out too. */

/** "Only dogs and cats" is false of "only dogs, cats and rabbits", and of "only on weekdays". */
export function isSameOnly(ask: Ask, statement: Statement, fact: Evidence): boolean {
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
export function isOfAnotherThing({ sentence, asked }: Ask, { items }: Statement, fact: Evidence): boolean {
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
          isInList(other.items, at),
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
export function isOnlyMeant(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): boolean {
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
  const isOfList = before.some((item, at) => item.kind === "word" && isSaid(item.key) && isInList(before, at));
  const isWhole = before.every((item) => item.kind === "word" && (!isHeavy(item) || isSaid(item.key)));
  return (isDenied || isContrast) && said.length > 0 && (!isOfList || isWhole);
}

/** One of several: a comma or a joint parts it from the next. */
function isInList(items: readonly Item[], at: number): boolean {
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
