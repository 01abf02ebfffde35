import type { Sound } from "../ports";

/** Which moment of the day each moment of a stream of sound was, also where the stream left something out. */
export interface StreamClock {
  add(sound: Pick<Sound, "startMs" | "durationMs">): void;
  /** Something that no caller said, to keep the stream alive. */
  addSilence(durationMs: number): void;
  /** Epoch milliseconds of a moment of the stream. */
  timeOf(offsetMs: number): number;
}

export function streamClock(): StreamClock {
  /** Where the stream jumps, oldest first. */
  let jumps: readonly { readonly offsetMs: number; readonly atMs: number }[] = [];
  let sentMs = 0;

  const timeOf = (offsetMs: number) => {
    const jump = jumps.findLast((each) => each.offsetMs <= offsetMs) ?? jumps[0] ?? { offsetMs: 0, atMs: 0 };
    return Math.round(jump.atMs + offsetMs - jump.offsetMs);
  };

  return {
    add({ startMs, durationMs }) {
      if (jumps.length === 0 || timeOf(sentMs) !== startMs) jumps = [...jumps, { offsetMs: sentMs, atMs: startMs }];
      sentMs += durationMs;
    },
    addSilence(durationMs) {
      sentMs += durationMs;
    },
    timeOf,
  };
}
