import { DateTime, IANAZone } from "luxon";
import type { WrittenHours } from "./writtenHours.fixture";

const minuteMs = 60_000;
const dayMs = 1440 * minuteMs;
const dayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

/** When a business is open, found another way: all openings of a stretch of time are laid out on one line, and instants looked up on it. */
export interface OpenTimeline {
  /** Milliseconds since the epoch, in order: an even index opens, an odd one closes. What touches is one. */
  readonly changes: readonly number[];
  isOpen(atMs: number): boolean;
  /** The first change after an instant; null where none is on the line. */
  nextChange(atMs: number): number | null;
}

/**
 * The timeline by Luxon, of all openings that start on a date of `[firstDate, lastDate]`. Nothing of it is the engine's: hours are read
 * from what was written, weekdays, wall-clock times and zones are Luxon's.
 */
export function luxonTimeline(written: WrittenHours, firstDate: string, lastDate: string): OpenTimeline {
  const steps: [atMs: number, step: 1 | -1][] = [];
  const last = DateTime.fromISO(lastDate, { zone: "utc" });
  for (let date = DateTime.fromISO(firstDate, { zone: "utc" }); date <= last; date = date.plus({ days: 1 })) {
    const name = dayNames[date.weekday % 7] ?? "";
    const text = written.holidays[date.toISODate() ?? ""] ?? written.hours[name] ?? "closed";
    if (text === "closed") continue;
    for (const part of text.split(", ")) {
      const [start = "", end = ""] = part.split("-");
      const startMs = instantOf(onClock(date, start), written.timezone);
      const endMs = instantOf(onClock(date, end) + (end > start ? 0 : dayMs), written.timezone);
      if (startMs < endMs) steps.push([startMs, 1], [endMs, -1]);
    }
  }
  const changes = changesOf(steps);
  const after = (atMs: number) => upperBound(changes, atMs);
  return {
    changes,
    isOpen: (atMs) => after(atMs) % 2 === 1,
    nextChange: (atMs) => changes[after(atMs)] ?? null,
  };
}

/** Every instant of the two years from `firstYear` at which a zone's clocks change. */
export function clockChanges(zone: string, firstYear: number): readonly number[] {
  const iana = IANAZone.create(zone);
  const found: number[] = [];
  const endMs = Date.UTC(firstYear + 2, 0, 1);
  for (let fromMs = Date.UTC(firstYear, 0, 1); fromMs < endMs; fromMs += dayMs) {
    let [low, high] = [fromMs, fromMs + dayMs];
    if (iana.offset(low) === iana.offset(high)) continue;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (iana.offset(middle) === iana.offset(low)) low = middle;
      else high = middle;
    }
    found.push(high);
  }
  return found;
}

/** A date's wall-clock time as if it were in UTC. */
function onClock(date: DateTime, text: string): number {
  const [hours = 0, minutes = 0] = text.split(":").map(Number);
  return date.toMillis() + (hours * 60 + minutes) * minuteMs;
}

/** In an overlap the earlier of the two; in a gap the offset that held before it is kept. */
function instantOf(wallMs: number, zone: string): number {
  const day = Math.floor(wallMs / dayMs);
  const before = offsetOn(day - 1, zone);
  if (before === offsetOn(day + 2, zone)) return wallMs - before * minuteMs;
  const there = DateTime.fromMillis(wallMs, { zone: "utc" }).setZone(zone, { keepLocalTime: true });
  const meant = there
    .getPossibleOffsets()
    .map((each) => each.toMillis())
    .filter((ms) => ms + IANAZone.create(zone).offset(ms) * minuteMs === wallMs);
  return meant.length > 0 ? Math.min(...meant) : wallMs - before * minuteMs;
}

/** How far a zone is ahead of UTC when a day since the epoch begins in UTC, in minutes. */
function offsetOn(day: number, zone: string): number {
  const known = offsets.get(`${zone} ${day}`);
  if (known !== undefined) return known;
  const offset = IANAZone.create(zone).offset(day * dayMs);
  offsets.set(`${zone} ${day}`, offset);
  return offset;
}

/** Zones are slow to ask, and the files of one zone ask for the same days. */
const offsets = new Map<string, number>();

/** Where the number of openings under way goes from none to some, and back. */
function changesOf(steps: [atMs: number, step: 1 | -1][]): readonly number[] {
  const changes: number[] = [];
  let underWay = 0;
  const sorted = steps.sort(([a], [b]) => a - b);
  for (const [index, [atMs, step]] of sorted.entries()) {
    underWay += step;
    if (sorted[index + 1]?.[0] === atMs) continue;
    if (underWay > 0 !== (changes.length % 2 === 1)) changes.push(atMs);
  }
  return changes;
}

/** How many of a sorted list are not after a value. */
function upperBound(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}
