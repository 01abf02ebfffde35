import type { Evidence, Statement } from "./evidence";
import { type Figure, follows } from "./figure";
import { bindingKeys } from "./lexicon";
import type { FigureItem, Item, WordItem } from "./readText";

/** Words that bind others together and claim nothing themselves. */
const grammar = new Set([
  "not",
  "and",
  "or",
  "but",
  "if",
  "from",
  "to",
  "at",
  "again",
  "between",
  "roughly",
  "exactly",
]);

/** The words by which a sentence says what it is about before it says it: `for a cut, ...`. */
export function openerOf(items: readonly Item[]): readonly string[] {
  const [first] = items;
  if (first?.kind !== "word" || !first.isAbout) return [];
  const end = items.findIndex(({ pause }, index) => index > 0 && /,/.test(pause));
  const head = items.slice(0, end < 0 ? 0 : end);
  if (head.some((item) => item.kind === "word" && (item.subject !== null || item.isCopula))) return [];
  return head.flatMap((item) => (item.kind === "word" && item.weight === "content" ? [item.key] : []));
}

/** A clause that only says what the sentence is about, and claims nothing: `in an emergency`. */
function isOpener({ segment }: Ask): boolean {
  const [first] = segment;
  if (first?.kind !== "word" || !first.isAbout) return false;
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
  const claims = ask.segment.filter((item) => isClaim(item, ask) && ask.given?.has(item) !== true);
  if (claims.length === 0) return { by: [], keys: new Set(), isAskedOnly: false, opener: [] };
  let best = { why: `${claims[0]?.text ?? ""} stands in no cited fact`, found: -1 };
  let asked: Support | null = null;
  for (const fact of evidence) {
    const isTopical = claims.every((item) => item.kind === "word" && fact.topic.has(item.key));
    for (const statement of fact.statements) {
      // What the question asks is settled by its yes or no, where the answer has one.
      if (isTopical && !statement.isDerived && fact.statements.some(({ isDerived }) => isDerived)) continue;
      const { missing, why, by, isOnTopicOnly } = compare(claims, ask, statement, fact);
      if (missing === null) {
        if (!isOnTopicOnly || isOpener(ask)) {
          const isAskedOnly = isTopical && fact.kind === "faq" && !statement.isDerived;
          const support: Support = {
            by,
            keys: new Set([...fact.topic, ...statement.words.keys()]),
            isAskedOnly,
            opener: openerOf(statement.items),
          };
          if (!isAskedOnly) return support;
          asked ??= support;
          continue;
        }
        if (best.found < by.length)
          best = { why: `${claims[0]?.text ?? ""} is not said by ${fact.id}`, found: by.length };
      } else if (best.found < by.length) best = { why, found: by.length };
    }
  }
  return asked ?? { why: best.why };
}

/** "and takes five minutes": a joint with a verb behind it begins another thing that is said. */
function isVerbNext(joint: Item, statement: Statement): boolean {
  const next = statement.items[statement.items.indexOf(joint) + 1];
  return (
    next?.kind === "word" && (next.isCopula || next.subject !== null || next.key === "duration" || next.key === "cost")
  );
}

/** Whether an item must stand in a fact. */
export function isClaim(item: Item, { known, isAsking }: Pick<Ask, "known" | "isAsking">): boolean {
  if (item.kind === "figure") return true;
  if (grammar.has(item.key) || item.weight === "neutral" || known.has(item.key) || known.has(item.text)) return false;
  return !(isAsking && item.weight === "askable");
}

interface Compared {
  readonly missing: Item | null;
  readonly why: string;
  readonly by: readonly string[];
  readonly isOnTopicOnly: boolean;
}

function compare(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): Compared {
  const by: string[] = [];
  let hasOwn = false;
  for (const item of claims) {
    const where =
      item.kind === "figure" ? whereFigure(item, ask, statement, fact) : whereWord(item, ask, statement, fact);
    if (where !== "own" && where !== "topic") return { missing: item, why: where.why, by, isOnTopicOnly: false };
    if (where === "own") hasOwn = true;
    by.push(item.kind === "word" ? item.key : item.text);
  }
  const fault = whyNotOfFact(claims, ask, statement, fact);
  if (fault !== null) return { missing: claims[0] ?? null, why: fault, by, isOnTopicOnly: false };
  const condition = missingCondition(claims, ask, statement, fact);
  if (condition !== null) return { missing: condition, why: `${condition.text} is left out`, by, isOnTopicOnly: false };
  return { missing: null, why: "", by, isOnTopicOnly: !hasOwn };
}

/** Words that turn what stands beside them: a question that has one says nothing. */
const operators = new Set(
  "before after only all more less extra included until except unless evenIf cheaper dearer need first".split(" "),
);

/** Of these the question's own order is lost when it is answered. */
const ordering = new Set(["before", "after", "until", "first"]);

/** What any service may be called beside its name. */
const genericNames = new Set(["visit", "appointment", "session", "treatment", "service"]);

/** What is wrong with a clause whose words all stand in a fact: it says them of something, or of somebody, else. */
function whyNotOfFact(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): string | null {
  const isOwn = (item: Item) =>
    item.kind === "figure" || item.key === "acceptable" || statement.words.has(item.key) || fact.kind === "service";
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
    (hasSubject(statement.items, "you") || hasSubject(statement.items, "they")) &&
    !hasSubject(statement.items, "we") &&
    !claims.some((item) => item.kind === "word" && item.key === "sell")
  )
    return `it is somebody else who does this in ${fact.id}`;
  if (isBothOfAChoice(ask, statement)) return `${fact.id} says one or the other`;
  return figureOfSomethingElse(claims, ask, statement, fact);
}

/** "A starter and a dessert", where the fact has one or the other. */
function isBothOfAChoice(ask: Ask, statement: Statement): boolean {
  const keys = (items: readonly Item[]) =>
    new Set(
      items.flatMap((item) =>
        item.kind === "word" && item.weight === "content" && !grammar.has(item.key) ? [item.key] : [],
      ),
    );
  const at = statement.items.findIndex((item) => item.kind === "word" && item.key === "or");
  if (at < 0 || ask.sentence.some((item) => item.kind === "word" && item.key === "or")) return false;
  const [left, right, said] = [
    keys(statement.items.slice(0, at)),
    keys(statement.items.slice(at + 1)),
    keys(ask.sentence),
  ];
  const from = [...statement.items.slice(0, at)].findLastIndex(({ pause }) => /[,;:]/.test(pause));
  const near = keys(statement.items.slice(Math.max(from, 0), at));
  const isOneSided = (key: string, own: ReadonlySet<string>, other: ReadonlySet<string>) =>
    said.has(key) && own.has(key) && !other.has(key);
  return (
    [...near].some((key) => isOneSided(key, left, right)) && [...right].some((key) => isOneSided(key, right, left))
  );
}

/** A figure of a list is said of what it stands beside: "originals free of charge, other papers for seven years". */
function figureOfSomethingElse(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): string | null {
  if (fact.kind !== "faq") return null;
  const parts = partsOf(statement.items);
  if (parts.length < 2) return null;
  const said = new Set(ask.sentence.flatMap((item) => (item.kind === "word" ? [item.key] : [])));
  for (const claim of claims) {
    if (claim.kind !== "figure") continue;
    const part = parts.find((items) =>
      items.some((item) => item.kind === "figure" && follows(claim.figure, item.figure)),
    );
    const own =
      part?.flatMap((item) =>
        item.kind === "word" && item.weight === "content" && !bindingKeys.has(item.key) ? [item.key] : [],
      ) ?? [];
    const isElsewhere = claims.some((item) => {
      if (item.kind !== "word" || item.weight !== "content" || bindingKeys.has(item.key) || own.includes(item.key))
        return false;
      const other = parts.find((items) => items.some((each) => each.kind === "word" && each.key === item.key));
      // What stands beside a figure of its own is said with that.
      const hasFigure = other?.some(
        (each) =>
          each.kind === "figure" &&
          ask.sentence.some((one) => one.kind === "figure" && follows(one.figure, each.figure)),
      );
      return other !== undefined && hasFigure !== true;
    });
    if (own.length > 0 && isElsewhere && !own.some((key) => said.has(key)))
      return `${claim.text} is said of something else in ${fact.id}`;
  }
  return null;
}

function partsOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last === undefined || /[,;:]/.test(item.pause)) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

type Where = "own" | "topic" | { readonly why: string };

function whereWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const own = statement.isDerived && ordering.has(item.key) ? undefined : statement.words.get(item.key);
  if (own !== undefined) {
    const fits = item.isFronted === true || (item.isNegated ? own.isDenied : own.isSaid);
    if (!fits) return { why: `${item.text} is said the other way round in ${fact.id}` };
    if (item.key === "only" && !isWholeList(item, ask, statement))
      return { why: `${item.text} leaves out something of ${fact.id}` };
    if (item.key === "all" && !isSameWhole(item, ask, statement))
      return { why: `${item.text} says more than ${fact.id}` };
    return "own";
  }
  if (fact.kind === "service" && genericNames.has(item.key) && !item.isNegated) return "topic";
  if (
    item.key === "all" &&
    statement.isList &&
    ask.segment.some((each) => each.kind === "word" && each.key === "included")
  )
    return "topic";
  if ((item.key === "included" || item.key === "cover") && !item.isNegated && isListed(item.key, ask, statement, fact))
    return "topic";
  if (item.key === "duration" || item.key === "cost") {
    const unit = item.key === "cost" ? ["money"] : ["minutes", "months"];
    if (ask.sentence.some((each) => each.kind === "figure" && each.figure.readings.some((r) => unit.includes(r.unit))))
      return "topic";
    if (item.key === "duration" && !statement.words.has("duration")) return "topic";
  }
  if (item.key === "both" && fact.called.includes("and")) return "topic";
  if (item.key === "only" && isBeforeExactPrice(item, ask)) return "topic";
  if (item.key === "fee" && statement.price !== null && !item.isNegated) return "topic";
  if (item.key === "included" && item.isNegated && statement.words.get("extra")?.isSaid === true) return "own";
  if (item.key === "extra" && statement.words.has("more") && !item.isNegated) return "topic";
  if (item.key === "need" && !fact.topic.has(item.key)) return "topic";
  if (fact.topic.has(item.key)) {
    if (operators.has(item.key)) return { why: `${item.text} stands in no cited fact` };
    const isOtherChoice = fact.alternatives.some(
      (pair) => pair.includes(item.key) && pair.some((key) => key !== item.key && statement.words.has(key)),
    );
    if (isOtherChoice) return { why: `${item.text} is not what ${fact.id} says it of` };
    const elsewhere = fact.statements.map(({ words }) => words.get(item.key)).filter((each) => each !== undefined);
    const isOther =
      elsewhere.length > 0 && !elsewhere.some(({ isSaid, isDenied }) => (item.isNegated ? isDenied : isSaid));
    if (isOther) return { why: `${item.text} is said the other way round in ${fact.id}` };
    if (item.isNegated && fact.kind === "service") return { why: `${item.text} is denied` };
    return fact.kind === "service" ? "own" : "topic";
  }
  if (item.key === "acceptable" && !item.isNegated) return "topic";
  if (item.isName && isNamedElsewhere(item, ask, fact)) return "topic";
  return { why: `${item.text} stands in no cited fact` };
}

/** "Our surgeon is Omar Siddiqui": the rest of a name that stands whole in another sentence of the fact. */
function isNamedElsewhere(item: WordItem, ask: Ask, fact: Evidence): boolean {
  const before = ask.segment[ask.segment.indexOf(item) - 1];
  if (before?.kind !== "word") return false;
  return fact.statements.some(({ items }) =>
    items.some((each, at) => {
      const next = items[at + 1];
      return each.kind === "word" && each.key === before.key && next?.kind === "word" && next.key === item.key;
    }),
  );
}

/** What a service is said to be made of is included in it, unless the fact itself speaks of that. */
function isListed(key: string, ask: Ask, statement: Statement, fact: Evidence): boolean {
  if (!statement.isList || fact.statements.some(({ words }) => words.has(key) || words.has("extra"))) return false;
  return ask.segment.some(
    (each) =>
      each.kind === "word" && each.weight !== "neutral" && statement.words.has(each.key) && !fact.topic.has(each.key),
  );
}

/** "Only dogs and cats" is false of "only dogs, cats and rabbits". */
function isWholeList(item: WordItem, ask: Ask, statement: Statement): boolean {
  const at = statement.items.findIndex((each) => each.kind === "word" && each.key === "only");
  const said = new Set(ask.sentence.flatMap((each) => (each.kind === "word" ? [each.key] : [])));
  void item;
  return statement.items
    .slice(at + 1)
    .every(
      (each) => each.kind === "figure" || each.weight !== "content" || grammar.has(each.key) || said.has(each.key),
    );
}

/** "all cards" says more than "all major cards". */
function isSameWhole(item: WordItem, ask: Ask, statement: Statement): boolean {
  const wordAfter = (items: readonly Item[], at: number) =>
    items.slice(at + 1).find((each) => each.kind === "figure" || each.weight !== "neutral");
  const at = ask.segment.indexOf(item);
  const isOfPronoun = ask.segment.slice(0, at).some((each) => each.kind === "word" && each.weight === "neutral");
  const said = wordAfter(ask.segment, at);
  return statement.items.some((each, index) => {
    if (each.kind !== "word" || each.key !== "all") return false;
    const meant = wordAfter(statement.items, index);
    // "All are admitted in New York, Ms. Ortega also in New Jersey": what all are ends at the pause.
    const part = partsOf(statement.items).find((items) => items.includes(each)) ?? [];
    const isNameElsewhere = ask.segment.some(
      (one) =>
        one.kind === "word" && one.isName && !part.some((other) => other.kind === "word" && other.key === one.key),
    );
    if (isNameElsewhere) return false;
    if (said?.kind === "figure" || meant?.kind === "figure")
      return said?.kind === "figure" && meant?.kind === "figure" && follows(said.figure, meant.figure);
    const isNamed = ask.segment.some((one) => one.kind === "word" && meant?.kind === "word" && one.key === meant.key);
    return (
      isNamed ||
      said === undefined ||
      (isOfPronoun && said.kind === "word" && said.key !== meant?.text && !nounFollows(statement.items, index, said))
    );
  });
}

/** The word that is said of the whole stands as its noun in the fact, with something between that narrows it. */
function nounFollows(items: readonly Item[], at: number, said: Item): boolean {
  const near = items.slice(at + 1, at + 4);
  return near.some((each) => each.kind === "word" && said.kind === "word" && each.key === said.key);
}

function isBeforeExactPrice(item: WordItem, ask: Ask): boolean {
  const next = ask.segment[ask.segment.indexOf(item) + 1];
  return (
    next?.kind === "figure" && next.figure.bound === "is" && next.figure.readings.some(({ unit }) => unit === "money")
  );
}

function whereFigure(item: FigureItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const found = statement.figures.filter(({ figure }) => follows(item.figure, figure));
  if (found.length === 0 && fact.asked.some((figure) => follows(item.figure, figure))) return "topic";
  if (found.length === 0) return { why: `${item.text} stands in no cited fact` };
  const said = found.filter(({ isNegated }) => isNegated === item.isNegated);
  if (said.length === 0) return { why: `${item.text} is said the other way round in ${fact.id}` };
  const isMoney = (figure: Figure) => figure.readings.some(({ unit }) => unit === "money");
  if (!said.some(({ figure }) => isMoney(figure))) return "own";
  const priced = said.filter(({ figure }) => isSamePer(item.figure, figure, ask, fact));
  if (priced.length === 0) return { why: `${item.text} is not for the same in ${fact.id}` };
  const isOnTop = ask.sentence.some((each) => each.kind === "word" && (each.key === "more" || each.key === "extra"));
  if (priced.every(({ figure }) => figure.isMore === true) && !isOnTop)
    return { why: `${item.text} comes on top in ${fact.id}` };
  if (statement.price !== null) {
    const words = new Set(ask.sentence.flatMap((each) => (each.kind === "word" ? [each.key] : [])));
    const left = statement.price.words.find((key) => !words.has(key) && !bounds.has(key));
    if (left !== undefined) return { why: `${item.text} is said without “${left}” of ${fact.id}` };
    const isWhole = statement.price.figures.every((figure) =>
      ask.sentence.some((each) => each.kind === "figure" && follows(each.figure, figure)),
    );
    if (!isWhole) return { why: `${item.text} is only a part of the price of ${fact.id}` };
  }
  return "own";
}

const bounds = new Set(["from", "startsAt", "atLeast", "atMost", "roughly"]);

/** A price for one of something stays one. */
function isSamePer(said: Figure, fact: Figure, ask: Ask, evidence: Evidence): boolean {
  if (said.per === fact.per) return true;
  if (said.per === null)
    return ask.sentence.some(
      (each) => each.kind === "word" && each.key === fact.per && fact.per !== null && isPerSaid(ask, fact.per),
    );
  if (fact.per === null) return evidence.topic.has(said.per);
  return false;
}

function isPerSaid(ask: Ask, per: string): boolean {
  const at = ask.sentence.findLastIndex((each) => each.kind === "word" && each.key === per);
  const before = ask.sentence[at - 1];
  const isBehind = ask.sentence.slice(0, at).some((each) => each.kind === "figure");
  return isBehind && before?.kind === "word" && before.weight === "neutral" && before.text !== "the";
}

const conditional = new Set(["free", "discount", "refund", "guarantee"]);

/**
 * What is free, or covered, only up to a figure is not said without it: the figures that stand in one clause of the fact with such
 * a word belong to it.
 */
function missingCondition(claims: readonly Item[], ask: Ask, statement: Statement, fact: Evidence): Item | null {
  const isHot = (item: Item) => item.kind === "word" && conditional.has(item.key);
  const hot = claims.find(isHot);
  if (hot === undefined || hot.kind !== "word") return null;
  // "Within 14 days, if no class has been taken": what something depends on is said with it.
  const ifAt = statement.items.findIndex(
    (item) => item.kind === "word" && (item.key === "if" || item.key === "unless"),
  );
  if (ifAt >= 0) {
    const condition = statement.items.slice(ifAt).filter((item) => item.kind === "figure" || item.weight === "content");
    const isSaid = condition.some((item) =>
      ask.sentence.some((each) =>
        each.kind === "word"
          ? item.kind === "word" && each.key === item.key && each.weight === "content"
          : item.kind === "figure" && follows(each.figure, item.figure),
      ),
    );
    if (condition.length > 0 && !isSaid) return condition[0] ?? null;
  }
  const at = statement.items.findIndex((item) => item.kind === "word" && item.key === hot.key);
  if (at < 0) return null;
  let [from, to] = [at, at];
  const isEnd = (item: Item | undefined) =>
    item === undefined ||
    /[,;:.!?…]/.test(item.pause) ||
    (item.kind === "word" && item.key === "and" && isVerbNext(item, statement));
  while (from > 0 && !isEnd(statement.items[from])) from -= 1;
  while (!isEnd(statement.items[to + 1])) to += 1;
  const clause = statement.items.slice(from, to + 1);
  // Of a service that has a price only what the fact says costs nothing.
  if (hot.key === "free" && fact.kind === "service") {
    const others = clause.filter((item) => item.kind === "word" && item.weight !== "neutral" && item.key !== "free");
    const isNamed = others.some(
      (item) =>
        item.kind === "word" &&
        !fact.topic.has(item.key) &&
        ask.sentence.some((each) => each.kind === "word" && each.key === item.key),
    );
    if (!isNamed) return hot;
  }
  // "Tell us within 24 hours, and we clean it again": what bounds it may stand before its clause.
  const limits = statement.items
    .slice(0, from)
    .filter(
      (item) => item.kind === "figure" && ["atLeast", "atMost", "lessThan", "moreThan"].includes(item.figure.bound),
    );
  const figures = [...limits, ...clause].filter((item): item is FigureItem => item.kind === "figure");
  return (
    figures.find(
      ({ figure }) => !ask.sentence.some((each) => each.kind === "figure" && follows(each.figure, figure)),
    ) ?? null
  );
}
