import { createHash } from "node:crypto";
import { addDays, intervalsOn, isDate, localTime, toInstantMs } from "./hours";
import type { Knowledge, Service } from "./knowledge";
import { chairsOf, gridFault, hasFreeChair, type IsTaken, keysAt, openingsAround, openingsNear } from "./slotGrid";

export type { IsTaken } from "./slotGrid";

export interface SlotRequest {
  /** Id of a service. */
  readonly service: string;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string;
  readonly nowMs: number;
  /** The key of a booking that is to be moved: its slots count as free. @default none */
  readonly moving?: string | null;
}

export type SlotAnswer =
  | { readonly isFree: true }
  /** `others`: up to three free local starts near the wish, earliest first. */
  | { readonly isFree: false; readonly why: SlotRefusal; readonly others: readonly string[] };

export type SlotRefusal =
  | "taken"
  | "closed"
  | "past"
  | "tooSoon"
  | "tooFar"
  | "notOnGrid"
  | "notBookable"
  | "noSuchService";

/** Free starts are offered at most this far from the wish, so a store need not be asked for more. */
export const slotSearchDays = 31;
const mostOthers = 3;
const minuteMs = 60_000;

/**
 * Whether a service can be booked at a local start: it lies wholly inside one opening, starts on its grid, respects notice and
 * horizon, and one chair has all its slots free. A start that cannot be read, or that the clock skips, is `closed`. A service that
 * is said only until a day cannot be booked after that day. Nothing is written.
 */
export function checkSlot(
  knowledge: Knowledge,
  request: SlotRequest,
  taken: ReadonlySet<string> | IsTaken,
): SlotAnswer {
  const isTaken: IsTaken = typeof taken === "function" ? taken : (key) => taken.has(key);
  const today = localTime(request.nowMs, knowledge.business.timezone).date;
  const service = knowledge.services.find(({ id }) => id === request.service);
  if (service === undefined || (service.until !== null && service.until < today)) return refusal("noSuchService");
  if (service.minutes === null) return refusal("notBookable");

  const startMs = startMsOf(knowledge, request.start);
  const why = startMs === null ? "closed" : whyNot(knowledge, service, startMs, request.nowMs, isTaken);
  if (why === null) return { isFree: true };
  return {
    isFree: false,
    why,
    others: freeStartsNear(knowledge, service, startMs ?? request.nowMs, request.nowMs, isTaken),
  };
}

/**
 * The keys of all slots that a service takes on one chair (from 1), to be written all or none; empty where it cannot start there.
 * Openings that overlap each have their own grid, and the service takes the slots it touches in all of them, so that two bookings
 * at one time on one chair always share a key.
 */
export function slotKeys(knowledge: Knowledge, service: string, start: string, chair: number): readonly string[] {
  const found = knowledge.services.find(({ id }) => id === service);
  const startMs = startMsOf(knowledge, start);
  if (found === undefined || startMs === null || gridFault(knowledge, found, startMs) !== null) return [];
  return keysAt(knowledge, found, startMs, openingsNear(knowledge, startMs), chair);
}

/** The chairs, from 1, on which all slots of a service are free at a local start; empty where it cannot start there. */
export function freeChairs(
  knowledge: Knowledge,
  service: string,
  start: string,
  taken: ReadonlySet<string> | IsTaken,
): readonly number[] {
  const isTaken: IsTaken = typeof taken === "function" ? taken : (key) => taken.has(key);
  return chairsOf(knowledge).filter((chair) => {
    const keys = slotKeys(knowledge, service, start, chair);
    return keys.length > 0 && !keys.some(isTaken);
  });
}

/** What makes a booking this one and no other. */
export interface BookingIntent {
  /** The business's own number, E.164. */
  readonly business: string;
  /** The caller's, E.164; null where it is withheld. */
  readonly number: string | null;
  readonly service: string;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string;
  readonly name: string;
}

/**
 * The key of a booking: the same for the same caller, name, service and start, in whichever call it is asked for and however the
 * name is written. Two names from one number are two bookings: a parent may book two children side by side.
 */
export function bookingKey({ business, number, service, start, name }: BookingIntent): string {
  const spelt = name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const text = JSON.stringify([business, number, spelt, service, start.slice(0, 16)]);
  return `booking-${createHash("sha256").update(text).digest("hex").slice(0, 24)}`;
}

function whyNot(
  knowledge: Knowledge,
  service: Service,
  startMs: number,
  nowMs: number,
  isTaken: IsTaken,
): SlotRefusal | null {
  const { noticeMinutes, horizonDays } = knowledge.bookings;
  const { timezone } = knowledge.business;
  const date = localTime(startMs, timezone).date;
  if (startMs < nowMs) return "past";
  if (startMs < nowMs + noticeMinutes * minuteMs) return "tooSoon";
  if (date > addDays(localTime(nowMs, timezone).date, horizonDays)) return "tooFar";
  if (service.until !== null && date > service.until) return "notBookable";
  const fault = gridFault(knowledge, service, startMs);
  if (fault !== null) return fault;
  return hasFreeChair(knowledge, service, startMs, openingsNear(knowledge, startMs), isTaken) ? null : "taken";
}

function freeStartsNear(
  knowledge: Knowledge,
  service: Service,
  wishMs: number,
  nowMs: number,
  isTaken: IsTaken,
): readonly string[] {
  const { timezone } = knowledge.business;
  const today = localTime(nowMs, timezone).date;
  const yesterday = addDays(today, -1);
  const last = addDays(today, knowledge.bookings.horizonDays);
  const wish = clamped(localTime(wishMs, timezone).date, today, last);
  const near: number[] = [];
  for (let days = 0; days <= slotSearchDays; days++) {
    for (const date of days === 0 ? [wish] : [addDays(wish, -days), addDays(wish, days)]) {
      // Last night's opening may still be under way.
      if (date < yesterday || date > last) continue;
      const free = freeStartsOn(knowledge, service, date, nowMs, last, isTaken);
      near.push(...free.filter((startMs) => !near.includes(startMs)));
    }
    near.sort((a, b) => Math.abs(a - wishMs) - Math.abs(b - wishMs) || a - b);
    near.length = Math.min(near.length, mostOthers);
    // Another day may still be nearer than the farthest found, but not one two days beyond it.
    const farthest = near[mostOthers - 1];
    if (farthest !== undefined && Math.abs(farthest - wishMs) < (days - 1) * 24 * 60 * minuteMs) break;
  }
  return near.sort((a, b) => a - b).map((startMs) => localTime(startMs, timezone).text);
}

/** The free starts in the openings that start on a date, those after midnight too. */
function freeStartsOn(
  knowledge: Knowledge,
  service: Service,
  date: string,
  nowMs: number,
  last: string,
  isTaken: IsTaken,
): number[] {
  const { everyMinutes, noticeMinutes } = knowledge.bookings;
  const lengthMs = (service.minutes ?? 0) * minuteMs;
  const until = service.until === null || service.until > last ? last : service.until;
  const around = openingsAround(knowledge, date);
  const starts: number[] = [];
  for (const opening of intervalsOn(knowledge, date)) {
    for (let startMs = opening.startMs; startMs + lengthMs <= opening.endMs; startMs += everyMinutes * minuteMs) {
      if (startMs < nowMs + noticeMinutes * minuteMs) continue;
      if (!hasFreeChair(knowledge, service, startMs, around, isTaken)) continue;
      if (hasOwnName(knowledge, startMs, until)) starts.push(startMs);
    }
  }
  return starts;
}

/** False for the second pass of an overlap, whose wall-clock time means the first, and after the last date. */
function hasOwnName(knowledge: Knowledge, startMs: number, last: string): boolean {
  const { date, minute } = localTime(startMs, knowledge.business.timezone);
  return date <= last && toInstantMs(date, minute, knowledge.business.timezone) === startMs;
}

/** Null where it is no local time to the minute, or one that the clock skips. */
function startMsOf(knowledge: Knowledge, start: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(start);
  const date = match?.[1];
  if (date === undefined || !isDate(date)) return null;
  const startMs = toInstantMs(date, Number(match?.[2]) * 60 + Number(match?.[3]), knowledge.business.timezone);
  return localTime(startMs, knowledge.business.timezone).text === start.slice(0, 16) ? startMs : null;
}

function clamped(date: string, least: string, most: string): string {
  if (date < least) return least;
  return date > most ? most : date;
}

function refusal(why: SlotRefusal): SlotAnswer {
  return { isFree: false, why, others: [] };
}
