import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Booking } from "../../functions/shared/callRecord";
import type { Knowledge } from "../../functions/shared/knowledge";
import { UserError } from "../../functions/shared/userError";
import type { CallReport } from "../report";
import { type BusinessStores, businessStores } from "./businessStores";

/** What the phone page keeps from one start to the next: the reports of its calls, and the bookings of every business. */
export interface KeptStores {
  /** The same for the same business, with what was booked there before. */
  of(knowledge: Knowledge): BusinessStores;
  /** Writes down a call that is over, and all bookings. */
  keep(report: CallReport): void;
}

interface KeptBooking extends Booking {
  /** The business's number, E.164. */
  readonly business: string;
}

/** @param folder made where there is none. Throws `UserError` where it cannot be written, or does not hold what it should. */
export function keptStores(folder: string): KeptStores {
  const bookingsFile = join(folder, "bookings.json");
  const stores = new Map<string, BusinessStores>();
  const before = readBookings(bookingsFile);
  mkdirSync(join(folder, "calls"), { recursive: true });

  /** Those of businesses that nobody has called since the start stay as they were. */
  function allBookings(): readonly KeptBooking[] {
    const untouched = before.filter(({ business }) => !stores.has(business));
    const ours = [...stores].flatMap(([business, { bookings }]) =>
      bookings.all().map((booking) => ({ business, ...booking })),
    );
    return [...untouched, ...ours];
  }

  return {
    of(knowledge) {
      const business = knowledge.business.phone;
      let found = stores.get(business);
      if (found === undefined) {
        found = businessStores();
        // One whose slot is gone, since the hours have changed, is no booking any more.
        for (const { business: of, ...booking } of before) if (of === business) found.bookings.add(booking, knowledge);
        stores.set(business, found);
      }
      return found;
    },
    keep(report) {
      writeFileSync(join(folder, "calls", `${report.contactId}.json`), `${JSON.stringify(report, null, 2)}\n`);
      writeFileSync(bookingsFile, `${JSON.stringify(allBookings(), null, 2)}\n`);
    },
  };
}

function readBookings(file: string): readonly KeptBooking[] {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return [];
  }
  try {
    const kept: unknown = JSON.parse(text);
    if (Array.isArray(kept)) return kept as KeptBooking[];
  } catch {
    // Said below, as for anything else that is no list.
  }
  throw new UserError([`${file} is no list of bookings. Mend it, or delete it to start without any.`]);
}
