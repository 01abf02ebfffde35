import type { CallOutcome } from "./callOutcome";

/**
 * What is remembered of callers for their next call: their name, and what their last calls came to. Nothing that they said, nothing
 * of callers who withheld their number, and nothing for longer than recordings are kept.
 */
export interface Callers {
  /** Null where nothing is remembered. */
  of(number: string, nowMs: number): Promise<CallerMemory | null>;
  /** Remembers a call once, however often it is told. */
  remember(number: string, call: RememberedCall): Promise<void>;
}

export interface CallerMemory {
  /** As they gave it for their last booking. */
  readonly name: string | null;
  /** The last ones, latest first. */
  readonly calls: readonly RememberedCall[];
}

export interface RememberedCall {
  readonly contactId: string;
  readonly startedAtMs: number;
  readonly outcome: CallOutcome;
  /** What was booked last in it; null where nothing was. */
  readonly booked: { readonly service: string; readonly start: string; readonly name: string } | null;
}

/** More are of no use to a conversation. */
export const mostRemembered = 5;

/** @param calls latest first. */
export function memoryOf(calls: readonly RememberedCall[]): CallerMemory | null {
  if (calls.length === 0) return null;
  const name = calls.find(({ booked }) => booked !== null)?.booked?.name ?? null;
  return { name, calls: calls.slice(0, mostRemembered) };
}
