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

/** A single date whose hours are not those of its weekday; no hours: closed all day. */
export interface HoursOverride {
  readonly OverrideName: string;
  readonly EffectiveFrom: string;
  readonly EffectiveTill: string;
  readonly OverrideConfig: readonly DayHours[];
}

/** Connect takes no more overrides for one set of hours (Amazon Connect administrator guide, "Set the hours of operation"). */
const mostOverrides = 50;
const minutesOfDay = 1440;

/** From and to, in minutes of one date's wall clock. */
type Stretch = readonly [from: number, to: number];

/**
 * A business's hours as Connect keeps them, for the case that screening fails. Connect knows no hours past midnight: an opening
 * that runs into the next day is cut there. So a holiday can change two dates, its own and the morning after, and both get an
 * override where they differ from their weekday. Of more than 50 the latest stay, so that dates long past go first.
 */
export function connectHours(knowledge: Pick<Knowledge, "business" | "hours" | "holidays">): ConnectHours {
  const usual = (day: Weekday) => stretches(knowledge.hours[day], knowledge.hours[dayBefore(day)]);
  const actual = (date: string) => stretches(openingsOn(knowledge, date), openingsOn(knowledge, addDays(date, -1)));
  const dates = new Set(Object.keys(knowledge.holidays).flatMap((date) => [date, addDays(date, 1)]));
  const overrides = [...dates]
    .sort()
    .filter((date) => JSON.stringify(actual(date)) !== JSON.stringify(usual(weekdayOf(date))))
    .map((date) => ({
      OverrideName: date,
      EffectiveFrom: date,
      EffectiveTill: date,
      OverrideConfig: dayHours(weekdayOf(date), actual(date)),
    }));
  return {
    TimeZone: knowledge.business.timezone,
    Config: weekdays.flatMap((day) => dayHours(day, usual(day))),
    HoursOfOperationOverrides: overrides.slice(-mostOverrides),
  };
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
