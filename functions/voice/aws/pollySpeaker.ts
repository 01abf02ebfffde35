import { type PollyClient, SynthesizeSpeechCommand, type VoiceId } from "@aws-sdk/client-polly";
import type { SampledSound } from "../../aws/s3Prompts";
import type { Clock, Speaker } from "../ports";
import { joined, sampledSound, samplesOf, wholeFrames } from "./frames";
import { openPollyStream, type PollyStream } from "./pollyStream";
import { withinTime } from "./withinTime";

export interface PollySpeakerSettings {
  readonly client: PollyClient;
  /** Name of a generative voice. */
  readonly voice: string;
  readonly clock: Clock;
  /** The sound of a fixed sentence; null where there is none. Never rejects. */
  readonly fixed: (text: string) => Promise<SampledSound | null>;
}

/** A speaker whose open stream somebody has to close when the call is over. */
export interface PollySpeaker extends Speaker<SampledSound> {
  close(): void;
}

/** A sentence starts after about 200 ms; one that has not by now is asked for once more. */
const longestPauseMs = 2_000;
/** Polly itself takes no longer. */
const longestReadMs = 300;
/** After a stream has failed, sentences are asked for one by one for so long. */
const distrustMs = 60_000;

/**
 * Speech by a generative voice of Amazon Polly: a stream for each utterance, and one open before it is needed, since each takes a
 * connection of its own. Where a stream fails the failure is thrown, and the next attempts go without streams for a while.
 */
export function pollySpeaker({ client, voice, clock, fixed }: PollySpeakerSettings): PollySpeaker {
  let spare: PollyStream | null = null;
  let isClosed = false;
  let distrustedUntilMs = 0;

  function prepareSpare(): void {
    if (isClosed || spare?.isFresh() || clock.now() < distrustedUntilMs) return;
    spare?.close();
    spare = openPollyStream(client, voice, clock);
  }

  function takeStream(): PollyStream {
    const stream = spare?.isFresh() ? spare : openPollyStream(client, voice, clock);
    if (stream !== spare) spare?.close();
    spare = null;
    return stream;
  }

  async function* streamed(text: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const stream = takeStream();
    try {
      const sound = stream.say(text, signal);
      yield* withinTime(sound, longestPauseMs, `no speech for ${longestPauseMs} ms`, clock, () => stream.close());
    } catch (error) {
      if (!signal.aborted) distrustedUntilMs = clock.now() + distrustMs;
      throw error;
    } finally {
      stream.close();
      prepareSpare();
    }
  }

  async function* synthesized(text: string, signal: AbortSignal): AsyncIterable<Uint8Array> {
    const request = new SynthesizeSpeechCommand({
      Engine: "generative",
      VoiceId: voice as VoiceId,
      OutputFormat: "pcm",
      SampleRate: "8000",
      Text: text,
    });
    const { AudioStream } = await client.send(request, { abortSignal: signal });
    yield* (AudioStream ?? []) as AsyncIterable<Uint8Array>;
  }

  function fixedInTime(text: string): Promise<SampledSound | null> {
    return new Promise((resolve) => {
      const cancel = clock.after(longestReadMs, () => resolve(null));
      void fixed(text).then(resolve).finally(cancel);
    });
  }

  async function* speak(text: string, signal: AbortSignal): AsyncIterable<SampledSound> {
    if (signal.aborted) return;
    const known = await fixedInTime(text);
    if (signal.aborted) return;
    if (known !== null) return yield known;
    if (clock.now() >= distrustedUntilMs) return yield* soundsOf(streamed(text, signal), signal);
    const stop = new AbortController();
    const bytes = synthesized(text, AbortSignal.any([signal, stop.signal]));
    const message = `no speech for ${longestPauseMs} ms`;
    yield* soundsOf(
      withinTime(bytes, longestPauseMs, message, clock, () => stop.abort()),
      signal,
    );
  }

  return {
    speak,
    async warm() {
      prepareSpare();
    },
    close() {
      isClosed = true;
      spare?.close();
      spare = null;
    },
  };
}

/** Whole pieces of 20 ms as they become complete. Ends quietly where nobody wants it any more; throws where there was no sound. */
async function* soundsOf(source: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncIterable<SampledSound> {
  let halfSample: Uint8Array = new Uint8Array(0);
  let rest: Int16Array = new Int16Array(0);
  let isSilent = true;
  try {
    for await (const chunk of source) {
      if (signal.aborted) return;
      const bytes = Buffer.concat([halfSample, chunk]);
      halfSample = bytes.subarray(bytes.length - (bytes.length % 2));
      const samples = joined([rest, samplesOf(bytes)]);
      const whole = wholeFrames(samples.length);
      rest = samples.slice(whole);
      if (whole === 0) continue;
      isSilent = false;
      yield sampledSound(0, samples.slice(0, whole));
    }
  } catch (error) {
    if (signal.aborted) return;
    throw error;
  }
  if (rest.length > 0 && !signal.aborted) yield sampledSound(0, rest);
  else if (isSilent && !signal.aborted) throw new Error("the speech has no sound");
}
