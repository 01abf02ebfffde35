import type { Item, Sentence } from "./readText";
import { partsOf } from "./segments";
import { type Statement, statementOf } from "./statement";

/** What an answer leaves to its question. */

const mostWordsOfAShortAnswer = 10;

/** "Tablets sí. Laptops y consolas no.": what the question asks is said, or denied, of what the answer names. */
export function shortAnswers(questioned: readonly Item[], answers: readonly Statement[]): Statement[] {
  const short = answers.filter(({ items, isDerived }) => {
    const last = items.at(-1);
    const isYesOrNo = last?.kind === "word" && (last.key === "not" || last.key === "indeed");
    return !isDerived && isYesOrNo && items.length >= 2 && items.length <= mostWordsOfAShortAnswer;
  });
  // What an answer names for itself is not said by the others: "tablets" of "Do you repair tablets and laptops?"
  const isAnswered = (item: Item) =>
    item.kind === "word" && item.weight !== "neutral" && short.some(({ words }) => words.has(item.key));
  return short.map(({ items }) => {
    const last = items.at(-1);
    const isNo = last?.kind === "word" && last.key === "not";
    const asked = questioned.filter((item) => !isAnswered(item)).map((item) => ({ ...item, isNegated: isNo }));
    return statementOf([...asked, ...items], { price: null, isList: false, isShort: true });
  });
}

/** "Oui pour la couleur et le balayage.": what the question asks is said, or denied, of what stands behind the yes or no. */
export function ledAnswers(questioned: readonly Item[], answer: readonly Sentence[]): Statement[] {
  return answer.flatMap(({ items }) => {
    const [first, next] = items;
    const isYesOrNo = first?.kind === "word" && (first.key === "not" || first.key === "indeed");
    const isLed = isYesOrNo && next?.kind === "word" && (next.isAbout || next.key === "to") && next.pause === "";
    const [part = []] = partsOf(items);
    if (!isLed || part.length > mostWordsOfAShortAnswer) return [];
    const asked = questioned.map((item) => ({ ...item, isNegated: first.key === "not" }));
    // "Not for the range": of the range what is asked for is denied.
    const said = part.slice(1).map((item) => ({ ...item, isNegated: false }));
    return [statementOf([...asked, ...said], { price: null, isList: false, isShort: true })];
  });
}
