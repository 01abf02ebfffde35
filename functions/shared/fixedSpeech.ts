import { clausesOf, partsOf } from "./clauses";
import type { Sentences } from "./knowledge";

/**
 * On the `flow` line a prompt cannot be stopped, so none lasts longer than about two seconds.
 * @see the rule of the contact flow's line: one clause of at most 2 s, at 60 ms a character.
 */
export const flowPartCharacters = 33;

/** The pieces in which a fixed text is spoken: its sentences, and on `flow` such parts of them as a prompt can hold. */
export function fixedPieces(text: string, grade: "duplex" | "flow"): string[] {
  const sentences = clausesOf(text, true, Number.POSITIVE_INFINITY).clauses;
  return grade === "duplex" ? sentences : sentences.flatMap((sentence) => partsOf(sentence, flowPartCharacters));
}

/**
 * Every piece that is spoken word for word in any call of a business, so that it can be made into sound when the business's
 * stack is deployed and costs a caller no waiting. The greeting is cut at its sentences only: every pause in it is a caller
 * who starts to speak.
 */
export function fixedSpeech(say: Sentences, grade: "duplex" | "flow"): string[] {
  const greeting = [say.greeting, say.recording].flatMap((text) => fixedPieces(text, "duplex"));
  const others = [say.transfer, say.waiting, say.offerCallback, say.farewell, ...say.fillers];
  return [...new Set([...greeting, ...others.flatMap((text) => fixedPieces(text, grade))])];
}
