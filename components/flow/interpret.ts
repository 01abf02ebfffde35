import { isCallableNumber } from "../../functions/shared/phoneNumber";
import { actInside } from "./inside";
import { readLambdaResponse } from "./lambdaResponse";
import { holds } from "./operators";
import { readable } from "./readable";
import { resolveText } from "./reference";
import { requestOf } from "./requests";
import { isObject } from "./shapes";
import type { ContactFlow, FlowAction, FlowAnswer, FlowContact, FlowRun, Json } from "./types";

/** A flow that goes through more actions without asking anything of the outside will never stop. */
const mostPassed = 1000;

/**
 * Plays `flow` for `contact` up to its first request. `known` is what an earlier flow of the same contact has left, so that a
 * queue's, a hold's or a whisper's flow finds it. Takes any document: what cannot be played is `broken`, and never thrown.
 */
export function startFlow(flow: ContactFlow, contact: FlowContact, known: FlowRun["data"] = {}): FlowRun {
  const data = {
    ContactId: contact.contactId,
    InitialContactId: contact.contactId,
    InstanceARN: contact.instanceArn,
    Channel: "VOICE",
    InitiationMethod: "INBOUND",
    CustomerEndpoint: { Address: contact.from ?? "anonymous", Type: "TELEPHONE_NUMBER" },
    SystemEndpoint: { Address: contact.to, Type: "TELEPHONE_NUMBER" },
    LanguageCode: "en-US",
    Attributes: {},
    External: {},
    MediaStreams: { Customer: { Audio: null } },
    ...known,
    FlowAttributes: {},
  };
  const start = {
    flow,
    contact,
    action: "",
    request: { type: "end" },
    passed: [],
    data,
    loops: {},
    callers: [],
  } as const;
  return enterFlow(start, flow);
}

/**
 * Answers the run's request and plays on to the next one. Throws where the answer is none to the request, or the run is over:
 * that is a fault of whoever plays the flow.
 */
export function advance(run: FlowRun, answer: FlowAnswer): FlowRun {
  const action = actionNamed(run.flow, run.action);
  const after = action === undefined ? null : answered({ ...run, passed: [] }, action, answer);
  if (after === null)
    throw new Error(`"${answer.type}" is no answer to "${run.request.type}" of the action "${run.action}"`);
  return after;
}

/** The run after an answer; null where it is none to the request. */
function answered(run: FlowRun, action: FlowAction, answer: FlowAnswer): FlowRun | null {
  const { request } = run;
  if (request.type === "disconnect" || request.type === "end" || request.type === "broken") return null;
  switch (answer.type) {
    case "error":
      return fail(run, action, answer.errorType);
    case "lambdaResult": {
      if (request.type !== "invokeLambda" || request.isAsynchronous) return null;
      const result = readLambdaResponse(answer.result, request.responseType);
      return result === null ? fail(run, action, "NoMatchingError") : leave(know(run, { External: result }), action);
    }
    case "keys":
      if (request.type !== "getInput") return null;
      if (request.mode === "branch") return choose(run, action, answer.keys);
      return request.phone === null || isCallableNumber(answer.keys, request.phone.country)
        ? leave(know(run, { StoredCustomerInput: answer.keys }), action)
        : fail(run, action, "InvalidPhoneNumber");
    case "timeout":
      return timedOut(run, action);
    case "hours":
      return request.type === "checkHours" ? choose(run, action, answer.isOpen ? "True" : "False") : null;
    case "interrupted":
      if (request.type !== "playOnAndOn" || request.interruptMs === null) return null;
      return choose(run, action, "MessagesInterrupted");
    case "streaming": {
      if (request.type !== "setStreaming" || !request.isEnabled) return null;
      const { streamArn, startFragmentNumber, startTimestamp } = answer;
      const Audio = { StreamARN: streamArn, StartFragmentNumber: startFragmentNumber, StartTimestamp: startTimestamp };
      return leave(know(run, { MediaStreams: { Customer: { Audio } } }), action);
    }
    case "botEnded": {
      if (request.type !== "joinBot") return null;
      const Lex = {
        IntentName: answer.intent,
        SessionAttributes: { ...answer.attributes },
        Slots: { ...answer.slots },
      };
      return choose(know(run, { Lex }), action, answer.intent ?? "");
    }
    case "flow":
      if (request.type === "transferToFlow") return enterFlow({ ...run, loops: {}, callers: [] }, answer.flow);
      return request.type === "invokeModule" ? enterModule(run, action, request.input, answer.flow) : null;
    case "event":
      return request.type === "wait" && request.events.includes(answer.name) ? choose(run, action, answer.name) : null;
    case "number":
      if (request.type !== "checkMetric" && request.type !== "drawNumber") return null;
      return choose(run, action, String(answer.value));
    case "values":
      return request.type === "getMetrics" ? leave(know(run, { Metrics: answer.values }), action) : null;
    case "chosen":
      if (request.type === "other") return choose(run, action, answer.name);
      if (request.type !== "showView") return null;
      return choose(know(run, { Views: viewed(answer.name, answer.values) }), action, answer.name);
    case "done":
      return done(run, action);
  }
}

function viewed(name: string, values: { readonly [name: string]: Json } = {}): { readonly [name: string]: Json } {
  return { Action: name, ViewResultData: values };
}

function timedOut(run: FlowRun, action: FlowAction): FlowRun | null {
  const { request } = run;
  if (request.type === "joinBot") return fail(run, action, "InputTimeLimitExceeded");
  if (request.type === "showView") return fail(run, action, "TimeLimitExceeded");
  if (request.type !== "getInput") return null;
  // Documented of the block that stores what is pressed: no input is stored as this word.
  return request.mode === "store"
    ? leave(know(run, { StoredCustomerInput: "Timeout" }), action)
    : fail(run, action, "InputTimeLimitExceeded");
}

function done(run: FlowRun, action: FlowAction): FlowRun | null {
  const { request } = run;
  switch (request.type) {
    case "play":
    case "setRecording":
    case "invokeModule":
    case "callBack":
      return leave(run, action);
    case "other":
      return action.Transitions.NextAction === undefined ? over(run) : leave(run, action);
    case "transferOut":
      return request.resumes ? leave(run, action) : over(run);
    case "queue":
    case "transferToFlow":
      return over(run);
    case "setStreaming":
      return request.isEnabled ? null : leave(run, action);
    case "invokeLambda":
      return request.isAsynchronous ? leave(run, action) : null;
    case "wait":
      return choose(run, action, "WaitCompleted");
    default:
      return null;
  }
}

/** The contact is elsewhere from now on. */
function over(run: FlowRun): FlowRun {
  return { ...run, request: { type: "end" } };
}

function enterFlow(run: FlowRun, document: ContactFlow): FlowRun {
  const flow = readable(document);
  return enter({ ...run, flow }, flow.StartAction);
}

/** A module knows what the contact knows, and what it is given; its loops and flow attributes are its own. */
function enterModule(run: FlowRun, action: FlowAction, Input: Json, module: ContactFlow): FlowRun {
  const { flow, loops, data } = run;
  const callers = [{ flow, action: action.Identifier, loops, data }, ...run.callers];
  return enterFlow({ ...know(run, { FlowAttributes: {}, Modules: { Input } }), loops: {}, callers }, module);
}

/** Back to the flow that invoked the module, at the branch of its result. */
function leaveModule(run: FlowRun, module: FlowAction): FlowRun {
  const [caller, ...callers] = run.callers;
  const action = caller === undefined ? undefined : actionNamed(caller.flow, caller.action);
  if (caller === undefined || action === undefined) return broken(run, "a module ends where none was invoked");
  const Result = resolveText(run.data, module.Parameters.Result);
  const given = isObject(module.Parameters.ResultData) ? module.Parameters.ResultData : {};
  const ResultData = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, resolveText(run.data, value) ?? null]),
  );
  const back = backIn(
    caller,
    callers,
    know(run, { Modules: { ...(Result === undefined ? {} : { Result }), ResultData } }),
  );
  return Result === undefined ? leave(back, action) : choose(back, action, Result);
}

function backIn(caller: FlowRun["callers"][number], callers: FlowRun["callers"], run: FlowRun): FlowRun {
  const { flow, loops, data } = caller;
  const own = { FlowAttributes: data.FlowAttributes ?? {} };
  return { ...know(run, own), flow, loops, callers, action: caller.action };
}

/** Goes to an action, and through all that need nothing of the outside. */
function enter(run: FlowRun, identifier: string): FlowRun {
  const here = { ...run, action: identifier, passed: [...run.passed, identifier] };
  const action = actionNamed(run.flow, identifier);
  if (action === undefined) return broken(here, `there is no action "${identifier}"`);
  if (here.passed.length > mostPassed) return broken(here, "it goes round without doing anything");
  if (action.Type === "EndFlowModuleExecution") return leaveModule(here, action);

  const request = requestOf(action, here);
  if (request === "invalid") return fail(here, action, "NoMatchingError");
  if (request !== null) return { ...here, request };
  const inside = actInside(action, here);
  if (inside === null) return broken(here, `"${action.Type}" is not played here`);
  const after = { ...know(here, inside.data ?? {}), loops: { ...here.loops, ...inside.loops } };
  if (inside.result === "done") return leave(after, action);
  return "error" in inside.result
    ? fail(after, action, inside.result.error)
    : choose(after, action, inside.result.value);
}

function leave(run: FlowRun, action: FlowAction): FlowRun {
  const next = action.Transitions.NextAction;
  return next === undefined ? broken(run, `"${action.Identifier}" leads nowhere`) : enter(run, next);
}

/** Takes the branch for an error; where a module has none, the flow that invoked it takes its own. */
function fail(run: FlowRun, action: FlowAction, errorType: string): FlowRun {
  const errors = action.Transitions.Errors ?? [];
  const branch =
    errors.find((error) => error.ErrorType === errorType) ??
    errors.find((error) => error.ErrorType === "NoMatchingError");
  if (branch !== undefined) return enter(run, branch.NextAction);
  const [caller, ...callers] = run.callers;
  const invoked = caller === undefined ? undefined : actionNamed(caller.flow, caller.action);
  if (caller !== undefined && invoked !== undefined) {
    return fail(backIn(caller, callers, run), invoked, "NoMatchingError");
  }
  return broken(run, `"${action.Identifier}" has no branch for ${errorType}`);
}

/** Takes the first condition that holds of a value; else the branch for no match, else the next action. */
function choose(run: FlowRun, action: FlowAction, value: string | undefined): FlowRun {
  const { Conditions = [], Errors = [], NextAction } = action.Transitions;
  const match = Conditions.find(({ Condition }) =>
    holds(Condition.Operator, value, resolveText(run.data, Condition.Operands[0])),
  );
  if (match !== undefined) return enter(run, match.NextAction);
  const otherwise = Errors.find((error) => error.ErrorType === "NoMatchingCondition")?.NextAction ?? NextAction;
  return otherwise === undefined ? fail(run, action, "NoMatchingCondition") : enter(run, otherwise);
}

function broken(run: FlowRun, why: string): FlowRun {
  return { ...run, request: { type: "broken", why } };
}

function know(run: FlowRun, news: { readonly [name: string]: Json }): FlowRun {
  return { ...run, data: { ...run.data, ...news } };
}

function actionNamed(flow: ContactFlow, identifier: string): FlowAction | undefined {
  return flow.Actions.find((action) => action.Identifier === identifier);
}
