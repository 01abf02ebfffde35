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
      /** A few words while the reply is awaited. @default false */
      readonly isFiller?: boolean;
    }
  /** The caller made a sound: the agent is held back until it is known whether they speak. */
  | { readonly type: "agentHeld"; readonly atMs: number }
  /** It was nothing: the agent goes on where it was held. */
  | { readonly type: "agentWentOn"; readonly atMs: number }
  /** The caller speaks: what was not heard is forgotten. */
  | { readonly type: "agentGaveWay"; readonly atMs: number }
  /** What was under way at the caller's ear is silent from now on. */
  | { readonly type: "agentStopped"; readonly atMs: number }
  /** `text` is empty where it came from a microphone: nobody knows the words yet. */
  | { readonly type: "callerSpoke"; readonly text: string; readonly pcm: Int16Array | null; readonly atMs: number }
  /** What the agent understood of the caller so far. */
  | { readonly type: "callerTranscribed"; readonly text: string; readonly isFinal: boolean; readonly atMs: number }
  | { readonly type: "turnEnded"; readonly turn: TurnReport }
  /** A message that went out when the call was over. */
  | { readonly type: "messageSent"; readonly to: string; readonly subject: string; readonly text: string }
  | { readonly type: "ended"; readonly report: CallReport };
