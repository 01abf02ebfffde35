import { action, disconnect, invoke, media, say, withBranches } from "./actions";
import type { ContactFlow, FlowAction, Json } from "./types";

/** Flows of every kind, and among them every action that is played here, for tests. */
function flowOf(actions: readonly FlowAction[], more: { readonly [name: string]: Json } = {}): ContactFlow {
  const start = actions[0]?.Identifier ?? "";
  return { Version: "2019-10-30", StartAction: start, Metadata: {}, Actions: actions, ...more } as ContactFlow;
}

const end = (
  identifier: string,
  type = "EndFlowExecution",
  parameters: { readonly [name: string]: Json } = {},
): FlowAction => ({
  Identifier: identifier,
  Type: type,
  Parameters: parameters,
  Transitions: {},
});
const sorry = [say("sorry", { Text: "Something went wrong." }, "bye"), disconnect("bye")];

/** A menu, an account asked for by key, a bot, and the ways to people. */
export const inbound = flowOf([
  action("log", "UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "Enabled" }, "voice"),
  action(
    "voice",
    "UpdateContactTextToSpeechVoice",
    { TextToSpeechVoice: "Amy", TextToSpeechEngine: "neural", TextToSpeechStyle: "None" },
    "data",
  ),
  action("data", "UpdateContactData", { LanguageCode: "en-GB" }, "known", "sorry"),
  action("known", "UpdateContactAttributes", { Attributes: { from: "$.CustomerEndpoint.Address" } }, "kept", "sorry"),
  action("kept", "UpdateFlowAttributes", { FlowAttributes: { try: { Value: "first" } } }, "tag", "sorry"),
  action("tag", "TagContact", { Tags: { line: "sales" } }, "untag", "sorry"),
  action("untag", "UntagContact", { TagKeys: ["line"] }, "stream", "sorry"),
  action(
    "stream",
    "UpdateContactMediaStreamingBehavior",
    {
      MediaStreamingState: "Enabled",
      MediaStreamType: "Audio",
      Participants: [{ ParticipantType: "Customer", MediaDirections: ["From", "To"] }],
    },
    "record",
    "sorry",
  ),
  action(
    "record",
    "UpdateContactRecordingBehavior",
    { RecordingBehavior: { RecordedParticipants: ["Agent", "Customer"], IVRRecordingBehavior: "Enabled" } },
    "lookUp",
  ),
  invoke(
    "lookUp",
    "arn:aws:lambda:eu-west-2:111122223333:function:lookUp",
    5,
    { from: "$.Attributes.from" },
    {
      next: "kind",
      otherwise: "sorry",
    },
  ),
  withBranches(
    "kind",
    "Compare",
    { ComparisonValue: "$.External.kind" },
    { next: "hours", errors: { NoMatchingCondition: "hours" }, conditions: { account: "account", bot: "session" } },
  ),
  withBranches(
    "hours",
    "CheckHoursOfOperation",
    {},
    { next: "menu", errors: { NoMatchingError: "menu" }, conditions: { True: "menu", False: "distribute" } },
  ),
  withBranches(
    "menu",
    "GetParticipantInput",
    { Text: "Sales: 1. Anything else: 2.", StoreInput: "False", InputTimeLimitSeconds: "5" },
    {
      next: "again",
      errors: { NoMatchingCondition: "again", InputTimeLimitExceeded: "again", NoMatchingError: "sorry" },
      conditions: { "1": "staffed", "2": "module" },
    },
  ),
  withBranches(
    "again",
    "Loop",
    { LoopCount: "2" },
    { next: "sorry", conditions: { ContinueLooping: "menu", DoneLooping: "sorry" } },
  ),
  {
    ...withBranches(
      "staffed",
      "CheckMetricData",
      { MetricType: "NumberOfAgentsStaffed" },
      {
        next: "phone",
        errors: { NoMatchingCondition: "phone", NoMatchingError: "phone" },
      },
    ),
    Transitions: {
      NextAction: "phone",
      Errors: [
        { ErrorType: "NoMatchingCondition", NextAction: "phone" },
        { ErrorType: "NoMatchingError", NextAction: "phone" },
      ],
      Conditions: [{ NextAction: "metrics", Condition: { Operator: "NumberGreaterThan", Operands: ["0"] } }],
    },
  },
  action("metrics", "GetMetricData", {}, "long", "queueId"),
  say("long", { Text: "There are $.Metrics.Queue.Size before you." }, "queueId"),
  action("queueId", "UpdateContactTargetQueue", { QueueId: "$.External.queue" }, "urgent", "sorry"),
  action("urgent", "UpdateContactRoutingBehavior", { QueuePriority: "1" }, "skilled"),
  action("skilled", "UpdateContactRoutingCriteria", { RoutingCriteria: { Steps: [] } }, "whisper", "whisper"),
  action("whisper", "UpdateContactEventHooks", { EventHooks: { AgentWhisper: "arn:whisper" } }, "queue", "sorry"),
  withBranches(
    "queue",
    "TransferContactToQueue",
    {},
    { next: "bye", errors: { QueueAtCapacity: "phone", NoMatchingError: "sorry" } },
  ),
  withBranches(
    "phone",
    "TransferParticipantToThirdParty",
    {
      ThirdPartyPhoneNumber: "+442079460000",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "True",
      CallerId: { Number: "$.SystemEndpoint.Address" },
    },
    {
      next: "bye",
      errors: { CallFailed: "callBack", ConnectionTimeLimitExceeded: "callBack", NoMatchingError: "sorry" },
    },
  ),
  action(
    "account",
    "GetParticipantInput",
    {
      Text: "Your number, please.",
      StoreInput: "True",
      InputTimeLimitSeconds: "10",
      InputValidation: { PhoneNumberValidation: { NumberFormat: "Local", CountryCode: "GB" } },
      DTMFConfiguration: { DisableCancelKey: "False", InputTerminationSequence: "#" },
    },
    "number",
    "sorry",
  ),
  withBranches(
    "number",
    "UpdateContactCallbackNumber",
    { CallbackNumber: "$.StoredCustomerInput" },
    { next: "callBack", errors: { InvalidCallbackNumber: "callBack", CallbackNumberNotDialable: "sorry" } },
  ),
  action(
    "callBack",
    "CreateCallbackContact",
    { InitialCallDelaySeconds: "60", MaximumConnectionAttempts: "2", RetryDelaySeconds: "600" },
    "promised",
    "sorry",
  ),
  say("promised", media("s3://prompts/callBack.wav"), "bye", "sorry"),
  action("session", "CreateWisdomSession", { WisdomAssistantArn: "arn:assistant" }, "bot", "sorry"),
  withBranches(
    "bot",
    "ConnectParticipantWithLexBot",
    {
      Text: "What is it about?",
      LexV2Bot: { AliasArn: "arn:alias" },
      LexSessionAttributes: { a: "$.Attributes.from" },
    },
    {
      next: "oldBot",
      errors: { NoMatchingCondition: "oldBot", NoMatchingError: "sorry" },
      conditions: { yes: "slot" },
    },
  ),
  say("slot", { Text: "You said $.Lex.Slots.day." }, "bye"),
  withBranches(
    "oldBot",
    "ConnectParticipantWithLexBot",
    { Text: "Yes or no?", LexBot: { Name: "YesNo", Region: "us-east-1", Alias: "live" } },
    { next: "pause", errors: { NoMatchingCondition: "pause", NoMatchingError: "sorry" } },
  ),
  withBranches(
    "pause",
    "Wait",
    { TimeLimitSeconds: "60", Events: ["CustomerReturned"] },
    {
      next: "bye",
      errors: { NoMatchingError: "sorry" },
      conditions: { WaitCompleted: "sorry", CustomerReturned: "menu" },
    },
  ),
  {
    ...action("distribute", "DistributeByPercentage", {}, "transfer"),
    Transitions: {
      NextAction: "transfer",
      Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "transfer" }],
      Conditions: [{ NextAction: "profile", Condition: { Operator: "NumberLessThan", Operands: ["11"] } }],
    },
  },
  action("profile", "GetCustomerProfile", { ProfileRequestData: { IdentifierName: "_phone" } }, "transfer", "transfer"),
  action("transfer", "TransferToFlow", { ContactFlowId: "arn:other" }, "bye", "sorry"),
  {
    ...action("module", "InvokeFlowModule", { FlowModuleId: "module-1", Input: { name: "$.Attributes.from" } }, "bye"),
    Transitions: {
      NextAction: "sorry",
      Errors: [
        { ErrorType: "NoMatchingCondition", NextAction: "sorry" },
        { ErrorType: "NoMatchingError", NextAction: "sorry" },
      ],
      Conditions: [{ NextAction: "told", Condition: { Operator: "Equals", Operands: ["found"] } }],
    },
  },
  say("told", { Text: "Hello $.Modules.ResultData.name." }, "bye"),
  ...sorry,
]);

/** Looks a name up, and says by its result whether there is one. */
export const module = flowOf(
  [
    action("mine", "UpdateFlowAttributes", { FlowAttributes: { try: { Value: "module" } } }, "find", "none"),
    invoke("find", "arn:find", 8, { name: "$.Modules.Input.name" }, { next: "said", otherwise: "none" }),
    say("said", { Text: "One moment, $.FlowAttributes.try." }, "found", "none"),
    end("found", "EndFlowModuleExecution", { Result: "found", ResultData: { name: "$.External.name" } }),
    end("none", "EndFlowModuleExecution"),
  ],
  { Settings: { InputParameters: [], OutputParameters: [], Transitions: [] } },
);

/** What is heard in a queue, until nobody comes. */
export const customerQueue = flowOf([
  withBranches(
    "music",
    "MessageParticipantIteratively",
    {
      Messages: [{ Text: "Please hold." }, { PromptId: "prompt-1" }],
      InterruptFrequencySeconds: "20",
      ContinueMessagingDuringInterrupt: "true",
    },
    { next: "bye", errors: { NoMatchingError: "rest" }, conditions: { MessagesInterrupted: "patience" } },
  ),
  withBranches(
    "patience",
    "Loop",
    { LoopCount: "3" },
    { next: "bye", conditions: { ContinueLooping: "music", DoneLooping: "later" } },
  ),
  say("later", { Text: "Please call later." }, "bye"),
  disconnect("bye"),
  end("rest"),
]);

/** Music for as long as it takes. */
export const customerHold = flowOf(
  [{ ...end("music", "MessageParticipantIteratively", { Messages: [{ SSML: "<speak>Music.</speak>" }] }) }],
  { Metadata: { type: "customerHold" } },
);

/** What an agent hears before the caller. */
export const agentWhisper = flowOf([say("from", { Text: "A call from $.Queue.Name." }, "rest"), end("rest")], {
  Metadata: { type: "agentWhisper" },
});

/** A view for an agent. */
export const guide = flowOf([
  withBranches(
    "view",
    "ShowView",
    {
      ViewResource: { Id: "view-1:$LATEST" },
      InvocationTimeLimitSeconds: "60",
      ViewData: { name: "$.Attributes.from" },
    },
    {
      next: "bye",
      errors: { NoMatchingCondition: "bye", NoMatchingError: "bye", TimeLimitExceeded: "bye" },
      conditions: { Next: "note" },
    },
  ),
  action("note", "UpdateContactAttributes", { Attributes: { note: "$.Views.ViewResultData.name" } }, "bye", "bye"),
  disconnect("bye"),
]);

export const kinds = { inbound, module, customerQueue, customerHold, agentWhisper, guide };
