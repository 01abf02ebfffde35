/**
 * What a call leaves behind, as the conversation knows it. The hot function writes it when the call ends; the archive, the
 * owner's view and the simulator's report read it. All times are milliseconds since the epoch.
 */
export interface CallRecord {
  readonly contactId: string;
  readonly from: string | null;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly turns: readonly TurnRecord[];
  readonly tools: readonly ToolRun[];
  /** The last of `bookings`. */
  readonly booking: Booking | null;
  /** What was booked and not cancelled in this call, oldest first. */
  readonly bookings: readonly Booking[];
  /** Changes of bookings of which nobody knows whether they are stored: a person has to look. Left out: none. */
  readonly unanswered?: readonly UnansweredChange[];
  readonly transfer: { readonly reason: string; readonly summary: string } | null;
  /** Agreed with the caller: somebody is to call this number. Left out: nobody. */
  readonly callback?: Callback;
  /** Why the call ended, seen from the conversation. */
  readonly ending: Ending;
  readonly faults: readonly FaultMet[];
  readonly usage: Usage;
  readonly consent: Consent | null;
}

/** What the caller was told of the recording, and when they had heard it to its end. */
export interface Consent {
  readonly atMs: number;
  readonly wording: string;
}

export type ToolName = "answer_from_knowledge" | "book_appointment" | "transfer_to_human" | "end_call";

export interface TurnRecord {
  /** From 1. */
  readonly index: number;
  readonly caller: string;
  /** The model's choice; null where the model gave none. */
  readonly tool: ToolName | null;
  readonly facts: readonly string[];
  readonly said: string;
  readonly heard: string;
  readonly interrupted: boolean;
  readonly blocked: { readonly clause: string; readonly why: string } | null;
  readonly filler: string | null;
  /** The caller's last sound as our ear had it; null where the turn was no answer to sound (a key). */
  readonly callerEndedAtMs: number | null;
  /** When the turn was the agent's. */
  readonly decidedAtMs: number;
  /** When the first clause had passed the gate; null where nothing was said. */
  readonly clauseAtMs: number | null;
  /** When the reply's first audio was given to the line. */
  readonly audioAtMs: number | null;
}

export interface ToolRun {
  readonly name: ToolName;
  readonly status: "done" | "refused" | "failed";
  /** The same for the same booking; null for tools that change nothing. */
  readonly key: string | null;
}

export interface Booking {
  readonly service: string;
  /** Local time of the business, `2026-11-24T10:30`. */
  readonly start: string;
  readonly name: string;
  /** E.164; null where the caller withheld it. */
  readonly number: string | null;
  readonly key: string;
  readonly confirmation: "heard" | "message" | "person";
}

/** A number that the business is to call, E.164, and when that was agreed. */
export interface Callback {
  readonly number: string;
  readonly atMs: number;
}

/** A change of a booking that was asked for and never answered. */
export interface UnansweredChange {
  readonly change: "new" | "move" | "cancel";
  /** What was to stand; of one to be cancelled what stands. */
  readonly booking: Omit<Booking, "confirmation">;
}

export type Ending = "goodbye" | "silence" | "transferred" | "callerHungUp" | "failed";

export interface FaultMet {
  readonly atMs: number;
  readonly service: string;
  readonly what: string;
  /** What was done about it. */
  readonly did: string;
}

/** What was used of the services that are paid by use. */
export interface Usage {
  readonly transcribeMs: number;
  readonly inputTokens: number;
  readonly cachedTokens: number;
  readonly outputTokens: number;
  readonly spokenCharacters: number;
}
