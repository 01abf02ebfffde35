import type { FaultMet } from "../functions/shared/callRecord";
import type { FaultService } from "./scriptedCall";
import type { FaultFired } from "./standIns/faults";

/** What comes of a fault shows within this time. */
const noticedWithinMs = 6000;
/** A session that is open all through a call fails when it is next of use. */
const sessions: readonly FaultService[] = ["transcribe", "kvs"];
/** Where a request that failed is made again, by the agent or by Connect. */
const triedAgain: readonly FaultService[] = ["lambda", "dynamodb", "line"];

/**
 * Each fault of a call once, oldest first, with what was done about it: in the words of whoever handled it where somebody says
 * so, otherwise as it shows from outside.
 *
 * @param handled what the agent and Connect say of faults that they met, whether the plan's or others.
 */
export function faultsMet(fired: readonly FaultFired[], handled: readonly FaultMet[]): readonly FaultMet[] {
  const silent = new Set(fired);
  const told = [...handled].sort(byTime).map((met) => {
    const service = serviceOf(met.service);
    const cause = [...silent].findLast(
      (fault) =>
        fault.service === service &&
        fault.atMs <= met.atMs &&
        (sessions.includes(fault.service) || met.atMs - fault.atMs <= noticedWithinMs),
    );
    if (cause === undefined) return { ...met, service };
    silent.delete(cause);
    return { ...met, service, what: `${cause.fault}: ${met.what}` };
  });
  const untold = [...silent].map((fault) => ({
    atMs: fault.atMs,
    service: fault.service,
    what: fault.fault,
    did: didAbout(fault),
  }));
  return [...told, ...untold].sort(byTime);
}

/** The agent's desk stands on tables. */
function serviceOf(service: string): string {
  return service === "desk" ? "dynamodb" : service;
}

function didAbout({ service, fault, isAskedAgain }: FaultFired): string {
  if (fault === "slow") return "waited";
  if (service === "s3" && fault !== "timeout") return "said in Connect's own voice";
  // A send that is lost is not known to be.
  if (service === "line" && (fault === "drop" || fault === "garbage")) return "went on without";
  return isAskedAgain && triedAgain.includes(service) ? "tried again" : "went on without";
}

function byTime(a: FaultMet, b: FaultMet): number {
  return a.atMs - b.atMs;
}
