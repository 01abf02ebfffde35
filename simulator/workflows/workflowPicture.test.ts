import { readFileSync } from "node:fs";
import path from "node:path";
import { renderStateMachine } from "../../functions/shared/stateMachine";
import { definitionOf, workflowNames } from "./definitions";
import { withPictures, workflowPicture } from "./workflowPicture";

const page = readFileSync(path.join(__dirname, "../../docs/workflows.md"), "utf8");

test("the page of the workflows has the picture of each, drawn from its definition as it stands", () => {
  expect([...page.matchAll(/<!-- picture: (\w+) -->/g)].map(([, name]) => name).sort()).toEqual(
    [...workflowNames].sort(),
  );
  // Where it differs: npm run docs.
  expect(withPictures(page, (name) => definitionOf(name as (typeof workflowNames)[number]))).toBe(page);
});

test("a picture shows what is done by whom, what is chosen, and what is caught", () => {
  const definition = renderStateMachine(
    `
StartAt: TellOwner
TimeoutSeconds: 60
States:
  TellOwner:
    Type: Task
    Resource: arn:aws:states:::lambda:invoke
    Parameters: { FunctionName: "arn:aws:lambda:us-east-1:1:function:deliver" }
    Retry: [{ ErrorEquals: [States.ALL], MaxAttempts: 1 }]
    Catch: [{ ErrorEquals: [States.ALL], Next: NotTold }]
    Next: IsSure
  IsSure: { Type: Choice, Choices: [{ Variable: $.told.delivery, StringEquals: unsure, Next: NotTold }], Default: Told }
  Told: { Type: Succeed }
  NotTold: { Type: Fail, Error: NotTold }
`,
    {},
  );
  expect(workflowPicture(definition).split("\n")).toEqual([
    "flowchart TD",
    '  start((" ")) --> TellOwner',
    '  TellOwner["Tell owner<br/><i>deliver</i>"]',
    "  TellOwner --> IsSure",
    '  TellOwner -. "fails for good" .-> NotTold',
    '  IsSure{"Is sure?"}',
    '  IsSure -- "delivery is unsure" --> NotTold',
    "  IsSure -- else --> Told",
    '  Told(["Told"])',
    '  NotTold[["Not told: fails, and an alarm tells"]]',
  ]);
});
