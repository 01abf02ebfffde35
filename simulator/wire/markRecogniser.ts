import type { Item, Result } from "@aws-sdk/client-transcribe-streaming";
import { eventQueue } from "../../functions/voice/eventQueue";
import type { Transcript } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import { levelsOf } from "../sound/levels";
import { type SimSound, samplesPerMs } from "../sound/simSound";
import { type TranscriberTimes, wordTranscriber } from "../standIns/wordTranscriber";
import type { Recogniser } from "./transcribeServer";
import { type Marks, markReader } from "./watermark";

/** Whatever goes wrong goes wrong on the wire. */
const nothingWrong = { next: () => null, callerSpoke: () => undefined, coin: () => false };

/**
 * Reads the words that are marked in the sound, as late as the in-process recogniser would report them.
 *
 * @param tell gets results as Transcribe words them.
 */
export function markRecogniser(
  marks: Marks,
  clock: SimClock,
  times: TranscriberTimes,
  tell: (results: Result[]) => void,
): Recogniser {
  const reader = markReader(marks);
  const sounds = eventQueue<SimSound>();
  const over = new AbortController();
  let heardMs = 0;
  // The stream's own time: what came with the least delay says when its first sample was spoken.
  let startedAtMs = Number.POSITIVE_INFINITY;
  const streamClock: SimClock = { ...clock, now: () => clock.now() - startedAtMs };

  const transcripts = wordTranscriber(streamClock, nothingWrong, times).transcribe(
    sounds.take(over.signal),
    over.signal,
  );
  const telling = (async () => {
    for await (const transcript of transcripts) tell([resultOf(transcript)]);
  })();

  return {
    hear(pcm) {
      const startMs = heardMs;
      heardMs += pcm.length / samplesPerMs;
      startedAtMs = Math.min(startedAtMs, clock.now() - heardMs);
      // The reader counts from the stream's first sample, a sound's words from the sound's.
      const words = reader
        .read(pcm)
        .map((word) => ({ ...word, startMs: word.startMs - startMs, endMs: word.endMs - startMs }));
      sounds.push({ startMs, durationMs: pcm.length / samplesPerMs, levels: levelsOf(pcm), words, pcm });
    },
    async end() {
      sounds.close();
      await telling;
    },
  };
}

/** Times in seconds; punctuation at a word's end is an item of its own. */
function resultOf({ segment, words, isFinal }: Transcript): Result {
  const items: Item[] = words.flatMap(({ text, startMs, endMs, isStable }) => {
    const [, spoken = "", punctuation = ""] = /^(.*?)([.,?!]*)$/s.exec(text) ?? [];
    const [StartTime, EndTime] = [startMs / 1_000, endMs / 1_000];
    const word: Item = { Type: "pronunciation", Content: spoken, StartTime, EndTime, Stable: isStable, Confidence: 1 };
    const mark = { Type: "punctuation", Content: punctuation, StartTime: EndTime, EndTime, Stable: isStable } as const;
    if (spoken === "") return [{ ...word, Content: text }];
    return punctuation === "" ? [word] : [word, mark];
  });
  return {
    ResultId: segment,
    ChannelId: "ch_0",
    StartTime: (words[0]?.startMs ?? 0) / 1_000,
    EndTime: (words.at(-1)?.endMs ?? 0) / 1_000,
    IsPartial: !isFinal,
    Alternatives: [{ Transcript: words.map(({ text }) => text).join(" "), Items: items }],
  };
}
