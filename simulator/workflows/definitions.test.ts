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
  const machines = ofType(plan, "aws:sfn/stateMachine:StateMachine");
  expect(machines.map(({ name }) => name.replace("-machine", ""))).toEqual([...workflowNames]);
  for (const [index, workflow] of workflowNames.entries()) {
    expect(withoutNames(valueAt(machines[index]?.inputs, "definition"))).toEqual(withoutNames(definitionOf(workflow)));
  }
});
