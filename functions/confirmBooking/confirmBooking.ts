import { createEvent } from "ics";
import type { BookedTime, BookingEvent } from "../shared/bookingEvent";
import type { Files } from "../shared/files";
import type { Knowledge } from "../shared/knowledge";
import { type Delivery, deliverOnce, type MessageLedger, type Post } from "../shared/message";
import {
  type Confirmation,
  calendarKey,
  composeConfirmation,
  composeReminder,
  timeOf,
  whatOf,
} from "./composeConfirmation";

export interface ConfirmPorts {
  readonly knowledge: () => Promise<Knowledge>;
  readonly files: Pick<Files, "put">;
  /** The booking under a key as it stands; null where it was taken away. */
  readonly find: (key: string) => Promise<BookedTime | null>;
  readonly ledger: MessageLedger;
  readonly post: Post;
  readonly nowMs: () => number;
  /** The address under which a file of a call is opened. */
  readonly link: (key: string) => string;
}

/** A change to tell of, from the workflow; or the day before a booking, from its schedule. */
export type ConfirmInput = { readonly compose: BookingEvent } | { readonly remind: string };

/** Composes the messages of a change and files its calendar entry; or reminds a caller of a booking that still stands. */
export async function confirmBooking(
  input: ConfirmInput,
  ports: ConfirmPorts,
): Promise<Confirmation | { readonly delivery: Delivery | "nothing" }> {
  const knowledge = await ports.knowledge();
  if ("remind" in input) {
    const booking = await ports.find(input.remind);
    const message = booking === null ? null : composeReminder(booking, knowledge);
    if (message === null) return { delivery: "nothing" };
    return { delivery: await deliverOnce(message, { ...ports, nowMs: ports.nowMs() }) };
  }
  const event = input.compose;
  if (event.change !== "cancel") {
    await ports.files.put(calendarKey(event.booking), calendarEntry(event, knowledge), "text/calendar; charset=utf-8");
  }
  return composeConfirmation(event, knowledge, ports.link);
}

/** The booking as an iCalendar file. The same for the same change, so that it may be written again. */
function calendarEntry({ booking, atMs }: BookingEvent, knowledge: Knowledge): string {
  const { business } = knowledge;
  const { startMs, minutes } = timeOf(booking, knowledge);
  const attributes = {
    uid: booking.key,
    productId: "voice-agent",
    // Known to the library, if not to its types.
    timestamp: atMs,
    start: startMs,
    startInputType: "utc" as const,
    duration: { minutes: minutes ?? 0 },
    title: `${whatOf(booking, knowledge, "en-US").split(",")[0]}: ${booking.name}`,
    description: booking.number === null ? "Number withheld" : `Phone ${booking.number}`,
    ...(business.address === null ? {} : { location: business.address }),
  };
  const { error, value } = createEvent(attributes);
  if (error) throw error;
  return value ?? "";
}
