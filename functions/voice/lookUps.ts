import type { Clock } from "./ports";

/** Answers that are looked up, and kept for a while. */
export interface LookUps<T> {
  /** The kept answer, or the one that is on its way; else it is asked for. Rejects where the asking does. */
  of(key: string): Promise<T>;
  /** What was asked before now no longer counts: something has been written. */
  forget(): void;
}

/** How long what was looked up is good enough to speak of; whatever is written is checked again as it is written. */
export const keptForMs = 5 * 60_000;

/** A failure is kept for nobody: whoever comes next asks again. */
export function lookUps<T>(ask: (key: string) => Promise<T>, clock: Pick<Clock, "now">): LookUps<T> {
  const kept = new Map<string, { readonly atMs: number; readonly answer: Promise<T> }>();
  return {
    of(key) {
      const known = kept.get(key);
      if (known !== undefined && clock.now() - known.atMs < keptForMs) return known.answer;
      const answer = ask(key);
      const entry = { atMs: clock.now(), answer };
      kept.set(key, entry);
      answer.catch(() => {
        if (kept.get(key) === entry) kept.delete(key);
      });
      return answer;
    },
    forget: () => kept.clear(),
  };
}
