import { addDays, weekdayOf } from "../../functions/shared/hours";
import type { Weekday } from "../../functions/shared/knowledge";
import type { DifferingDate } from "./datesOfTimes";

/** The same difference on some days of every week, or on single dates. */
export interface RecurringDifference extends Omit<DifferingDate, "date"> {
  /** Null: the single dates from `from` to `until`, each of them. */
  readonly weekdays: readonly Weekday[] | null;
  /** ISO dates, both of them days on which it differs; `until` is null where it goes on. */
  readonly from: string;
  readonly until: string | null;
  /** Dates between that are none, though no holiday is the reason. */
  readonly except: readonly string[];
}

/** The dates that are searched whole, and which of them need no reason for being out of line. */
export interface Calendar {
  /** The last ISO date of the year that was searched; of what is later only dates around holidays are known. */
  readonly lastDate: string;
  /** Whether a holiday of either side may be why a date is none. */
  readonly isExcused: (date: string) => boolean;
}

/** Fewer weeks in a row are told as single dates. */
const leastWeeks = 3;
/** Fewer days in a row are told one by one. */
const leastDays = 3;

/** Several dates of one weekday; a week's step from one to the next but for exceptions. */
interface Run {
  readonly weekday: Weekday;
  readonly dates: readonly string[];
  readonly except: readonly string[];
  /** Nothing was found after which it stops. */
  readonly goesOn: boolean;
}

/**
 * Dates on which the same differs, told as few as they can be without saying anything else: what comes every week as its weekdays, the
 * rest as dates. In the order of weekdays first, then of dates.
 */
export function recurringDates(dates: readonly DifferingDate[], calendar: Calendar): readonly RecurringDifference[] {
  const alike = new Map<string, DifferingDate[]>();
  for (const each of dates) {
    const key = JSON.stringify([each.stretches, each.before, each.after]);
    alike.set(key, [...(alike.get(key) ?? []), each]);
  }
  return [...alike.values()].flatMap((same) => recurring(same, calendar)).sort(byFirst);
}

function recurring(same: readonly DifferingDate[], calendar: Calendar): readonly RecurringDifference[] {
  const byWeekday = new Map<Weekday, string[]>();
  for (const { date } of same) byWeekday.set(weekdayOf(date), [...(byWeekday.get(weekdayOf(date)) ?? []), date]);
  const all = [...byWeekday].flatMap(([weekday, dates]) => runsOf(weekday, dates, calendar));
  const weekly = all.filter(isWeekly);
  const single = all.filter((run) => !isWeekly(run)).flatMap((run) => run.dates);
  const [first] = same;
  if (first === undefined) return [];
  const { stretches, before, after } = first;
  return [
    ...together(weekly, calendar).map((runs) => ({
      stretches,
      before,
      after,
      weekdays: runs.map(({ weekday }) => weekday),
      from: runs.map(firstOf).sort()[0] ?? "",
      until: runs.every(({ goesOn }) => goesOn) ? null : (runs.map(lastOf).sort().at(-1) ?? ""),
      except: runs.flatMap(({ except }) => except).sort(),
    })),
    ...inARow(single.sort()).map((row) => ({
      stretches,
      before,
      after,
      weekdays: null,
      from: row[0] ?? "",
      until: row.at(-1) ?? "",
      except: [],
    })),
  ];
}

function isWeekly({ dates, except }: Run): boolean {
  return dates.length >= leastWeeks && except.length * leastWeeks <= dates.length;
}

/** The dates of one weekday in runs. A run goes over holidays, and over one date that is none for another reason. */
function runsOf(weekday: Weekday, dates: readonly string[], calendar: Calendar): readonly Run[] {
  const near = dates.filter((date) => date <= calendar.lastDate).sort();
  const runs: { dates: string[]; except: string[] }[] = [];
  for (const date of near) {
    const run = runs.at(-1);
    const missing = run === undefined ? [] : unexcused(run.dates.at(-1) ?? date, date, calendar);
    if (run === undefined || missing.length > 1) runs.push({ dates: [date], except: [] });
    else {
      run.dates.push(date);
      run.except.push(...missing);
    }
  }
  const ended = runs.map((run, index): Run => {
    const isLast = index === runs.length - 1;
    const beyond = addDays(calendar.lastDate, 7);
    const goesOn = isLast && unexcused(run.dates.at(-1) ?? "", beyond, calendar).length === 0;
    return { weekday, ...run, goesOn };
  });
  // What goes on holds of the later dates, too.
  const later = ended.some((run) => run.goesOn && isWeekly(run))
    ? []
    : dates.filter((date) => date > calendar.lastDate);
  return [...ended, ...later.map((date): Run => ({ weekday, dates: [date], except: [], goesOn: false }))];
}

/** The dates a week apart between two dates of one weekday, both left out, for which no holiday is the reason. */
function unexcused(from: string, to: string, { isExcused, lastDate }: Calendar): readonly string[] {
  const missing: string[] = [];
  for (let date = addDays(from, 7); date < to && date <= lastDate; date = addDays(date, 7)) {
    if (!isExcused(date)) missing.push(date);
  }
  return missing;
}

/** Runs of different weekdays that begin and end in the same weeks, and so are one. */
function together(runs: readonly Run[], calendar: Calendar): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  for (const run of [...runs].sort((a, b) => (firstOf(a) < firstOf(b) ? -1 : 1))) {
    const group = groups.find((others) => others.every((other) => isInStep(other, run, calendar)));
    if (group === undefined) groups.push([run]);
    else group.push(run);
  }
  return groups;
}

function isInStep(first: Run, later: Run, { isExcused }: Calendar): boolean {
  if (first.weekday === later.weekday || first.goesOn !== later.goesOn) return false;
  for (let date = addDays(firstOf(later), -7); date >= firstOf(first); date = addDays(date, -7)) {
    if (!isExcused(date)) return false;
  }
  if (first.goesOn) return true;
  const [end, other] = [lastOf(first), lastOf(later)].sort();
  return (other ?? "") < addDays(end ?? "", 7);
}

/** Single dates, those of several days in a row together. */
function inARow(dates: readonly string[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const date of dates) {
    const row = rows.at(-1);
    if (row !== undefined && addDays(row.at(-1) ?? "", 1) === date) row.push(date);
    else rows.push([date]);
  }
  return rows.flatMap((row) => (row.length < leastDays ? row.map((date) => [date]) : [row]));
}

function firstOf({ dates }: Run): string {
  return dates[0] ?? "";
}

function lastOf({ dates }: Run): string {
  return dates.at(-1) ?? "";
}

function byFirst(a: RecurringDifference, b: RecurringDifference): number {
  const weekly = Number(a.weekdays === null) - Number(b.weekdays === null);
  if (weekly !== 0) return weekly;
  const key = ({ from, stretches, before }: RecurringDifference) =>
    `${from} ${String(stretches[0]?.startMinute).padStart(4, "0")} ${before}`;
  return key(a) < key(b) ? -1 : 1;
}
