import type { Fact } from "../functions/shared/knowledge";
import type { TurnReport } from "./report";

/**
 * How far the model's replies are as the prompt asks for them: short, the answer first, with contractions. It is measured and nothing
 * is done about it: a longer reply is spoken whole. Turns are named by their index.
 */
export interface ReplyStyle {
  /** The model's answers; what the program words is none of them. */
  readonly replies: number;
  /** 0 where there are no replies. */
  readonly averageWords: number;
  readonly longestWords: number;
  /** Of 20 words or more. */
  readonly longTurns: readonly number[];
  /** The answer comes later than in the first eight words. */
  readonly lateAnswerTurns: readonly number[];
  /** Written out what people contract as they speak; looked for in English alone. */
  readonly uncontractedTurns: readonly number[];
}

const mostWords = 19;
const answerWithinWords = 8;
/** Shorter words stand in every sentence. */
const leastLetters = 4;
const uncontracted =
  /\b(?:(?:it|that|there|what|he|she) is|(?:we|you|they) (?:are|will|have)|i (?:am|will|have)|(?:do|does|did|is|are|was|would|could|should|will|has|have) not|cannot)\b(?=\s+\S)/i;

/**
 * @param facts what could be cited.
 * @param languages of the business, BCP 47.
 */
export function replyStyle(
  turns: readonly TurnReport[],
  facts: readonly Fact[],
  languages: readonly string[],
): ReplyStyle {
  const replies = turns.filter(
    ({ tool, said, blocked }) => tool === "answer_from_knowledge" && said !== "" && blocked === null,
  );
  const lengths = replies.map(({ said }) => wordsOf(said).length);
  const isEnglish = languages.every((language) => language.startsWith("en"));
  const indices = (isSo: (turn: TurnReport) => boolean) => replies.filter(isSo).map(({ index }) => index);
  return {
    replies: replies.length,
    averageWords: replies.length === 0 ? 0 : rounded(lengths.reduce((sum, words) => sum + words, 0) / replies.length),
    longestWords: Math.max(0, ...lengths),
    longTurns: indices(({ said }) => wordsOf(said).length > mostWords),
    lateAnswerTurns: indices((turn) => isLate(turn, facts)),
    uncontractedTurns: isEnglish ? indices(({ said }) => uncontracted.test(said)) : [],
  };
}

/** Nothing of the first words stands in the facts, and what the caller asked with is no answer. */
function isLate({ caller, said, facts: cited }: TurnReport, facts: readonly Fact[]): boolean {
  const answers = new Set(facts.filter(({ id }) => cited.includes(id)).flatMap(({ text }) => telling(text)));
  if (answers.size === 0) return false;
  const asked = new Set(telling(caller));
  const first = wordsOf(said).slice(0, answerWithinWords);
  if (/^(?:yes|no|oui|non|sí|ja|nein)$/i.test(bare(first[0] ?? ""))) return false;
  return !first.some((word) => telling(word).some((each) => answers.has(each) && !asked.has(each)));
}

/** Figures, and words that are long enough to mean something. */
function telling(text: string): readonly string[] {
  return wordsOf(text)
    .map(bare)
    .filter((word) => /\d/.test(word) || word.length >= leastLetters);
}

function bare(word: string): string {
  return word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
}

function rounded(words: number): number {
  return Math.round(words * 10) / 10;
}

/** As a line for a person; null where there are no replies. */
export function styleLine(style: ReplyStyle): string | null {
  if (style.replies === 0) return null;
  const { replies, averageWords, longestWords, longTurns, lateAnswerTurns, uncontractedTurns } = style;
  const inTurns = (what: string, turns: readonly number[]) =>
    turns.length === 0 ? [] : [`${what} in turn ${turns.join(", ")}`];
  return [
    `${replies} ${replies === 1 ? "reply" : "replies"} of ${averageWords} words on average, ${longestWords} at most`,
    ...inTurns("20 words or more", longTurns),
    ...inTurns("the answer late", lateAnswerTurns),
    ...inTurns("not contracted", uncontractedTurns),
  ].join("; ");
}
