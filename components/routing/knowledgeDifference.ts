import type { Knowledge, Opening } from "../../functions/shared/knowledge";
import { clockText } from "./clockTexts";
import { type ValueChange, valueDifference } from "./valueDifference";

/** What a business's knowledge says otherwise, under the keys of its file: `services[haircut].price`, `hours.friday`. */
export function knowledgeDifference(before: Knowledge, after: Knowledge): readonly ValueChange[] {
  return valueDifference(asWritten(before), asWritten(after));
}

/** `09:00–12:30, 13:30–19:00`, or `closed`. */
export function openingsText(openings: readonly Opening[]): string {
  const texts = openings.map(({ startMinute, endMinute }) => `${clockText(startMinute)}–${clockText(endMinute)}`);
  return texts.length === 0 ? "closed" : texts.join(", ");
}

/** What was left out is left out, so that it reads as new or gone. */
function asWritten({ hours, holidays, ...rest }: Knowledge): unknown {
  const texts = (days: Readonly<Record<string, readonly Opening[]>>) =>
    Object.fromEntries(Object.entries(days).map(([day, openings]) => [day, openingsText(openings)]));
  return withoutNulls({ ...rest, hours: texts(hours), holidays: texts(holidays) });
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== "object" || value === null) return value;
  const written = Object.entries(value).filter(([, inner]) => inner !== null);
  return Object.fromEntries(written.map(([key, inner]) => [key, withoutNulls(inner)]));
}
