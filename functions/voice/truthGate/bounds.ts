import { ageKeys } from "./ages";
import type { Bound, Reading } from "./figure";
import { isFigureOf, isMoney, isWord } from "./itemKinds";
import { bindingKeys } from "./lexicon";
import type { FigureItem, Item, WordItem } from "./readText";

/** What bounds a figure, and what unit a bare one has. */

const boundsBefore: Readonly<Record<string, Bound>> = {
  startsAt: "atLeast",
  atLeast: "atLeast",
  atMost: "atMost",
  moreThan: "moreThan",
  lessThan: "lessThan",
  within: "atMost",
  roughly: "about",
  exactly: "exactly",
};

const boundsAfter: Readonly<Record<string, Bound>> = {
  orMore: "atLeast",
  orLess: "atMost",
  atLeast: "atLeast",
  atMost: "atMost",
};

/** What says, behind a price, that something comes on top of it. */
const onTop: ReadonlySet<string> = new Set(["plus", "zuzüglich", "zzgl", "más"]);

/** "$18.50 plus the tube": behind a price it is no mere `and`. */
function withOnTop(item: WordItem, out: readonly Item[], next: Item | undefined): WordItem {
  const last = out.at(-1);
  const isBehindPrice = isMoney(last);
  if (!onTop.has(item.text) || !isBehindPrice || next === undefined || next.pause !== "") return item;
  return { ...item, key: "onTop", weight: "content" };
}

/** Words that bound a figure become a part of it. */
export function bounded(items: readonly Item[]): Item[] {
  const out: Item[] = [];
  for (let at = 0; at < items.length; at++) {
    const item = items[at];
    if (item === undefined) break;
    if (item.kind === "word") {
      out.push(withOnTop(item, out, items[at + 1]));
      continue;
    }
    let { bound } = item.figure;
    const behind = out.at(-1);
    const next = items[at + 1];
    const beyond = items[at + 2];
    // "From seven to twelve": neither end stands alone.
    const isRange = isWord(next, "to") && next?.pause === "" && beyond?.kind === "figure";
    const isNear = behind?.kind === "word" && !/[^-]/.test(item.pause);
    // "Within two to three days" are two to three days.
    if (isNear && isRange && behind.key === "within") {
      out.pop();
      out.push({ ...item, pause: behind.pause });
      continue;
    }
    if (isNear) {
      const before =
        boundsBefore[behind.key] ??
        (behind.key === "until" && !isTimeOfDay(item.figure.readings) ? "atMost" : null) ??
        (behind.key === "from" && !isTimeOfDay(item.figure.readings) && !isRange ? "atLeast" : null);
      if (before !== null) {
        bound = before;
        out.pop();
      } else if (ageKeys.includes(behind.key) && isFrom(out.at(-2)) && isBareNumber(item.figure.readings)) {
        // "From age four".
        bound = "atLeast";
        out.splice(-2, 1);
      } else if (behind.key === "from" && isBareNumber(item.figure.readings) && !isRange) bound = "atLeast";
    }
    // "On Thursdays, up to eight miles": it bounds what follows it.
    const isOfNext = beyond?.kind === "figure" && beyond.pause === "";
    const isDay = item.figure.readings.some(({ unit }) => unit === "days");
    const after =
      next?.kind === "word" && !/[.;:!?…]/.test(next.pause) && !isOfNext && !isDay ? boundsAfter[next.key] : undefined;
    // "20 people or more": the bound stands behind what is counted.
    const late =
      next?.kind === "word" && beyond?.kind === "word" && beyond.pause === "" && items[at + 3]?.kind !== "figure"
        ? boundsAfter[beyond.key]
        : undefined;
    if (after !== undefined && bound === "is") {
      bound = after;
      at += 1;
    } else if (late !== undefined && bound === "is" && next !== undefined) {
      // "Six weeks before at the latest" is at least six weeks before.
      const isLatest = late === "atMost" && isNotice(item.figure.readings, next);
      const own = isLatest ? { bound: "atLeast" as const, isNotice: true } : { bound: late };
      out.push({ ...item, figure: { ...item.figure, ...own } }, next);
      at += 2;
      continue;
    }
    const isBefore = isNotice(item.figure.readings, next);
    if (isBefore && bound === "atMost" && isUpTo(behind)) bound = "atLeast";
    const isMore = next?.kind === "word" && next.pause === "" && (next.key === "more" || next.key === "extra");
    const pause = isNear && bound !== "is" && behind !== out.at(-1) ? behind.pause : item.pause;
    out.push({ ...item, pause, figure: { ...item.figure, bound, isMore, ...(isBefore && { isNotice: true }) } });
  }
  return out;
}

function isFrom(item: Item | undefined): boolean {
  return item?.kind === "word" && (item.key === "from" || item.key === "startsAt");
}

/** "From six" may be an age as well as a time, which is not bounded by it. */
function isBareNumber(readings: readonly Reading[]): boolean {
  if (readings.some(({ unit }) => unit === "days")) return false;
  return readings.some((reading) => reading.unit === "count" && reading.of.length === 0);
}

/** "24 hours before", "a day ahead": a time that something is done before another. */
function isNotice(readings: readonly Reading[], next: Item | undefined): boolean {
  return isWord(next, "before") && readings.some(({ unit }) => unit === "minutes" || unit === "months");
}

/** "Up to 24 hours before" is at least that long before. */
function isUpTo(behind: Item | undefined): boolean {
  return behind?.kind === "word" && (behind.key === "until" || ["up to", "bis zu"].includes(behind.text));
}

/** A number by itself has the unit of the figure before it, or of the verb: "takes 20 minutes, the other 40". */
export function settled(items: readonly Item[]): Item[] {
  return withUnits(settledOne(items));
}

/** "Two to three days", "48 to 72 hours": the first end of a range has the unit of the second. */
function withUnits(items: readonly Item[]): Item[] {
  return items.map((item, at) => {
    const [joint, end] = [items[at + 1], items[at + 2]];
    const isJoint = joint?.kind === "word" && ["to", "or", "until", "and"].includes(joint.key) && joint.pause === "";
    const other = isJoint ? end : joint !== undefined && /^[-–]$/.test(joint.pause) ? joint : undefined;
    if (item.kind !== "figure" || other?.kind !== "figure" || other.figure.unit === undefined) return item;
    const count = item.figure.readings.find((each) => each.unit === "count" && each.of.length === 0);
    if (count?.unit !== "count" || joint === undefined || other.pause !== (isJoint ? "" : joint.pause)) return item;
    const { unit } = other.figure;
    const own: Reading =
      "of" in unit
        ? { unit: "count", value: count.value, of: [unit.of] }
        : "months" in unit
          ? { unit: "months", value: count.value * unit.months }
          : { unit: "minutes", value: count.value * unit.minutes };
    return { ...item, figure: { ...item.figure, readings: [...item.figure.readings, own] } };
  });
}

function settledOne(items: readonly Item[]): Item[] {
  let unit: "money" | "minutes" | null = null;
  let isDuration = false;
  let hasPrice = false;
  let scale = 1;
  const out: Item[] = [];
  return items.map((item, at) => {
    const settledItem = settleAt(item, at);
    out.push(settledItem);
    return settledItem;
  });

  function settleAt(item: Item, at: number): Item {
    if (item.kind === "word") {
      if (item.key === "duration") isDuration = true;
      if (item.key === "cost") isDuration = false;
      return item;
    }
    const listed = listedDay([...out, ...items.slice(at)], at);
    if (listed !== null) return { ...item, figure: { ...item.figure, readings: [listed, ...item.figure.readings] } };
    if (item.figure.isArticle) {
      unit = "minutes";
      return settledArticle(item, items.slice(Math.max(at - 5, 0), at));
    }
    const { readings } = item.figure;
    const isBare = readings.some((each) => each.unit === "count" && each.of.length === 0);
    // "Runs fifty-two a day": what is for one of something is a price.
    if (item.figure.per !== null) return item;
    if (!isBare) {
      const length = readings.find((each) => each.unit === "minutes")?.value ?? 0;
      if (length > 0) scale = length % 10_080 === 0 ? 10_080 : length % 1440 === 0 ? 1440 : 1;
      if (readings.some((each) => each.unit === "money")) hasPrice = true;
      unit = readings.some((each) => each.unit === "money")
        ? "money"
        : readings.some((each) => each.unit === "minutes")
          ? "minutes"
          : unit;
      return item;
    }
    const value = readings.find((each) => each.unit === "count")?.value ?? 0;
    if (unit === "money" || (unit === null && !isDuration)) return item;
    // "Eighteen fifty" is a price.
    if (readings.filter((each) => each.unit === "money").length > 1) return item;
    // "Ninety minutes for one hundred and forty": a price, or so many more minutes.
    const behind = items[at - 1];
    const isPriced = behind?.kind === "word" && behind.isAbout && unit === "minutes";
    // "It's $22 and takes twenty minutes, the tint is eighteen": either may be meant.
    const isTaken = items.slice(Math.max(at - 2, 0), at).some((each) => isWord(each, "duration"));
    const isEither = isPriced || (hasPrice && !isTaken);
    const kept = isEither ? readings : readings.filter((each) => each.unit !== "money");
    // "Five to seven days for the one, ten for the other."
    const own = { unit: "minutes" as const, value };
    const lengths = scale > 1 ? [own, { unit: "minutes" as const, value: value * scale }] : [own];
    return { ...item, figure: { ...item.figure, readings: [...kept, ...lengths] } };
  }
}

/** "The 25th and 26th", "le 25 et le 26": a number behind a day of a month, joined to it, is one too. */
function listedDay(items: readonly Item[], at: number): Reading | null {
  const item = items[at];
  const joint = items[at - 1];
  const isJoined = joint?.kind === "word" && (joint.key === "and" || joint.key === "or") && item?.pause === "";
  const before = isJoined ? items[at - 2] : item?.pause === "," ? joint : undefined;
  if (item?.kind !== "figure" || before?.kind !== "figure") return null;
  const days = before.figure.readings.find((reading) => reading.unit === "days");
  const ordinal = item.figure.readings.find(({ unit }) => unit === "ordinal");
  if (days?.unit !== "days" || days.days.by !== "date" || ordinal?.unit !== "ordinal") return null;
  if (ordinal.value < 1 || ordinal.value > 31) return null;
  return { unit: "days", days: { by: "date", month: days.days.month, day: ordinal.value, year: days.days.year } };
}

/** "One bouquet a month" is how often, "takes a month" and "a month's notice" how long. */
function settledArticle(item: FigureItem, before: readonly Item[]): FigureItem {
  const from = before.findLastIndex((each) => isFigureOf(each, "count", "money"));
  const isRate =
    from >= 0 &&
    item.pause === "" &&
    before
      .slice(from + 1)
      .every(
        (each) =>
          (each.kind === "figure" && each.figure.readings.every(({ unit }) => unit === "minutes")) ||
          (each.kind === "word" &&
            each.weight !== "neutral" &&
            each.pause === "" &&
            (each.key === "free" || !bindingKeys.has(each.key))),
      );
  const isKept = ({ unit }: Reading) => (unit === "everyMinutes" || unit === "everyMonths") === isRate;
  return { ...item, figure: { ...item.figure, readings: item.figure.readings.filter(isKept) } };
}

/** "from 9" begins a range, "from $30" and "from 20 minutes" bound a quantity. */
function isTimeOfDay(readings: readonly Reading[]): boolean {
  if (readings.some(({ unit }) => unit === "days")) return true;
  const isPrice = readings.some((reading) => reading.unit === "money" && reading.currency !== null);
  // "Up to ten people" counts them.
  const isCount = readings.some((reading) => reading.unit === "count" && reading.of.length > 0);
  return !isPrice && !isCount && readings.some(({ unit }) => unit === "clock");
}
