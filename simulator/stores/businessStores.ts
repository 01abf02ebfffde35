import { mostCallsCounted } from "../../functions/shared/callStore";
import { type BookingStore, bookingStore } from "./bookingStore";

/** What outlives a call: the calls of one command, or of one phone page, share it. */
export interface BusinessStores {
  readonly bookings: BookingStore;
  readonly callsADay: CallCounter;
}

export interface CallCounter {
  /** Counts a call once, and says how many of its number there were on that date, this one included. */
  count(call: { readonly contactId: string; readonly number: string; readonly date: string }): number;
}

export function businessStores(): BusinessStores {
  const calls = new Map<string, Set<string>>();
  return {
    bookings: bookingStore(),
    callsADay: {
      count({ contactId, number, date }) {
        const key = `${number} ${date}`;
        const ids = calls.get(key) ?? new Set();
        if (ids.size < mostCallsCounted) ids.add(contactId);
        calls.set(key, ids);
        return ids.size;
      },
    },
  };
}
