import { nextAction } from "../functions/nextAction/nextAction";
import { noteVoicemail } from "../functions/noteVoicemail/noteVoicemail";
import { screenCaller } from "../functions/screenCaller/screenCaller";
import type { CallRecord, FaultMet } from "../functions/shared/callRecord";
import type { ConnectEvent } from "../functions/shared/connectEvent";
import type { VoiceCall } from "../functions/shared/voiceCall";
import { resumeCall } from "../functions/startCall/resumeCall";
import { startCall } from "../functions/startCall/startCall";
import { recordOf } from "../functions/voice/conversation";
import type { Conversation } from "../functions/voice/state";
import type { CallGround, GroundSetting } from "./callGround";
import type { SimClock } from "./clock";
import type { FlowFunction } from "./connect/connect";
import { callOverEvent } from "./connect/contactEvent";
import { fixedSentenceAt, placeholders, tone, toneUri } from "./flowOfBusiness";
import { type HotFunction, hotFunction, type MakeSenses } from "./hotFunction";
import { never, pause, refuse } from "./standIns/faults";
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
  const own = memoryCallStore(clock, assumed.storeNoticeMs);
  const calls = sharedCallStore(own, stores, clock, faults);
  const prompts = memoryPrompts(contactId, clock, faults, assumed.promptPutMs);
  let conversation: Conversation | null = null;
  const deaths: FaultMet[] = [];
  const invocations: Invocation[] = [];
  const starting: Promise<unknown>[] = [];

  const socket = gate();
  const released = gate<{ readonly outcome: "ended" | "transferred" | "failed" }>();

  function newHotFunction(): HotFunction {
    return hotFunction({
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
      startSuccessor: startVoice,
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
  }

  function killAgent(what = "the hot function died"): void {
    const dying = invocations.filter(({ isOver }) => !isOver);
    // Nothing runs yet: what is started later lives.
    if (dying.length === 0) return;
    // Where the call was open on a socket, that is gone with it.
    const isFollowed = call.line === "flow" && dying.length > 0;
    const did = isFollowed ? "another goes on with the call" : "the flow went on without it";
    deaths.push({ atMs: clock.now(), service: "lambda", what, did });
    for (const invocation of dying) {
      invocation.hot.kill();
      invocation.end(null);
      if (isFollowed) clock.after(assumed.lambdaEventMs, () => followUp(invocation));
    }
    agent.leaves();
    released.open({ outcome: "failed" });
  }

  /** Lambda tells where an asynchronous invocation has failed. */
  function followUp({ owner, start }: Invocation): void {
    const requestContext = { condition: "RetriesExhausted", requestId: owner };
    resumeCall({ requestContext, requestPayload: start }, { startVoice }).catch(() => undefined);
  }

  /** As an asynchronous invocation: accepted or refused at once, run later. */
  async function startVoice(start: VoiceCall): Promise<void> {
    const fault = faults.next("lambda");
    if (fault !== null) refuse(fault, "lambda");
    if (fault !== "timeout" || faults.coin()) {
      if (call.line === "flow") agent.takes();
      invoke(start);
    }
    if (fault === "timeout") await never();
    if (fault === "drop") killAgent();
  }

  /** Only one can take the call's lease: a second invocation ends at once. */
  function invoke(start: VoiceCall): void {
    const over = gate<CallRecord | null>();
    const invocation: Invocation = {
      hot: newHotFunction(),
      owner: `simulated-${invocations.length + 1}`,
      start,
      record: over.opened,
      isOver: false,
      end(kept) {
        invocation.isOver = true;
        over.open(kept);
        // Nobody has the call: whoever waits for an agent is not to wait for ever.
        if (kept === null && invocations.every(({ isOver }) => isOver)) released.open({ outcome: "failed" });
      },
    };
    invocations.push(invocation);
    invocation.hot.run(start, invocation.owner).then(invocation.end, (error: Error) => {
      killAgent(`the hot function failed: ${error.message}`);
    });
  }

  function begin(event: ConnectEvent): Promise<unknown> {
    const begun = startCall(event, { clock, calls, startVoice });
    starting.push(begun);
    return begun;
  }

  const voicemailPorts = {
    clock,
    knowledge: async () => knowledge,
    notes: stores.afterCalls.voicemails.notesIn({ knowledge, clock, faults }),
    planReport: stores.afterCalls.voicemails.planReport,
  };

  return {
    // A call that comes in before the business opens is a call out of hours, however long the screening takes.
    screenCaller: (event) =>
      screenCaller(event, {
        clock: { now: () => phone.answeredAtMs },
        knowledge: async () => knowledge,
        calls,
        screened: stores.afterCalls.screened,
      }),
    functions: new Map<string, FlowFunction>([
      [placeholders.startCall, begin],
      [placeholders.nextAction, (event) => nextAction(event, { clock, calls })],
      [placeholders.noteVoicemail, (event) => noteVoicemail(event, voicemailPorts)],
    ]),
    async stored(uri) {
      if (uri === toneUri) return tone();
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
    async left({ recorded }) {
      // What Connect had asked for when the caller hung up still comes: an agent that finds nobody there.
      await pause(clock, assumed.lambdaMs);
      await settled(
        Promise.allSettled(starting).then(() => null),
        clock,
      );
      const kept = await settled(lastRecord(invocations), clock);
      if (recorded !== null) stores.afterCalls.voicemails.recorded(contactId, phone, recorded, clock);
      const over = { contactId, startMs: phone.answeredAtMs, endMs: phone.endedAtMs() ?? clock.now() };
      stores.afterCalls.start("callArchive", contactId, callOverEvent(over, placeholders.instance));
      await stores.afterCalls.run({ knowledge, bookings: stores.bookings, clock, faults, calls: own, line: call.line });
      const last = conversation as Conversation | null;
      return {
        // What a dead agent could not keep is known here all the same.
        record: kept ?? (last === null ? null : recordOf(last, clock.now())),
        mouth: last?.mouth ?? [],
        hasAgentDied: invocations.length > 0 && kept === null,
        faults: deaths,
      };
    },
  };
}

/** How long an agent may take to put its things in order when the call is over. */
const tidyMs = 30_000;

/** What the invocations of a call have kept of it, also one that is yet to follow. */
async function lastRecord(invocations: readonly Invocation[]): Promise<CallRecord | null> {
  let last: CallRecord | null = null;
  // The list grows while it is waited for.
  for (let index = 0; index < invocations.length; index += 1) last = (await invocations[index]?.record) ?? last;
  return last;
}

interface Invocation {
  readonly hot: HotFunction;
  /** Under which it has the call's lease. */
  readonly owner: string;
  readonly start: VoiceCall;
  /** Null where it left the call to another, or died. */
  readonly record: Promise<CallRecord | null>;
  isOver: boolean;
  end(kept: CallRecord | null): void;
}

/** Null where it takes too long. */
async function settled<T>(work: Promise<T | null>, clock: SimClock): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(tidyMs, () => resolve(null));
    work.then((done) => {
      cancel();
      resolve(done);
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
