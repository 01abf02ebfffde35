/** Events in the order in which they were pushed, for one reader. */
export interface EventQueue<T> {
  push(event: T): void;
  /** What was pushed before is still read; what comes after is forgotten. */
  close(): void;
  read(signal: AbortSignal): AsyncIterable<T>;
}

export function eventQueue<T>(): EventQueue<T> {
  const waiting: T[] = [];
  let isClosed = false;
  let wake = () => {};

  return {
    push(event) {
      if (!isClosed) waiting.push(event);
      wake();
    },
    close() {
      isClosed = true;
      wake();
    },
    async *read(signal) {
      const onAbort = () => wake();
      signal.addEventListener("abort", onAbort);
      try {
        while (!signal.aborted) {
          const event = waiting.shift();
          if (event !== undefined) yield event;
          else if (isClosed) return;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        signal.removeEventListener("abort", onAbort);
      }
    },
  };
}
