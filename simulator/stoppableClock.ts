import type { SimClock } from "./clock";

/** A clock whose timers can be forgotten all at once: what a call that is over still waits for keeps nobody waiting. */
export function stoppableClock(clock: SimClock): { readonly clock: SimClock; stop(): void } {
  const cancels = new Set<() => void>();
  return {
    clock: {
      ...clock,
      after(ms, act) {
        const cancel = clock.after(ms, () => {
          cancels.delete(forget);
          act();
        });
        const forget = () => {
          cancels.delete(forget);
          cancel();
        };
        cancels.add(forget);
        return forget;
      },
    },
    stop() {
      for (const forget of [...cancels]) forget();
    },
  };
}
