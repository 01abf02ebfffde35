import { Temporal } from "temporal-polyfill";
import type { BookedTime, BookingEvent } from "../shared/bookingEvent";
import { toInstantMs } from "../shared/hours";
import type { Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import { speakStart } from "../shared/speakable";
import { bookingTexts } from "./bookingTexts";

/** Everything that is said and planned because a booking was made, moved or cancelled. */
export interface Confirmation {
  /** Null where the caller withheld their number. */
  readonly caller: Message | null;
  readonly owner: Message;
  /** Instead of `owner` where the caller could not be told. */
  readonly ownerToCall: Message;
  readonly reminder: Reminder | null;
  /** The name of a reminder that holds no longer. */
  readonly forget: string | null;
}

/** A one-off schedule, as EventBridge Scheduler takes it. */
export interface Reminder {
  readonly name: string;
  /** `at(2026-11-23T10:30:00)`, wall-clock time of `timezone`. */
  readonly at: string;
  readonly timezone: string;
  /** JSON for the function `confirmBooking`; it names the booking and nobody. */
  readonly input: string;
}

/** A caller who has just booked needs no reminder within this time. */
const leastReminderMs = 26 * 60 * 60 * 1_000;
const dayMinutes = 24 * 60;

/** Composes what follows from a change of a booking. `link` gives the address under which its calendar entry is opened. */
export function composeConfirmation(
  event: BookingEvent,
  knowledge: Knowledge,
  link: (key: string) => string,
): Confirmation {
  const { change, booking, before, contactId, atMs } = event;
  const id = (to: string) => `${booking.key}-${change}-${atMs}-${to}`;
  const text = ownersText(event, knowledge, change === "cancel" ? null : link(calendarKey(booking)));
  const subject = `${subjects[change]}: ${whatOf(booking, knowledge, "en-US")}`;
  const owner = (also: string): Message => ({
    id: id("owner"),
    to: { kind: "owner" },
    subject,
    text: [...text, also, "", `Call ${contactId}`].join("\n"),
  });
  return {
    caller: callersMessage(booking, knowledge, id("caller"), (texts) => texts.told[change]),
    owner: owner(booking.number === null ? "" : "The caller has been told by message."),
    ownerToCall: owner("The caller could NOT be told by message. Please call them."),
    reminder: change === "cancel" ? null : reminderOf(booking, knowledge, atMs),
    forget: change === "new" ? null : reminderName((before ?? booking).key),
  };
}

/** What a caller is reminded of; null where they withheld their number. */
export function composeReminder(booking: BookedTime, knowledge: Knowledge): Message | null {
  return callersMessage(booking, knowledge, `${booking.key}-reminder`, (texts) => texts.reminder);
}

/** Where the calendar entry of a booking lies. */
export function calendarKey({ key }: BookedTime): string {
  return `bookings/${key}.ics`;
}

/** When a booking begins, in milliseconds since the epoch, and how long it takes. */
export function timeOf({ service, start }: BookedTime, { business, services }: Knowledge) {
  const minute = Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
  const startMs = toInstantMs(start.slice(0, 10), minute, business.timezone);
  return { startMs, minutes: services.find(({ id }) => id === service)?.minutes ?? null };
}

/** The service with its start, as people say it. */
export function whatOf({ service, start }: BookedTime, { services }: Knowledge, language: string): string {
  return `${services.find(({ id }) => id === service)?.name ?? service}, ${speakStart(start, language)}`;
}

const subjects = { new: "Booked", move: "Moved", cancel: "Cancelled" } as const;

function ownersText({ booking, before, change }: BookingEvent, knowledge: Knowledge, link: string | null): string[] {
  const what = (time: BookedTime) => whatOf(time, knowledge, "en-US");
  const lines = {
    new: [`Booked by phone: ${what(booking)}`],
    move: [`Moved by phone to: ${what(booking)}`, ...(before === null ? [] : [`It was: ${what(before)}`])],
    cancel: [`Cancelled by phone: ${what(booking)}`],
  };
  return [
    ...lines[change],
    `Name: ${booking.name}`,
    `Phone: ${booking.number ?? "withheld"}`,
    ...(link === null ? [] : [`Calendar: ${link}`]),
    "",
  ];
}

function callersMessage(
  booking: BookedTime,
  knowledge: Knowledge,
  id: string,
  wording: (texts: ReturnType<typeof bookingTexts>) => (what: string, name: string) => string,
): Message | null {
  if (booking.number === null) return null;
  const language = knowledge.business.languages[0] ?? "en-US";
  const said = wording(bookingTexts(language))(whatOf(booking, knowledge, language), booking.name);
  const text = `${knowledge.business.name}: ${said}`;
  return { id, to: { kind: "phone", number: booking.number }, subject: "", text };
}

/** The day before, at the same time on the clock. */
function reminderOf(booking: BookedTime, knowledge: Knowledge, atMs: number): Reminder | null {
  const { startMs } = timeOf(booking, knowledge);
  if (booking.number === null || startMs - atMs < leastReminderMs) return null;
  const dayBefore = Temporal.PlainDateTime.from(booking.start).subtract({ minutes: dayMinutes });
  return {
    name: reminderName(booking.key),
    at: `at(${dayBefore.toString({ smallestUnit: "second" })})`,
    timezone: knowledge.business.timezone,
    input: JSON.stringify({ remind: booking.key }),
  };
}

function reminderName(bookingKey: string): string {
  return `reminder-${bookingKey}`;
}
