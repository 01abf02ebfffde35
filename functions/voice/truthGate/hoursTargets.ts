import { addDays, openingsOn, weekdayOf } from "../../shared/hours";
import { type Opening, type Weekday, weekdays } from "../../shared/knowledge";
import { dateOf, datesOfSpan } from "./dates";
import type { Days } from "./figure";
import type { HoursClaim } from "./hoursClaims";
import type { HoursGrounds } from "./hoursTruth";

/** Which days of the calendar a claim of hours speaks of. */

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

export interface Target {
  readonly id: string;
  readonly openings: readonly Opening[];
  readonly weekday: number;
  /** Null for a weekday of every week. */
  readonly date: string | null;
}

/** "Closed on the 25th only": of the holidays that are cited. */
export function otherCited(targets: readonly Target[], grounds: HoursGrounds): (readonly Opening[])[] {
  const dates = grounds.cited.filter((id) => id.startsWith("holiday.")).map((id) => id.slice("holiday.".length));
  return dates
    .filter((date) => !targets.some((target) => target.date === date))
    .map((date) => openingsOn(grounds.knowledge, date));
}

/** Null where a day that is named does not exist. */
export function targetsOf(
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

export function citedTargets(grounds: HoursGrounds): Target[] {
  return grounds.cited.flatMap((id) => {
    const [room, rest = ""] = id.split(".");
    if (room === "holiday") return [dateTarget(rest, grounds)];
    const weekday = weekdays.indexOf(rest as Weekday);
    return room === "hours" && weekday >= 0 ? [weekdayTarget(weekday, true, false, grounds)] : [];
  });
}
