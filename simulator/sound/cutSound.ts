import { frameMs, type SimSound, type SpokenWord, samplesPerMs } from "./simSound";

/**
 * The part of `sound` between two times from its own start, both rounded down to 20 ms and held within the sound, so that
 * consecutive parts tile it. Only words that lie wholly inside are kept. The samples are a view, not a copy.
 */
export function sliceSound(sound: SimSound, fromMs: number, toMs: number): SimSound {
  return cut(sound, fromMs, toMs, (word, startMs, endMs) => word.startMs >= startMs && word.endMs <= endMs);
}

/**
 * Like `sliceSound`, but no word is lost between consecutive parts: a word belongs to the part in which it ends, and its
 * `startMs` is negative where it began before that part. This is how sound travels in blocks.
 */
export function blockOf(sound: SimSound, fromMs: number, toMs: number): SimSound {
  return cut(sound, fromMs, toMs, (word, startMs, endMs) => word.endMs > startMs && word.endMs <= endMs);
}

/** `sound` in consecutive blocks of `blockMs` (a multiple of 20), the last one shorter; no word is lost. */
export function blocksOf(sound: SimSound, blockMs: number): SimSound[] {
  const blocks: SimSound[] = [];
  for (let atMs = 0; atMs < sound.durationMs; atMs += blockMs) blocks.push(blockOf(sound, atMs, atMs + blockMs));
  return blocks;
}

function cut(
  sound: SimSound,
  fromMs: number,
  toMs: number,
  keeps: (word: SpokenWord, startMs: number, endMs: number) => boolean,
): SimSound {
  const first = frameAt(sound, fromMs);
  const last = Math.max(first, frameAt(sound, toMs));
  const startMs = first * frameMs;
  const endMs = last * frameMs;
  const words = sound.words
    .filter((word) => keeps(word, startMs, endMs))
    .map((word) => ({ text: word.text, startMs: word.startMs - startMs, endMs: word.endMs - startMs }));
  return {
    startMs: sound.startMs + startMs,
    durationMs: endMs - startMs,
    levels: sound.levels.slice(first, last),
    words,
    pcm: sound.pcm === null ? null : sound.pcm.subarray(startMs * samplesPerMs, endMs * samplesPerMs),
  };
}

function frameAt(sound: SimSound, atMs: number): number {
  return Math.floor(Math.min(Math.max(atMs, 0), sound.durationMs) / frameMs);
}

/**
 * The sounds one after another without a gap, starting when the first starts; their own `startMs` do not matter otherwise.
 * There are samples only where every one of them has samples. Nothing joined is a sound of no length.
 */
export function joinSounds(sounds: readonly SimSound[]): SimSound {
  const words: SpokenWord[] = [];
  const levels: number[] = [];
  const pieces: Int16Array[] = [];
  let durationMs = 0;
  for (const sound of sounds) {
    for (const word of sound.words) {
      words.push({ text: word.text, startMs: word.startMs + durationMs, endMs: word.endMs + durationMs });
    }
    for (const level of sound.levels) levels.push(level);
    if (sound.pcm !== null) pieces.push(sound.pcm);
    durationMs += sound.durationMs;
  }
  const pcm = pieces.length === sounds.length && sounds.length > 0 ? joinSamples(pieces) : null;
  return { startMs: sounds[0]?.startMs ?? 0, durationMs, levels, words, pcm };
}

function joinSamples(pieces: readonly Int16Array[]): Int16Array {
  const joined = new Int16Array(pieces.reduce((total, piece) => total + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
