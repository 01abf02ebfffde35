import type { Knowledge } from "../functions/shared/knowledge";
import { type KnownWords, redact, redactLines } from "../functions/shared/redact";
import { wordsOfBusiness } from "../functions/shared/wordsOfBusiness";
import type { CallReport } from "./report";

/** A report as it may be written down: of what was said only what has passed `redact`. */
export function redactedReport(report: CallReport, knowledge: Knowledge): CallReport {
  const { agentAudio, callerAudio, booking, voicemail, transfer } = report;
  const known: KnownWords = { names: booking === null ? [] : [booking.name], ours: wordsOfBusiness(knowledge) };
  const said = [
    ...agentAudio.map((stretch, index) => ({ who: "agent" as const, index, ...stretch })),
    ...callerAudio.map((stretch, index) => ({ who: "caller" as const, index, ...stretch })),
  ].sort((a, b) => a.startMs - b.startMs);
  const lines = redactLines(said, known);
  const wordsOf = (who: "agent" | "caller", index: number) =>
    lines[said.findIndex((line) => line.who === who && line.index === index)] ?? "";
  return {
    ...report,
    agentAudio: agentAudio.map((stretch, index) => ({ ...stretch, text: wordsOf("agent", index) })),
    callerAudio: callerAudio.map((stretch, index) => ({ ...stretch, text: wordsOf("caller", index) })),
    // What both sides were heard to say stands above; the turns tell how it came to be.
    turns: report.turns.map((turn) => ({ ...turn, caller: "", said: "", heard: "", blocked: null })),
    voicemail: voicemail === null ? null : { ...voicemail, text: redact(voicemail.text, known) },
    transfer: transfer === null ? null : { ...transfer, summary: redact(transfer.summary, known) },
  };
}
