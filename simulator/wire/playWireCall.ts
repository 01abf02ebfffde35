import type { Knowledge } from "../../functions/shared/knowledge";
import { playCaller } from "../caller";
import { realClock } from "../clock";
import type { FinishedCall } from "../makeReport";
import { type PlaySettings, simulatedCall } from "../playScriptedCall";
import type { ScriptedCall } from "../scriptedCall";
import { type CallWatcher, simulateCall } from "../simulateCall";
import { stoppableClock } from "../stoppableClock";
import { businessStores } from "../stores/businessStores";
import { type CallVoices, callVoices } from "../voices";
import { wireGround } from "./wireGround";
import type { WireStack, WireWorld } from "./wireWorld";

/**
 * Plays a scripted call in real time, over the wire. What outlives the call is in the stack's tables.
 *
 * @param nth how often the very same call was played before with these tables: each is a call of its own.
 */
export async function playWireCall(
  call: ScriptedCall,
  knowledge: Knowledge,
  settings: Pick<PlaySettings, "column" | "seed" | "decide" | "prices">,
  world: WireWorld,
  stack: WireStack,
  nth = 0,
  watch: CallWatcher = () => undefined,
): Promise<FinishedCall> {
  await Promise.all([stack.warm(), rehearse(call)]);
  const { clock, stop } = stoppableClock(realClock(call.startMs));
  const voices: CallVoices = { caller: callVoices("samples", clock).caller, agent: world.agentVoice };
  try {
    return await simulateCall(
      simulatedCall(call, knowledge, { ...settings, line: "flow" }, nth),
      { clock, voices, stores: businessStores(), lay: wireGround(world, stack) },
      (phone, floor) => playCaller(call.steps, phone, floor, clock, voices.caller),
      watch,
    );
  } finally {
    stop();
  }
}

/** Voices take a moment for words that they have never said, and the caller's words are known. */
export async function rehearse({ steps }: Pick<ScriptedCall, "steps">): Promise<void> {
  const { caller } = callVoices("samples", realClock(0));
  for (const step of steps) {
    if (step.type === "says" || step.type === "interrupts") await caller.says(step.text);
    else if (step.type === "hums") await caller.hums(step.text);
  }
}
