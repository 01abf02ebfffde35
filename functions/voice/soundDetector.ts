import type { Sound } from "./ports";

/** What the detector noticed. Times are milliseconds since the epoch. */
export type SoundEvent =
  /** `atMs`: when it was certain; `soundAtMs`: when the sound began. */
  | { readonly type: "callerSoundStarted"; readonly atMs: number; readonly soundAtMs: number }
  /** `atMs`: when it was certain; `soundAtMs`: when the last loud sound ended. */
  | { readonly type: "callerSoundStopped"; readonly atMs: number; readonly soundAtMs: number };

/** All that is remembered of a call's sound so far; made by `newSoundDetector`. */
export interface SoundDetector {
  readonly isSounding: boolean;
  /** How much sound has come in, which decides what still counts as the start of the call. */
  readonly heardMs: number;
  /** End of what has come in; null before the first sound. */
  readonly endMs: number | null;
  /** A running mean of the level, so that one odd frame does not move the floor. */
  readonly smoothDbfs: number;
  /** The lowest running mean of each half second, the current one last. */
  readonly lowsDbfs: readonly number[];
  /** How long it has been loud (while quiet) or quiet (while sounding). */
  readonly turningMs: number;
  /** Start of the loud run that may become a sound. */
  readonly onsetMs: number;
  /** End of the last loud frame. */
  readonly lastLoudMs: number;
}

const frameMs = 20;
/** At the start of a call the line itself clicks and settles. */
const ignoredMs = 100;
const onsetAfterMs = 40;
/** Longer than the closure of a "p" or "t" inside a word. */
const stoppedAfterMs = 80;
/** Over the noise floor: from here on a quiet line is loud, and down to here a loud one stays loud. */
const startMarginDb = 8;
const stayMarginDb = 5;
/** Below this nobody speaks; above it nothing is taken for line noise, so speech without any pause stays speech. */
const lowestFloorDbfs = -58;
const highestFloorDbfs = -29;
const lowEveryMs = 500;
const lowsKept = 4;

/** A detector that has heard nothing. */
export function newSoundDetector(): SoundDetector {
  return {
    isSounding: false,
    heardMs: 0,
    endMs: null,
    smoothDbfs: Number.NaN,
    lowsDbfs: [Number.POSITIVE_INFINITY],
    turningMs: 0,
    onsetMs: 0,
    lastLoudMs: 0,
  };
}

/**
 * Hears when the caller's side of the line becomes loud and when it becomes quiet again, from the levels alone. Sounds come
 * in order; what is missing between two of them counts as silence.
 *
 * A sound has started after 40 ms at 8 dB or more over the noise floor and has stopped after 80 ms at less than 5 dB over it.
 * The floor is the lowest level of the last two seconds: it follows steady noise up within that time and goes down at once.
 * The first 100 ms of a call never count.
 *
 * It does not know speech from a cough, a door or music: that is decided by the words that come or do not come. It does not
 * hear speech less than 5 dB over the noise, so in a noisy place the weak end of a word is cut off, and steady noise louder than
 * -24 dBFS counts as sound for good. It does not remove echo of the agent's own voice.
 */
export function detect(detector: SoundDetector, sound: Sound): [SoundDetector, SoundEvent[]] {
  const events: SoundEvent[] = [];
  let { isSounding, heardMs, smoothDbfs, turningMs, onsetMs, lastLoudMs } = detector;
  const lowsDbfs = [...detector.lowsDbfs];

  const missingMs = detector.endMs === null ? 0 : Math.max(0, sound.startMs - detector.endMs);
  if (isSounding && turningMs + missingMs >= stoppedAfterMs) {
    isSounding = false;
    events.push({ type: "callerSoundStopped", atMs: sound.startMs, soundAtMs: lastLoudMs });
  }
  if (missingMs > 0) turningMs = isSounding ? turningMs + missingMs : 0;

  for (const [index, level] of sound.levels.entries()) {
    const startMs = sound.startMs + index * frameMs;
    const endMs = startMs + frameMs;

    smoothDbfs = Number.isNaN(smoothDbfs) ? level : smoothDbfs + (level - smoothDbfs) / 4;
    if (heardMs > 0 && heardMs % lowEveryMs === 0) {
      lowsDbfs.push(Number.POSITIVE_INFINITY);
      if (lowsDbfs.length > lowsKept) lowsDbfs.shift();
    }
    const low = lowsDbfs.length - 1;
    lowsDbfs[low] = Math.min(lowsDbfs[low] ?? smoothDbfs, smoothDbfs);
    heardMs += frameMs;
    if (heardMs <= ignoredMs) continue;

    const floorDbfs = Math.min(Math.max(Math.min(...lowsDbfs), lowestFloorDbfs), highestFloorDbfs);
    const isStaying = isSounding || turningMs > 0;
    const isLoud = level >= floorDbfs + (isStaying ? stayMarginDb : startMarginDb);
    if (isLoud) {
      lastLoudMs = endMs;
      if (isSounding) {
        turningMs = 0;
        continue;
      }
      if (turningMs === 0) onsetMs = startMs;
      turningMs += frameMs;
      if (turningMs >= onsetAfterMs) {
        isSounding = true;
        turningMs = 0;
        events.push({ type: "callerSoundStarted", atMs: endMs, soundAtMs: onsetMs });
      }
      continue;
    }
    if (!isSounding) {
      turningMs = 0;
      continue;
    }
    turningMs += frameMs;
    if (turningMs >= stoppedAfterMs) {
      isSounding = false;
      turningMs = 0;
      events.push({ type: "callerSoundStopped", atMs: endMs, soundAtMs: lastLoudMs });
    }
  }
  const endMs = sound.startMs + sound.levels.length * frameMs;
  return [{ isSounding, heardMs, endMs, smoothDbfs, lowsDbfs, turningMs, onsetMs, lastLoudMs }, events];
}
