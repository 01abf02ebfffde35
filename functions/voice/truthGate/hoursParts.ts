import type { Days, Reading } from "./figure";
import type { HoursClaim, HoursVerb, TimeClaim } from "./hoursClaims";
import type { Lexicon } from "./lexicon";
import type { FigureItem, Item } from "./readText";

const hoursVerbs: ReadonlySet<string> = new Set(["open", "isOpen", "close", "closed"]);
/** Words that a sentence about hours is made of. */
export const hoursWords: ReadonlySet<string> = new Set([
  ...hoursVerbs,
  ..."until from to at between and or but not now again lunch only all except roundTheClock allDay allNight unbroken usual ago anymore hour day morning afternoon evening if start finish week early late duration holiday nextDay both earliest latest earliestDay latestDay before".split(
    " ",
  ),
]);

/** A part of a sentence about hours, with the joint that it begins with. */
export interface HoursPart extends HoursClaim {
  /** Early or late, as somebody thinks of it. */
  readonly isOff: boolean;
  readonly joint: string;
  /** "We're here till eight": it says of its own what is. */
  readonly hasCopula: boolean;
}

type Open = { -readonly [K in keyof HoursPart]: HoursPart[K] } & { isEmpty: boolean };

function emptyPart(joint = ""): Open {
  return {
    joint,
    verb: null,
    isNegated: false,
    days: [],
    until: [],
    without: [],
    times: [],
    span: null,
    dayPart: null,
    isNow: false,
    isAgain: false,
    isOnly: false,
    isRoundTheClock: false,
    isAllDay: false,
    isAllNight: false,
    isUnbroken: false,
    isUsual: false,
    daysAWeek: null,
    isBreak: false,
    isForDay: false,
    rank: null,
    isBoth: false,
    isOff: false,
    hasCopula: false,
    isEmpty: true,
  };
}

/** Reads what stands between two pauses; null where it says something else too. */
export function readPart(
  items: readonly Item[],
  lexicon: Lexicon,
  known: ReadonlySet<string>,
): readonly HoursPart[] | null {
  const { dayParts } = lexicon.vocabulary.calendar;
  const parts: Open[] = [];
  const [first] = items;
  const joint = first?.kind === "word" && ["and", "but", "or"].includes(first.key) ? first.key : "";
  let part = emptyPart(/[.;!?…]/.test(first?.pause ?? "") ? ";" : joint);
  let isWithout = false;
  const next = () => {
    if (!part.isEmpty) parts.push(part);
    part = emptyPart();
  };
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === "figure") {
      const last = readFigureOf(item, items, at, part, isWithout, lexicon);
      if (last === null) return null;
      part.isEmpty = false;
      at = last;
      continue;
    }
    const hours = Object.hasOwn(dayParts, item.text) ? dayParts[item.text] : undefined;
    if (hours !== undefined) {
      part.isEmpty = false;
      part.dayPart = hours;
      // "Not in the morning."
      if (item.isNegated && part.verb === null && part.times.length === 0) part.isNegated = true;
      if (["tonight", "ce soir"].includes(item.text) && part.days.length === 0)
        part.days = [{ by: "relative", offset: 0 }];
      continue;
    }
    if (item.isCopula) part.hasCopula = true;
    if (hoursVerbs.has(item.key)) {
      // "Heute haben wir um eins geschlossen": a verb with nothing behind it is that of the times before it.
      const isLast = !items.slice(at + 1).some(({ kind }) => kind === "figure");
      if (part.verb !== null || (part.times.length > 0 && part.days.length > 0 && !isLast)) next();
      part.isEmpty = false;
      part.verb = item.key as HoursVerb;
      part.isNegated = item.isNegated;
    } else if (item.key === "except") isWithout = true;
    else if (!readFlag(item, items[at - 1], part)) {
      if (hoursWords.has(item.key) || item.weight === "neutral" || item.weight === "light") continue;
      if (!known.has(item.key) && !known.has(item.text)) return null;
    }
  }
  next();
  return parts.map(({ isEmpty: _, ...read }) => (read.isBreak ? withBreak(read) : withEvent(withOpinion(read))));
}

/** "With a break from noon to one", "on our lunch break until two", "a break at noon". */
function withBreak(part: HoursPart): HoursPart {
  if (part.verb !== null) return part;
  const [time] = part.times;
  const isLength = time?.type === "range" || (part.hasCopula && (time === undefined || time.type === "end"));
  if (isLength) return { ...part, verb: "closed" };
  return time === undefined ? part : { ...part, verb: "close" };
}

/** "Nine is too early", "that's the earliest": what is thought of a time says whether it is open then. */
function withOpinion(part: HoursPart): HoursPart {
  const isAt = part.times.length === 1 && part.times.every(({ type }) => type === "at");
  return part.isOff && part.verb === null && isAt ? { ...part, verb: "closed", hasCopula: true } : part;
}

/** "We closed at eight": it is over, and no state. */
function withEvent(part: HoursPart): HoursPart {
  const isEvent = part.verb === "closed" && !part.hasCopula && part.times.length > 0;
  if (!isEvent || !part.times.every(({ type }) => type === "at")) return part;
  return { ...part, verb: "close", days: part.days.length > 0 ? part.days : [{ by: "relative", offset: 0 }] };
}

/** What a word says beside days and times; false for one that says nothing of the kind. */
function readFlag(item: Item, before: Item | undefined, part: Open): boolean {
  if (item.kind !== "word") return false;
  const set = (key: "isNow" | "isOnly" | "isRoundTheClock" | "isAllDay" | "isAllNight" | "isUnbroken" | "isUsual") => {
    part[key] = true;
    part.isEmpty = false;
    return true;
  };
  switch (item.key) {
    case "now":
      if (item.isNegated && part.verb === null) part.isNegated = true;
      return set("isNow");
    case "only":
      return set("isOnly");
    case "roundTheClock":
      return set("isRoundTheClock");
    case "allDay":
      return set("isAllDay");
    case "allNight":
      return set("isAllNight");
    case "unbroken":
      return set("isUnbroken");
    case "usual":
      return set("isUsual");
    case "again":
      part.isAgain = true;
      return true;
    case "both":
      part.isBoth = true;
      return true;
    case "early":
    case "late":
      part.isOff = true;
      return true;
    case "earliestDay":
    case "latestDay":
      part.rank = item.key === "earliestDay" ? "first" : "last";
      part.isEmpty = false;
      return true;
    case "earliest":
    case "latest":
      part.verb ??= item.key === "earliest" ? "open" : "close";
      part.isEmpty = false;
      return true;
    case "lunch":
      if (item.isNegated) return set("isUnbroken");
      part.isAgain = true;
      if (keyOf(before) !== "after") part.isBreak = true;
      part.isEmpty = false;
      return true;
    case "nextDay": {
      const last = part.times.at(-1);
      if (last !== undefined) part.times = [...part.times.slice(0, -1), { ...last, isNextDay: true }];
      return last !== undefined;
    }
    default:
      return false;
  }
}

function keyOf(item: Item | undefined): string {
  return item?.kind === "word" ? item.key : "";
}

/** What a figure says of hours; the place of its last item, null where it is of something else. */
function readFigureOf(
  item: FigureItem,
  items: readonly Item[],
  at: number,
  part: Open,
  isWithout: boolean,
  lexicon: Lexicon,
): number | null {
  const { readings } = item.figure;
  const days = readings.find((reading) => reading.unit === "days");
  if (days !== undefined) {
    readDays(days.days, item, items, at, part, isWithout, lexicon);
    return at;
  }
  const time = timeAt(items, at, part.verb);
  if (time !== null) {
    part.times = [...part.times, time.time];
    const isUnderBefore = time.time.type === "start" && keyOf(items[at - 1]) === "before";
    if (isUnderBefore) {
      part.verb ??= "open";
      part.isNegated = false;
    } else if (item.isNegated && part.verb === null) part.isNegated = true;
    if (/ (?:this (?:morning|afternoon|evening)|tonight)$/.test(item.text) && part.days.length === 0)
      part.days = [{ by: "relative", offset: 0 }];
    return time.next - 1;
  }
  if (readings.some(({ unit }) => unit === "clock")) return null;
  const minutes = readings.find(({ unit }) => unit === "minutes");
  if (minutes?.unit !== "minutes") return null;
  const follow = items[at + 1];
  // "Six days a week."
  if (minutes.value % 1440 === 0 && hasMinutes(follow, 10_080)) {
    part.daysAWeek = minutes.value / 1440;
    return at + 1;
  }
  if (minutes.value === 1440 && !item.figure.isArticle && isInHours(item)) {
    part.isRoundTheClock = true;
    return hasMinutes(follow, 1440) ? at + 1 : at;
  }
  if (minutes.value >= 1440 || !["is", "about", "exactly", "moreThan", "lessThan"].includes(item.figure.bound))
    return null;
  const before = items[at - 1];
  const isAnother = (before?.kind === "word" && another.has(before.text)) || item.text.startsWith("another");
  const isMore = item.figure.isMore === true;
  const isAgo = keyOf(follow) === "ago" || keyOf(items[at - 1]) === "ago";
  part.span = { minutes: minutes.value, isAgo, bound: item.figure.bound, isAnother: isAnother || isMore };
  return keyOf(follow) === "ago" ? at + 1 : at;
}

/** Before a length of time, from now on. */
const another: ReadonlySet<string> = new Set(["another", "encore", "noch", "otros", "otras", "otra"]);

/** Up to six in the morning a time may be the end of the day before. */
export function isSmallHour(minute: number): boolean {
  return minute <= 360;
}

/** "Until Monday", "hasta el lunes". */
function isBehindUntil(items: readonly Item[], at: number): boolean {
  const before = items[at - 1];
  if (keyOf(before) === "until") return true;
  return (
    before?.kind === "word" && before.weight === "neutral" && before.pause === "" && keyOf(items[at - 2]) === "until"
  );
}

/** "24 hours" is round the clock, "a day" is not. */
function isInHours({ text }: FigureItem): boolean {
  return /^(?:24|twenty four|vingt quatre|vierundzwanzig|veinticuatro)\b/.test(text);
}

function readDays(
  days: Days,
  item: FigureItem,
  items: readonly Item[],
  at: number,
  part: Open,
  isWithout: boolean,
  lexicon: Lexicon,
): void {
  const last = part.times.at(-1);
  const isBehindEnd = last?.type === "end" && last.isUntil === true && item.pause === "" && part.days.length === 0;
  const isSmallEnd =
    last !== undefined && last.type !== "at" && (last.type === "range" ? last.to : last.at).every(isSmallHour);
  const isShut = part.verb === "close" || part.verb === "closed";
  const isClosed = part.verb === "close" ? false : isShut !== part.isNegated;
  const isMorrow =
    (days.by === "relative" && days.offset === 1 && (isMorning(items[at + 1], lexicon) || isSmallEnd)) ||
    (days.by === "around" && days.offset === 1 && (isSmallEnd || isMorning(items[at + 1], lexicon)));
  if (isWithout) part.without = [...part.without, days];
  else if (isBehindUntil(items, at) || (isBehindEnd && isClosed && !isSmallEnd)) {
    part.until = [...part.until, days];
    if (item.isNegated && part.verb === null) part.isNegated = true;
  }
  // "From six until six tomorrow morning": the day after the one that is spoken of.
  else if (isMorrow && last !== undefined && last.type !== "at")
    part.times = [...part.times.slice(0, -1), { ...last, isNextDay: true }];
  else {
    // "On weekends we open at 7:30 on Saturday": the first days only say what it is about.
    if (part.times.length > 0 && part.days.length > 0 && isWithin(days, part.days)) part.days = [];
    part.days = [...part.days, days];
    if (item.text.startsWith("for the")) part.isForDay = true;
    if (item.isNegated && part.verb === null) part.isNegated = true;
  }
}

function isMorning(item: Item | undefined, { vocabulary: { calendar } }: Lexicon): boolean {
  const hours =
    item?.kind === "word" && Object.hasOwn(calendar.dayParts, item.text) ? calendar.dayParts[item.text] : null;
  return hours !== null && hours !== undefined && hours[1] <= 720;
}

function hasMinutes(item: Item | undefined, value: number): boolean {
  const is = (each: Reading) => (each.unit === "minutes" || each.unit === "everyMinutes") && each.value === value;
  return item?.kind === "figure" && item.figure.readings.some(is);
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
  if (beforeKey === "until" || before?.text === "to") return { time: { type: "end", at: from, isUntil: true }, next };
  if (beforeKey === "from" || beforeKey === "startsAt") return { time: { type: "start", at: from }, next };
  // "We don't close before two."
  if (beforeKey === "before" && verb === "close" && items[at]?.isNegated === true)
    return { time: { type: "end", at: from, isUntil: true }, next };
  // "We don't open before ten", "not before ten".
  if (beforeKey === "before" && (verb === "open" || verb === null) && items[at]?.isNegated === true)
    return { time: { type: "start", at: from }, next };
  if (["before", "after", "lessThan", "moreThan", "between"].includes(beforeKey)) return null;
  if (verb === "open") return { time: { type: "start", at: from }, next };
  if (verb === "close") return { time: { type: "end", at: from }, next };
  return { time: { type: "at", at: from }, next };
}
