import type { CallStore } from "../shared/callStore";
import { type ConnectEvent, callerNumber } from "../shared/connectEvent";
import { localTime } from "../shared/hours";
import type { Knowledge } from "../shared/knowledge";
import { type Route, routeCall } from "../shared/routing";
import type { ScreenedCalls } from "../shared/screenedCalls";

export interface ScreeningPorts {
  readonly clock: { now(): number };
  /** The business as it stands now, with the stack's own callers added. */
  readonly knowledge: () => Promise<Knowledge>;
  readonly calls: Pick<CallStore, "countCall">;
  readonly screened: Pick<ScreenedCalls, "note">;
}

/** What the flow compares: strings only. */
export interface Screening {
  readonly route: Route;
  readonly reason: string;
}

/**
 * Where a call goes, which is noted for its archive. Counts it among the day's calls of its number; a repeated event counts once.
 * Throws where a port fails, but for the note.
 */
export async function screenCaller(event: ConnectEvent, ports: ScreeningPorts): Promise<Screening> {
  const knowledge = await ports.knowledge();
  const atMs = ports.clock.now();
  const from = callerNumber(event);
  const { ContactId: contactId } = event.Details.ContactData;
  const callsToday =
    from === null
      ? 0
      : await ports.calls.countCall({
          contactId,
          number: from,
          date: localTime(atMs, knowledge.business.timezone).date,
        });
  const choice = routeCall(knowledge, { atMs, from, callsToday });
  // A caller is put through also where nobody could write it down.
  await ports.screened.note(contactId, { from, route: choice.route, atMs }).catch(() => undefined);
  return choice;
}
