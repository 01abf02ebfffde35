import { createHash } from "node:crypto";
import { fixedSpeech } from "./fixedSpeech";
import { flowTextsOf } from "./flowTexts";
import type { Knowledge } from "./knowledge";

/** A sentence that is known before anybody calls, and where its sound lies in the bucket of prompts. */
export interface FixedPrompt {
  readonly key: string;
  readonly text: string;
}

/** Prefix of the sounds that are made at deploy time and stay; everything else in the bucket is a call's and goes after a day. */
export const fixedPrefix = "fixed/";

/** Where the tone before a voicemail lies. */
export const toneKey = `${fixedPrefix}tone.wav`;

/**
 * Where a sentence lies as this voice says it. The key follows from both, so that a changed sentence never takes the place of one
 * that a call is playing, and whoever knows the sentence knows where it is.
 */
export function promptKey(text: string, voice: string): string {
  const hash = createHash("sha256")
    .update(JSON.stringify([voice, text]))
    .digest("hex")
    .slice(0, 32);
  return `${fixedPrefix}${hash}.wav`;
}

/**
 * Everything of a business that can be made into sound at deploy time, each once: what the flow says itself, and what the agent
 * says word for word, in the pieces in which it says it. Sentences with a name or a time to fill in cannot.
 */
export function fixedPromptsOf(knowledge: Pick<Knowledge, "business" | "say">, voice: string): readonly FixedPrompt[] {
  const { say } = knowledge;
  const texts = [...Object.values(flowTextsOf(knowledge)), ...fixedSpeech(say, "flow"), ...fixedSpeech(say, "duplex")];
  return [...new Set(texts)].map((text) => ({ key: promptKey(text, voice), text }));
}
