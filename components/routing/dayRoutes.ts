import { addDays, intervalsOn, localTime, toInstantMs, weekdayOf } from "../../functions/shared/hours";
import { type Knowledge, type Opening, type Weekday, weekdays } from "../../functions/shared/knowledge";
import { type Route, routeCall } from "../../functions/shared/routing";
import { clockText, shortDay } from "./clockTexts";

/** Where a caller on no list goes in a part of one day on the clock. */
export interface DayRoute {
  /** `09:00`; the day ends at `24:00`. */
  readonly from: string;
  readonly to: string;
  readonly route: Route;
}

const minutesOfDay = 1440;
/** An opening reaches at most so many dates on. */
const daysAround = 2;
/** The week is looked at where no clock changes; it is any week, since the hours of the week are those of every one. */
const someMonday = "2026-01-05";

/** The routes of a date from midnight to midnight on the clock, as screening gives them to a caller on no list. */
export function routesOfDate(knowledge: Knowledge, date: string): readonly DayRoute[] {
  const { timezone } = knowledge.business;
  const [startMs, endMs] = [toInstantMs(date, 0, timezone), toInstantMs(date, minutesOfDay, timezone)];
  const edges = new Set([startMs]);
  for (let days = -daysAround; days <= daysAround; days++) {
    for (const each of intervalsOn(knowledge, addDays(date, days))) edges.add(each.startMs).add(each.endMs);
  }
  const inside = [...edges].filter((edge) => startMs <= edge && edge < endMs).sort((a, b) => a - b);
  const routes: { startMs: number; route: Route }[] = [];
  for (const atMs of inside) {
    const { route } = routeCall(knowledge, { atMs, from: null, callsToday: 0 });
    if (routes.at(-1)?.route !== route) routes.push({ startMs: atMs, route });
  }
  const clock = (atMs: number) => clockText(localTime(atMs, timezone).minute);
  return routes.map(({ startMs: from, route }, index) => {
    const to = routes[index + 1]?.startMs;
    return { from: clock(from), to: to === undefined ? "24:00" : clock(to), route };
  });
}

/** The routes of an ordinary weekday: no holiday, and no change of clocks near. */
export function routesOfWeekday(knowledge: Knowledge, day: Weekday): readonly DayRoute[] {
  const ordinary = { ...knowledge, holidays: {} };
  let monday = someMonday;
  while (hasClockChange(monday, knowledge.business.timezone)) monday = addDays(monday, 7);
  return routesOfDate(ordinary, addDays(monday, weekdays.indexOf(day)));
}

/** `09:00–12:30, 21:30–Sat 01:30`, or `closed`: the openings that begin on a day, as they were written. */
export function openingsOfDay(openings: readonly Opening[], day: Weekday): string {
  const next = shortDay(weekdays[(weekdays.indexOf(day) + 1) % weekdays.length] ?? "monday");
  const texts = openings.map(({ startMinute, endMinute }) => {
    const end = clockText(endMinute);
    return `${clockText(startMinute)}–${endMinute > startMinute ? end : `${next} ${end}`}`;
  });
  return texts.length === 0 ? "closed" : texts.join(", ");
}

/** `Thu 2026-11-26`. */
export function dayName(date: string): string {
  return `${shortDay(weekdayOf(date))} ${date}`;
}

/** Whether the clock is changed in the week that begins on a Monday, or in the two days on either side. */
function hasClockChange(monday: string, timezone: string): boolean {
  const dates = Array.from({ length: 7 + 2 * daysAround + 1 }, (_, index) => addDays(monday, index - daysAround));
  const lengths = dates.map((date) => toInstantMs(date, minutesOfDay, timezone) - toInstantMs(date, 0, timezone));
  return new Set(lengths).size > 1;
}
