import type { Clock } from "./ports";

/** A portion takes a few milliseconds, which no listener hears. */
const portion = 40;
const pauseMs = 10;

/**
 * Does something with all of a long list, a portion at a time, so that what is heard and said goes on meanwhile. The answer does what is
 * left at once, for whoever cannot wait.
 */
export function inPortions<T>(all: readonly T[], act: (some: readonly T[]) => void, clock: Clock): () => void {
  let done = 0;
  let cancel: (() => void) | null = null;
  const next = () => {
    act(all.slice(done, done + portion));
    done += portion;
    if (done < all.length) cancel = clock.after(pauseMs, next);
  };
  if (all.length > 0) cancel = clock.after(pauseMs, next);
  return () => {
    cancel?.();
    if (done < all.length) act(all.slice(done));
    done = all.length;
  };
}
