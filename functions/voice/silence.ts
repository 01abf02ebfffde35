import { give, prepareText, typicalCharacterMs } from "./speaking";
import type { Step } from "./state";
import { change, setTimer } from "./state";

/** The longest that a sound puts a sentence off while it goes on, and once it is over. */
const mostPatienceMs = { sounding: 700, over: 100 } as const;
/** From the end of a sound, and from when that was known, to when its words are known. */
const wordsAfterMs = { sound: 230, known: 30 } as const;
const lookAgainMs = 50;
/** Of the way to an offer's first sample and the second in which the flow listens for a key after it, what may not be late. */
const offerMs = 1110;

/** What the agent says into the caller's silence: be patient, offer to call back, say goodbye. Only words start it anew. */
export function onSilenceTimer(step: Step): void {
  const { silence, state, call } = step.c;
  if (state !== "waiting" || !silence) return;
  // A sound may be words, which are known a little later: nobody likes to be told to take their time while they speak.
  const dueMs = silence.sinceMs + (call.taking.silenceMs[silence.rung] ?? 0);
  const untilMs = dueMs + latenessMs(step, dueMs);
  if (step.atMs < untilMs) return setTimer(step, "silence", Math.min(step.atMs + lookAgainMs, untilMs));
  const { waiting, offerCallback, farewell } = call.knowledge.say;
  const text = [waiting, offerCallback, farewell][silence.rung];
  if (text === undefined) return;
  const rung = silence.rung + 1;
  const nextMs = call.taking.silenceMs[rung];
  const roomMs = nextMs === undefined ? 0 : silence.sinceMs + nextMs - step.atMs;
  // After an offer the flow listens for a key, which is not to keep the next sentence waiting.
  const isOffer = text === offerCallback && roomMs >= text.length * typicalCharacterMs + offerMs;
  prepareText(step, { turn: 0, kind: "aside", text, isOffer });
  give(step);
  change(step, { silence: { ...silence, rung } });
  if (nextMs === undefined) change(step, { afterwards: { type: "end", ending: "silence" } });
  else setTimer(step, "silence", silence.sinceMs + nextMs);
}

/** How much later than due, at `dueMs`, a sentence is said because of the sound that was last heard. */
function latenessMs({ c }: Step, dueMs: number): number {
  const { isSounding, turnedAtMs, lastSoundMs } = c.hearing;
  if (isSounding) return mostPatienceMs.sounding;
  const knownAtMs = Math.min(lastSoundMs + wordsAfterMs.sound, dueMs + mostPatienceMs.over);
  return Math.max(knownAtMs, turnedAtMs + wordsAfterMs.known) - dueMs;
}
