import type { Booking } from "../../functions/shared/callRecord";
import type { Knowledge } from "../../functions/shared/knowledge";
import { freeChairs, slotKeys } from "../../functions/shared/slots";

/** All bookings of one business, in the order in which they were made. Slots are taken all or none, and once. */
export interface BookingStore {
  readonly isTaken: (slot: string) => boolean;
  /** Writes once per key; false where no chair is free any more. */
  add(booking: Booking, knowledge: Knowledge): boolean;
  /** Writes a booking in place of the one under a key, both or none; false where no chair is free for it. */
  replace(key: string, booking: Booking, knowledge: Knowledge): boolean;
  remove(key: string): boolean;
  /** The slots of the booking under a key; none where it is gone. */
  slotsOf(key: string): readonly string[];
  /** How the caller learnt of it. */
  confirm(key: string, confirmation: Booking["confirmation"]): void;
  all(): readonly Booking[];
}

export function bookingStore(): BookingStore {
  const bookings = new Map<string, Booking>();
  const slots = new Map<string, readonly string[]>();
  const taken = new Set<string>();
  function add(booking: Booking, knowledge: Knowledge): boolean {
    if (bookings.has(booking.key)) return true;
    const [chair] = freeChairs(knowledge, booking.service, booking.start, taken);
    if (chair === undefined) return false;
    const keys = slotKeys(knowledge, booking.service, booking.start, chair);
    for (const key of keys) taken.add(key);
    slots.set(booking.key, keys);
    bookings.set(booking.key, booking);
    return true;
  }
  function remove(key: string): boolean {
    for (const slot of slots.get(key) ?? []) taken.delete(slot);
    slots.delete(key);
    bookings.delete(key);
    return true;
  }
  return {
    isTaken: (slot) => taken.has(slot),
    add,
    replace(key, booking, knowledge) {
      const before = bookings.get(key);
      if (before === undefined || key === booking.key) return add(booking, knowledge);
      const held = slots.get(key) ?? [];
      remove(key);
      if (add(booking, knowledge)) return true;
      for (const slot of held) taken.add(slot);
      slots.set(key, held);
      bookings.set(key, before);
      return false;
    },
    remove,
    slotsOf: (key) => slots.get(key) ?? [],
    confirm(key, confirmation) {
      const booking = bookings.get(key);
      if (booking !== undefined) bookings.set(key, { ...booking, confirmation });
    },
    all: () => [...bookings.values()],
  };
}
