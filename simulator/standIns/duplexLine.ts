import { eventQueue } from "../../functions/voice/eventQueue";
import type { Line, LineEvent, Speech } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import type { PhoneNetwork, Playing } from "../phoneNetwork";
import type { FaultKind } from "../scriptedCall";
import { blockOf, joinSounds } from "../sound/cutSound";
import { frameMs, type SimSound } from "../sound/simSound";
import { type FaultPlan, pause } from "./faults";

interface Given {
  readonly speech: Speech;
  sound: SimSound | null;
  /** No more of its sound is to come. */
  isWhole: boolean;
  /** How much of it has been put on the wire. */
  playedMs: number;
}

/** A send that failed is tried again this often, this far apart. */
const sendRetries = 3;
const sendRetryMs = 100;
/** A send that is never answered is given up early enough for a person to be called before 5 s, of a caller who is heard late as well. */
const sendWaitMs: Partial<Record<FaultKind, number>> = { slow: 10 * sendRetryMs, timeout: 7 * sendRetryMs };

/** What happens to the call when the line lets go of it. */
export interface Release {
  transferred(summary: string): void;
  ended(): void;
  /** The socket broke: Connect goes on without us. */
  failed(): void;
}

/**
 * Connect's agent-to-agent audio: sound goes to the caller as soon as there is some, and stops in the middle of a word. It keeps
 * the playback clock: what it reports as heard is what was put on the wire.
 *
 * @param life aborted when the function at this end dies, and its socket with it.
 */
export function duplexLine(
  phone: PhoneNetwork,
  clock: SimClock,
  faults: FaultPlan,
  release: Release,
  life: AbortSignal,
): Line<SimSound> {
  const queue: Given[] = [];
  const happened = eventQueue<LineEvent>();
  let playing: Playing | null = null;
  let isHeld = false;
  let isBroken = false;
  let afterwards: (() => void) | null = null;

  phone.watch((event) => {
    if (event.type === "keyPressed") happened.push(event);
    if (event.type !== "callerHungUp") return;
    happened.push(event);
    happened.close();
  });

  life.addEventListener("abort", () => playing?.stop(), { once: true });

  async function take(given: Given, sound: AsyncIterable<SimSound>): Promise<void> {
    try {
      await send();
      for await (const piece of sound) {
        given.sound = given.sound === null ? piece : joinSounds([given.sound, piece]);
        if (queue[0] !== given || playing?.extend(piece) !== true) pump();
      }
    } finally {
      // A sound that breaks off ends where it broke.
      given.isWhole = true;
      pump();
    }
  }

  /** Refused sends are repeated; sends that are lost are lost. */
  async function send(): Promise<void> {
    for (let tries = 0; tries <= sendRetries; tries += 1) {
      const fault = faults.next("line");
      if (fault === null || fault === "drop" || fault === "garbage") return;
      await pause(clock, sendWaitMs[fault] ?? sendRetryMs);
      if (fault === "slow") return;
    }
    throw new Error("the socket of the call does not take sound");
  }

  function pump(): void {
    const [given] = queue;
    if (isHeld || isBroken || playing !== null || life.aborted) return;
    if (given === undefined) {
      const act = afterwards;
      afterwards = null;
      act?.();
      return;
    }
    const totalMs = given.sound?.durationMs ?? 0;
    if (given.sound === null || given.playedMs >= totalMs) {
      if (given.isWhole) finish(given);
      return;
    }
    const { id } = given.speech;
    const fromMs = given.playedMs;
    const rest = fromMs === 0 ? given.sound : blockOf(given.sound, fromMs, totalMs);
    const current = phone.play(rest, id);
    playing = current;
    happened.push({ type: "speechStarted", id, atMs: clock.now() });
    void current.ended.then(() => {
      // What the caller's leaving cut off was not heard to its end.
      if (playing !== current || phone.endedAtMs() !== null) return;
      playing = null;
      given.playedMs = given.sound?.durationMs ?? 0;
      pump();
    });
  }

  function finish(given: Given): void {
    queue.shift();
    const { id } = given.speech;
    happened.push({ type: "speechEnded", id, atMs: clock.now(), durationMs: given.playedMs });
    pump();
  }

  function halt(): void {
    const [given] = queue;
    if (playing === null || given === undefined) return;
    const current = playing;
    playing = null;
    given.playedMs = Math.floor((given.playedMs + current.stop()) / frameMs) * frameMs;
    happened.push({ type: "speechHeld", id: given.speech.id, atMs: clock.now(), heardMs: given.playedMs });
  }

  return {
    grade: "duplex",
    play(speech, sound) {
      const given: Given = { speech, sound: null, isWhole: false, playedMs: 0 };
      queue.push(given);
      take(given, sound).catch((error: Error) => {
        // The call has gone on without this line: what is still being sent is not heard.
        isBroken = true;
        halt();
        release.failed();
        happened.fail(error);
      });
    },
    hold() {
      isHeld = true;
      halt();
    },
    resume() {
      isHeld = false;
      pump();
    },
    stop() {
      halt();
      queue.length = 0;
      isHeld = false;
      pump();
    },
    show: () => undefined,
    transfer(summary) {
      afterwards = () => release.transferred(summary);
      pump();
    },
    end() {
      afterwards = () => release.ended();
      pump();
    },
    events: (signal) => happened.take(signal),
  };
}
