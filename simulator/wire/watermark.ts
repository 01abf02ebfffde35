import { crc32 } from "node:zlib";
import { linear, muLaw } from "../../functions/aws/promptWav";
import { levelsOf } from "../sound/levels";
import { characterMs, frameMs, type SimSound, type SpokenWord, samplesPerMs } from "../sound/simSound";

/**
 * Which words a sound holds, written into the sound itself: into the least significant bit of each sample as the telephone codes
 * it. It stays in there through µ-law and back, cutting and joining, but not through mixing, and nobody hears it.
 *
 * Every 128 samples are one packet: 32 bits each of a mark, the utterance's number, the packet's place in it, and a check.
 */
const packetSamples = 128;
const syncBits = 0xa5c35a3c;

/** The utterances that were marked, by number. */
export interface Marks {
  /** The samples with the mark in them; they are to be the last thing that is done to the sound. */
  mark(pcm: Int16Array, words: readonly SpokenWord[]): Int16Array;
  /** Times from the utterance's first sample; null for a number that nobody gave. */
  wordsOf(utterance: number): readonly SpokenWord[] | null;
}

export function newMarks(): Marks {
  const utterances: (readonly SpokenWord[])[] = [];
  return {
    mark(pcm, words) {
      utterances.push(words);
      return embed(pcm, utterances.length - 1);
    },
    wordsOf: (utterance) => utterances[utterance] ?? null,
  };
}

function embed(pcm: Int16Array, utterance: number): Int16Array {
  const marked = Int16Array.from(pcm, (sample) => linear(muLaw(sample)));
  for (let start = 0; start + packetSamples <= pcm.length; start += packetSamples) {
    const packet = [syncBits, utterance, start, checkOf(utterance, start)];
    for (let bit = 0; bit < packetSamples; bit += 1) {
      const value = ((packet[bit >> 5] ?? 0) >>> (31 - (bit & 31))) & 1;
      marked[start + bit] = linear((muLaw(pcm[start + bit] ?? 0) & 0xfe) | value);
    }
  }
  return marked;
}

function checkOf(utterance: number, place: number): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setUint32(0, utterance);
  bytes.setUint32(4, place);
  return crc32(new Uint8Array(bytes.buffer));
}

/** Reads words from a stream of samples; however it is cut into pieces, it reads the same. */
export interface MarkReader {
  /** The words that these samples complete; times from the stream's first sample. */
  read(pcm: Int16Array): SpokenWord[];
}

export function markReader(marks: Marks): MarkReader {
  /** The last 128 bits, oldest first. */
  let [sync, utterance, place, check] = [0, 0, 0, 0];
  let samples = 0;
  let heard: { readonly utterance: number; readonly start: number; next: number; until: number } | null = null;

  /** Words whose end is reached. Of one that lies whole in a gap nothing was heard. */
  function wordsUntil(from: number, until: number): SpokenWord[] {
    const words = heard === null ? [] : (marks.wordsOf(heard.utterance) ?? []);
    const told: SpokenWord[] = [];
    for (; heard !== null && heard.next < words.length; heard.next += 1) {
      const { text, startMs, endMs } = words[heard.next] as SpokenWord;
      // An utterance's last samples may be too few for a packet.
      if (spokenUntilMs(text, endMs) * samplesPerMs > until + packetSamples - 1) break;
      const isInGap = startMs * samplesPerMs >= heard.until && endMs * samplesPerMs <= from;
      if (isInGap) continue;
      const offsetMs = heard.start / samplesPerMs;
      told.push({ text, startMs: offsetMs + startMs, endMs: offsetMs + endMs });
    }
    if (heard !== null) heard.until = until;
    return told;
  }

  return {
    read(pcm) {
      const told: SpokenWord[] = [];
      for (const sample of pcm) {
        sync = ((sync << 1) | (utterance >>> 31)) >>> 0;
        utterance = ((utterance << 1) | (place >>> 31)) >>> 0;
        place = ((place << 1) | (check >>> 31)) >>> 0;
        check = ((check << 1) | (muLaw(sample) & 1)) >>> 0;
        samples += 1;
        if (sync !== syncBits || check !== checkOf(utterance, place)) continue;
        const start = samples - packetSamples - place;
        if (heard?.utterance !== utterance || heard.start !== start) heard = { utterance, start, next: 0, until: 0 };
        told.push(...wordsUntil(place, place + packetSamples));
      }
      return told;
    },
  };
}

/** A word is known by its letters and figures: nobody waits for the pause that its punctuation is. */
function spokenUntilMs(text: string, endMs: number): number {
  return endMs - characterMs * (/[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0);
}

/** A sound as the simulator knows it, with the words that are marked in it. */
export function soundOf(pcm: Int16Array, marks: Marks): SimSound {
  const frames = Math.ceil(pcm.length / (frameMs * samplesPerMs));
  const whole = new Int16Array(frames * frameMs * samplesPerMs);
  whole.set(pcm);
  return {
    startMs: 0,
    durationMs: frames * frameMs,
    levels: levelsOf(whole),
    words: markReader(marks).read(whole),
    pcm: whole,
  };
}
