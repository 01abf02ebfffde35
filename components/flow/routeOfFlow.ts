import type { Route } from "../../functions/shared/routing";
import { advance, startFlow } from "./interpret";
import type { ContactFlow, FlowAnswer, FlowContact, FlowRequest, Prompt } from "./types";

/** What the outside does with a call, as far as it decides where the call goes. */
export interface Circumstances {
  /** What the screening function answers; null: it fails. */
  readonly screening: unknown;
  /** Connect's own hours, asked where the screening fails; null: the question fails too. @default null */
  readonly isOpen?: boolean | null;
  /** `talks`: the agent has the call, and keeps it; `passesOn`: it sends the caller to a person; `fails`: it cannot be started. @default talks */
  readonly agent?: "talks" | "passesOn" | "fails";
  /** What a transfer meets. @default answered */
  readonly person?: "answered" | "noAnswer" | "failed";
}

/** The functions of the flow that are told apart here; an ARN or the placeholder that stands for one. */
export interface RouteFunctions {
  readonly screenCallerArn: string;
  readonly startCallArn: string;
  readonly nextActionArn: string;
}

/** What a call comes by on its way, in order. */
export type Station =
  | { readonly type: "hears"; readonly action: string; readonly prompt: Prompt }
  | { readonly type: "asksFunction"; readonly action: string; readonly arn: string }
  | { readonly type: "asksHours"; readonly action: string; readonly hoursId: string | null }
  | { readonly type: "agent"; readonly action: string }
  /** `number` in E.164. */
  | { readonly type: "phone"; readonly action: string; readonly number: string }
  | { readonly type: "queue"; readonly action: string; readonly queueId: string | null }
  /** `limitMs`: how long the message may be. */
  | { readonly type: "voicemail"; readonly action: string; readonly limitMs: number };

/**
 * Where a call ended. `blocked`: it was told so and hung up on; `silence`: hung up on with nothing said; `broken`: Connect would
 * drop it, for `why`.
 */
export interface PlayedRoute {
  readonly outcome: Route | "silence" | "broken";
  readonly why: string | null;
  readonly stations: readonly Station[];
  /** Identifiers of all actions passed, in order. */
  readonly passed: readonly string[];
}

/** A flow that listens for a key for so long while it records takes a message. */
const messageLimitMs = 60_000;

/** Requests after which a flow counts as going round for ever. */
const mostRequests = 200;

const failed: FlowAnswer = { type: "error", errorType: "NoMatchingError" };

/**
 * Plays a flow for a contact up to where the call stays: with a person, with the agent, at the end of a voicemail, or hung up on.
 * The way is the flow's own, action by action; nothing of where calls go is known here. Never throws.
 */
export function routeOfFlow(
  flow: ContactFlow,
  contact: FlowContact,
  functions: RouteFunctions,
  circumstances: Circumstances,
): PlayedRoute {
  const stations: Station[] = [];
  const passed: string[] = [];
  let isRecorded = false;
  let run = startFlow(flow, contact);
  for (let requests = 0; requests < mostRequests; requests += 1) {
    passed.push(...run.passed);
    const { request, action } = run;
    if (request.type === "broken") return { outcome: "broken", why: request.why, stations, passed };
    if (request.type === "setRecording") isRecorded = request.isFlowRecorded;
    stations.push(...stationsOf(request, action, functions, isRecorded));
    const answer = answerTo(request, functions, circumstances);
    if (answer === null) return { outcome: outcomeOf(stations), why: null, stations, passed };
    run = advance(run, answer);
  }
  return { outcome: "broken", why: "it goes round for ever", stations, passed };
}

/** What a request is on the way of the call. The agent has the call once its first function, or its bot, is asked for. */
function stationsOf(
  request: FlowRequest,
  action: string,
  functions: RouteFunctions,
  isRecorded: boolean,
): readonly Station[] {
  switch (request.type) {
    case "play":
      return [{ type: "hears", action, prompt: request.prompt }];
    case "playOnAndOn":
      return request.prompts.map((prompt) => ({ type: "hears", action, prompt }));
    case "getInput":
      return isRecorded && request.timeLimitMs >= messageLimitMs
        ? [{ type: "voicemail", action, limitMs: request.timeLimitMs }]
        : [{ type: "hears", action, prompt: request.prompt }];
    case "invokeLambda":
      return [{ type: request.arn === functions.nextActionArn ? "agent" : "asksFunction", action, arn: request.arn }];
    case "joinBot":
      return [{ type: "agent", action }];
    case "checkHours":
      return [{ type: "asksHours", action, hoursId: request.hoursId }];
    case "transferOut":
      return [{ type: "phone", action, number: request.number }];
    case "queue":
      return [{ type: "queue", action, queueId: request.queueId }];
    default:
      return [];
  }
}

/** What comes back of a request; null where the call stays there. */
function answerTo(
  request: FlowRequest,
  functions: RouteFunctions,
  { screening, isOpen = null, agent = "talks", person = "answered" }: Circumstances,
): FlowAnswer | null {
  switch (request.type) {
    case "invokeLambda": {
      if (request.isAsynchronous) return { type: "done" };
      if (request.arn === functions.screenCallerArn) {
        return screening === null ? failed : { type: "lambdaResult", result: screening };
      }
      if (request.arn === functions.startCallArn) {
        return agent === "fails" ? failed : { type: "lambdaResult", result: { seq: "1", waitedMs: "0" } };
      }
      if (request.arn !== functions.nextActionArn) return { type: "lambdaResult", result: {} };
      if (agent === "talks") return null;
      // An agent that is told of a transfer was told that nobody answered it: a message is what is left.
      const next = "transfer" in request.event.Details.Parameters ? "voicemail" : "transfer";
      return { type: "lambdaResult", result: { next, seq: "2", waitedMs: "0" } };
    }
    case "joinBot":
      if (agent === "fails") return failed;
      return agent === "talks" ? null : { type: "botEnded", intent: null, attributes: { Tool: "Escalate" } };
    case "checkHours":
      return isOpen === null ? failed : { type: "hours", isOpen };
    case "transferOut":
      if (person === "answered") return null;
      return { type: "error", errorType: person === "noAnswer" ? "ConnectionTimeLimitExceeded" : "CallFailed" };
    case "queue":
      return person === "answered" ? null : { type: "error", errorType: "QueueAtCapacity" };
    case "setStreaming":
      return request.isEnabled
        ? { type: "streaming", streamArn: "arn:stream", startFragmentNumber: "1", startTimestamp: "1" }
        : { type: "done" };
    case "getInput":
      return { type: "timeout" };
    case "playOnAndOn":
      return request.interruptMs === null ? null : { type: "interrupted" };
    case "play":
    case "setRecording":
    case "wait":
      return { type: "done" };
    default:
      return null;
  }
}

/** The last of the stations where a call can stay. */
function outcomeOf(stations: readonly Station[]): PlayedRoute["outcome"] {
  for (const { type } of [...stations].reverse()) {
    if (type === "voicemail") return "voicemail";
    if (type === "phone" || type === "queue") return "human";
    if (type === "agent") return "ai";
  }
  return stations.some(({ type }) => type === "hears") ? "blocked" : "silence";
}
