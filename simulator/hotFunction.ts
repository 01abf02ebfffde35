import type { CallRecord } from "../functions/shared/callRecord";
import type { CallStart, CallStore } from "../functions/shared/callStore";
import { fixedSpeech } from "../functions/shared/fixedSpeech";
import type { Knowledge } from "../functions/shared/knowledge";
import { takeCall } from "../functions/voice/lines/callLease";
import { flowLine, type Prompts } from "../functions/voice/lines/flowLine";
import type { BrainRequest, Clock, Ear, Line, Ports, Transcriber } from "../functions/voice/ports";
import { promptCharacters } from "../functions/voice/prompt";
import { runCall } from "../functions/voice/runCall";
import type { Conversation, ConversationEvent, Effect } from "../functions/voice/state";

import type { SimClock } from "./clock";
import type { Assumed } from "./connect/assumptions";
import type { PhoneNetwork } from "./phoneNetwork";
import type { BrainEntry, Delays } from "./scriptedCall";
import type { SimSound } from "./sound/simSound";
import { duplexLine, type Release } from "./standIns/duplexLine";
import { type FaultPlan, pause } from "./standIns/faults";
import { kvsEar } from "./standIns/kvsEar";
import { memoryDesk } from "./standIns/memoryDesk";
import { pollySpeaker } from "./standIns/pollySpeaker";
import { renderedSpeaker } from "./standIns/renderedSpeaker";
import { scriptedBrain } from "./standIns/scriptedBrain";
import { wordTranscriber } from "./standIns/wordTranscriber";
import type { BusinessStores } from "./stores/businessStores";
import type { CallVoices } from "./voices";

/** What the hot function of one call has around it. */
export interface HotSetting {
  readonly contactId: string;
  readonly knowledge: Knowledge;
  readonly line: "flow" | "duplex";
  readonly phone: PhoneNetwork;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  readonly delays: Delays;
  readonly assumed: Assumed;
  readonly calls: CallStore;
  readonly prompts: Prompts<SimSound>;
  readonly stores: BusinessStores;
  readonly voices: CallVoices;
  readonly brain: readonly BrainEntry[];
  readonly decide: (request: BrainRequest) => BrainEntry;
  /** The duplex line's socket is open from then on. */
  readonly socketOpen: Promise<void>;
  readonly release: Release;
  readonly watch: (watched: Watched) => void;
  /** Null: the stand-ins. */
  readonly services: MakeServices | null;
}

/** What hears, thinks and speaks for one call. */
export interface HotServices extends Pick<Ports<SimSound>, "ear" | "transcriber" | "brain" | "speaker"> {
  /** The call is over. */
  close(): void;
}

/** @param ear the stand-in's, which knows what has arrived when. */
export type MakeServices = (ear: Ear<SimSound>, startedAtMs: number) => HotServices;

/** What can be seen of the agent at work. */
export type Watched =
  | {
      readonly type: "event";
      readonly conversation: Conversation;
      readonly event: ConversationEvent;
      readonly effects: readonly Effect[];
    }
  | { readonly type: "shown"; readonly state: string };

export interface HotFunction {
  /** As the asynchronous invocation runs it. Null where another has the call, or it was killed. */
  run(call: { readonly contactId: string } & CallStart): Promise<CallRecord | null>;
  /** Dies where it stands: nothing it has begun goes on. */
  kill(): void;
}

/** The hot function over stand-ins: the same `runCall` that Lambda runs. */
export function hotFunction(setting: HotSetting): HotFunction {
  const { contactId, knowledge, phone, faults, delays, assumed, voices } = setting;
  const life = new AbortController();
  const clock = mortalClock(setting.clock, life.signal);
  const isDead = () => life.signal.aborted;
  let runs = 0;

  async function run({ from, startedAtMs, stream }: CallStart): Promise<CallRecord | null> {
    const calls = mortal(setting.calls, isDead);
    runs += 1;
    const lease = await takeCall(contactId, `simulated-${runs}`, calls, clock);
    if (lease === null) return null;
    if (setting.line === "duplex") await setting.socketOpen;
    const line = setting.line === "flow" ? flowLineOf(lease.fence, calls) : duplexLineOf();
    const heard = kvsEar(
      phone,
      clock,
      faults,
      // The socket of the duplex line brings the caller's sound itself, block by block: only a stream comes in bursts.
      {
        blockMs: assumed.kvsBlockMs,
        burstMs: setting.line === "duplex" ? assumed.kvsBlockMs : assumed.kvsBurstMs,
        lateMs: delays.kvs,
      },
      stream?.startMs ?? startedAtMs,
    );
    const services = (setting.services ?? standIns)(heard, startedAtMs);
    const record = await runCall(
      { contactId, from, startedAtMs, knowledge, isRecorded: true },
      {
        clock,
        line: shownLine(line),
        ear: services.ear,
        transcriber: services.transcriber,
        brain: services.brain,
        speaker: renderedSpeaker(services.speaker, fixedSpeech(knowledge.say, setting.line), voices.agent),
        desk: memoryDesk(knowledge, setting.stores.bookings, clock, faults, delays.tool, () => undefined),
      },
      (conversation, event, effects) => setting.watch({ type: "event", conversation, event, effects }),
    ).finally(services.close);
    // A lease that cannot be given back runs out by itself.
    await lease.release().catch(() => undefined);
    return record;
  }

  function standIns(ear: Ear<SimSound>, startedAtMs: number): HotServices {
    return {
      ear,
      transcriber: transcriber(),
      brain: scriptedBrain(
        clock,
        faults,
        { firstTokenMs: delays.brainFirstToken, tokenMs: delays.brainToken },
        setting.brain,
        setting.decide,
        promptCharacters(knowledge, startedAtMs),
      ),
      speaker: pollySpeaker(clock, faults, delays.speakerFirstByte, voices.agent),
      close: () => undefined,
    };
  }

  function flowLineOf(fence: number, calls: CallStore): Line<SimSound> {
    return flowLine({
      contactId,
      fence,
      calls,
      prompts: mortal(setting.prompts, isDead),
      clock,
      recordingNotice: knowledge.say.recording,
    });
  }

  function duplexLineOf(): Line<SimSound> {
    return duplexLine(phone, clock, faults, setting.release, life.signal);
  }

  /** Also tells whoever watches whose turn it is. */
  function shownLine(line: Line<SimSound>): Line<SimSound> {
    return {
      ...line,
      show(state) {
        setting.watch({ type: "shown", state });
        line.show(state);
      },
    };
  }

  function transcriber(): Transcriber<SimSound> {
    return wordTranscriber(clock, faults, {
      wordMs: delays.transcribe,
      finalMs: assumed.transcribeFinalMs,
      stableMs: assumed.transcribeStableMs,
    });
  }

  return {
    async run(call) {
      await pause(clock, assumed.lambdaEventMs);
      return isDead() ? null : run(call);
    },
    kill: () => life.abort(),
  };
}

/** Timers of a function that is dead never fire. */
function mortalClock(clock: SimClock, life: AbortSignal): SimClock & Clock {
  return {
    ...clock,
    after: (ms, act) =>
      clock.after(ms, () => {
        if (!life.aborted) act();
      }),
  };
}

/** Nothing that a dead function asked for is ever answered, and nothing more is asked. */
function mortal<T extends object>(port: T, isDead: () => boolean): T {
  return new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return (...args: unknown[]) => {
        if (isDead()) return new Promise(() => undefined);
        return (method.apply(target, args) as Promise<unknown>).then((answer) =>
          isDead() ? new Promise(() => undefined) : answer,
        );
      };
    },
  });
}
