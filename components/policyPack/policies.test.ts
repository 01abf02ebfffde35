import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { credentials } from "@grpc/grpc-js";
import type { PolicyResource, ResourceValidationArgs } from "@pulumi/policy";
import { AnalyzerClient } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { AnalyzeRequest, type AnalyzeResponse, AnalyzerResourceOptions } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { readStack } from "../../commands/stack";
import type { Plan, PlannedResource } from "../../simulator/plan/plan";
import { planStack } from "../../simulator/plan/planStack";
import type { GuardedStack } from "../guard";
import { policies } from "./policies";
import { readState } from "./state";

import program = require("../../index");

const root = path.resolve(__dirname, "..", "..");
let plan: Plan;
beforeAll(async () => {
  plan = await planStack(readStack("dev", root), root, program);
});

/** What Pulumi exports of a stack that was deployed as planned; AWS's provider has made up names. */
function stateOf(planned: Plan): GuardedStack {
  const resources = planned.resources.map(({ urn, type, name, inputs, options }) => ({
    urn,
    type,
    inputs: "name" in inputs ? inputs : { ...inputs, name: `${name}-1a2b3c4`, __defaults: ["name"] },
    protect: options.protect,
  }));
  return readState(JSON.stringify({ version: 3, deployment: { resources } }));
}

function seen({ urn, type, name, inputs, options }: PlannedResource): ResourceValidationArgs & PolicyResource {
  return { urn, type, name, props: inputs, opts: options } as unknown as ResourceValidationArgs & PolicyResource;
}

/** What the policies say of a stack that is to be as in this plan. */
function violations(planned: Plan, state: GuardedStack | null): string[] {
  const said: string[] = [];
  const report = (message: string) => void said.push(message);
  const [isProtected, isNotReplaced, isNotDeleted] = policies((stack) => (stack === "dev" ? state : null));
  const ofResource = [isProtected, isNotReplaced].flatMap(({ validateResource }) => validateResource ?? []);
  for (const each of planned.resources) for (const validate of ofResource) validate(seen(each), report);
  isNotDeleted.validateStack({ resources: planned.resources.map(seen) } as never, report);
  return said;
}

function changed(name: string, change: (resource: PlannedResource) => PlannedResource): Plan {
  return { ...plan, resources: plan.resources.map((each) => (each.name === name ? change(each) : each)) };
}

test("the stack as it is breaks no policy, neither before its first deployment nor after", () => {
  expect(violations(plan, null)).toEqual([]);
  expect(violations(plan, stateOf(plan))).toEqual([]);
});

test("a number, a table or a bucket of callers that is not protected is refused", () => {
  for (const name of ["line-number", "bookings", "recordings-bucket", "connect-instance", "key"]) {
    const bare = changed(name, (each) => ({ ...each, options: { ...each.options, protect: false } }));
    expect(violations(bare, null)).toEqual([
      `${name} is not protected: Pulumi would delete or replace it. Set { protect: true }.`,
    ]);
  }
});

test("a change that AWS answers with another number, or another table, is refused with the way out", () => {
  const british = changed("line-number", (each) => ({ ...each, inputs: { ...each.inputs, countryCode: "GB" } }));
  expect(violations(british, stateOf(plan))).toEqual([
    expect.stringMatching(/^line-number would be replaced \(countryCode "US" → "GB"\): .*180 days\. Put it back\./),
  ]);
  const rekeyed = changed("bookings", (each) => ({ ...each, inputs: { ...each.inputs, hashKey: "id" } }));
  expect(violations(rekeyed, stateOf(plan))).toEqual([expect.stringMatching(/^bookings would be replaced/)]);
  expect(violations(british, null)).toEqual([]);
});

test("a number that is no longer in the program is refused, one under another name with an alias is not", () => {
  const gone = { ...plan, resources: plan.resources.filter(({ name }) => name !== "line-number") };
  expect(violations(gone, stateOf(plan))).toEqual([expect.stringMatching(/^line-number would be deleted: /)]);
  const renamed = changed("line-number", (each) => ({
    ...each,
    name: "number",
    urn: each.urn.replace("line-number", "number"),
    options: { ...each.options, aliases: [each.urn] },
  }));
  expect(violations(renamed, stateOf(plan))).toEqual([]);
});

describe("started as the Pulumi CLI starts it", () => {
  let pack: ChildProcess;
  let client: AnalyzerClient;
  beforeAll(async () => {
    const starter = path.join(root, "node_modules", "@pulumi", "pulumi", "cmd", "run-policy-pack");
    pack = spawn(process.execPath, [starter, "127.0.0.1:1", __dirname], { cwd: __dirname });
    const port = await new Promise<string>((resolve, reject) => {
      pack.stdout?.once("data", (text: Buffer) => resolve(text.toString().trim()));
      pack.stderr?.once("data", (text: Buffer) => reject(new Error(text.toString())));
    });
    client = new AnalyzerClient(`127.0.0.1:${port}`, credentials.createInsecure());
  });
  afterAll(() => {
    client?.close();
    pack.kill();
  });

  function analyze({ urn, type, name }: PlannedResource, isProtected: boolean): Promise<readonly string[]> {
    const options = new AnalyzerResourceOptions();
    options.setProtect(isProtected);
    options.setCustomtimeouts(new AnalyzerResourceOptions.CustomTimeouts());
    const request = new AnalyzeRequest();
    request.setUrn(urn);
    request.setType(type);
    request.setName(name);
    request.setProperties(Struct.fromJavaScript({ countryCode: "US", type: "DID" }));
    request.setOptions(options);
    return new Promise((resolve, reject) =>
      client.analyze(request, (error: Error | null, response: AnalyzeResponse) =>
        error === null ? resolve(response.getDiagnosticsList().map((each) => each.getMessage())) : reject(error),
      ),
    );
  }

  test("it refuses an unprotected number, and lets a protected one be", async () => {
    const number = plan.resources.find(({ name }) => name === "line-number");
    if (number === undefined) throw new Error("the plan has no number");
    expect(await analyze(number, true)).toEqual([]);
    expect(await analyze(number, false)).toEqual([expect.stringContaining("line-number is not protected")]);
  });
});
