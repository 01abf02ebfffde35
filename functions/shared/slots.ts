import { createHash } from "node:crypto";
import { addDays, intervalsOn, isDate, localTime, toInstantMs } from "./hours";
import type { Knowledge, Service } from "./knowledge";

export interface SlotRequest {
  /** Id of a service. */
  readonly service: string;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string;
  readonly nowMs: number;
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

/** Whether a slot key is taken already. */
export type IsTaken = (key: string) => boolean;

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
  return keysAt(knowledge, found, startMs, chair);
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
  readonly contactId: string;
  readonly service: string;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string;
  readonly name: string;
}

/** The key of a booking: the same for the same call, service, start and name, however often it is asked for or the name is written. */
export function bookingKey({ contactId, service, start, name }: BookingIntent): string {
  const spelt = name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
  const text = JSON.stringify([contactId, service, start.slice(0, 16), spelt]);
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
  const isFree = chairsOf(knowledge).some((chair) => !keysAt(knowledge, service, startMs, chair).some(isTaken));
  return isFree ? null : "taken";
}

/** Null where the service lies wholly inside an opening and starts on its grid. */
function gridFault(
  knowledge: Knowledge,
  service: Service,
  startMs: number,
): "notBookable" | "closed" | "notOnGrid" | null {
  if (service.minutes === null) return "notBookable";
  const endMs = startMs + service.minutes * minuteMs;
  const around = intervalsNear(knowledge, startMs).filter(
    (opening) => opening.startMs <= startMs && endMs <= opening.endMs,
  );
  if (around.length === 0) return "closed";
  const stepMs = knowledge.bookings.everyMinutes * minuteMs;
  return around.some((opening) => (startMs - opening.startMs) % stepMs === 0) ? null : "notOnGrid";
}

function keysAt(knowledge: Knowledge, service: Service, startMs: number, chair: number): string[] {
  const stepMs = knowledge.bookings.everyMinutes * minuteMs;
  const endMs = startMs + (service.minutes ?? 0) * minuteMs;
  const keys = new Set<string>();
  for (const opening of intervalsNear(knowledge, startMs)) {
    const first = Math.max(0, Math.floor((startMs - opening.startMs) / stepMs));
    for (let slotMs = opening.startMs + first * stepMs; slotMs < Math.min(endMs, opening.endMs); slotMs += stepMs) {
      if (slotMs + stepMs > startMs) keys.add(`${new Date(slotMs).toISOString().slice(0, 16)}Z/${chair}`);
    }
  }
  return [...keys];
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
  const last = addDays(today, knowledge.bookings.horizonDays);
  const wish = clamped(localTime(wishMs, timezone).date, today, last);
  const near: number[] = [];
  for (let days = 0; days <= slotSearchDays; days++) {
    for (const date of days === 0 ? [wish] : [addDays(wish, -days), addDays(wish, days)]) {
      if (date < addDays(today, -1) || date > last) continue;
      near.push(...freeStartsOn(knowledge, service, date, nowMs, isTaken).filter((startMs) => !near.includes(startMs)));
    }
    near.sort((a, b) => Math.abs(a - wishMs) - Math.abs(b - wishMs) || a - b);
    near.length = Math.min(near.length, mostOthers);
    // Another day may still be nearer than the farthest found, but not one two days beyond it.
    const farthest = near[mostOthers - 1];
    if (farthest !== undefined && Math.abs(farthest - wishMs) < (days - 1) * 24 * 60 * minuteMs) break;
  }
  return near.sort((a, b) => a - b).map((startMs) => localTime(startMs, timezone).text);
}

function freeStartsOn(knowledge: Knowledge, service: Service, date: string, nowMs: number, isTaken: IsTaken): number[] {
  const stepMs = knowledge.bookings.everyMinutes * minuteMs;
  const starts: number[] = [];
  for (const opening of intervalsOn(knowledge, date)) {
    for (let startMs = opening.startMs; startMs < opening.endMs; startMs += stepMs) {
      if (hasOwnName(knowledge, startMs) && whyNot(knowledge, service, startMs, nowMs, isTaken) === null)
        starts.push(startMs);
    }
  }
  return starts;
}

/** False for the second pass of an overlap: its wall-clock time means the first. */
function hasOwnName(knowledge: Knowledge, startMs: number): boolean {
  const { date, minute } = localTime(startMs, knowledge.business.timezone);
  return toInstantMs(date, minute, knowledge.business.timezone) === startMs;
}

function intervalsNear(knowledge: Knowledge, startMs: number) {
  const { date } = localTime(startMs, knowledge.business.timezone);
  return [-2, -1, 0, 1, 2].flatMap((days) => intervalsOn(knowledge, addDays(date, days)));
}

/** Null where it is no local time to the minute, or one that the clock skips. */
function startMsOf(knowledge: Knowledge, start: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::00)?$/.exec(start);
  const date = match?.[1];
  if (date === undefined || !isDate(date)) return null;
  const startMs = toInstantMs(date, Number(match?.[2]) * 60 + Number(match?.[3]), knowledge.business.timezone);
  return localTime(startMs, knowledge.business.timezone).text === start.slice(0, 16) ? startMs : null;
}

function chairsOf(knowledge: Knowledge): number[] {
  return Array.from({ length: knowledge.bookings.chairs }, (_, index) => index + 1);
}

function clamped(date: string, least: string, most: string): string {
  if (date < least) return least;
  return date > most ? most : date;
}

function refusal(why: SlotRefusal): SlotAnswer {
  return { isFree: false, why, others: [] };
}
