import { type Random, seededRandom } from "../sound/noiseSamples";
import {
  characterMs,
  frameMs,
  type SimSound,
  type SpokenWord,
  silenceDbfs,
  speechDbfs,
  wordsOf,
} from "../sound/simSound";
import type { PausedUtterance } from "./utterances";

/** What is heard beside the caller's voice; the figure is how far below the voice it is, in dB. */
export const noises = { none: null, quiet: 20, loud: 10 } as const;
export type Noise = keyof typeof noises;

/** Noise is there before the first word and after the last. */
const noiseBeforeMs = 600;
const noiseAfterMs = 1600;
/** Some callers are connected only when they speak, and so is what is around them. */
const suddenShare = 0.3;
/** How much the loudness of a voice, and of steady noise, wavers. */
const voiceWavers = 5;
const noiseWavers = 1.5;
/** A word's weak end: so long, so much below the rest of it. */
const weakEndMs = 60;
const weakEndDb = 8;

/**
 * The utterance as symbolic sound: 60 ms a character, its pauses where they are written, its words where they are spoken. The
 * same seed gives the same sound.
 */
export function pausedSound({ pieces }: PausedUtterance, noise: Noise, seed: number): SimSound {
  const random = seededRandom(seed);
  const beforeMs = noise === "none" || random() < suddenShare ? 0 : noiseBeforeMs;
  const words: SpokenWord[] = [];
  let atMs = beforeMs;
  for (const { text, pauseMs } of pieces) {
    atMs += pauseMs;
    for (const word of wordsOf(text))
      words.push({ ...word, startMs: atMs + word.startMs, endMs: atMs + word.endMs - silentMs(word.text) });
    atMs += text.length * characterMs - silentMs(text);
  }
  const endMs = noise === "none" ? atMs : atMs + noiseAfterMs;
  const frames = Math.ceil(endMs / frameMs);
  const below = noises[noise];
  const levels = Array.from({ length: frames }, (_, frame) => {
    const noiseLevel = below === null ? silenceDbfs : speechDbfs - below + wavering(noiseWavers, random);
    return Math.max(noiseLevel, voiceLevel(words, frame * frameMs, random));
  });
  return { startMs: 0, durationMs: frames * frameMs, levels, words, pcm: null };
}

/** The voice in 20 ms; silence between the pieces, and no more than a dip between words. */
function voiceLevel(words: readonly SpokenWord[], startMs: number, random: Random): number {
  const middleMs = startMs + frameMs / 2;
  const wavers = wavering(voiceWavers, random);
  const word = words.find((each) => middleMs >= each.startMs && middleMs < each.endMs);
  if (word !== undefined) return speechDbfs + wavers - (word.endMs - middleMs <= weakEndMs ? weakEndDb : 0);
  const after = words.find((each) => each.startMs > middleMs);
  const before = words.findLast((each) => each.endMs <= middleMs);
  const isWithin = after !== undefined && before !== undefined && after.startMs - before.endMs <= 2 * characterMs;
  return isWithin ? speechDbfs - weakEndDb + wavers : silenceDbfs;
}

function wavering(byDb: number, random: Random): number {
  return (random() + random() - 1) * byDb;
}

/** Punctuation is written, not spoken. */
function silentMs(text: string): number {
  return characterMs * (/[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0);
}
