import type { Ear } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import type { PhoneNetwork } from "../phoneNetwork";
import { frameMs, type SimSound } from "../sound/simSound";
import { type FaultPlan, pause, refuse, ServiceError, slowMs, untilAborted } from "./faults";

export interface EarTimes {
  /** Length of one block of the stream. */
  readonly blockMs: number;
  /** Blocks arrive together, this much at a time; a block at a time where it is one block's length. */
  readonly burstMs: number;
  /** How late a block is. */
  readonly lateMs: number;
}

/**
 * The caller's side of the call as Kinesis Video Streams brings it: in blocks, late, and from when it was turned on.
 *
 * @param startMs when it was turned on.
 */
export function kvsEar(
  phone: PhoneNetwork,
  clock: SimClock,
  faults: FaultPlan,
  times: EarTimes,
  startMs: number,
): Ear<SimSound> {
  /** Up to where it was given, also over an earlier connection. */
  let givenMs = startMs;

  async function* listen(signal: AbortSignal): AsyncIterable<SimSound> {
    const fault = faults.next("kvs");
    if (fault !== null) refuse(fault, "kvs");
    if (fault === "timeout") return untilAborted(signal);
    if (fault === "garbage") throw new ServiceError("kvs", "SyntaxError", "The stream holds no Matroska element");
    const lateMs = times.lateMs + (fault === "slow" ? slowMs : 0);
    for (let arrivedMs = startMs + times.burstMs; !signal.aborted; arrivedMs += times.burstMs) {
      await pause(clock, arrivedMs + lateMs - clock.now(), signal);
      if (signal.aborted) return;
      // Whole blocks have arrived, but only whole frames are handed on.
      const blocksMs = Math.floor((arrivedMs - startMs) / times.blockMs) * times.blockMs;
      const untilMs = startMs + Math.floor(blocksMs / frameMs) * frameMs;
      if (untilMs > givenMs) {
        yield phone.callerSound(givenMs, untilMs);
        givenMs = untilMs;
      }
      const endedMs = phone.endedAtMs();
      if (endedMs !== null && untilMs >= endedMs + phone.lineMs) return;
      if (fault === "drop") throw new ServiceError("kvs", "ECONNRESET", "socket hang up");
    }
  }
  return { listen };
}
