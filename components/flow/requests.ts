import type { ConnectEvent } from "../../functions/shared/connectEvent";
import { lookUp, resolveText } from "./reference";
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
    const prompts = (Array.isArray(messages) ? messages : []).map((message) => promptOf(run, message as Fields));
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
    return { type: "getInput", prompt, mode: isStored ? "store" : "branch", maxLength, timeLimitMs };
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
    const aliasArn = resolveText(run.data, lookUp(parameters, "$.LexV2Bot.AliasArn"));
    if (aliasArn === undefined) return "invalid";
    return { type: "joinBot", aliasArn, attributes: texts(run, parameters.LexSessionAttributes) };
  },
  Wait(parameters, run) {
    const timeLimitMs = seconds(run, parameters.TimeLimitSeconds);
    return timeLimitMs === null ? "invalid" : { type: "wait", timeLimitMs };
  },
  DisconnectParticipant: () => ({ type: "disconnect" }),
  EndFlowExecution: () => ({ type: "end" }),
};

/**
 * What an action wants of the outside; null where it wants nothing, "invalid" where a parameter leads nowhere, which Connect
 * answers with the error branch.
 */
export function requestOf(action: FlowAction, run: FlowRun): FlowRequest | "invalid" | null {
  return asks[action.Type]?.(action.Parameters ?? {}, run) ?? null;
}

function promptOf(run: FlowRun, parameters: Fields): Prompt | null {
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
  const entries = Object.entries(fields ?? {}).map(
    ([name, value]) => [name, resolveText(run.data, value as Json)] as const,
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
