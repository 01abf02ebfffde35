import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { type BookingTable, dynamoBookings } from "../../aws/dynamoBookings";
import type { Callers } from "../../shared/callers";
import type { Booking } from "../../shared/callRecord";
import type { CallRecords } from "../../shared/callRecords";
import { addDays, localTime } from "../../shared/hours";
import type { CallVersions } from "../../shared/keptCall";
import type { Knowledge } from "../../shared/knowledge";
import { checkSlot, freeChairs, type SlotAnswer, type SlotRequest, slotKeys } from "../../shared/slots";
import { lookUps } from "../lookUps";
import type { BookingRequest, Clock, Desk } from "../ports";

export interface DynamoDeskSettings {
  readonly client: DynamoDBDocumentClient;
  readonly bookingsTable: string;
  readonly knowledge: Knowledge;
  readonly clock: Clock;
  /** Starts the workflow that tells of a booking. */
  readonly announce: Desk["announce"];
  /** Sends a message. Left out: nobody is told. */
  readonly tell?: Desk["tell"];
  readonly records: Pick<CallRecords, "keep">;
  /** Left out: nothing is remembered of callers. */
  readonly callers?: Pick<Callers, "of">;
  /** What leads the call. */
  readonly versions: CallVersions;
}

/** Most callers want one of these days. */
const daysAhead = 14;
/** How often a booking is tried where others write at the same time. */
const mostTries = 4;

/** Bookings and records over DynamoDB. Every write may be repeated. Throws where the service fails. */
export function dynamoDesk(settings: DynamoDeskSettings): Desk {
  const { client, bookingsTable, records, callers, versions, knowledge, clock, announce, tell } = settings;
  const bookings = dynamoBookings(client, bookingsTable);
  const now = () => localTime(clock.now(), knowledge.business.timezone);
  const months = lookUps(bookings.takenIn, clock);
  const numbers = lookUps((number) => bookings.ofNumber(number, now().text), clock);

  const forget = () => {
    months.forget();
    numbers.forget();
  };

  /** Whatever comes of it, and whether or not it ever ends, what was looked up before says no longer how it is. */
  async function writing<T>(write: Promise<T>): Promise<T> {
    forget();
    return write.finally(forget);
  }

  return {
    checkSlot: (request) => answerOf(knowledge, { ...bookings, takenIn: months.of }, request),
    book: (request) => writing(book(knowledge, bookings, request, null)),
    move: (key, request) => writing(book(knowledge, bookings, request, key)),
    bookingsOf: numbers.of,
    cancel: (key) => writing(bookings.remove(key)),
    announce,
    ...(tell === undefined ? {} : { tell }),
    async keep(record) {
      await Promise.all(record.bookings.map((booking) => bookings.confirm(booking)));
      await records.keep({ record, versions });
    },
    async prepare(from) {
      const { date } = now();
      const [memory] = await Promise.all([
        from === null || callers === undefined ? null : callers.of(from, clock.now()),
        ...[...new Set([date, addDays(date, daysAhead)].map(monthOf))].map(months.of),
        ...(from === null ? [] : [numbers.of(from)]),
      ]);
      return memory;
    },
  };
}

/** Reads the months that the answer looks at; which they are shows only while it is looked for. */
async function answerOf(knowledge: Knowledge, bookings: BookingTable, request: SlotRequest): Promise<SlotAnswer> {
  const months = new Map<string, ReadonlySet<string>>();
  const own = request.moving ? await bookings.slotsOf(request.moving) : [];
  for (;;) {
    const missing = new Set<string>();
    const answer = checkSlot(knowledge, request, (slot) => {
      const month = monthOf(slot);
      if (!months.has(month)) missing.add(month);
      return (months.get(month)?.has(slot) ?? false) && !own.includes(slot);
    });
    if (missing.size === 0) return answer;
    await readMonths(bookings, missing, months);
  }
}

/** @param moved the key of the booking whose place the new one takes. */
async function book(
  knowledge: Knowledge,
  bookings: BookingTable,
  request: BookingRequest,
  moved: string | null,
): Promise<"booked" | "taken"> {
  const { key, service, start, name, number } = request;
  // Until the caller has heard of it, a person has to tell them.
  const booking: Booking = { key, service, start, name, number, confirmation: "person" };
  for (let tries = 1; ; tries++) {
    const months = new Map<string, ReadonlySet<string>>();
    const [own] = await Promise.all([
      moved === null ? ([] as readonly string[]) : bookings.slotsOf(moved),
      readMonths(bookings, slotKeys(knowledge, service, start, 1).map(monthOf), months),
    ]);
    const isTaken = (slot: string) => (months.get(monthOf(slot))?.has(slot) ?? false) && !own.includes(slot);
    const chairs = freeChairs(knowledge, service, start, isTaken);
    for (const chair of chairs) {
      const slots = slotKeys(knowledge, service, start, chair);
      const answer = moved ? await bookings.replace(moved, booking, slots) : await bookings.add(booking, slots);
      if (answer === "added") return "booked";
      if (answer === "busy") break;
    }
    // The slots may be its own, written by a request whose answer was lost.
    if ((await bookings.find(key)) !== null) return "booked";
    if (chairs.length === 0) return "taken";
    if (tries === mostTries) throw new Error("too many bookings at once");
  }
}

async function readMonths(
  bookings: BookingTable,
  months: Iterable<string>,
  into: Map<string, ReadonlySet<string>>,
): Promise<void> {
  await Promise.all([...new Set(months)].map(async (month) => into.set(month, await bookings.takenIn(month))));
}

function monthOf(slot: string): string {
  return slot.slice(0, 7);
}
