import { advance, startFlow } from "../../components/flow/interpret";
import type { ContactFlow, FlowAnswer, FlowContact, FlowRequest } from "../../components/flow/types";
import type { FaultMet } from "../../functions/shared/callRecord";
import type { ConnectEvent } from "../../functions/shared/connectEvent";
import type { SimClock } from "../clock";
import type { PhoneNetwork } from "../phoneNetwork";
import type { PersonAnswer } from "../scriptedCall";
import type { FaultPlan } from "../standIns/faults";
import { pause } from "../standIns/faults";
import type { Assumed } from "./assumptions";
import { invokeFunction } from "./invokeFunction";
import { type PromptSounds, playPrompt, takeInput } from "./prompts";
import type { RecordedSpan } from "./recordedCall";
import { isVoicemail, type RecordedMessage, recordVoicemail } from "./voicemail";

/** A function that the flow invokes; what it answers goes through JSON. */
export type FlowFunction = (event: ConnectEvent) => Promise<unknown>;

/** What stands around one call's flow. */
export interface ConnectSetting {
  readonly flow: ContactFlow;
  readonly contact: FlowContact;
  readonly phone: PhoneNetwork;
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  readonly assumed: Assumed;
  readonly prompts: PromptSounds;
  readonly functions: ReadonlyMap<string, FlowFunction>;
  /** Told what a function answered, where the answer came to the flow. */
  readonly answered?: (arn: string, answer: unknown) => void;
  /** Connect's own hours of operation. */
  readonly isOpen: (atMs: number) => boolean;
  readonly person: PersonAnswer;
  /** A fault ends the hot function where it stands. */
  readonly killAgent: () => void;
  /** The caller's voice is streamed from now on. */
  readonly streamCaller: (streamArn: string, startMs: number) => void;
  /** Opens the duplex line; settles when the agent lets go of the call. */
  readonly joinBot: () => Promise<{ readonly outcome: "ended" | "transferred" | "failed" }>;
  /** Where whose turn it is, is shown; Connect shows its own only where no agent is in charge. */
  readonly show: (state: string) => void;
}

/** What Connect knows of a call that is over. */
export interface ConnectLog {
  /** The flow broke, and Connect dropped the call; null where it did not. */
  broken: string | null;
  /** Null where nobody was called. */
  transfer: { readonly to: string | null; readonly outcome: PersonAnswer; readonly atMs: number } | null;
  voicemail: RecordedMessage | null;
  /** What Connect recorded of the call where the flow took a message; null where it took none. */
  recorded: RecordedSpan | null;
  /** How often the flow asked for its next action. */
  asks: number;
  /** What Connect's own hours said; null where the flow did not ask them. */
  isOpen: boolean | null;
  readonly faults: FaultMet[];
}

/**
 * Plays the contact flow for a caller as Connect would, request by request, with Connect's times and under its limits, until
 * the flow ends or the caller is gone.
 */
export async function connectCall(setting: ConnectSetting): Promise<ConnectLog> {
  const { phone, clock } = setting;
  const log: ConnectLog = {
    broken: null,
    transfer: null,
    voicemail: null,
    recorded: null,
    asks: 0,
    isOpen: null,
    faults: [],
  };
  const over = phone.over.then(() => null);
  const state: FlowState = { functionsInARowMs: 0, answeredAtMs: clock.now(), isRecorded: false, recordedFromMs: null };
  let run = startFlow(setting.flow, setting.contact);
  while (phone.endedAtMs() === null) {
    const { request } = run;
    if (request.type === "broken") log.broken = request.why;
    if (log.broken !== null || request.type === "disconnect" || request.type === "end") {
      phone.hangUp();
      await over;
      break;
    }
    const answer = await Promise.race([perform(request, setting, state, log), over]);
    if (answer === null) break;
    const failure = answer.type === "error" ? failureOf(request) : null;
    if (failure !== null) log.faults.push({ atMs: clock.now(), ...failure, did: `error branch of ${run.action}` });
    run = advance(run, answer);
  }
  if (log.recorded !== null && state.isRecorded) log.recorded = { ...log.recorded, endMs: clock.now() };
  return log;
}

interface FlowState {
  functionsInARowMs: number;
  /** When the function invoked last answered; a prompt's delay counts from then. */
  answeredAtMs: number;
  isRecorded: boolean;
  /** There is one recording of a call's conversation with its flow. */
  recordedFromMs: number | null;
}

const failed = (errorType = "NoMatchingError"): FlowAnswer => ({ type: "error", errorType });

async function perform(
  request: FlowRequest,
  setting: ConnectSetting,
  state: FlowState,
  log: ConnectLog,
): Promise<FlowAnswer> {
  const { clock, assumed, show } = setting;
  switch (request.type) {
    case "invokeLambda":
      return invoke(request, setting, state, log);
    case "play": {
      state.functionsInARowMs = 0;
      show("speaking");
      const isPlayed = await playPrompt(request.prompt, setting, state.answeredAtMs);
      return isPlayed ? { type: "done" } : failed();
    }
    case "playOnAndOn":
      for (let round = 0; ; round += 1) {
        const prompt = request.prompts[round % request.prompts.length];
        if (prompt === undefined || !(await playPrompt(prompt, setting, clock.now()))) return failed();
      }
    case "getInput": {
      state.functionsInARowMs = 0;
      if (state.isRecorded && isVoicemail(request)) {
        log.recorded = { startMs: state.recordedFromMs ?? clock.now(), endMs: clock.now() };
        const { message, keys } = await recordVoicemail(request, setting, (recorded) => {
          log.voicemail = recorded;
        });
        log.voicemail = message;
        return keys === null ? { type: "timeout" } : { type: "keys", keys };
      }
      show("speaking");
      const keys = await takeInput(request, setting, state.answeredAtMs, () => show("waiting"));
      if (keys === "failed") return failed();
      return keys === null ? { type: "timeout" } : { type: "keys", keys };
    }
    case "setStreaming":
      if (!request.isEnabled) return { type: "done" };
      await pause(clock, assumed.streamingStartMs);
      return startStream(setting);
    case "setRecording":
      if (request.isFlowRecorded) state.recordedFromMs ??= clock.now();
      else if (log.recorded !== null && state.isRecorded) log.recorded = { ...log.recorded, endMs: clock.now() };
      state.isRecorded = request.isFlowRecorded;
      return { type: "done" };
    case "checkHours":
      log.isOpen = setting.isOpen(clock.now());
      return { type: "hours", isOpen: log.isOpen };
    case "transferOut": {
      show("transferring");
      await callPerson(request.number, setting, log);
      if (setting.person === "answered") return { type: "done" };
      return failed(setting.person === "noAnswer" ? "ConnectionTimeLimitExceeded" : "CallFailed");
    }
    case "queue":
      show("transferring");
      await callPerson(null, setting, log);
      if (setting.person !== "answered") return failed("QueueAtCapacity");
      setting.phone.hangUp();
      return { type: "done" };
    case "joinBot": {
      await pause(clock, assumed.socketMs);
      const { outcome } = await setting.joinBot();
      if (outcome === "failed") return failed();
      return { type: "botEnded", intent: null, attributes: { Tool: outcome === "ended" ? "Complete" : "Escalate" } };
    }
    case "wait":
      await pause(clock, request.timeLimitMs);
      return { type: "done" };
    default:
      throw new Error(`nothing is to be done for "${request.type}"`);
  }
}

/** A caller who hangs up meanwhile was not answered. */
async function callPerson(to: string | null, { clock, assumed, person }: ConnectSetting, log: ConnectLog) {
  log.transfer = { to, outcome: "noAnswer", atMs: clock.now() };
  await pause(clock, assumed.personMs);
  log.transfer = { to, outcome: person, atMs: clock.now() };
}

function startStream({ clock, contact, streamCaller }: ConnectSetting): FlowAnswer {
  const streamArn = `arn:aws:kinesisvideo:us-east-1:000000000000:stream/simulated-${contact.contactId}/0`;
  const startMs = clock.now();
  streamCaller(streamArn, startMs);
  return {
    type: "streaming",
    streamArn,
    startFragmentNumber: "91343852333181432392682062622153137001",
    startTimestamp: String(startMs),
  };
}

async function invoke(
  request: Extract<FlowRequest, { type: "invokeLambda" }>,
  setting: ConnectSetting,
  state: FlowState,
  log: ConnectLog,
): Promise<FlowAnswer> {
  const { clock, assumed } = setting;
  const act = setting.functions.get(request.arn);
  if (act === undefined) return failed();
  const leftMs = assumed.lambdasInARowMs - state.functionsInARowMs;
  if (leftMs <= 0) return failed();
  if (request.arn.endsWith("nextAction")) log.asks += 1;
  const startMs = clock.now();
  const limitMs = Math.min(request.timeLimitMs, assumed.lambdaLimitMs, leftMs);
  const result = await invokeFunction(() => act(request.event), limitMs, setting);
  state.functionsInARowMs += clock.now() - startMs;
  state.answeredAtMs = clock.now();
  if (result.type === "failed") return failed();
  setting.answered?.(request.arn, result.answer);
  return request.isAsynchronous ? { type: "done" } : { type: "lambdaResult", result: result.answer };
}

/** Null where no service failed: a person who does not answer is none, and of a broken socket the agent tells itself. */
function failureOf(request: FlowRequest): Pick<FaultMet, "service" | "what"> | null {
  switch (request.type) {
    case "invokeLambda":
      return { service: "lambda", what: `${request.arn.split(":").at(-1)} failed` };
    case "play":
    case "playOnAndOn":
    case "getInput":
      return { service: "line", what: "the prompt could not be played" };
    default:
      return null;
  }
}
