import type { FlowAction, Json, Transitions } from "./types";

type Parameters = { readonly [name: string]: Json };

/** An action with one way on, whatever happens: `otherwise` is where every error leads, null where the action knows none. */
export function action(
  identifier: string,
  type: string,
  parameters: Parameters,
  next: string,
  otherwise: string | null = null,
): FlowAction {
  const errors: Readonly<Record<string, string>> = otherwise === null ? {} : { NoMatchingError: otherwise };
  return withBranches(identifier, type, parameters, { next, errors });
}

/** An action with branches: conditions are `Equals` the names given. */
export function withBranches(
  identifier: string,
  type: string,
  parameters: Parameters,
  branches: {
    readonly next: string;
    readonly errors?: Readonly<Record<string, string>>;
    readonly conditions?: Readonly<Record<string, string>>;
  },
): FlowAction {
  const { next, errors = {}, conditions = {} } = branches;
  const transitions: Transitions = {
    NextAction: next,
    Errors: Object.entries(errors).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType })),
    Conditions: Object.entries(conditions).map(([operand, NextAction]) => ({
      NextAction,
      Condition: { Operator: "Equals", Operands: [operand] },
    })),
  };
  return { Identifier: identifier, Type: type, Parameters: parameters, Transitions: transitions };
}

export function disconnect(identifier: string): FlowAction {
  return { Identifier: identifier, Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
}

/** Asks a function; its answer is known to the flow as `$.External`. */
export function invoke(
  identifier: string,
  arn: string,
  limitSeconds: number,
  attributes: Readonly<Record<string, string>>,
  branches: { readonly next: string; readonly otherwise: string },
): FlowAction {
  const parameters = {
    LambdaFunctionARN: arn,
    InvocationTimeLimitSeconds: String(limitSeconds),
    InvocationType: "SYNCHRONOUS",
    ...(Object.keys(attributes).length === 0 ? {} : { LambdaInvocationAttributes: attributes }),
    ResponseValidation: { ResponseType: "STRING_MAP" },
  };
  return action(identifier, "InvokeLambdaFunction", parameters, branches.next, branches.otherwise);
}

/** A sound in S3, as prompts take it. */
export function media(uri: string): Parameters {
  return { Media: { Uri: uri, SourceType: "S3", MediaType: "Audio" } };
}

/** Nothing for a while; prompts take no sound shorter than that. */
export function silence(durationMs: number): Parameters {
  return { SSML: `<speak><break time="${durationMs}ms"/></speak>` };
}

/** Plays something on the way to `next`, and goes there also where it cannot be played. */
export function say(identifier: string, prompt: Parameters, next: string, otherwise: string = next): FlowAction {
  return action(identifier, "MessageParticipant", prompt, next, otherwise);
}
