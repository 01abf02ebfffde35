import { flowLineTimes } from "../../shared/flowLineTimes";
import type { Speech } from "../ports";

/** What is to be done on the line, in order. */
export type Task =
  | {
      readonly type: "speech";
      readonly speech: Speech;
      uri: string | null;
      durationMs: number;
      isReady: boolean;
      isForgotten: boolean;
    }
  | { readonly type: "transfer"; readonly summary: string }
  | { readonly type: "end" };

export type SpeechTask = Extract<Task, { type: "speech" }>;

/** It plays a clause. */
export interface Playing {
  readonly type: "playing";
  readonly task: SpeechTask;
  readonly startsAtMs: number;
  readonly cancelStart: () => void;
  /** That the clause is over has been told. */
  isEnded: boolean;
}

/** What the flow is doing. */
export type Doing =
  /** Nothing was heard of it yet since `sinceMs`. */
  | { readonly type: "coming"; readonly sinceMs: number }
  /** It holds an ask that nobody has answered. */
  | { readonly type: "asking"; readonly seq: number }
  /** The answer is on its way to it. */
  | { readonly type: "beingTold"; readonly seq: number }
  | Playing
  | { readonly type: "transferring"; readonly sinceMs: number }
  /** Something short, without sound. */
  | { readonly type: "switching"; readonly sinceMs: number };

/** When the flow must have been heard of again, or nobody is there any more. */
export function expectedByMs(doing: Doing, seenAtMs: number): number {
  switch (doing.type) {
    case "playing": {
      const { durationMs, speech } = doing.task;
      // The length of what Connect says itself is guessed.
      return doing.startsAtMs + Math.max(durationMs, speech.text.length * 100) + flowLineTimes.goneAfterMs;
    }
    case "transferring":
      return doing.sinceMs + flowLineTimes.transferLimitSeconds * 1_000 + flowLineTimes.goneAfterMs;
    case "coming":
    case "switching":
      return doing.sinceMs + flowLineTimes.holdMs + flowLineTimes.goneAfterMs;
    default:
      return seenAtMs + flowLineTimes.holdMs + flowLineTimes.goneAfterMs;
  }
}

/** How soon the flow is looked after again: seldom while it waits for us, or plays what no key can cut short. */
export function lookAgainMs(doing: Doing, nowMs: number): number {
  if (doing.type === "asking") return flowLineTimes.pollSeldomMs;
  if (doing.type !== "playing" || doing.task.speech.isOffer) return flowLineTimes.pollEveryMs;
  const endsInMs = doing.startsAtMs + doing.task.durationMs - nowMs;
  return endsInMs > 2 * flowLineTimes.pollSeldomMs ? flowLineTimes.pollSeldomMs : flowLineTimes.pollEveryMs;
}
