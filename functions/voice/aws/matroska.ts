/**
 * Reads the Matroska stream that Kinesis Video Streams sends of an Amazon Connect call, as it comes in. Each fragment of the stream
 * is a file of its own, a header, tracks, a cluster of blocks and tags; many follow one another. The codec id says AAC, but the
 * blocks hold plain signed 16-bit samples.
 */
export interface MatroskaReader {
  /** What the bytes complete. The same bytes give the same events, however they are split. Never throws. */
  read(bytes: Uint8Array): MatroskaEvent[];
}

export type MatroskaEvent =
  /** A new fragment begins; its tracks are not those of the one before. */
  | { readonly type: "fragment" }
  | { readonly type: "track"; readonly number: number; readonly name: string }
  | { readonly type: "tag"; readonly name: string; readonly value: string }
  /** Samples of a track. `atMs`: as the producer dated them. */
  | { readonly type: "block"; readonly track: number; readonly atMs: number; readonly pcm: Int16Array };

/** Elements that hold others. Their size, often unknown, is not looked at: what is inside is told by its own id. */
const masters = new Set([0x18538067, 0x1549a966, 0x1654ae6b, 0xae, 0x1f43b675, 0xa0, 0x1254c367, 0x7373, 0x67c8]);
const ids = {
  header: 0x1a45dfa3,
  trackEntry: 0xae,
  cluster: 0x1f43b675,
  timestampScale: 0x2ad7b1,
  trackNumber: 0xd7,
  trackName: 0x536e,
  clusterTimestamp: 0xe7,
  simpleBlock: 0xa3,
  block: 0xa1,
  tagName: 0x45a3,
  tagString: 0x4487,
} as const;
const headerBytes = new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]);
/** A block of Connect has 1,024 bytes; whatever claims to be longer than this is no part of such a stream. */
const longestElement = 65_536;
const longestHeader = 4_096;

/** A reader at the start of a stream. Whatever is no Matroska is passed over up to the next fragment. */
export function matroskaReader(): MatroskaReader {
  let buffer: Uint8Array = new Uint8Array(0);
  /** What is read next. */
  let at = 0;
  /** Start of the element before, from where a fragment is looked for when what follows it makes no sense. */
  let lastAt = 0;
  let isLost = false;
  let fragment = emptyFragment();

  function read(bytes: Uint8Array): MatroskaEvent[] {
    buffer = joined(buffer.subarray(lastAt), bytes);
    at -= lastAt;
    lastAt = 0;
    const events: MatroskaEvent[] = [];
    while (isLost ? findHeader() : readElement(events));
    return events;
  }

  /** False where the bytes do not suffice. */
  function readElement(events: MatroskaEvent[]): boolean {
    const head = headOf(buffer, at);
    if (head === "more") return false;
    if (head === "nonsense") return lose();
    const { id, size, bodyAt } = head;
    if (masters.has(id)) {
      if (id === ids.cluster) fragment = { ...fragment, isCluster: true };
      if (id === ids.trackEntry) fragment = { ...fragment, trackNumber: null, trackName: "" };
      lastAt = at;
      at = bodyAt;
      return true;
    }
    if (size === null || size > (id === ids.header ? longestHeader : longestElement)) return lose();
    // No fragment begins inside an element, nor across the border of two: then a size was wrong.
    const end = bodyAt + size;
    const inside = headerIn(buffer, lastAt + 1, Math.min(end, buffer.length), at);
    if (inside !== null) {
      lastAt = inside;
      at = inside;
      return true;
    }
    if (buffer.length < end) return false;
    take(id, buffer.subarray(bodyAt, end), events);
    lastAt = at;
    at = end;
    return true;
  }

  function take(id: number, body: Uint8Array, events: MatroskaEvent[]): void {
    switch (id) {
      case ids.header:
        fragment = emptyFragment();
        events.push({ type: "fragment" });
        return;
      case ids.timestampScale:
        fragment = { ...fragment, scaleNs: numberOf(body) };
        return;
      case ids.clusterTimestamp:
        fragment = { ...fragment, clusterAt: numberOf(body) };
        return;
      case ids.trackNumber:
        fragment = { ...fragment, trackNumber: numberOf(body) };
        return tellTrack(events);
      case ids.trackName:
        fragment = { ...fragment, trackName: textOf(body) };
        return tellTrack(events);
      case ids.tagName:
        fragment = { ...fragment, tagName: textOf(body) };
        return;
      case ids.tagString:
        if (fragment.tagName !== null) events.push({ type: "tag", name: fragment.tagName, value: textOf(body) });
        fragment = { ...fragment, tagName: null };
        return;
      case ids.simpleBlock:
      case ids.block:
        return takeBlock(body, events);
    }
  }

  /** Number and name come in any order; a track is told again where more is known of it. */
  function tellTrack(events: MatroskaEvent[]): void {
    const { trackNumber, trackName } = fragment;
    if (trackNumber !== null) events.push({ type: "track", number: trackNumber, name: trackName });
  }

  function takeBlock(body: Uint8Array, events: MatroskaEvent[]): void {
    const track = sizeOf(body, 0);
    if (!fragment.isCluster || typeof track !== "object" || track.value === null) return;
    const samplesAt = track.end + 3;
    if (samplesAt > body.length) return;
    const offset = new DataView(body.buffer, body.byteOffset + track.end, 2).getInt16(0);
    const atMs = (fragment.clusterAt + offset) * (fragment.scaleNs / 1_000_000);
    events.push({ type: "block", track: track.value, atMs, pcm: samplesOf(body.subarray(samplesAt)) });
  }

  function lose(): boolean {
    isLost = true;
    at = lastAt + 1;
    return true;
  }

  function findHeader(): boolean {
    for (; at + headerBytes.length <= buffer.length; at++) {
      if (!isMagic(buffer, at)) continue;
      const plausible = isHeader(buffer, at);
      if (plausible === "more") break;
      if (!plausible) continue;
      isLost = false;
      break;
    }
    lastAt = at;
    return !isLost;
  }

  return { read };
}

interface Fragment {
  readonly scaleNs: number;
  readonly clusterAt: number;
  readonly isCluster: boolean;
  readonly trackNumber: number | null;
  readonly trackName: string;
  readonly tagName: string | null;
}

function emptyFragment(): Fragment {
  return { scaleNs: 1_000_000, clusterAt: 0, isCluster: false, trackNumber: null, trackName: "", tagName: null };
}

interface Head {
  readonly id: number;
  /** Of the body in bytes, null where it is not known. */
  readonly size: number | null;
  readonly bodyAt: number;
}

function headOf(bytes: Uint8Array, at: number): Head | "more" | "nonsense" {
  const first = bytes[at];
  if (first === undefined) return "more";
  const length = Math.clz32(first) - 23;
  if (length > 4) return "nonsense";
  if (at + length >= bytes.length) return "more";
  let id = 0;
  for (let each = at; each < at + length; each++) id = id * 256 + (bytes[each] ?? 0);
  const size = sizeOf(bytes, at + length);
  return typeof size === "string" ? size : { id, size: size.value, bodyAt: size.end };
}

/** A number of variable length; null where all its bits are set, which stands for "not known". */
function sizeOf(bytes: Uint8Array, at: number): { value: number | null; end: number } | "more" | "nonsense" {
  const first = bytes[at];
  if (first === undefined) return "more";
  if (first === 0) return "nonsense";
  const length = Math.clz32(first) - 23;
  if (at + length > bytes.length) return "more";
  const mask = 0xff >> length;
  let value = first & mask;
  let isUnknown = value === mask;
  for (let each = at + 1; each < at + length; each++) {
    value = value * 256 + (bytes[each] ?? 0);
    isUnknown &&= bytes[each] === 0xff;
  }
  return { value: isUnknown ? null : value, end: at + length };
}

function isMagic(bytes: Uint8Array, at: number): boolean {
  return headerBytes.every((byte, offset) => bytes[at + offset] === byte);
}

/** Whether what begins like a fragment's header goes on like one: it is short, and all that it can hold has ids in 42xx. */
function isHeader(bytes: Uint8Array, at: number): boolean | "more" {
  const head = headOf(bytes, at);
  if (typeof head === "string") return head === "more" ? "more" : false;
  if (head.size === null || head.size > longestHeader) return false;
  if (head.size === 0) return true;
  const inside = bytes[head.bodyAt];
  if (inside === undefined) return "more";
  return inside === 0x42 || inside === 0xec || inside === 0xbf;
}

/** Where a fragment's header begins between two positions, other than at `known`. */
function headerIn(bytes: Uint8Array, from: number, end: number, known: number): number | null {
  const body = Buffer.from(bytes.buffer, bytes.byteOffset + from, Math.max(0, end - from));
  for (let found = body.indexOf(headerBytes); found >= 0; found = body.indexOf(headerBytes, found + 1)) {
    if (from + found !== known && isHeader(bytes.subarray(0, end), from + found) === true) return from + found;
  }
  return null;
}

function numberOf(body: Uint8Array): number {
  return body.reduce((value, byte) => value * 256 + byte, 0);
}

function textOf(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8").replace(/\0+$/, "");
}

/** A copy, for the bytes are soon overwritten. */
function samplesOf(body: Uint8Array): Int16Array {
  const samples = new Int16Array(body.length >> 1);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  for (let index = 0; index < samples.length; index++) samples[index] = view.getInt16(index * 2, true);
  return samples;
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(before.length + after.length);
  bytes.set(before);
  bytes.set(after, before.length);
  return bytes;
}
