import type { Opening } from "./knowledge";

/** How openings are written, for whoever wrote them otherwise. */
export const openingsCure =
  "Write HH:MM-HH:MM in hours from 00:00 to 24:00, several with a comma between them, for example 09:00-12:30, 13:30-19:00, or write closed.";

/**
 * The openings of a day as written: `09:00-12:30, 13:30-19:00`, `22:00-02:00`, `closed`, or a list of such texts. Null where it cannot be
 * read. `24:00` may only end an opening. They come in the order written.
 */
export function readOpenings(written: string | readonly string[]): readonly Opening[] | null {
  const parts = (typeof written === "string" ? [written] : written)
    .flatMap((text) => text.split(","))
    .map((part) => part.trim());
  if (parts.length <= 1 && (parts[0] ?? "closed").toLowerCase() === "closed") return [];
  const openings = parts.map(readOpening);
  return openings.every((opening) => opening !== null) ? openings : null;
}

function readOpening(text: string): Opening | null {
  const match = /^(\d{1,2}):(\d{2})\s*[-–—]\s*(\d{1,2}):(\d{2})$/.exec(text);
  if (match === null) return null;
  const startMinute = minuteOf(match[1], match[2]);
  const endMinute = minuteOf(match[3], match[4]);
  if (startMinute === null || endMinute === null || startMinute === 1440) return null;
  return { startMinute, endMinute };
}

/** Minutes from midnight, 0 to 1440; null for 12:60, 24:30 and 25:00. */
function minuteOf(hour: string | undefined, minute: string | undefined): number | null {
  const minutes = Number(hour) * 60 + Number(minute);
  return Number(minute) <= 59 && minutes <= 1440 ? minutes : null;
}

/** Two openings of one day that share time, as they would stand on the clock; null where none do. */
export function overlapOf(openings: readonly Opening[]): readonly [Opening, Opening] | null {
  const sorted = [...openings].sort((a, b) => a.startMinute - b.startMinute);
  for (const [index, opening] of sorted.entries()) {
    const next = sorted[index + 1];
    const end = opening.endMinute > opening.startMinute ? opening.endMinute : opening.endMinute + 1440;
    if (next !== undefined && next.startMinute < end) return [opening, next];
  }
  return null;
}
