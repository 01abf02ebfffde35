import type { Knowledge } from "../../functions/shared/knowledge";
import { playCaller } from "../caller";
import { realClock } from "../clock";
import type { FinishedCall } from "../makeReport";
import { type PlaySettings, simulatedCall } from "../playScriptedCall";
import type { ScriptedCall } from "../scriptedCall";
import { type CallWatcher, simulateCall } from "../simulateCall";
import { businessStores } from "../stores/businessStores";
import { callVoices } from "../voices";
import { wireGround } from "./wireGround";
import type { WireWorld } from "./wireWorld";

/**
 * Plays a scripted call in real time, over the wire. What outlives the call is in the world's tables.
 *
 * @param nth how often the very same call was played before in this world: each is a call of its own.
 */
export async function playWireCall(
  call: ScriptedCall,
  knowledge: Knowledge,
  settings: Pick<PlaySettings, "column" | "seed" | "decide">,
  world: WireWorld,
  nth = 0,
  watch: CallWatcher = () => undefined,
): Promise<FinishedCall> {
  const stack = await world.stackOf(knowledge);
  await stack.warm();
  // Voices take a moment for words that they have never said, and the caller's words are known.
  const { caller } = callVoices("samples", realClock(0));
  for (const step of call.steps) {
    if (step.type === "says" || step.type === "interrupts") await caller.says(step.text);
    else if (step.type === "hums") await caller.hums(step.text);
  }
  const clock = realClock(call.startMs);
  const voices = callVoices("samples", clock);
  return simulateCall(
    simulatedCall(call, knowledge, { ...settings, line: "flow" }, nth),
    { clock, voices, stores: businessStores(), lay: wireGround(world, stack) },
    (phone, floor) => playCaller(call.steps, phone, floor, clock, voices.caller),
    watch,
  );
}
