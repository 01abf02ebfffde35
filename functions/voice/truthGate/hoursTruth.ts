import { addDays, isOpen, openingsOn, weekdayOf } from "../../shared/hours";
import { type Knowledge, type Opening, type Weekday, weekdays } from "../../shared/knowledge";
import { dateOf, datesOfSpan } from "./dates";
import type { Days } from "./figure";
import type { HoursClaim, HoursVerb, TimeClaim } from "./hoursClaims";
import { judgeMoment, judgeSpan, judgeUntil } from "./hoursMoment";

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
  /** The caller asked when, so that a time by itself is when it opens. */
  readonly isAskedWhen?: boolean;
  /** They asked of now, or of today. */
  readonly isAskedNow?: boolean;
  /** Times that they named, minutes from midnight: the two ends of a range, and its middle. */
  readonly askedTimes?: readonly (readonly number[])[];
  /** They asked of the break at noon. */
  readonly isAskedOfBreak?: boolean;
  /** They asked until when. */
  readonly isAskedUntil?: boolean;
  /** They asked how long it is open, or until it opens. */
  readonly isAskedHowLong?: boolean;
  /** The sentence names more than one stretch, so that none of them is a break. */
  readonly areSeveral?: boolean;
  /** The caller asked for the usual hours. */
  readonly isUsual?: boolean;
}

export type Verdict = { readonly is: "true" } | { readonly is: "false" | "unknown"; readonly why: string };

const yes: Verdict = { is: "true" };

/** Whether the business's hours bear out a claim. `unknown` where the facts that say so are not cited. */
export function judgeHours(said: HoursClaim, grounds: HoursGrounds): Verdict {
  const claim = atAskedTimes(affirmed(said, grounds), grounds);
  const hasRange = claim.times.some(({ type }) => type === "range");
  const isOfBreak =
    grounds.isAskedOfBreak === true &&
    grounds.areSeveral !== true &&
    (grounds.askedVerb === "close" || grounds.askedVerb === "closed");
  const verb = claim.verb ?? (hasRange ? (isOfBreak ? "closed" : null) : grounds.askedVerb) ?? "isOpen";
  const isSaidOpen = (verb === "open" || verb === "isOpen") !== claim.isNegated;
  if (claim.daysAWeek !== null) return judgeDaysAWeek(claim.daysAWeek, grounds);
  // "In twenty minutes", asked whether it is open: until it opens.
  const isUntilOpen = claim.span !== null && claim.verb === null && !claim.span.isAnother && !claim.span.isAgo;
  if (claim.span !== null)
    return judgeSpan(claim.span, isUntilOpen && verb === "isOpen" ? "open" : verb, isSaidOpen, grounds);
  const days = claim.days.length > 0 ? claim.days : grounds.spokenOf;
  if (claim.until.length > 0) return judgeUntil(claim, isSaidOpen, days, grounds);
  const isState = isStateOnly(claim);
  if (claim.isBoth && claim.days.length === 0 && grounds.cited.length < 2)
    return { is: "unknown", why: "no two days are cited" };
  const isOfNow = !claim.isBoth && ((claim.isNow && claim.times.length === 0) || (isState && days.length === 0));
  if (isOfNow && claim.isBreak && !isSaidOpen) return judgeBreakNow(grounds);
  if (isOfNow) return judgeNow(verb === "close" ? false : isSaidOpen, grounds);
  if (claim.isNow && isSaidOpen && verb !== "close" && !claim.isAgain) {
    const now = judgeNow(true, grounds);
    if (now.is !== "true") return now;
  }
  const isOfToday = days.every((each) => isToday(each, grounds));
  const mayBeNow = claim.days.length === 0 && (grounds.isAskedNow === true || (claim.isAgain && verb === "open"));
  if ((isOfToday || mayBeNow) && !claim.isUsual) {
    const verdict = judgeMoment(claim, verb, isSaidOpen, isOfToday && days.length > 0, grounds);
    if (verdict !== null && (isOfToday || verdict.is === "true")) return verdict;
  }
  // "The same day", of something else than opening hours.
  const isBareAround = claim.verb === null && isState && claim.days.some(({ by }) => by === "around");
  if (isBareAround && grounds.askedVerb === null) return { is: "unknown", why: "it says nothing of hours" };
  const isOfCited = days.length === 0 || (claim.isBoth && claim.days.length === 0);
  const targets = isOfCited ? citedTargets(grounds) : targetsOf(days, claim, grounds);
  if (claim.isBoth && targets !== null && targets.length !== 2)
    return judgeBoth(claim, verb, isSaidOpen, targets, grounds);
  if (targets === null) return { is: "false", why: "there is no such day" };
  if (targets.length === 0) return { is: "unknown", why: "no cited fact says these hours" };
  for (const target of targets) {
    if (!grounds.cited.includes(target.id)) return { is: "unknown", why: `${target.id} is not cited` };
    const why = whyNot(claim, verb, isSaidOpen, target, grounds);
    if (why !== null) return { is: "false", why };
  }
  if (claim.rank !== null && !targets.every((target) => isRanked(target, claim.rank, grounds)))
    return { is: "false", why: "another day opens earlier, or closes later" };
  for (const target of claim.without.flatMap((each) => targetsOf([each], claim, grounds) ?? [])) {
    if (!grounds.cited.includes(target.id)) return { is: "unknown", why: `${target.id} is not cited` };
    if (target.openings.length > 0 === isSaidOpen) return { is: "false", why: `${target.id} says otherwise` };
  }
  if (claim.isOnly && isState) {
    const others = targets.every(({ date }) => date !== null)
      ? otherCited(targets, grounds)
      : weekdays
          .filter((_, index) => !targets.some(({ weekday }) => weekday === index))
          .map((day) => grounds.knowledge.hours[day]);
    if (others.some((openings) => openings.length > 0 === isSaidOpen))
      return { is: "false", why: "it is so on other days too" };
  }
  return yes;
}

/** "And between noon and two?" "We're open." is said of those times. */
function atAskedTimes(claim: HoursClaim, { askedTimes }: HoursGrounds): HoursClaim {
  const isBare = claim.verb === "isOpen" || claim.verb === "closed";
  if (!isBare || claim.isNow || claim.days.length > 0 || claim.until.length > 0 || !isStateOnly(claim)) return claim;
  return { ...claim, times: (askedTimes ?? []).map((at) => ({ type: "at", at })) };
}

/** "We don't close until two" says that it is open until then. */
function affirmed(claim: HoursClaim, { askedVerb }: HoursGrounds): HoursClaim {
  const isUntil = claim.times.length > 0 && claim.times.every((time) => time.type === "end" && time.isUntil === true);
  if (!claim.isNegated || !isUntil) return claim;
  const verb = claim.verb ?? askedVerb ?? "isOpen";
  const isShut = verb === "close" || verb === "closed";
  return { ...claim, isNegated: false, verb: isShut ? "isOpen" : "closed" };
}

/** Whether all of what is cited of some days says that it is open then; false where they are not cited. */
export function isOpenOn(days: Days, grounds: HoursGrounds): boolean {
  const targets = targetsOf([days], noClaim, grounds);
  return (
    targets !== null &&
    targets.length > 0 &&
    targets.every(({ id, openings }) => grounds.cited.includes(id) && openings.length > 0)
  );
}

const noClaim: Pick<HoursClaim, "isUsual" | "without"> = { isUsual: false, without: [] };

/** It says that it is open or closed, and no more. */
function isStateOnly(claim: HoursClaim): boolean {
  return (
    claim.times.length === 0 &&
    claim.dayPart === null &&
    !claim.isRoundTheClock &&
    !claim.isAllDay &&
    !claim.isAllNight &&
    !claim.isUnbroken
  );
}

function isToday(days: Days, { today }: HoursGrounds): boolean {
  if (days.by !== "weekdays") return dateOf(days, today, null) === today;
  return !days.isEvery && days.weekdays.length === 1 && days.weekdays[0] === weekdays.indexOf(weekdayOf(today));
}

interface Target {
  readonly id: string;
  readonly openings: readonly Opening[];
  readonly weekday: number;
  /** Null for a weekday of every week. */
  readonly date: string | null;
}

/** "Closed on the 25th only": of the holidays that are cited. */
function otherCited(targets: readonly Target[], grounds: HoursGrounds): (readonly Opening[])[] {
  const dates = grounds.cited.filter((id) => id.startsWith("holiday.")).map((id) => id.slice("holiday.".length));
  return dates
    .filter((date) => !targets.some((target) => target.date === date))
    .map((date) => openingsOn(grounds.knowledge, date));
}

/** Null where a day that is named does not exist. */
function targetsOf(
  days: readonly Days[],
  claim: Pick<HoursClaim, "isUsual" | "without">,
  grounds: HoursGrounds,
): Target[] | null {
  const month = days.find((each) => each.by === "date" && each.month !== null);
  const all: Target[] = [];
  for (const each of days) {
    if (each.by === "weekdays") {
      const isEvery =
        each.isEvery ||
        claim.isUsual ||
        (!each.isNext && (grounds.isList || grounds.isUsual === true)) ||
        isAskedOfEvery(each.weekdays, grounds);
      all.push(...each.weekdays.map((weekday) => weekdayTarget(weekday, isEvery, each.isNext, grounds)));
      continue;
    }
    const spoken = each.by === "around" && each.offset === 0 && all.length === 0 ? grounds.spokenOf[0] : undefined;
    if (spoken?.by === "weekdays") {
      all.push(...(targetsOf([spoken], claim, grounds) ?? []));
      continue;
    }
    const found = each.by === "around" ? dateAround(each.offset, all, grounds) : dateIn(each, month, grounds);
    const dates =
      each.by === "span" ? datesOfSpan(each, grounds.today, grounds.cited) : found === null ? null : [found];
    if (dates === null) return null;
    all.push(...dates.map((date) => dateTarget(date, grounds)));
  }
  const left = claim.without.flatMap((each) => (each.by === "weekdays" ? each.weekdays : []));
  return all.filter(({ weekday, date }) => date !== null || !left.includes(weekday));
}

function dateIn(days: Days, month: Days | undefined, { today, cited }: HoursGrounds): string | null {
  return dateOf(days, today, month?.by === "date" ? month.month : null, cited);
}

/** "Closed on Thanksgiving and the day after": counted from the day before it in the sentence, or that was spoken of. */
function dateAround(offset: number, named: readonly Target[], { spokenOf, today, cited }: HoursGrounds): string | null {
  const [spoken] = spokenOf;
  const from = named.at(-1)?.date ?? (spoken === undefined ? null : dateOf(spoken, today, null, cited));
  return from === null ? null : addDays(from, offset);
}

function isAskedOfEvery(said: readonly number[], { spokenOf }: HoursGrounds): boolean {
  return spokenOf.some(
    (each) => each.by === "weekdays" && each.isEvery && said.every((day) => each.weekdays.includes(day)),
  );
}

function weekdayTarget(weekday: number, isEvery: boolean, isNext: boolean, grounds: HoursGrounds): Target {
  const day = weekdays[weekday] ?? "monday";
  if (!isEvery) {
    const ahead = (weekday - weekdays.indexOf(weekdayOf(grounds.today)) + 7) % 7;
    // "Next Monday", said on a Monday.
    const inAWeek = addDays(grounds.today, 7);
    const isInAWeek = isNext && ahead === 0 && grounds.cited.includes(`holiday.${inAWeek}`);
    const date = isInAWeek ? inAWeek : (feastOf(weekday, grounds) ?? addDays(grounds.today, ahead));
    if (Object.hasOwn(grounds.knowledge.holidays, date)) return dateTarget(date, grounds);
  }
  return { id: `hours.${day}`, openings: grounds.knowledge.hours[day], weekday, date: null };
}

/** "Closed Sunday", asked about the Fourth of July: the holiday that is cited, where no hours of that weekday are. */
function feastOf(weekday: number, { cited, spokenOf }: HoursGrounds): string | null {
  const isNamed = spokenOf.some((each) => each.by === "weekdays" && each.weekdays.includes(weekday));
  if (isNamed || cited.includes(`hours.${weekdays[weekday] ?? ""}`)) return null;
  const dates = cited.filter((id) => id.startsWith("holiday.")).map((id) => id.slice("holiday.".length));
  const found = dates.filter((date) => weekdays.indexOf(weekdayOf(date)) === weekday);
  return found.length === 1 ? (found[0] ?? null) : null;
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

function citedTargets(grounds: HoursGrounds): Target[] {
  return grounds.cited.flatMap((id) => {
    const [room, rest = ""] = id.split(".");
    if (room === "holiday") return [dateTarget(rest, grounds)];
    const weekday = weekdays.indexOf(rest as Weekday);
    return room === "hours" && weekday >= 0 ? [weekdayTarget(weekday, true, false, grounds)] : [];
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

/** "Our latest day is Thursday": no other day of the week closes later; it has to be cited to be known. */
function isRanked({ openings }: Target, rank: HoursClaim["rank"], { knowledge }: HoursGrounds): boolean {
  const edge = (of: readonly Opening[]) =>
    rank === "first"
      ? -Math.min(...of.map(({ startMinute }) => startMinute))
      : Math.max(...of.map(({ startMinute, endMinute }) => endOf(startMinute, endMinute)));
  return weekdays.every((day) => edge(knowledge.hours[day]) <= edge(openings));
}

/** "Closed both days": of the holidays that are cited there are two of which it is so. */
function judgeBoth(
  claim: HoursClaim,
  verb: HoursVerb,
  isSaidOpen: boolean,
  targets: readonly Target[],
  grounds: HoursGrounds,
): Verdict {
  const found = targets.filter(
    (target) => target.id.startsWith("holiday.") && whyNot(claim, verb, isSaidOpen, target, grounds) === null,
  );
  return found.length === 2 ? yes : { is: "false", why: "it is not so on two of the days" };
}

/** "We're at lunch": closed, between two openings of the day. */
function judgeBreakNow(grounds: HoursGrounds): Verdict {
  const now = judgeNow(false, grounds);
  if (now.is !== "true") return now;
  const openings = openingsOn(grounds.knowledge, grounds.today);
  const isBetween =
    openings.some(({ endMinute }) => endMinute <= grounds.minute) &&
    openings.some(({ startMinute }) => startMinute > grounds.minute);
  return isBetween ? yes : { is: "false", why: "there is no break at this time" };
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

function endOf(startMinute: number, endMinute: number): number {
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
