import { isOpen } from "../../shared/hours";
import type { Opening } from "../../shared/knowledge";
import type { HoursClaim, HoursVerb, TimeClaim } from "./hoursClaims";
import type { Target } from "./hoursTargets";
import type { HoursGrounds } from "./hoursTruth";

/** Whether the openings of one day bear out a claim. */

/** Why a claim does not hold of a day, null where it does. */
export function whyNot(
  claim: HoursClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  target: Target,
  grounds: HoursGrounds,
): string | null {
  const { openings, id } = target;
  const otherwise = `${id} says otherwise`;
  if (claim.isRoundTheClock) return isRoundTheClock(claim, openings) === isSaidOpen ? null : otherwise;
  if (claim.isAllDay && claim.times.length === 0)
    return (isSaidOpen || claim.isNegated ? isAllDay(openings) === isSaidOpen : openings.length === 0)
      ? null
      : otherwise;
  if (claim.isAllNight) return openings.some(isAllNight) === isSaidOpen ? null : otherwise;
  if (claim.isUnbroken && openings.length > 0 && (openings.length === 1) !== isSaidOpen) return otherwise;
  // "We close for lunch."
  if (claim.isBreak && claim.times.length === 0 && (verb === "close" || verb === "closed"))
    return openings.length > 1 === !claim.isNegated ? null : otherwise;
  if (claim.isForDay && (verb === "close" || verb === "closed") && claim.times.length > 0) {
    const lastEnd = Math.max(...openings.map(({ startMinute, endMinute }) => endOf(startMinute, endMinute)));
    if (!claim.times.every((time) => time.type !== "range" && time.at.some((at) => at % 1440 === lastEnd % 1440)))
      return otherwise;
  }
  if (claim.times.length === 0) {
    if (claim.dayPart !== null) return dayPartFault(claim, claim.dayPart, isSaidOpen, openings) ? otherwise : null;
    const isSaid = verb === "close" ? claim.isNegated : isSaidOpen;
    const isLeft = target.date !== grounds.today || openings.some((opening) => isAhead(opening, grounds));
    // "We're closed for today", in the evening.
    if (!isSaid && !isLeft) return null;
    if (openings.length > 0 !== isSaid) return otherwise;
    // "We're open today" is said of what is left of it.
    const isOver = target.date === grounds.today && isSaid && openings.every((opening) => !isAhead(opening, grounds));
    return isOver ? "it is over for today" : null;
  }
  const areRanges = claim.times.filter(({ type }) => type === "range").length;
  if (claim.isOnly && areRanges > 0 && areRanges < openings.length) return otherwise;
  const isAtOnly = claim.times.every(({ type }) => type === "at");
  if (openings.length === 0) return isAtOnly && verb === "closed" && !isSaidOpen ? null : otherwise;
  return claim.times.every((time) => holds(time, verb, isSaidOpen, claim, openings, grounds)) ? null : otherwise;
}

/** From midnight to midnight, or for a day from a time that is said. */
function isRoundTheClock({ times }: HoursClaim, openings: readonly Opening[]): boolean {
  return openings.some(({ startMinute, endMinute }) => {
    if (startMinute === 0 && (endMinute === 1440 || endMinute === 0)) return true;
    const isFrom = times.some((time) => time.type !== "range" && time.type !== "end" && time.at.includes(startMinute));
    return isFrom && startMinute === endMinute;
  });
}

/** Without a break from the morning into the late afternoon. */
function isAllDay(openings: readonly Opening[]): boolean {
  const [only] = openings;
  if (only === undefined || openings.length > 1) return false;
  return only.startMinute <= latestMorning && endOf(only.startMinute, only.endMinute) >= earliestEvening;
}

const [latestMorning, earliestEvening] = [660, 960];

/** From late in the evening into the morning. */
function isAllNight({ startMinute, endMinute }: Opening): boolean {
  if (startMinute === 0 && (endMinute === 1440 || endMinute === 0)) return true;
  return startMinute <= latestNightfall && endOf(startMinute, endMinute) >= earliestDawn;
}

/** Minutes from midnight, and into the next day. */
const [latestNightfall, earliestDawn] = [1320, 1740];

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

export function endOf(startMinute: number, endMinute: number): number {
  return endMinute > startMinute ? endMinute : endMinute + 1440;
}

function holds(
  time: TimeClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  claim: HoursClaim,
  openings: readonly Opening[],
  grounds: HoursGrounds,
): boolean {
  const sorted = [...openings].sort((a, b) => a.startMinute - b.startMinute);
  const isAt = (minutes: readonly number[], minute: number) => minutes.some((each) => each % 1440 === minute % 1440);
  const first = sorted[0];
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return false;
  const isShut = verb === "closed" || verb === "close";
  switch (time.type) {
    case "range":
      // "No, on Fridays it's nine to five", asked about the break: there is none.
      if (isShut !== claim.isNegated && !(claim.verb === null && sorted.length === 1))
        return sorted.some((each, index) => {
          const next = sorted[index + 1];
          return next !== undefined && isAt(time.from, each.endMinute) && isAt(time.to, next.startMinute);
        });
      return sorted.some(
        ({ startMinute, endMinute }) =>
          isAt(time.from, startMinute) &&
          isAt(time.to, endMinute) &&
          (time.isNextDay !== true || endMinute <= startMinute),
      );
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
      if (time.isNextDay === true)
        return sorted.some(
          ({ startMinute, endMinute }) => isAt(time.at, endMinute) && endMinute <= startMinute !== claim.isNegated,
        );
      const areSeveral = claim.times.length > 1;
      const found =
        claim.isAgain || areSeveral
          ? sorted.some(({ endMinute }) => isAt(time.at, endMinute))
          : isAt(time.at, last.endMinute);
      return found === !claim.isNegated;
    }
    case "at": {
      // "At seven", asked when it opens or closes.
      if (verb === "open" || verb === "close")
        return holds(
          { type: verb === "open" ? "start" : "end", at: time.at },
          verb,
          isSaidOpen,
          claim,
          openings,
          grounds,
        );
      if (claim.verb === null && grounds.isAskedUntil === true) return isAt(time.at, last.endMinute);
      // "Open again at one"; "Monday at half past eight", asked when to come.
      const isStart = isSaidOpen && (claim.isAgain || (claim.verb === null && grounds.isAskedWhen === true));
      if (isStart) return sorted.some(({ startMinute }) => isAt(time.at, startMinute));
      const inside = (minute: number) =>
        sorted.some(({ startMinute, endMinute }) => startMinute <= minute && minute < endOf(startMinute, endMinute));
      return isSaidOpen ? time.at.some(inside) : !time.at.some(inside);
    }
  }
}
