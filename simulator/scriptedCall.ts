import type { SimSound } from "./sound/simSound";

/** A call as somebody wrote it down: who calls when, what they do, and what the outside world does to the call. */
export interface ScriptedCall {
  /** The file as it was named on the command line. */
  readonly file: string;
  /** All of the file's bytes count for the call's seed. */
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  /** E.164, null where withheld. */
  readonly from: string | null;
  /** Path of the knowledge file, ready to open; null where the call names none. */
  readonly knowledge: string | null;
  readonly steps: readonly Step[];
  readonly brain: readonly BrainEntry[];
  readonly delays: Delays;
  readonly faults: readonly Fault[];
  readonly person: PersonAnswer;
  /** Any subset of the report. */
  readonly expect: Readonly<Record<string, unknown>> | null;
}

/** `afterMs` is null where it was left out; what it counts from is the step's own affair. */
export type Step =
  | { readonly type: "says"; readonly text: string; readonly afterMs: number | null }
  | { readonly type: "plays"; readonly sound: SimSound; readonly text: string; readonly afterMs: number | null }
  | { readonly type: "interrupts"; readonly text: string; readonly afterMs: number | null }
  | { readonly type: "coughs"; readonly lengthMs: number; readonly afterMs: number | null }
  | { readonly type: "hums"; readonly text: string; readonly afterMs: number | null }
  | { readonly type: "waits"; readonly forMs: number }
  | { readonly type: "presses"; readonly keys: string; readonly afterMs: number | null }
  /** `afterWordsMs`: that long after the caller's own last words; null: when the agent has finished. */
  | { readonly type: "hangsUp"; readonly afterWordsMs: number | null };

/** What the model answers instead of the offline brain. Nothing says that it is a good answer. */
export interface BrainEntry {
  readonly tool: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Milliseconds that the stand-ins take. */
export interface Delays {
  /** From a word's end to its report. */
  readonly transcribe: number;
  readonly brainFirstToken: number;
  readonly brainToken: number;
  readonly speakerFirstByte: number;
  readonly tool: number;
  /** One way, both ways. */
  readonly line: number;
  /** How late the ear gets a block of sound. */
  readonly kvs: number;
  /** From an answer of `nextAction` to the prompt's first sample. */
  readonly flowPrompt: number;
}

export const defaultDelays = {
  transcribe: 100,
  brainFirstToken: 400,
  brainToken: 10,
  speakerFirstByte: 200,
  tool: 50,
  line: 75,
  kvs: 0,
  flowPrompt: 350,
} as const satisfies Delays;

export const faultServices = [
  "transcribe",
  "bedrock",
  "polly",
  "kvs",
  "dynamodb",
  "s3",
  "s3vectors",
  "sfn",
  "sns",
  "line",
  "lambda",
] as const;
export type FaultService = (typeof faultServices)[number];

export const faultKinds = ["throttle", "error", "timeout", "drop", "garbage", "slow"] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  readonly service: FaultService;
  readonly fault: FaultKind;
  readonly when: FaultMoment;
}

export type FaultMoment =
  /** The Nth request of the call to the service, from 1, retries counted. */
  | { readonly type: "request"; readonly number: number }
  /** All requests while the caller's Nth utterance is answered. */
  | { readonly type: "utterance"; readonly number: number }
  /** The first request after that time of the call. */
  | { readonly type: "at"; readonly ms: number };

export const personAnswers = ["answered", "noAnswer", "failed"] as const;
/** What a transfer meets. */
export type PersonAnswer = (typeof personAnswers)[number];
