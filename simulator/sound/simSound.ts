import type { Sound } from "../../functions/voice/ports";

/** Every character of simulated speech takes this long, whoever speaks. */
export const characterMs = 60;

/** Sound as the simulator knows it: what it means, and, where somebody wants to hear it, its samples. */
export interface SimSound extends Sound {
  /** What a perfect recogniser would read; times from the sound's own start. Empty for noise and silence. */
  readonly words: readonly { readonly text: string; readonly startMs: number; readonly endMs: number }[];
  /** s16, 8 kHz, `durationMs * 8` samples; null on the virtual clock. */
  readonly pcm: Int16Array | null;
}
