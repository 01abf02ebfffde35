import type { CallStart, CallStore } from "../shared/callStore";
import { type AudioStream, type ConnectEvent, callerNumber } from "../shared/connectEvent";
import type { VoiceCall } from "../shared/voiceCall";

export interface StartPorts {
  readonly clock: { now(): number };
  readonly calls: Pick<CallStore, "begin">;
  /** Starts the hot function for the call and does not wait for it. Safe to repeat: only one can take the call's lease. */
  readonly startVoice: (call: VoiceCall) => Promise<void>;
}

/** What the flow asks `nextAction` with first. */
export interface Started {
  readonly seq: "1";
  readonly waitedMs: "0";
}

/** Keeps how the call began and starts the agent. Throws where either failed; the flow then calls a person. */
export async function startCall(event: ConnectEvent, ports: StartPorts): Promise<Started> {
  const { ContactId: contactId, MediaStreams } = event.Details.ContactData;
  const start: CallStart = {
    from: callerNumber(event),
    startedAtMs: ports.clock.now(),
    stream: streamOf(MediaStreams?.Customer?.Audio ?? null),
  };
  await ports.calls.begin(contactId, start);
  await ports.startVoice({ contactId, ...start, successor: 0, before: null });
  return { seq: "1", waitedMs: "0" };
}

function streamOf(audio: AudioStream | null): CallStart["stream"] {
  if (audio === null) return null;
  return { arn: audio.StreamARN, startFragment: audio.StartFragmentNumber, startMs: Number(audio.StartTimestamp) };
}
