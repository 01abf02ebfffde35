import { WaveFile } from "wavefile";

/**
 * The same sound in another number of samples, band-limited: another sample rate, or by a few per cent another length.
 *
 * @param length samples of the answer; at least 1
 */
export function resample(samples: Int16Array, length: number): Int16Array {
  if (samples.length === length) return samples;
  if (samples.length === 0) return new Int16Array(length);
  const wave = new WaveFile();
  // Only the ratio of the two rates matters, so the lengths themselves serve as rates.
  wave.fromScratch(1, samples.length, "16", samples);
  wave.toSampleRate(length, { method: "sinc" });
  const resampled = wave.getSamples(false, Int16Array) as unknown as Int16Array;
  if (resampled.length === length) return resampled;
  const exact = new Int16Array(length);
  exact.set(resampled.subarray(0, length));
  return exact;
}
