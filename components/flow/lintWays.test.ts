import { action, disconnect, invoke, say, withBranches } from "./actions";
import { lintFlow } from "./lint";
import { renderContactFlow } from "./render";
import { settings } from "./settings.fixture";
import type { FlowAction } from "./types";

const hi = (next: string, identifier = "hi") => say(identifier, { Text: "Hi." }, next);
const ask = (identifier: string, next: string, seconds = 8, otherwise = "sorry") =>
  invoke(identifier, "arn:aws:lambda:eu-west-1:111122223333:function:f", seconds, {}, { next, otherwise });
const compare = (identifier: string, yes: string, no: string) =>
  withBranches(
    identifier,
    "Compare",
    { ComparisonValue: "$.External.done" },
    { next: no, errors: { NoMatchingCondition: no }, conditions: { true: yes } },
  );
const loop = (identifier: string, count: string, again: string, then: string) =>
  withBranches(
    identifier,
    "Loop",
    { LoopCount: count },
    { next: then, conditions: { ContinueLooping: again, DoneLooping: then } },
  );
const wait = (identifier: string, next: string) =>
  withBranches(
    identifier,
    "Wait",
    { TimeLimitSeconds: "5" },
    { next, errors: { NoMatchingError: "sorry" }, conditions: { WaitCompleted: next } },
  );
const set = (identifier: string, next: string, otherwise = "sorry") =>
  action(identifier, "UpdateContactAttributes", { Attributes: { a: "b" } }, next, otherwise);
const sorry = [say("sorry", { Text: "Sorry." }, "bye"), disconnect("bye")];

function lint(...actions: FlowAction[]) {
  const { errors, warnings } = lintFlow({
    Version: "2019-10-30",
    StartAction: actions[0]?.Identifier,
    Metadata: {},
    Actions: [...actions, ...sorry],
  });
  expect(errors).toEqual([]);
  return warnings;
}

test("a circle in which a function is asked again and again is endless", () => {
  expect(lint(ask("ask", "done"), compare("done", "hi", "ask"), hi("bye"))).toEqual([
    {
      action: "ask",
      message:
        '"ask" is in a circle of "ask", "done", in which nothing is played and nothing waits. Put a prompt or a Loop in.',
    },
  ]);
});

test("so is an action that leads to itself", () => {
  expect(lint(set("set", "set"), hi("bye")).map(({ message }) => message)).toContain(
    '"set" leads back to itself, in which nothing is played and nothing waits. Put a prompt or a Loop in.',
  );
});

test.each<[string, FlowAction[]]>([
  ["a prompt", [ask("ask", "done"), compare("done", "bye", "hi"), hi("ask")]],
  ["a wait", [ask("ask", "done"), compare("done", "bye", "wait"), wait("wait", "ask")]],
  ["a loop that ends", [ask("ask", "done"), compare("done", "bye", "loop"), loop("loop", "1", "ask", "sorry")]],
])("%s in the circle makes it none", (_, actions) => {
  expect(lint(...actions)).toEqual([]);
});

test("a loop that is entered anew when it is done is endless all the same", () => {
  const messages = lint(set("set", "loop"), loop("loop", "3", "set", "set")).map(({ message }) => message);
  expect(messages).toContainEqual(expect.stringContaining('in a circle of "set", "loop"'));
});

test("functions may run 20 s in a row, and no longer", () => {
  expect(lint(ask("a", "b"), ask("b", "c"), ask("c", "hi", 4), hi("bye"))).toEqual([]);
  expect(lint(ask("a", "b"), ask("b", "c"), ask("c", "hi", 5), hi("bye"))).toEqual([
    {
      action: "a",
      message:
        'From "a" on functions may run 21 s in a row ("a", "b", "c") with nothing played; Connect ends that after 20 s. ' +
        "Play something between them, or lower InvocationTimeLimitSeconds.",
    },
  ]);
});

test("what is played between them begins the count anew, what is not heard does not", () => {
  expect(lint(ask("a", "b"), ask("b", "hi"), hi("c"), ask("c", "hi2", 8), hi("bye", "hi2"))).toEqual([]);
  expect(lint(ask("a", "set"), set("set", "b"), ask("b", "c"), ask("c", "hi"), hi("bye"))).toMatchObject([
    { action: "a" },
  ]);
});

test("a loop lets its functions run as often as it says", () => {
  const looping = (count: string) =>
    lint(ask("ask", "done", 5), compare("done", "bye", "loop"), loop("loop", count, "ask", "sorry"));
  expect(looping("4")).toEqual([]);
  expect(looping("5")).toMatchObject([{ action: "ask", message: expect.stringContaining("may run 25 s in a row") }]);
});

test("a function that the flow does not wait for takes no time", () => {
  const soon = ask("a", "b", 30);
  const later = { ...soon, Parameters: { ...soon.Parameters, InvocationType: "ASYNCHRONOUS" } };
  expect(lint(later, ask("b", "c"), ask("c", "hi"), hi("bye"))).toEqual([]);
});

test("an error after which the call ends without a word is told, with what would be said", () => {
  expect(lint(hi("ask"), ask("ask", "sorry", 8, "bye"))).toEqual([
    {
      action: "ask",
      message:
        'After NoMatchingError the call ends at "bye" with nothing said. Say something on the way, or lead it to a person.',
    },
  ]);
  expect(lint(hi("ask"), ask("ask", "sorry", 8, "set"), set("set", "bye", "bye"))).toMatchObject([{ action: "ask" }]);
});

test("where success ends the call as quietly, or a prompt has failed, nothing is missed", () => {
  const leads = compare("which", "hi", "sorry");
  expect(lint(leads, hi("set"), set("set", "bye", "bye"))).toEqual([]);
  expect(lint(say("hi", { Text: "Hi." }, "sorry", "bye"))).toEqual([]);
});

test("our own flow asks its function at most so often in a row that all stay within Connect's 20 s", () => {
  const flow = renderContactFlow({ ...settings, isRecorded: true });
  const slower = flow.Actions.map((each) =>
    each.Identifier.startsWith("ask")
      ? { ...each, Parameters: { ...each.Parameters, InvocationTimeLimitSeconds: "5" } }
      : each,
  );
  expect(lintFlow(flow).warnings).toEqual([]);
  expect(lintFlow({ ...flow, Actions: slower }).warnings).toMatchObject([
    { action: "screenCaller", message: expect.stringContaining("may run 23 s in a row") },
  ]);
});
