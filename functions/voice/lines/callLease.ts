import type { CallStore } from "../../shared/callStore";
import { flowLineTimes } from "../../shared/flowLineTimes";
import type { Clock } from "../ports";

/** The right to speak in a call. */
export interface CallLease {
  /** Answers under an older fence are refused. */
  readonly fence: number;
  /** Aborted when the call has gone to another owner. */
  readonly lost: AbortSignal;
  /** Gives the call back; it is over for its owner. */
  release(): Promise<void>;
  /** Lets the lease run out now: a successor waits for it. */
  leave(): Promise<void>;
}

/**
 * Takes the call and keeps it by renewing the lease until it is released. Null where somebody else has the call. A renewal that
 * fails is tried again at the next turn; the lease is lost only when another has it.
 *
 * @param gone an owner who is known to be gone.
 */
export async function takeCall(
  contactId: string,
  owner: string,
  calls: Pick<CallStore, "takeLease" | "renewLease" | "releaseLease">,
  clock: Clock,
  gone: string | null = null,
): Promise<CallLease | null> {
  const nowMs = clock.now();
  const fence = await calls.takeLease(contactId, owner, nowMs, nowMs + flowLineTimes.leaseMs, gone);
  if (fence === null) return null;

  const lost = new AbortController();
  let cancel = clock.after(flowLineTimes.renewEveryMs, renew);
  let isReleased = false;

  function renew(): void {
    calls
      .renewLease(contactId, fence as number, clock.now() + flowLineTimes.leaseMs)
      .then((isOurs) => (isOurs ? again() : lost.abort()), again);
  }

  function again(): void {
    if (!isReleased) cancel = clock.after(flowLineTimes.renewEveryMs, renew);
  }

  return {
    fence,
    lost: lost.signal,
    async release() {
      isReleased = true;
      cancel();
      await calls.releaseLease(contactId, fence);
    },
    async leave() {
      isReleased = true;
      cancel();
      await calls.renewLease(contactId, fence, clock.now());
    },
  };
}
