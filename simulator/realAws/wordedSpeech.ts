import { levelsOf } from "../sound/levels";
import { characterMs, frameMs, type SimSound, type SpokenWord, samplesPerMs, wordsOf } from "../sound/simSound";

/** Samples as they come from a service. */
interface Samples {
  readonly pcm: Int16Array;
}

/**
 * Speech whose samples come piece by piece, with its words. When a word is said can only be estimated while more is to come: a
 * piece has the words that would be over by then, the last one has the rest.
 */
export async function* wordedSpeech(text: string, pieces: AsyncIterable<Samples>): AsyncGenerator<SimSound> {
  let waiting: Int16Array | null = null;
  let givenMs = 0;
  let words: readonly SpokenWord[] = wordsOf(text);

  function take(pcm: Int16Array, isLast: boolean): SimSound {
    const sound = soundOf(pcm);
    const endMs = givenMs + sound.durationMs;
    const own = words.filter((word) => isLast || word.endMs <= endMs);
    words = words.slice(own.length);
    const within = (ms: number) => Math.max(0, Math.min(sound.durationMs, ms - givenMs));
    const timed = own.map((word) => ({ text: word.text, startMs: within(word.startMs), endMs: within(word.endMs) }));
    givenMs = endMs;
    return { ...sound, words: timed };
  }

  for await (const { pcm } of pieces) {
    if (pcm.length === 0) continue;
    if (waiting !== null) yield take(waiting, false);
    waiting = pcm;
  }
  if (waiting !== null) yield take(waiting, true);
}

/** Speech all of whose samples are there: every character takes the same part of it. */
export function wholeSpeech(text: string, pcm: Int16Array): SimSound {
  const sound = soundOf(pcm);
  const scale = sound.durationMs / Math.max(1, text.length * characterMs);
  const words = wordsOf(text).map((word) => ({
    text: word.text,
    startMs: word.startMs * scale,
    endMs: word.endMs * scale,
  }));
  return { ...sound, words };
}

function soundOf(pcm: Int16Array): SimSound {
  const frameSamples = frameMs * samplesPerMs;
  const whole = new Int16Array(Math.ceil(pcm.length / frameSamples) * frameSamples);
  whole.set(pcm);
  return { startMs: 0, durationMs: whole.length / samplesPerMs, levels: levelsOf(whole), words: [], pcm: whole };
}
