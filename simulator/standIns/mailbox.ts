/** What one part of the program puts in, another takes out in order, waiting where there is nothing. */
export interface Mailbox<T> {
  put(item: T): void;
  /** Nothing more is to come; what is in it is still taken. */
  close(): void;
  fail(error: Error): void;
  /** For one taker. Ends quietly when `signal` is aborted. */
  take(signal: AbortSignal): AsyncIterable<T>;
}

export function mailbox<T>(): Mailbox<T> {
  const items: T[] = [];
  let isClosed = false;
  let failure: Error | null = null;
  let wake: (() => void) | null = null;
  const stir = () => {
    wake?.();
    wake = null;
  };
  return {
    put(item) {
      items.push(item);
      stir();
    },
    close() {
      isClosed = true;
      stir();
    },
    fail(error) {
      failure = error;
      stir();
    },
    async *take(signal) {
      signal.addEventListener("abort", stir, { once: true });
      for (;;) {
        while (items.length > 0 && !signal.aborted) yield items.shift() as T;
        if (signal.aborted) return;
        if (failure !== null) throw failure;
        if (isClosed) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
