import { type ActionRule, failure, type RuleOfType, saysYes } from "./actionRule";
import {
  anything,
  fixedNumber,
  fixedWord,
  list,
  map,
  number,
  numberOf,
  object,
  path,
  text,
  textOf,
  trueOrFalse,
  word,
} from "./shapes";
import type { FlowAction } from "./types";

const ending: ActionRule = { parameters: {}, errors: [], ends: "must" };
const always = Number.MAX_SAFE_INTEGER;
const hooks = [
  ...["AgentHold", "AgentWhisper", "CustomerHold", "CustomerQueue", "CustomerRemaining", "CustomerWhisper"],
  ...["DefaultAgentUI", "DisconnectAgentUI", "PauseContact", "ResumeContact"],
];
const numberOperators = [
  ...["Equals", "NumberGreaterThan", "NumberGreaterOrEqualTo", "NumberLessThan", "NumberLessOrEqualTo"],
];
const agentMetrics = ["NumberOfAgentsAvailable", "NumberOfAgentsStaffed", "NumberOfAgentsOnline"];
const queueMetrics = ["OldestContactInQueueAgeSeconds", "NumberOfContactsInQueue"];

/** What the flow knows, decides and asks of the outside, and where it goes. */
export const contactRules: Readonly<Record<string, RuleOfType>> = {
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
    parameters: { FlowAttributes: map(object({ "Type?": text, Value: anything }), { least: 1 }) },
    errors: failure,
    neededErrors: failure,
  },
  UpdateContactData: {
    // Which fields there are grows with the service.
    parameters: { "LanguageCode?": text, "WisdomSessionArn?": text, "*": anything },
    together: (parameters) => (Object.keys(parameters).length === 0 ? ["Nothing is updated. Write a field."] : []),
    errors: failure,
  },
  UpdateContactMediaStreamingBehavior: {
    parameters: {
      MediaStreamingState: fixedWord("Enabled", "Disabled"),
      MediaStreamType: fixedWord("Audio"),
      Participants: list(
        object({ ParticipantType: fixedWord("Customer"), MediaDirections: list(fixedWord("From", "To"), 1) }),
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
      "AnalyticsBehavior?": object({ "Enabled?": trueOrFalse }),
    },
    errors: [],
  },
  InvokeLambdaFunction: {
    parameters: {
      LambdaFunctionARN: text,
      // 8 s where the flow waits for it, 60 s where it does not.
      InvocationTimeLimitSeconds: fixedNumber(1, 60),
      "InvocationType?": fixedWord("SYNCHRONOUS", "ASYNCHRONOUS"),
      "LambdaInvocationAttributes?": map(anything),
      "ResponseValidation?": object({ ResponseType: fixedWord("STRING_MAP", "JSON") }),
    },
    together({ InvocationType, InvocationTimeLimitSeconds }) {
      const limit = numberOf(InvocationTimeLimitSeconds);
      return InvocationType !== "ASYNCHRONOUS" && limit > 8 && limit <= 60
        ? [`InvocationTimeLimitSeconds is "${limit}". The flow waits "8" at most.`]
        : [];
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
  DistributeByPercentage: {
    parameters: { "*": anything },
    errors: ["NoMatchingCondition"],
    operands: "numbers",
    operators: ["NumberLessThan"],
  },
  Loop: {
    parameters: { LoopCount: number(0, 100) },
    errors: [],
    operands: ["ContinueLooping", "DoneLooping"],
    neededOperands: ["ContinueLooping", "DoneLooping"],
  },
  Wait: waitRule,
  CreateWisdomSession: { parameters: { WisdomAssistantArn: text }, errors: failure },
  UpdateContactTargetQueue: {
    parameters: { "QueueId?": text, "AgentId?": text },
    oneOf: ["QueueId", "AgentId"],
    errors: failure,
  },
  TransferContactToQueue: { parameters: {}, errors: ["QueueAtCapacity", "NoMatchingError"], ends: "may" },
  UpdateContactEventHooks: {
    parameters: {
      EventHooks: map(text, { least: 1, most: 1, names: hooks }),
      "EventHooksConfiguration?": map(anything, { names: hooks }),
    },
    errors: failure,
  },
  UpdateContactRoutingBehavior: {
    parameters: {
      "QueuePriority?": number(1, always),
      "QueueTimeAdjustmentSeconds?": number(-604_800, 604_800),
    },
    oneOf: ["QueuePriority", "QueueTimeAdjustmentSeconds"],
    errors: [],
    optionalErrors: failure,
  },
  UpdateContactRoutingCriteria: { parameters: { RoutingCriteria: anything }, errors: failure },
  TransferToFlow: { parameters: { ContactFlowId: text }, errors: failure, ends: "may" },
  InvokeFlowModule: {
    parameters: { FlowModuleId: text, "Input?": map(anything) },
    errors: failure,
    optionalErrors: ["NoMatchingCondition"],
    operands: "any",
  },
  CreateCallbackContact: {
    parameters: {
      // Three days at most.
      InitialCallDelaySeconds: fixedNumber(0, 259_200),
      MaximumConnectionAttempts: fixedNumber(1, always),
      RetryDelaySeconds: fixedNumber(0, 259_200),
      "QueueId?": text,
      "AgentId?": text,
      "*": anything,
    },
    together: queueOrAgent,
    errors: failure,
  },
  UpdateContactCallbackNumber: {
    parameters: { CallbackNumber: path },
    errors: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
    optionalErrors: failure,
  },
  CheckMetricData: metricRule,
  GetMetricData: {
    parameters: { "QueueId?": text, "AgentId?": text, "QueueChannel?": text, "*": anything },
    together: queueOrAgent,
    errors: failure,
  },
  TagContact: { parameters: { Tags: map(text, { least: 1 }) }, errors: failure },
  UntagContact: { parameters: { TagKeys: list(text, 1) }, errors: failure },
  DisconnectParticipant: ending,
  EndFlowExecution: ending,
  EndFlowModuleExecution: { ...ending, parameters: { "Result?": text, "ResultData?": map(anything) } },
};

/** Waits for a time or an event; or goes on at once, and comes back when the time has passed. */
function waitRule(parameters: FlowAction["Parameters"]): ActionRule {
  const goesOn = saysYes(parameters.ContinueExecution);
  return {
    parameters: {
      TimeLimitSeconds: number(1, 604_800),
      "Events?": list(text),
      [goesOn ? "MinimumWaitTimeSeconds" : "MinimumWaitTimeSeconds?"]: number(0, 604_800),
      "ContinueExecution?": trueOrFalse,
    },
    errors: failure,
    optionalErrors: ["ParticipantNotFound"],
    operands: goesOn ? ["Continue", "WaitCompleted"] : "any",
    neededOperands: goesOn ? ["Continue", "WaitCompleted"] : [],
  };
}

/** Of agents the service only tells whether there are any. */
function metricRule(parameters: FlowAction["Parameters"]): ActionRule {
  const isOfAgents = agentMetrics.includes(textOf(parameters.MetricType));
  return {
    parameters: {
      MetricType: fixedWord(...agentMetrics, ...queueMetrics),
      "QueueId?": text,
      "AgentId?": text,
      "QueueChannel?": text,
    },
    together: queueOrAgent,
    errors: ["NoMatchingCondition", "NoMatchingError"],
    neededErrors: ["NoMatchingCondition"],
    operands: isOfAgents ? ["0"] : "numbers",
    operators: isOfAgents ? ["NumberGreaterThan"] : numberOperators,
  };
}

function queueOrAgent({ QueueId, AgentId }: FlowAction["Parameters"]): readonly string[] {
  return QueueId !== undefined && AgentId !== undefined ? ["QueueId and AgentId are given. Write one of them."] : [];
}
