import type { Clock } from "../../functions/voice/ports";
import type { KvsStreams, StartPlace } from "./kvsStreams";
import { type NextFault, slowMs } from "./wireFault";
import { answerJson, type Exchange, isRefused, jsonBody, type WireService } from "./wireServer";

export interface KvsSettings {
  readonly streams: KvsStreams;
  /** Asked for each `GetMedia`. */
  readonly nextFault: NextFault;
  readonly clock: Clock;
  /** How late every block is. @default 0 */
  readonly lateMs?: number;
  /** Where `GetMedia` is served: the server's own address. */
  readonly url: () => string;
}

interface GetMediaRequest {
  readonly StreamARN: string;
  readonly StartSelector: {
    readonly StartSelectorType: string;
    /** Epoch seconds. */
    readonly StartTimestamp?: number;
    readonly AfterFragmentNumber?: string;
  };
}

/** How much of a stream comes before it breaks that is to break in the middle. */
const breakAfterBytes = 20_000;

/** Amazon Kinesis Video Streams: `GetDataEndpoint`, and `GetMedia` as one long answer. */
export function kvsServer({ streams, nextFault, clock, lateMs = 0, url }: KvsSettings): WireService {
  async function getMedia(exchange: Exchange): Promise<void> {
    const { StreamARN, StartSelector } = await jsonBody<GetMediaRequest>(exchange);
    const fault = nextFault();
    if (await isRefused(exchange, fault)) return;
    exchange.begin(200, { "content-type": "video/webm" });
    if (fault === "garbage") exchange.write(Buffer.alloc(70_000, 0xa5));
    const isBreaking = fault === "drop" || fault === "silentEnd";
    let given = 0;
    const isBroken = () => isBreaking && given >= breakAfterBytes;
    const give = (bytes: Uint8Array) => {
      if (exchange.over.aborted || isBroken()) return;
      given += bytes.length;
      exchange.write(bytes);
      if (!isBroken()) return;
      // What was written before still arrives.
      clock.after(5, fault === "drop" ? exchange.destroy : exchange.end);
    };
    const waitMs = lateMs + (fault === "slow" ? slowMs : 0);
    const later = (act: () => void) => (waitMs > 0 ? void clock.after(waitMs, act) : act());
    const leave = streams.read(
      StreamARN,
      placeOf(StartSelector),
      (bytes) => later(() => give(bytes)),
      () => later(() => (isBroken() ? undefined : exchange.end())),
    );
    exchange.over.addEventListener("abort", leave, { once: true });
    if (exchange.over.aborted) leave();
  }

  return async (exchange) => {
    if (exchange.path === "/getDataEndpoint") answerJson(exchange, { DataEndpoint: url() });
    else if (exchange.path === "/getMedia") await getMedia(exchange);
    else return false;
    return true;
  };
}

function placeOf({
  StartSelectorType,
  StartTimestamp = 0,
  AfterFragmentNumber = "",
}: GetMediaRequest["StartSelector"]): StartPlace {
  switch (StartSelectorType) {
    case "EARLIEST":
      return { type: "earliest" };
    case "SERVER_TIMESTAMP":
    case "PRODUCER_TIMESTAMP":
      return { type: "time", atMs: StartTimestamp * 1_000 };
    case "FRAGMENT_NUMBER":
      return { type: "after", number: AfterFragmentNumber };
    default:
      return { type: "now" };
  }
}
