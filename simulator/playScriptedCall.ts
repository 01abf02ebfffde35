import { createHash } from "node:crypto";
import type { Knowledge } from "../functions/shared/knowledge";
import type { PriceRule } from "../functions/voice/prompt";
import { playCaller } from "./caller";
import { virtualClock } from "./clock";
import type { Column } from "./connect/assumptions";
import type { FinishedCall } from "./makeReport";
import type { ScriptedCall } from "./scriptedCall";
import { type SimulatedCall, simulateCall } from "./simulateCall";
import type { BusinessStores } from "./stores/businessStores";
import { callVoices, type SoundKind } from "./voices";

/** What a command says of all the calls that it plays. */
export interface PlaySettings {
  readonly line: "flow" | "duplex";
  readonly column: Column;
  readonly seed: number;
  readonly decide: SimulatedCall["decide"];
  /** @default "grounded" */
  readonly prices?: PriceRule;
  /** @default "symbols" */
  readonly sounds?: SoundKind;
}

/**
 * Plays a scripted call on a virtual clock. The same call, settings and stores give the same report, whatever else is played.
 *
 * @param nth how often the very same call was played before with these stores: each is a call of its own.
 */
export async function playScriptedCall(
  call: ScriptedCall,
  knowledge: Knowledge,
  settings: PlaySettings,
  stores: BusinessStores,
  nth = 0,
): Promise<FinishedCall> {
  const simulated = simulatedCall(call, knowledge, settings, nth);
  const clock = virtualClock(call.startMs);
  const voices = callVoices(settings.sounds ?? "symbols", clock);
  return clock.run(
    simulateCall(simulated, { clock, voices, stores }, (phone, floor) =>
      playCaller(call.steps, phone, floor, clock, voices.caller),
    ),
  );
}

/** The call that a script describes. The same script and settings give the same call. */
export function simulatedCall(
  call: ScriptedCall,
  knowledge: Knowledge,
  settings: Pick<PlaySettings, "line" | "column" | "seed" | "decide" | "prices">,
  nth: number,
): SimulatedCall {
  const digest = createHash("sha256").update(`${settings.seed}\n${call.text}`).digest();
  return {
    contactId: contactIdOf(digest, nth),
    scenario: call.file,
    from: call.from,
    knowledge,
    prices: settings.prices ?? "grounded",
    line: settings.line,
    column: settings.column,
    seed: digest.readUInt32LE(0),
    delays: call.delays,
    faults: call.faults,
    brain: call.brain,
    person: call.person,
    decide: settings.decide,
  };
}

/** Shaped like the ids that Connect gives. */
function contactIdOf(digest: Buffer, nth: number): string {
  const hex = createHash("sha256").update(digest).update(String(nth)).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
