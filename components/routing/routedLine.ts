import type { Knowledge } from "../../functions/shared/knowledge";
import { type IncomingCall, type Route, type RouteChoice, routeCall } from "../../functions/shared/routing";
import { renderContactFlow } from "../flow/render";
import { type Circumstances, type PlayedRoute, type RouteFunctions, routeOfFlow } from "../flow/routeOfFlow";
import type { ContactFlow, FlowSettings } from "../flow/types";
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

/** The part of a plan in which a flow is found. */
export interface PlannedFlows {
  readonly resources: readonly { readonly type: string; readonly inputs: Readonly<Record<string, unknown>> }[];
}

const flowType = "aws:connect/contactFlow:ContactFlow";

/** What of a stack's settings decides where a call goes. */
export interface LineSettings {
  readonly human: "phone" | "queue";
  readonly voice: string;
}

const arn = (resource: string) => `arn:aws:${resource}`;
const functions = {
  screenCallerArn: arn("lambda:region:account:function:screenCaller"),
  startCallArn: arn("lambda:region:account:function:startCall"),
  nextActionArn: arn("lambda:region:account:function:nextAction"),
  noteVoicemailArn: arn("lambda:region:account:function:noteVoicemail"),
} satisfies FlowSettings["functions"];
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

/**
 * A business's line with the flow that a plan of its stack declares; null where it declares none. What of an ARN says where the stack
 * is, its region and account, is left out: two stacks are compared by what their flows do.
 */
export function lineOfPlan(line: RoutedLine, { resources }: PlannedFlows): RoutedLine | null {
  const declared = resources.find(({ type, inputs }) => type === flowType && inputs.type === "CONTACT_FLOW");
  const content = JSON.stringify(declared?.inputs.content ?? null);
  const flow = JSON.parse(content.replace(/arn:aws:(\w+):[^:"]*:[^:"]*:/g, "arn:aws:$1:::")) as ContactFlow | null;
  if (flow === null) return null;
  const arns = flow.Actions.map(({ Parameters }) => Parameters.LambdaFunctionARN).filter(
    (each) => typeof each === "string",
  );
  const arnOf = (name: string) => arns.find((each) => each.includes(`:function:${name}`)) ?? name;
  return {
    ...line,
    flow,
    functions: {
      screenCallerArn: arnOf("screenCaller"),
      startCallArn: arnOf("startCall"),
      nextActionArn: arnOf("nextAction"),
    },
  };
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
