import {
  type PollyClient,
  type StartSpeechSynthesisStreamActionStream,
  StartSpeechSynthesisStreamCommand,
  type VoiceId,
} from "@aws-sdk/client-polly";
import { eventQueue } from "../eventQueue";
import type { Clock } from "../ports";

/** One bidirectional stream of Polly, for one utterance. It may be opened before there is anything to say. */
export interface PollyStream {
  /** False where the service has ended it, or it is about to. */
  isFresh(): boolean;
  /** The text's samples as bytes, as they are made. To be called once. Throws where they do not come whole. */
  say(text: string, signal: AbortSignal): AsyncIterable<Uint8Array>;
  /** Leaves it, said or not. */
  close(): void;
}

/** Polly ends a stream on which nothing came for 5 s (`input-stream-inbound-event-timeout`), and any after 10 minutes. */
const keepAliveMs = 3_000;
const longestMs = 9 * 60_000;

/**
 * Opens a stream; nothing is waited for. While there is nothing to say, blanks keep it open.
 */
export function openPollyStream(client: PollyClient, voice: string, clock: Clock): PollyStream {
  const actions = eventQueue<StartSpeechSynthesisStreamActionStream>();
  const over = new AbortController();
  const openedAtMs = clock.now();
  let keptAtMs = openedAtMs;
  // A function that slept between two calls has kept nothing alive.
  const isAlive = () => clock.now() - keptAtMs < keepAliveMs + 1_000 && clock.now() - openedAtMs < longestMs;
  const keepAlive = () =>
    clock.after(keepAliveMs, () => {
      if (!isAlive()) return close();
      keptAtMs = clock.now();
      actions.push({ TextEvent: { Text: " " } });
      stopKeeping = keepAlive();
    });
  let stopKeeping = keepAlive();

  // It answers with its first sound, so nobody may wait for it before there is a text.
  const answer = client.send(
    new StartSpeechSynthesisStreamCommand({
      Engine: "generative",
      VoiceId: voice as VoiceId,
      OutputFormat: "pcm",
      SampleRate: "8000",
      ActionStream: actions,
    }),
    { abortSignal: over.signal },
  );
  answer.catch(close);

  function close(): void {
    stopKeeping();
    actions.close();
    over.abort();
  }

  return {
    isFresh: () => !over.signal.aborted && isAlive(),
    async *say(text, signal) {
      stopKeeping();
      signal.addEventListener("abort", close, { once: true });
      if (signal.aborted) close();
      actions.push({ TextEvent: { Text: text, TextType: "text", FlushStreamConfiguration: { Force: true } } });
      actions.push({ CloseStreamEvent: {} });
      actions.close();
      let isWhole = false;
      try {
        const { EventStream } = await answer;
        for await (const { AudioEvent, StreamClosedEvent } of EventStream ?? []) {
          if (AudioEvent?.AudioChunk) yield AudioEvent.AudioChunk;
          if (StreamClosedEvent) isWhole = true;
        }
        if (!isWhole && !signal.aborted) throw new Error("the speech broke off");
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        signal.removeEventListener("abort", close);
        close();
      }
    },
    close,
  };
}
