import { callerChanges } from "./callerChanges";
import { hoursChanges, standingHoursChanges } from "./hoursChanges";
import type { RoutedLine } from "./routedLine";
import { type RoutingChange, standingChange } from "./routingChange";

/**
 * Who would reach something else, and when, from `fromMs` (milliseconds since the epoch) on; empty where nobody would. Where a call goes
 * is asked of the screening's own rules and of each side's flow, played. Looks a year ahead, and around every later holiday.
 */
export function routingDifference(before: RoutedLine, after: RoutedLine, fromMs: number): readonly RoutingChange[] {
  const hours = hoursChanges(before, after, fromMs).changes;
  const [was, is] = [before.knowledge.business.timezone, after.knowledge.business.timezone];
  const zone = was === is || hours.length === 0 ? [] : [standingChange("time zone", "all times below", was, is)];
  return [...zone, ...hours, ...standingHoursChanges(before, after), ...callerChanges(before, after, fromMs)];
}
