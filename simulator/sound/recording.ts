import { type SimSound, samplesPerMs } from "./simSound";
import { type Voice, voiced } from "./voices";
import { encodeWav } from "./wav";

/** A stretch of sound as it was on the wire at the caller's end. */
export interface PlayedSound {
  /** When its first sample was there, from the answer. */
  readonly startMs: number;
  readonly sound: SimSound;
  /** Where in `sound` it began to play. @default 0 */
  readonly fromMs?: number;
  /** How much of it played from there; less than all of it where it was cut off. */
  readonly playedMs: number;
  readonly who: Voice;
}

/** A cut in the middle of a wave clicks; this is short enough not to move its end. */
const fadeMs = 5;

/**
 * The call as a stereo WAV file, caller left and agent right, 16-bit at 8 kHz and `totalMs` long. Every stretch lies where it
 * was on the wire, to the sample; symbolic sound gets its voice here. What reaches beyond `totalMs` is left out.
 */
export async function recordingOf(played: readonly PlayedSound[], totalMs: number): Promise<Uint8Array> {
  const length = Math.round(totalMs * samplesPerMs);
  const sides: Record<Voice, Int16Array> = { caller: new Int16Array(length), agent: new Int16Array(length) };
  for (const stretch of played) {
    mixIn(sides[stretch.who], Math.round(stretch.startMs * samplesPerMs), await samplesOf(stretch));
  }
  return encodeWav([sides.caller, sides.agent]);
}

async function samplesOf({ sound, fromMs = 0, playedMs, who }: PlayedSound): Promise<Int16Array> {
  const { pcm } = await voiced(sound, who);
  const from = Math.round(fromMs * samplesPerMs);
  const to = Math.round((fromMs + playedMs) * samplesPerMs);
  const samples = (pcm ?? new Int16Array(0)).slice(from, to);
  if (from > 0) fade(samples, (at) => at);
  if (to < sound.durationMs * samplesPerMs) fade(samples, (at) => samples.length - 1 - at);
  return samples;
}

/** Fades the samples nearest an edge; `positionOf` counts from that edge inwards. */
function fade(samples: Int16Array, positionOf: (at: number) => number): void {
  const fadeSamples = Math.min(fadeMs * samplesPerMs, samples.length);
  for (let at = 0; at < fadeSamples; at++) {
    const position = positionOf(at);
    samples[position] = Math.round(((samples[position] ?? 0) * at) / fadeSamples);
  }
}

/** Adds samples from `start` on; where both speak at once on one side the sum is held within 16 bits. */
function mixIn(side: Int16Array, start: number, samples: Int16Array): void {
  const end = Math.min(samples.length, side.length - start);
  for (let at = Math.max(0, -start); at < end; at++) {
    const sum = (side[start + at] ?? 0) + (samples[at] ?? 0);
    side[start + at] = Math.max(-32768, Math.min(32767, sum));
  }
}
