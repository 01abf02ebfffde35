import { Temporal } from "temporal-polyfill";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
/** Twenty years of one zone. */
const mostDaysRemembered = 7_500;

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds; negative where they are behind. */
export function offsetMsAt(atMs: number, timezone: string): number {
  const day = Math.floor(atMs / dayMs);
  const offsetMs = offsetMsOn(day, timezone);
  return offsetMs === offsetMsOn(day + 1, timezone) ? offsetMs : askedOffsetMs(atMs, timezone);
}

/**
 * The instant of a wall-clock time, by Temporal's `compatible` rule: in a gap the later, in an overlap the earlier.
 * `wallMs` is the instant that it would be in UTC.
 */
export function instantOfWallMs(wallMs: number, timezone: string): number {
  // No zone is more than 14 hours off UTC: where nothing changes from the day before to the day after, nothing is to be decided.
  const day = Math.floor(wallMs / dayMs);
  const offsetMs = offsetMsOn(day - 1, timezone);
  if (offsetMs === offsetMsOn(day + 2, timezone)) return wallMs - offsetMs;
  const wall = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO("UTC").toPlainDateTime();
  return wall.toZonedDateTime(timezone, { disambiguation: "compatible" }).epochMilliseconds;
}

/** Zones are slow to ask, and almost every day of a zone is like the day before. */
const remembered = new Map<string, Map<number, number>>();

/** The offset with which a day since the epoch begins in UTC. */
function offsetMsOn(day: number, timezone: string): number {
  let days = remembered.get(timezone);
  if (days === undefined) {
    days = new Map();
    remembered.set(timezone, days);
  }
  const known = days.get(day);
  if (known !== undefined) return known;
  const offsetMs = askedOffsetMs(day * dayMs, timezone);
  if (days.size >= mostDaysRemembered) days.clear();
  days.set(day, offsetMs);
  return offsetMs;
}

function askedOffsetMs(atMs: number, timezone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timezone).offsetNanoseconds / 1_000_000;
}
