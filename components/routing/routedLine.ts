import type { Knowledge } from "../../functions/shared/knowledge";
import { type IncomingCall, type Route, type RouteChoice, routeCall } from "../../functions/shared/routing";
import { renderContactFlow } from "../flow/render";
import { type Circumstances, type PlayedRoute, type RouteFunctions, routeOfFlow } from "../flow/routeOfFlow";
import type { ContactFlow } from "../flow/types";
import { flowSettingsOf, phoneOf } from "./flowOfKnowledge";

/** All that decides where a call goes: what screening knows, and the flow that does what it says. */
export interface RoutedLine {
  /** With the callers' lists, as the screening function has them. */
  readonly knowledge: Knowledge;
  readonly flow: ContactFlow;
  readonly functions: RouteFunctions;
  /** Those of the callers' numbers, E.164, that a stack's settings keep secret: they are never shown whole. */
  readonly secretCallers: readonly string[];
  /** Whether there may be more of them, which cannot be read here. */
  readonly mayHaveSecrets: boolean;
}

/** What of a stack's settings decides where a call goes. */
export interface LineSettings {
  readonly human: "phone" | "queue";
  readonly voice: string;
}

const arn = (resource: string) => `arn:aws:${resource}`;
const functions: RouteFunctions = {
  screenCallerArn: arn("lambda:region:account:function:screenCaller"),
  startCallArn: arn("lambda:region:account:function:startCall"),
  nextActionArn: arn("lambda:region:account:function:nextAction"),
};
const queue = { kind: "queue", queueId: "queue", queueFlowArn: arn("connect:region:account:queue-flow") } as const;

/** A business's line as its stack would have it, with names in place of ARNs. */
export function lineOfKnowledge(
  knowledge: Knowledge,
  { human, voice }: LineSettings,
  secrets: Pick<RoutedLine, "secretCallers" | "mayHaveSecrets"> = { secretCallers: [], mayHaveSecrets: false },
): RoutedLine {
  const places = {
    line: { grade: "flow" },
    human: human === "queue" ? queue : phoneOf(knowledge),
    functions,
    hoursOfOperationId: "hours",
    promptBucket: "prompts",
    toneUri: null,
    voice,
  } as const;
  return { knowledge, functions, ...secrets, flow: renderContactFlow(flowSettingsOf(knowledge, places)) };
}

/** Plays the line's flow under these circumstances; `from` is E.164, null where withheld. */
export function playLine(line: RoutedLine, circumstances: Circumstances, from: string | null = null): PlayedRoute {
  const contact = { contactId: "call", from, to: line.knowledge.business.phone, instanceArn: arn("connect:instance") };
  return routeOfFlow(line.flow, contact, line.functions, circumstances);
}

/**
 * Where calls go, one after another: what screening says of each, and where the flow takes it elsewhere from there, that too. The flow
 * is played once for each route, since it sees no more of screening's answer.
 */
export function callRouter(line: RoutedLine): (call: IncomingCall) => RouteChoice {
  const outcomes = new Map<Route, PlayedRoute["outcome"]>();
  return (call) => {
    const choice = routeCall(line.knowledge, call);
    const outcome = outcomes.get(choice.route) ?? playLine(line, { screening: { ...choice } }, call.from).outcome;
    outcomes.set(choice.route, outcome);
    return outcome === choice.route ? choice : { ...choice, reason: `${choice.reason}; from there to ${outcome}` };
  };
}
