import { give, prepareText, typicalCharacterMs } from "./speaking";
import type { Step } from "./state";
import { change, setTimer } from "./state";

/** The longest that a sound puts a sentence off. */
const mostPatienceMs = 700;
const lookAgainMs = 50;
/** Of the way to an offer's first sample and the second in which the flow listens for a key after it, what may not be late. */
const offerMs = 1110;

/** What the agent says into the caller's silence: be patient, offer to call back, say goodbye. Only words start it anew. */
export function onSilenceTimer(step: Step): void {
  const { silence, state, call } = step.c;
  if (state !== "waiting" || !silence) return;
  // A sound may be words, which are known a little later: nobody likes to be told to take their time while they speak.
  const dueMs = silence.sinceMs + (call.taking.silenceMs[silence.rung] ?? 0);
  const { isSounding, turnedAtMs } = step.c.hearing;
  const mayBeWords = isSounding || step.atMs < turnedAtMs + call.taking.wordsLateMs;
  if (mayBeWords && step.atMs < dueMs + mostPatienceMs) return setTimer(step, "silence", step.atMs + lookAgainMs);
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
