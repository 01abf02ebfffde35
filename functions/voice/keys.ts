import { onCallerSaid, utterance } from "./hearing";
import type { Conversation, Step } from "./state";

/** Digits that are keyed in count as words of the caller, e.g. of a telephone number. */

const keySegment = "key/";
/** Who keys in a number is not longer at it for the next digit. */
const nextDigitMs = 3000;

/** Takes a digit as the caller's next word. */
export function keyIn(step: Step, digit: string): void {
  onCallerSaid(step, {
    segment: `${keySegment}${step.atMs}`,
    words: [{ text: digit, startMs: step.atMs, endMs: step.atMs, isStable: true }],
    isFinal: true,
  });
}

/** The caller's last word is a digit that was keyed in just now. */
export function isKeyingIn(c: Conversation, atMs: number): boolean {
  const last = utterance(c).at(-1);
  const isKey = c.hearing.segments.some(({ segment, words }) => segment.startsWith(keySegment) && words[0] === last);
  return last !== undefined && isKey && atMs - last.endMs <= nextDigitMs;
}
