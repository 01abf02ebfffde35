import type { SampledSound } from "../../aws/s3Prompts";
import { voiceActivity } from "../voiceActivity/voiceActivity";
import { joined, sampledSound, samplesPerMs, wholeFrames } from "./frames";
import type { HeardBlock } from "./kvsFragments";

/** The dates of two blocks that follow one another may be so far off the count of their samples. */
const jitterMs = 32;
/** Where more than this is missing, the sound has a gap. */
const gapMs = 100;
/** Blocks that are dated so far back are not heard again: the producer's clock was set. */
const clockSetMs = 60_000;
/** A date further from the call's start than this is no time of day: it counts from the stream's beginning. */
const dayMs = 24 * 60 * 60 * 1_000;

/**
 * Makes blocks of any length sounds of whole 20 ms, each sample once, also where a new connection brings some again. Null where
 * less than 20 ms are complete.
 *
 * @param startMs when the stream was turned on, for streams that are not dated by the time of day.
 */
export function callerSound(startMs: number): (block: HeardBlock) => SampledSound | null {
  const activity = voiceActivity();
  let shiftMs: number | null = null;
  /** End of what has come in, by its own date. */
  let datedEndMs = Number.NEGATIVE_INFINITY;
  /** Less than 20 ms, and when it began. */
  let rest = new Int16Array(0);
  let restMs = Number.NEGATIVE_INFINITY;

  return ({ atMs, pcm }) => {
    shiftMs ??= Math.abs(atMs - startMs) > dayMs ? startMs - atMs : 0;
    if (datedEndMs - (atMs + shiftMs) > clockSetMs) shiftMs = datedEndMs - atMs;
    const datedMs = atMs + shiftMs;
    const overlapMs = datedEndMs - datedMs;
    const known = overlapMs > jitterMs ? Math.min(Math.round(overlapMs * samplesPerMs), pcm.length) : 0;
    const fresh = pcm.subarray(known);
    if (fresh.length === 0) return null;
    datedEndMs = datedMs + pcm.length / samplesPerMs;

    const freshMs = datedMs + known / samplesPerMs;
    if (Math.abs(freshMs - (restMs + rest.length / samplesPerMs)) > gapMs) {
      rest = new Int16Array(0);
      restMs = freshMs;
    }
    const samples = joined([rest, fresh]);
    const whole = wholeFrames(samples.length);
    const soundMs = Math.round(restMs);
    rest = samples.slice(whole);
    restMs += whole / samplesPerMs;
    if (whole === 0) return null;
    const frames = samples.slice(0, whole);
    return { ...sampledSound(soundMs, frames), isVoice: activity.voiced(frames) };
  };
}
