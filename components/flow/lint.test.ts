import fc from "fast-check";
import { lintFlow } from "./lint";
import { renderContactFlow } from "./render";
import { settings } from "./settings.fixture";

type Loose = { [name: string]: unknown };

const goodbye: Loose = { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
const failure = [{ ErrorType: "NoMatchingError", NextAction: "bye" }];

function action(Type: string, Parameters: Loose, Transitions: Loose = {}): Loose {
  return { Identifier: "it", Type, Parameters, Transitions: { NextAction: "bye", Errors: failure, ...Transitions } };
}

function flowOf(first: Loose, ...others: Loose[]): Loose {
  return { Version: "2019-10-30", StartAction: first.Identifier, Metadata: {}, Actions: [first, ...others, goodbye] };
}

const condition = (Operator: unknown, ...Operands: unknown[]) => ({
  NextAction: "bye",
  Condition: { Operator, Operands },
});
const when = (...conditions: Loose[]) => ({ Conditions: conditions });
const errors = (...names: string[]) => ({ Errors: names.map((ErrorType) => ({ ErrorType, NextAction: "bye" })) });

const messagesOf = (flow: unknown) => lintFlow(flow).errors.map(({ message }) => message);
const warningsOf = (flow: unknown) => lintFlow(flow).warnings.map(({ message }) => message);

const compare = (...conditions: Loose[]) =>
  action("Compare", { ComparisonValue: "$.External.a" }, { ...errors("NoMatchingCondition"), ...when(...conditions) });
const input = (parameters: Loose, transitions: Loose = {}) =>
  action(
    "GetParticipantInput",
    { Text: "Press.", StoreInput: "False", InputTimeLimitSeconds: "5", ...parameters },
    { ...errors("NoMatchingCondition", "NoMatchingError", "InputTimeLimitExceeded"), ...transitions },
  );
const transfer = (ContinueFlowExecution: string, names: string[]) =>
  action(
    "TransferParticipantToThirdParty",
    { ThirdPartyPhoneNumber: "+15035550101", ThirdPartyConnectionTimeLimitSeconds: "30", ContinueFlowExecution },
    errors(...names),
  );

test.each<[string, Loose]>([
  ["a message with a branch for its failure", action("MessageParticipant", { Text: "Hi." })],
  ["a message without one", action("MessageParticipant", { Text: "Hi." }, { Errors: undefined })],
  ["a text that is one space", action("MessageParticipant", { Text: " " })],
  ["a text that starts with a price", action("MessageParticipant", { Text: "$5.00 is the price of $.External.name" })],
  [
    "an action without parameters where none is needed",
    { ...action("TransferContactToQueue", {}, errors("QueueAtCapacity", "NoMatchingError")), Parameters: undefined },
  ],
  ["attributes without a target contact", action("UpdateContactAttributes", { Attributes: { a: "$.External.b" } })],
  [
    "a number that is a JSONPath",
    action("Wait", { TimeLimitSeconds: "$.External.seconds" }, when(condition("Equals", "WaitCompleted"))),
  ],
  [
    "a comparison by every operator",
    compare(condition("TextStartsWith", "a"), condition("NumberGreaterThan", "1"), condition("KeyExists", "a")),
  ],
  ["a key that is asked for", input({}, when(condition("Equals", "1"), condition("Equals", "#")))],
  [
    "a key that is stored",
    input(
      { StoreInput: "True", InputValidation: { CustomValidation: { MaximumLength: "1" } } },
      errors("NoMatchingError"),
    ),
  ],
  ["a transfer that comes back", transfer("True", ["CallFailed", "ConnectionTimeLimitExceeded", "NoMatchingError"])],
  ["a transfer that does not", transfer("False", ["NoMatchingError"])],
  [
    "a view with values that are no texts",
    action(
      "ShowView",
      { ViewResource: { Id: "v" }, ViewData: { a: true } },
      errors("NoMatchingCondition", "NoMatchingError", "TimeLimitExceeded"),
    ),
  ],
  [
    "event hooks with their configuration",
    action("UpdateContactEventHooks", {
      EventHooks: { CustomerQueue: "arn" },
      EventHooksConfiguration: { CustomerQueue: { DisableExecution: "false" } },
    }),
  ],
  ["an action of the language that is not checked closely", action("CreateTask", { Name: "Call back" })],
])("%s is in order", (_, first) => {
  expect(lintFlow(flowOf(first))).toEqual({ errors: [], warnings: [] });
});

test("messages in turns on hold may lead nowhere", () => {
  const hold = { ...action("MessageParticipantIteratively", { Messages: [{ Text: "Music." }] }), Transitions: {} };
  expect(messagesOf(flowOf(hold))).toEqual([]);
});

test.each<[string, Loose, string]>([
  ["an unknown type", action("MessageParticipent", { Text: "Hi." }), 'Did you mean "MessageParticipant"?'],
  [
    "a missing parameter",
    action("InvokeLambdaFunction", { InvocationTimeLimitSeconds: "3" }),
    "LambdaFunctionARN is missing.",
  ],
  [
    "a mistyped parameter",
    action("MessageParticipant", { Text: "Hi.", SkipWhenDTMFBufferEnable: "true" }),
    'has no parameter "SkipWhenDTMFBufferEnable"',
  ],
  ["an empty text", action("MessageParticipant", { Text: "" }), 'Text is "". A text may not be empty'],
  ["an empty text deep inside", action("UpdateContactAttributes", { Attributes: { a: "" } }), 'Attributes.a is ""'],
  [
    "a number that is no text",
    action(
      "Loop",
      { LoopCount: 3 },
      { Errors: [], ...when(condition("Equals", "ContinueLooping"), condition("Equals", "DoneLooping")) },
    ),
    "LoopCount is 3.",
  ],
  [
    "a boolean that is no text",
    action("UpdateContactData", { LanguageCode: true }),
    'LanguageCode is true. Write it as text: "true".',
  ],
  ["a nothing", action("UpdateContactData", { LanguageCode: null }), "LanguageCode is null."],
  ["no field to update", action("UpdateContactData", {}), "Nothing is updated."],
  [
    "two prompts in one",
    action("MessageParticipant", { Text: "Hi.", SSML: "<speak>Hi.</speak>" }),
    "2 of Text, SSML, PromptId, Media is given.",
  ],
  ["no prompt", action("MessageParticipant", {}), "None of Text, SSML, PromptId, Media is given."],
  [
    "sound from elsewhere than S3",
    action("MessageParticipant", { Media: { Uri: "u", SourceType: "HTTP", MediaType: "Audio" } }),
    'Media.SourceType is "HTTP". Write "S3".',
  ],
  [
    "a limit of a function above 8 s",
    action("InvokeLambdaFunction", { LambdaFunctionARN: "a", InvocationTimeLimitSeconds: "9" }),
    'The flow waits "8" at most.',
  ],
  [
    "a limit of zero",
    action("InvokeLambdaFunction", { LambdaFunctionARN: "a", InvocationTimeLimitSeconds: "0" }),
    'InvocationTimeLimitSeconds is "0".',
  ],
  [
    "a word that is none of the known",
    action("UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "On" }, { Errors: [] }),
    'FlowLoggingBehavior is "On". Write "Enabled" or "Disabled".',
  ],
  [
    "an engine that does not exist",
    action("UpdateContactTextToSpeechVoice", { TextToSpeechVoice: "Ruth", TextToSpeechEngine: "best" }),
    'TextToSpeechEngine is "best"',
  ],
  [
    "a comparison with a literal",
    action("Compare", { ComparisonValue: "open" }, errors("NoMatchingCondition")),
    'ComparisonValue is "open". Write a JSONPath',
  ],
  [
    "a comparison without a leaf",
    action("Compare", { ComparisonValue: "$.External." }, errors("NoMatchingCondition")),
    "Write a JSONPath",
  ],
  [
    "a JSONPath that leads to no leaf elsewhere",
    action("UpdateContactTargetQueue", { QueueId: "$.Attributes." }),
    "which is no JSONPath",
  ],
  ["an operator that does not exist", compare(condition("Contains", "a")), 'Conditions[0].Operator is "Contains".'],
  ["an operator that this action does not know", input({}, when(condition("TextContains", "1"))), "Write Equals."],
  ["two operands", compare(condition("Equals", "a", "b")), "Write exactly one text that is not empty."],
  ["no operand", compare(condition("Equals")), "Write exactly one text"],
  ["an empty operand", compare(condition("Equals", "")), "Write exactly one text"],
  ["an operand that is no text", compare(condition("Equals", 1)), "Write exactly one text"],
  ["the same operand twice", compare(condition("Equals", "a"), condition("Equals", "a")), 'Conditions has "a" twice.'],
  ["a key that no phone has", input({}, when(condition("Equals", "12"))), "Write one of 1, 2"],
  [
    "conditions where there are none",
    action("MessageParticipant", { Text: "Hi." }, when(condition("Equals", "a"))),
    "The action knows no conditions.",
  ],
  [
    "an error that the action does not know",
    action("Compare", { ComparisonValue: "$.External.a" }, errors("NoMatchingError", "NoMatchingCondition")),
    '"NoMatchingError", which Compare does not know here. It knows NoMatchingCondition.',
  ],
  [
    "an error of an action without any",
    action("UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "Enabled" }),
    "It knows none.",
  ],
  [
    "a limit for keys that are stored",
    input({ StoreInput: "True" }, errors("NoMatchingError", "InputTimeLimitExceeded")),
    '"InputTimeLimitExceeded", which GetParticipantInput does not know here.',
  ],
  [
    "a lost connection on a transfer that does not come back",
    transfer("False", ["NoMatchingError", "CallFailed"]),
    '"CallFailed", which TransferParticipantToThirdParty does not know here.',
  ],
  [
    "the same error twice",
    action("MessageParticipant", { Text: "Hi." }, errors("NoMatchingError", "NoMatchingError")),
    'Errors has "NoMatchingError" twice.',
  ],
  [
    "an error branch that leads nowhere",
    action("MessageParticipant", { Text: "Hi." }, { Errors: [{ ErrorType: "NoMatchingError" }] }),
    "Errors[0].NextAction is missing.",
  ],
  [
    "an error branch into nothing",
    action("MessageParticipant", { Text: "Hi." }, { Errors: [{ ErrorType: "NoMatchingError", NextAction: "by" }] }),
    'Errors[0].NextAction is "by", which is no action. Did you mean "bye"?',
  ],
  [
    "no next action",
    action("MessageParticipant", { Text: "Hi." }, { NextAction: undefined }),
    "NextAction is missing.",
  ],
  [
    "a next action that is not there",
    action("MessageParticipant", { Text: "Hi." }, { NextAction: "later" }),
    'NextAction is "later", which is no action.',
  ],
  ["an end that leads on", { ...goodbye, Identifier: "it", Transitions: { NextAction: "bye" } }, "it can lead nowhere"],
  [
    "two event hooks in one action",
    action("UpdateContactEventHooks", { EventHooks: { CustomerQueue: "a", CustomerHold: "b" } }),
    "EventHooks has 2 entries. Write exactly 1.",
  ],
  [
    "an interruption that never comes",
    action(
      "MessageParticipantIteratively",
      { Messages: [{ Text: "Hi." }] },
      when(condition("Equals", "MessagesInterrupted")),
    ),
    "without InterruptFrequencySeconds",
  ],
  [
    "an identifier with a forbidden character",
    { ...action("MessageParticipant", { Text: "Hi." }), Identifier: "a/b" },
    'has "/", which is not allowed',
  ],
  [
    "an identifier that is too long",
    { ...action("MessageParticipant", { Text: "Hi." }), Identifier: "a".repeat(51) },
    "has 51 characters. At most 50",
  ],
  [
    "no identifier",
    { ...action("MessageParticipant", { Text: "Hi." }), Identifier: undefined },
    "An action's Identifier is nothing.",
  ],
  [
    "parameters that are no object",
    { ...action("MessageParticipant", {}), Parameters: [] },
    "Parameters is []. Write an object.",
  ],
  [
    "no transitions",
    { ...action("MessageParticipant", { Text: "Hi." }), Transitions: undefined },
    "Transitions is nothing. Write an object.",
  ],
])("%s is an error", (_, first, message) => {
  expect(messagesOf(flowOf(first))).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

test("a finding names its action, and one fault is said once", () => {
  const [only, ...more] = lintFlow(
    flowOf(action("UpdateFlowLoggingBehavior", { FlowLoggingBehavior: "" }, { Errors: [] })),
  ).errors;
  expect(only?.action).toBe("it");
  expect(more).toEqual([]);
});

test("two actions of one name are an error", () => {
  expect(
    messagesOf(flowOf(action("MessageParticipant", { Text: "a" }), action("MessageParticipant", { Text: "b" }))),
  ).toEqual(["Another action has the same Identifier. Each must be unique."]);
});

test("a missing error branch and an action that nothing leads to are warnings", () => {
  const lonely = { ...action("MessageParticipant", { Text: "Hi." }), Identifier: "lonely" };
  const flow = flowOf(
    action("InvokeLambdaFunction", { LambdaFunctionARN: "a", InvocationTimeLimitSeconds: "3" }, { Errors: [] }),
    lonely,
  );
  expect(lintFlow(flow)).toEqual({
    errors: [],
    warnings: [
      {
        action: "it",
        message: "There is no branch for the error NoMatchingError. Where it happens the call is dropped: add one.",
      },
      { action: "lonely", message: 'No branch leads to "lonely". Lead one there, or take it out.' },
    ],
  });
});

test("a circle apart from the rest is reached by nothing", () => {
  const circle = {
    ...action("MessageParticipant", { Text: "Hi." }, { NextAction: "circle", Errors: [] }),
    Identifier: "circle",
  };
  expect(warningsOf(flowOf(action("MessageParticipant", { Text: "Hi." }), circle))).toEqual([
    'No branch leads to "circle". Lead one there, or take it out.',
  ]);
});

test("250 actions are allowed, and no more", () => {
  const chain = (count: number) =>
    flowOf(
      action("MessageParticipant", { Text: "Hi." }, { NextAction: "a1" }),
      ...Array.from({ length: count - 2 }, (_, index) => ({
        ...action(
          "MessageParticipant",
          { Text: "Hi." },
          { NextAction: index + 1 < count - 2 ? `a${index + 2}` : "bye" },
        ),
        Identifier: `a${index + 1}`,
      })),
    );
  expect(messagesOf(chain(250))).toEqual([]);
  expect(messagesOf(chain(251))).toEqual(["The flow has 251 actions. At most 250 are allowed."]);
});

test.each([
  ["nothing", null, "The flow is null."],
  ["a text", "flow", 'The flow is "flow".'],
  ["a list", [], "The flow is []."],
  ["an empty object", {}, "Version is nothing."],
  ["another version", { ...flowOf(goodbye), Version: "2020" }, 'Version is "2020". Write "2019-10-30".'],
  ["no actions", { Version: "2019-10-30", StartAction: "a", Actions: [] }, 'StartAction is "a", which is no action.'],
  ["actions that are no list", { Version: "2019-10-30", StartAction: "a", Actions: {} }, "Actions is {}."],
  [
    "an action that is no object",
    { Version: "2019-10-30", StartAction: "bye", Actions: [goodbye, 7] },
    "Actions[1] is 7.",
  ],
])("%s is no flow, and said to be none", (_, document, message) => {
  expect(messagesOf(document)).toEqual(expect.arrayContaining([expect.stringContaining(message)]));
});

test("whatever it is given, the linter answers", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (type, parameters, transitions) => {
      const strange = { Identifier: "it", Type: type, Parameters: parameters, Transitions: transitions };
      expect(
        lintFlow({ Version: "2019-10-30", StartAction: "it", Actions: [strange] }).errors.length,
      ).toBeGreaterThanOrEqual(0);
      const known = { ...strange, Type: "GetParticipantInput" };
      expect(lintFlow({ Version: "2019-10-30", StartAction: "it", Actions: [known] }).errors.length).toBeGreaterThan(0);
    }),
  );
});

test("any way in a sound flow that is bent into nothing is found", () => {
  const flow = renderContactFlow(settings);
  for (const one of flow.Actions) {
    for (const [index] of (one.Transitions.Errors ?? []).entries()) {
      const bent = structuredClone(flow) as unknown as {
        Actions: { Identifier: string; Transitions: { Errors: { NextAction: string }[] } }[];
      };
      const branch = bent.Actions.find(({ Identifier }) => Identifier === one.Identifier)?.Transitions.Errors[index];
      if (branch !== undefined) branch.NextAction = "nowhere at all";
      expect(lintFlow(bent).errors).toEqual([
        {
          action: one.Identifier,
          message: expect.stringContaining(`Errors[${index}].NextAction is "nowhere at all", which is no action.`),
        },
      ]);
    }
  }
});
