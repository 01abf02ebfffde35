import { EventStreamCodec, getChunkedStream } from "@smithy/core/event-streams";
import { fromUtf8, toUtf8 } from "@smithy/core/serde";

/** One event of a client's request, unpacked from its signed envelope. */
export interface ClientEvent {
  readonly type: string;
  readonly body: Uint8Array;
}

/** What an answer of events begins with. */
export const eventStreamHead = { "content-type": "application/vnd.amazon.eventstream" } as const;

const codec = new EventStreamCodec(toUtf8, fromUtf8);
const text = (value: string) => ({ type: "string", value }) as const;

/** An event of an answer; a value that is no bytes goes as JSON. */
export function encodeEvent(type: string, value: unknown): Uint8Array {
  const isBytes = value instanceof Uint8Array;
  return codec.encode({
    headers: {
      ":message-type": text("event"),
      ":event-type": text(type),
      ":content-type": text(isBytes ? "application/octet-stream" : "application/json"),
    },
    body: isBytes ? value : Buffer.from(JSON.stringify(value)),
  });
}

/** An error in the middle of an answer, which the client throws under its name. */
export function encodeException(name: string, value: object): Uint8Array {
  return codec.encode({
    headers: {
      ":message-type": text("exception"),
      ":exception-type": text(name),
      ":content-type": text("application/json"),
    },
    body: Buffer.from(JSON.stringify(value)),
  });
}

/** Bytes in the place of an event that no client can read: the checksum is wrong. */
export function encodeGarbage(): Uint8Array {
  const bytes = encodeEvent("garbage", { nothing: true });
  bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 0xff;
  return bytes;
}

/** The client's events until it ends its request. Ends early, without an error, where the client breaks off. */
export async function* clientEvents(body: AsyncIterable<Uint8Array>): AsyncGenerator<ClientEvent> {
  try {
    for await (const raw of getChunkedStream(body)) {
      const outer = codec.decode(raw);
      const isSigned = ":chunk-signature" in outer.headers;
      // An empty envelope says that nothing more comes.
      if (isSigned && outer.body.length === 0) return;
      const { headers, body: inner } = isSigned ? codec.decode(outer.body) : outer;
      yield { type: String(headers[":event-type"]?.value), body: inner };
    }
  } catch {
    // A client that goes away in the middle of an event has nothing more to say.
  }
}
