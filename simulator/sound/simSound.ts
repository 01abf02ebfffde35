import type { Sound } from "../../functions/voice/ports";

/** Every character of simulated speech takes this long, whoever speaks. */
export const characterMs = 60;

/** Sound is measured in pieces of this length. */
export const frameMs = 20;

export const sampleRateHz = 8000;
export const samplesPerMs = sampleRateHz / 1000;

/** Loudness in dBFS of symbolic sound, and of the samples that are made from it. */
export const speechDbfs = -20;
export const humDbfs = -24;
export const noiseDbfs = -25;
export const silenceDbfs = -96;

/** Sound as the simulator knows it: what it means, and, where somebody wants to hear it, its samples. */
export interface SimSound extends Sound {
  /** What a perfect recogniser would read; times from the sound's own start. Empty for noise and silence. */
  readonly words: readonly SpokenWord[];
  /** s16, 8 kHz, `durationMs * 8` samples; null on the virtual clock. */
  readonly pcm: Int16Array | null;
}

export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

/**
 * Speech of `text`, 60 ms a character (a UTF-16 unit, spaces and punctuation as well), as loud at its end as at its start.
 * A word ends with its punctuation.
 */
export function speechSound(text: string): SimSound {
  return steadySound(text.length * characterMs, speechDbfs, wordsOf(text));
}

/** A short sound of agreement, e.g. "uh-huh": words that a recogniser reads, said under the breath. */
export function humSound(text: string): SimSound {
  return steadySound(text.length * characterMs, humDbfs, wordsOf(text));
}

/** Noise without words, e.g. a cough. `durationMs` is rounded up to 20. */
export function noiseSound(durationMs: number): SimSound {
  return steadySound(durationMs, noiseDbfs, []);
}

/** Nothing at all. `durationMs` is rounded up to 20. */
export function silenceSound(durationMs: number): SimSound {
  return steadySound(durationMs, silenceDbfs, []);
}

function steadySound(durationMs: number, dbfs: number, words: readonly SpokenWord[]): SimSound {
  const frames = Math.ceil(durationMs / frameMs);
  return { startMs: 0, durationMs: frames * frameMs, levels: new Array<number>(frames).fill(dbfs), words, pcm: null };
}

/** A word with its punctuation, also where a space stands before that, as in French: "la grippe ?". */
const wordPattern = /\S*[^\p{P}\s]\S*(?:\s+\p{P}+(?=\s|$))*/gu;

/** The words of `text`, timed at 60 ms a character. */
export function wordsOf(text: string): SpokenWord[] {
  const words: SpokenWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const startMs = match.index * characterMs;
    words.push({ text: match[0], startMs, endMs: startMs + match[0].length * characterMs });
  }
  return words;
}

/**
 * What had been heard of `text` after `heardMs`, cut after the last word that had ended, its punctuation included.
 * All of `text` where `heardMs` reaches its end, the empty string where no word had ended.
 */
export function wordsHeard(text: string, heardMs: number): string {
  if (heardMs >= text.length * characterMs) return text;
  let end = 0;
  for (const match of text.matchAll(/\S+/g)) {
    const wordEnd = match.index + match[0].length;
    if (wordEnd * characterMs > heardMs) break;
    end = wordEnd;
  }
  return text.slice(0, end);
}
