import type { Evidence } from "./evidence";
import { follows } from "./figure";
import type { Item, WordItem } from "./readText";
import { partsOf } from "./segments";
import type { Statement } from "./statement";
import type { Ask, Where } from "./support";

/** How a word of a clause stands in a statement. */

/** Words that bind others together and claim nothing themselves. */
export const grammar = new Set([
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

/** Words that turn what stands beside them: a question that has one says nothing. */
const operators = new Set(
  "before after only all more less extra included until except unless evenIf cheaper dearer need first".split(" "),
);

/** Of these the question's own order is lost when it is answered. */
const ordering = new Set(["before", "after", "until", "first"]);

/** What any service may be called beside its name. */
const genericNames = new Set(["visit", "appointment", "session", "treatment", "service"]);

export function whereWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where {
  const own = statement.isDerived && ordering.has(item.key) ? undefined : statement.words.get(item.key);
  if (own !== undefined) {
    const fits = item.isFronted === true || (item.isNegated ? own.isDenied : own.isSaid);
    if (!fits) return { why: `${item.text} is said the other way round in ${fact.id}` };
    if (item.key === "only" && !isWholeList(ask, statement))
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
function isWholeList(ask: Ask, statement: Statement): boolean {
  const at = statement.items.findIndex((each) => each.kind === "word" && each.key === "only");
  const said = new Set(ask.sentence.flatMap((each) => (each.kind === "word" ? [each.key] : [])));
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
