import { z } from "zod";

const localMinute = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

const request = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("call"),
    business: z.string().min(1).max(200),
    /** As the caller wrote it; null where the number is withheld. */
    from: z.string().min(1).max(40).nullable(),
    /** Local time of the business; null: now. */
    at: z.string().regex(localMinute).nullable(),
    line: z.enum(["flow", "duplex"]),
  }),
  z.strictObject({ type: z.literal("say"), text: z.string().trim().min(1).max(500) }),
  z.strictObject({ type: z.literal("press"), key: z.string().regex(/^[0-9*#]$/) }),
  z.strictObject({ type: z.literal("hangUp") }),
]);

/** What the page asks of the server. */
export type PageRequest = z.infer<typeof request>;
export type CallRequest = Extract<PageRequest, { type: "call" }>;

/** 20 ms at 8 kHz, the size in which the page sends its microphone's sound: s16, little endian. */
const microphoneBytes = 320;

/** The samples of a microphone; null where it is not what the page would send. */
export function microphoneSamples(bytes: Uint8Array): Int16Array | null {
  if (bytes.byteLength !== microphoneBytes) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int16Array.from({ length: microphoneBytes / 2 }, (_, index) => view.getInt16(index * 2, true));
}

/** Reads what came over the socket; null where it is nothing that the page would send. */
export function readPageRequest(text: string): PageRequest | null {
  try {
    return request.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
