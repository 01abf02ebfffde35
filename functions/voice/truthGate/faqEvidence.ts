import type { Faq } from "../../shared/knowledge";
import { isBeyondLimit, laterStatements } from "./afterThat";
import { withoutFee } from "./besidePrices";
import { unlessStatements } from "./conditions";
import type { Evidence } from "./evidence";
import type { Figure } from "./figure";
import { isDay, isWord } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import { needlessIn } from "./needless";
import { type Item, readText, type Sentence } from "./readText";
import { partsOf } from "./segments";
import { ledAnswers, referredElsewhere, shortAnswers } from "./shortAnswers";
import { aboutOf, contentKeys, joinedStatements, statementOf } from "./statement";
import { idKeys } from "./topics";

/** What a question and its answer say. */

/** "Do you take cards?" "Yes, all but Amex.": each sentence of the answer, and what it says yes or no to. */
export function faqEvidence(id: string, faq: Faq, lexicon: Lexicon): Evidence {
  const question = readText(faq.question, lexicon);
  const answer = readText(faq.answer, lexicon);
  const topic = new Set([...contentKeys(question), ...idKeys(faq.id, lexicon)]);
  const statements = answer.map(({ items }, at) =>
    statementOf(items, {
      price: null,
      isList: false,
      ...aboutOf(items, answer[at - 1]?.items),
      ...(isBeyondLimit(answer, at, [], lexicon) && { isBeyondLimit: true as const }),
    }),
  );
  for (const { items } of answer) {
    const free = withoutFee(items);
    if (free !== null) statements.push(statementOf(free, { price: null, isList: false }));
  }
  statements.push(...joinedStatements(answer, false));
  statements.push(...laterStatements(answer, [], lexicon));
  const first =
    /^[^.!?,;:]*/
      .exec(answer[0]?.whole ?? "")?.[0]
      ?.replace(/[^\p{L}' ]+/gu, " ")
      .trim() ?? "";
  statements.push(...unlessStatements(answer));
  const { yes, no } = lexicon.vocabulary;
  const isOpen = lexicon.vocabulary.openQuestion.test(question.at(-1)?.whole ?? "");
  const told = statements.flatMap(({ words }) => [...words].filter(([key]) => topic.has(key)).map(([, how]) => how));
  const [saysYes, saysNo] = [yes.test(first), no.test(first)];
  const asks = contentKeys(question);
  const isTold =
    !isOpen &&
    !saysYes &&
    !saysNo &&
    asks.length > 0 &&
    // "Poles are included, boots are extra" does not tell that boots are included.
    statements.some(({ items }) =>
      partsOf(items).some((part) => asks.every((key) => part.some((item) => isWord(item, key)))),
    );
  const isNo = saysNo || (isTold && told.every(({ isSaid }) => !isSaid));
  const isYes = saysYes || (isTold && told.every(({ isDenied }) => !isDenied));
  if (isNo || isYes) {
    // What the question asks is said, or denied, by the answer.
    const asking = question.at(-1)?.items ?? [];
    const verbAt = asking.findIndex((item) => item.kind === "word" && (item.isCopula || item.subject !== null));
    // "Le devis est-il payant ?" "Non.": there is a quote, and of it something is denied.
    const isSubject = (item: Item, at: number) => at < verbAt && item.kind === "word" && item.weight !== "neutral";
    const questioned = isNo
      ? asking.flatMap((item, at) => [...(isSubject(item, at) ? [item] : []), { ...item, isNegated: true }])
      : asking;
    const derived = { price: null, isList: false, isDerived: true };
    statements.push(statementOf(questioned, derived));
    if (saysYes) statements.push(statementOf([...questioned, ...(answer[0]?.items ?? [])], derived));
  }
  if (!isOpen) statements.push(...shortAnswers(question.at(-1)?.items ?? [], statements));
  if (!isOpen) statements.push(...ledAnswers(question.at(-1)?.items ?? [], answer));
  if (!isOpen) statements.push(...referredElsewhere(question.at(-1)?.items ?? [], answer));
  // "Tell us by noon. Otherwise we charge $20": said in one breath with "unless".
  for (const [at, { items }] of answer.entries()) {
    const [first] = items;
    if (at > 0 && isWord(first, "otherwise"))
      statements.push(statementOf([...(answer[at - 1]?.items ?? []), ...items], { price: null, isList: false }));
  }
  const asked = question
    .flatMap(({ items }) => items)
    .filter(
      // "A deposit or any other fee".
      (item) => item.kind === "word" && item.key !== "any" && (item.weight !== "neutral" || item.key === "or"),
    );
  const alternatives = asked.flatMap((item, at): [string, string][] => {
    const [before, after] = [asked[at - 1], asked[at + 1]];
    const isOr = isWord(item, "or") && before?.kind === "word" && after?.kind === "word";
    return isOr ? [[before.key, after.key]] : [];
  });
  const presupposed = new Set(
    isOpen
      ? (question.at(-1)?.items ?? []).flatMap((item) => (item.kind === "word" && !item.isNegated ? [item.key] : []))
      : [],
  );
  return {
    id,
    kind: "faq",
    topic,
    name: [],
    called: [],
    alternatives,
    needless: needlessIn(answer),
    presupposed,
    asked: daysIn(question),
    statements,
  };
}

function daysIn(sentences: readonly Sentence[]): Figure[] {
  return sentences.flatMap(({ items }) => items.flatMap((item) => (isDay(item) ? [item.figure] : [])));
}
