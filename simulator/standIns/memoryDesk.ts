import type { CallRecord } from "../../functions/shared/callRecord";
import { localTime } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import { checkSlot } from "../../functions/shared/slots";
import type { Desk } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import type { BookingStore } from "../stores/bookingStore";
import { type FaultPlan, request } from "./faults";

/**
 * The desk over stores in this process; each request takes `toolMs`.
 *
 * @param keep gets the record of the call when it is over.
 */
export function memoryDesk(
  knowledge: Knowledge,
  bookings: BookingStore,
  clock: SimClock,
  faults: FaultPlan,
  toolMs: number,
  keep: (record: CallRecord) => void,
): Desk {
  const ask = <T>(act: () => T) => request(faults, "dynamodb", clock, toolMs, act);
  return {
    checkSlot: (slot) => ask(() => checkSlot(knowledge, slot, bookings.isTaken)),
    book: ({ key, service, start, name, number }) =>
      ask(() => {
        const booking = { service, start, name, number, key, confirmation: "person" } as const;
        return bookings.add(booking, knowledge) ? "booked" : "taken";
      }),
    bookingsOf: (number) =>
      ask(() => {
        const now = localTime(clock.now(), knowledge.business.timezone).text;
        return bookings
          .all()
          .filter((booking) => booking.number === number && booking.start >= now)
          .sort((a, b) => (a.start < b.start ? -1 : 1));
      }),
    cancel: (key) => ask(() => bookings.remove(key)),
    keep: (record) =>
      ask(() => {
        if (record.booking !== null) bookings.confirm(record.booking.key, record.booking.confirmation);
        keep(record);
      }),
  };
}
