import type { Clock } from "../ports";

/**
 * The values of a stream, each of which must come within `limitMs` of the one before. Where one does not, `giveUp` is called and the
 * stream throws with `message`.
 */
export async function* withinTime<T>(
  source: AsyncIterable<T>,
  limitMs: number,
  message: string,
  clock: Clock,
  giveUp: () => void,
): AsyncIterable<T> {
  const values = source[Symbol.asyncIterator]();
  let isEnded = false;
  try {
    for (;;) {
      const next = await limited(values.next(), limitMs, message, clock);
      if (next.done) {
        isEnded = true;
        return;
      }
      yield next.value;
    }
  } catch (error) {
    isEnded = true;
    giveUp();
    throw error;
  } finally {
    // Whoever stops listening stops the source too; what comes of that concerns nobody any more.
    if (!isEnded) await values.return?.().catch(() => undefined);
  }
}

function limited<T>(coming: Promise<T>, limitMs: number, message: string, clock: Clock): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => reject(new Error(message)));
    coming.then(resolve, reject).finally(cancel);
  });
}
