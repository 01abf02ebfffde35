import type { Days } from "./figure";
import type { Lexicon } from "./lexicon";
import type { Item } from "./readText";

/** What a sentence says of opening hours, in parts that each have their own days. */
export interface HoursClaim {
  readonly verb: HoursVerb | null;
  readonly isNegated: boolean;
  readonly days: readonly Days[];
  /** Days that are taken out: `every day except Sunday`. */
  readonly without: readonly Days[];
  readonly times: readonly TimeClaim[];
  /** Minutes from midnight. */
  readonly dayPart: readonly [number, number] | null;
  readonly isNow: boolean;
  readonly isAgain: boolean;
  readonly isOnly: boolean;
  readonly isRoundTheClock: boolean;
  /** "Six days a week." */
  readonly daysAWeek: number | null;
}

/** `open`: begins to be. `isOpen`: is. `close`: ceases to be. `closed`: is not. */
export type HoursVerb = "open" | "isOpen" | "close" | "closed";

export type TimeClaim =
  | { readonly type: "range"; readonly from: readonly number[]; readonly to: readonly number[] }
  | { readonly type: "start" | "end" | "at"; readonly at: readonly number[] };

type Open = { -readonly [K in keyof HoursClaim]: HoursClaim[K] } & { last: "days" | "times" | null };

const verbs: ReadonlySet<string> = new Set(["open", "isOpen", "close", "closed"]);
/** Words that a sentence about hours is made of. */
const hoursWords = new Set([
  ...verbs,
  ..."until from to at between and or but not now again lunch only all except roundTheClock hour day morning afternoon evening if start finish week early late duration holiday nextDay both".split(
    " ",
  ),
]);

/** Whether an item speaks of hours, so that hours may support it. */
export function isOfHours(item: Item, lexicon: Lexicon): boolean {
  if (item.kind === "figure")
    return item.figure.readings.some(
      (each) => each.unit === "clock" || each.unit === "days" || (each.unit === "minutes" && each.value % 1440 === 0),
    );
  return hoursWords.has(item.key) || Object.hasOwn(lexicon.vocabulary.calendar.dayParts, item.text);
}

/** Reads what items say of hours; null where they say something else too. `known`: words that claim nothing. */
export function readHours(
  items: readonly Item[],
  lexicon: Lexicon,
  known: ReadonlySet<string>,
): readonly HoursClaim[] | null {
  const { dayParts } = lexicon.vocabulary.calendar;
  const claims: Open[] = [];
  let claim = emptyClaim();
  let isWithout = false;
  const next = (kept: Partial<Open> = {}) => {
    if (claim.verb !== null || claim.last !== null || claim.dayPart !== null) claims.push(claim);
    claim = { ...emptyClaim(), ...kept };
  };
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === "figure") {
      const days = item.figure.readings.find((reading) => reading.unit === "days");
      if (days !== undefined) {
        if (isWithout) claim.without = [...claim.without, days.days];
        else {
          // "On weekends we open at 7:30 on Saturday": the first days only say what it is about.
          if (claim.last === "times" && claim.days.length > 0 && isWithin(days.days, claim.days)) claim.days = [];
          if (claim.last === "times" && claim.days.length > 0) next();
          claim.days = [...claim.days, days.days];
          claim.last = "days";
          if (item.isNegated && claim.verb === null) claim.isNegated = true;
        }
        continue;
      }
      const found = timeAt(items, at, claim.verb);
      if (found !== null) {
        if (claim.last === "days" && claim.times.length > 0) next({ verb: claim.verb, isNegated: claim.isNegated });
        claim.times = [...claim.times, found.time];
        claim.last = "times";
        at = found.next - 1;
        continue;
      }
      const week = item.figure.readings.find((reading) => reading.unit === "minutes");
      const follow = items[at + 1];
      if (week === undefined || week.value % 1440 !== 0 || !isAWeek(follow)) return null;
      claim.daysAWeek = week.value / 1440;
      claim.last = "days";
      at += 1;
      continue;
    }
    const part = Object.hasOwn(dayParts, item.text) ? dayParts[item.text] : undefined;
    if (part !== undefined) {
      claim.dayPart = part;
      if (["tonight", "ce soir"].includes(item.text) && claim.days.length === 0)
        claim.days = [{ by: "relative", offset: 0 }];
      continue;
    }
    if (verbs.has(item.key)) {
      if (claim.verb !== null || (claim.last === "times" && claim.days.length > 0)) next();
      isWithout = false;
      claim.verb = item.key as HoursVerb;
      claim.isNegated = item.isNegated;
    } else if (item.key === "except" || (item.key === "but" && isDenied(items, at))) isWithout = true;
    else if (item.key === "now") claim.isNow = true;
    else if (item.key === "again" || item.key === "lunch") claim.isAgain = true;
    else if (item.key === "only") claim.isOnly = true;
    else if (item.key === "roundTheClock") claim.isRoundTheClock = true;
    else if (
      !hoursWords.has(item.key) &&
      item.weight !== "neutral" &&
      item.weight !== "light" &&
      !known.has(item.key) &&
      !known.has(item.text)
    )
      return null;
  }
  next();
  return withDays(claims.map(({ last: _, ...each }) => each));
}

function emptyClaim(): Open {
  return {
    verb: null,
    isNegated: false,
    days: [],
    without: [],
    times: [],
    dayPart: null,
    isNow: false,
    isAgain: false,
    isOnly: false,
    isRoundTheClock: false,
    daysAWeek: null,
    last: null,
  };
}

function isWithin(part: Days, whole: readonly Days[]): boolean {
  const [first] = whole;
  return (
    whole.length === 1 &&
    first?.by === "weekdays" &&
    part.by === "weekdays" &&
    part.weekdays.length < first.weekdays.length &&
    part.weekdays.every((day) => first.weekdays.includes(day))
  );
}

function isAWeek(item: Item | undefined): boolean {
  return (
    item?.kind === "figure" && item.figure.readings.some((each) => each.unit === "minutes" && each.value === 10_080)
  );
}

/** "... but not on Sunday": a negation with a day and no verb of its own. */
function isDenied(items: readonly Item[], at: number): boolean {
  const next = items[at + 1];
  return (
    next?.kind === "word" &&
    next.key === "not" &&
    !items.slice(at).some((item) => item.kind === "word" && verbs.has(item.key))
  );
}

/** A part without days has those of the part before it, or else of the one behind it. */
function withDays(claims: readonly HoursClaim[]): HoursClaim[] {
  const out: HoursClaim[] = [];
  for (const [index, claim] of claims.entries()) {
    const days =
      claim.days.length > 0
        ? claim.days
        : (out.findLast(({ days: before }) => before.length > 0)?.days ?? claims[index + 1]?.days ?? []);
    out.push({ ...claim, days });
  }
  return out;
}

function clockOf(item: Item | undefined): readonly number[] | null {
  if (item?.kind !== "figure") return null;
  const clock = item.figure.readings.find(({ unit }) => unit === "clock");
  return clock?.unit === "clock" ? clock.minutes : null;
}

function timeAt(items: readonly Item[], at: number, verb: HoursVerb | null): { time: TimeClaim; next: number } | null {
  const from = clockOf(items[at]);
  if (from === null) return null;
  const before = items[at - 1];
  const beforeKey = before?.kind === "word" ? before.key : "";
  const joint = items[at + 1];
  const isJoint =
    joint?.kind === "word" &&
    joint.pause === "" &&
    (joint.key === "to" || joint.key === "until" || (joint.key === "and" && beforeKey === "between"));
  const isHyphen = joint?.kind === "figure" && /^[-–]$/.test(joint.pause);
  const to = isJoint ? clockOf(items[at + 2]) : isHyphen ? clockOf(joint) : null;
  if (to !== null) return { time: { type: "range", from, to }, next: at + (isJoint ? 3 : 2) };
  const next = at + 1;
  if (beforeKey === "until" || before?.text === "to") return { time: { type: "end", at: from }, next };
  if (beforeKey === "from" || beforeKey === "startsAt") return { time: { type: "start", at: from }, next };
  if (["before", "after", "lessThan", "moreThan", "between"].includes(beforeKey)) return null;
  if (verb === "open") return { time: { type: "start", at: from }, next };
  if (verb === "close") return { time: { type: "end", at: from }, next };
  return { time: { type: "at", at: from }, next };
}
