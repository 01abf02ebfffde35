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

/** `Monday, 2026-11-23, 09:05` */
const shown = /^(\w+), (\d+-\d+-\d+), (\d\d):(\d\d)$/;
const formats = new Map<string, Intl.DateTimeFormat>();

function wallTime(timeZone: string, atMs: number): WallTime {
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
