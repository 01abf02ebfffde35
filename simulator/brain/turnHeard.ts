import type { Fact } from "../../functions/shared/knowledge";
import type { BrainRequest } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { bookInputOf, type Draft } from "./booking";
import type { Heard, Listening } from "./hear";
import type { Language } from "./language";
import { plain, strip, tokensOf } from "./plainText";
import type { Before } from "./understand";
import type { Answer, Source } from "./wording";

/** Everything that a decision is made of. */
export interface TurnHeard {
  readonly request: BrainRequest;
  readonly listening: Listening;
  readonly heard: Heard;
  readonly facts: readonly Fact[];
  readonly draft: Draft | null;
  readonly before: Before;
}

/** What answers are worded from. */
export function sourceOf({ listening: { knowledge, language, now }, facts }: TurnHeard): Source {
  return { knowledge, language, now, facts };
}

/** The caller asks something, whatever it is. */
export function isQuestion({ heard: { text, said }, listening }: TurnHeard): boolean {
  return said.includes("?") || listening.language.cues.isQuestion.test(text);
}

/** Nothing is said but words that say nothing, and thanks. */
export function isEmpty(text: string, language: Language): boolean {
  return tokensOf(plain(text, language), language).filter(({ word }) => !language.cues.thanks.test(word)).length === 0;
}

/** "No, thank you": a no that wants nothing more. */
export function isNoThanks({ heard: { text }, listening: { language } }: TurnHeard): boolean {
  const { no, thanks } = language.cues;
  return no.test(text) && thanks.test(text) && isEmpty(strip(text, no), language);
}

/** An answer that rests on its facts. */
export function answered({ facts, reply }: Answer): ToolCall {
  return { tool: "answer_from_knowledge", input: { facts, sure: true, reply } };
}

/** A clarifying question, or words that claim nothing. */
export function ask(reply: string): ToolCall {
  return answered({ facts: [], reply });
}

/** The appointment as far as it is known, and the question for what is missing. */
export function book(draft: Draft, { listening }: Pick<TurnHeard, "listening" | "heard">, confirmed = false): ToolCall {
  return { tool: "book_appointment", input: bookInputOf(draft, listening, confirmed) };
}

/** A person takes over. */
export function transfer(reason: string, reply: string): ToolCall {
  return { tool: "transfer_to_human", input: { reason, reply } };
}
