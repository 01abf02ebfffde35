import type { Files } from "../shared/files";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import { redact } from "../shared/redact";
import { contactOfJob, messageKey, transcriptKey, type VoicemailNotes } from "../shared/voicemail";
import type { TranscriptionEnd } from "../shared/voicemailEvents";
import { composeReport, type MessageKnown } from "./composeReport";
import { firstWords, readSummary, type Summary } from "./summary";
import { isSaidUrgent } from "./urgentWords";

export interface ReportVoicemailPorts {
  readonly notes: Pick<VoicemailNotes, "of" | "become">;
  readonly files: Pick<Files, "get" | "put" | "list">;
  readonly knowledge: () => Promise<Knowledge>;
  /** What a model makes of a message's words; need not be right. Throws where it cannot be asked. */
  readonly summarise: (words: string) => Promise<unknown>;
  /** The address under which a file of a call is opened. */
  readonly link: (key: string) => string;
}

/**
 * Words what the owner is told of a voicemail, when it is written down, or could not be, or the time for telling is over. Null where
 * there is nothing to tell: the call was no voicemail of ours, or nobody spoke. Safe to repeat. Throws where a port fails, but for
 * the model.
 */
export async function reportVoicemail(
  end: TranscriptionEnd,
  ports: ReportVoicemailPorts,
): Promise<{ readonly owner: Message | null; readonly schedule: string | null }> {
  const contactId = contactOfJob(end.TranscriptionJobName);
  const note = contactId === null ? null : await ports.notes.of(contactId);
  if (contactId === null || note === null) return { owner: null, schedule: null };
  if (note.state === "empty") return { owner: null, schedule: contactId };
  const knowledge = await ports.knowledge();
  const known = await knownOf(contactId, end, knowledge, ports);
  if (known.kind === "missing") await ports.notes.become(contactId, "missed");
  const link = ports.link(messageKey(contactId));
  return { owner: composeReport(contactId, note, known, knowledge, link), schedule: contactId };
}

async function knownOf(
  contactId: string,
  { TranscriptionJobStatus }: TranscriptionEnd,
  knowledge: Knowledge,
  ports: ReportVoicemailPorts,
): Promise<MessageKnown> {
  const { files } = ports;
  if (TranscriptionJobStatus === "OVERDUE") {
    const isFiled = (await files.list(messageKey(contactId))).length > 0;
    return { kind: isFiled ? "unwritten" : "missing" };
  }
  const written = TranscriptionJobStatus === "FAILED" ? null : await files.get(transcriptKey(contactId));
  if (written === null) return { kind: "unwritten" };
  const { business } = knowledge;
  const words = redact(wordsOf(written), { ours: [business.name, business.phone, business.address ?? ""] });
  // Nobody needs what was taken out of it any more.
  await files.put(transcriptKey(contactId), JSON.stringify(transcriptionOf(words)), "application/json");
  return words === "" ? { kind: "noWords" } : { kind: "words", summary: await summaryOf(words, ports) };
}

/** The model may find a message urgent that does not say so, and never the other way round. */
async function summaryOf(words: string, { summarise }: ReportVoicemailPorts): Promise<Summary> {
  const made = readSummary(await summarise(words).catch(() => null), words);
  return { lines: made?.lines ?? firstWords(words), isUrgent: isSaidUrgent(words) || made?.isUrgent === true };
}

/** What Transcribe leaves behind, as far as it matters (Amazon Transcribe developer guide, "Data input and output"). */
interface Transcription {
  readonly results: { readonly transcripts: readonly { readonly transcript: string }[] };
}

function wordsOf(written: Uint8Array): string {
  const { results } = JSON.parse(Buffer.from(written).toString("utf8")) as Transcription;
  return results.transcripts
    .map(({ transcript }) => transcript)
    .join(" ")
    .trim();
}

function transcriptionOf(words: string): Transcription {
  return { results: { transcripts: [{ transcript: words }] } };
}
