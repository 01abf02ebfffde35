import type { Ask } from "./ask";
import type { Evidence } from "./evidence";
import { isFigureOf, isWord } from "./itemKinds";
import type { Item, Sentence, WordItem } from "./readText";
import { type Statement, statementOf } from "./statement";

/** What holds unless something is so, and so does not hold if it is. */

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
  const saidAt = ask.segment.findIndex((item) => isWord(item, "unless"));
  const keysBehind = (items: readonly Item[]) =>
    items.filter((item): item is WordItem => item.kind === "word" && item.weight !== "neutral" && !isJoint(item));
  const condition = statement.items.slice(at + 1);
  if (saidAt >= 0) {
    const own = keysBehind(ask.segment.slice(saidAt));
    const isSame = at < 0 || own.length === 0 || own.some((item) => isIn(item, condition));
    return isSame ? null : `${id} says it unless something else is so`;
  }
  const isIf = isWord(first, "if") && !keysBehind(ask.segment).some(({ isNegated }) => isNegated);
  const isOther = (item: Item) => !ask.segment.includes(item) || (isIf && !isIn(item, statement.items.slice(at + 1)));
  const others = ask.sentence.filter((item) => isOther(item) && isHeavy(item) && !item.isNegated);
  if (statement.isUnless === true) return whyUnlessDenied(ask, statement, others, isIf, id);
  // "If you are ill it's $50": so it is unless the caller is.
  const isOfCondition = at >= 0 && isIf && keysBehind(ask.segment).some((item) => isIn(item, condition));
  const main = statement.items.slice(0, Math.max(at, 0));
  const isSaid = others.some((item) => (item.kind === "figure" ? isAmount(item) : isIn(item, main)));
  return isOfCondition && isSaid ? `${id} says it of when it is not so` : null;
}

/** What is denied in a case is said with the case, and not said of it. */
function whyUnlessDenied(
  { sentence }: Ask,
  { items }: Statement,
  others: readonly Item[],
  isIf: boolean,
  id: string,
): string | null {
  const ifAt = items.findIndex((item) => isWord(item, "if"));
  const [denied, condition] = [items.slice(0, ifAt), items.slice(ifAt + 1)];
  if (!sentence.some((item) => isIn(item, condition.filter(isHeavy)))) return `${id} says it only in a case`;
  const isSaid = others.some((item) => (item.kind === "figure" ? isAmount(item) : isDeniedIn(item, denied)));
  return isIf && isSaid ? `${id} says it of when it is not so` : null;
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

function isAmount(item: Item): boolean {
  return isFigureOf(item, "money", "percent");
}
