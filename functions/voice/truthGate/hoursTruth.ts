import { addDays, isOpen, openingsOn, weekdayOf } from "../../shared/hours";
import { type Knowledge, type Opening, type Weekday, weekdays } from "../../shared/knowledge";
import { feastOn } from "./feasts";
import type { Days, Reading } from "./figure";
import type { HoursClaim, HoursVerb, TimeClaim } from "./hoursClaims";
import type { Item } from "./readText";

/** What hours are held against. */
export interface HoursGrounds {
  readonly knowledge: Knowledge;
  /** The ids that the reply cites. */
  readonly cited: readonly string[];
  /** The business's date and instant of the call. */
  readonly today: string;
  /** From midnight on the business's clock. */
  readonly minute: number;
  readonly atMs: number;
  /** Days that the caller, or the reply before this, spoke of. */
  readonly spokenOf: readonly Days[];
  /** What the caller asked about, where the reply has no verb of its own. */
  readonly askedVerb: HoursVerb | null;
  /** Several weekdays are listed, so they are those of every week. */
  readonly isList: boolean;
}

export type Verdict = { readonly is: "true" } | { readonly is: "false" | "unknown"; readonly why: string };

const yes: Verdict = { is: "true" };

/** Whether the business's hours bear out a claim. `unknown` where the facts that say so are not cited. */
export function judgeHours(claim: HoursClaim, grounds: HoursGrounds): Verdict {
  const hasRange = claim.times.some(({ type }) => type === "range");
  const verb = claim.verb ?? (hasRange ? null : grounds.askedVerb) ?? "isOpen";
  const isSaidOpen = (verb === "open" || verb === "isOpen") !== claim.isNegated;
  if (claim.daysAWeek !== null) return judgeDaysAWeek(claim.daysAWeek, grounds);
  const isState = claim.times.length === 0 && claim.dayPart === null && !claim.isRoundTheClock;
  const days = claim.days.length > 0 ? claim.days : grounds.spokenOf;
  if (claim.isNow || (isState && days.length === 0)) return judgeNow(verb === "close" ? false : isSaidOpen, grounds);
  const targets = days.length > 0 ? targetsOf(days, claim, grounds) : citedTargets(grounds);
  if (targets.length === 0) return { is: "unknown", why: "no cited fact says these hours" };
  for (const target of targets) {
    if (!grounds.cited.includes(target.id)) return { is: "unknown", why: `${target.id} is not cited` };
    const why = whyNot(claim, verb, isSaidOpen, target, grounds);
    if (why !== null) return { is: "false", why };
  }
  for (const target of claim.without.flatMap((each) => targetsOf([each], claim, grounds))) {
    if (!grounds.cited.includes(target.id)) return { is: "unknown", why: `${target.id} is not cited` };
    if (target.openings.length > 0 === isSaidOpen) return { is: "false", why: `${target.id} says otherwise` };
  }
  if (claim.isOnly && isState) {
    const others = weekdays.filter((_, index) => !targets.some(({ weekday }) => weekday === index));
    if (others.some((day) => grounds.knowledge.hours[day].length > 0))
      return { is: "false", why: "other days are open too" };
  }
  return yes;
}

interface Target {
  readonly id: string;
  readonly openings: readonly Opening[];
  readonly weekday: number;
  /** Null for a weekday of every week. */
  readonly date: string | null;
}

function targetsOf(days: readonly Days[], claim: HoursClaim, grounds: HoursGrounds): Target[] {
  const month = days.find((each) => each.by === "date" && each.month !== null);
  const all = days.flatMap((each) => {
    if (each.by === "weekdays") {
      const isEvery = each.isEvery || (grounds.isList && !each.isNext) || isAskedOfEvery(each.weekdays, grounds);
      return each.weekdays.map((weekday) => weekdayTarget(weekday, isEvery, grounds));
    }
    const date = dateOf(each, grounds.today, month?.by === "date" ? month.month : null, grounds.cited);
    return date === null ? [] : [dateTarget(date, grounds)];
  });
  const left = claim.without.flatMap((each) => (each.by === "weekdays" ? each.weekdays : []));
  return all.filter(({ weekday, date }) => date !== null || !left.includes(weekday));
}

function isAskedOfEvery(said: readonly number[], { spokenOf }: HoursGrounds): boolean {
  return spokenOf.some(
    (each) => each.by === "weekdays" && each.isEvery && said.every((day) => each.weekdays.includes(day)),
  );
}

function weekdayTarget(weekday: number, isEvery: boolean, grounds: HoursGrounds): Target {
  const day = weekdays[weekday] ?? "monday";
  if (!isEvery) {
    const ahead = (weekday - weekdays.indexOf(weekdayOf(grounds.today)) + 7) % 7;
    const date = addDays(grounds.today, ahead);
    if (Object.hasOwn(grounds.knowledge.holidays, date)) return dateTarget(date, grounds);
  }
  return { id: `hours.${day}`, openings: grounds.knowledge.hours[day], weekday, date: null };
}

function dateTarget(date: string, { knowledge }: HoursGrounds): Target {
  const isHoliday = Object.hasOwn(knowledge.holidays, date);
  return {
    id: isHoliday ? `holiday.${date}` : `hours.${weekdayOf(date)}`,
    openings: openingsOn(knowledge, date),
    weekday: weekdays.indexOf(weekdayOf(date)),
    date,
  };
}

/** A date that was named, on or after today. */
export function dateOf(
  days: Exclude<Days, { by: "weekdays" }>,
  today: string,
  month: number | null,
  cited: readonly string[] = [],
): string | null {
  const year = Number(today.slice(0, 4));
  if (days.by === "shifted") {
    const from = days.from.by === "weekdays" ? null : dateOf(days.from, today, month, cited);
    return from === null ? null : addDays(from, days.offset);
  }
  if (days.by === "relative") return addDays(today, days.offset);
  if (days.by === "feast") {
    const now = feastOn(days.rule, year);
    return now !== null && now >= today ? now : feastOn(days.rule, year + 1);
  }
  const pad = (value: number) => String(value).padStart(2, "0");
  const inMonth = days.month ?? month;
  if (inMonth !== null) {
    const date = `${days.year ?? year}-${pad(inMonth)}-${pad(days.day)}`;
    return days.year !== null || date >= today ? date : `${year + 1}-${date.slice(5)}`;
  }
  // "On the 25th", of a holiday that is cited.
  const holiday = cited.find((id) => id.startsWith("holiday.") && Number(id.slice(-2)) === days.day);
  if (holiday !== undefined) return holiday.slice("holiday.".length);
  for (let ahead = 0; ahead < 62; ahead++) {
    const date = addDays(today, ahead);
    if (Number(date.slice(8)) === days.day) return date;
  }
  return null;
}

function citedTargets(grounds: HoursGrounds): Target[] {
  return grounds.cited.flatMap((id) => {
    const [room, rest = ""] = id.split(".");
    if (room === "holiday") return [dateTarget(rest, grounds)];
    const weekday = weekdays.indexOf(rest as Weekday);
    return room === "hours" && weekday >= 0 ? [weekdayTarget(weekday, true, grounds)] : [];
  });
}

function judgeNow(isSaidOpen: boolean, { knowledge, cited, today, atMs }: HoursGrounds): Verdict {
  const ids = [today, addDays(today, -1)].map((date) =>
    Object.hasOwn(knowledge.holidays, date) ? `holiday.${date}` : `hours.${weekdayOf(date)}`,
  );
  if (!ids.some((id) => cited.includes(id))) return { is: "unknown", why: `${ids[0]} is not cited` };
  if (isOpen(knowledge, atMs) === isSaidOpen) return yes;
  return { is: "false", why: isSaidOpen ? "it is closed at this time" : "it is open at this time" };
}

function judgeDaysAWeek(count: number, { knowledge, cited }: HoursGrounds): Verdict {
  if (!weekdays.every((day) => cited.includes(`hours.${day}`))) return { is: "unknown", why: "not all days are cited" };
  const open = weekdays.filter((day) => knowledge.hours[day].length > 0).length;
  return open === count ? yes : { is: "false", why: `it is open on ${open} days a week` };
}

/** Why a claim does not hold of a day, null where it does. */
function whyNot(
  claim: HoursClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  target: Target,
  grounds: HoursGrounds,
): string | null {
  const { openings, id } = target;
  const otherwise = `${id} says otherwise`;
  if (claim.isRoundTheClock)
    return openings.some(
      ({ startMinute, endMinute }) => startMinute === 0 && (endMinute === 1440 || endMinute === 0),
    ) === isSaidOpen
      ? null
      : otherwise;
  if (claim.times.length === 0) {
    if (claim.dayPart !== null) return dayPartFault(claim, claim.dayPart, isSaidOpen, openings) ? otherwise : null;
    const isSaid = verb === "close" ? claim.isNegated : isSaidOpen;
    if (openings.length > 0 !== isSaid) return otherwise;
    // "We're open today" is said of what is left of it.
    const isOver = target.date === grounds.today && isSaid && openings.every((opening) => !isAhead(opening, grounds));
    return isOver ? "it is over for today" : null;
  }
  const areRanges = claim.times.filter(({ type }) => type === "range").length;
  if (claim.isOnly && areRanges > 0 && areRanges < openings.length) return otherwise;
  if (openings.length === 0) return otherwise;
  return claim.times.every((time) => holds(time, verb, isSaidOpen, claim, openings)) ? null : otherwise;
}

function isAhead({ startMinute, endMinute }: Opening, { knowledge, atMs, minute }: HoursGrounds): boolean {
  return isOpen(knowledge, atMs) || minute < startMinute || endMinute <= startMinute || minute < endMinute;
}

function dayPartFault(
  claim: HoursClaim,
  [from, to]: readonly [number, number],
  isSaidOpen: boolean,
  openings: readonly Opening[],
): boolean {
  // A shop that closes at one is not open in the afternoon.
  const overlaps = openings.filter(
    ({ startMinute, endMinute }) => Math.min(to, endOf(startMinute, endMinute)) - Math.max(from, startMinute) > 60,
  );
  if (claim.isOnly)
    return (
      overlaps.length !== openings.length ||
      openings.some((each) => each.startMinute < from || endOf(each.startMinute, each.endMinute) > to + 90) ||
      openings.length === 0
    );
  return overlaps.length > 0 !== isSaidOpen;
}

function endOf(startMinute: number, endMinute: number): number {
  return endMinute > startMinute ? endMinute : endMinute + 1440;
}

function holds(
  time: TimeClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  claim: HoursClaim,
  openings: readonly Opening[],
): boolean {
  const sorted = [...openings].sort((a, b) => a.startMinute - b.startMinute);
  const isAt = (minutes: readonly number[], minute: number) => minutes.some((each) => each % 1440 === minute % 1440);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return false;
  const isShut = verb === "closed" || verb === "close";
  switch (time.type) {
    case "range":
      if (isShut !== claim.isNegated)
        return sorted.some((each, index) => {
          const next = sorted[index + 1];
          return next !== undefined && isAt(time.from, each.endMinute) && isAt(time.to, next.startMinute);
        });
      return sorted.some(({ startMinute, endMinute }) => isAt(time.from, startMinute) && isAt(time.to, endMinute));
    case "start": {
      if (isShut) return sorted.some(({ endMinute }) => isAt(time.at, endMinute));
      const areSeveral = claim.dayPart !== null || claim.times.filter(({ type }) => type !== "range").length > 1;
      const found =
        claim.isAgain || areSeveral
          ? sorted.some(({ startMinute }) => isAt(time.at, startMinute))
          : isAt(time.at, first.startMinute);
      return found === !claim.isNegated;
    }
    case "end": {
      if (verb === "closed") return sorted.some(({ startMinute }) => isAt(time.at, startMinute));
      const found = claim.isAgain
        ? sorted.some(({ endMinute }) => isAt(time.at, endMinute))
        : isAt(time.at, last.endMinute);
      return found === !claim.isNegated;
    }
    case "at": {
      // "At seven", asked when it opens or closes.
      if (verb === "open" || verb === "close")
        return holds({ type: verb === "open" ? "start" : "end", at: time.at }, verb, isSaidOpen, claim, openings);
      const inside = (minute: number) =>
        sorted.some(({ startMinute, endMinute }) => startMinute <= minute && minute < endOf(startMinute, endMinute));
      return isSaidOpen ? time.at.some(inside) : !time.at.some(inside);
    }
  }
}

/** Items with the weekday of each date among the readings: "tomorrow" is a Thursday too. */
export function withWeekdays(items: readonly Item[], today: string): Item[] {
  return items.map((item) => {
    if (item.kind !== "figure") return item;
    const more = item.figure.readings.flatMap((reading): Reading[] => {
      if (reading.unit !== "days" || reading.days.by === "weekdays") return [];
      const date = dateOf(reading.days, today, null);
      if (date === null) return [];
      const weekdayOfDate = weekdays.indexOf(weekdayOf(date));
      return [{ unit: "days", days: { by: "weekdays", weekdays: [weekdayOfDate], isEvery: false, isNext: true } }];
    });
    return more.length === 0
      ? item
      : { ...item, figure: { ...item.figure, readings: [...item.figure.readings, ...more] } };
  });
}
