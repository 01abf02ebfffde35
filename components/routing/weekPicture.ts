import type { Opening } from "../../functions/shared/knowledge";

const minutesOfCell = 30;
const cellsOfDay = 48;

/** The hours above a day's picture, a mark every three. */
export const pictureScale = [0, 3, 6, 9, 12, 15, 18, 21].map((hour) => String(hour).padEnd(6)).join("");

/**
 * The openings that begin on a day as a bar from midnight to midnight, a character for half an hour. What runs into the next day ends
 * in an arrow and stands in no other day's picture, so that one changed opening changes one line.
 */
export function dayPicture(openings: readonly Opening[]): string {
  const cells = Array.from({ length: cellsOfDay }, (_, cell) => {
    const [from, to] = [cell * minutesOfCell, (cell + 1) * minutesOfCell];
    const isOpen = openings.some(({ startMinute, endMinute }) => {
      const end = endMinute > startMinute ? endMinute : cellsOfDay * minutesOfCell;
      return startMinute < to && from < end;
    });
    return isOpen ? "█" : "·";
  });
  const runsOver = openings.some(({ startMinute, endMinute }) => endMinute <= startMinute);
  return `${cells.join("")}${runsOver ? "▶" : " "}`;
}
