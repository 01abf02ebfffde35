import type { CallOutcome } from "../functions/shared/callOutcome";
import type { Booking, ToolName, ToolRun } from "../functions/shared/callRecord";
import type { Route } from "../functions/shared/routing";

/** What one simulated call came to. Times are milliseconds from the answer, at the caller's ear. */
export interface CallReport {
  readonly contactId: string;
  /** The scripted call's file as it was given; null for a call from the phone page. */
  readonly scenario: string | null;
  readonly route: Route;
  readonly outcome: CallOutcome;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly turns: readonly TurnReport[];
  readonly agentAudio: readonly Stretch[];
  readonly callerAudio: readonly Omit<Stretch, "cut">[];
  readonly tools: readonly ToolRun[];
  readonly booking: Booking | null;
  readonly voicemail: VoicemailReport | null;
  readonly transfer: TransferReport | null;
  readonly errors: readonly {
    readonly atMs: number;
    readonly service: string;
    readonly what: string;
    readonly did: string;
  }[];
  readonly costUsd: Readonly<
    Record<"total" | "transcribe" | "bedrock" | "polly" | "lambda" | "connect" | "other", number>
  >;
  readonly files: { readonly recording: string; readonly transcript: string; readonly page: string } | null;
}

export interface TurnReport {
  readonly index: number;
  readonly caller: string;
  readonly tool: ToolName | null;
  readonly facts: readonly string[];
  readonly said: string;
  readonly heard: string;
  readonly interrupted: boolean;
  readonly blocked: { readonly clause: string; readonly why: string } | null;
  readonly filler: string | null;
  readonly latencyMs: { listen: number; think: number; speak: number; line: number; total: number } | null;
}

/** One sentence or less. */
export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
  /** All of it, also where `cut`. */
  readonly text: string;
  readonly cut: boolean;
}

export interface VoicemailReport {
  readonly from: string | null;
  readonly durationMs: number;
  readonly text: string;
  readonly endedBy: "key" | "hangUp" | "limit";
  /** Where it is kept. */
  readonly recording: string;
}

export interface TransferReport {
  /** E.164; null where there is nobody to call. */
  readonly to: string | null;
  readonly outcome: "answered" | "noAnswer" | "failed" | "closed";
  readonly summary: string;
}
