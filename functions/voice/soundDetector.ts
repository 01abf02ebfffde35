import type { Sound } from "./ports";

/** What the detector noticed. Times are milliseconds since the epoch. */
export type SoundEvent =
  /** `atMs`: when it was certain; `soundAtMs`: when the sound began. */
  | { readonly type: "callerSoundStarted"; readonly atMs: number; readonly soundAtMs: number }
  /** The first quiet 20 ms after sound: it may have stopped, or a word goes on in a moment. Times as below. */
  | { readonly type: "callerSoundPaused"; readonly atMs: number; readonly soundAtMs: number }
  /** `atMs`: when it was certain; `soundAtMs`: when the last loud sound ended. */
  | { readonly type: "callerSoundStopped"; readonly atMs: number; readonly soundAtMs: number };

/** All that is remembered of a call's sound so far; made by `newSoundDetector`. */
export interface SoundDetector {
  readonly isSounding: boolean;
  /** How much sound has come in, which decides what still counts as the start of the call. */
  readonly heardMs: number;
  /** End of what has come in; null before the first sound. */
  readonly endMs: number | null;
  /** The two lowest levels of each half second, the lowest first, the current half second last. */
  readonly lowsDbfs: readonly Lows[];
  /** The levels of the last 300 ms. */
  readonly recentDbfs: readonly number[];
  /** How long it has been loud (while quiet) or quiet (while sounding). */
  readonly turningMs: number;
  /** Start of the loud run that may become a sound. */
  readonly onsetMs: number;
  /** End of the last loud frame. */
  readonly lastLoudMs: number;
}

type Lows = readonly [lowest: number, second: number];

const frameMs = 20;
/** At the start of a call the line itself clicks and settles. */
const ignoredMs = 100;
const onsetAfterMs = 40;
/** Longer than the closure of a "p" or "t" inside a word. */
const stoppedAfterMs = 80;
/** Over the noise floor: from here on a quiet line is loud, and down to here a loud one stays loud. */
const startMarginDb = 10;
const stayMarginDb = 6;
/** Below this nobody speaks; above it nothing is taken for line noise, so speech without any pause stays speech. */
const lowestFloorDbfs = -58;
const highestFloorDbfs = -31;
const lowsEveryMs = 500;
const lowsKept = 4;
/** Nobody speaks, hums or breathes as evenly as this for as long as this; a telephone's loud voice is left alone. */
const steadyMs = 300;
const steadyRangeDb = 6;
const loudestSteadyDbfs = -28;
const noLows: Lows = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/** A detector that has heard nothing. */
export function newSoundDetector(): SoundDetector {
  return {
    isSounding: false,
    heardMs: 0,
    endMs: null,
    lowsDbfs: [noLows],
    recentDbfs: [],
    turningMs: 0,
    onsetMs: 0,
    lastLoudMs: 0,
  };
}

/**
 * Hears when the caller's side of the line becomes loud and when it becomes quiet again, from the levels, and where the
 * samples were looked at from what may be a voice in them. Sounds come in order; what is missing between two of them counts as
 * silence.
 *
 * A sound has started after 40 ms at 10 dB or more over the noise floor and has stopped after 80 ms at less than 6 dB over it.
 * The floor is the second lowest level of the last two seconds, 2 to 5 dB under the mean of a steady noise: it follows noise up
 * within that time and goes down at once, but not for a single lost frame. Noise that begins with the voice is known from its
 * evenness: after 300 ms within 6 dB it is the floor, and the sound before it has stopped where the evenness began.
 * The first 100 ms of a call never count.
 *
 * It does not know speech from a cough, a door or music: that is decided by the words that come or do not come; a detector that
 * knows the samples spares it clicks and hiss. It does not hear speech less than 3 dB over the noise, so in a noisy place the weak end of a word is cut off, and steady noise louder than
 * -27 dBFS counts as sound for good. It does not remove echo of the agent's own voice.
 */
export function detect(detector: SoundDetector, sound: Sound): [SoundDetector, SoundEvent[]] {
  const events: SoundEvent[] = [];
  let { isSounding, heardMs, turningMs, onsetMs, lastLoudMs } = detector;
  let lowsDbfs = [...detector.lowsDbfs];
  const recentDbfs = [...detector.recentDbfs];

  const missingMs = detector.endMs === null ? 0 : Math.max(0, sound.startMs - detector.endMs);
  if (isSounding && turningMs + missingMs >= stoppedAfterMs) {
    isSounding = false;
    events.push({ type: "callerSoundStopped", atMs: sound.startMs, soundAtMs: lastLoudMs });
  }
  if (missingMs > 0) turningMs = isSounding ? turningMs + missingMs : 0;

  for (const [index, level] of sound.levels.entries()) {
    const startMs = sound.startMs + index * frameMs;
    const endMs = startMs + frameMs;

    if (heardMs > 0 && heardMs % lowsEveryMs === 0) {
      lowsDbfs.push(noLows);
      if (lowsDbfs.length > lowsKept) lowsDbfs.shift();
    }
    lowsDbfs.push(withLevel(lowsDbfs.pop() ?? noLows, level));
    recentDbfs.push(level);
    if (recentDbfs.length > steadyMs / frameMs) recentDbfs.shift();
    heardMs += frameMs;
    if (heardMs <= ignoredMs) continue;

    const steadyDbfs = steadyLevel(recentDbfs);
    if (steadyDbfs !== null && steadyDbfs > floorOf(lowsDbfs)) {
      lowsDbfs = [[steadyDbfs, steadyDbfs]];
      if (isSounding) {
        lastLoudMs = Math.min(lastLoudMs, endMs - steadyMs);
        turningMs = stoppedAfterMs - frameMs;
      }
    }

    const floorDbfs = floorOf(lowsDbfs);
    const mayBeVoice = sound.isVoice?.[index] ?? true;
    const isLoud = mayBeVoice && level >= floorDbfs + (isSounding ? stayMarginDb : startMarginDb);
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
    if (turningMs === 0) events.push({ type: "callerSoundPaused", atMs: endMs, soundAtMs: lastLoudMs });
    turningMs += frameMs;
    if (turningMs >= stoppedAfterMs) {
      isSounding = false;
      turningMs = 0;
      events.push({ type: "callerSoundStopped", atMs: endMs, soundAtMs: lastLoudMs });
    }
  }
  const endMs = sound.startMs + sound.levels.length * frameMs;
  return [{ isSounding, heardMs, endMs, lowsDbfs, recentDbfs, turningMs, onsetMs, lastLoudMs }, events];
}

function withLevel([lowest, second]: Lows, level: number): Lows {
  if (level < lowest) return [level, lowest];
  return level < second ? [lowest, level] : [lowest, second];
}

/** The lowest of levels that are even for long enough and no loud voice; null where they are not. */
function steadyLevel(recentDbfs: readonly number[]): number | null {
  if (recentDbfs.length < steadyMs / frameMs) return null;
  const highest = Math.max(...recentDbfs);
  const lowest = Math.min(...recentDbfs);
  return highest > loudestSteadyDbfs || highest - lowest > steadyRangeDb ? null : lowest;
}

/** A half second that has only begun has no second level yet, which then does not count. */
function floorOf(lowsDbfs: readonly Lows[]): number {
  let floorDbfs = highestFloorDbfs;
  for (const [, second] of lowsDbfs) floorDbfs = Math.min(floorDbfs, second);
  return Math.max(floorDbfs, lowestFloorDbfs);
}
