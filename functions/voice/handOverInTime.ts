import type { VoiceCall } from "../shared/voiceCall";
import type { Clock } from "./ports";
import type { MayLeave } from "./runCall";
import type { Conversation } from "./state";

/** What one who leads a call has to know of its own end. */
export interface Parting {
  readonly mayLeave: MayLeave;
  cancel(): void;
}

export interface PartingPlace {
  readonly clock: Clock;
  readonly handOverAtMs: number;
  startSuccessor(call: VoiceCall): Promise<void>;
}

/** A successor that could not be started is started again after this. */
const startAgainMs = 5_000;
/** By then a successor has its code and its clients. */
const readyAfterMs = 2_000;
/** Where nobody falls silent for so long the call is left in the middle of whatever goes on. */
const longestMs = 30_000;

/** Starts the successor when it is time, and leaves the call to it at a moment at which nobody speaks. */
export function handOverInTime(call: VoiceCall, owner: string, place: PartingPlace): Parting {
  const { clock, handOverAtMs } = place;
  let startedAtMs: number | null = null;
  let cancel = clock.after(handOverAtMs - clock.now(), start);
  let isOver = false;

  function start(): void {
    place.startSuccessor({ ...call, before: { owner, isGone: false } }).then(
      () => {
        startedAtMs = clock.now();
      },
      () => {
        if (!isOver) cancel = clock.after(startAgainMs, start);
      },
    );
  }

  return {
    mayLeave(conversation) {
      if (startedAtMs === null || clock.now() < startedAtMs + readyAfterMs) return false;
      return isQuiet(conversation) || clock.now() >= startedAtMs + longestMs;
    },
    cancel() {
      isOver = true;
      cancel();
    },
  };
}

/** The agent has said all that it had to say, and the caller says nothing yet. */
function isQuiet({ state, turn, hearing, mouth, afterwards, isHeld }: Conversation): boolean {
  const isSpeaking = mouth.some(({ status }) => status !== "heard" && status !== "cut");
  const areWords = hearing.segments.some(({ words }) => words.some(({ startMs }) => startMs >= hearing.takenUntilMs));
  const isNothingDue = turn === null && afterwards === null && !isHeld;
  return state === "waiting" && isNothingDue && !isSpeaking && !hearing.isSounding && !areWords;
}
