import { anything, list, map, number, object, path, type Shape, text, trueOrFalse, word } from "./shapes";
import type { FlowAction } from "./types";

/**
 * The actions of Amazon Connect's flow language as the service checks them. Sources: the Amazon Connect API reference ("Flow
 * language"), published exports, and the service's own refusals as others have recorded them.
 */
export interface ActionRule {
  /** A name that ends in `?` may be left out. */
  readonly parameters: Readonly<Record<string, Shape>>;
  /** Of these exactly one must be there. */
  readonly oneOf?: readonly string[];
  /** Error branches that the action knows; a missing one of them is a warning unless it is among `optionalErrors`. */
  readonly errors: readonly string[];
  readonly optionalErrors?: readonly string[];
  /** What conditions may compare with: any operand, these, or none where left out. */
  readonly operands?: "any" | readonly string[];
  /** Operands that must all be there. */
  readonly neededOperands?: readonly string[];
  /** @default Equals */
  readonly operators?: "all" | readonly string[];
  /** `must`: ends the flow and leads nowhere; `may`: may lead nowhere. */
  readonly ends?: "must" | "may";
}

const failure = ["NoMatchingError"];
const prompts = {
  "Text?": text,
  "SSML?": text,
  "PromptId?": text,
  "Media?": object({ Uri: text, SourceType: word("S3"), MediaType: word("Audio") }),
};
const onePrompt = Object.keys(prompts).map((name) => name.replace("?", ""));
const message = object(prompts);
const ending: ActionRule = { parameters: {}, errors: [], ends: "must" };

const participantInput = {
  ...prompts,
  StoreInput: trueOrFalse,
  InputTimeLimitSeconds: number(1, 180),
  "InputEncryption?": object({ EncryptionKeyId: text, Key: text }),
  "DTMFConfiguration?": object({
    "InputTerminationSequence?": text,
    "DisableCancelKey?": trueOrFalse,
    "InterdigitTimeLimitSeconds?": number(1, 20),
  }),
  "InputValidation?": object({
    "CustomValidation?": object({ MaximumLength: number(1, 255) }),
    "PhoneNumberValidation?": object({ NumberFormat: word("Local", "E164"), "CountryCode?": text }),
  }),
};

const rules: Readonly<Record<string, ActionRule>> = {
  UpdateFlowLoggingBehavior: { parameters: { FlowLoggingBehavior: word("Enabled", "Disabled") }, errors: [] },
  UpdateContactTextToSpeechVoice: {
    parameters: {
      TextToSpeechVoice: text,
      "TextToSpeechEngine?": word(
        ...["standard", "neural", "long-form", "generative", "connect:agentic"],
        ...["Standard", "Neural", "Long-form", "Generative"],
      ),
      "TextToSpeechStyle?": word("None", "Conversational", "Newscaster"),
    },
    errors: [],
    optionalErrors: failure,
  },
  UpdateContactAttributes: {
    parameters: { Attributes: map(text), "TargetContact?": word("Current", "Related") },
    errors: failure,
  },
  UpdateFlowAttributes: {
    parameters: { FlowAttributes: map(object({ "Type?": text, Value: anything })) },
    errors: failure,
  },
  // Which fields there are grows with the service.
  UpdateContactData: { parameters: { "*": anything }, errors: failure },
  UpdateContactMediaStreamingBehavior: {
    parameters: {
      MediaStreamingState: word("Enabled", "Disabled"),
      MediaStreamType: word("Audio"),
      Participants: list(
        object({ ParticipantType: word("Customer"), MediaDirections: list(word("From", "To"), 1) }),
        1,
      ),
    },
    errors: failure,
  },
  UpdateContactRecordingBehavior: {
    parameters: {
      RecordingBehavior: object({
        RecordedParticipants: list(word("Agent", "Customer")),
        "IVRRecordingBehavior?": word("Enabled", "Disabled"),
        "ScreenRecordedParticipants?": anything,
      }),
      "AnalyticsBehavior?": anything,
    },
    errors: [],
  },
  InvokeLambdaFunction: {
    parameters: {
      LambdaFunctionARN: text,
      // 8 s where the flow waits for it, 60 s where it does not; checked with the kind of invocation.
      InvocationTimeLimitSeconds: number(1, 60),
      "InvocationType?": word("SYNCHRONOUS", "ASYNCHRONOUS"),
      "LambdaInvocationAttributes?": map(anything),
      "ResponseValidation?": object({ ResponseType: word("STRING_MAP", "JSON") }),
    },
    errors: failure,
  },
  CheckHoursOfOperation: {
    parameters: { "HoursOfOperationId?": text },
    errors: failure,
    operands: ["True", "False"],
    neededOperands: ["True", "False"],
  },
  Compare: {
    parameters: { ComparisonValue: path },
    errors: ["NoMatchingCondition"],
    operands: "any",
    operators: "all",
  },
  Loop: {
    parameters: { LoopCount: number(0, 100) },
    errors: [],
    operands: ["ContinueLooping", "DoneLooping"],
    neededOperands: ["ContinueLooping", "DoneLooping"],
  },
  Wait: {
    parameters: {
      TimeLimitSeconds: number(1, 604_800),
      "Events?": list(text),
      "MinimumWaitTimeSeconds?": number(0, 604_800),
      "ContinueExecution?": trueOrFalse,
    },
    errors: failure,
    optionalErrors: ["ParticipantNotFound"],
    operands: "any",
  },
  MessageParticipant: {
    parameters: { ...prompts, "SkipWhenDTMFBufferEnabled?": trueOrFalse },
    oneOf: onePrompt,
    errors: [],
    optionalErrors: failure,
  },
  MessageParticipantIteratively: {
    parameters: {
      Messages: list(message, 1),
      "InterruptFrequencySeconds?": number(1, 604_800),
      "ContinueMessagingDuringInterrupt?": trueOrFalse,
    },
    errors: [],
    optionalErrors: failure,
    operands: ["MessagesInterrupted"],
    // Flows heard on hold play on for ever.
    ends: "may",
  },
  ConnectParticipantWithLexBot: {
    parameters: {
      ...prompts,
      "LexV2Bot?": object({ AliasArn: text }),
      "LexBot?": object({ Name: text, Region: text, Alias: text }),
      "LexSessionAttributes?": map(text),
      "LexTimeoutSeconds?": anything,
      "LexInitializationData?": anything,
    },
    oneOf: ["LexV2Bot", "LexBot"],
    errors: ["NoMatchingCondition", "NoMatchingError"],
    optionalErrors: ["InputTimeLimitExceeded"],
    operands: "any",
    operators: "all",
  },
  CreateWisdomSession: { parameters: { WisdomAssistantArn: text }, errors: failure },
  UpdateContactTargetQueue: {
    parameters: { "QueueId?": text, "AgentId?": text },
    oneOf: ["QueueId", "AgentId"],
    errors: failure,
  },
  TransferContactToQueue: { parameters: {}, errors: ["QueueAtCapacity", "NoMatchingError"], ends: "may" },
  UpdateContactEventHooks: {
    parameters: { EventHooks: map(text, { least: 1, most: 1 }), "EventHooksConfiguration?": map(anything) },
    errors: failure,
  },
  UpdateContactRoutingBehavior: {
    parameters: {
      "QueuePriority?": number(1, Number.MAX_SAFE_INTEGER),
      "QueueTimeAdjustmentSeconds?": number(-604_800, 604_800),
    },
    oneOf: ["QueuePriority", "QueueTimeAdjustmentSeconds"],
    errors: [],
    optionalErrors: failure,
  },
  UpdateContactRoutingCriteria: { parameters: { RoutingCriteria: anything }, errors: failure },
  TransferToFlow: { parameters: { ContactFlowId: text }, errors: failure, ends: "may" },
  InvokeFlowModule: {
    parameters: { FlowModuleId: text, "*": anything },
    errors: failure,
    operands: "any",
    operators: "all",
    optionalErrors: ["NoMatchingCondition"],
  },
  CreateCallbackContact: {
    parameters: {
      InitialCallDelaySeconds: number(0, 604_800),
      MaximumConnectionAttempts: number(1, 100),
      RetryDelaySeconds: number(0, 604_800),
      "*": anything,
    },
    errors: failure,
  },
  UpdateContactCallbackNumber: {
    parameters: { CallbackNumber: text },
    errors: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
    optionalErrors: failure,
  },
  CheckMetricData: {
    parameters: { MetricType: text, "*": anything },
    errors: ["NoMatchingCondition", "NoMatchingError"],
    operands: "any",
    operators: "all",
  },
  GetMetricData: { parameters: { "QueueId?": text, "*": anything }, errors: failure },
  TagContact: { parameters: { Tags: map(text, { least: 1 }) }, errors: failure },
  UntagContact: { parameters: { TagKeys: anything }, errors: failure },
  ShowView: {
    parameters: {
      ViewResource: object({ Id: text, "Version?": text }),
      "InvocationTimeLimitSeconds?": number(1, 604_800),
      "ViewData?": anything,
      "SensitiveDataConfiguration?": anything,
    },
    errors: ["NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"],
    operands: "any",
  },
  DisconnectParticipant: ending,
  EndFlowExecution: ending,
  EndFlowModuleExecution: { ...ending, parameters: { "*": anything } },
};

/** Actions that the language has and whose parameters are not checked here. */
const others: readonly string[] = [
  "AssociateContactToCustomerProfile",
  "AuthenticateParticipant",
  "CheckOutboundCallStatus",
  "CheckVoiceId",
  "CompleteOutboundCall",
  "CreateCase",
  "CreateCustomerProfile",
  "CreatePersistentContactAssociation",
  "CreateTask",
  "DequeueContactAndTransferToQueue",
  "DistributeByPercentage",
  "GetCalculatedAttributesForCustomerProfile",
  "GetCase",
  "GetCustomerProfile",
  "GetCustomerProfileObject",
  "LoadContactContent",
  "Resume",
  "SendMessage",
  "SetVoiceId",
  "StartVoiceIdStream",
  "TransferContactToAgent",
  "UpdateCase",
  "UpdateContactMediaProcessing",
  "UpdateCustomerProfile",
  "UpdatePreviousContactParticipantState",
];

const unchecked: ActionRule = {
  parameters: { "*": anything },
  errors: [],
  operands: "any",
  operators: "all",
  ends: "may",
};

export const actionTypes: readonly string[] = [
  ...Object.keys(rules),
  "GetParticipantInput",
  "TransferParticipantToThirdParty",
  ...others,
];

/** Whether errors of an action are checked at all. */
export function isChecked(type: string): boolean {
  return !others.includes(type);
}

/** The rule for an action; null where the language has no such action. Two actions have rules that depend on their parameters. */
export function ruleOf({ Type, Parameters }: Pick<FlowAction, "Type" | "Parameters">): ActionRule | null {
  if (Type === "GetParticipantInput") return inputRule(Parameters);
  if (Type === "TransferParticipantToThirdParty") return transferRule(Parameters);
  if (Object.hasOwn(rules, Type)) return rules[Type] ?? null;
  return others.includes(Type) ? unchecked : null;
}

function inputRule(parameters: FlowAction["Parameters"]): ActionRule {
  const isStored = String(parameters.StoreInput).toLowerCase() === "true";
  const shared = { parameters: participantInput, oneOf: onePrompt };
  if (isStored) return { ...shared, errors: failure, optionalErrors: ["InvalidPhoneNumber"] };
  return {
    ...shared,
    errors: ["NoMatchingCondition", "NoMatchingError", "InputTimeLimitExceeded"],
    operands: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "*", "#"],
  };
}

function transferRule(parameters: FlowAction["Parameters"]): ActionRule {
  const resumes = String(parameters.ContinueFlowExecution).toLowerCase() !== "false";
  return {
    parameters: {
      "ThirdPartyPhoneNumber?": text,
      "VoiceConnector?": anything,
      ThirdPartyConnectionTimeLimitSeconds: number(1, 600),
      ContinueFlowExecution: trueOrFalse,
      "CallerId?": object({ Number: text, "Name?": text }),
      "ThirdPartyDTMFDigits?": text,
    },
    oneOf: ["ThirdPartyPhoneNumber", "VoiceConnector"],
    errors: resumes ? ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"] : failure,
    ends: resumes ? undefined : "may",
  };
}
