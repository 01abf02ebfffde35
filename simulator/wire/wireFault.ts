/**
 * What can go wrong with one request over the wire. `throttle`, `error`: refused at once. `timeout`: never answered. `drop`: the
 * connection breaks in the middle. `silentEnd`: the answer ends in the middle as if it were whole. `garbage`: what comes does not
 * parse. `slow`: late.
 */
export type WireFault = "throttle" | "error" | "timeout" | "drop" | "silentEnd" | "garbage" | "slow";

/** Counts a request and says what goes wrong with it; null: nothing. */
export type NextFault = () => WireFault | null;

/** How much later a slow answer comes. */
export const slowMs = 1_500;

/** A plan for requests in the order in which they come; nothing goes wrong with those after it. */
export function faultsInOrder(faults: readonly (WireFault | null)[]): NextFault {
  let count = 0;
  return () => faults[count++] ?? null;
}
