import { bytesOf } from "../../functions/voice/aws/frames";
import type { Clock } from "../../functions/voice/ports";
import { clientEvents, encodeEvent, encodeException, encodeGarbage, eventStreamHead } from "./eventStream";
import { type NextFault, slowMs } from "./wireFault";
import { type Exchange, isRefused, jsonBody, type WireService } from "./wireServer";

export interface PollySettings {
  /** The text as 8 kHz samples. */
  readonly voice: (text: string) => Promise<Int16Array>;
  /** Asked for each text, not for a stream that is only kept open. */
  readonly nextFault: NextFault;
  readonly firstByteMs: number;
  readonly clock: Clock;
  /** A stream on which nothing comes for so long is closed. @default 5000 */
  readonly idleLimitMs?: number;
  /** Whether a blank counts as something that comes. @default true */
  readonly isKeptOpenByBlanks?: boolean;
}

/** Polly sends sound in pieces, faster than it is spoken. */
const pieceBytes = 3_200;

/** Amazon Polly: `StartSpeechSynthesisStream` over HTTP/2, and `SynthesizeSpeech`; samples at 8 kHz. */
export function pollyServer(settings: PollySettings): WireService {
  return async (exchange) => {
    if (exchange.path === "/v1/synthesisStream") await stream(exchange, settings);
    else if (exchange.path === "/v1/speech") await speech(exchange, settings);
    else return false;
    return true;
  };
}

async function stream(
  exchange: Exchange,
  { voice, nextFault, firstByteMs, clock, idleLimitMs = 5_000, isKeptOpenByBlanks = true }: PollySettings,
): Promise<void> {
  exchange.begin(200, eventStreamHead);
  const giveUp = () => {
    const reason = {
      message: "No event came in time.",
      quotaCode: "input-stream-inbound-event-timeout",
      serviceCode: "polly",
    };
    exchange.write(encodeException("ServiceQuotaExceededException", reason));
    exchange.end();
  };
  let cancel = clock.after(idleLimitMs, giveUp);
  let characters = 0;
  for await (const { type, body } of clientEvents(exchange.body)) {
    const { Text = "" } = JSON.parse(Buffer.from(body).toString("utf8") || "{}") as { Text?: string };
    const isBlank = type !== "CloseStreamEvent" && Text.trim() === "";
    if (isBlank && !isKeptOpenByBlanks) continue;
    cancel();
    cancel = clock.after(idleLimitMs, giveUp);
    if (type === "CloseStreamEvent") break;
    if (isBlank) continue;
    const fault = nextFault();
    if (fault === "timeout") return cancel();
    if (fault === "throttle" || fault === "error") {
      cancel();
      const name = fault === "throttle" ? "ThrottlingException" : "ServiceFailureException";
      exchange.write(encodeException(name, { message: "The request was refused." }));
      return exchange.end();
    }
    characters += Text.length;
    // Begun before the wait: that the sound has to be made is the stand-in's own affair.
    const spoken = voice(Text);
    spoken.catch(() => undefined);
    await pause(clock, firstByteMs + (fault === "slow" ? slowMs : 0));
    const bytes = bytesOf(await spoken);
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      if (at > 0 && (fault === "drop" || fault === "silentEnd" || fault === "garbage")) break;
      exchange.write(encodeEvent("AudioEvent", bytes.subarray(at, at + pieceBytes)));
    }
    if (fault === "garbage") exchange.write(encodeGarbage());
    if (fault === null || fault === "slow") continue;
    cancel();
    await pause(clock, 5);
    return fault === "drop" ? exchange.destroy() : exchange.end();
  }
  cancel();
  exchange.write(encodeEvent("StreamClosedEvent", { RequestCharacters: characters }));
  exchange.end();
}

async function speech(exchange: Exchange, { voice, nextFault, firstByteMs, clock }: PollySettings): Promise<void> {
  const { Text } = await jsonBody<{ Text: string }>(exchange);
  const fault = nextFault();
  if (await isRefused(exchange, fault)) return;
  const spoken = voice(Text);
  spoken.catch(() => undefined);
  await pause(clock, firstByteMs + (fault === "slow" ? slowMs : 0));
  const bytes = bytesOf(await spoken);
  exchange.begin(200, { "content-type": "audio/pcm", "x-amzn-requestcharacters": String(Text.length) });
  if (fault === "drop" || fault === "garbage" || fault === "silentEnd") {
    exchange.write(bytes.subarray(0, 1));
    return fault === "drop" ? exchange.destroy() : exchange.end();
  }
  exchange.write(bytes);
  exchange.end();
}

function pause(clock: Clock, ms: number): Promise<void> {
  return new Promise((resolve) => clock.after(ms, resolve));
}
