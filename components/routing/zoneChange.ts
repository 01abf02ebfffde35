import { localTime } from "../../functions/shared/hours";
import { listText } from "./clockTexts";
import type { RoutedLine } from "./routedLine";
import { type RoutingChange, standingChange } from "./routingChange";

const dayMs = 86_400_000;

/** Another time zone: by how much its clock is ahead of the other one's in the year from `fromMs` on. None where it is the same. */
export function zoneChange(before: RoutedLine, after: RoutedLine, fromMs: number): readonly RoutingChange[] {
  const [was, is] = [before.knowledge.business.timezone, after.knowledge.business.timezone];
  if (was === is) return [];
  const days = Array.from({ length: 366 }, (_, day) => fromMs + day * dayMs);
  const ahead = [...new Set(days.map((atMs) => minutesAhead(atMs, was, is)))];
  const shifts = listText(ahead.map(aheadText)).replaceAll(" and ", " or ");
  return [standingChange("time zone", `whose clock is used below, ${shifts}`, was, is)];
}

function minutesAhead(atMs: number, was: string, is: string): number {
  const [old, now] = [was, is].map((zone) => Date.parse(`${localTime(atMs, zone).text}Z`));
  return Math.round(((now ?? 0) - (old ?? 0)) / 60_000);
}

function aheadText(minutes: number): string {
  if (minutes === 0) return "as before";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const length = [hours === 0 ? "" : `${hours} h`, rest === 0 ? "" : `${rest} min`].filter(Boolean).join(" ");
  return `${length} ${minutes > 0 ? "ahead" : "behind"}`;
}
