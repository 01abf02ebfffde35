import type { Ask, Where } from "./ask";
import type { Evidence } from "./evidence";
import type { Figure } from "./figure";
import { isMoney, isWord } from "./itemKinds";
import { isListed } from "./listed";
import { keysOfPer } from "./readPer";
import type { Item, WordItem } from "./readText";
import type { Statement } from "./statement";

/** The words around a price: what is free, extra, included, and what one pays for. */

/** "It's included", "you pay $34 for it", "on top", "free of charge"; null for words that say nothing of a price, or do not follow. */
export function wherePriceWord(item: WordItem, ask: Ask, statement: Statement, fact: Evidence): Where | null {
  if ((item.key === "included" || item.key === "cover") && !item.isNegated && isListed(item.key, ask, statement, fact))
    return "topic";
  // "We don't charge for it" says that it is free.
  if (item.key === "cost" && item.isNegated && statement.words.get("free")?.isSaid !== true)
    return { why: `${item.text} is denied` };
  const hasSum = ask.sentence.some(isMoney);
  // "You pay $34 for it."
  if (item.key === "pay" && hasSum && !item.isNegated && (fact.kind === "service" || isPaid(statement))) return "topic";
  if (item.key === "sell" && hasSum && !item.isNegated && isSold(statement, fact)) return "own";
  // "Students pay 15 % less" is a discount.
  const isLessPercent =
    statement.words.get("less")?.isSaid === true &&
    statement.figures.some(({ figure }) => figure.readings.some(({ unit }) => unit === "percent"));
  if (item.key === "discount" && !item.isNegated && isLessPercent) return "own";
  const isExtra = statement.words.get("extra")?.isSaid === true || statement.words.get("included")?.isDenied === true;
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
  return null;
}

const givenBack: ReadonlySet<string> = new Set("refund discount off less return free save win deposit".split(" "));

/** "Each family pays $25", where a fact has the sum, and not that it is given back. */
function isPaid({ figures, words }: Statement): boolean {
  const isPrice = ({ readings }: Figure) => readings.some(({ unit }) => unit === "money");
  return (
    figures.some(({ figure, isNegated }) => isPrice(figure) && !isNegated) &&
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

/** "When a chair is free" is no price. */
export function isFreeOnlyIf({ sentence }: Ask, { items }: Statement): boolean {
  const isIf = (item: Item) => isWord(item, "if");
  if (sentence.some(isIf)) return false;
  return items.every((item, at) => {
    if (item.kind !== "word" || item.key !== "free") return true;
    const partAt = items.slice(0, at + 1).findLastIndex(({ pause }) => /[,;:.]/.test(pause));
    const part = items.slice(Math.max(partAt, 0), at);
    return part.some(isIf) && items[at - 1]?.kind === "word" && (items[at - 1] as WordItem).isCopula;
  });
}

/** "Le pot est en plus", where the fact has that it is not included. */
export function isExtraOfDenied({ segment }: Ask, { words }: Statement): boolean {
  const isExtra = segment.some(
    (item) => item.kind === "word" && !item.isNegated && (item.key === "extra" || item.key === "onTop"),
  );
  return isExtra && words.get("included")?.isDenied === true;
}

/** "Plus a deposit of $200", which has a price of its own in the fact. */
function isPricedApart({ segment }: Ask, { words, figures, price }: Statement): boolean {
  const isNamed = segment.some((item) => item.kind === "word" && item.weight === "content" && item.key !== "onTop");
  return price === null && isNamed && segment.some(isMoney) && figures.length > 0 && !words.has("included");
}
