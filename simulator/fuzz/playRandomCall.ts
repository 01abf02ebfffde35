import type { Conversation, ConversationEvent, Effect } from "../../functions/voice/state";
import type { CallerVoice } from "../caller";
import { playCaller } from "../caller";
import { virtualClock } from "../clock";
import { type FinishedCall, makeReport } from "../makeReport";
import { offlineModel } from "../offlineModel";
import type { PhoneNetwork } from "../phoneNetwork";
import type { CallReport } from "../report";
import { simulateCall } from "../simulateCall";
import { businessStores } from "../stores/businessStores";
import { callVoices } from "../voices";
import type { RandomCall } from "./randomCall";
import type { Disturbance } from "./randomCaller";

/** A call that was played, with all that can be known of it. */
export interface PlayedCall {
  readonly call: RandomCall;
  readonly finished: FinishedCall;
  readonly report: CallReport;
  /** Everything that happened inside the agent, oldest first; empty where no agent took part. */
  readonly happened: readonly Happened[];
  /** When the caller was asked to leave a message, ms since the epoch; null where they were not. */
  readonly messageFromMs: number | null;
}

/** One event and what the conversation made of it. */
export interface Happened {
  readonly event: ConversationEvent;
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
}

/** Plays a call on a virtual clock. The same call gives the same. */
export async function playRandomCall(call: RandomCall): Promise<PlayedCall> {
  const clock = virtualClock(call.startMs);
  const voices = callVoices("symbols", clock);
  const happened: Happened[] = [];
  let messageFromMs: number | null = null;
  const finished = await clock.run(
    simulateCall(
      {
        ...call,
        contactId: `00000000-0000-4000-8000-${call.seed.toString(16).padStart(12, "0")}`,
        scenario: null,
        decide: offlineModel,
      },
      { clock, voices, stores: businessStores() },
      (phone, floor) => {
        for (const { atMs, act } of call.disturbances) clock.after(atMs, () => void disturb(act, phone, voices.caller));
        return playCaller(call.steps, phone, floor, clock, voices.caller);
      },
      (seen) => {
        if (seen.type === "shown" && seen.state === "recording") messageFromMs ??= clock.now();
        if (seen.type !== "event") return;
        const { event, conversation, effects } = seen;
        happened.push({ event, conversation, effects });
      },
    ),
  );
  return { call, finished, report: makeReport(finished), happened, messageFromMs };
}

async function disturb(act: Disturbance["act"], phone: PhoneNetwork, voice: CallerVoice): Promise<void> {
  if (phone.endedAtMs() !== null) return;
  switch (act.type) {
    case "says":
      return void phone.callerSounds(await voice.says(act.text));
    case "coughs":
      return void phone.callerSounds(await voice.coughs(act.lengthMs));
    case "hums":
      return void phone.callerSounds(await voice.hums(act.text));
    case "presses":
      return phone.callerPresses(act.key);
    case "hangsUp":
      return phone.callerHangsUp();
  }
}
