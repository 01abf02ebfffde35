import { actInside } from "./inside";
import { readLambdaResponse } from "./lambdaResponse";
import { holds } from "./operators";
import { resolveText } from "./reference";
import { requestOf } from "./requests";
import type { ContactFlow, FlowAction, FlowAnswer, FlowContact, FlowRun, Json } from "./types";

/** A flow that goes through more actions without asking anything of the outside will never stop. */
const mostPassed = 1000;

/** Plays `flow` for `contact` up to its first request. */
export function startFlow(flow: ContactFlow, contact: FlowContact): FlowRun {
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
    FlowAttributes: {},
    External: {},
    MediaStreams: { Customer: { Audio: null } },
  };
  const run: FlowRun = { flow, contact, action: "", request: { type: "end" }, passed: [], data, loops: {} };
  return enter(run, flow.StartAction);
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
      return request.mode === "store"
        ? leave(know(run, { StoredCustomerInput: answer.keys }), action)
        : choose(run, action, answer.keys);
    case "timeout":
      if (request.type !== "getInput") return null;
      // Documented of the block that stores what is pressed: no input is stored as this word.
      return request.mode === "store"
        ? leave(know(run, { StoredCustomerInput: "Timeout" }), action)
        : fail(run, action, "InputTimeLimitExceeded");
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
      const Lex = { IntentName: answer.intent, SessionAttributes: { ...answer.attributes } };
      return choose(know(run, { Lex }), action, answer.intent ?? "");
    }
    case "done":
      return done(run, action);
  }
}

function done(run: FlowRun, action: FlowAction): FlowRun | null {
  const { request } = run;
  switch (request.type) {
    case "play":
    case "setRecording":
    case "transferOut":
      return leave(run, action);
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

/** Goes to an action, and through all that need nothing of the outside. */
function enter(run: FlowRun, identifier: string): FlowRun {
  const here = { ...run, action: identifier, passed: [...run.passed, identifier] };
  const action = actionNamed(run.flow, identifier);
  if (action === undefined) return broken(here, `there is no action "${identifier}"`);
  if (here.passed.length > mostPassed) return broken(here, "it goes round without doing anything");

  const request = requestOf(action, here);
  if (request === "invalid") return fail(here, action, "NoMatchingError");
  if (request !== null) return { ...here, request };
  const inside = actInside(action, here);
  if (inside === null) return broken(here, `"${action.Type}" is not played here`);
  const after = { ...know(here, inside.data ?? {}), loops: { ...here.loops, ...inside.loops } };
  if (inside.result === "done") return leave(after, action);
  return inside.result === "error"
    ? fail(after, action, "NoMatchingError")
    : choose(after, action, inside.result.value);
}

function leave(run: FlowRun, action: FlowAction): FlowRun {
  const next = action.Transitions.NextAction;
  return next === undefined ? broken(run, `"${action.Identifier}" leads nowhere`) : enter(run, next);
}

function fail(run: FlowRun, action: FlowAction, errorType: string): FlowRun {
  const errors = action.Transitions.Errors ?? [];
  const branch =
    errors.find((error) => error.ErrorType === errorType) ??
    errors.find((error) => error.ErrorType === "NoMatchingError");
  if (branch !== undefined) return enter(run, branch.NextAction);
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
