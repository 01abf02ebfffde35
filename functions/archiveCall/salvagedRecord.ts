import type { RecordLeft } from "../shared/callRecords";
import type { CallState, CallStore } from "../shared/callStore";
import type { Knowledge } from "../shared/knowledge";
import { newConversation, recordOf } from "../voice/conversation";
import { resumed, resumptionOf, type SavedConversation } from "../voice/handOver";
import { turnTakingDefaults } from "../voice/turnTaking";

/**
 * What an agent that broke off, and that nobody followed, had saved of its call: the turns that were over, its bookings and
 * everything else that a successor would have gone on from. Null where it had saved nothing.
 */
export function salvagedRecord({
  calls,
  knowledge,
}: {
  readonly calls: Pick<CallStore, "saved">;
  readonly knowledge: () => Promise<Knowledge>;
}): (contactId: string, state: CallState, endedAtMs: number) => Promise<RecordLeft | null> {
  return async (contactId, { start, ask, answer }, endedAtMs) => {
    const text = await calls.saved(contactId);
    if (text === null || start === null) return null;
    const before = JSON.parse(text) as SavedConversation;
    // Nobody begins a turn again here: what was booked in it stays booked.
    const { bookings, unanswered, tools } = before;
    // The flow may never have had what it was told last; it has played it where it asked again.
    const played = answer !== null && ask !== null && ask.seq > answer.seq ? answer : null;
    const saved = { ...resumptionOf(before, played).saved, bookings, unanswered, tools };
    const fresh = newConversation({
      contactId,
      from: start.from,
      startedAtMs: start.startedAtMs,
      knowledge: await knowledge(),
      facts: [],
      grade: "flow",
      rendered: new Set(),
      isRecorded: true,
      taking: turnTakingDefaults,
    });
    const record = recordOf(resumed(fresh, saved), endedAtMs);
    return { record, versions: unknownVersions };
  };
}

/** What led a call is written with its record. */
const unknownVersions = { knowledge: "unknown", model: "unknown", code: "unknown" };
