import type { Invariant } from "../invariant";

/** Longer than any timer of a conversation runs: the longest waits for the line to say that a long sentence is over. */
const longestTimerMs = 60_000;

/** Whatever happens, something is going to happen next. */
export const timers: Invariant = {
  name: "no state is without a timer",
  broken: ({ happened, finished }) =>
    happened.flatMap(({ conversation: { state, timers: set }, event }) => {
      if (state === "ended" || state === "transferring") return [];
      const dueMs = Math.min(...Object.values(set));
      if (dueMs <= event.atMs + longestTimerMs) return [];
      return [`${event.atMs - finished.startMs} ms: ${state} after ${event.type} has no timer`];
    }),
};
