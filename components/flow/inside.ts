import { resolveText } from "./reference";
import type { FlowAction, FlowRun, Json } from "./types";

/** What an action that asks nothing of the outside comes to. */
export interface InsideResult {
  /** `done`: on to the next action; `error`: the error branch; else a value that conditions are held against. */
  readonly result: "done" | "error" | { readonly value: string | undefined };
  /** What the flow knows from now on. */
  readonly data?: { readonly [name: string]: Json };
  readonly loops?: { readonly [identifier: string]: number };
}

type Act = (action: FlowAction, run: FlowRun) => InsideResult;

const nothing: Act = () => ({ result: "done" });

const acts: Readonly<Record<string, Act>> = {
  UpdateFlowLoggingBehavior: nothing,
  UpdateContactTextToSpeechVoice: (action, run) => keep(run, "Voice", resolved(run, action.Parameters)),
  UpdateContactData: (action, run) => {
    const fields = resolved(run, action.Parameters);
    return fields === null ? { result: "error" } : { result: "done", data: fields };
  },
  UpdateContactAttributes: (action, run) => keep(run, "Attributes", resolved(run, action.Parameters.Attributes)),
  UpdateFlowAttributes: (action, run) => keep(run, "FlowAttributes", resolved(run, flowAttributes(action))),
  UpdateContactEventHooks: (action, run) => keep(run, "EventHooks", resolved(run, action.Parameters.EventHooks)),
  UpdateContactTargetQueue: (action, run) => {
    const id = resolveText(run.data, action.Parameters.QueueId);
    return id === undefined ? { result: "error" } : { result: "done", data: { Queue: { ARN: id } } };
  },
  TagContact: nothing,
  UntagContact: nothing,
  UpdateContactRoutingBehavior: nothing,
  UpdateContactRoutingCriteria: nothing,
  CreateWisdomSession: (action, run) => {
    const assistant = resolveText(run.data, action.Parameters.WisdomAssistantArn);
    if (assistant === undefined) return { result: "error" };
    return { result: "done", data: { Wisdom: { SessionArn: `${assistant}/session/${run.contact.contactId}` } } };
  },
  Compare: (action, run) => ({ result: { value: resolveText(run.data, action.Parameters.ComparisonValue) } }),
  Loop: (action, run) => {
    const limit = Number(resolveText(run.data, action.Parameters.LoopCount));
    const done = run.loops[action.Identifier] ?? 0;
    if (!Number.isInteger(limit)) return { result: "error" };
    return done < limit
      ? { result: { value: "ContinueLooping" }, loops: { [action.Identifier]: done + 1 } }
      : { result: { value: "DoneLooping" }, loops: { [action.Identifier]: 0 } };
  },
};

/** What an action does without the outside; null where it is none of those. */
export function actInside(action: FlowAction, run: FlowRun): InsideResult | null {
  return acts[action.Type]?.(action, run) ?? null;
}

function keep(run: FlowRun, name: string, fields: { readonly [name: string]: string } | null): InsideResult {
  if (fields === null) return { result: "error" };
  const before = run.data[name];
  const known = typeof before === "object" && before !== null && !Array.isArray(before) ? before : {};
  return { result: "done", data: { [name]: { ...known, ...fields } } };
}

/** Every field's text; null where a reference leads nowhere. */
function resolved(run: FlowRun, fields: Json | undefined): { readonly [name: string]: string } | null {
  const texts: Record<string, string> = {};
  for (const [name, parameter] of Object.entries(fields ?? {})) {
    const text = resolveText(run.data, parameter as Json);
    if (text === undefined) return null;
    texts[name] = text;
  }
  return texts;
}

function flowAttributes(action: FlowAction): { readonly [name: string]: Json } {
  const values: Record<string, Json> = {};
  for (const [name, attribute] of Object.entries(action.Parameters.FlowAttributes ?? {})) {
    values[name] = (attribute as { readonly Value?: Json }).Value ?? null;
  }
  return values;
}
