import { connectHours } from "../components/routing/connectHours";
import type { Knowledge } from "../functions/shared/knowledge";
import { type IncomingCall, type Route, type RouteChoice, routeCall } from "../functions/shared/routing";
import type { BrainRequest } from "../functions/voice/ports";
import type { PriceRule } from "../functions/voice/prompt";
import type { Conversation } from "../functions/voice/state";
import { type AgentFloor, agentFloor } from "./agentFloor";
import type { LayGround } from "./callGround";
import type { SimClock } from "./clock";
import { assumedIn, type Column } from "./connect/assumptions";
import { connectCall } from "./connect/connect";
import { isNativelyOpen } from "./connect/nativeHours";
import { flowOfBusiness, placeholders } from "./flowOfBusiness";
import type { Watched } from "./hotFunction";
import { inProcessGround } from "./inProcessGround";
import type { FinishedCall } from "./makeReport";
import { type PhoneNetwork, phoneNetwork } from "./phoneNetwork";
import type { BrainEntry, Delays, Fault, PersonAnswer } from "./scriptedCall";
import { type FaultPlan, faultPlan, randomFrom } from "./standIns/faults";
import type { BusinessStores } from "./stores/businessStores";
import type { CallVoices } from "./voices";

/** One call to be simulated: who calls whom, when, and what the world is like. */
export interface SimulatedCall {
  readonly contactId: string;
  readonly scenario: string | null;
  readonly from: string | null;
  readonly knowledge: Knowledge;
  /** @default "grounded" */
  readonly prices?: PriceRule;
  readonly line: "flow" | "duplex";
  readonly column: Column;
  /** A whole number: everything that is left to chance follows from it. */
  readonly seed: number;
  readonly delays: Delays;
  readonly faults: readonly Fault[];
  readonly brain: readonly BrainEntry[];
  readonly person: PersonAnswer;
  /** The model where `brain` has no entry; knows what may be said. */
  readonly decide: (knowledge: Knowledge, request: BrainRequest) => BrainEntry;
}

/** What a call is simulated on. */
export interface SimulationGround {
  /** The call is answered at its present time. */
  readonly clock: SimClock;
  readonly voices: CallVoices;
  readonly stores: BusinessStores;
  /** Where the functions run. @default in this process */
  readonly lay?: LayGround;
}

/** What whoever watches a call under way may see of it. */
export type CallWatcher = (
  seen:
    | Watched
    | { readonly type: "routed"; readonly choice: RouteChoice }
    /** The agent saved how its conversation stands, where nothing else of the agent can be seen. */
    | { readonly type: "saved"; readonly conversation: Conversation }
    /** What a recogniser told the agent, where nothing else of the agent can be seen. */
    | { readonly type: "transcribed"; readonly text: string; readonly isFinal: boolean },
) => void;

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
  const nativeHours = connectHours(knowledge);
  const faults = faultPlan(call.faults, clock, randomFrom(call.seed));
  const phone = phoneNetwork(clock, delays.line);
  countUtterances(phone, faults);
  void phone.over.then(() => faults.callEnded());
  const floor = agentFloor();
  let choice: RouteChoice | null = null;
  let isAgentInCharge = false;
  let isMessageTaken = false;
  floor.watch((state) => watch({ type: "shown", state }));

  const place = (ground.lay ?? ((setting) => inProcessGround(setting)))({
    call,
    clock,
    voices,
    stores,
    phone,
    faults,
    assumed,
    agent: {
      takes() {
        isAgentInCharge = true;
      },
      shows(state) {
        // The flow may have left an agent that could not be reached, and knows nothing of it yet.
        if (isMessageTaken) return;
        floor.show(state);
        if (state === "ended" || state === "transferring") isAgentInCharge = false;
      },
      leaves() {
        isAgentInCharge = false;
      },
    },
    watch,
  });
  const functions = new Map(place.functions).set(placeholders.screenCaller, place.screenCaller);

  const connected = connectCall({
    flow: flowOfBusiness(knowledge, line),
    contact: { contactId, from: call.from, to: knowledge.business.phone, instanceArn: placeholders.instance },
    phone,
    clock,
    faults,
    assumed,
    functions,
    answered(arn, answer) {
      if (arn !== placeholders.screenCaller) return;
      choice = answer as RouteChoice;
      watch({ type: "routed", choice });
    },
    person: call.person,
    killAgent: place.killAgent,
    streamCaller: place.streamCaller,
    isOpen: (atMs) => isNativelyOpen(nativeHours, atMs),
    prompts: { storedMs: delays.flowPrompt, spoken: voices.agent, stored: place.stored },
    joinBot: place.joinBot,
    show(state) {
      isMessageTaken ||= state === "recording";
      if (!isAgentInCharge || isMessageTaken) floor.show(state);
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
  const left = await place.left(connect);
  return {
    contactId,
    scenario: call.scenario,
    from: call.from,
    startMs,
    knowledge,
    line,
    phone,
    route: routeOf(choice, connect.isOpen, knowledge, { atMs: startMs, from: call.from, callsToday: 0 }),
    connect: { ...connect, faults: [...connect.faults, ...left.faults] },
    // What the call has left running may still fail.
    faults: [...faults.fired()],
    record: left.record,
    mouth: left.mouth,
    hasAgentDied: left.hasAgentDied,
  };
}

/**
 * Where the screening itself failed, nobody chose: the flow goes by Connect's own hours, and never to the agent. Whoever hangs up
 * before anything was chosen was on the way that their call would have gone.
 */
function routeOf(choice: RouteChoice | null, isOpen: boolean | null, knowledge: Knowledge, call: IncomingCall): Route {
  if (choice !== null) return choice.route;
  if (isOpen === null) return routeCall(knowledge, call).route;
  return isOpen ? "human" : "voicemail";
}

function countUtterances(phone: PhoneNetwork, faults: FaultPlan): void {
  phone.watch((event) => {
    if (event.type === "callerStarted" && event.sound.words.length > 0) faults.callerSpoke();
  });
}
