import { nextAction } from "../functions/nextAction/nextAction";
import { screenCaller } from "../functions/screenCaller/screenCaller";
import type { CallRecord, FaultMet } from "../functions/shared/callRecord";
import { startCall } from "../functions/startCall/startCall";
import { recordOf } from "../functions/voice/conversation";
import type { Conversation } from "../functions/voice/state";
import type { CallGround, GroundSetting } from "./callGround";
import type { SimClock } from "./clock";
import type { FlowFunction } from "./connect/connect";
import { fixedSentenceAt, placeholders } from "./flowOfBusiness";
import { hotFunction, type MakeSenses } from "./hotFunction";
import { never, refuse } from "./standIns/faults";
import { memoryPrompts } from "./standIns/memoryPrompts";
import { memoryCallStore } from "./stores/memoryCallStore";
import { sharedCallStore } from "./stores/sharedCallStore";

/**
 * The real logic of every function in this process, over stand-ins for what AWS would do.
 *
 * @param senses what hears, thinks and speaks instead of the stand-ins.
 */
export function inProcessGround(setting: GroundSetting, senses: MakeSenses | null = null): CallGround {
  const { call, clock, voices, stores, phone, faults, assumed, agent, watch } = setting;
  const { contactId, knowledge } = call;
  const calls = sharedCallStore(memoryCallStore(clock, assumed.storeNoticeMs), stores, clock, faults);
  const prompts = memoryPrompts(contactId, clock, faults, assumed.promptPutMs);
  let conversation: Conversation | null = null;
  const deaths: FaultMet[] = [];
  let record: Promise<CallRecord | null> | null = null;
  let running = 0;

  const socket = gate();
  const released = gate<{ readonly outcome: "ended" | "transferred" | "failed" }>();
  const hot = hotFunction({
    ...call,
    prices: call.prices ?? "grounded",
    senses,
    phone,
    clock,
    faults,
    assumed,
    calls,
    prompts,
    stores,
    voices,
    socketOpen: socket.opened,
    release: {
      transferred: () => released.open({ outcome: "transferred" }),
      ended: () => released.open({ outcome: "ended" }),
      failed: () => released.open({ outcome: "failed" }),
    },
    watch(seen) {
      if (seen.type === "shown") return agent.shows(seen.state);
      ({ conversation } = seen);
      watch(seen);
    },
  });

  function killAgent(what = "the hot function died"): void {
    deaths.push({ atMs: clock.now(), service: "lambda", what, did: "the flow went on without it" });
    hot.kill();
    agent.leaves();
    released.open({ outcome: "failed" });
  }
  /** As an asynchronous invocation: accepted or refused at once, run later. */
  async function startVoice(start: Parameters<typeof hot.run>[0]): Promise<void> {
    const fault = faults.next("lambda");
    if (fault !== null) refuse(fault, "lambda");
    if (fault !== "timeout" || faults.coin()) {
      if (call.line === "flow" && deaths.length === 0) agent.takes();
      running += 1;
      // Only one can take the call's lease: a second invocation ends at once.
      const taken = hot.run(start).catch((error: Error) => {
        killAgent(`the hot function failed: ${error.message}`);
        return null;
      });
      void taken.then((kept) => {
        running -= 1;
        // Nobody has the call: whoever waits for an agent is not to wait for ever.
        if (kept === null && running === 0) released.open({ outcome: "failed" });
      });
      record ??= taken;
    }
    if (fault === "timeout") await never();
    if (fault === "drop") killAgent();
  }

  return {
    // A call that comes in before the business opens is a call out of hours, however long the screening takes.
    screenCaller: (event) =>
      screenCaller(event, { clock: { now: () => phone.answeredAtMs }, knowledge: async () => knowledge, calls }),
    functions: new Map<string, FlowFunction>([
      [placeholders.startCall, (event) => startCall(event, { clock, calls, startVoice })],
      [placeholders.nextAction, (event) => nextAction(event, { clock, calls })],
    ]),
    async stored(uri) {
      const fixed = fixedSentenceAt(uri, knowledge);
      return fixed === null ? prompts.get(uri) : voices.agent(fixed);
    },
    streamCaller: () => undefined,
    joinBot() {
      if (deaths.length === 0) agent.takes();
      socket.open();
      return released.opened;
    },
    killAgent: () => killAgent(),
    async left() {
      const kept = await settled(record, clock);
      await stores.afterCalls.run({ knowledge, bookings: stores.bookings, clock, faults });
      const last = conversation as Conversation | null;
      return {
        // What a dead agent could not keep is known here all the same.
        record: kept ?? (last === null ? null : recordOf(last, clock.now())),
        mouth: last?.mouth ?? [],
        hasAgentDied: record !== null && kept === null,
        faults: deaths,
      };
    },
  };
}

/** How long an agent may take to put its things in order when the call is over. */
const tidyMs = 30_000;

async function settled(record: Promise<CallRecord | null> | null, clock: SimClock): Promise<CallRecord | null> {
  if (record === null) return null;
  return new Promise((resolve, reject) => {
    const cancel = clock.after(tidyMs, () => resolve(null));
    record.then((kept) => {
      cancel();
      resolve(kept);
    }, reject);
  });
}

interface Gate<T> {
  readonly opened: Promise<T>;
  open(value: T): void;
}

function gate<T = void>(): Gate<T> {
  let open: (value: T) => void = () => undefined;
  const opened = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened, open: (value) => open(value) };
}
