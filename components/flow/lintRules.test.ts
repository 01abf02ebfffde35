import { disconnect, say, withBranches } from "./actions";
import { agentWhisper, customerHold, customerQueue, inbound, module } from "./flows.fixture";
import { lintFlow } from "./lint";
import type { Json } from "./types";

const typed = (flow: object, type: string) => lintFlow({ ...flow, Metadata: { type } });
const errorsOf = (flow: unknown) => lintFlow(flow).errors;

test("a whisper and a hold have no end by hanging up", () => {
  const flow = { ...agentWhisper, Actions: [...agentWhisper.Actions.slice(0, 1), disconnect("rest")] };
  expect(errorsOf(flow)).toEqual([
    {
      action: "rest",
      message: "Flows of type agentWhisper do not take DisconnectParticipant. Write EndFlowExecution.",
    },
  ]);
});

test.each([
  ["agentWhisper", agentWhisper],
  ["customerHold", customerHold],
  ["customerQueue", customerQueue],
  ["contactFlow", inbound],
  ["CONTACT_FLOW", inbound],
  ["contact flow", inbound],
])("a %s flow takes what stands in it", (type, flow) => {
  expect(typed(flow, type)).toEqual({ errors: [], warnings: [] });
});

test("messages in turns are heard in queues and on hold only, and prompts not on hold", () => {
  expect(typed(customerQueue, "contactFlow").errors.map(({ action }) => action)).toEqual(["music"]);
  expect(typed(agentWhisper, "customerHold").errors).toEqual([
    { action: "from", message: expect.stringContaining("Flows of type customerHold do not take MessageParticipant.") },
  ]);
});

test("outside queues and whispers the end of a flow is the end of the call", () => {
  const { errors, warnings } = typed(agentWhisper, "contactFlow");
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    {
      action: "rest",
      message:
        "In flows of type contactFlow EndFlowExecution ends the call. Write DisconnectParticipant if that is meant.",
    },
  ]);
});

test("actions that no one type of flow takes together are an error, whatever the type", () => {
  const both = {
    ...customerQueue,
    Actions: customerQueue.Actions.map((each) =>
      each.Identifier === "later"
        ? withBranches(
            "later",
            "TransferContactToQueue",
            {},
            { next: "bye", errors: { QueueAtCapacity: "bye", NoMatchingError: "bye" } },
          )
        : each,
    ),
  };
  expect(errorsOf(both)).toEqual([
    {
      action: "later",
      message: expect.stringContaining(
        'No type of flow takes TransferContactToQueue and MessageParticipantIteratively ("music")',
      ),
    },
  ]);
});

test.each<[string, Json, string]>([
  ["no object", "none", 'Settings is "none".'],
  ["without its lists", { InputParameters: [] }, "Settings.OutputParameters is nothing. Write a list"],
])("a module's settings that are %s are an error", (_, Settings, message) => {
  expect(errorsOf({ ...module, Settings })[0]?.message).toContain(message);
});

test("a module's end in a flow is an error", () => {
  expect(errorsOf({ ...module, Settings: undefined }).map(({ action }) => action)).toEqual(["found", "none"]);
});

const compare = (...conditions: [operator: string, operand: string][]) => ({
  Version: "2019-10-30",
  StartAction: "compare",
  Metadata: {},
  Actions: [
    {
      Identifier: "compare",
      Type: "Compare",
      Parameters: { ComparisonValue: "$.External.a" },
      Transitions: {
        NextAction: "no",
        Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "no" }],
        Conditions: conditions.map(([Operator, operand]) => ({
          NextAction: "yes",
          Condition: { Operator, Operands: [operand] },
        })),
      },
    },
    say("yes", { Text: "Yes." }, "bye"),
    say("no", { Text: "No." }, "bye"),
    disconnect("bye"),
  ],
});

test.each<[string, [string, string][]]>([
  [
    "a text that an earlier beginning takes",
    [
      ["TextStartsWith", "+1"],
      ["Equals", "+1503"],
    ],
  ],
  [
    "a beginning that an earlier text within takes",
    [
      ["TextContains", "50"],
      ["TextStartsWith", "+150"],
    ],
  ],
  [
    "a number above one that is above",
    [
      ["NumberGreaterThan", "5"],
      ["NumberGreaterThan", "7"],
    ],
  ],
  [
    "a number that an earlier bound takes",
    [
      ["NumberGreaterOrEqualTo", "5"],
      ["Equals", "5"],
    ],
  ],
  [
    "a number below one that is below",
    [
      ["NumberLessThan", "9"],
      ["NumberLessOrEqualTo", "8"],
    ],
  ],
  [
    "anything after what is there at all",
    [
      ["KeyExists", "a"],
      ["Equals", "b"],
    ],
  ],
])("%s is never reached", (_, conditions) => {
  const { errors, warnings } = lintFlow(compare(...conditions));
  expect(errors).toEqual([]);
  expect(warnings).toEqual([
    { action: "compare", message: expect.stringMatching(/^Conditions\[1\] is never reached: .* Put it first\.$/) },
  ]);
});

test.each<[string, [string, string][]]>([
  [
    "texts that differ",
    [
      ["Equals", "a"],
      ["Equals", "b"],
      ["TextStartsWith", "c"],
    ],
  ],
  [
    "bounds from above to below",
    [
      ["NumberGreaterThan", "7"],
      ["NumberGreaterThan", "5"],
      ["NumberLessThan", "5"],
    ],
  ],
  [
    "a bound and what is equal to it",
    [
      ["NumberGreaterThan", "5"],
      ["NumberGreaterOrEqualTo", "5"],
    ],
  ],
  [
    "what is only known in the call",
    [
      ["TextContains", "$.Attributes.a"],
      ["Equals", "b"],
    ],
  ],
  [
    "what is equal before what begins so",
    [
      ["Equals", "+1503"],
      ["TextStartsWith", "+1"],
    ],
  ],
])("%s are all reached", (_, conditions) => {
  expect(lintFlow(compare(...conditions))).toEqual({ errors: [], warnings: [] });
});

test("a number compared with a word never holds", () => {
  expect(lintFlow(compare(["NumberLessThan", "many"])).warnings).toEqual([
    {
      action: "compare",
      message: 'Conditions[0] never holds: "many" is no number. Write one, or compare with Equals.',
    },
  ]);
});

test("a slip in what is looked up is told, since nothing is ever found there", () => {
  const flow = compare(["Equals", "b"]);
  const slip = JSON.parse(
    JSON.stringify(flow).replace("Yes.", "Hello $.Atributes.name, it is $5.").replace("No.", "$Attributes.a"),
  );
  expect(lintFlow(slip).warnings).toEqual([
    { action: "yes", message: 'Text looks up "$.Atributes", which is not there. Write "$.Attributes".' },
    { action: "no", message: 'Text looks up "$Attributes", which is not there. Write "$.Attributes".' },
  ]);
});

test("what a template fills in later is no error", () => {
  const filled = JSON.stringify(inbound)
    .replaceAll("arn:whisper", "%%whisper%%")
    .replaceAll("+442079460000", "{{number}}")
    .replaceAll("arn:other", "$" + "{OTHERFLOW}");
  expect(errorsOf(JSON.parse(filled))).toEqual([]);
});

test("what the console exported long ago is named as that", () => {
  expect(errorsOf({ modules: [], version: "1", type: "contactFlow", start: "a" })).toEqual([
    { action: null, message: expect.stringContaining("before the flow language") },
  ]);
});

test.each(["__proto__", "constructor", "toString", "valueOf"])("%s is no identifier", (name) => {
  const flow = JSON.parse(JSON.stringify(compare(["Equals", "b"])).replaceAll('"yes"', JSON.stringify(name)));
  expect(errorsOf(flow)).toEqual([
    { action: name, message: "The Identifier is a word that the service keeps for itself. Write another." },
  ]);
});
