import { addDays, localTime, weekdayOf } from "../../functions/shared/hours";
import { type Route, routeCall, routes } from "../../functions/shared/routing";
import { dateText, daysText, shortDay } from "./clockTexts";
import { datesOfTimes, stretchesText } from "./datesOfTimes";
import { destinationOf } from "./destination";
import { type DifferingTime, differingTimes } from "./differingTimes";
import { type RecurringDifference, recurringDates } from "./recurringDates";
import type { RoutedLine } from "./routedLine";
import { type RoutingChange, standingChange } from "./routingChange";

/** What a caller on no list would reach at other hours, and the times that this is about. */
export interface HoursChanges {
  readonly changes: readonly RoutingChange[];
  readonly times: readonly DifferingTime[];
  /** There is no hour at which they would not. */
  readonly isAlways: boolean;
}

/** Whoever is on no list has their route from the hours alone. */
const anyone = { from: null, callsToday: 0 };

/**
 * When a caller on no list would be routed otherwise from `fromMs` on: within a year, and around every later holiday. Times are those
 * on the clock of the later side.
 */
export function hoursChanges(before: RoutedLine, after: RoutedLine, fromMs: number): HoursChanges {
  const { timezone } = after.knowledge.business;
  const routeOf = (line: RoutedLine) => (atMs: number) => routeCall(line.knowledge, { atMs, ...anyone }).route;
  const answers = { before: routeOf(before), after: routeOf(after) };
  const { times, lastDate, isAlways } = differingTimes(before.knowledge, after.knowledge, answers, fromMs);
  const ahead = times.flatMap((time) => {
    const went = destinationOf(before, { screening: { route: time.before } });
    const goes = destinationOf(after, { screening: { route: time.after } });
    return went.place === goes.place ? [] : [{ ...time, before: went.text, after: goes.text }];
  });
  const [whole] = ahead;
  if (isAlways && whole !== undefined) {
    return { changes: [standingChange("at any hour", "anyone", whole.before, whole.after)], times: ahead, isAlways };
  }
  const holidays = new Set([before, after].flatMap(({ knowledge }) => Object.keys(knowledge.holidays)));
  const calendar = {
    lastDate,
    isExcused: (date: string) => [-1, 0, 1].some((days) => holidays.has(addDays(date, days))),
  };
  const today = localTime(fromMs, timezone).date;
  const found = recurringDates(datesOfTimes(ahead, timezone), calendar);
  return { changes: found.map((each) => changeOf(each, today.slice(0, 4))), times: ahead, isAlways: false };
}

/** What a caller on no list would reach instead at the hours that are the same on both sides: the flow itself leads elsewhere. */
export function standingHoursChanges(before: RoutedLine, after: RoutedLine): readonly RoutingChange[] {
  const whens: Readonly<Partial<Record<Route, string>>> = { ai: "while open", voicemail: "while closed" };
  return routes.flatMap((route) => {
    const when = whens[route];
    const [went, goes] = [before, after].map((line) => destinationOf(line, { screening: { route } }));
    if (when === undefined || went === undefined || goes === undefined || went.place === goes.place) return [];
    return [standingChange(when, "anyone", went.text, goes.text)];
  });
}

function changeOf(each: RecurringDifference, year: string): RoutingChange {
  const { weekdays, stretches, before, after, from, until, except } = each;
  const change = { who: "anyone", before, after, except };
  if (weekdays !== null) {
    const clock = stretchesText(stretches, weekdays.length === 1 ? from : null);
    return { ...change, when: `${daysText(weekdays)} ${clock}`, from, until };
  }
  const day = (date: string) => `${shortDay(weekdayOf(date))} ${dateText(date, year)}`;
  const isOne = until === null || from === until;
  const when = isOne
    ? `${day(from)} ${stretchesText(stretches, from)}`
    : `${day(from)} to ${day(until)}, each day ${stretchesText(stretches, null)}`;
  return { ...change, when, from: null, until: null };
}
