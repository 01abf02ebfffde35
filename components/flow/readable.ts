import { isObject, textOf } from "./shapes";
import type { ContactFlow, FlowAction, Json, Transitions } from "./types";

/**
 * A document as a flow that can be played: what is no action, no branch or no condition is left out, so that playing it ends
 * where that would have been needed. A flow that is one comes out as it went in.
 */
export function readable(document: unknown): ContactFlow {
  const fields = isObject(document) ? document : {};
  const actions = Array.isArray(fields.Actions) ? fields.Actions : [];
  return {
    Version: "2019-10-30",
    StartAction: textOf(fields.StartAction),
    Metadata: fields.Metadata ?? {},
    Actions: actions.filter(isObject).map(
      (action): FlowAction => ({
        Identifier: textOf(action.Identifier),
        Type: textOf(action.Type),
        Parameters: isObject(action.Parameters) ? action.Parameters : {},
        Transitions: readTransitions(action.Transitions),
      }),
    ),
  };
}

function readTransitions(transitions: Json | undefined): Transitions {
  if (!isObject(transitions)) return {};
  const { NextAction, Errors, Conditions } = transitions;
  return {
    ...(typeof NextAction === "string" ? { NextAction } : {}),
    Errors: objectsOf(Errors).flatMap(({ ErrorType, NextAction: next }) =>
      typeof ErrorType === "string" && typeof next === "string" ? [{ ErrorType, NextAction: next }] : [],
    ),
    Conditions: objectsOf(Conditions).flatMap(({ Condition, NextAction: next }) => {
      if (!isObject(Condition) || typeof next !== "string") return [];
      const operands = Array.isArray(Condition.Operands) ? Condition.Operands : [];
      const Operands = operands.filter((each): each is string => typeof each === "string");
      return [{ NextAction: next, Condition: { Operator: textOf(Condition.Operator), Operands } }];
    }),
  };
}

function objectsOf(list: Json | undefined): readonly { readonly [name: string]: Json }[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
