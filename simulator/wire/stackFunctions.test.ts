import path from "node:path";
import { readStack } from "../../commands/stack";
import { ofType, type Plan, valueAt } from "../plan/plan";
import { planStack } from "../plan/planStack";
import { stackFunctionNames, stackFunctions } from "./stackFunctions";

import program = require("../../index");

const places = {
  name: "stack",
  callsTable: "calls",
  bookingsTable: "bookings",
  recordsTable: "records",
  knowledgeBucket: "knowledge",
  knowledgeKey: "knowledge.json",
  knowledgeFile: "knowledge.yaml",
  callersKey: "callers.json",
  promptsBucket: "prompts",
  vectorsIndexArn: "arn",
  alertsTopicArn: "arn",
  ownersTopicArn: "arn",
  callsTopicArn: "arn",
  filesBucket: "files",
  filesUrl: "https://files",
  brainModel: "model",
  voice: "Ruth",
  prices: "grounded",
} as const;

let plan: Plan;
beforeAll(async () => {
  const root = path.resolve(__dirname, "..", "..");
  plan = await planStack(readStack("dev"), root, program);
});

test("every function is set up here as its deployment sets it up: environment, memory, time", () => {
  const deployed = ofType(plan, "aws:lambda/function:Function").map(({ name, inputs }) => ({
    name: name.replace(/-function$/, ""),
    variables: Object.keys(valueAt(inputs, "environment", "variables") as object).sort(),
    memoryMb: inputs.memorySize,
    timeoutMs: Number(inputs.timeout) * 1_000,
  }));
  const here = stackFunctions(places, (name) => name).map(({ file, variables, memoryMb, timeoutMs }) => ({
    name: file,
    variables: Object.keys(variables).sort(),
    memoryMb,
    timeoutMs,
  }));
  const byName = (a: { readonly name: string }, b: { readonly name: string }) => (a.name < b.name ? -1 : 1);
  expect([...here].sort(byName)).toEqual([...deployed].sort(byName));
});

test("only who leads a call is started once, and where it breaks off somebody is told", () => {
  const configured = ofType(plan, "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig");
  expect(configured.map(({ inputs }) => [inputs.functionName, inputs.maximumRetryAttempts])).toEqual([
    [expect.stringContaining("voice"), 0],
  ]);
  expect(valueAt(configured[0]?.inputs, "destinationConfig", "onFailure", "destination")).toMatch("startCall");
  expect(
    stackFunctions(places, (name) => name).flatMap(({ file, asyncRetries, onFailure }) =>
      asyncRetries === 2 && onFailure === null ? [] : [[file, asyncRetries, onFailure]],
    ),
  ).toEqual([["voice", 0, "stack-startCall"]]);
  expect(stackFunctionNames).toHaveLength(15);
});
