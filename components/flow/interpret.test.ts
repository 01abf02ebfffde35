import { advance, startFlow } from "./interpret";
import type { ContactFlow, FlowAction, FlowAnswer, FlowRun } from "./types";

const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };
const bye = { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };

function flow(...actions: FlowAction[]): ContactFlow {
  return { Version: "2019-10-30", StartAction: actions[0]?.Identifier ?? "", Metadata: {}, Actions: [...actions, bye] };
}

function say(Identifier: string, text: string, NextAction = "bye", otherwise?: string): FlowAction {
  const Errors = otherwise === undefined ? [] : [{ ErrorType: "NoMatchingError", NextAction: otherwise }];
  return { Identifier, Type: "MessageParticipant", Parameters: { Text: text }, Transitions: { NextAction, Errors } };
}

const lambda: FlowAction = {
  Identifier: "ask",
  Type: "InvokeLambdaFunction",
  Parameters: {
    LambdaFunctionARN: "arn:f",
    InvocationTimeLimitSeconds: "3",
    LambdaInvocationAttributes: { number: "$.CustomerEndpoint.Address", missing: "$.External.nothing", fixed: "yes" },
  },
  Transitions: { NextAction: "told", Errors: [{ ErrorType: "NoMatchingError", NextAction: "sorry" }] },
};

function play(start: FlowRun, ...answers: FlowAnswer[]): FlowRun {
  return answers.reduce(advance, start);
}

test("a function is asked with what the flow knows, and its answer is known from then on", () => {
  const start = startFlow(
    flow(lambda, say("told", "Hello $.External.name, call $.External.count."), say("sorry", "Sorry.")),
    contact,
  );
  expect(start.request).toMatchObject({
    type: "invokeLambda",
    arn: "arn:f",
    timeLimitMs: 3_000,
    isAsynchronous: false,
    event: {
      Name: "ContactFlowEvent",
      Details: {
        ContactData: { ContactId: "c-1", CustomerEndpoint: { Address: "+15551230001" } },
        Parameters: { number: "+15551230001", fixed: "yes" },
      },
    },
  });
  expect(start.request).not.toHaveProperty("event.Details.Parameters.missing");
  const told = advance(start, { type: "lambdaResult", result: { name: "Dana", count: 3 } });
  expect(told.request).toEqual({ type: "play", prompt: { type: "text", text: "Hello Dana, call 3." } });
  expect(advance(told, { type: "done" }).request).toEqual({ type: "disconnect" });
});

test.each([
  ["nothing", null],
  ["a text", "ok"],
  ["a list", []],
  ["a nested object where a flat one was asked for", { a: { b: 1 } }],
  ["more than 32 KB", { a: "x".repeat(33_000) }],
])("a function that answers %s takes the error branch", (_, result) => {
  const start = startFlow(flow(lambda, say("told", "Hi."), say("sorry", "Sorry.")), contact);
  expect(advance(start, { type: "lambdaResult", result }).action).toBe("sorry");
});

test("a withheld number is anonymous to the functions", () => {
  const start = startFlow(flow(lambda), { ...contact, from: null });
  expect(start.request).toMatchObject({
    event: { Details: { ContactData: { CustomerEndpoint: { Address: "anonymous" } } } },
  });
});

test("a stream is handed to the functions after it", () => {
  const stream: FlowAction = {
    Identifier: "stream",
    Type: "UpdateContactMediaStreamingBehavior",
    Parameters: {
      MediaStreamingState: "Enabled",
      MediaStreamType: "Audio",
      Participants: [{ ParticipantType: "Customer", MediaDirections: ["From"] }],
    },
    Transitions: { NextAction: "ask" },
  };
  const start = startFlow(flow(stream, lambda), contact);
  expect(start.request).toEqual({ type: "setStreaming", isEnabled: true, directions: ["From"] });
  const asked = advance(start, {
    type: "streaming",
    streamArn: "arn:s",
    startFragmentNumber: "91",
    startTimestamp: "1700",
  });
  expect(asked.request).toMatchObject({
    event: {
      Details: {
        ContactData: {
          MediaStreams: {
            Customer: { Audio: { StreamARN: "arn:s", StartFragmentNumber: "91", StartTimestamp: "1700" } },
          },
        },
      },
    },
  });
});

const compare = (Operator: string, operand: string): FlowAction => ({
  Identifier: "compare",
  Type: "Compare",
  Parameters: { ComparisonValue: "$.Attributes.value" },
  Transitions: {
    NextAction: "no",
    Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "no" }],
    Conditions: [{ NextAction: "yes", Condition: { Operator, Operands: [operand] } }],
  },
});

test.each([
  ["Equals", "7", "7", "yes"],
  ["Equals", "7", "8", "no"],
  ["TextStartsWith", "+1503", "+1", "yes"],
  ["TextEndsWith", "+1503", "03", "yes"],
  ["TextContains", "+1503", "150", "yes"],
  ["TextContains", "+1503", "9", "no"],
  ["NumberGreaterThan", "10", "9", "yes"],
  ["NumberGreaterThan", "9", "9", "no"],
  ["NumberGreaterOrEqualTo", "9", "9", "yes"],
  ["NumberLessThan", "9", "10", "yes"],
  ["NumberLessOrEqualTo", "11", "10", "no"],
  ["NumberLessThan", "many", "10", "no"],
  ["KeyExists", "7", "value", "yes"],
])("%s of %s and %s: %s", (operator, value, operand, expected) => {
  const set: FlowAction = {
    Identifier: "set",
    Type: "UpdateContactAttributes",
    Parameters: { Attributes: { value } },
    Transitions: { NextAction: "compare" },
  };
  expect(startFlow(flow(set, compare(operator, operand), say("yes", "Yes."), say("no", "No.")), contact).action).toBe(
    expected,
  );
});

test("a value that is not there matches nothing", () => {
  expect(startFlow(flow(compare("Equals", "7"), say("yes", "Yes."), say("no", "No.")), contact).action).toBe("no");
});

test("a loop continues as often as it says, is done, and may be entered anew", () => {
  const loop: FlowAction = {
    Identifier: "loop",
    Type: "Loop",
    Parameters: { LoopCount: "2" },
    Transitions: {
      NextAction: "out",
      Conditions: [
        { NextAction: "in", Condition: { Operator: "Equals", Operands: ["ContinueLooping"] } },
        { NextAction: "out", Condition: { Operator: "Equals", Operands: ["DoneLooping"] } },
      ],
    },
  };
  let run = startFlow(flow(loop, say("in", "Again.", "loop"), say("out", "Done.", "loop")), contact);
  const heard: string[] = [];
  for (let step = 0; step < 6; step += 1) {
    heard.push(run.action);
    run = advance(run, { type: "done" });
  }
  expect(heard).toEqual(["in", "in", "out", "in", "in", "out"]);
});

const input = (StoreInput: string): FlowAction => ({
  Identifier: "input",
  Type: "GetParticipantInput",
  Parameters: { Text: "Press a key.", StoreInput, InputTimeLimitSeconds: "5" },
  Transitions: {
    NextAction: "said",
    Errors: [
      { ErrorType: "InputTimeLimitExceeded", NextAction: "late" },
      { ErrorType: "NoMatchingCondition", NextAction: "other" },
      { ErrorType: "NoMatchingError", NextAction: "failed" },
    ],
    Conditions: [{ NextAction: "one", Condition: { Operator: "Equals", Operands: ["1"] } }],
  },
});

test.each<[string, FlowAnswer, string]>([
  ["its own branch", { type: "keys", keys: "1" }, "one"],
  ["the branch for other keys", { type: "keys", keys: "9" }, "other"],
  ["the branch for no key", { type: "timeout" }, "late"],
  ["the error branch", { type: "error", errorType: "NoMatchingError" }, "failed"],
])("a key that is asked for takes %s", (_, answer, expected) => {
  const names = ["said", "late", "other", "failed", "one"].map((name) => say(name, name));
  expect(advance(startFlow(flow(input("False"), ...names), contact), answer).action).toBe(expected);
});

test("a key that is stored is known to the flow, and none is stored as Timeout", () => {
  const start = startFlow(flow(input("True"), say("said", "You pressed $.StoredCustomerInput.")), contact);
  expect(start.request).toMatchObject({ type: "getInput", mode: "store", timeLimitMs: 5_000 });
  expect(advance(start, { type: "keys", keys: "0" }).request).toMatchObject({ prompt: { text: "You pressed 0." } });
  expect(advance(start, { type: "timeout" }).request).toMatchObject({ prompt: { text: "You pressed Timeout." } });
});

test("a prompt whose address leads nowhere takes the error branch by itself", () => {
  const media: FlowAction = {
    ...say("media", "", "bye", "words"),
    Parameters: { Media: { Uri: "$.External.uri", SourceType: "S3", MediaType: "Audio" } },
  };
  expect(startFlow(flow(media, say("words", "In words.")), contact).action).toBe("words");
});

test("what happens to a call that is passed on decides where the flow resumes", () => {
  const transfer: FlowAction = {
    Identifier: "transfer",
    Type: "TransferParticipantToThirdParty",
    Parameters: {
      ThirdPartyPhoneNumber: "+15035550101",
      ThirdPartyConnectionTimeLimitSeconds: "30",
      ContinueFlowExecution: "True",
    },
    Transitions: {
      NextAction: "after",
      Errors: [
        { ErrorType: "ConnectionTimeLimitExceeded", NextAction: "late" },
        { ErrorType: "NoMatchingError", NextAction: "failed" },
      ],
    },
  };
  const start = startFlow(flow(transfer, say("after", "."), say("late", "."), say("failed", ".")), contact);
  expect(start.request).toEqual({ type: "transferOut", number: "+15035550101", timeLimitMs: 30_000, resumes: true });
  expect(advance(start, { type: "done" }).action).toBe("after");
  expect(advance(start, { type: "error", errorType: "ConnectionTimeLimitExceeded" }).action).toBe("late");
  expect(advance(start, { type: "error", errorType: "CallFailed" }).action).toBe("failed");
});

test("a queue is asked for with the flow that is heard in it", () => {
  const actions: FlowAction[] = [
    {
      Identifier: "q",
      Type: "UpdateContactTargetQueue",
      Parameters: { QueueId: "queue-1" },
      Transitions: { NextAction: "hook" },
    },
    {
      Identifier: "hook",
      Type: "UpdateContactEventHooks",
      Parameters: { EventHooks: { CustomerQueue: "arn:flow" } },
      Transitions: { NextAction: "go" },
    },
    { Identifier: "go", Type: "TransferContactToQueue", Parameters: {}, Transitions: { NextAction: "bye" } },
  ];
  expect(startFlow(flow(...actions), contact).request).toEqual({
    type: "queue",
    queueId: "queue-1",
    queueFlowArn: "arn:flow",
  });
});

test("an error without a branch, an unknown action and a circle without an end break the flow, saying why", () => {
  const failed = advance(startFlow(flow(say("a", "Hi.")), contact), { type: "error", errorType: "NoMatchingError" });
  expect(failed.request).toEqual({ type: "broken", why: '"a" has no branch for NoMatchingError' });
  expect(startFlow(flow({ ...say("a", ""), Type: "Sing" }), contact).request).toMatchObject({ type: "broken" });
  const circle: FlowAction = {
    Identifier: "log",
    Type: "UpdateFlowLoggingBehavior",
    Parameters: { FlowLoggingBehavior: "Enabled" },
    Transitions: { NextAction: "log" },
  };
  expect(startFlow(flow(circle), contact).request).toEqual({
    type: "broken",
    why: "it goes round without doing anything",
  });
});

test("an answer that is none to the request is a fault of whoever plays the flow", () => {
  const start = startFlow(flow(say("a", "Hi.")), contact);
  expect(() => advance(start, { type: "hours", isOpen: true })).toThrow(
    '"hours" is no answer to "play" of the action "a"',
  );
  expect(() => play(start, { type: "done" }, { type: "done" })).toThrow('no answer to "disconnect"');
});

test("a run is a value: answering it leaves it as it was", () => {
  const start = startFlow(flow(lambda, say("told", "Hi."), say("sorry", "Sorry.")), contact);
  const before = JSON.stringify(start);
  advance(start, { type: "lambdaResult", result: { a: "b" } });
  expect(JSON.stringify(start)).toBe(before);
});
