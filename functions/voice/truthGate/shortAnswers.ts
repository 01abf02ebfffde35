import { isWord } from "./itemKinds";
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
    const isNo = isWord(last, "not");
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
    // "Do I need to book?" "Not for the range": there is the range, and only no need. "Can I bring my dog?" "Not inside" denies both.
    const isNeed = questioned.some((item) => isWord(item, "need"));
    const said = part.slice(1).map((item) => ({ ...item, isNegated: item.isNegated && !isNeed }));
    return [statementOf([...asked, ...said], { price: null, isList: false, isShort: true })];
  });
}

const referring =
  /^(?:send|refer|direct|point|recommend|suggest|envoyons|adressons|recommandons|schicken|überweisen|empfehlen|mandamos|enviamos|recomendamos)$/;

/** "Do you remove wisdom teeth?" "For lower ones we send you to a clinic": these we do not. */
export function referredElsewhere(questioned: readonly Item[], answer: readonly Sentence[]): Statement[] {
  return answer.flatMap(({ items }): Statement[] => {
    const [first] = items;
    const weAt = items.findIndex((item) => item.kind === "word" && item.subject === "we");
    const verb = items[weAt + 1];
    const you = items[weAt + 2];
    const isReferred = weAt > 1 && referring.test(verb?.text ?? "") && you?.kind === "word" && you.subject === "you";
    if (first?.kind !== "word" || !first.isAbout || !isReferred || items.some(({ isNegated }) => isNegated)) return [];
    const denied = [...questioned, ...items.slice(1, weAt)].map((item) => ({ ...item, isNegated: true }));
    return [statementOf(denied, { price: null, isList: false, isShort: true })];
  });
}
