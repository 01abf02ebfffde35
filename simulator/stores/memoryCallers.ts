import { type Callers, memoryOf, type RememberedCall } from "../../functions/shared/callers";

const dayMs = 24 * 60 * 60 * 1_000;

/** Callers in this process. */
export interface MemoryCallers extends Callers {
  /** Every call that is remembered, with its caller's number. */
  all(): readonly CallOfCaller[];
  forget(number: string): void;
}

export interface CallOfCaller {
  /** E.164. */
  readonly number: string;
  readonly call: RememberedCall;
}

export function memoryCallers(keptDays: number): MemoryCallers {
  const calls = new Map<string, Map<string, RememberedCall>>();
  return {
    async of(number, nowMs) {
      const kept = [...(calls.get(number)?.values() ?? [])]
        .filter(({ startedAtMs }) => startedAtMs + keptDays * dayMs > nowMs)
        .sort((a, b) => b.startedAtMs - a.startedAtMs);
      return memoryOf(kept);
    },
    async remember(number, call) {
      const known = calls.get(number) ?? new Map<string, RememberedCall>();
      calls.set(number, known.set(call.contactId, call));
    },
    all: () => [...calls].flatMap(([number, known]) => [...known.values()].map((call) => ({ number, call }))),
    forget: (number) => void calls.delete(number),
  };
}
