import type { Result } from "@aws-sdk/client-transcribe-streaming";
import { samplesOf } from "../../functions/voice/aws/frames";
import type { Clock } from "../../functions/voice/ports";
import { clientEvents, encodeEvent, encodeException, encodeGarbage, eventStreamHead } from "./eventStream";
import { type NextFault, slowMs } from "./wireFault";
import { isRefused, type WireService } from "./wireServer";

/** What reads words from one stream of sound. */
export interface Recogniser {
  /** 8 kHz samples as they come, silence too. */
  hear(pcm: Int16Array): void;
  /** Nothing more comes; resolves when all that is left was told. */
  end(): Promise<void>;
}

export interface TranscribeSettings {
  /**
   * Begins to listen.
   *
   * @param parameters as they were asked for: `language-code`, `sample-rate`, …
   * @param tell gives results to the client; their times count from the stream's first sample, in seconds.
   */
  readonly recognise: (parameters: Readonly<Record<string, string>>, tell: (results: Result[]) => void) => Recogniser;
  readonly nextFault: NextFault;
  readonly clock: Clock;
  /** Without sound for so long the service gives up. @default 15000 */
  readonly silentLimitMs?: number;
  /** How much sound it hears before an answer breaks off that is to break off in its middle. @default 300 */
  readonly breakAfterMs?: number;
}

const prefix = "x-amzn-transcribe-";

/** Amazon Transcribe streaming, `StartStreamTranscription`: sound in, words out, over one HTTP/2 stream. */
export function transcribeServer({
  recognise,
  nextFault,
  clock,
  silentLimitMs = 15_000,
  breakAfterMs = 300,
}: TranscribeSettings): WireService {
  return async (exchange) => {
    if (exchange.path !== "/stream-transcription") return false;
    const fault = nextFault();
    if (await isRefused(exchange, fault)) return true;
    exchange.begin(200, {
      ...eventStreamHead,
      "x-amzn-transcribe-session-id": exchange.headers[`${prefix}session-id`] ?? "local",
    });
    if (fault === "garbage") exchange.write(encodeGarbage());

    const tellLater = (results: Result[]) => {
      const tell = () => exchange.write(encodeEvent("TranscriptEvent", { Transcript: { Results: results } }));
      if (fault === "slow") clock.after(slowMs, tell);
      else tell();
    };
    const recogniser = recognise(parametersOf(exchange.headers), tellLater);
    const giveUp = () => {
      exchange.write(
        encodeException("BadRequestException", {
          Message: "Your request timed out because no new audio was received for 15 seconds.",
        }),
      );
      exchange.end();
    };
    let cancel = clock.after(silentLimitMs, giveUp);
    let heardMs = 0;
    for await (const { body } of clientEvents(exchange.body)) {
      cancel();
      cancel = clock.after(silentLimitMs, giveUp);
      recogniser.hear(samplesOf(body));
      heardMs += body.length / 16;
      const isBreak = (fault === "drop" || fault === "silentEnd") && heardMs >= breakAfterMs;
      if (!isBreak) continue;
      cancel();
      if (fault === "drop") exchange.destroy();
      else exchange.end();
      return true;
    }
    cancel();
    await recogniser.end();
    exchange.end();
    return true;
  };
}

function parametersOf(headers: Readonly<Record<string, string>>): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value]));
}
