import { addDays, isOpen, openingsOn, weekdayOf } from "../../shared/hours";
import { type Knowledge, type Opening, weekdays } from "../../shared/knowledge";
import { dateOf } from "./dates";
import type { Days } from "./figure";
import type { HoursClaim, HoursVerb } from "./hoursClaims";
import { judgeMoment, judgeSpan, judgeUntil } from "./hoursMoment";
import { endOf, whyNot } from "./hoursOfDay";
import { citedTargets, otherCited, type Target, targetsOf } from "./hoursTargets";

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
