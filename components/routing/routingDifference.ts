import { callerChanges } from "./callerChanges";
import { hoursChanges, standingHoursChanges } from "./hoursChanges";
import type { RoutedLine } from "./routedLine";
import type { RoutingChange } from "./routingChange";
import { zoneChange } from "./zoneChange";

/**
 * Who would reach something else, and when, from `fromMs` (milliseconds since the epoch) on; empty where nobody would. Where a call goes
 * is asked of the screening's own rules and of each side's flow, played. Looks a year ahead, and around every later holiday.
 */
export function routingDifference(before: RoutedLine, after: RoutedLine, fromMs: number): readonly RoutingChange[] {
  const hours = hoursChanges(before, after, fromMs).changes;
  return [
    // Where the other clock leads nobody elsewhere, it is no matter of routing.
    ...(hours.length === 0 ? [] : zoneChange(before, after, fromMs)),
    ...hours,
    ...standingHoursChanges(before, after),
    ...callerChanges(before, after, fromMs),
  ];
}
