import { samplesPerMs } from "./simSound";

/** Numbers from 0 to 1, always the same ones for a seed. */
export type Random = () => number;

/** Mulberry32, a public-domain generator of 32 bits of state. */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A cough: rough noise that starts at once and dies away to a third. Audible to its last 20 ms.
 *
 * @param length in samples of 8 kHz
 */
export function coughSamples(length: number, dbfs: number, seed: number): Int16Array {
  const random = seededRandom(seed);
  let low = 0;
  return withLoudness(
    Float64Array.from({ length }, (_, at) => {
      low = 0.6 * low + random() * 2 - 1;
      return low * (1 - (0.65 * at) / length);
    }),
    dbfs,
  );
}

/** The tone after which a voicemail is spoken: 1 kHz. */
export function beepSamples(length: number, dbfs: number): Int16Array {
  return withLoudness(
    Float64Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * at) / samplesPerMs)),
    dbfs,
  );
}

/** A hummed "mm" that stands for words no voice here can read: 110 Hz and its overtones. */
export function humSamples(length: number, dbfs: number): Int16Array {
  const overtones = [1, 2, 3, 4, 5, 6];
  return withLoudness(
    Float64Array.from({ length }, (_, at) => {
      const phase = (2 * Math.PI * 110 * at) / (1000 * samplesPerMs);
      return overtones.reduce((sum, overtone) => sum + Math.sin(overtone * phase) / overtone, 0);
    }),
    dbfs,
  );
}

const fadeSamples = 2 * samplesPerMs;
const highest = 32_000;

/**
 * The wave as 16-bit samples whose mean loudness is `dbfs`, or less where its peaks would not fit; its two ends are faded over
 * 2 ms so that they do not click.
 */
export function withLoudness(wave: ArrayLike<number>, dbfs: number): Int16Array {
  let energy = 0;
  let peak = 0;
  for (let at = 0; at < wave.length; at++) {
    const value = wave[at] ?? 0;
    energy += value * value;
    peak = Math.max(peak, Math.abs(value));
  }
  const samples = new Int16Array(wave.length);
  if (energy === 0) return samples;
  const wanted = (32768 * 10 ** (dbfs / 20)) / Math.sqrt(energy / wave.length);
  const gain = Math.min(wanted, highest / peak);
  for (let at = 0; at < samples.length; at++) {
    const fade = Math.min(1, (at + 1) / fadeSamples, (samples.length - at) / fadeSamples);
    samples[at] = Math.round((wave[at] ?? 0) * gain * fade);
  }
  return samples;
}
