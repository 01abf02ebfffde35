import type { CallOutcome } from "./callOutcome";
import type { Booking, Ending, ToolName, ToolRun } from "./callRecord";
import type { TransferOutcome } from "./callStore";
import { localTime } from "./hours";
import type { CostUsd } from "./prices";
import type { Route } from "./routing";

/**
 * A call as it is kept for its business: `calls/yyyy/mm/dd/<contactId>/record.json` in the files of a stack or of the local store.
 * Every text in it has passed `redact`; names and numbers of bookings are with the bookings alone.
 */
export interface KeptCall {
  readonly contactId: string;
  readonly business: string;
  /** The business's number, E.164. */
  readonly to: string;
  /** E.164; null where withheld. */
  readonly from: string | null;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly route: Route;
  readonly outcome: CallOutcome;
  /** How the agent saw the call's end; null where no agent took part. */
  readonly ending: Ending | null;
  readonly turns: readonly KeptTurn[];
  readonly tools: readonly ToolRun[];
  readonly bookings: readonly KeptBooking[];
  /** Null where nobody was wanted; its outcome is closed where there is nobody to call, null where the caller did not wait for it. */
  readonly transfer: {
    readonly outcome: TransferOutcome | "closed" | null;
    readonly reason: string;
    readonly summary: string;
  } | null;
  readonly hasVoicemail: boolean;
  /** What the caller was told of the recording, and when they had heard it; null where they were not. */
  readonly consent: { readonly at: string; readonly wording: string } | null;
  /** Faults met and what was done about them; ms from the start. */
  readonly errors: readonly {
    readonly atMs: number;
    readonly service: string;
    readonly what: string;
    readonly did: string;
  }[];
  readonly costUsd: CostUsd;
  /** What led the call; null where no agent took part. */
  readonly versions: CallVersions | null;
}

export interface KeptTurn {
  readonly index: number;
  readonly caller: string;
  readonly tool: ToolName | null;
  readonly facts: readonly string[];
  readonly said: string;
  readonly heard: string;
  readonly interrupted: boolean;
  readonly blocked: { readonly clause: string; readonly why: string } | null;
  readonly filler: string | null;
  /** At the agent's end of the line; null where the turn answered no sound. */
  readonly latencyMs: {
    readonly listen: number;
    readonly think: number;
    readonly speak: number;
    readonly total: number;
  } | null;
}

export type KeptBooking = Pick<Booking, "service" | "start" | "key" | "confirmation">;

/** What decides how an agent answers. */
export interface CallVersions {
  /** A hash of the knowledge in force. */
  readonly knowledge: string;
  readonly model: string;
  /** A hash of the program that leads calls. */
  readonly code: string;
}

/** Where a call is kept: by the day on which it began where the business is. */
export function folderOfCall(contactId: string, startedAtMs: number, timezone: string): string {
  const { date } = localTime(startedAtMs, timezone);
  return `${callsFolder}${date.replaceAll("-", "/")}/${contactId}/`;
}

export const callsFolder = "calls/";
export const keptCallFile = "record.json";

/** The contact id in the key of a kept call's record; null where it is none. */
export function contactOfKey(key: string): string | null {
  return /^calls\/\d{4}\/\d{2}\/\d{2}\/([^/]+)\/record\.json$/.exec(key)?.[1] ?? null;
}
