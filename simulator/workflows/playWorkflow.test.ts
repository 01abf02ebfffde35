import { renderStateMachine } from "../../functions/shared/stateMachine";
import { type DoTask, playWorkflow, waysOf } from "./playWorkflow";

const definition = renderStateMachine(
  `
StartAt: Count
TimeoutSeconds: 60
States:
  Count:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Parameters: { FunctionName: count, Payload: { said.$: $.said, id.$: $$.Execution.Name } }
    ResultSelector: { words.$: $.Payload }
    ResultPath: $.count
    Retry: [{ ErrorEquals: [Throttled], IntervalSeconds: 30, MaxAttempts: 1 }]
    Catch: [{ ErrorEquals: [States.ALL], ResultPath: $.error, Next: Broken }]
    Next: IsLong
  IsLong: { Type: Choice, Choices: [{ Variable: $.count.words, NumericGreaterThan: 2, Next: Rest }], Default: Done }
  Rest: { Type: Wait, Seconds: 240, Next: Done }
  Done: { Type: Succeed }
  Broken: { Type: Fail, Error: CountFailed }
`,
  {},
);
const play = (said: string, doTask: DoTask) =>
  playWorkflow(definition, { name: "call-1", input: { said }, startedAtMs: 0 }, doTask);
const countWords: DoTask = async (_, parameters) => {
  const { Payload } = parameters as { Payload: { said: string; id: string } };
  expect(Payload.id).toBe("call-1");
  return { Payload: Payload.said.split(" ").length };
};
const failing = (name: string, times: number): DoTask => {
  let left = times;
  return async (...asked) => {
    left -= 1;
    if (left >= 0) throw Object.assign(new Error("refused"), { name });
    return countWords(...asked);
  };
};

test("a definition is run as written, and neither waits nor pauses take time", async () => {
  expect(await play("one two three", countWords)).toEqual({
    status: "succeeded",
    output: { said: "one two three", count: { words: 3 } },
    error: null,
    ways: ["Count -> IsLong", "IsLong -> Rest", "Rest -> Done"],
  });
});

test("what is tried again and what is caught is seen", async () => {
  expect((await play("one", failing("Throttled", 1))).ways).toEqual([
    "Count retried",
    "Count -> IsLong",
    "IsLong -> Done",
  ]);
  expect(await play("one", failing("Throttled", 2))).toMatchObject({
    status: "failed",
    error: "CountFailed",
    ways: ["Count retried", "Count caught -> Broken"],
  });
});

test("every way that a definition offers is known beforehand", () => {
  expect(waysOf(definition)).toEqual([
    "Count -> IsLong",
    "Count caught -> Broken",
    "Count retried",
    "IsLong -> Done",
    "IsLong -> Rest",
    "Rest -> Done",
  ]);
});
