import { nextAction } from "../functions/nextAction/nextAction";
import { screenCaller } from "../functions/screenCaller/screenCaller";
import type { CallRecord, FaultMet } from "../functions/shared/callRecord";
import { isOpen } from "../functions/shared/hours";
import type { Knowledge } from "../functions/shared/knowledge";
import type { RouteChoice } from "../functions/shared/routing";
import { startCall } from "../functions/startCall/startCall";
import { recordOf } from "../functions/voice/conversation";
import type { BrainRequest } from "../functions/voice/ports";
import type { Conversation } from "../functions/voice/state";
import { type AgentFloor, agentFloor } from "./agentFloor";
import type { SimClock } from "./clock";
import { assumedIn, type Column } from "./connect/assumptions";
import { connectCall, type FlowFunction } from "./connect/connect";
import { fixedSentenceAt, flowOfBusiness, placeholders } from "./flowOfBusiness";
import { hotFunction, type Watched } from "./hotFunction";
import type { FinishedCall } from "./makeReport";
import { type PhoneNetwork, phoneNetwork } from "./phoneNetwork";
import type { BrainEntry, Delays, Fault, PersonAnswer } from "./scriptedCall";
import { type FaultPlan, faultPlan, never, randomFrom, refuse } from "./standIns/faults";
import { memoryPrompts } from "./standIns/memoryPrompts";
import type { BusinessStores } from "./stores/businessStores";
import { memoryCallStore } from "./stores/memoryCallStore";
import { sharedCallStore } from "./stores/sharedCallStore";
import type { CallVoices } from "./voices";

/** One call to be simulated: who calls whom, when, and what the world is like. */
export interface SimulatedCall {
  readonly contactId: string;
  readonly scenario: string | null;
  readonly from: string | null;
  readonly knowledge: Knowledge;
  readonly line: "flow" | "duplex";
  readonly column: Column;
  /** A whole number: everything that is left to chance follows from it. */
  readonly seed: number;
  readonly delays: Delays;
  readonly faults: readonly Fault[];
  readonly brain: readonly BrainEntry[];
  readonly person: PersonAnswer;
  /** The model where `brain` has no entry. */
  readonly decide: (knowledge: Knowledge, request: BrainRequest) => BrainEntry;
}

/** What a call is simulated on. */
export interface SimulationGround {
  /** The call is answered at its present time. */
  readonly clock: SimClock;
  readonly voices: CallVoices;
  readonly stores: BusinessStores;
}

/** What whoever watches a call under way may see of it. */
export type CallWatcher = (seen: Watched | { readonly type: "routed"; readonly choice: RouteChoice }) => void;

/**
 * One whole call: the phone network, Connect with the business's rendered flow, the real logic of every function, and stand-ins
 * for what AWS would do. The caller acts on `phone` and sees whose turn it is on `floor`.
 *
 * @param act is the caller; the call goes on after it has settled, until somebody hangs up.
 */
export async function simulateCall(
  call: SimulatedCall,
  ground: SimulationGround,
  act: (phone: PhoneNetwork, floor: AgentFloor) => Promise<void>,
  watch: CallWatcher = () => undefined,
): Promise<FinishedCall> {
  const { clock, stores, voices } = ground;
  const { contactId, knowledge, line, delays } = call;
  const startMs = clock.now();
  const assumed = assumedIn(call.column);
  const faults = faultPlan(call.faults, clock, randomFrom(call.seed));
  const phone = phoneNetwork(clock, delays.line);
  countUtterances(phone, faults);
  const floor = agentFloor();
  const calls = sharedCallStore(memoryCallStore(clock, assumed.storeNoticeMs), stores, clock, faults);
  const prompts = memoryPrompts(contactId, clock, faults, assumed.promptPutMs);
  let conversation: Conversation | null = null;
  const deaths: FaultMet[] = [];
  let choice: RouteChoice | null = null;
  let isAgentInCharge = false;
  let record: Promise<CallRecord | null> | null = null;

  const socket = gate();
  const released = gate<{ readonly outcome: "ended" | "transferred" | "failed" }>();
  const hot = hotFunction({
    ...call,
    phone,
    clock,
    faults,
    assumed,
    calls,
    prompts,
    stores,
    voices,
    decide: (asked) => call.decide(knowledge, asked),
    socketOpen: socket.opened,
    release: {
      transferred: () => released.open({ outcome: "transferred" }),
      ended: () => released.open({ outcome: "ended" }),
      failed: () => released.open({ outcome: "failed" }),
    },
    watch(seen) {
      if (seen.type === "event") {
        ({ conversation } = seen);
        watch(seen);
      } else {
        floor.show(seen.state);
        if (seen.state === "ended" || seen.state === "transferring") isAgentInCharge = false;
      }
    },
  });
  floor.watch((state) => watch({ type: "shown", state }));

  function killAgent(what = "the hot function died"): void {
    deaths.push({ atMs: clock.now(), service: "lambda", what, did: "the flow went on without it" });
    hot.kill();
    isAgentInCharge = false;
    released.open({ outcome: "failed" });
  }
  /** As an asynchronous invocation: accepted or refused at once, run later. */
  async function startVoice(start: Parameters<typeof hot.run>[0]): Promise<void> {
    const fault = faults.next("lambda");
    if (fault !== null) refuse(fault, "lambda");
    if (fault !== "timeout" || faults.coin()) {
      isAgentInCharge = true;
      // Only one can take the call's lease: a second invocation ends at once.
      const taken = hot.run(start).catch((error: Error) => {
        killAgent(`the hot function failed: ${error.message}`);
        return null;
      });
      record ??= taken;
    }
    if (fault === "timeout") await never();
    if (fault === "drop") killAgent();
  }

  const functions = new Map<string, FlowFunction>([
    [
      placeholders.screenCaller,
      async (event) => {
        choice = await screenCaller(event, { clock, knowledge: async () => knowledge, calls });
        watch({ type: "routed", choice });
        return choice;
      },
    ],
    [placeholders.startCall, (event) => startCall(event, { clock, calls, startVoice })],
    [placeholders.nextAction, (event) => nextAction(event, { clock, calls })],
  ]);

  const connected = connectCall({
    flow: flowOfBusiness(knowledge, line),
    contact: { contactId, from: call.from, to: knowledge.business.phone, instanceArn: placeholders.instance },
    phone,
    clock,
    faults,
    assumed,
    functions,
    person: call.person,
    killAgent: () => killAgent(),
    isOpen: (atMs) => isOpen(knowledge, atMs),
    prompts: {
      storedMs: delays.flowPrompt,
      spoken: voices.agent,
      async stored(uri) {
        const fixed = fixedSentenceAt(uri, knowledge);
        return fixed === null ? prompts.get(uri) : voices.agent(fixed);
      },
    },
    joinBot() {
      socket.open();
      return released.opened;
    },
    show(state) {
      if (!isAgentInCharge) floor.show(state);
    },
  });
  let isTooLong = false;
  const cancelGuard = clock.after(assumed.longestCallMs, () => {
    isTooLong = true;
    phone.hangUp();
  });
  const [connect] = await Promise.all([connected, act(phone, floor)]);
  cancelGuard();
  if (isTooLong) connect.broken = "the call never came to its end";
  floor.show("ended");
  const kept = await settled(record, clock);
  const last = conversation as Conversation | null;
  return {
    contactId,
    scenario: call.scenario,
    from: call.from,
    startMs,
    knowledge,
    line,
    phone,
    route: routeOf(choice),
    connect: { ...connect, faults: [...connect.faults, ...deaths] },
    // What a dead agent could not keep is known here all the same.
    record: kept ?? (last === null ? null : recordOf(last, clock.now())),
    mouth: last?.mouth ?? [],
    hasAgentDied: record !== null && kept === null,
  };
}

/** Where the screening itself failed, nobody chose: the flow asked Connect's own hours. */
function routeOf(choice: RouteChoice | null): RouteChoice["route"] {
  return choice?.route ?? "human";
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

function countUtterances(phone: PhoneNetwork, faults: FaultPlan): void {
  phone.watch((event) => {
    if (event.type === "callerStarted" && event.sound.words.length > 0) faults.callerSpoke();
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
