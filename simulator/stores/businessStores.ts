import type { Booking } from "../../functions/shared/callRecord";
import { mostCallsCounted } from "../../functions/shared/callStore";
import type { Files } from "../../functions/shared/files";
import { type MessageOut, messageOut } from "../messageOut";
import { type AfterCalls, afterCalls } from "../workflows/afterCalls";
import { type BookingStore, bookingStore } from "./bookingStore";
import { copyFiles } from "./folderFiles";

/** What outlives a call: the calls to one business share it, in one command or from one phone page. */
export interface BusinessStores {
  readonly bookings: BookingStore;
  readonly callsADay: CallCounter;
  readonly afterCalls: AfterCalls;
}

export interface CallCounter {
  /** Counts a call once, and says how many of its number there were on that date, this one included. */
  count(call: { readonly contactId: string; readonly number: string; readonly date: string }): number;
}

/** @param files where calls leave what they leave behind. @default in memory */
export function businessStores(files?: Files): BusinessStores {
  const calls = new Map<string, Set<string>>();
  return {
    bookings: bookingStore(),
    afterCalls: afterCalls(files),
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

/** The stores of several businesses. */
export interface StoresByBusiness {
  /** The same each time for a business's number, and empty at first. */
  of(number: string): BusinessStores;
  /** Business by business, in the order in which they were first called. */
  bookings(): readonly BusinessBooking[];
  /** What went out, business by business, oldest first. */
  messages(): readonly MessageOut[];
  /** Copies what the calls to all of them have left behind as files. */
  copyFiles(to: Pick<Files, "putNew">): Promise<void>;
}

export interface BusinessBooking extends Booking {
  /** The business's number, E.164. */
  readonly business: string;
}

export function storesByBusiness(): StoresByBusiness {
  const stores = new Map<string, BusinessStores>();
  return {
    of(number) {
      const known = stores.get(number) ?? businessStores();
      stores.set(number, known);
      return known;
    },
    messages: () => [...stores.values()].flatMap(({ afterCalls: left }) => left.outbox.map(messageOut)),
    async copyFiles(to) {
      for (const { afterCalls: left } of stores.values()) await copyFiles(left.files, to);
    },
    bookings: () =>
      [...stores].flatMap(([business, { bookings }]) => bookings.all().map((booking) => ({ business, ...booking }))),
  };
}
