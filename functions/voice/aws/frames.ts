import type { SampledSound } from "../../aws/s3Prompts";

/** Sound is measured in pieces of this length. */
export const frameMs = 20;
export const samplesPerMs = 8;
const frameSamples = frameMs * samplesPerMs;
const silenceDbfs = -96;

/** Samples as a sound; what is missing of the last 20 ms is filled up with silence. */
export function sampledSound(startMs: number, pcm: Int16Array): SampledSound {
  const frames = Math.ceil(pcm.length / frameSamples);
  const whole = new Int16Array(frames * frameSamples);
  whole.set(pcm);
  return { startMs, durationMs: frames * frameMs, levels: levelsOf(whole), pcm: whole };
}

/** How many of so many samples make whole pieces of 20 ms. */
export function wholeFrames(samples: number): number {
  return samples - (samples % frameSamples);
}

/** The samples of signed 16-bit little-endian bytes; half a sample at the end is left out. */
export function samplesOf(bytes: Uint8Array): Int16Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int16Array.from({ length: bytes.byteLength >> 1 }, (_, index) => view.getInt16(index * 2, true));
}

/** Signed 16-bit little-endian bytes. */
export function bytesOf(pcm: Int16Array): Uint8Array {
  const bytes = new Uint8Array(pcm.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < pcm.length; index++) view.setInt16(index * 2, pcm[index] ?? 0, true);
  return bytes;
}

export function joined(pieces: readonly Int16Array[]): Int16Array {
  const all = new Int16Array(pieces.reduce((samples, piece) => samples + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** Root mean square of each 20 ms in dBFS, -96 for digital silence. */
function levelsOf(pcm: Int16Array): number[] {
  const levels: number[] = [];
  for (let start = 0; start < pcm.length; start += frameSamples) {
    let energy = 0;
    for (let at = start; at < start + frameSamples; at++) energy += (pcm[at] ?? 0) ** 2;
    const meanSquare = energy / frameSamples / 32_768 ** 2;
    levels.push(meanSquare === 0 ? silenceDbfs : Math.max(silenceDbfs, 10 * Math.log10(meanSquare)));
  }
  return levels;
}
