import { renderStateMachine, stateMachineFaults } from "./stateMachine";

const deliver = `
StartAt: Deliver
TimeoutSeconds: 60
States:
  Deliver:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Parameters: { FunctionName: "\${deliverArn}", Payload.$: $ }
    Retry: [{ ErrorEquals: [States.ALL], MaxAttempts: 2 }]
    End: true
`;
const places = { deliverArn: "arn:aws:lambda:us-east-1:111122223333:function:deliver" };

test("places are filled with what they stand for", () => {
  expect(renderStateMachine(deliver, places).States.Deliver).toMatchObject({
    Parameters: { FunctionName: places.deliverArn, "Payload.$": "$" },
  });
});

test.each([
  ["a place that nobody fills", deliver, {}, "deliverArn}, which nobody fills"],
  ["a filling without a place", deliver, { ...places, topicArn: "x" }, "no place for topicArn"],
])("%s is refused", (_, yaml, given, message) => {
  expect(() => renderStateMachine(yaml, given)).toThrow(message);
});

test.each([
  ["no time limit", deliver.replace("TimeoutSeconds: 60\n", ""), "Say TimeoutSeconds."],
  ["over five minutes", deliver.replace("60", "301"), "TimeoutSeconds is over 300."],
  ["JSONata", deliver.replace("Type: Task", "Type: Task\n    QueryLanguage: JSONata"), "Write it in JSONPath."],
  ["a job that is waited for", deliver.replace("lambda:invoke", "lambda:invoke.waitForTaskToken"), "cannot wait for"],
  ["a task that is not tried again", deliver.replace(/ *Retry.*\n/, ""), "Deliver: say how it is tried again (Retry)."],
  ["a failure that stops what follows", deliver.replace("End: true", "Next: Deliver"), "Deliver: say what happens"],
  ["states side by side", deliver.replace("Type: Task", "Type: Parallel"), "Deliver: do one thing after the other."],
])("an Express workflow refuses %s", (_, yaml, message) => {
  expect(() => renderStateMachine(yaml, places)).toThrow(message);
});

test("a definition without faults has none", () => {
  expect(stateMachineFaults(renderStateMachine(deliver, places))).toEqual([]);
});
