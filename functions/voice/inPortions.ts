import type { Clock } from "./ports";

export interface Portions {
  readonly size: number;
  /** When the first is done, ms from now. */
  readonly afterMs: number;
}

const pauseMs = 10;

/**
 * Does something with all of a long list, a portion at a time, so that what is heard and said goes on meanwhile. The answer does what is
 * left at once, for whoever cannot wait.
 */
export function inPortions<T>(
  all: readonly T[],
  { size, afterMs }: Portions,
  act: (some: readonly T[]) => void,
  clock: Clock,
): () => void {
  let done = 0;
  let cancel: (() => void) | null = null;
  const next = () => {
    const some = all.slice(done, done + size);
    done += size;
    act(some);
    if (done < all.length) cancel = clock.after(pauseMs, next);
  };
  if (all.length > 0) cancel = clock.after(afterMs, next);
  return () => {
    cancel?.();
    if (done < all.length) act(all.slice(done));
    done = all.length;
  };
}
