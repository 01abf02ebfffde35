import { localTime } from "../shared/hours";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import { speakDate, speakTime } from "../shared/speakable";
import type { VoicemailNote } from "../shared/voicemail";
import type { Summary } from "./summary";

/** What is known of a message when its owner is told. */
export type MessageKnown =
  | { readonly kind: "words"; readonly summary: Summary }
  /** Somebody can be heard, and no word was made out. */
  | { readonly kind: "noWords" }
  /** It could not be written down, or not yet. */
  | { readonly kind: "unwritten" }
  /** No recording has come. */
  | { readonly kind: "missing" };

/**
 * What the owner is told of a voicemail. Whatever is known of it, it is one message and has one id, but for a recording that comes
 * after it was announced as missing.
 *
 * @param link where the message can be heard.
 */
export function composeReport(
  contactId: string,
  note: VoicemailNote,
  known: MessageKnown,
  { business }: Pick<Knowledge, "business">,
  link: string,
): Message {
  const { date, minute } = localTime(note.startedAtMs, business.timezone);
  const caller = note.from ?? "a withheld number";
  const isUrgent = known.kind === "words" && known.summary.isUrgent;
  const isLate = note.state === "missed" && known.kind !== "missing";
  const heard = known.kind === "missing" ? [] : [`Listen: ${link}`];
  const text = [
    ...(isLate ? ["The recording that was announced as missing has come.", ""] : []),
    ...(isUrgent ? ["URGENT", ""] : []),
    ...linesOf(known),
    "",
    `From: ${caller}`,
    ...(note.callback === note.from ? [] : [`Call back: ${note.callback}`]),
    `Called: ${speakDate(date, "en-US")}, ${speakTime(minute, "en-US")}`,
    ...heard,
    "",
    `Call ${contactId}`,
  ].join("\n");
  const subject = `${isUrgent ? "Urgent voicemail" : known.kind === "missing" ? "Missed voicemail" : "Voicemail"} from ${caller}`;
  return { id: `voicemail-${contactId}${isLate ? "-late" : ""}`, to: { kind: "owner" }, subject, text };
}

function linesOf(known: MessageKnown): readonly string[] {
  switch (known.kind) {
    case "words":
      return known.summary.lines;
    case "noWords":
      return ["No words could be made out in this message. Please listen to it."];
    case "unwritten":
      return ["This message could not be written down. Please listen to it."];
    case "missing":
      return ["Somebody was about to leave a message, and no recording of it has come. Please call back."];
  }
}
