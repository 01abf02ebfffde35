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

test("every workflow that is deployed is played here, from the same file and with the same places filled", () => {
  const machines = new Map(
    ofType(plan, "aws:sfn/stateMachine:StateMachine").map(({ name, inputs }) => [name.replace("-machine", ""), inputs]),
  );
  expect([...machines.keys()].sort()).toEqual([...workflowNames].sort());
  for (const workflow of workflowNames) {
    const deployed = valueAt(machines.get(workflow), "definition");
    expect(withoutNames(deployed)).toEqual(withoutNames(definitionOf(workflow)));
  }
});
