import type { Evidence } from "./evidence";
import type { Item, Sentence, WordItem } from "./readText";
import { type Statement, statementOf } from "./statement";
import type { Ask } from "./support";

/** What holds unless something is so, and so does not hold if it is. */

const isWord = (item: Item | undefined, key: string): boolean => item?.kind === "word" && item.key === key;

const isHeavy = (item: Item): boolean => item.kind === "figure" || (item.weight === "content" && item.key !== "not");

/** "We charge $50, unless you are ill": we do not charge if you are ill. */
export function unlessStatements(answer: readonly Sentence[]): Statement[] {
  return answer.flatMap(({ items }): Statement[] => {
    const at = items.findIndex((item) => isWord(item, "unless"));
    const unless = items[at];
    if (at < 1 || unless?.kind !== "word" || items.slice(0, at).some(({ isNegated }) => isNegated)) return [];
    const cut = items.slice(0, at).findLastIndex(({ pause }, index) => index > 0 && /[,;:]/.test(pause));
    const main = items.slice(Math.max(cut, 0), at).flatMap((item) => {
      if (item.kind === "figure") return [];
      const denied = { ...item, pause: "", isNegated: true };
      // What is not charged is free.
      return item.key === "cost" || item.key === "fee"
        ? [denied, { ...item, pause: "", text: "free", key: "free" }]
        : [denied];
    });
    const condition: Item[] = [{ ...unless, key: "if", text: "if", pause: "" }, ...items.slice(at + 1)];
    return [statementOf([...main, ...condition], { price: null, isList: false, isShort: true, isUnless: true })];
  });
}

const isIn = (item: Item, items: readonly Item[]): boolean =>
  item.kind === "word" && items.some((each) => isWord(each, item.key));

/** "It's $50 if you are ill", where it is so unless you are; "$50 unless you cancel", where it is unless you are ill. */
export function whyUnlessTurned(ask: Ask, statement: Statement, { id }: Evidence): string | null {
  const [first] = ask.segment;
  const at = statement.items.findIndex((item) => isWord(item, "unless"));
  if (first?.kind !== "word") return null;
  const own = ask.segment.filter(
    (item): item is WordItem => item.kind === "word" && item.weight !== "neutral" && !isJoint(item),
  );
  const others = ask.sentence.filter((item) => !ask.segment.includes(item) && isHeavy(item));
  if (first.key === "unless" && at >= 0 && own.length > 0) {
    const condition = statement.items.slice(at + 1);
    return own.some((item) => isIn(item, condition)) ? null : `${id} says it unless something else is so`;
  }
  if (statement.isUnless !== true) return null;
  const ifAt = statement.items.findIndex((item) => isWord(item, "if"));
  const [denied, condition] = [statement.items.slice(0, ifAt), statement.items.slice(ifAt + 1)];
  if (!ask.sentence.some((item) => isIn(item, condition.filter(isHeavy)))) return `${id} says it only in a case`;
  const isSaid = others.some((item) =>
    !item.isNegated && item.kind === "figure" ? isSum(item) : isDeniedIn(item, denied),
  );
  return first.key === "if" && isSaid ? `${id} says it of when it is not so` : null;
}

function isDeniedIn(item: Item, denied: readonly Item[]): boolean {
  return (
    !item.isNegated &&
    isIn(
      item,
      denied.filter(({ isNegated }) => isNegated),
    )
  );
}

function isJoint({ key }: WordItem): boolean {
  return key === "if" || key === "unless";
}

function isSum(item: Item): boolean {
  return item.kind === "figure" && item.figure.readings.some(({ unit }) => unit === "money" || unit === "percent");
}
