import { Temporal } from "temporal-polyfill";

/** ISO 8601 with an offset or `Z`; seconds and their fraction may be left out. */
const written = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d(:?\d\d)?)$/i;

/**
 * The instant that a text names, `2026-11-23T10:00:00-08:00`, in milliseconds since the epoch; null where it names none. What is
 * finer than a millisecond is cut off, which no opening feels: they begin and end on whole minutes.
 */
export function readInstant(text: string): number | null {
  if (!written.test(text)) return null;
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    return null;
  }
}
