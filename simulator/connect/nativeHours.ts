import type { ConnectHours, DayHours } from "../../components/routing/connectHours";

/** What the clock on the wall shows. */
interface WallTime {
  /** `2026-11-23` */
  readonly date: string;
  /** `MONDAY` */
  readonly day: string;
  readonly minute: number;
}

/**
 * Whether Connect's own hours of operation are open at an instant, read as `nativeHoursBeliefs` says Connect reads them. It sees
 * nothing but the rendered hours, and no code of the hours engine.
 */
export function isNativelyOpen(hours: ConnectHours, atMs: number): boolean {
  const { date, day, minute } = wallTime(hours.TimeZone, atMs);
  const override = hours.HoursOfOperationOverrides.find(
    ({ EffectiveFrom, EffectiveTill }) => EffectiveFrom <= date && date <= EffectiveTill,
  );
  return (override?.OverrideConfig ?? hours.Config).some((each) => each.Day === day && holds(each, minute));
}

function holds({ StartTime, EndTime }: DayHours, minute: number): boolean {
  const end = EndTime.Hours * 60 + EndTime.Minutes;
  return StartTime.Hours * 60 + StartTime.Minutes <= minute && minute < (end === 0 ? 1440 : end);
}

const minuteMs = 60_000;
/** So many minutes are read off the clock together. */
const blockMinutes = 30;
const blocks = new Map<string, { readonly block: number; readonly first: WallTime; readonly last: WallTime }>();

/** What the clock shows. Where the first and the last minute of half an hour are as far apart on the clock as in time, it did not change. */
function wallTime(timeZone: string, atMs: number): WallTime {
  const minutes = Math.floor(atMs / minuteMs);
  const block = Math.floor(minutes / blockMinutes);
  let known = blocks.get(timeZone);
  if (known?.block !== block) {
    const startMs = block * blockMinutes * minuteMs;
    const endMs = startMs + (blockMinutes - 1) * minuteMs;
    known = { block, first: readClock(timeZone, startMs), last: readClock(timeZone, endMs) };
    blocks.set(timeZone, known);
  }
  const { first, last } = known;
  if (last.date !== first.date || last.minute - first.minute !== blockMinutes - 1) return readClock(timeZone, atMs);
  return { ...first, minute: first.minute + minutes - block * blockMinutes };
}

/** `Monday, 2026-11-23, 09:05` */
const shown = /^(\w+), (\d+-\d+-\d+), (\d\d):(\d\d)$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function readClock(timeZone: string, atMs: number): WallTime {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone,
      weekday: "long",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const text = format.format(atMs);
  const [, day, date, hour, minute] = shown.exec(text) ?? [];
  if (day === undefined || date === undefined) throw new Error(`The clock of ${timeZone} cannot be read: "${text}"`);
  return { date, day: day.toUpperCase(), minute: Number(hour) * 60 + Number(minute) };
}
