import { withWhatIsLeftOut } from "./ellipsis";
import type { GroundsRead } from "./groundsRead";
import type { Item, Sentence } from "./readText";
import { segmentsOf, withDeadlines } from "./segments";

/** The clauses of a sentence, a yes or no at its head being one of its own. */
export function segmentsWithAnswer(sentence: Sentence, { lexicon, all }: GroundsRead): Item[][] {
  const names = all.map(({ called }) => called);
  return withWhatIsLeftOut(withDeadlines(segmentsOf(sentence.items, names))).flatMap((segment) => {
    const [first, ...rest] = segment;
    if (first?.kind !== "word" || rest.length === 0 || rest[0]?.pause !== "") return [segment];
    const { leadingAnswer, no, bareAssertion } = lexicon.vocabulary;
    // "No appointment needed" is no answer, "no you don't need one" is.
    const isClause = bareAssertion.test(plainOf(rest)) || (rest[0].kind === "word" && rest[0].subject !== null);
    const isAnswer = leadingAnswer.test(first.text) && (isClause || !no.test(first.text));
    return isAnswer ? [[first], rest] : [segment];
  });
}

export function plainOf(segment: readonly Item[]): string {
  return segment.map(({ text }) => text).join(" ");
}
