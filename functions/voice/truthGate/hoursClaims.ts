import type { Bound, Days } from "./figure";
import { isSmallHour } from "./hoursFigures";
import { type HoursPart, hoursWords, readPart } from "./hoursParts";
import { isClock } from "./itemKinds";
import type { Lexicon } from "./lexicon";
import type { Item } from "./readText";

/** What a sentence says of opening hours, in parts that each have their own days. */
export interface HoursClaim {
  readonly verb: HoursVerb | null;
  readonly isNegated: boolean;
  readonly days: readonly Days[];
  /** Days that end it: `closed until Monday`. */
  readonly until: readonly Days[];
  /** Days that are taken out: `every day except Sunday`. */
  readonly without: readonly Days[];
  readonly times: readonly TimeClaim[];
  /** How long from now, or how long ago. */
  readonly span: SpanClaim | null;
  /** Minutes from midnight. */
  readonly dayPart: readonly [number, number] | null;
  readonly isNow: boolean;
  readonly isAgain: boolean;
  readonly isOnly: boolean;
  readonly isRoundTheClock: boolean;
  readonly isAllDay: boolean;
  readonly isAllNight: boolean;
  /** Without a break. */
  readonly isUnbroken: boolean;
  /** Said of every week. */
  readonly isUsual: boolean;
  /** "Six days a week." */
  readonly daysAWeek: number | null;
  /** For lunch. */
  readonly isBreak: boolean;
  /** "For the day": until the next. */
  readonly isForDay: boolean;
  /** "Our latest day": of the week the one that opens first, or closes last. */
  readonly rank: "first" | "last" | null;
  /** "Both days": of the two that are cited. */
  readonly isBoth: boolean;
}

/** `open`: begins to be. `isOpen`: is. `close`: ceases to be. `closed`: is not. */
export type HoursVerb = "open" | "isOpen" | "close" | "closed";

export type TimeClaim =
  | {
      readonly type: "range";
      readonly from: readonly number[];
      readonly to: readonly number[];
      /** It ends on the day after. */
      readonly isNextDay?: true;
    }
  | {
      readonly type: "start" | "end" | "at";
      readonly at: readonly number[];
      readonly isNextDay?: true;
      /** Behind `until`. */
      readonly isUntil?: true;
    };

export interface SpanClaim {
  readonly minutes: number;
  readonly isAgo: boolean;
  readonly bound: Bound;
  /** "Another twenty minutes", "twenty minutes more". */
  readonly isAnother: boolean;
}

/** Whether an item speaks of hours, so that hours may support it. */
export function isOfHours(item: Item, lexicon: Lexicon): boolean {
  if (item.kind === "figure")
    return item.figure.readings.some(({ unit }) => unit === "clock" || unit === "days" || unit === "minutes");
  return hoursWords.has(item.key) || Object.hasOwn(lexicon.vocabulary.calendar.dayParts, item.text);
}

/**
 * Reads what items say of hours; null where they say something else too. `known`: words that claim nothing. `isAskedHowLong`: a length
 * of time by itself answers how long it is open, or closed.
 */
export function readHours(
  items: readonly Item[],
  lexicon: Lexicon,
  known: ReadonlySet<string>,
  isAskedHowLong = false,
): readonly HoursClaim[] | null {
  const read: HoursPart[] = [];
  for (const part of chunksOf(items)) {
    const found = readPart(part, lexicon, known);
    if (found === null) return null;
    read.push(...found);
  }
  const claims = joined(read);
  const isLengthOnly = claims.some(({ span, verb }) => span !== null && verb === null && !span.isAnother);
  if ((isLengthOnly && !isAskedHowLong) || claims.every(isBare)) return null;
  return withDays(withReopening(claims).map(({ joint: _, hasCopula: __, isOff: ___, ...claim }) => claim));
}

/** "We close at two and open again at five": not for the day. */
function withReopening<Claim extends Pick<HoursClaim, "verb" | "isAgain">>(claims: readonly Claim[]): Claim[] {
  return claims.map((claim, at) => {
    const isShut = claim.verb === "close" || claim.verb === "closed";
    return isShut && claims[at + 1]?.isAgain === true ? { ...claim, isAgain: true } : claim;
  });
}

/** What stands between pauses and joints; a range is not cut in two. */
function chunksOf(items: readonly Item[]): Item[][] {
  const chunks: Item[][] = [];
  for (const [at, item] of items.entries()) {
    const last = chunks.at(-1);
    const isRange =
      last !== undefined && /^[-–]$/.test(item.pause) && isClock(item) && isClock(items[at - 1] as Item | undefined);
    const isBetween = last?.at(-2)?.kind === "word" && keyOf(last.at(-2)) === "between";
    const isJoint = item.kind === "word" && ["and", "but", "or", "except"].includes(item.key) && !isBetween;
    if (last === undefined || isJoint || (/[^-]/.test(item.pause) && !isRange)) chunks.push([item]);
    else last.push(item);
  }
  return chunks;
}

function keyOf(item: Item | undefined): string {
  return item?.kind === "word" ? item.key : "";
}

const saysTime = (part: HoursPart) =>
  part.times.length > 0 ||
  part.span !== null ||
  part.dayPart !== null ||
  part.isRoundTheClock ||
  part.isAllDay ||
  part.isAllNight ||
  part.until.length > 0;

/** Only days, which the part before or behind it says something of. */
const isTopic = (part: HoursPart) =>
  part.verb === null && part.days.length > 0 && !saysTime(part) && part.daysAWeek === null;

/** "All day", which nothing is said of. */
const isBare = (part: HoursPart) =>
  part.verb === null &&
  part.days.length + part.times.length + part.until.length === 0 &&
  part.dayPart === null &&
  part.daysAWeek === null &&
  !part.isRoundTheClock &&
  part.span === null &&
  !part.isNow;

/** Parts that only together say something become one. */
function joined(parts: readonly HoursPart[]): HoursPart[] {
  const out: HoursPart[] = [];
  for (const [at, part] of parts.entries()) {
    const before = out.at(-1);
    const replace = (by: HoursPart) => out.splice(-1, 1, by);
    if (before === undefined) out.push(part);
    else if (isNightAfter(before, part)) {
      const times = part.times.map((time) => ({ ...time, isNextDay: true as const }));
      if (part.verb === null) replace(together(before, { ...part, days: [], times }));
      else out.push({ ...part, days: before.days, times });
    } else if (part.verb !== null) {
      if (isTopic(before) && !before.isNegated && part.joint !== ";") replace(withDaysOf(before, part));
      else out.push(part);
    } else if (isTopic(part)) {
      const isListed = part.joint === "and" || part.joint === "or";
      if (isListed && before.without.length > 0) replace({ ...before, without: [...before.without, ...part.days] });
      else if (part.joint === "but" && !part.isNegated && before.days.some(areMany))
        replace({ ...before, without: [...before.without, ...part.days] });
      else if (part.isNegated && !isTopic(before) && !before.isNegated)
        replace({ ...before, without: [...before.without, ...part.days] });
      else if (!isTopic(before) && saysTime(before) && isListedWithNext(parts, at)) out.push(part);
      else if (
        isTopic(before)
          ? before.isNegated === part.isNegated
          : part.joint !== "but" && part.joint !== ";" && !before.isNow
      )
        replace({ ...before, days: [...before.days, ...part.days] });
      // "We're closed now, and on Sunday as well."
      else if (before.isNow && part.joint === "and" && !saysTime(before))
        out.push({ ...part, verb: before.verb, isNegated: before.isNegated });
      else out.push(part);
    } else if (part.days.length > 0) {
      const isList = part.joint === "and" || part.joint === "or";
      const takesTimes = before.days.length > 0 && !saysTime(before) && before.verb !== null && isOpenVerb(before);
      if (isTopic(before) && !before.isNegated) replace(withDaysOf(before, part));
      else if (isList && takesTimes)
        replace({ ...withDaysOf(before, part), verb: before.verb, isNegated: before.isNegated });
      else {
        const isOther = before.verb === "closed" && !saysTime(before) && part.times.length > 0;
        out.push({ ...part, times: inTheWayOf(before, part), verb: isOther ? null : before.verb });
      }
    } else if (saysTime(part)) {
      const isRange = part.times.some(({ type }) => type === "range");
      // "Closed until two, then we're here till eight."
      const isOwn = (before.verb === "close" || before.verb === "closed") && part.hasCopula;
      const isAnother =
        isOwn ||
        (before.verb === "close" && isRange && !before.isBreak) ||
        (before.dayPart !== null && part.dayPart !== null);
      if (isAnother) out.push({ ...part, verb: isOwn || before.verb === "close" ? "isOpen" : before.verb });
      else replace(together(before, part));
    } else replace(together(before, part));
  }
  return out;
}

/** "Until 7:30 on Thursdays, and two on Fridays": a time by itself is said as the one before it. */
function inTheWayOf(before: HoursPart, { times }: HoursPart): readonly TimeClaim[] {
  const [way] = before.times;
  const isOneWay = before.times.length === 1 && way !== undefined && (way.type === "end" || way.type === "start");
  if (!isOneWay || !times.every(({ type }) => type === "at")) return times;
  return times.map((time) => ({ ...way, at: time.type === "range" ? time.from : time.at }));
}

/** "Every day but Sunday." */
function areMany(days: Days): boolean {
  return days.by === "weekdays" && days.weekdays.length > 1;
}

/** "..., Thursday and Friday from 9 to 6": the day belongs to what follows. */
function isListedWithNext(parts: readonly HoursPart[], at: number): boolean {
  const next = parts.slice(at + 1).find((part) => !isTopic(part));
  if (next === undefined || next.verb !== null) return false;
  // "..., and New Year's Eve, twelve to eight".
  const isApposed = next.days.length === 0 && next.joint === "" && next.times.length > 0 && parts[at]?.joint === "and";
  return isApposed || (next.days.length > 0 && (next.joint === "and" || next.joint === "or"));
}

/** "Saturday from six until six on Sunday": in the small hours, the end of the day before. */
function isNightAfter(before: HoursPart, part: HoursPart): boolean {
  // "Open from six, till three on Sunday morning", of the holiday that was asked about.
  const isOnlyStart = before.times.length > 0 && before.times.every(({ type }) => type === "start");
  const isEndInMorning =
    part.times.length > 0 &&
    part.times.every((time) => time.type === "end" && time.at.some(isSmallHour)) &&
    part.dayPart !== null &&
    part.dayPart[1] <= 720;
  if (before.days.length === 0 && isOnlyStart && isEndInMorning && part.days.length === 1) return true;
  const [from, to] = [before.days[0], part.days[0]];
  if (from?.by !== "weekdays" || to?.by !== "weekdays" || before.days.length + part.days.length !== 2) return false;
  const isNext =
    from.weekdays.length === 1 && to.weekdays.length === 1 && to.weekdays[0] === ((from.weekdays[0] ?? 0) + 1) % 7;
  // "Thursdays until seven, and until two on Fridays" tells two ends.
  const isOpenEnded = before.times.every(({ type }) => type === "start" || type === "at");
  return (
    isNext &&
    isOpenEnded &&
    part.times.length > 0 &&
    part.times.every((time) => time.type === "end" && time.at.some(isSmallHour))
  );
}

function isOpenVerb({ verb, isNegated }: HoursPart): boolean {
  return (verb === "open" || verb === "isOpen") && !isNegated;
}

function withDaysOf({ days }: HoursPart, part: HoursPart): HoursPart {
  return { ...part, days: [...days, ...part.days] };
}

function together(a: HoursPart, b: HoursPart): HoursPart {
  return {
    ...a,
    hasCopula: a.hasCopula || b.hasCopula,
    days: [...a.days, ...b.days],
    until: [...a.until, ...b.until],
    without: [...a.without, ...b.without],
    times: [...a.times, ...b.times],
    span: a.span ?? b.span,
    dayPart: a.dayPart ?? b.dayPart,
    daysAWeek: a.daysAWeek ?? b.daysAWeek,
    isNegated: a.isNegated || (a.verb === null && b.isNegated),
    isNow: a.isNow || b.isNow,
    isAgain: a.isAgain || b.isAgain,
    isOnly: a.isOnly || b.isOnly,
    isRoundTheClock: a.isRoundTheClock || b.isRoundTheClock,
    isAllDay: a.isAllDay || b.isAllDay,
    isAllNight: a.isAllNight || b.isAllNight,
    isUnbroken: a.isUnbroken || b.isUnbroken,
    isUsual: a.isUsual || b.isUsual,
    isBreak: a.isBreak || b.isBreak,
    isForDay: a.isForDay || b.isForDay,
    rank: a.rank ?? b.rank,
    isBoth: a.isBoth || b.isBoth,
  };
}

/** A part without days has those of the part before it; times have those of the part behind it too. */
function withDays(claims: readonly HoursClaim[]): HoursClaim[] {
  const out: HoursClaim[] = [];
  for (const [index, claim] of claims.entries()) {
    const next = claims[index + 1];
    const isOpenEnded = (claim.times.length > 0 || claim.dayPart !== null) && next?.verb === null;
    const behind = isOpenEnded ? next.days : [];
    const days =
      claim.days.length > 0 || claim.isNow || claim.until.length > 0
        ? claim.days
        : (out.findLast(({ days: before }) => before.length > 0)?.days ?? behind);
    out.push({ ...claim, days });
  }
  return out;
}
