import type { BookingEvent } from "../../functions/shared/bookingEvent";
import type { Booking, CallRecord } from "../../functions/shared/callRecord";
import { localTime } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import { checkSlot } from "../../functions/shared/slots";
import type { BookingRequest, Desk } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import type { BookingStore } from "../stores/bookingStore";
import { type FaultPlan, request } from "./faults";

/**
 * The desk over stores in this process; each request takes `toolMs`.
 *
 * @param keep gets the record of the call when it is over.
 * @param announce starts the workflow that tells of a booking.
 */
export function memoryDesk(
  knowledge: Knowledge,
  bookings: BookingStore,
  clock: SimClock,
  faults: FaultPlan,
  toolMs: number,
  keep: (record: CallRecord) => void | Promise<void>,
  announce: (event: BookingEvent) => void = () => undefined,
): Desk {
  const ask = <T>(act: () => T | Promise<T>) => request(faults, "dynamodb", clock, toolMs, act);
  return {
    checkSlot: (slot) =>
      ask(() => {
        const own = slot.moving ? bookings.slotsOf(slot.moving) : [];
        return checkSlot(knowledge, slot, (key) => bookings.isTaken(key) && !own.includes(key));
      }),
    book: (wish) => ask(() => (bookings.add(bookingOf(wish), knowledge) ? "booked" : "taken")),
    move: (key, wish) => ask(() => (bookings.replace(key, bookingOf(wish), knowledge) ? "booked" : "taken")),
    bookingsOf: (number) =>
      ask(() => {
        const now = localTime(clock.now(), knowledge.business.timezone).text;
        return bookings
          .all()
          .filter((booking) => booking.number === number && booking.start >= now)
          .sort((a, b) => (a.start < b.start ? -1 : 1));
      }),
    cancel: (key) => ask(() => bookings.remove(key)),
    announce: (event) => request(faults, "sfn", clock, toolMs, () => announce(event)),
    keep: (record) =>
      ask(async () => {
        for (const { key, confirmation } of record.bookings) bookings.confirm(key, confirmation);
        await keep(record);
      }),
  };
}

/** Until the caller has heard of it, a person has to tell them. */
function bookingOf({ key, service, start, name, number }: BookingRequest): Booking {
  return { service, start, name, number, key, confirmation: "person" };
}
