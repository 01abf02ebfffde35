import type { ConnectEvent } from "../../functions/shared/connectEvent";
import { isUnplayed } from "./language";
import { lookUp, resolveText } from "./reference";
import { isObject } from "./shapes";
import type { FlowAction, FlowRequest, FlowRun, Json, Prompt } from "./types";

type Fields = { readonly [name: string]: Json };
type Ask = (parameters: Fields, run: FlowRun) => FlowRequest | "invalid";

const asks: Readonly<Record<string, Ask>> = {
  InvokeLambdaFunction(parameters, run) {
    const arn = resolveText(run.data, parameters.LambdaFunctionARN);
    const timeLimitMs = seconds(run, parameters.InvocationTimeLimitSeconds);
    if (arn === undefined || timeLimitMs === null) return "invalid";
    const responseType = lookUp(parameters, "$.ResponseValidation.ResponseType") === "JSON" ? "JSON" : "STRING_MAP";
    const isAsynchronous = parameters.InvocationType === "ASYNCHRONOUS";
    const event = eventOf(run, texts(run, parameters.LambdaInvocationAttributes));
    return { type: "invokeLambda", arn, timeLimitMs, isAsynchronous, responseType, event };
  },
  MessageParticipant(parameters, run) {
    const prompt = promptOf(run, parameters);
    return prompt === null ? "invalid" : { type: "play", prompt };
  },
  MessageParticipantIteratively(parameters, run) {
    const messages = parameters.Messages;
    const prompts = (Array.isArray(messages) ? messages : []).map((message) => promptOf(run, message as Json));
    const known = prompts.filter((prompt) => prompt !== null);
    if (known.length === 0 || known.length < prompts.length) return "invalid";
    return { type: "playOnAndOn", prompts: known, interruptMs: seconds(run, parameters.InterruptFrequencySeconds) };
  },
  GetParticipantInput(parameters, run) {
    const prompt = promptOf(run, parameters);
    const timeLimitMs = seconds(run, parameters.InputTimeLimitSeconds);
    if (prompt === null || timeLimitMs === null) return "invalid";
    const isStored = resolveText(run.data, parameters.StoreInput)?.toLowerCase() === "true";
    const limit = lookUp(parameters, "$.InputValidation.CustomValidation.MaximumLength");
    const maxLength = isStored ? Number(resolveText(run.data, limit) ?? 20) : 1;
    const phone = isStored ? phoneOf(parameters) : null;
    return { type: "getInput", prompt, mode: isStored ? "store" : "branch", maxLength, timeLimitMs, phone };
  },
  UpdateContactMediaStreamingBehavior(parameters) {
    const directions = lookUp(parameters, "$.Participants[0].MediaDirections");
    const known = (["From", "To"] as const).filter((name) => Array.isArray(directions) && directions.includes(name));
    return { type: "setStreaming", isEnabled: parameters.MediaStreamingState === "Enabled", directions: known };
  },
  UpdateContactRecordingBehavior(parameters) {
    const participants = lookUp(parameters, "$.RecordingBehavior.RecordedParticipants");
    return {
      type: "setRecording",
      participants: Array.isArray(participants) ? participants.map(String) : [],
      isFlowRecorded: lookUp(parameters, "$.RecordingBehavior.IVRRecordingBehavior") === "Enabled",
    };
  },
  CheckHoursOfOperation: (parameters, run) => ({
    type: "checkHours",
    hoursId: resolveText(run.data, parameters.HoursOfOperationId) ?? null,
  }),
  TransferParticipantToThirdParty(parameters, run) {
    const number = resolveText(run.data, parameters.ThirdPartyPhoneNumber);
    const timeLimitMs = seconds(run, parameters.ThirdPartyConnectionTimeLimitSeconds);
    if (number === undefined || timeLimitMs === null) return "invalid";
    const resumes = resolveText(run.data, parameters.ContinueFlowExecution)?.toLowerCase() === "true";
    return { type: "transferOut", number, timeLimitMs, resumes };
  },
  TransferContactToQueue: (_parameters, run) => ({
    type: "queue",
    queueId: resolveText(run.data, "$.Queue.ARN") ?? null,
    queueFlowArn: resolveText(run.data, "$.EventHooks.CustomerQueue") ?? null,
  }),
  ConnectParticipantWithLexBot(parameters, run) {
    const [arn, name, alias] = ["$.LexV2Bot.AliasArn", "$.LexBot.Name", "$.LexBot.Alias"].map((path) =>
      resolveText(run.data, lookUp(parameters, path)),
    );
    const aliasArn = arn ?? (name !== undefined && alias !== undefined ? `${name}:${alias}` : undefined);
    if (aliasArn === undefined) return "invalid";
    const attributes = texts(run, parameters.LexSessionAttributes);
    return { type: "joinBot", aliasArn, prompt: promptOf(run, parameters), attributes };
  },
  Wait(parameters, run) {
    const timeLimitMs = seconds(run, parameters.TimeLimitSeconds);
    if (timeLimitMs === null) return "invalid";
    const { Events, ContinueExecution } = parameters;
    const goesOn = resolveText(run.data, ContinueExecution)?.toLowerCase() === "true";
    const events = Array.isArray(Events) ? Events.filter((event) => typeof event === "string") : [];
    return { type: "wait", timeLimitMs, events: goesOn ? ["Continue", ...events] : events };
  },
  InvokeFlowModule(parameters, run) {
    const moduleId = resolveText(run.data, parameters.FlowModuleId);
    return moduleId === undefined
      ? "invalid"
      : { type: "invokeModule", moduleId, input: filledIn(run, parameters.Input) };
  },
  TransferToFlow(parameters, run) {
    const flowId = resolveText(run.data, parameters.ContactFlowId);
    return flowId === undefined ? "invalid" : { type: "transferToFlow", flowId };
  },
  CheckMetricData(parameters, run) {
    const metric = resolveText(run.data, parameters.MetricType);
    return metric === undefined ? "invalid" : { type: "checkMetric", metric, queueId: queueOf(run, parameters) };
  },
  GetMetricData: (parameters, run) => ({ type: "getMetrics", queueId: queueOf(run, parameters) }),
  DistributeByPercentage: () => ({ type: "drawNumber" }),
  CreateCallbackContact(parameters, run) {
    const delayMs = seconds(run, parameters.InitialCallDelaySeconds);
    const retryAfterMs = seconds(run, parameters.RetryDelaySeconds);
    const attempts = Number(resolveText(run.data, parameters.MaximumConnectionAttempts));
    if (delayMs === null || retryAfterMs === null || !Number.isInteger(attempts)) return "invalid";
    const number = resolveText(run.data, "$.CustomerCallbackNumber.Address") ?? run.contact.from;
    return { type: "callBack", number, queueId: queueOf(run, parameters), delayMs, retryAfterMs, attempts };
  },
  ShowView(parameters, run) {
    const viewId = resolveText(run.data, lookUp(parameters, "$.ViewResource.Id"));
    const timeLimitMs = seconds(run, parameters.InvocationTimeLimitSeconds ?? "400");
    if (viewId === undefined || timeLimitMs === null) return "invalid";
    return { type: "showView", viewId, timeLimitMs, data: filledIn(run, parameters.ViewData) };
  },
  DisconnectParticipant: () => ({ type: "disconnect" }),
  EndFlowExecution: () => ({ type: "end" }),
};

/**
 * What an action wants of the outside; null where it wants nothing, "invalid" where a parameter leads nowhere, which Connect
 * answers with the error branch.
 */
export function requestOf(action: FlowAction, run: FlowRun): FlowRequest | "invalid" | null {
  const parameters = isObject(action.Parameters) ? action.Parameters : {};
  if (Object.hasOwn(asks, action.Type)) return asks[action.Type]?.(parameters, run) ?? null;
  if (!isUnplayed(action.Type)) return null;
  return { type: "other", actionType: action.Type, parameters: filledIn(run, parameters) };
}

/** The queue that an action names, or the contact's; null where it has none. */
function queueOf(run: FlowRun, { QueueId, AgentId }: Fields): string | null {
  return resolveText(run.data, QueueId ?? AgentId ?? "$.Queue.ARN") ?? null;
}

function phoneOf(parameters: Fields): { readonly country: string | null } | null {
  const validation = lookUp(parameters, "$.InputValidation.PhoneNumberValidation");
  if (!isObject(validation)) return null;
  const { NumberFormat, CountryCode } = validation;
  return { country: NumberFormat === "Local" && typeof CountryCode === "string" ? CountryCode : null };
}

/** An object with its references filled in, at any depth; what leads nowhere is left out. */
function filledIn(run: FlowRun, fields: Json | undefined): { readonly [name: string]: Json } {
  const filled = filledInValue(run, fields ?? {});
  return isObject(filled) ? filled : {};
}

function filledInValue(run: FlowRun, value: Json): Json | undefined {
  if (typeof value === "string") return resolveText(run.data, value);
  if (Array.isArray(value)) return value.flatMap((each: Json) => filledInValue(run, each) ?? []);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, filledInValue(run, each)] as const);
  return Object.fromEntries(entries.filter((entry): entry is [string, Json] => entry[1] !== undefined));
}

function promptOf(run: FlowRun, parameters: Json): Prompt | null {
  if (!isObject(parameters)) return null;
  const { Text, SSML, PromptId, Media } = parameters;
  const text = resolveText(run.data, Text);
  if (text !== undefined) return { type: "text", text };
  const ssml = resolveText(run.data, SSML);
  if (ssml !== undefined) return { type: "ssml", ssml };
  const promptId = resolveText(run.data, PromptId);
  if (promptId !== undefined) return { type: "promptId", promptId };
  const uri = Media === undefined ? undefined : resolveText(run.data, lookUp(parameters, "$.Media.Uri"));
  return uri === undefined || uri === "" ? null : { type: "media", uri };
}

function seconds(run: FlowRun, parameter: Json | undefined): number | null {
  const value = Number(resolveText(run.data, parameter));
  return Number.isFinite(value) && value >= 0 ? value * 1_000 : null;
}

/** The fields as texts; those that lead nowhere are left out. */
function texts(run: FlowRun, fields: Json | undefined): Record<string, string> {
  const entries = Object.entries(isObject(fields) ? fields : {}).map(
    ([name, value]) => [name, resolveText(run.data, value)] as const,
  );
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function eventOf(run: FlowRun, parameters: Record<string, string>): ConnectEvent {
  const { contact, data } = run;
  const audio = lookUp(data, "$.MediaStreams.Customer.Audio");
  return {
    Name: "ContactFlowEvent",
    Details: {
      ContactData: {
        Attributes: texts(run, data.Attributes),
        Channel: "VOICE",
        ContactId: contact.contactId,
        InitialContactId: contact.contactId,
        InitiationMethod: "INBOUND",
        InstanceARN: contact.instanceArn,
        CustomerEndpoint: { Address: contact.from ?? "anonymous", Type: "TELEPHONE_NUMBER" },
        SystemEndpoint: { Address: contact.to, Type: "TELEPHONE_NUMBER" },
        MediaStreams: {
          Customer: {
            Audio: (audio ?? null) as ConnectEvent["Details"]["ContactData"]["MediaStreams"]["Customer"]["Audio"],
          },
        },
        LanguageCode: String(data.LanguageCode),
      },
      Parameters: parameters,
    },
  };
}
