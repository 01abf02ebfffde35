/** What becomes of a place of a stack when a caller is erased. */
export type Erasing =
  /** A sink of this name takes out what is theirs. */
  | { readonly by: "sink" }
  /** Nobody's data is in it, or goes by itself: why, in a sentence. */
  | { readonly by: "itself"; readonly why: string };

const sink: Erasing = { by: "sink" };
const itself = (why: string): Erasing => ({ by: "itself", why });

/**
 * Every place of a stack that can keep something, by the name of its resource. A test holds it to the plan: who adds a table, a bucket,
 * a queue or a log says here what becomes of it when a caller is erased.
 */
export const keptPlaces = {
  calls: sink,
  bookings: sink,
  records: sink,
  "files-bucket": sink,
  "prompts-bucket": sink,
  "recordings-bucket": sink,
  "afterCall-reminders": sink,
  "voicemail-reports": sink,
  "knowledge-bucket": itself("It holds what the business says of itself."),
  "knowledge-vectors": itself("Likewise."),
  "knowledge-index": itself("Likewise."),
  "connect-streams": itself("Kinesis Video Streams forgets a voice after 24 hours."),
  "connect-recordings": itself("It says where recordings lie: in recordings-bucket."),
} as const satisfies Readonly<Record<string, Erasing>>;

export type SinkName = {
  [Name in keyof typeof keptPlaces]: (typeof keptPlaces)[Name]["by"] extends "sink" ? Name : never;
}[keyof typeof keptPlaces];

/** What cannot be erased from here, and when it is gone. */
export const outOfReach = [
  "Amazon Connect keeps its own record of each contact, with the number, for 24 months; AWS deletes it on request.",
  "Kinesis Video Streams keeps the caller's voice for 24 hours.",
  "Backups of the tables (point-in-time recovery) go back 35 days.",
  "E-mails and text messages that went out are with whom they went to.",
  "Lists that the owner keeps by hand (callers in the knowledge file, vip, blocked) stay as they are.",
] as const;
/** Where the instance is another's. */
export const adoptedRecordings = "Recordings are in the bucket of whoever owns the Connect instance.";
