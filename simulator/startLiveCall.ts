import { createHash, randomUUID } from "node:crypto";
import { fixedSpeech } from "../functions/shared/fixedSpeech";
import type { Knowledge } from "../functions/shared/knowledge";
import { recordOf } from "../functions/voice/conversation";
import type { PriceRule } from "../functions/voice/prompt";
import type { Conversation, Effect } from "../functions/voice/state";
import type { LayGround } from "./callGround";
import { realClock } from "./clock";
import type { Column } from "./connect/assumptions";
import type { CallEvent, LiveCall } from "./liveCall";
import { makeReport, turnReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import type { NetworkEvent, PhoneNetwork } from "./phoneNetwork";
import type { CallReport } from "./report";
import { type Delays, defaultDelays } from "./scriptedCall";
import { simulateCall } from "./simulateCall";
import type { SimSound } from "./sound/simSound";
import type { BusinessStores } from "./stores/businessStores";
import { type CallVoices, callVoices } from "./voices";

/** A call that a person makes now, to a business at any date. */
export interface LiveCallOptions {
  readonly knowledge: Knowledge;
  /** E.164; null where withheld. */
  readonly from: string | null;
  /** When the call takes place, milliseconds since the epoch. */
  readonly atMs: number;
  readonly line: "flow" | "duplex";
  /** @default "grounded" */
  readonly prices?: PriceRule;
  /** What the calls of one page share. */
  readonly stores: BusinessStores;
  /** @default "best" */
  readonly column?: Column;
  /** @default what scripted calls take */
  readonly delays?: Delays;
  /** Gets the report before `ended` is told. */
  readonly keep?: (report: CallReport) => void | Promise<void>;
  /** Where the functions run. @default in this process */
  readonly lay?: LayGround;
  /** Gives sound with samples. @default a synthetic voice */
  readonly agentVoice?: (text: string) => Promise<SimSound>;
}

/**
 * Starts a call in real time and with sound that can be heard. What happens goes to `onEvent`, in order, until `ended` has been
 * told; `ended` settles right after. `ended` rejects only for a fault of the simulator.
 */
export function startLiveCall(options: LiveCallOptions, onEvent: (event: CallEvent) => void): LiveCall {
  const { knowledge, from, atMs, line, stores } = options;
  const contactId = randomUUID();
  const clock = realClock(atMs);
  const synthetic = callVoices("samples", clock);
  const voices: CallVoices = { ...synthetic, agent: options.agentVoice ?? synthetic.agent };
  const startMs = clock.now();
  const since = (timeMs: number) => Math.round(timeMs - startMs);
  let phone: PhoneNetwork | null = null;
  let turnsTold = 0;
  let latest: Conversation | null = null;
  const sentBefore = stores.afterCalls.outbox.length;

  function tellTurns(conversation: Conversation, network: PhoneNetwork): void {
    if (conversation.pastTurns.length <= turnsTold) return;
    const { turns } = recordOf({ ...conversation, turn: null }, clock.now());
    for (const turn of turns.slice(turnsTold))
      onEvent({ type: "turnEnded", turn: turnReport(turn, network, conversation.mouth) });
    turnsTold = turns.length;
  }

  onEvent({ type: "answered", contactId, at: new Date(startMs).toISOString() });
  void warm(fixedSpeech(knowledge.say, line), voices.agent);
  const played = simulateCall(
    {
      contactId,
      scenario: null,
      from,
      knowledge,
      prices: options.prices ?? "grounded",
      line,
      column: options.column ?? "best",
      seed: createHash("sha256").update(contactId).digest().readUInt32LE(0),
      delays: options.delays ?? defaultDelays,
      faults: [],
      brain: [],
      person: "answered",
      decide: offlineModel,
    },
    { clock, voices, stores, ...(options.lay === undefined ? {} : { lay: options.lay }) },
    async (network) => {
      phone = network;
      network.watch((event) => tellNetwork(event, since, onEvent, (text) => isFiller(latest, text)));
    },
    (seen) => {
      if (seen.type === "routed") onEvent({ type: "routed", ...seen.choice });
      if (seen.type === "shown") onEvent({ type: "stateChanged", state: seen.state, atMs: since(clock.now()) });
      if (seen.type === "transcribed")
        onEvent({ type: "callerTranscribed", text: seen.text, isFinal: seen.isFinal, atMs: since(clock.now()) });
      if (seen.type === "saved" || seen.type === "event") latest = seen.conversation;
      if (seen.type === "saved" && phone !== null) tellTurns(seen.conversation, phone);
      if (seen.type !== "event") return;
      for (const effect of seen.effects) {
        const type = givingWay[effect.type];
        if (type !== undefined) onEvent({ type, atMs: since(clock.now()) });
      }
      if (seen.event.type === "callerSaid") {
        const { words, isFinal } = seen.event.transcript;
        const text = words.map((word) => word.text).join(" ");
        onEvent({ type: "callerTranscribed", text, isFinal, atMs: since(clock.now()) });
      }
      if (phone !== null) tellTurns(seen.conversation, phone);
    },
  );

  async function finish(): Promise<CallReport> {
    const report = makeReport(await played);
    for (const turn of report.turns.slice(turnsTold)) onEvent({ type: "turnEnded", turn });
    await options.keep?.(report);
    for (const { to, subject, text } of stores.afterCalls.outbox.slice(sentBefore))
      onEvent({ type: "messageSent", to: to.kind === "phone" ? to.number : to.kind, subject, text });
    onEvent({ type: "ended", report });
    return report;
  }

  return {
    say(text) {
      const words = text.trim();
      if (words === "") return;
      // Words that could not be given a voice are not said; the call goes on.
      voices.caller.says(words).then(
        (sound) => phone?.callerSounds(sound),
        () => undefined,
      );
    },
    press: (key) => phone?.callerPresses(key),
    hangUp: () => phone?.callerHangsUp(),
    ended: finish(),
  };
}

/** What the agent does about a caller who makes a sound. */
const givingWay: Partial<Record<Effect["type"], "agentHeld" | "agentWentOn" | "agentGaveWay">> = {
  hold: "agentHeld",
  resume: "agentWentOn",
  stop: "agentGaveWay",
};

/** Whether the words that are heard now are those of a filler; on the flow line they may be a piece of it. */
function isFiller(conversation: Conversation | null, text: string): boolean {
  const spoken = conversation?.mouth.findLast((speech) => speech.text.includes(text));
  return spoken?.kind === "filler";
}

function tellNetwork(
  event: NetworkEvent,
  since: (atMs: number) => number,
  onEvent: (event: CallEvent) => void,
  isFiller: (text: string) => boolean,
): void {
  const atMs = since(event.atMs);
  switch (event.type) {
    case "agentStarted":
    case "agentExtended": {
      const { pcm, durationMs } = event.sound;
      const text = textOf(event.sound);
      return onEvent({ type: "agentSpoke", text, pcm, atMs, durationMs, isFiller: isFiller(text) });
    }
    case "agentStopped":
      // What ends by itself needs nobody to silence it.
      return event.isCut ? onEvent({ type: "agentStopped", atMs }) : undefined;
    case "callerStarted":
      // A microphone's sound is told of as it comes.
      if (event.sound.pcm === null) return;
      return onEvent({ type: "callerSpoke", text: textOf(event.sound), pcm: event.sound.pcm, atMs });
    default:
  }
}

function textOf({ words }: SimSound): string {
  return words.map((word) => word.text).join(" ");
}

/** Voices take a moment for words that they have never said: the fixed sentences are made while the call is answered, the greeting first. */
async function warm(texts: readonly string[], speak: (text: string) => Promise<SimSound>): Promise<void> {
  for (const text of texts) await speak(text).catch(() => undefined);
}
