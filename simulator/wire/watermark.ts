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
const syncBits = 0xa5c35a3c | 0;

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

/** What the telephone makes of each sample, by the sample's 16 bits, and each code's sample: whole recordings go through here. */
const codes = Uint8Array.from({ length: 0x10000 }, (_, bits) => muLaw((bits << 16) >> 16));
const samplesOf = Int16Array.from({ length: 0x100 }, (_, code) => linear(code));

function embed(pcm: Int16Array, utterance: number): Int16Array {
  const marked = new Int16Array(pcm.length);
  for (let start = 0; start < pcm.length; start += packetSamples) {
    const isWhole = start + packetSamples <= pcm.length;
    const packet = Int32Array.of(syncBits, utterance, start, checkOf(utterance, start));
    const end = Math.min(start + packetSamples, pcm.length);
    for (let at = start, bit = 0; at < end; at += 1, bit += 1) {
      const code = codes[(pcm[at] ?? 0) & 0xffff] ?? 0;
      const value = ((packet[bit >> 5] ?? 0) >>> (31 - (bit & 31))) & 1;
      marked[at] = samplesOf[isWhole ? (code & 0xfe) | value : code] ?? 0;
    }
  }
  return marked;
}

function checkOf(utterance: number, place: number): number {
  const bytes = new DataView(new ArrayBuffer(8));
  bytes.setUint32(0, utterance);
  bytes.setUint32(4, place);
  return crc32(new Uint8Array(bytes.buffer)) | 0;
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
  /** How many samples in a row were silence so far: a packet of it is all ones. */
  let silent = 0;
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
      for (let at = 0; at < pcm.length; at += 1) {
        const sample = pcm[at] ?? 0;
        silent = sample === 0 ? silent + 1 : 0;
        if (silent > packetSamples) {
          samples += 1;
          continue;
        }
        sync = (sync << 1) | (utterance >>> 31);
        utterance = (utterance << 1) | (place >>> 31);
        place = (place << 1) | (check >>> 31);
        check = (check << 1) | ((codes[sample & 0xffff] ?? 0) & 1);
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
