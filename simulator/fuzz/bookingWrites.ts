import type { Booking } from "../../functions/shared/callRecord";
import type { Clock } from "../../functions/voice/ports";
import type { BookingStore } from "../stores/bookingStore";

/** A change of what is booked. */
export interface BookingWrite {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** What stands from then on, by key. */
  readonly standing: ReadonlyMap<string, Booking>;
}

/** The same store; whoever watches is told of every change of what is booked. */
export function watchedBookings(
  store: BookingStore,
  clock: Pick<Clock, "now">,
  tell: (write: BookingWrite) => void,
): BookingStore {
  const told = <T>(answer: T): T => {
    tell({ atMs: clock.now(), standing: new Map(store.all().map((booking) => [booking.key, booking])) });
    return answer;
  };
  return {
    ...store,
    add: (...asked) => told(store.add(...asked)),
    replace: (...asked) => told(store.replace(...asked)),
    remove: (key) => told(store.remove(key)),
  };
}
