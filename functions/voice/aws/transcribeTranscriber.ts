import {
  type AudioStream,
  StartStreamTranscriptionCommand,
  type TranscribeStreamingClient,
} from "@aws-sdk/client-transcribe-streaming";
import type { SampledSound } from "../../aws/s3Prompts";
import { eventQueue } from "../eventQueue";
import type { Clock, Transcriber, Transcript } from "../ports";
import { bytesOf, joined, samplesPerMs } from "./frames";
import { streamClock } from "./streamClock";
import { listeningLanguages, transcriptOf } from "./transcripts";

/** Transcribe wants 50 to 200 ms a chunk (Amazon Transcribe developer guide, "Streaming best practices"). */
const leastChunkMs = 60;
const mostChunkMs = 200;
/** Transcribe gives a stream up after 15 s without sound. */
const keepAliveMs = 5_000;
const keepAliveSoundMs = 100;

/**
 * Words by Amazon Transcribe. A stream of the service that ends while the caller's sound goes on is a failure, however quietly it
 * ended; the words' times are those of the caller's sound.
 *
 * @param languages of the business, BCP 47.
 */
export function transcribeTranscriber(
  client: TranscribeStreamingClient,
  languages: readonly string[],
  clock: Clock,
): Transcriber<SampledSound> {
  async function* transcribe(sounds: AsyncIterable<SampledSound>, signal: AbortSignal): AsyncIterable<Transcript> {
    if (signal.aborted) return;
    const chunks = eventQueue<AudioStream>();
    const times = streamClock();
    const over = new AbortController();
    const leave = () => over.abort();
    signal.addEventListener("abort", leave, { once: true });
    let isAllSent = false;
    let fault: Error | null = null;

    let waiting: Int16Array[] = [];
    let stopKeeping = () => {};

    const flush = () => {
      const pcm = joined(waiting);
      waiting = [];
      const step = mostChunkMs * samplesPerMs;
      for (let at = 0; at < pcm.length; at += step) {
        chunks.push({ AudioEvent: { AudioChunk: bytesOf(pcm.subarray(at, at + step)) } });
      }
    };
    const keepAlive = () => {
      stopKeeping = clock.after(keepAliveMs, () => {
        waiting.push(new Int16Array(keepAliveSoundMs * samplesPerMs));
        times.addSilence(keepAliveSoundMs);
        flush();
        keepAlive();
      });
    };
    const pump = async () => {
      keepAlive();
      for await (const sound of sounds) {
        if (over.signal.aborted) return;
        stopKeeping();
        times.add(sound);
        waiting.push(sound.pcm);
        if (waiting.reduce((samples, pcm) => samples + pcm.length, 0) >= leastChunkMs * samplesPerMs) flush();
        keepAlive();
      }
      flush();
      isAllSent = true;
      stopKeeping();
      chunks.close();
    };
    // The service answers only when it has heard something, so sending does not wait for it.
    void pump().catch((error: Error) => {
      fault = error;
      over.abort();
    });

    try {
      const { TranscriptResultStream: results } = await client.send(
        new StartStreamTranscriptionCommand({
          ...listeningLanguages(languages),
          MediaSampleRateHertz: 8_000,
          MediaEncoding: "pcm",
          EnablePartialResultsStabilization: true,
          PartialResultsStability: "high",
          AudioStream: chunks,
        }),
        { abortSignal: over.signal },
      );
      for await (const { TranscriptEvent } of results ?? []) {
        for (const result of TranscriptEvent?.Transcript?.Results ?? []) {
          const transcript = transcriptOf(result, times.timeOf);
          if (transcript !== null) yield transcript;
        }
      }
      if (fault !== null) throw fault;
      if (!signal.aborted && !isAllSent) throw new Error("the transcription ended before the caller's sound");
    } catch (error) {
      if (!signal.aborted) throw fault ?? error;
    } finally {
      signal.removeEventListener("abort", leave);
      stopKeeping();
      chunks.close();
      over.abort();
    }
  }
  return { transcribe };
}
