import { isE164 } from "../../functions/shared/phoneNumber";
import { resolveText } from "./reference";
import { isObject } from "./shapes";
import type { FlowAction, FlowRun, Json } from "./types";

type Fields = { readonly [name: string]: Json };

/** What an action that asks nothing of the outside comes to. */
export interface InsideResult {
  /** `done`: on to the next action; `error`: that error's branch; `value`: what conditions are held against. */
  readonly result: "done" | { readonly error: string } | { readonly value: string | undefined };
  /** What the flow knows from now on. */
  readonly data?: Fields;
  readonly loops?: { readonly [identifier: string]: number };
}

type Act = (parameters: Fields, run: FlowRun, action: FlowAction) => InsideResult;

const nothing: Act = () => ({ result: "done" });
const failed: InsideResult = { result: { error: "NoMatchingError" } };

const acts: Readonly<Record<string, Act>> = {
  UpdateFlowLoggingBehavior: nothing,
  UpdateContactTextToSpeechVoice: (parameters, run) => keep(run, "Voice", resolved(run, parameters)),
  UpdateContactData(parameters, run) {
    const fields = resolved(run, parameters);
    return fields === null ? failed : { result: "done", data: fields };
  },
  UpdateContactAttributes({ Attributes, TargetContact }, run) {
    // Those of the contact that this one came from are not to be seen from here.
    const name = TargetContact === "Related" ? "RelatedAttributes" : "Attributes";
    return keep(run, name, resolved(run, Attributes));
  },
  UpdateFlowAttributes: ({ FlowAttributes }, run) =>
    keep(run, "FlowAttributes", resolved(run, valuesOf(FlowAttributes))),
  UpdateContactEventHooks: ({ EventHooks }, run) => keep(run, "EventHooks", resolved(run, EventHooks)),
  UpdateContactTargetQueue({ QueueId, AgentId }, run) {
    const id = resolveText(run.data, QueueId ?? AgentId);
    return id === undefined
      ? failed
      : { result: "done", data: { Queue: { ARN: id, Name: id.split("/").at(-1) ?? id } } };
  },
  UpdateContactCallbackNumber({ CallbackNumber }, run) {
    const number = resolveText(run.data, CallbackNumber);
    return number !== undefined && isE164(number)
      ? { result: "done", data: { CustomerCallbackNumber: { Address: number, Type: "TELEPHONE_NUMBER" } } }
      : { result: { error: "InvalidCallbackNumber" } };
  },
  TagContact: ({ Tags }, run) => keep(run, "Tags", resolved(run, Tags)),
  UntagContact({ TagKeys }, run) {
    const gone = Array.isArray(TagKeys) ? TagKeys : [];
    const tags = Object.entries(fieldsOf(run.data.Tags)).filter(([name]) => !gone.includes(name));
    return { result: "done", data: { Tags: Object.fromEntries(tags) } };
  },
  UpdateContactRoutingBehavior: nothing,
  UpdateContactRoutingCriteria: nothing,
  CreateWisdomSession({ WisdomAssistantArn }, run) {
    const assistant = resolveText(run.data, WisdomAssistantArn);
    if (assistant === undefined) return failed;
    return { result: "done", data: { Wisdom: { SessionArn: `${assistant}/session/${run.contact.contactId}` } } };
  },
  Compare: ({ ComparisonValue }, run) => ({ result: { value: resolveText(run.data, ComparisonValue) } }),
  Loop({ LoopCount }, run, { Identifier }) {
    const limit = Number(resolveText(run.data, LoopCount));
    const done = Object.hasOwn(run.loops, Identifier) ? (run.loops[Identifier] ?? 0) : 0;
    if (!Number.isInteger(limit)) return failed;
    return done < limit
      ? { result: { value: "ContinueLooping" }, loops: { [Identifier]: done + 1 } }
      : { result: { value: "DoneLooping" }, loops: { [Identifier]: 0 } };
  },
};

/** What an action does without the outside; null where it is none of those. */
export function actInside(action: FlowAction, run: FlowRun): InsideResult | null {
  const act = Object.hasOwn(acts, action.Type) ? acts[action.Type] : undefined;
  return act?.(fieldsOf(action.Parameters), run, action) ?? null;
}

function keep(run: FlowRun, name: string, fields: { readonly [name: string]: string } | null): InsideResult {
  if (fields === null) return failed;
  return { result: "done", data: { [name]: { ...fieldsOf(run.data[name]), ...fields } } };
}

/** Every field's text; null where a reference leads nowhere. */
function resolved(run: FlowRun, fields: Json | undefined): { readonly [name: string]: string } | null {
  const texts: [string, string][] = [];
  for (const [name, parameter] of Object.entries(fieldsOf(fields))) {
    const text = resolveText(run.data, parameter);
    if (text === undefined) return null;
    texts.push([name, text]);
  }
  return Object.fromEntries(texts);
}

/** Flow attributes as plain fields. */
function valuesOf(attributes: Json | undefined): Fields {
  const entries = Object.entries(fieldsOf(attributes)).map(([name, each]) => [name, fieldsOf(each).Value ?? null]);
  return Object.fromEntries(entries) as Fields;
}

function fieldsOf(value: Json | undefined): Fields {
  return isObject(value) ? value : {};
}
