import { isUnplayed } from "./language";
import { isObject } from "./shapes";
import type { ContactFlow, Json } from "./types";

/** A flow with one fault. */
export interface Mutant {
  readonly name: string;
  readonly flow: unknown;
  /** The action that the fault is told of; null where it may be another, or the flow. */
  readonly action: string | null;
}

type Loose = { [name: string]: Loose & string };

/** The document with something done to a copy of one of its actions. */
function bent(flow: ContactFlow, index: number, bend: (action: Loose, all: Loose[]) => void): unknown {
  const copy = structuredClone(flow) as unknown as { Actions: Loose[] };
  const action = copy.Actions[index];
  if (action === undefined) return copy;
  action.Parameters ??= {} as Loose & string;
  bend(action, copy.Actions);
  return copy;
}

interface Place {
  readonly path: readonly string[];
  readonly value: Json;
}

/** Every scalar in some parameters, and where it stands. */
function scalarsOf(value: Json, path: readonly string[] = []): readonly Place[] {
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, each]) => scalarsOf(each as Json, [...path, key]));
}

function put(target: Loose, path: readonly string[], value: unknown): void {
  const [first = "", ...rest] = path;
  if (rest.length === 0) target[first] = value as Loose & string;
  else put(target[first] as Loose, rest, value);
}

const terminal = ["DisconnectParticipant", "EndFlowExecution", "EndFlowModuleExecution"];
const mayEnd = [
  ...["TransferContactToQueue", "TransferToFlow", "MessageParticipantIteratively", "TransferParticipantToThirdParty"],
  ...terminal,
];
/** Where values keep the type that a view or a module declares, and any text is one. */
const typed = ["ViewData", "Input", "ResultData"];

/** A sound flow with every fault that the service is known to refuse, one at a time, at every place where it can be made. */
export function mutantsOf(flow: ContactFlow): readonly Mutant[] {
  const mutants: Mutant[] = [
    { name: "another version", flow: { ...flow, Version: "2018-01-01" }, action: null },
    { name: "no such start", flow: { ...flow, StartAction: "nowhere at all" }, action: null },
    { name: "too many actions", flow: { ...flow, Actions: [...flow.Actions, ...extra(flow)] }, action: null },
    ...(flow.Actions.some(({ Type }) => Type === "EndFlowModuleExecution")
      ? [{ name: "a module without settings", flow: { ...flow, Settings: undefined }, action: null }]
      : []),
  ];
  for (const [index, action] of flow.Actions.entries()) {
    const { Identifier, Type, Parameters = {}, Transitions } = action;
    const add = (name: string, bend: (action: Loose, all: Loose[]) => void, where: string | null = Identifier) =>
      mutants.push({ name: `${Identifier}: ${name}`, flow: bent(flow, index, bend), action: where });
    add("an unknown type", (one) => put(one, ["Type"], "SingASong"));
    add("no transitions", (one) => put(one, ["Transitions"], undefined));
    add("its identifier twice", (one, all) => all.push(structuredClone(one)));
    add("an identifier with a bracket", (one) => put(one, ["Identifier"], "a[0]"), null);
    add("a reserved identifier", (one) => put(one, ["Identifier"], "constructor"), null);
    add("an identifier of 51 characters", (one) => put(one, ["Identifier"], "x".repeat(51)), null);
    for (const { path, value } of scalarsOf(Parameters).filter(({ path: [first = ""] }) => !typed.includes(first))) {
      const name = path.join(".");
      add(`${name} empty`, (one) => put(one, ["Parameters", ...path], ""));
      add(`${name} a number`, (one) => put(one, ["Parameters", ...path], 5));
      add(`${name} true`, (one) => put(one, ["Parameters", ...path], true));
      if (typeof value === "string" && /^\d+$/.test(value) && !path.includes("Attributes")) {
        if (/Seconds|LoopCount|MaximumLength/.test(name)) {
          add(`${name} below its bounds`, (one) => put(one, ["Parameters", ...path], "-1"));
          add(`${name} no number`, (one) => put(one, ["Parameters", ...path], "soon"));
        }
      }
    }
    if (terminal.includes(Type)) {
      add("an end that leads on", (one) => put(one, ["Transitions"], { NextAction: flow.StartAction }));
      continue;
    }
    if (!mayEnd.includes(Type)) add("no next action", (one) => put(one, ["Transitions", "NextAction"], undefined));
    if (Transitions.NextAction !== undefined) {
      add("a next action that is not there", (one) => put(one, ["Transitions", "NextAction"], "nowhere at all"));
      add("a next action that is nothing", (one) => put(one, ["Transitions", "NextAction"], null));
    }
    for (const each of (Transitions.Errors ?? []).keys()) {
      const at = ["Transitions", "Errors", String(each)];
      if (!isUnplayed(Type)) add(`error ${each} renamed`, (one) => put(one, [...at, "ErrorType"], "NoMatchingErrors"));
      add(`error ${each} into nothing`, (one) => put(one, [...at, "NextAction"], "nowhere at all"));
      add(`error ${each} without a way`, (one) => put(one, [...at, "NextAction"], undefined));
    }
    for (const each of (Transitions.Conditions ?? []).keys()) {
      const at = ["Transitions", "Conditions", String(each)];
      add(`condition ${each} with And`, (one) => put(one, [...at, "Condition", "Operator"], "And"));
      add(`condition ${each} into nothing`, (one) => put(one, [...at, "NextAction"], "nowhere at all"));
      add(`condition ${each} without a way`, (one) => put(one, [...at, "NextAction"], undefined));
      for (const operands of [[], [""], ["1", "2"], [1], "1"]) {
        add(`condition ${each} of ${JSON.stringify(operands)}`, (one) =>
          put(one, [...at, "Condition", "Operands"], operands),
        );
      }
    }
    mutants.push(...ofItsType(flow, index));
  }
  return mutants;
}

/** Faults that only some types of action can have. */
function ofItsType(flow: ContactFlow, index: number): readonly Mutant[] {
  const action = flow.Actions[index];
  if (action === undefined) return [];
  const { Identifier, Type, Parameters = {}, Transitions } = action;
  const made = (name: string, bend: (one: Loose) => void): Mutant => ({
    name: `${Identifier}: ${name}`,
    flow: bent(flow, index, bend),
    action: Identifier,
  });
  const put1 = (name: string, value: unknown) =>
    made(`${name} ${JSON.stringify(value)}`, (one) => put(one, ["Parameters", name], value));
  const withError = (errorType: string) =>
    made(`an error ${errorType}`, (one) =>
      put(
        one,
        ["Transitions", "Errors"],
        [...(Transitions.Errors ?? []), { ErrorType: errorType, NextAction: Transitions.NextAction }],
      ),
    );
  switch (Type) {
    case "Compare":
      return [put1("ComparisonValue", "open"), put1("ComparisonValue", "$.External"), put1("ComparisonValue", "$.")];
    case "Loop":
      return [put1("LoopCount", "101"), put1("LoopCount", "1.5")];
    case "InvokeLambdaFunction":
      return [
        put1("InvocationTimeLimitSeconds", "9"),
        put1("InvocationTimeLimitSeconds", "0"),
        put1("InvocationTimeLimitSeconds", "$.External.limit"),
        put1("InvocationType", "LATER"),
        put1("ResponseValidation", { ResponseType: "XML" }),
      ].filter(({ name }) => Parameters.InvocationType !== "ASYNCHRONOUS" || !name.endsWith('"9"'));
    case "GetParticipantInput":
      return String(Parameters.StoreInput).toLowerCase() === "true"
        ? [withError("InputTimeLimitExceeded"), put1("InputValidation", undefined)]
        : [put1("InputTimeLimitSeconds", "181")];
    case "MessageParticipant":
      return [
        put1("Txet", "Hi."),
        made("two prompts", (one) => Object.assign(one.Parameters ?? {}, { Text: "a", SSML: "b" })),
      ];
    case "TransferParticipantToThirdParty":
      return String(Parameters.ContinueFlowExecution).toLowerCase() === "true"
        ? [put1("ContinueFlowExecution", undefined), put1("ThirdPartyConnectionTimeLimitSeconds", undefined)]
        : [withError("CallFailed")];
    case "CheckHoursOfOperation":
      return [
        withError("NoMatchingCondition"),
        made("one branch", (one) => put(one, ["Transitions", "Conditions"], [])),
      ];
    case "UpdateContactEventHooks":
      return [put1("EventHooks", { CustomerQueue: "a", CustomerHold: "b" }), put1("EventHooks", { Lunch: "a" })];
    case "UpdateContactMediaStreamingBehavior":
      return [put1("MediaStreamType", "Video"), put1("Participants", []), put1("MediaStreamingState", "On")];
    case "TransferContactToQueue":
      return [put1("QueueId", "queue-1"), withError("QueueFull")];
    case "CheckMetricData":
      return [put1("MetricType", "AgentsAvailable"), made("no else", (one) => put(one, ["Transitions", "Errors"], []))];
    case "UpdateFlowAttributes":
      return [
        put1("FlowAttributes", { a: "plain" }),
        made("no errors", (one) => put(one, ["Transitions", "Errors"], [])),
      ];
    default:
      return [];
  }
}

function extra(flow: ContactFlow): readonly unknown[] {
  const [first] = flow.Actions;
  return Array.from({ length: 251 }, (_, index) => ({ ...first, Identifier: `extra ${index}` }));
}

/** Whether a document is a flow with actions at all. */
export function isFlow(document: unknown): document is ContactFlow {
  return isObject(document) && Array.isArray(document.Actions) && document.Actions.length > 0;
}
