import { addDays, type Interval, intervalsOn, localTime } from "./hours";
import type { Knowledge, Service } from "./knowledge";

const minuteMs = 60_000;

/** Whether a slot key is taken already. */
export type IsTaken = (key: string) => boolean;

/** Null where the service lies wholly inside an opening and starts on its grid. */
export function gridFault(
  knowledge: Knowledge,
  service: Service,
  startMs: number,
): "notBookable" | "closed" | "notOnGrid" | null {
  if (service.minutes === null) return "notBookable";
  const endMs = startMs + service.minutes * minuteMs;
  const around = openingsNear(knowledge, startMs).filter(
    (opening) => opening.startMs <= startMs && endMs <= opening.endMs,
  );
  if (around.length === 0) return "closed";
  const stepMs = knowledge.bookings.everyMinutes * minuteMs;
  return around.some((opening) => (startMs - opening.startMs) % stepMs === 0) ? null : "notOnGrid";
}

/** Whether one chair has all slots free that the service takes; `openings` are all near the start. */
export function hasFreeChair(
  knowledge: Knowledge,
  service: Service,
  startMs: number,
  openings: readonly Interval[],
  isTaken: IsTaken,
): boolean {
  return chairsOf(knowledge).some((chair) => !keysAt(knowledge, service, startMs, openings, chair).some(isTaken));
}

/** The keys of the slots that the service takes on a chair, in the grid of every opening it touches. */
export function keysAt(
  knowledge: Knowledge,
  service: Service,
  startMs: number,
  openings: readonly Interval[],
  chair: number,
): string[] {
  const stepMs = knowledge.bookings.everyMinutes * minuteMs;
  const endMs = startMs + (service.minutes ?? 0) * minuteMs;
  const keys = new Set<string>();
  for (const opening of openings) {
    const first = Math.max(0, Math.floor((startMs - opening.startMs) / stepMs));
    for (let slotMs = opening.startMs + first * stepMs; slotMs < Math.min(endMs, opening.endMs); slotMs += stepMs) {
      if (slotMs + stepMs > startMs) keys.add(`${new Date(slotMs).toISOString().slice(0, 16)}Z/${chair}`);
    }
  }
  return [...keys];
}

/** All openings that can share time with a service that starts then. */
export function openingsNear(knowledge: Knowledge, startMs: number): readonly Interval[] {
  return openingsAround(knowledge, localTime(startMs, knowledge.business.timezone).date);
}

/** All openings that can share time with one that starts on this date. */
export function openingsAround(knowledge: Knowledge, date: string): readonly Interval[] {
  return [-2, -1, 0, 1, 2].flatMap((days) => intervalsOn(knowledge, addDays(date, days)));
}

/** The chairs of the business, from 1. */
export function chairsOf(knowledge: Knowledge): number[] {
  return Array.from({ length: knowledge.bookings.chairs }, (_, index) => index + 1);
}
