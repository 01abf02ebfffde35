import type { Paces, Step } from "./state";
import { change } from "./state";

/** Older turns say nothing of now. */
const mostKept = 20;

/** Nothing was measured yet. */
export const noPaces: Paces = { think: [], book: [], transfer: [], leave: [], tool: [], speak: [] };

/** Remembers how long a stage took. */
export function keepPace(step: Step, stage: keyof Paces, tookMs: number): void {
  const { paces } = step.c;
  change(step, { paces: { ...paces, [stage]: [...paces[stage], Math.max(0, tookMs)].slice(-mostKept) } });
}

/** What a stage took at most, 19 times out of 20, in ms; null where it was never measured. */
export function usualPaceMs(measuredMs: readonly number[]): number | null {
  const sorted = [...measuredMs].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(0.95 * sorted.length) - 1)] ?? null;
}
