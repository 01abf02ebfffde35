import { addDays, openingsOn } from "../../functions/shared/hours";
import type { Knowledge, Opening } from "../../functions/shared/knowledge";
import { offsetMsAt } from "../../functions/shared/zoneClock";

/** Longer than any opening's end can be moved by a change of clocks, a whole day left out included. */
const besideMs = 26 * 3_600_000;

/** Whether the file has an opening for what the clock on the wall shows, as if clocks never changed. */
export function isOpenOnTheWall(hours: Pick<Knowledge, "hours" | "holidays">, date: string, minute: number): boolean {
  const isTonight = ({ startMinute, endMinute }: Opening) => endMinute <= startMinute;
  const own = openingsOn(hours, date);
  const before = openingsOn(hours, addDays(date, -1));
  return (
    own.some((each) => each.startMinute <= minute && (isTonight(each) || minute < each.endMinute)) ||
    before.some((each) => isTonight(each) && minute < each.endMinute)
  );
}

/** Whether a zone's clocks change within about a day of an instant. */
export function areClocksChanging(timezone: string, atMs: number): boolean {
  return offsetMsAt(atMs - besideMs, timezone) !== offsetMsAt(atMs + besideMs, timezone);
}
