import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { callOutcomes } from "../../functions/shared/callOutcome";
import type { Files } from "../../functions/shared/files";
import { UserError } from "../../functions/shared/userError";
import { type BusinessStores, businessStores } from "../stores/businessStores";
import { folderFiles } from "../stores/folderFiles";
import type { Business } from "./businessCard";

/**
 * What is kept on this machine of calls from the phone page: `bookings.json`, `callers.json`, and the files that calls leave behind,
 * as a stack keeps them.
 */
export interface LocalStore {
  /** The stores of a business, the same each time, with what was booked there before. */
  storesOf(business: Business): BusinessStores;
  /** Writes what is booked and remembered now that a call is over. */
  keep(): void;
  /** What calls have left behind, under the keys that a stack gives it. */
  readonly files: Files;
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

const keptCaller = z.object({
  business: z.string(),
  number: z.string(),
  call: z.object({
    contactId: z.string(),
    startedAtMs: z.number(),
    outcome: z.enum(callOutcomes),
    booked: z.object({ service: z.string(), start: z.string(), name: z.string() }).nullable(),
  }),
});
type KeptCaller = z.infer<typeof keptCaller>;

/**
 * Opens the store in `folder`, which is made with the first call that is kept. What somebody else takes out of it meanwhile, as
 * erasing a caller does, is forgotten here too.
 *
 * @throws UserError where there is one that cannot be read.
 */
export function openLocalStore(folder: string): LocalStore {
  const bookingsFile = join(folder, "bookings.json");
  const callersFile = join(folder, "callers.json");
  const readBookings = () => readList(bookingsFile, keptBooking, "bookings");
  const readCallers = () => readList(callersFile, keptCaller, "callers");
  let bookings = readBookings();
  let callers = readCallers();
  const files = folderFiles(folder);
  const stores = new Map<string, BusinessStores>();
  /** Bookings that the business would not take today, its file having changed; they were promised and are not forgotten. */
  let unplaced: readonly KeptBooking[] = [];
  /** Keys of bookings that somebody has taken out: where else they stand, they do not come back from there. */
  const erased = new Set<string>();

  /** What was in the store when we looked last and is no longer, is taken out of memory. */
  function forgetErased(): void {
    const bookedNow = readBookings();
    const knownNow = readCallers();
    const isBooked = ({ key }: KeptBooking) => bookedNow.some((each) => each.key === key);
    const isKnown = (caller: KeptCaller) => knownNow.some(({ number }) => number === caller.number);
    const [unbooked, forgotten] = [
      bookings.filter((each) => !isBooked(each)),
      callers.filter((each) => !isKnown(each)),
    ];
    for (const { business, key } of unbooked) {
      erased.add(key);
      stores.get(business)?.bookings.remove(key);
    }
    for (const { business, number } of forgotten) stores.get(business)?.afterCalls.callers.forget(number);
    unplaced = unplaced.filter((each) => !unbooked.some(({ key }) => key === each.key));
    bookings = bookedNow;
    callers = knownNow;
  }

  function open({ knowledge }: Business, business: string): BusinessStores {
    const opened = businessStores(files);
    for (const { business: _, ...booking } of bookings.filter((each) => each.business === business)) {
      if (!opened.bookings.add(booking, knowledge)) unplaced = [...unplaced, { business, ...booking }];
    }
    for (const { number, call } of callers.filter((each) => each.business === business)) {
      void opened.afterCalls.callers.remember(number, call);
    }
    stores.set(business, opened);
    return opened;
  }

  return {
    files,
    storesOf(business) {
      forgetErased();
      const number = business.knowledge.business.phone;
      return stores.get(number) ?? open(business, number);
    },
    keep() {
      forgetErased();
      const ofOthers = <T extends { readonly business: string }>(kept: readonly T[]) =>
        kept.filter(({ business }) => !stores.has(business));
      bookings = [
        ...ofOthers(bookings),
        ...unplaced,
        ...[...stores].flatMap(([business, { bookings: own }]) =>
          own
            .all()
            .filter(({ key }) => !erased.has(key))
            .map((booking) => ({ business, ...booking })),
        ),
      ];
      callers = [
        ...ofOthers(callers),
        ...[...stores].flatMap(([business, { afterCalls }]) =>
          afterCalls.callers.all().map((caller) => ({ business, ...caller })),
        ),
      ];
      mkdirSync(folder, { recursive: true });
      writeWhole(bookingsFile, bookings);
      writeWhole(callersFile, callers);
    },
  };
}

function readList<T>(file: string, item: z.ZodType<T>, what: string): readonly T[] {
  if (!existsSync(file)) return [];
  try {
    return z.array(item).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    throw new UserError([`${file} is no list of ${what}. Mend it, or take it away to begin without any.`]);
  }
}

/** All of it or nothing, whatever interrupts us. */
function writeWhole(file: string, content: unknown): void {
  const unfinished = `${file}.new`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`);
  renameSync(unfinished, file);
}
