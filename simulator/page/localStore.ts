import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../../functions/shared/userError";
import type { CallReport } from "../report";
import { type BusinessStores, businessStores } from "../stores/businessStores";
import type { Business } from "./businessCard";

/** What is kept on this machine of calls from the phone page: `bookings.json`, and a report a call in `calls/`. */
export interface LocalStore {
  /** The stores of a business, the same each time, with what was booked there before. */
  storesOf(business: Business): BusinessStores;
  /** Writes the report of a call that is over, and the bookings as they are now. */
  keep(report: CallReport): void;
}

const keptBooking = z.object({
  /** The business's number, E.164. */
  business: z.string(),
  service: z.string(),
  start: z.string(),
  name: z.string(),
  number: z.string().nullable(),
  key: z.string(),
  confirmation: z.enum(["heard", "message", "person"]),
});
type KeptBooking = z.infer<typeof keptBooking>;

/**
 * Opens the store in `folder`, which is made with the first call that is kept.
 *
 * @throws UserError where there is one that cannot be read.
 */
export function openLocalStore(folder: string): LocalStore {
  const bookingsFile = join(folder, "bookings.json");
  const before = readBookings(bookingsFile);
  const stores = new Map<string, BusinessStores>();
  /** Bookings that the business would not take today, its file having changed; they were promised and are not forgotten. */
  const unplaced: KeptBooking[] = [];
  return {
    storesOf({ knowledge }) {
      const number = knowledge.business.phone;
      const known = stores.get(number);
      if (known !== undefined) return known;
      const opened = businessStores();
      for (const { business, ...booking } of before.filter((each) => each.business === number)) {
        if (!opened.bookings.add(booking, knowledge)) unplaced.push({ business, ...booking });
      }
      stores.set(number, opened);
      return opened;
    },
    keep(report) {
      mkdirSync(join(folder, "calls"), { recursive: true });
      writeWhole(join(folder, "calls", `${report.contactId}.json`), report);
      writeWhole(bookingsFile, [
        ...before.filter(({ business }) => !stores.has(business)),
        ...unplaced,
        ...[...stores].flatMap(([business, { bookings }]) =>
          bookings.all().map((booking) => ({ business, ...booking })),
        ),
      ]);
    },
  };
}

function readBookings(file: string): readonly KeptBooking[] {
  if (!existsSync(file)) return [];
  try {
    return z.array(keptBooking).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UserError([`${file} is no list of bookings. Mend it, or take it away to begin without any.`]);
  }
}

/** All of it or nothing, whatever interrupts us. */
function writeWhole(file: string, content: unknown): void {
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(unfinished, file);
}
