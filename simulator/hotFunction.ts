import { announcementName } from "../functions/shared/bookingEvent";
import type { CallRecord } from "../functions/shared/callRecord";
import type { CallStart, CallStore } from "../functions/shared/callStore";
import { fixedSpeech } from "../functions/shared/fixedSpeech";
import { localTime } from "../functions/shared/hours";
import type { CallVersions } from "../functions/shared/keptCall";
import type { Knowledge } from "../functions/shared/knowledge";
import { knowledgeVersion } from "../functions/shared/knowledgeVersion";
import type { VoiceCall } from "../functions/shared/voiceCall";
import { type HotPlace, type HotServices, leadHotCall } from "../functions/voice/leadHotCall";
import type { Prompts } from "../functions/voice/lines/flowLine";
import type { BrainRequest, Clock, Ear, Line, Transcriber } from "../functions/voice/ports";
import { type PriceRule, promptCharacters } from "../functions/voice/prompt";
import { promptFactsOf } from "../functions/voice/retrieval/promptFacts";
import { retrievingBrain } from "../functions/voice/retrieval/retrievingBrain";
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
import { wordMeanings } from "./standIns/wordMeanings";
import { wordTranscriber } from "./standIns/wordTranscriber";
import type { BusinessStores } from "./stores/businessStores";
import type { CallVoices } from "./voices";

/** What the hot function of one call has around it. */
export interface HotSetting {
  readonly contactId: string;
  readonly knowledge: Knowledge;
  readonly prices: PriceRule;
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
  readonly decide: (knowledge: Knowledge, request: BrainRequest) => BrainEntry;
  /** The duplex line's socket is open from then on. */
  readonly socketOpen: Promise<void>;
  readonly release: Release;
  readonly watch: (watched: Watched) => void;
  readonly startSuccessor: (call: VoiceCall) => Promise<void>;
  /** Null: the stand-ins. */
  readonly senses: MakeSenses | null;
}

/** What leads a simulated call is the program as it stands here. */
function simulatedVersions(knowledge: Knowledge): CallVersions {
  return { knowledge: knowledgeVersion(knowledge), model: "simulated", code: "simulated" };
}

/** What hears, thinks and speaks for one call. */
export type Senses = Omit<HotServices<SimSound>, "desk">;

/**
 * @param ear the stand-in's, which knows what has arrived when.
 * @param knowledge what may be said.
 */
export type MakeSenses = (ear: Ear<SimSound>, knowledge: Knowledge, startedAtMs: number) => Senses;

/** Of the 15 minutes that Lambda gives a function the last one and a half are for whoever follows. */
const handOverAfterMs = 810_000;

/** What can be seen of the agent at work. */
export type Watched =
  | {
      readonly type: "event";
      readonly conversation: Conversation;
      readonly event: ConversationEvent;
      readonly effects: readonly Effect[];
    }
  | { readonly type: "shown"; readonly state: string };

/** One invocation of the hot function. */
export interface HotFunction {
  /** As the asynchronous invocation runs it. Null where another has the call, or it was killed. */
  run(call: VoiceCall, owner: string): Promise<CallRecord | null>;
  /** Dies where it stands: nothing it has begun goes on. */
  kill(): void;
}

/** The hot function over stand-ins: the same that Lambda runs, but for what is around it. */
export function hotFunction(setting: HotSetting): HotFunction {
  const { phone, faults, delays, assumed, voices } = setting;
  const life = new AbortController();
  const clock = mortalClock(setting.clock, life.signal);
  const isDead = () => life.signal.aborted;

  function placeOf({ startedAtMs, stream }: CallStart): HotPlace<SimSound> {
    return {
      clock,
      calls: mortal(setting.calls, isDead),
      prices: setting.prices,
      knowledge: async () => setting.knowledge,
      way:
        setting.line === "flow"
          ? { type: "flow", prompts: mortal(setting.prompts, isDead) }
          : { type: "duplex", open: openSocket },
      handOverAtMs: clock.now() + handOverAfterMs,
      startSuccessor: setting.startSuccessor,
      services(knowledge, fromMs) {
        // The socket of the duplex line brings the caller's sound itself, block by block: only a stream comes in bursts.
        const burstMs = setting.line === "duplex" ? assumed.kvsBlockMs : assumed.kvsBurstMs;
        const times = { blockMs: assumed.kvsBlockMs, burstMs, lateMs: delays.kvs };
        const ear = kvsEar(phone, clock, faults, times, blockAt(stream?.startMs ?? startedAtMs, fromMs));
        const senses = setting.senses?.(ear, knowledge, startedAtMs) ?? standIns(ear, knowledge, startedAtMs);
        return {
          ...senses,
          speaker: renderedSpeaker(senses.speaker, fixedSpeech(knowledge.say, setting.line), voices.agent),
          desk: memoryDesk(
            knowledge,
            setting.stores.bookings,
            clock,
            faults,
            delays.tool,
            (record) =>
              setting.stores.afterCalls.records.keep({ record, versions: simulatedVersions(setting.knowledge) }),
            (event) => setting.stores.afterCalls.start("bookingConfirmation", announcementName(event), event),
            setting.stores.afterCalls.callers,
            (message) => setting.stores.afterCalls.deliver(message, { clock: setting.clock, faults }),
          ),
        };
      },
      watch: (conversation, event, effects) => setting.watch({ type: "event", conversation, event, effects }),
      shows: (state) => setting.watch({ type: "shown", state }),
    };
  }

  /** Where the block begins in which a time lies. */
  function blockAt(startMs: number, fromMs: number | null): number {
    const blocks = Math.floor(Math.max(0, (fromMs ?? startMs) - startMs) / assumed.kvsBlockMs);
    return startMs + blocks * assumed.kvsBlockMs;
  }

  function standIns(ear: Ear<SimSound>, knowledge: Knowledge, startedAtMs: number): Senses {
    const model = scriptedBrain(
      clock,
      faults,
      { firstTokenMs: delays.brainFirstToken, tokenMs: delays.brainToken },
      setting.brain,
      (request) => setting.decide(knowledge, request),
      promptCharacters(knowledge, startedAtMs, setting.prices),
    );
    const facts = promptFactsOf(knowledge, localTime(startedAtMs, knowledge.business.timezone).date);
    return {
      ear,
      transcriber: transcriber(),
      brain: retrievingBrain(
        model,
        knowledge.business.languages,
        facts,
        wordMeanings(facts.sought, clock, faults),
        clock,
      ),
      speaker: pollySpeaker(clock, faults, delays.speakerFirstByte, voices.agent),
      close: () => undefined,
    };
  }

  async function openSocket(): Promise<Line<SimSound>> {
    // A caller may be gone before there is a socket to them.
    await Promise.race([setting.socketOpen, phone.over]);
    return duplexLine(phone, clock, faults, setting.release, life.signal);
  }

  function transcriber(): Transcriber<SimSound> {
    return wordTranscriber(clock, faults, {
      wordMs: delays.transcribe,
      finalMs: assumed.transcribeFinalMs,
      stableMs: assumed.transcribeStableMs,
    });
  }

  return {
    async run(call, owner) {
      await pause(clock, assumed.lambdaEventMs);
      return isDead() ? null : leadHotCall(call, owner, placeOf(call));
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
