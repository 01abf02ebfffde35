import type { Fact } from "../../functions/shared/knowledge";
import type { CallEvent } from "../liveCall";

/** What the page hears from the server while it is connected. */
export type ServerMessage = CallEvent | RefusedMessage;

/** What the page asked for was not done. */
export interface RefusedMessage {
  readonly type: "refused";
  /** One sentence each: what came, and what to write instead. */
  readonly errors: readonly string[];
}

/** A business that can be called, as the page shows it. Local times are of the business: `2026-11-23T10:00`. */
export interface BusinessCard {
  /** What a call names it by; the file's name without its ending. */
  readonly id: string;
  readonly name: string;
  readonly timezone: string;
  /** BCP 47. */
  readonly language: string;
  readonly now: string;
  /** A minute in the coming fortnight at which it is open, or closed; null where there is none. */
  readonly open: string | null;
  readonly closed: string | null;
  /** Numbers that the business knows, for trying the routes. */
  readonly numbers: readonly { readonly label: string; readonly number: string }[];
  readonly suggestions: readonly string[];
  readonly facts: readonly Fact[];
}

/** A business whose file cannot be used. */
export interface BrokenBusiness {
  readonly id: string;
  readonly errors: readonly string[];
}

/** The answer to `/businesses`. */
export interface BusinessMenu {
  /** The line that is chosen at first. */
  readonly line: "flow" | "duplex";
  /** Calls are made with the browser's microphone. */
  readonly hasMicrophone: boolean;
  readonly businesses: readonly BusinessCard[];
  readonly broken: readonly BrokenBusiness[];
}

/** A call that was kept, as `/kept` lists them. */
export interface KeptCallEntry {
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  /** Null where withheld. */
  readonly from: string | null;
  readonly route: string;
  readonly outcome: string;
  readonly durationMs: number;
  readonly business: string;
  readonly timezone: string;
  /** Where its page is served. */
  readonly page: string;
}

/** The answer to `/route`: where a call would go. */
export type RoutePreview = { readonly route: string; readonly reason: string } | { readonly errors: readonly string[] };

/**
 * One message to the page as bytes: the length of the JSON (4 bytes, little endian), the JSON without samples, the samples
 * (s16, little endian). A message without samples has none at the end.
 */
export function encodeMessage(message: ServerMessage): Uint8Array<ArrayBuffer> {
  const pcm = "pcm" in message ? message.pcm : null;
  const json = new TextEncoder().encode(JSON.stringify(pcm === null ? message : { ...message, pcm: [] }));
  const bytes = new Uint8Array(4 + json.length + (pcm?.length ?? 0) * 2);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, json.length, true);
  bytes.set(json, 4);
  pcm?.forEach((sample, index) => {
    view.setInt16(4 + json.length + index * 2, sample, true);
  });
  return bytes;
}

/** The other way round. Throws where the bytes are no message. */
export function decodeMessage(bytes: ArrayBuffer): ServerMessage {
  const view = new DataView(bytes);
  const samplesFrom = 4 + view.getUint32(0, true);
  const message = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, samplesFrom - 4))) as ServerMessage;
  if (!("pcm" in message) || message.pcm === null) return message;
  const pcm = new Int16Array((bytes.byteLength - samplesFrom) >> 1);
  for (let index = 0; index < pcm.length; index++) pcm[index] = view.getInt16(samplesFrom + index * 2, true);
  return { ...message, pcm };
}
