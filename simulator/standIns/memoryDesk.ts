import type { BookingEvent } from "../../functions/shared/bookingEvent";
import type { Callers } from "../../functions/shared/callers";
import type { Booking, CallRecord } from "../../functions/shared/callRecord";
import { localTime } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";
import type { Message } from "../../functions/shared/message";
import { checkSlot } from "../../functions/shared/slots";
import { lookUps } from "../../functions/voice/lookUps";
import type { BookingRequest, Desk } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import type { BookingStore } from "../stores/bookingStore";
import { type FaultPlan, pause, request } from "./faults";

/**
 * The desk over stores in this process; each request takes `toolMs`.
 *
 * @param keep gets the record of the call when it is over.
 * @param announce starts the workflow that tells of a booking.
 * @param tell has a message sent.
 * @param callers what is remembered of callers; null: nothing.
 */
export function memoryDesk(
  knowledge: Knowledge,
  bookings: BookingStore,
  clock: SimClock,
  faults: FaultPlan,
  toolMs: number,
  keep: (record: CallRecord) => void | Promise<void>,
  announce: (event: BookingEvent) => void = () => undefined,
  callers: Pick<Callers, "of"> | null = null,
  tell: (message: Message) => void = () => undefined,
): Desk {
  const ask = <T>(act: () => T | Promise<T>) => request(faults, "dynamodb", clock, toolMs, act);
  // As the desk over DynamoDB asks for the slots taken, and no more often; the months are one here.
  const slots = lookUps(() => ask(() => bookings.isTaken), clock);
  const numbers = lookUps((number) => ask(() => comingOf(number)), clock);

  function comingOf(number: string): readonly Booking[] {
    const now = localTime(clock.now(), knowledge.business.timezone).text;
    return bookings
      .all()
      .filter((booking) => booking.number === number && booking.start >= now)
      .sort((a, b) => (a.start < b.start ? -1 : 1));
  }

  async function write<T>(act: () => T): Promise<T> {
    const forget = () => {
      slots.forget();
      numbers.forget();
    };
    forget();
    return ask(act).finally(forget);
  }

  return {
    async checkSlot(slot) {
      const { moving } = slot;
      const own = moving ? await ask(() => bookings.slotsOf(moving)) : [];
      const isTaken = await slots.of("taken");
      return checkSlot(knowledge, slot, (key) => isTaken(key) && !own.includes(key));
    },
    book: (wish) => write(() => (bookings.add(bookingOf(wish), knowledge) ? "booked" : "taken")),
    move: (key, wish) => write(() => (bookings.replace(key, bookingOf(wish), knowledge) ? "booked" : "taken")),
    bookingsOf: numbers.of,
    cancel: (key) => write(() => bookings.remove(key)),
    announce: (event) => request(faults, "sfn", clock, toolMs, () => announce(event)),
    tell: async (message) => {
      await pause(clock, toolMs);
      tell(message);
    },
    keep: (record) =>
      ask(async () => {
        for (const { key, confirmation } of record.bookings) bookings.confirm(key, confirmation);
        await keep(record);
      }),
    async prepare(from) {
      const [memory] = await Promise.all([
        from === null || callers === null ? null : ask(() => callers.of(from, clock.now())),
        slots.of("taken"),
        ...(from === null ? [] : [numbers.of(from)]),
      ]);
      return memory;
    },
  };
}

/** Until the caller has heard of it, a person has to tell them. */
function bookingOf({ key, service, start, name, number }: BookingRequest): Booking {
  return { service, start, name, number, key, confirmation: "person" };
}
