import type { HoursClaim, HoursVerb } from "./hoursClaims";
import { keyOf, readFigureOf } from "./hoursFigures";
import type { Lexicon } from "./lexicon";
import type { Item } from "./readText";

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

export type Open = { -readonly [K in keyof HoursPart]: HoursPart[K] } & { isEmpty: boolean };

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
