import { GetDataEndpointCommand, type KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { GetMediaCommand, KinesisVideoMediaClient, type StartSelector } from "@aws-sdk/client-kinesis-video-media";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { SampledSound } from "../../aws/s3Prompts";
import type { CallStart } from "../../shared/callStore";
import type { Clock, Ear } from "../ports";
import { callerSound } from "./callerSound";
import { type Fragments, follow, newFragments, reopened } from "./kvsFragments";
import { matroskaReader } from "./matroska";

export interface KvsEarSettings {
  readonly client: KinesisVideoClient;
  readonly contactId: string;
  readonly stream: NonNullable<CallStart["stream"]>;
  /** What was said before this was another's to hear, epoch milliseconds; null: everything is heard. @default null */
  readonly fromMs?: number | null;
  readonly clock: Clock;
}

/** Connect sends silence too, a fragment a second: a connection without bytes for so long is dead. */
const deadAfterMs = 5_000;

/** A place in the stream is dated by when it came in; what was said then stands in a fragment of a second that may be dated before. */
const beforeMs = 2_000;

/**
 * The caller's side of a call as Connect streams it into Kinesis Video Streams. It begins where the stream was turned on, and ends
 * where the stream ends or goes on to another call. Throws where a connection fails; listening again goes on behind the last
 * fragment that was read whole, and brings nothing twice.
 */
export function kvsEar({ client, contactId, stream, fromMs = null, clock }: KvsEarSettings): Ear<SampledSound> {
  let fragments: Fragments = newFragments(contactId);
  const soundOf = callerSound(stream.startMs);
  const startMs = fromMs === null ? stream.startMs : Math.max(stream.startMs, fromMs - beforeMs);
  let finding: Promise<string | undefined> | null = null;

  async function* listen(signal: AbortSignal): AsyncIterable<SampledSound> {
    while (!signal.aborted) {
      let isNews = false;
      for await (const sound of connection(signal)) {
        isNews = true;
        yield sound;
      }
      // AWS may end a connection whose stream goes on; one that brings nothing more is over.
      if (signal.aborted || fragments.isOver || !isNews) return;
    }
  }

  async function* connection(signal: AbortSignal): AsyncIterable<SampledSound> {
    fragments = reopened(fragments);
    const reader = matroskaReader();
    const guard = new AbortController();
    const abort = () => guard.abort();
    signal.addEventListener("abort", abort, { once: true });
    let isDead = false;
    const watch = () =>
      clock.after(deadAfterMs, () => {
        isDead = true;
        guard.abort();
      });
    let unwatch = watch();
    let body: AsyncIterable<Uint8Array> & { destroy?(): void } = noBytes();
    let media: KinesisVideoMediaClient | null = null;
    try {
      media = mediaClient(await mediaEndpoint(guard.signal));
      const { Payload } = await media.send(
        new GetMediaCommand({ StreamARN: stream.arn, StartSelector: startOf(fragments, startMs) }),
        { abortSignal: guard.signal },
      );
      body = (Payload ?? noBytes()) as typeof body;
      for await (const bytes of body) {
        unwatch();
        for (const event of reader.read(bytes)) {
          const [after, blocks] = follow(fragments, event);
          fragments = after;
          for (const block of blocks) {
            const sound = soundOf(block);
            if (sound !== null) yield sound;
          }
          if (fragments.isOver) return;
        }
        if (fragments.fault !== null) throw new Error(`the stream of the caller's voice failed: ${fragments.fault}`);
        unwatch = watch();
      }
    } catch (error) {
      if (signal.aborted) return;
      if (isDead) throw new Error(`no sound of the caller for ${deadAfterMs} ms`);
      throw error;
    } finally {
      unwatch();
      signal.removeEventListener("abort", abort);
      // The response of a stream that is left in the middle would stay open for as long as the caller speaks.
      guard.abort();
      body.destroy?.();
      media?.destroy();
    }
  }

  /** Found once; asked for again where it could not be found. */
  function mediaEndpoint(signal: AbortSignal): Promise<string | undefined> {
    finding ??= findEndpoint(signal).catch((error) => {
      finding = null;
      throw error;
    });
    return finding;
  }

  async function findEndpoint(abortSignal: AbortSignal): Promise<string | undefined> {
    const request = new GetDataEndpointCommand({ StreamARN: stream.arn, APIName: "GET_MEDIA" });
    return (await client.send(request, { abortSignal })).DataEndpoint;
  }

  function mediaClient(endpoint: string | undefined): KinesisVideoMediaClient {
    return new KinesisVideoMediaClient({
      endpoint,
      region: client.config.region,
      credentials: client.config.credentials,
      maxAttempts: 1,
      // Of a call's sound there is an end only when the call is over.
      requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000, requestTimeout: 0 }),
    });
  }

  return { listen };
}

/** Behind the last fragment that was read whole; at first where the stream was turned on, for a fragment's number would skip it. */
function startOf({ lastNumber }: Fragments, startMs: number): StartSelector {
  if (lastNumber !== null) return { StartSelectorType: "FRAGMENT_NUMBER", AfterFragmentNumber: lastNumber };
  return { StartSelectorType: "SERVER_TIMESTAMP", StartTimestamp: new Date(startMs) };
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}
