import type { Speaker } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import { blocksOf } from "../sound/cutSound";
import type { SimSound } from "../sound/simSound";
import { type FaultPlan, pause, refuse, ServiceError, slowMs, untilAborted } from "./faults";

/** Polly sends sound in pieces, faster than it is played. */
const pieceMs = 500;

/** Speaks as Polly does, with the voice that it is given. */
export function pollySpeaker(
  clock: SimClock,
  faults: FaultPlan,
  firstByteMs: number,
  voice: (text: string) => Promise<SimSound>,
): Speaker<SimSound> {
  async function* speak(text: string, signal: AbortSignal): AsyncIterable<SimSound> {
    const fault = faults.next("polly");
    if (fault !== null) refuse(fault, "polly");
    if (fault === "timeout") return untilAborted(signal);
    // Begun before the wait, so that making the sound in the real world takes none of the call's time.
    const made = voice(text);
    made.catch(() => undefined);
    await pause(clock, firstByteMs + (fault === "slow" ? slowMs : 0), signal);
    if (signal.aborted) return;
    if (fault === "drop") throw new ServiceError("polly", "ECONNRESET", "socket hang up");
    if (fault === "garbage") throw new ServiceError("polly", "SyntaxError", "Unexpected event in the stream");
    for (const piece of blocksOf(await made, pieceMs)) {
      if (signal.aborted) return;
      yield { ...piece, startMs: 0 };
    }
  }
  return { speak, warm: async () => undefined };
}
