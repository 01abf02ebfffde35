import type { SampledSound } from "../../aws/s3Prompts";
import { joined, sampledSound, samplesPerMs, wholeFrames } from "./frames";
import type { HeardBlock } from "./kvsFragments";

/** Blocks of any length become sounds of whole 20 ms, each sample once. */
export interface CallerSound {
  /** A new connection may bring again what has been heard. */
  reopen(): void;
  /** What is complete now; null where it is less than 20 ms. */
  add(block: HeardBlock): SampledSound | null;
}

/** Clocks of the producer and counting of samples may drift apart so far. */
const driftMs = 100;
/** A producer's time that is further from the call's start than this is no time of day but counts from the stream's beginning. */
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * @param startMs when the stream was turned on, for streams that are not dated by the time of day.
 */
export function callerSound(startMs: number): CallerSound {
  let shiftMs: number | null = null;
  /** Time of the next sample that comes in, by counting. Null after a connection was opened. */
  let nextMs: number | null = null;
  let heardUntilMs = Number.NEGATIVE_INFINITY;
  let rest = new Int16Array(0);

  return {
    reopen() {
      nextMs = null;
    },
    add({ atMs, pcm }) {
      shiftMs ??= Math.abs(atMs - startMs) > dayMs ? startMs - atMs : 0;
      const datedMs = atMs + shiftMs;
      if (nextMs === null || Math.abs(datedMs - nextMs) > driftMs) nextMs = datedMs;
      const restStartMs = heardUntilMs;
      const isNext = Math.abs(nextMs - (restStartMs + rest.length / samplesPerMs)) <= driftMs;
      const blockMs = nextMs;
      nextMs += pcm.length / samplesPerMs;
      if (!isNext && blockMs < restStartMs) {
        // Heard before the connection broke.
        const known = Math.round((restStartMs + rest.length / samplesPerMs - blockMs) * samplesPerMs);
        return cut(known >= pcm.length ? new Int16Array(0) : pcm.subarray(known), restStartMs);
      }
      if (isNext) return cut(pcm, restStartMs);
      rest = new Int16Array(0);
      return cut(pcm, blockMs);
    },
  };

  function cut(pcm: Int16Array, fromMs: number): SampledSound | null {
    const samples = joined([rest, pcm]);
    const whole = wholeFrames(samples.length);
    rest = samples.slice(whole);
    heardUntilMs = fromMs + whole / samplesPerMs;
    return whole === 0 ? null : sampledSound(fromMs, samples.slice(0, whole));
  }
}
