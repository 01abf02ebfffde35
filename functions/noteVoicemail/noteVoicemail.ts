import { type ConnectEvent, callerNumber } from "../shared/connectEvent";
import type { Knowledge } from "../shared/knowledge";
import { dialledNumber, spokenNumber } from "../shared/phoneNumber";
import { reportDeadlineMs, type VoicemailNotes } from "../shared/voicemail";
import { callbackText } from "./callbackTexts";

export interface NoteVoicemailPorts {
  readonly clock: { now(): number };
  readonly knowledge: () => Promise<Knowledge>;
  readonly notes: Pick<VoicemailNotes, "begin" | "callBack">;
  /** Plans when the owner is told of the voicemail at the latest. Nothing where it is planned already. */
  readonly planReport: (contactId: string, atMs: number) => Promise<void>;
}

/** What the flow compares: strings only. */
export interface VoicemailAnswer {
  /** Whether there is a number to call back; `wrong`: what was typed is none. */
  readonly callback: "known" | "unknown" | "wrong";
  /** What is said to the caller of the number that they typed; a space where there is nothing to say. */
  readonly text: string;
}

/**
 * Notes that a caller leaves a message, before it is taken; and, where they have typed one (`typed`), on which number they want to be
 * called back. The same event may come often. Throws where a port fails.
 */
export async function noteVoicemail(event: ConnectEvent, ports: NoteVoicemailPorts): Promise<VoicemailAnswer> {
  const { ContactId: contactId } = event.Details.ContactData;
  const from = callerNumber(event);
  const { typed } = event.Details.Parameters;
  if (typed !== undefined) return noteNumber(contactId, typed, ports);
  const startedAtMs = ports.clock.now();
  await Promise.all([
    ports.notes.begin(contactId, { from, startedAtMs }),
    ports.planReport(contactId, reportDeadlineMs(startedAtMs)),
  ]);
  return { callback: from === null ? "unknown" : "known", text: " " };
}

async function noteNumber(contactId: string, typed: string, ports: NoteVoicemailPorts): Promise<VoicemailAnswer> {
  const { business } = await ports.knowledge();
  const number = dialledNumber(typed, business.phone);
  if (number === null) return { callback: "wrong", text: " " };
  await ports.notes.callBack(contactId, number);
  const text = callbackText(spokenNumber(number, business.phone), business.languages[0] ?? "en-US");
  return { callback: "known", text };
}
