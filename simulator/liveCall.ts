import type { Route } from "../functions/shared/routing";
import type { CallReport, TurnReport } from "./report";

/** A call under way that a person makes, e.g. from the phone page. */
export interface LiveCall {
  /** The caller speaks now; the words get a voice. */
  say(text: string): void;
  /** 20 ms of the caller's microphone, 8 kHz; left out where a call takes no microphone. */
  hear?(pcm: Int16Array): void;
  press(key: string): void;
  hangUp(): void;
  readonly ended: Promise<CallReport>;
}

/** What can be seen and heard of a call under way. Times are milliseconds from the answer. */
export type CallEvent =
  | { readonly type: "answered"; readonly contactId: string; readonly at: string }
  | { readonly type: "routed"; readonly route: Route; readonly reason: string }
  | { readonly type: "stateChanged"; readonly state: string; readonly atMs: number }
  /** From now on this sound is at the caller's ear; 8 kHz, null on the virtual clock. */
  | {
      readonly type: "agentSpoke";
      readonly text: string;
      readonly pcm: Int16Array | null;
      readonly atMs: number;
      readonly durationMs: number;
    }
  /** What was under way at the caller's ear is silent from now on. */
  | { readonly type: "agentStopped"; readonly atMs: number }
  /** `text` is empty where it came from a microphone: nobody knows the words yet. */
  | { readonly type: "callerSpoke"; readonly text: string; readonly pcm: Int16Array | null; readonly atMs: number }
  /** What the agent understood of the caller so far. */
  | { readonly type: "callerTranscribed"; readonly text: string; readonly isFinal: boolean; readonly atMs: number }
  | { readonly type: "turnEnded"; readonly turn: TurnReport }
  | { readonly type: "ended"; readonly report: CallReport };
