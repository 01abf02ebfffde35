import { voiceActivity } from "../../functions/voice/voiceActivity/voiceActivity";
import { levelsOf, type SoundSpan, soundSpans } from "./levels";
import { frameMs, type SimSound, type SpokenWord, samplesPerMs, wordsOf } from "./simSound";

/**
 * A recording as a sound whose words are known, but not when each is said: they are spread over the loud stretches of the
 * recording in proportion to their characters. The first word starts with the recording's first sound, the last ends with its
 * last; no word reaches over a pause. A recording without anything loud counts as loud throughout. The end is filled
 * up with silence to a multiple of 20 ms.
 *
 * @param pcm 8 kHz
 * @param text what is said in it
 */
export function recordedSound(pcm: Int16Array, text: string): SimSound {
  const frames = Math.ceil(pcm.length / (frameMs * samplesPerMs));
  const whole = new Int16Array(frames * frameMs * samplesPerMs);
  whole.set(pcm);
  const durationMs = frames * frameMs;
  const spans = soundSpans(whole);
  return {
    startMs: 0,
    durationMs,
    levels: levelsOf(whole),
    isVoice: voicesIn(whole),
    words: spreadWords(text, spans.length === 0 ? [{ startMs: 0, endMs: durationMs }] : spans),
    pcm: whole,
  };
}

/** The detector hears no voice in a call's first 100 ms, and this is the middle of one. */
const beforeFrames = 5;

/** Whether each 20 ms may be a voice. */
function voicesIn(pcm: Int16Array): boolean[] {
  const activity = voiceActivity();
  activity.voiced(new Int16Array(beforeFrames * frameMs * samplesPerMs));
  return activity.voiced(pcm);
}

/** The words of `text` over `spans`; each lies in the span in which its middle falls. */
function spreadWords(text: string, spans: readonly SoundSpan[]): SpokenWord[] {
  const words = wordsOf(text).map((word) => word.text);
  const loudMs = spans.reduce((total, span) => total + lengthOf(span), 0);
  const characters = words.reduce((total, word) => total + word.length, 0);
  const groups: string[][] = spans.map(() => []);
  let spoken = 0;
  for (const word of words) {
    const middle = ((spoken + word.length / 2) / characters) * loudMs;
    groups[spanAt(spans, middle)]?.push(word);
    spoken += word.length;
  }
  // The edges of the recording's sound belong to the first and the last word.
  const first = groups.findIndex((group) => group.length > 0);
  const last = groups.findLastIndex((group) => group.length > 0);
  return groups.flatMap((group, index) => {
    const span = spans[index];
    if (span === undefined || group.length === 0) return [];
    const startMs = index === first ? (spans[0]?.startMs ?? span.startMs) : span.startMs;
    const endMs = index === last ? (spans.at(-1)?.endMs ?? span.endMs) : span.endMs;
    return spreadIn(group, startMs, endMs);
  });
}

function spreadIn(words: readonly string[], startMs: number, endMs: number): SpokenWord[] {
  const characters = words.reduce((total, word) => total + word.length, 0);
  const timeAt = (spoken: number) => Math.round(startMs + ((endMs - startMs) * spoken) / characters);
  let spoken = 0;
  return words.map((text) => {
    const from = spoken;
    spoken += text.length;
    return { text, startMs: timeAt(from), endMs: timeAt(spoken) };
  });
}

function spanAt(spans: readonly SoundSpan[], loudMs: number): number {
  let passedMs = 0;
  for (const [index, span] of spans.entries()) {
    passedMs += lengthOf(span);
    if (loudMs < passedMs) return index;
  }
  return spans.length - 1;
}

function lengthOf(span: SoundSpan): number {
  return span.endMs - span.startMs;
}
