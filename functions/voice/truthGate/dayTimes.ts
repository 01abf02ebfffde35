import { ageKeys } from "./ages";
import type { Ask } from "./ask";
import { isListedDays } from "./daySupport";
import { follows } from "./figure";
import { isWord } from "./itemKinds";
import type { FigureItem, Item } from "./readText";
import type { Statement } from "./statement";

/** Which time a statement says of which day: "Tuesdays and Thursdays at 7, Sundays at 9". */

interface DayTimes {
  readonly days: FigureItem[];
  readonly times: FigureItem[];
}

/** A time said of a day that the statement says another one of; null where there is none. */
export function whyOtherTime({ sentence }: Ask, { items }: Statement, factId: string): string | null {
  const own = dayTimesIn(items);
  const isIn = (said: FigureItem, found: readonly FigureItem[]) =>
    found.some(({ figure }) => follows(said.figure, figure));
  const said = dayTimesIn(sentence);
  // "Saturdays at 12 and Sundays at 2", where both are said of both.
  const isSplit = own.some(
    (each) =>
      each.days.length > 1 &&
      each.times.length > 1 &&
      said.filter(({ days, times }) => days.some((day) => isIn(day, each.days)) && times.length < each.times.length)
        .length > 1,
  );
  if (isSplit) return `${factId} says it of all the days`;
  const parts = sentencesOf(items);
  for (const { days, times } of said) {
    // "Wednesdays at 7:30. Sign up by 7": what is said of another thing is known by its name.
    const isNamed = (part: readonly Item[]) =>
      part.some((each) => isContent(each) && sentence.some((one) => isSameWord(one, each)));
    const isOfOther = (time: FigureItem) =>
      parts.length > 1 && parts.some((part) => part.some((each) => isSameFigure(time, each)) && !isNamed(part));
    const isKnown = times.every((time) => own.some((each) => isIn(time, each.times)) || isOfOther(time));
    const ofDays = own.filter((each) =>
      days.some((day) => isIn(day, each.days) || isListedDays(day, { items: each.days })),
    );
    if (!isKnown || ofDays.length === 0) continue;
    const other = times.find((time) => !ofDays.some((each) => isIn(time, each.times)));
    if (other !== undefined) return `${other.text} is said of another day in ${factId}`;
  }
  return null;
}

const isContent = (item: Item): boolean =>
  item.kind === "word" && item.weight === "content" && !beforeTime.has(item.key);

const isSameWord = (a: Item, b: Item): boolean => a.kind === "word" && b.kind === "word" && a.key === b.key;

const isSameFigure = (a: FigureItem, b: Item): boolean => b.kind === "figure" && follows(a.figure, b.figure);

function sentencesOf(items: readonly Item[]): Item[][] {
  const parts: Item[][] = [];
  for (const item of items) {
    const last = parts.at(-1);
    if (last === undefined || /[.;!?]/.test(item.pause)) parts.push([item]);
    else last.push(item);
  }
  return parts;
}

/** Days with the times that are said of them, in whichever order: what is said first leads the others too. */
function dayTimesIn(items: readonly Item[]): DayTimes[] {
  const found: DayTimes[] = [];
  let open: DayTimes = { days: [], times: [] };
  let isDayFirst: boolean | null = null;
  const close = () => {
    if (open.days.length > 0 && open.times.length > 0) found.push(open);
    open = { days: [], times: [] };
  };
  for (const [at, item] of items.entries()) {
    if (/[.;:!?]/.test(item.pause)) {
      close();
      isDayFirst = null;
    }
    if (item.kind !== "figure") continue;
    const isDay = item.figure.readings.some(({ unit }) => unit === "days");
    if (!isDay && !isTime(item, items, at)) continue;
    isDayFirst ??= isDay;
    if (isDay === isDayFirst && (isDay ? open.times : open.days).length > 0) close();
    (isDay ? open.days : open.times).push(item);
  }
  close();
  return found;
}

const beforeTime: ReadonlySet<string> = new Set(["at", "from", "to", "until", "between", "before", "after"]);

/** A bare number is a time beside a word that says so. */
function isTime({ figure, pause }: FigureItem, items: readonly Item[], at: number): boolean {
  if (!figure.readings.some(({ unit }) => unit === "clock")) return false;
  if (!figure.readings.some(({ unit }) => unit === "count")) return true;
  // "For ages eight to twelve."
  const near = items.slice(Math.max(at - 3, 0), at + 4);
  if (near.some((each) => each.kind === "word" && (ageKeys.includes(each.key) || each.key === "year"))) return false;
  const [before, next] = [items[at - 1], items[at + 1]];
  const isNamed = before?.kind === "word" && beforeTime.has(before.key) && pause === "";
  return isNamed || (isWord(next, "to") && next?.pause === "");
}
