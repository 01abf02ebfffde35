import { give, prepareText } from "./speaking";
import type { Step } from "./state";
import { change, setTimer } from "./state";

/** What the agent says into the caller's silence: be patient, offer to call back, say goodbye. Only words start it anew. */
export function onSilenceTimer(step: Step): void {
  const { silence, state, call } = step.c;
  if (state !== "waiting" || !silence) return;
  const { waiting, offerCallback, farewell } = call.knowledge.say;
  const text = [waiting, offerCallback, farewell][silence.rung];
  if (text === undefined) return;
  prepareText(step, { turn: 0, kind: "aside", text, isOffer: silence.rung === 1 });
  give(step);
  const rung = silence.rung + 1;
  change(step, { silence: { ...silence, rung } });
  const nextMs = call.taking.silenceMs[rung];
  if (nextMs === undefined) change(step, { afterwards: { type: "end", ending: "silence" } });
  else setTimer(step, "silence", silence.sinceMs + nextMs);
}
