import { addDays, openingsOn, weekdayOf } from "../../functions/shared/hours";
import { type Knowledge, type Opening, type Weekday, weekdays } from "../../functions/shared/knowledge";

/** The part of `AWS::Connect::HoursOfOperation` that says when a business is open. */
export interface ConnectHours {
  readonly TimeZone: string;
  readonly Config: readonly DayHours[];
  readonly HoursOfOperationOverrides: readonly HoursOverride[];
}

export interface DayHours {
  readonly Day: Uppercase<Weekday>;
  readonly StartTime: TimeOfDay;
  /** 0:00 is the midnight that ends the day. */
  readonly EndTime: TimeOfDay;
}

interface TimeOfDay {
  readonly Hours: number;
  readonly Minutes: number;
}

/** Dates whose hours are not those of their weekdays; a day of theirs that `OverrideConfig` does not name is closed. */
export interface HoursOverride {
  readonly OverrideName: string;
  readonly EffectiveFrom: string;
  /** At most six days later, so that no weekday is meant twice. */
  readonly EffectiveTill: string;
  readonly OverrideConfig: readonly DayHours[];
}

/** Connect takes no more overrides for one set of hours, and raises that for nobody (administrator guide, "Set overrides"). */
const mostOverrides = 50;
const minutesOfDay = 1440;
/** The first date of an override and its last are so far apart at most. */
const longestOverrideDays = 6;

/** From and to, in minutes of one date's wall clock. */
type Stretch = readonly [from: number, to: number];

type KnownHours = Pick<Knowledge, "business" | "hours" | "holidays">;

/**
 * A business's hours as Connect keeps them, for the case that screening fails. Connect knows no hours past midnight: an opening
 * that runs into the next day is cut there. So a holiday can change two dates, its own and the morning after, and both get an
 * override where they differ from their weekday. Each has one of its own; where these would be more than 50, those within a week
 * share one, and of more than 50 still the latest stay, so that dates long past go first.
 */
export function connectHours(knowledge: KnownHours): ConnectHours {
  return {
    TimeZone: knowledge.business.timezone,
    Config: weekdays.flatMap((day) => dayHours(day, usualStretches(knowledge, day))),
    HoursOfOperationOverrides: overridesOf(knowledge).slice(-mostOverrides),
  };
}

/** The ISO dates for which Connect would keep the hours of their weekday, wrongly, because it takes no more overrides. */
export function datesWithoutOverride(knowledge: KnownHours): readonly string[] {
  const last = overridesOf(knowledge).at(-mostOverrides - 1)?.EffectiveTill;
  return last === undefined ? [] : unusualDates(knowledge).filter((date) => date <= last);
}

function overridesOf(knowledge: KnownHours): readonly HoursOverride[] {
  const dates = unusualDates(knowledge);
  const spans = dates.length > mostOverrides ? spansOf(dates) : dates.map((date) => ({ first: date, last: date }));
  return spans.map(({ first, last }) => ({
    OverrideName: first === last ? first : `${first} to ${last}`,
    EffectiveFrom: first,
    EffectiveTill: last,
    OverrideConfig: datesFrom(first, last).flatMap((date) =>
      dayHours(weekdayOf(date), actualStretches(knowledge, date)),
    ),
  }));
}

/** In order, the dates that are not like their weekday. */
function unusualDates(knowledge: KnownHours): readonly string[] {
  const dates = new Set(Object.keys(knowledge.holidays).flatMap((date) => [date, addDays(date, 1)]));
  const isUsual = (date: string) =>
    JSON.stringify(actualStretches(knowledge, date)) === JSON.stringify(usualStretches(knowledge, weekdayOf(date)));
  return [...dates].sort().filter((date) => !isUsual(date));
}

/** The fewest stretches of a week or less that hold all dates. */
function spansOf(dates: readonly string[]): readonly { readonly first: string; readonly last: string }[] {
  const spans: { first: string; last: string }[] = [];
  for (const date of dates) {
    const span = spans.at(-1);
    if (span === undefined || date > addDays(span.first, longestOverrideDays)) spans.push({ first: date, last: date });
    else span.last = date;
  }
  return spans;
}

function datesFrom(first: string, last: string): readonly string[] {
  const dates: string[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) dates.push(date);
  return dates;
}

function usualStretches({ hours }: KnownHours, day: Weekday): readonly Stretch[] {
  return stretches(hours[day], hours[dayBefore(day)]);
}

function actualStretches(knowledge: KnownHours, date: string): readonly Stretch[] {
  return stretches(openingsOn(knowledge, date), openingsOn(knowledge, addDays(date, -1)));
}

/** One date's open stretches: its own openings up to midnight and what is left of those of the date before, joined where they touch. */
function stretches(own: readonly Opening[], before: readonly Opening[]): readonly Stretch[] {
  const all: readonly Stretch[] = [
    ...before.filter(runsOver).map(({ endMinute }): Stretch => [0, endMinute]),
    ...own.map((opening): Stretch => [opening.startMinute, runsOver(opening) ? minutesOfDay : opening.endMinute]),
  ];
  const joined: [number, number][] = [];
  for (const [from, to] of all.filter((stretch) => stretch[0] < stretch[1]).sort(([a], [b]) => a - b)) {
    const last = joined.at(-1);
    if (last === undefined || from > last[1]) joined.push([from, to]);
    else last[1] = Math.max(last[1], to);
  }
  return joined;
}

function runsOver({ startMinute, endMinute }: Opening): boolean {
  return endMinute <= startMinute;
}

function dayHours(day: Weekday, open: readonly Stretch[]): readonly DayHours[] {
  return open.map(([from, to]) => ({
    Day: day.toUpperCase() as Uppercase<Weekday>,
    StartTime: timeOfDay(from),
    EndTime: timeOfDay(to % minutesOfDay),
  }));
}

function timeOfDay(minute: number): TimeOfDay {
  return { Hours: Math.floor(minute / 60), Minutes: minute % 60 };
}

function dayBefore(day: Weekday): Weekday {
  const before = weekdays.at(weekdays.indexOf(day) - 1);
  if (before === undefined) throw new Error(`No day before ${day}.`);
  return before;
}
