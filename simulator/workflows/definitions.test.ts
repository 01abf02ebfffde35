import path from "node:path";
import { readStack } from "../../commands/stack";
import { ofType, type Plan, valueAt } from "../plan/plan";
import { planStack } from "../plan/planStack";
import { definitionOf, workflowNames } from "./definitions";

import program = require("../../index");

let plan: Plan;
beforeAll(async () => {
  const root = path.resolve(__dirname, "..", "..");
  plan = await planStack(readStack("dev"), root, program);
});

const names = ["FunctionName", "GroupName", "RoleArn", "Arn"];
/** A definition without what names the world around it. */
const withoutNames = (definition: unknown) =>
  JSON.parse(JSON.stringify(definition), (key, value) => (names.includes(key) ? "named" : value));

/** What the deployment puts into the places that stand in the middle of a text. */
function placesOfPlan(): Readonly<Record<string, string>> {
  const variables = (name: string) => {
    const inputs = ofType(plan, "aws:lambda/function:Function").find(
      (each) => each.name === `${name}-function`,
    )?.inputs;
    return valueAt(inputs, "environment", "variables") as Record<string, string>;
  };
  return {
    jobPrefix: variables("noteVoicemail").JOB_PREFIX ?? "",
    filesBucket: variables("reportVoicemail").FILES_BUCKET ?? "",
    filesUrl: variables("reportVoicemail").FILES_URL ?? "",
  };
}

test("every workflow that is deployed is played here, from the same file and with the same places filled", () => {
  const machines = new Map(
    ofType(plan, "aws:sfn/stateMachine:StateMachine").map(({ name, inputs }) => [name.replace("-machine", ""), inputs]),
  );
  expect([...machines.keys()].sort()).toEqual([...workflowNames].sort());
  for (const workflow of workflowNames) {
    const deployed = valueAt(machines.get(workflow), "definition");
    expect(withoutNames(deployed)).toEqual(withoutNames(definitionOf(workflow, undefined, placesOfPlan())));
  }
});
