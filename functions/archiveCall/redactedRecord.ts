import type { CallRecord } from "../shared/callRecord";
import type { Knowledge } from "../shared/knowledge";
import { type KnownWords, redact, redactLines, type SaidLine } from "../shared/redact";
import { wordsOfBusiness } from "../shared/wordsOfBusiness";

/**
 * A record whose every text has passed `redact`. Bookings keep the name and the number under which they were made: they are the
 * business's own books.
 */
export function redactedRecord(record: CallRecord, knowledge: Knowledge): CallRecord {
  const doubtful = (record.unanswered ?? []).map(({ booking }) => booking);
  const names = [...record.bookings, ...doubtful].map(({ name }) => name);
  const known: KnownWords = { names, ours: wordsOfBusiness(knowledge) };
  const spoken = record.turns.flatMap(({ caller, said, heard, filler, blocked }): SaidLine[] => [
    { who: "caller", text: caller },
    ...[said, heard, filler ?? "", blocked?.clause ?? ""].map((text) => ({ who: "agent" as const, text })),
  ]);
  const lines = redactLines(spoken, known);
  const linesATurn = 5;
  return {
    ...record,
    turns: record.turns.map((turn, index) => {
      const [caller = "", said = "", heard = "", filler = "", clause = ""] = lines.slice(index * linesATurn);
      const blocked = turn.blocked === null ? null : { clause, why: redact(turn.blocked.why, known) };
      return { ...turn, caller, said, heard, filler: turn.filler === null ? null : filler, blocked };
    }),
    transfer:
      record.transfer === null
        ? null
        : { reason: redact(record.transfer.reason, known), summary: redact(record.transfer.summary, known) },
    faults: record.faults.map((fault) => ({ ...fault, what: redact(fault.what, known) })),
  };
}
