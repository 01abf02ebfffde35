/** A stream that is taken in at once and can be read from its start any number of times, also while it still comes in. */
export interface Replay<T> {
  read(): AsyncIterable<T>;
}

/** `source` is read whether or not anybody listens; an error of it reaches every reader. */
export function replay<T>(source: AsyncIterable<T>): Replay<T> {
  const values: T[] = [];
  const waiting = new Set<() => void>();
  let end: { readonly error: unknown } | null = null;
  const wakeAll = () => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  const take = async () => {
    try {
      for await (const value of source) {
        values.push(value);
        wakeAll();
      }
      end = { error: null };
    } catch (error) {
      end = { error };
    }
    wakeAll();
  };
  void take();
  return {
    async *read() {
      for (let at = 0; ; ) {
        while (at < values.length) yield values[at++] as T;
        if (end?.error) throw end.error;
        if (end) return;
        await new Promise<void>((resolve) => waiting.add(resolve));
      }
    },
  };
}
