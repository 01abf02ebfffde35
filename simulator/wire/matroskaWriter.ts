import { bytesOf } from "../../functions/voice/aws/frames";

/** A fragment of a call's sound as Amazon Connect writes it into Kinesis Video Streams. */
export interface FragmentHead {
  /** 47 digits. */
  readonly number: string;
  readonly serverMs: number;
  readonly producerMs: number;
  readonly tracks: readonly { readonly number: number; readonly name: string }[];
}

/** Up to the first block: header, tracks, leading tags, and the cluster's beginning. */
export function fragmentHead({ number, serverMs, producerMs, tracks }: FragmentHead): Uint8Array {
  return Buffer.concat([
    element("1a45dfa3", element("4286", bytes(1)), element("4282", utf8("matroska"))),
    Buffer.from("1853806701ffffffffffffff", "hex"),
    element("1549a966", element("2ad7b1", bytes(1_000_000)), element("4d80", utf8("Kinesis Video SDK 1.1.0 JNI 2.0"))),
    element("1654ae6b", ...tracks.map(trackEntry)),
    tags({
      AWS_KINESISVIDEO_FRAGMENT_NUMBER: number,
      AWS_KINESISVIDEO_SERVER_TIMESTAMP: seconds(serverMs),
      AWS_KINESISVIDEO_PRODUCER_TIMESTAMP: seconds(producerMs),
    }),
    Buffer.from("1f43b67501ffffffffffffff", "hex"),
    element("e7", bytes(producerMs)),
  ]);
}

/** Samples of a track, so many milliseconds after the fragment's beginning. */
export function simpleBlock(track: number, offsetMs: number, pcm: Int16Array): Uint8Array {
  const head = Buffer.alloc(4);
  head.writeUInt8(0x80 | track, 0);
  head.writeInt16BE(offsetMs, 1);
  head.writeUInt8(0x80, 3);
  return element("a3", head, bytesOf(pcm));
}

/** What stands behind a fragment's sound. */
export function fragmentTail(contactId: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return tags({
    ContactId: contactId,
    InstanceId: "00000000-0000-4000-8000-000000000000",
    MimeType: "audio/L16;rate=8000;channels=1;",
    AUDIO_FROM_CUSTOMER: "1",
    Events: "[]",
    AWS_KINESISVIDEO_MILLIS_BEHIND_NOW: "0",
    ...more,
  });
}

/** Any element; its size takes 8 bytes, which is allowed and simplest. */
export function element(id: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(parts);
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE(BigInt(body.length));
  size.writeUInt8(1, 0);
  return Buffer.concat([Buffer.from(id, "hex"), size, body]);
}

/** The codec is not what it says: the blocks are plain samples. */
function trackEntry({ number, name }: FragmentHead["tracks"][number]): Uint8Array {
  const rate = Buffer.alloc(8);
  rate.writeDoubleBE(8_000);
  return element(
    "ae",
    element("d7", bytes(number)),
    element("73c5", bytes(number)),
    element("83", bytes(2)),
    element("536e", utf8(name)),
    element("86", utf8("A_AAC")),
    element("e1", element("b5", rate), element("9f", bytes(1))),
  );
}

function tags(values: Readonly<Record<string, string>>): Uint8Array {
  const simple = Object.entries(values).map(([name, value]) =>
    element("67c8", element("45a3", utf8(name)), element("4487", utf8(value))),
  );
  return element("1254c367", element("7373", ...simple));
}

function bytes(value: number): Uint8Array {
  const hex = value.toString(16);
  return Buffer.from(hex.padStart(hex.length + (hex.length % 2), "0"), "hex");
}

function utf8(text: string): Uint8Array {
  return Buffer.from(text, "utf8");
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
