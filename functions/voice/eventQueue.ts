/** Values that are pushed by many and taken by one, in order. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(value: T): void;
  /** Nothing more is to come; what is in it is still taken. */
  close(): void;
  /** What is in it is still taken, then whoever takes is thrown `error`. */
  fail(error: Error): void;
  /** Ends quietly when `signal` is aborted. */
  take(signal: AbortSignal): AsyncIterable<T>;
}

export function eventQueue<T>(): EventQueue<T> {
  const values: T[] = [];
  let wake: () => void = () => {};
  let isClosed = false;
  let failure: Error | null = null;

  async function* take(signal?: AbortSignal): AsyncGenerator<T> {
    const stir = () => wake();
    signal?.addEventListener("abort", stir, { once: true });
    try {
      for (;;) {
        while (values.length > 0 && !signal?.aborted) yield values.shift() as T;
        if (signal?.aborted) return;
        if (failure) throw failure;
        if (isClosed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    } finally {
      signal?.removeEventListener("abort", stir);
    }
  }

  return {
    push(value) {
      if (isClosed) return;
      values.push(value);
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    fail(error) {
      failure = error;
      wake();
    },
    take,
    [Symbol.asyncIterator]: () => take(),
  };
}
