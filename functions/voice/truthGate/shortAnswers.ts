import type { Lexicon } from "./lexicon";
import type { Item, Sentence } from "./readText";
import { partsOf } from "./segments";
import { type Statement, statementOf } from "./statement";

/** What an answer leaves to its question, or to the sentence before. */

/** "Cancel 24 hours before. Later than that, the lesson is charged": it is charged less than 24 hours before. */
export function laterStatements(answer: readonly Sentence[], { vocabulary }: Lexicon): Statement[] {
  return answer.flatMap((sentence, at): Statement[] => {
    const isLater = vocabulary.figures.afterThat.some((words) => sentence.plain.startsWith(words));
    const before = answer[at - 1]?.items ?? [];
    const limit = before.findIndex((item) => item.kind === "figure" && item.figure.isNotice === true);
    const [figure, word] = before.slice(limit, limit + 2);
    if (isLater && limit < 0) return afterwards(before, sentence.items);
    if (!isLater || limit < 0 || figure?.kind !== "figure" || word === undefined) return [];
    const short: Item = { ...figure, figure: { ...figure.figure, bound: "lessThan" } };
    const rest = sentence.items.map((item) => ({ ...item, pause: "" }));
    return [statementOf([short, word, ...rest], { price: null, isList: false })];
  });
}

/** "Free until 6 pm the day before. After that it's $35": it is $35 after six. */
function afterwards(before: readonly Item[], rest: readonly Item[]): Statement[] {
  const untilAt = before.findIndex((item) => item.kind === "word" && item.key === "until");
  const limit = before.slice(untilAt + 1);
  const end = limit.findIndex((item, at) => item.kind !== "figure" || (at > 0 && item.pause !== ""));
  const until = before[untilAt];
  if (until?.kind !== "word" || end === 0 || limit.length === 0) return [];
  const after: Item = { ...until, text: "after", key: "after", pause: "" };
  const figures = limit.slice(0, end < 0 ? undefined : end);
  const said = rest.map((item) => ({ ...item, pause: "" }));
  return [statementOf([after, ...figures, ...said], { price: null, isList: false })];
}

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
