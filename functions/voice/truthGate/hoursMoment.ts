import { addDays, openingsOn, weekdayOf } from "../../shared/hours";
import { weekdays } from "../../shared/knowledge";
import { dateOf } from "./dates";
import type { Days } from "./figure";
import type { HoursClaim, HoursVerb, SpanClaim, TimeClaim } from "./hoursClaims";
import type { HoursGrounds, Verdict } from "./hoursTruth";

/** What hours say at the moment of the call: until when it is open, when it opens next. */

interface Stretch {
  readonly id: string;
  readonly date: string;
  /** Minutes from today's midnight. */
  readonly start: number;
  readonly end: number;
}

interface Moment {
  readonly running: Stretch | null;
  /** The next that begins. */
  readonly next: Stretch | null;
  /** The last one of today that is over. */
  readonly ended: Stretch | null;
}

const daysAhead = 14;
const yes: Verdict = { is: "true" };

function stretchesFrom(firstDay: number, { knowledge, today }: HoursGrounds): Stretch[] {
  const stretches: Stretch[] = [];
  for (let day = firstDay; day <= firstDay + daysAhead; day++) {
    const date = addDays(today, day);
    const id = Object.hasOwn(knowledge.holidays, date) ? `holiday.${date}` : `hours.${weekdayOf(date)}`;
    for (const { startMinute, endMinute } of openingsOn(knowledge, date)) {
      const end = endMinute > startMinute ? endMinute : endMinute + 1440;
      stretches.push({ id, date, start: day * 1440 + startMinute, end: day * 1440 + end });
    }
  }
  return stretches.sort((a, b) => a.start - b.start);
}

function momentOf(grounds: HoursGrounds): Moment {
  const { minute } = grounds;
  const all = stretchesFrom(-1, grounds);
  return {
    running: all.find(({ start, end }) => start <= minute && minute < end) ?? null,
    next: all.find(({ start }) => start > minute) ?? null,
    ended: all.findLast(({ end }) => end <= minute && end > 0) ?? null,
  };
}

function isAt({ at }: { readonly at: readonly number[] }, minute: number): boolean {
  return at.some((each) => each % 1440 === ((minute % 1440) + 1440) % 1440);
}

function ofCited({ id }: Stretch, { cited }: HoursGrounds): Verdict {
  return cited.includes(id) ? yes : { is: "unknown", why: `${id} is not cited` };
}

/**
 * Judges times that are said of now: "until two", past midnight; "we open again at nine". Null where the day's hours decide.
 *
 * @param isDayNamed today is named.
 */
export function judgeMoment(
  claim: HoursClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  isDayNamed: boolean,
  grounds: HoursGrounds,
): Verdict | null {
  if (claim.times.length === 0 || claim.dayPart !== null || claim.isRoundTheClock) return null;
  const moment = momentOf(grounds);
  const { running, next } = moment;
  const isLast = moment.next === null || moment.next.start >= 1440;
  if (claim.isForDay && !isLast) return null;
  const isClosedUntil = verb === "closed" && !claim.isNegated && claim.times.every(({ type }) => type === "end");
  if (isClosedUntil) {
    if (running !== null) return { is: "false", why: "it is open at this time" };
    if (next === null || !claim.times.every((time) => time.type !== "range" && isAt(time, next.start)))
      return { is: "false", why: "it does not open again then" };
    return ofCited(next, grounds);
  }
  if (claim.isNegated || claim.times.every(({ type }) => type === "range")) return null;
  const asUntil = (time: TimeClaim): TimeClaim =>
    claim.verb === null && time.type === "at" && grounds.isAskedUntil === true ? { ...time, type: "end" } : time;
  const borneOut = claim.times.map((time) => stretchOf(asUntil(time), claim, verb, isSaidOpen, isDayNamed, moment));
  const stretches = borneOut.filter((each) => each !== null);
  if (stretches.length < borneOut.length) return null;
  return stretches.map((each) => ofCited(each, grounds)).find(({ is }) => is !== "true") ?? yes;
}

/** The stretch that a time is said of; null where none of this moment fits. */
function stretchOf(
  time: TimeClaim,
  claim: HoursClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  isDayNamed: boolean,
  { running, next, ended }: Moment,
): Stretch | null {
  const isSoon = next !== null && next.start < (isDayNamed ? 1440 : 2880);
  if (time.type === "range") {
    const is = (each: Stretch) => isAt({ at: time.from }, each.start) && isAt({ at: time.to }, each.end);
    return isSoon && isSaidOpen && is(next) ? next : null;
  }
  if (time.type === "end" || (time.type === "at" && verb === "close")) {
    // "From ten, until two in the night", of what is to come.
    const isToCome = running === null && isSoon && isSaidOpen && next !== null && isAt(time, next.end);
    if (isToCome && claim.times.length > 1) return next;
    const over = running ?? (verb === "close" ? ended : null);
    return over !== null && (isSaidOpen || verb === "close") && isAt(time, over.end) ? over : null;
  }
  const isStart = verb === "open" || (verb === "isOpen" && (claim.isAgain || time.type === "start"));
  return isStart && isSoon && isAt(time, next.start) ? next : null;
}

/** Minutes that a length of time may be off: people round. */
const leastOff = 2;

const exact: ReadonlySet<string> = new Set(["is", "exactly"]);

/** "Open for another half hour", "closes in twenty minutes", "closed an hour ago". */
export function judgeSpan(span: SpanClaim, verb: HoursVerb, isSaidOpen: boolean, grounds: HoursGrounds): Verdict {
  const { running, next, ended } = momentOf(grounds);
  const { minute } = grounds;
  const isAlmost = (minutes: number) =>
    Math.abs(minutes - span.minutes) <= Math.max(leastOff, span.minutes * (exact.has(span.bound) ? 0.1 : 0.25)) &&
    !(span.bound === "moreThan" && minutes < span.minutes) &&
    !(span.bound === "lessThan" && minutes > span.minutes);
  const wrong: Verdict = { is: "false", why: "it is longer or shorter than that" };
  if (span.isAgo) {
    const event = verb === "open" ? running : running === null ? ended : null;
    if (event === null) return wrong;
    return isAlmost(minute - (verb === "open" ? event.start : event.end)) ? ofCited(event, grounds) : wrong;
  }
  const isUntilEnd = verb === "close" || (isSaidOpen && verb === "isOpen");
  if (isUntilEnd) return running !== null && isAlmost(running.end - minute) ? ofCited(running, grounds) : wrong;
  return running === null && next !== null && isAlmost(next.start - minute) ? ofCited(next, grounds) : wrong;
}

/** Days from today to the next opening; null where there is none. */
export function nextOpeningIn(grounds: HoursGrounds): number | null {
  const { next } = momentOf(grounds);
  return next === null ? null : Math.floor(next.start / 1440);
}

/** "Closed until Monday", "until tomorrow at nine": the next opening is then, and none is before it. */
export function judgeUntil(
  claim: HoursClaim,
  isSaidOpen: boolean,
  days: readonly Days[],
  grounds: HoursGrounds,
): Verdict {
  if (isSaidOpen) return { is: "unknown", why: "no hours say until which day" };
  const [day] = days;
  const from =
    day === undefined || day.by === "weekdays" ? grounds.today : dateOf(day, grounds.today, null, grounds.cited);
  const ahead = from === null ? 0 : Math.round((Date.parse(from) - Date.parse(grounds.today)) / 86_400_000);
  const { running } = momentOf(grounds);
  if (from === null || (ahead === 0 && running !== null)) return { is: "false", why: "it is open at this time" };
  const since = ahead === 0 ? grounds.minute : ahead * 1440;
  const next = stretchesFrom(-1, grounds).find(({ start, end }) => start > since || (ahead > 0 && end > since));
  if (next === undefined) return { is: "unknown", why: "it does not open again" };
  const isThen = claim.until.every((each) =>
    each.by === "weekdays"
      ? each.weekdays.length === 1 && each.weekdays[0] === weekdays.indexOf(weekdayOf(next.date))
      : dateOf(each, grounds.today, null, grounds.cited) === next.date,
  );
  const isTimely = claim.times.every((time) => time.type !== "range" && isAt(time, next.start));
  return isThen && isTimely ? ofCited(next, grounds) : { is: "false", why: "it does not open again then" };
}
