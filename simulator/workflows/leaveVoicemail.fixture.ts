import { noteVoicemail } from "../../functions/noteVoicemail/noteVoicemail";
import { connectEvent } from "../../functions/shared/connectEvent.fixture";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { SimClock } from "../clock";
import { virtualClock } from "../clock";
import { assumedIn } from "../connect/assumptions";
import { invokeFunction } from "../connect/invokeFunction";
import { tone } from "../flowOfBusiness";
import { phoneNetwork } from "../phoneNetwork";
import type { FaultKind, FaultService } from "../scriptedCall";
import { speechSound } from "../sound/simSound";
import { type FaultPlan, faultPlan, pause, randomFrom, request } from "../standIns/faults";
import { bookingStore } from "../stores/bookingStore";
import { memoryCallStore } from "../stores/memoryCallStore";
import type { AfterCalls, AfterCallWorld } from "./afterCalls";
import { failure } from "./doTask";

export const knowledge = parseKnowledge(
  `
business: { name: Cedar Barbers, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
`,
  "cedar.yaml",
);
export const calledAtMs = Date.parse("2026-11-22T12:00:00-08:00");

export interface LeftVoicemail {
  readonly contactId: string;
  /** Nothing: the caller hangs up without a word. */
  readonly words: string;
  readonly from?: string | null;
  /** Faults by service, one a request; null: nothing goes wrong with that one. */
  readonly failing?: Partial<Record<FaultService, readonly (FaultKind | null)[]>>;
  readonly seed?: number;
  /** Connect leaves no recording. */
  readonly isUnrecorded?: boolean;
}

/** Calls, hears the tone, says something and hangs up; then everything that follows happens. */
export async function leaveVoicemail(after: AfterCalls, left: LeftVoicemail): Promise<void> {
  const clock = virtualClock(calledAtMs);
  const world = worldAt(clock, left);
  await clock.run(call(after, left, world));
}

/** Runs what was started, with nothing going wrong. */
export async function runAfter(after: AfterCalls): Promise<void> {
  const clock = virtualClock(calledAtMs);
  await clock.run(after.run(worldAt(clock, { contactId: "", words: "" })));
}

async function call(after: AfterCalls, left: LeftVoicemail, world: AfterCallWorld): Promise<void> {
  const { contactId, words, from = "+15551230001", isUnrecorded = false } = left;
  const { clock, faults } = world;
  const phone = phoneNetwork(clock, 75);
  await after.screened.note(contactId, { from, route: "voicemail", atMs: clock.now() });
  const event = connectEvent({ contactId, address: from ?? "anonymous" });
  const ports = {
    clock,
    knowledge: async () => knowledge,
    notes: after.voicemails.notesIn(world),
    planReport: after.voicemails.planReport,
  };
  const setting = { clock, faults, assumed: assumedIn("best"), killAgent: () => undefined };
  await invokeFunction(() => noteVoicemail(event, ports), 3_000, setting);
  const startMs = clock.now();
  await phone.play(tone(), "tone").ended;
  await pause(clock, 500);
  if (words !== "") {
    const said = speechSound(words);
    phone.callerSounds(said);
    await pause(clock, said.durationMs);
  }
  await pause(clock, 300);
  phone.callerHangsUp();
  await phone.over;
  if (!isUnrecorded) after.voicemails.recorded(contactId, phone, { startMs, endMs: clock.now() + 75 }, clock);
  await after.run(world);
}

function worldAt(clock: SimClock, { failing = {}, seed = 1 }: LeftVoicemail): AfterCallWorld {
  const faults = faultPlan(
    Object.entries(failing).flatMap(([service, kinds]) =>
      kinds.flatMap((fault, index) =>
        fault === null
          ? []
          : [{ service: service as FaultService, fault, when: { type: "request", number: index + 1 } as const }],
      ),
    ),
    clock,
    randomFrom(seed),
  );
  return {
    knowledge,
    bookings: bookingStore(),
    clock,
    faults,
    calls: memoryCallStore(clock),
    line: "flow",
    invoke: (_, act) => invocation(faults, clock, act),
  };
}

/** One that is never answered is given up by its state; where it breaks off, what it has done is done. */
async function invocation(faults: FaultPlan, clock: SimClock, act: () => Promise<unknown>): Promise<unknown> {
  const limit = new AbortController();
  const late = pause(clock, 40_000, limit.signal).then(() => {
    throw failure("States.Timeout");
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([request(faults, "lambda", clock, 0, act), late]);
  } finally {
    limit.abort();
  }
}
