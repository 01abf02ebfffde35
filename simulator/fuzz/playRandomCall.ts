import type { BookingEvent } from "../../functions/shared/bookingEvent";
import type { Booking } from "../../functions/shared/callRecord";
import type { Conversation, ConversationEvent, Effect } from "../../functions/voice/state";
import type { CallerVoice } from "../caller";
import { playCaller } from "../caller";
import { type SimClock, virtualClock } from "../clock";
import { type FinishedCall, makeReport } from "../makeReport";
import { offlineModel } from "../offlineModel";
import type { PhoneNetwork } from "../phoneNetwork";
import type { CallReport } from "../report";
import { simulateCall } from "../simulateCall";
import { pause } from "../standIns/faults";
import type { SentMessage } from "../standIns/memoryPost";
import { type BusinessStores, businessStores } from "../stores/businessStores";
import { callVoices } from "../voices";
import type { PlayedWorkflow } from "../workflows/afterCalls";
import { type BookingWrite, watchedBookings } from "./bookingWrites";
import type { RandomCall } from "./randomCall";
import type { Disturbance } from "./randomCaller";

/** A call that was played, with all that can be known of it. */
export interface PlayedCall {
  readonly call: RandomCall;
  readonly finished: FinishedCall;
  readonly report: CallReport;
  /** Everything that happened inside the agent, oldest first; empty where no agent took part. */
  readonly happened: readonly Happened[];
  /** When the caller was asked to leave a message, ms since the epoch; null where they were not. */
  readonly messageFromMs: number | null;
  /** What this call and its rivals have left behind together. */
  readonly left: Left;
  /** Those who called meanwhile. */
  readonly rivals: readonly PlayedCall[];
}

export interface Left {
  readonly bookings: readonly Booking[];
  /** Every change of the bookings, oldest first. */
  readonly writes: readonly BookingWrite[];
  readonly outbox: readonly SentMessage[];
  /** Keys of the bookings that workflows were about which failed: the stack's alarm on them is the last that its owner hears. */
  readonly alarms: readonly string[];
  /** Everything that one of the callers heard. */
  readonly audio: CallReport["agentAudio"];
}

/** One event and what the conversation made of it. */
export interface Happened {
  readonly event: ConversationEvent;
  readonly conversation: Conversation;
  readonly effects: readonly Effect[];
}

/** Plays a call, and those that come in meanwhile, on one virtual clock over the same stores. The same call gives the same. */
export async function playRandomCall(call: RandomCall): Promise<PlayedCall> {
  const clock = virtualClock(call.startMs);
  const stores = businessStores();
  const writes: BookingWrite[] = [];
  const shared = { ...stores, bookings: watchedBookings(stores.bookings, clock, (write) => writes.push(write)) };
  const [first, ...others] = await clock.run(
    Promise.all([
      playOne(call, contactIdOf(call, 0), clock, shared),
      ...call.rivals.map(async ({ afterMs, call: rival }, index) => {
        await pause(clock, afterMs);
        return playOne(rival, contactIdOf(rival, index + 1), clock, shared);
      }),
    ]),
  );
  if (first === undefined) throw new Error("no call was played");
  const audio = [first, ...others].flatMap(({ report }) => report.agentAudio);
  const { outbox, played } = stores.afterCalls;
  const alarms = played
    .filter(({ status }) => status === "failed")
    .flatMap((failed) => bookingsOf(failed, [first, ...others]));
  const left = { bookings: stores.bookings.all(), writes, outbox, alarms, audio };
  return { ...first, left, rivals: others.map((each) => ({ ...each, left, rivals: [] })) };
}

/** Keys of the bookings that an execution is to tell of. */
function bookingsOf(
  { workflow, name, input }: PlayedWorkflow,
  calls: readonly Pick<PlayedCall, "finished">[],
): readonly string[] {
  if (workflow === "bookingConfirmation") return [(input as BookingEvent).booking.key];
  if (workflow !== "callArchive") return [];
  const record = calls.find(({ finished }) => finished.contactId === name)?.finished.record ?? null;
  if (record === null) return [];
  return [...record.bookings.map(({ key }) => key), ...(record.unanswered ?? []).map(({ booking }) => booking.key)];
}

function contactIdOf({ seed }: RandomCall, rival: number): string {
  return `00000000-0000-4000-800${rival}-${seed.toString(16).padStart(12, "0")}`;
}

async function playOne(
  call: RandomCall,
  contactId: string,
  clock: SimClock,
  stores: BusinessStores,
): Promise<Omit<PlayedCall, "left" | "rivals">> {
  const voices = callVoices("symbols", clock);
  const happened: Happened[] = [];
  let messageFromMs: number | null = null;
  const finished = await simulateCall(
    { ...call, contactId, scenario: null, decide: offlineModel },
    { clock, voices, stores },
    (phone, floor) => {
      for (const { atMs, act } of call.disturbances) clock.after(atMs, () => void disturb(act, phone, voices.caller));
      return playCaller(call.steps, phone, floor, clock, voices.caller);
    },
    (seen) => {
      if (seen.type === "shown" && seen.state === "recording") messageFromMs ??= clock.now();
      if (seen.type !== "event") return;
      const { event, conversation, effects } = seen;
      happened.push({ event, conversation, effects });
    },
  );
  return { call, finished, report: makeReport(finished), happened, messageFromMs };
}

async function disturb(act: Disturbance["act"], phone: PhoneNetwork, voice: CallerVoice): Promise<void> {
  if (phone.endedAtMs() !== null) return;
  switch (act.type) {
    case "says":
      return void phone.callerSounds(await voice.says(act.text));
    case "coughs":
      return void phone.callerSounds(await voice.coughs(act.lengthMs));
    case "hums":
      return void phone.callerSounds(await voice.hums(act.text));
    case "presses":
      return phone.callerPresses(act.key);
    case "hangsUp":
      return phone.callerHangsUp();
  }
}
