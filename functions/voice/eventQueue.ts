/** Values that are pushed by many and read by one, in order. Ends when it is closed and empty. */
export interface EventQueue<T> extends AsyncIterable<T> {
  push(value: T): void;
  close(): void;
}

export function eventQueue<T>(): EventQueue<T> {
  const values: T[] = [];
  let wake: (() => void) | null = null;
  let isClosed = false;
  return {
    push(value) {
      if (isClosed) return;
      values.push(value);
      wake?.();
    },
    close() {
      isClosed = true;
      wake?.();
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        while (values.length > 0) yield values.shift() as T;
        if (isClosed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        wake = null;
      }
    },
  };
}
