import { type Weekday, weekdays } from "../../functions/shared/knowledge";

const monthDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone: "UTC" });

/** `09:05`, and `24:00` for the midnight that ends a day. `minute`: 0 to 1440. */
export function clockText(minute: number): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** `4 December`, with the year where it is not `year`. `date` is ISO. */
export function dateText(date: string, year: string): string {
  const own = date.slice(0, 4);
  return own === year ? monthDay.format(Date.parse(date)) : `${monthDay.format(Date.parse(date))} ${own}`;
}

/** `Fri`. */
export function shortDay(day: Weekday): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3);
}

/** `Mon–Fri`, `Mon, Wed`, `every day`; the days come in any order, each once. */
export function daysText(days: readonly Weekday[]): string {
  const indexes = days.map((day) => weekdays.indexOf(day)).sort((a, b) => a - b);
  if (indexes.length === weekdays.length) return "every day";
  const runs: number[][] = [];
  for (const index of indexes) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  const name = (index: number | undefined) => shortDay(weekdays[index ?? 0] ?? "monday");
  return runs.flatMap((run) => (run.length > 2 ? [`${name(run[0])}–${name(run.at(-1))}`] : run.map(name))).join(", ");
}

/** `a`, `a and b`, `a, b and c`. */
export function listText(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
