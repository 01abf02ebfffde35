import { addDays, intervalsOn, localTime, toInstantMs } from "../../functions/shared/hours";
import type { Knowledge } from "../../functions/shared/knowledge";

/** A stretch of time in which what is asked of two businesses has the same two answers, which differ. */
export interface DifferingTime {
  readonly startMs: number;
  readonly endMs: number;
  readonly before: string;
  readonly after: string;
}

/** The times that differ, in order. */
export interface DifferingTimes {
  readonly times: readonly DifferingTime[];
  /** All that begins up to this ISO date was found; of what is later only what begins around a holiday. */
  readonly lastDate: string;
  /** One of the times holds everything up to then. */
  readonly isAlways: boolean;
}

/** A year and a few days, so that a change of clocks is seen on both sides of it. */
const daysSearched = 371;
/** An opening of a date touches no other date that is further away. */
const daysAround = 2;
/** A stretch under way is seen from its beginning and to its end. */
const daysBeyond = 8;

/** ISO dates, both included. */
type Window = readonly [from: string, to: string];

/** What is asked of the two businesses, at an instant. */
export interface Answers {
  readonly before: (atMs: number) => string;
  readonly after: (atMs: number) => string;
}

/**
 * When two businesses' answers differ: all through the year from `fromMs` on, and around every later holiday of either. An answer
 * may only change where an opening of one of them begins or ends, so it is asked once between two such instants.
 */
export function differingTimes(before: Knowledge, after: Knowledge, answers: Answers, fromMs: number): DifferingTimes {
  const { timezone } = after.business;
  const today = localTime(fromMs, timezone).date;
  const lastDate = addDays(today, daysSearched);
  const later = [...new Set([before, after].flatMap(({ holidays }) => Object.keys(holidays)))]
    .filter((date) => addDays(date, daysAround) > lastDate)
    .sort()
    .map((date): Window => [addDays(date, -daysAround), addDays(date, daysAround)]);
  const found = joined([[addDays(today, -daysAround), lastDate], ...later]).map(([from, to]) => {
    const startMs = toInstantMs(addDays(from, -daysBeyond), 0, timezone);
    const endMs = toInstantMs(addDays(to, daysBeyond), 0, timezone);
    const all = differingIn(startMs, endMs, before, after, answers);
    const beginsInside = (time: DifferingTime) => {
      const { date } = localTime(time.startMs, timezone);
      return from <= date && date <= to && time.endMs > fromMs;
    };
    const isAlways = all.length === 1 && all[0]?.startMs === startMs && all[0].endMs === endMs;
    return { times: isAlways ? all : all.filter(beginsInside), isAlways };
  });
  return { times: found.flatMap(({ times }) => times), lastDate, isAlways: found[0]?.isAlways === true };
}

function joined(windows: readonly Window[]): readonly Window[] {
  const all: Window[] = [];
  for (const [from, to] of windows) {
    const last = all.at(-1);
    if (last === undefined || from > addDays(last[1], 1)) all.push([from, to]);
    else all[all.length - 1] = [last[0], to > last[1] ? to : last[1]];
  }
  return all;
}

function differingIn(
  fromMs: number,
  toMs: number,
  before: Knowledge,
  after: Knowledge,
  answers: Answers,
): DifferingTime[] {
  const found: DifferingTime[] = [];
  const edges = [fromMs, ...edgesIn(fromMs, toMs, before, after), toMs];
  for (const [index, startMs] of edges.entries()) {
    const endMs = edges[index + 1];
    if (endMs === undefined || endMs === startMs) continue;
    const here = { before: answers.before(startMs), after: answers.after(startMs) };
    if (here.before === here.after) continue;
    const last = found.at(-1);
    if (last?.endMs === startMs && last.before === here.before && last.after === here.after) {
      found[found.length - 1] = { ...last, endMs };
    } else found.push({ startMs, endMs, ...here });
  }
  return found;
}

/** Every instant within the window at which an opening of either business begins or ends, in order. */
function edgesIn(fromMs: number, toMs: number, ...businesses: readonly Knowledge[]): readonly number[] {
  const edges = new Set<number>();
  for (const knowledge of businesses) {
    const last = addDays(localTime(toMs, "UTC").date, daysAround);
    for (let date = addDays(localTime(fromMs, "UTC").date, -daysAround); date <= last; date = addDays(date, 1)) {
      for (const { startMs, endMs } of intervalsOn(knowledge, date)) edges.add(startMs).add(endMs);
    }
  }
  return [...edges].filter((edge) => edge > fromMs && edge < toMs).sort((a, b) => a - b);
}
