import type { Figure } from "./figure";
import type { Item } from "./readText";

/** Which half of the day the ends of a range mean in a fact, where nobody says it: "from 12:30 to 5" is in the afternoon. */

/** A range that begins before it is in the night, which is said. */
const earliestStart = 360;
const longest = 720;

/** A figure of a fact with what of its times fits the other end of its range. */
export function withinRange(figure: Figure, items: readonly Item[], at: number): Figure {
  const own = clocksOf(figure);
  if (own.length < 2) return figure;
  const [before, after] = [otherEnd(items, at, -1), otherEnd(items, at, 1)];
  const other = clocksOf(after ?? before);
  if (other.length === 0) return figure;
  const fits = (minute: number) =>
    other.some((each) => {
      const [from, to] = after === null ? [each, minute] : [minute, each];
      const length = (to - from + 1440) % 1440;
      return length > 0 && length <= longest && (from >= earliestStart || other.length < 2);
    });
  const kept = own.filter(fits);
  if (kept.length === 0 || kept.length === own.length) return figure;
  const readings = figure.readings.map((reading) =>
    reading.unit === "clock" ? { ...reading, minutes: kept } : reading,
  );
  return { ...figure, readings };
}

function clocksOf(figure: Figure | null): readonly number[] {
  const clock = figure?.readings.find(({ unit }) => unit === "clock");
  return clock?.unit === "clock" ? clock.minutes : [];
}

function otherEnd(items: readonly Item[], at: number, step: 1 | -1): Figure | null {
  const [joint, end] = [items[at + step], items[at + 2 * step]];
  const isHyphen = (item: Item | undefined) => item !== undefined && /^[-–]$/.test(item.pause);
  const next = step === 1 ? joint : items[at];
  if (joint?.kind === "figure" && isHyphen(next)) return joint.figure;
  const isJoint = joint?.kind === "word" && ["to", "until", "and"].includes(joint.key) && joint.pause === "";
  return isJoint && end?.kind === "figure" ? end.figure : null;
}
