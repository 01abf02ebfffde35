import type { Days, Reading } from "./figure";
import type { HoursVerb, TimeClaim } from "./hoursClaims";
import type { Open } from "./hoursParts";
import type { Lexicon } from "./lexicon";
import type { FigureItem, Item } from "./readText";

/** What a day, a time or a length of time says in a sentence about hours. */

/** What a figure says of hours; the place of its last item, null where it is of something else. */
export function readFigureOf(
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

export function keyOf(item: Item | undefined): string {
  return item?.kind === "word" ? item.key : "";
}
