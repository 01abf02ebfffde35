import { type Callers, memoryOf, type RememberedCall } from "../../functions/shared/callers";

const dayMs = 24 * 60 * 60 * 1_000;

/** Callers in this process. */
export function memoryCallers(keptDays: number): Callers {
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
  };
}
