/** What a number in a text may mean. A figure that can be read in several ways has several readings. */
export type Reading =
  | { readonly unit: "money"; readonly value: number; readonly currency: string | null }
  /** Minutes from midnight; both halves of the day where it is not said which. */
  | { readonly unit: "clock"; readonly minutes: readonly number[] }
  | { readonly unit: "minutes"; readonly value: number }
  | { readonly unit: "months"; readonly value: number }
  | { readonly unit: "percent"; readonly value: number }
  /** `isWhole`: with its country code, so that no end of it is a number. */
  | { readonly unit: "digits"; readonly digits: string; readonly isWhole?: true }
  /** `of`: the words that it counts. */
  | { readonly unit: "count"; readonly value: number; readonly of: readonly string[] }
  | { readonly unit: "ordinal"; readonly value: number }
  /** How often: the time from one to the next. */
  | { readonly unit: "everyMinutes" | "everyMonths"; readonly value: number }
  | { readonly unit: "days"; readonly days: Days };

export type Days =
  /** 0 is Monday. `isEvery`: said of all such days. */
  | {
      readonly by: "weekdays";
      readonly weekdays: readonly number[];
      readonly isEvery: boolean;
      readonly isNext: boolean;
    }
  /** `weekday`: which it is said to be. */
  | {
      readonly by: "date";
      readonly month: number | null;
      readonly day: number;
      readonly year: number | null;
      readonly weekday?: number;
    }
  /** "The first Saturday of the month", -1 the last. */
  | { readonly by: "nth"; readonly weekday: number; readonly nth: number }
  /** From a date to another. */
  | { readonly by: "span"; readonly from: Days; readonly to: Days }
  /** The last day of a month: of the one named, or so many months from this one. */
  | { readonly by: "monthEnd"; readonly month: number | null; readonly ahead: number }
  /** So many days from the day that is spoken of, which is not named again: `the day before`. */
  | { readonly by: "around"; readonly offset: number }
  /** So many days from another day. */
  | {
      readonly by: "shifted";
      readonly from: Days;
      readonly offset: number;
      /** The next one of that name behind it, or before it: `the Friday after Thanksgiving`. */
      readonly toWeekday?: number;
    }
  | { readonly by: "feast"; readonly rule: string | number }
  /** Days from today. */
  | { readonly by: "relative"; readonly offset: number };

/** How a figure bounds what it is said of. */
export type Bound = "is" | "exactly" | "about" | "atLeast" | "atMost" | "moreThan" | "lessThan";

/** What a number of something counts. */
export type FigureUnit = { readonly minutes: number } | { readonly months: number } | { readonly of: string };

export interface Figure {
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly bound: Bound;
  /** What a price is for one of. */
  readonly per: string | null;
  /** It comes on top of something: `$3 more`. */
  readonly isMore?: boolean;
  /** A unit of time behind an article, which is as long as that or as often: `a month`. */
  readonly isArticle?: boolean;
  /** A time that something is done before another, which is as good as at least that long. */
  readonly isNotice?: boolean;
  readonly unit?: FigureUnit;
}

/** Whether a figure that is said follows from one that a fact has. */
export function follows(said: Figure, fact: Figure): boolean {
  if (isSameInWholes(said, fact)) return true;
  const isBound = boundFollows(said, fact);
  return said.readings.some(
    (a) => (isBound || isPointInTime(a, said, fact)) && fact.readings.some((b) => isSameReading(a, b)),
  );
}

/** "Starts at eight" bounds a price, and not a time of day. */
function isPointInTime({ unit }: Reading, said: Figure, fact: Figure): boolean {
  const isPoint = ({ bound }: Figure) => bound === "is" || bound === "exactly" || bound === "atLeast";
  return unit === "clock" && isPoint(said) && isPoint(fact);
}

function boundFollows(said: Figure, fact: Figure): boolean {
  if (said.bound === fact.bound) return true;
  // "The second child gets it", where it is "from the second child on".
  const isOrdinal = said.readings.length > 0 && said.readings.every(({ unit }) => unit === "ordinal");
  if (isOrdinal && fact.bound === "atLeast" && said.bound === "is") return true;
  const isNotice = (figure: Figure) =>
    figure.isNotice === true && (figure.bound === "is" || figure.bound === "atLeast");
  if (isNotice(said) && isNotice(fact)) return true;
  if (fact.bound === "is" || fact.bound === "exactly") return ["is", "exactly", "about"].includes(said.bound);
  // "takes about 20 minutes" is not changed by leaving the word out, a price is.
  return fact.bound === "about" && said.bound === "is" && !said.readings.some(({ unit }) => unit === "money");
}

/** "Under twelve" is up to eleven, and "over 17" from 18: of what is counted, and of ages. */
function isSameInWholes(said: Figure, fact: Figure): boolean {
  const steps: Partial<Record<Bound, readonly [Bound, number]>> = {
    atMost: ["lessThan", 1],
    lessThan: ["atMost", -1],
    atLeast: ["moreThan", -1],
    moreThan: ["atLeast", 1],
  };
  const [bound, step] = steps[said.bound] ?? [];
  if (bound === undefined || step === undefined || bound !== fact.bound) return false;
  const wholes = (figure: Figure) =>
    figure.readings.flatMap((reading) =>
      reading.unit === "count" ? [reading.value] : reading.unit === "months" ? [reading.value / 12] : [],
    );
  return wholes(said).some((value) => Number.isInteger(value) && wholes(fact).includes(value + step));
}

/** Whether two readings name the same quantity in the same unit. */
export function isSameReading(a: Reading, b: Reading): boolean {
  switch (a.unit) {
    case "money":
      return (
        b.unit === "money" &&
        a.value === b.value &&
        (a.currency === null || b.currency === null || a.currency === b.currency)
      );
    case "clock":
      return b.unit === "clock" && a.minutes.some((minute) => b.minutes.includes(minute));
    case "digits":
      return b.unit === "digits" && (a.digits === b.digits || (b.isWhole !== true && isTail(b.digits, a.digits)));
    case "count":
      // An age, "from twelve", where the fact has its years.
      if (b.unit === "months") return a.of.length === 0 && b.value === a.value * 12 && b.value % 12 === 0;
      return (
        b.unit === "count" &&
        a.value === b.value &&
        (a.of.length === 0 || b.of.length === 0 || a.of.some((key) => b.of.includes(key)))
      );
    case "days":
      return b.unit === "days" && isSameDays(a.days, b.days);
    case "months":
      // "You have to be sixteen": an age is said without its years.
      return (
        (b.unit === "months" && a.value === b.value) ||
        (b.unit === "count" && b.of.length === 0 && a.value === b.value * 12)
      );
    default:
      return b.unit === a.unit && a.value === b.value;
  }
}

/** A number without its country or area code, which has at least seven digits of its own. */
function isTail(whole: string, tail: string): boolean {
  return tail.length >= 7 && whole.endsWith(tail);
}

function isSameDays(a: Days, b: Days): boolean {
  if (a.by === "weekdays")
    return b.by === "weekdays" && a.weekdays.every((day) => b.weekdays.includes(day)) && a.weekdays.length > 0;
  if (a.by === "span") return b.by === "span" && isSameDays(a.from, b.from) && isSameDays(a.to, b.to);
  if (a.by === "nth") return b.by === "nth" && a.nth === b.nth && a.weekday === b.weekday;
  if (a.by === "around") return b.by === "around" && a.offset === b.offset;
  if (a.by === "monthEnd" || b.by === "monthEnd") return isSameMonthEnd(a, b);
  if (a.by === "date") {
    if (b.by !== "date" || a.day !== b.day) return false;
    if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) return false;
    const isMonth = a.month === null || b.month === null || a.month === b.month;
    return isMonth && (a.year === null || b.year === null || a.year === b.year);
  }
  if (a.by === "shifted")
    return b.by === "shifted" && a.offset === b.offset && a.toWeekday === b.toWeekday && isSameDays(a.from, b.from);
  if (a.by === "relative") return b.by === "relative" && a.offset === b.offset;
  return b.by === "feast" && a.rule === b.rule;
}

function isSameMonthEnd(a: Days, b: Days): boolean {
  if (a.by === "monthEnd" && b.by === "monthEnd") return a.month === b.month && a.ahead === b.ahead;
  const [end, date] = a.by === "monthEnd" ? [a, b] : [b, a];
  if (end.by !== "monthEnd" || date.by !== "date" || end.month === null || date.month !== end.month) return false;
  return lastDaysOf(end.month).includes(date.day);
}

function lastDaysOf(month: number): readonly number[] {
  if (month === 2) return [28, 29];
  return [4, 6, 9, 11].includes(month) ? [30] : [31];
}

/** "Monthly": how often, and no more. */
export function isRate({ readings }: Figure): boolean {
  return readings.length > 0 && readings.every(({ unit }) => unit === "everyMinutes" || unit === "everyMonths");
}
