import type { Files } from "../shared/files";
import type { Knowledge } from "../shared/knowledge";
import type { ScreenedCalls } from "../shared/screenedCalls";
import {
  contactOfRecording,
  messageKey,
  transcriptKey,
  type VoicemailNote,
  type VoicemailNotes,
} from "../shared/voicemail";
import { hasTone, isAudible, messageIn } from "./voicemailMessage";
import { readWave, type Wave, writeWave } from "./wave";
import { writingLanguages } from "./writingLanguages";

/** A recording that has come. */
export interface RecordingInput {
  readonly bucket: string;
  readonly key: string;
  /** When, ISO 8601. */
  readonly at: string;
}

export interface PrepareVoicemailPorts {
  readonly notes: Pick<VoicemailNotes, "of" | "begin" | "become">;
  readonly screened: Pick<ScreenedCalls, "of">;
  /** A recording as Connect has left it. Throws where it cannot be had. */
  readonly recording: (bucket: string, key: string) => Promise<Uint8Array>;
  readonly files: Pick<Files, "put">;
  readonly knowledge: () => Promise<Knowledge>;
}

/** A message that lies where its words can be written down. */
export interface FiledMessage {
  readonly contactId: string;
  /** Null where its language is one of several. */
  readonly language: string | null;
  readonly languages: readonly string[];
  readonly messageKey: string;
  readonly transcriptKey: string;
}

/**
 * Cuts the message out of a call's recording and files it. Nothing is filed where the call was none in which a message was taken, or
 * is another stack's, or where nobody spoke. Safe to repeat. Throws where a port fails, or the recording is no sound.
 */
export async function prepareVoicemail(
  { bucket, key, at }: RecordingInput,
  ports: PrepareVoicemailPorts,
): Promise<{ readonly filed: FiledMessage | null }> {
  const contactId = contactOfRecording(key);
  if (contactId === null) return { filed: null };
  const noted = await ports.notes.of(contactId);
  if (noted === null && !(await mayBeVoicemail(contactId, ports))) return { filed: null };
  const recording = readWave(await ports.recording(bucket, key));
  if (recording === null) throw new Error("the recording is no WAV file of 16 bits or µ-law");
  const note = noted ?? (await noteOf(contactId, recording, ports));
  if (note === null) return { filed: null };
  const message = messageIn(recording, Date.parse(at) - note.startedAtMs);
  if (!isAudible(message)) {
    await ports.notes.become(contactId, "empty");
    return { filed: null };
  }
  await ports.files.put(messageKey(contactId), writeWave(message), "audio/wav");
  const languages = writingLanguages((await ports.knowledge()).business.languages);
  return {
    filed: {
      contactId,
      language: languages.length === 1 ? (languages[0] ?? null) : null,
      languages,
      messageKey: messageKey(contactId),
      transcriptKey: transcriptKey(contactId),
    },
  };
}

/** A call that never came to an agent may have left a message also where that could not be noted. */
async function mayBeVoicemail(contactId: string, { screened }: PrepareVoicemailPorts): Promise<boolean> {
  const route = (await screened.of(contactId))?.route;
  return route === "voicemail" || route === "human";
}

/** The tone says that a message was taken; what was said when the call came in takes the place of the note. */
async function noteOf(
  contactId: string,
  recording: Wave,
  { notes, screened }: PrepareVoicemailPorts,
): Promise<VoicemailNote | null> {
  const call = await screened.of(contactId);
  if (call === null || !hasTone(recording)) return null;
  await notes.begin(contactId, { from: call.from, startedAtMs: call.atMs });
  return notes.of(contactId);
}
