/** What is known of a voicemail before its recording is there. */
export interface VoicemailNote {
  /** E.164; null where withheld. */
  readonly from: string | null;
  /** Where the caller wants to be called back, E.164; null where nobody knows a number. */
  readonly callback: string | null;
  readonly startedAtMs: number;
  /**
   * `awaited`: whatever comes of it is told. `empty`: the recording has come and nobody spoke, so there is nothing to tell.
   * `missed`: the owner was told that no recording has come.
   */
  readonly state: VoicemailState;
}

export type VoicemailState = "awaited" | "empty" | "missed";

/** Which calls came to leave a message. A note is kept as long as a recording. Each method throws where its service does. */
export interface VoicemailNotes {
  /** Notes that a message is about to be taken. The first note stays; its caller is called back where they call from. */
  begin(contactId: string, begun: Pick<VoicemailNote, "from" | "startedAtMs">): Promise<void>;
  /** The caller wants to be called back on another number. Nothing where there is no note. */
  callBack(contactId: string, number: string): Promise<void>;
  /** Nothing where there is no note. */
  become(contactId: string, state: VoicemailState): Promise<void>;
  /** Null where no message was to be taken. */
  of(contactId: string): Promise<VoicemailNote | null>;
}

/** Whether a message was left, as far as anybody knows by now: a recording that has not come yet may hold one. */
export function isLeft(note: VoicemailNote | null): boolean {
  return note !== null && note.state !== "empty";
}

export const voicemailTimes = {
  /** How long a message may be. */
  longestMs: 180_000,
  /** The owner hears of a voicemail at the latest so long after it has ended. */
  latestReportMs: 600_000,
} as const;

/** When the owner is to have heard of a voicemail: whoever began to speak then has certainly ended. */
export function reportDeadlineMs(startedAtMs: number): number {
  return startedAtMs + voicemailTimes.longestMs + voicemailTimes.latestReportMs;
}

export const voicemailFolder = "voicemail/";

/** Where a message lies, cut out of its recording. */
export function messageKey(contactId: string): string {
  return `${voicemailFolder}${contactId}.wav`;
}

/** Where its words lie: first as the transcription writes them, then redacted. */
export function transcriptKey(contactId: string): string {
  return `${voicemailFolder}${contactId}.json`;
}

const idAtItsEnd = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * The call that Connect has recorded: `…/ivr/2026/11/23/<contactId>_20261123T18:00_UTC.wav` (the folder is that of conversations with
 * a flow). Null where a key is none of those.
 */
export function contactOfRecording(key: string): string | null {
  return /(?:^|\/)ivr\/(?:[^/]+\/)*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_[^/]*\.wav$/.exec(key)?.[1] ?? null;
}

/** The call whose message a transcription job writes down: its name ends with the call's id. */
export function contactOfJob(jobName: string): string | null {
  return idAtItsEnd.exec(jobName)?.[1] ?? null;
}
