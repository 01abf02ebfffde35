import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import { publicLine } from "./commands/business";
import { runCommand } from "./commands/commandLine";
import { planCommand } from "./commands/plan";
import { readStack } from "./commands/stack";
import { lacksProtection, lossesOf } from "./components/guard";
import { routingPage, routingPageFile } from "./components/routing/routingPage";
import { secretKeys, settingKeys } from "./components/stackSettings";

import program = require("./index");

import { lintFlow } from "./components/flow/lint";
import { allows, statementsOfFunction, statementsOfRole } from "./simulator/plan/iam";
import { permissionFaults } from "./simulator/plan/permissionRules";
import { ofType, type Plan, type PlannedResource, valueAt } from "./simulator/plan/plan";
import { type Program, planStack } from "./simulator/plan/planStack";
import * as rules from "./simulator/plan/rules";

const root = __dirname;
const folders: string[] = [];

/** A folder with a customer of its own, as if its files were the project's. */
function folderOf(stack: string, settings: Record<string, unknown>, knowledge: Record<string, unknown> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), "stack-"));
  folders.push(folder);
  mkdirSync(path.join(folder, "knowledge"));
  cpSync(path.join(root, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
  const own = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`voice-agent:${key}`, value]));
  writeFileSync(
    path.join(folder, `Pulumi.${stack}.yaml`),
    JSON.stringify({ config: { "aws:region": "eu-central-1", ...own } }),
  );
  const business = { name: "Zahnarzt Yildiz", timezone: "Europe/Berlin", language: "de-DE", phone: "+493012345678" };
  writeFileSync(
    path.join(folder, "knowledge", "zahnarzt-yildiz.yaml"),
    JSON.stringify({ business, hours: { monday: "08:00-16:00", friday: "22:00-02:00" }, ...knowledge }),
  );
  return folder;
}

/** Accepts a stack's routing, as `npm run routing -- table --write` does. */
function accept(stack: string, folder: string): void {
  writeFileSync(path.join(folder, routingPageFile(stack)), routingPage(publicLine(stack, folder), stack));
}

async function planIn(folder: string, stack: string): Promise<Plan> {
  return planStack(readStack(stack, folder), folder, program);
}

function planOther(settings: Record<string, unknown> = {}, knowledge: Record<string, unknown> = {}): Promise<Plan> {
  const folder = folderOf("yildiz-prod", { customer: "zahnarzt-yildiz", ...settings }, knowledge);
  if (settings.stage === "prod") accept("yildiz-prod", folder);
  return planIn(folder, "yildiz-prod");
}

/** The plan with one resource changed, as somebody who breaks a promise would. */
function broken(plan: Plan, name: string, type: string, change: (resource: Mutable) => void): Plan {
  const copy = structuredClone(plan) as unknown as { resources: Mutable[] };
  const found = copy.resources.find((resource) => resource.name === name && resource.type.endsWith(`:${type}`));
  if (found === undefined) throw new Error(`no ${type} ${name} in the plan`);
  change(found);
  return copy as unknown as Plan;
}

function without(plan: Plan, name: string, type: string): Plan {
  return { ...plan, resources: plan.resources.filter((each) => each.name !== name || !each.type.endsWith(`:${type}`)) };
}

// biome-ignore lint/suspicious/noExplicitAny: a plan is broken in ways that its type does not allow.
type Mutable = { name: string; type: string; inputs: any; options: any };

function one(plan: Plan, name: string): PlannedResource {
  const found = plan.resources.filter((each) => each.name === name && !each.type.startsWith("voiceAgent:"));
  if (found[0] === undefined || found.length > 1) throw new Error(`${found.length} resources ${name}`);
  return found[0];
}

let dev: Plan;
beforeAll(async () => {
  dev = await planIn(root, "dev");
}, 30_000);
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("promises about every stack, each with a plan that breaks it", () => {
  test("logs are kept for 7 days, those of Connect too", () => {
    const rule = rules.logsAreForgotten(7);
    expect(rule(dev)).toEqual([]);
    const writers = [
      ...ofType(dev, "aws:lambda/function:Function"),
      ...ofType(dev, "aws:sfn/stateMachine:StateMachine"),
    ];
    expect(ofType(dev, "aws:cloudwatch/logGroup:LogGroup")).toHaveLength(writers.length + 1);
    const forever = broken(dev, "voice-logs", "LogGroup", ({ inputs }) => delete inputs.retentionInDays);
    expect(rule(forever)).toEqual(["voice-logs: keeps logs for ever, not for 7 days"]);
    const stray = broken(dev, "voice-function", "Function", ({ inputs }) => delete inputs.loggingConfig);
    expect(rule(stray)).toEqual(["voice-function: writes into a log that is not of the stack"]);
  });

  test("a role may do single actions on named resources, and * only where AWS knows no other", async () => {
    expect(await permissionFaults(dev)).toEqual([]);
    const change = (statement: object) =>
      permissionFaults(
        broken(dev, "screenCaller-policy", "RolePolicy", ({ inputs }) => inputs.policy.Statement.push(statement)),
      );
    const allow = (Action: string, Resource: string) => change({ Effect: "Allow", Action, Resource });
    expect(await allow("s3:GetObject", "*")).toEqual(["screenCaller-policy: s3:GetObject is allowed on *"]);
    expect(await allow("s3:GetObject", "arn:aws:s3:::*")).toEqual([
      "screenCaller-policy: s3:GetObject is allowed on arn:aws:s3:::*",
    ]);
    expect(await allow("dynamodb:*", "arn:aws:dynamodb:us-east-1:000000000000:table/calls")).toEqual([
      "screenCaller-policy: dynamodb:* names no single action",
    ]);
    expect(await allow("dynamodb:FetchItem", "arn:aws:dynamodb:us-east-1:000000000000:table/calls")).toEqual([
      "screenCaller-policy: AWS knows no action dynamodb:FetchItem",
    ]);
    expect(await allow("dynamodb:GetItem", "arn:aws:s3:::calls")).toEqual([
      "screenCaller-policy: dynamodb:GetItem has no resource such as arn:aws:s3:::calls",
    ]);
  });

  test("buckets are private, encrypted and spoken to over TLS", async () => {
    expect(rules.bucketsArePrivate(dev)).toEqual([]);
    expect(ofType(dev, "aws:s3/bucket:Bucket").map(({ name }) => name)).toEqual(
      expect.arrayContaining(["recordings-bucket", "prompts-bucket", "knowledge-bucket"]),
    );
    const open = broken(dev, "prompts-block", "BucketPublicAccessBlock", ({ inputs }) => {
      inputs.blockPublicPolicy = false;
    });
    expect(rules.bucketsArePrivate(open)).toEqual(["prompts-bucket: blockPublicPolicy is not set"]);
    const plain = without(dev, "knowledge-encryption", "BucketServerSideEncryptionConfiguration");
    expect(rules.bucketsArePrivate(plain)).toEqual(["knowledge-bucket: is not encrypted"]);
    const bare = broken(dev, "recordings-policy", "BucketPolicy", ({ inputs }) => inputs.policy.Statement.shift());
    expect(rules.bucketsArePrivate(bare)).toEqual(["recordings-bucket: may be read without TLS"]);
    const anybody = broken(dev, "prompts-policy", "BucketPolicy", ({ inputs }) => {
      inputs.policy.Statement[1].Principal = "*";
    });
    expect(await permissionFaults(anybody)).toEqual([expect.stringMatching(/^prompts-policy: lets in/)]);
  });

  test("a bucket that is versioned forgets old versions, and every bucket forgets what is a caller's", () => {
    const rulesOf = (name: string) =>
      one(dev, `${name}-lifecycle`).inputs.rules as { id: string; expiration?: unknown }[];
    expect(rulesOf("knowledge").map(({ id }) => id)).toEqual(["unfinished", "versions"]);
    expect(rulesOf("recordings")[1]).toMatchObject({ expiration: { days: 90 }, filter: { prefix: "" } });
    expect(rulesOf("prompts")[1]).toMatchObject({ expiration: { days: 1 }, filter: { prefix: "calls/" } });
  });

  test("the number, its instance and the key of its recordings are protected and stay", () => {
    expect(rules.theNumberIsSacred(dev)).toEqual([]);
    const loose = broken(dev, "line-number", "PhoneNumber", ({ options }) => {
      options.protect = false;
      options.retainOnDelete = false;
    });
    expect(rules.theNumberIsSacred(loose)).toEqual([
      "line-number: is not protected",
      "line-number: would be deleted with the stack",
    ]);
  });

  test("nothing runs while nobody calls, and there is no network", () => {
    expect(rules.nothingRunsAlways(dev)).toEqual([]);
    const gateway = broken(dev, "key", "Key", (resource) => {
      resource.type = "aws:ec2/natGateway:NatGateway";
    });
    expect(rules.nothingRunsAlways(gateway)).toHaveLength(1);
    const inside = broken(dev, "voice-function", "Function", ({ inputs }) => {
      inputs.vpcConfig = { subnetIds: ["a"] };
    });
    expect(rules.nothingRunsAlways(inside)).toEqual(["voice-function: is in a VPC"]);
  });

  test("every function has a role of its own", () => {
    expect(rules.everyFunctionHasItsRole(dev)).toEqual([]);
    const shared = broken(dev, "voice-function", "Function", ({ inputs }) => {
      inputs.role = one(dev, "startCall-function").inputs.role;
    });
    expect(rules.everyFunctionHasItsRole(shared)).toEqual([
      "startCall-function: shares its role",
      "voice-function: shares its role",
    ]);
    const taken = broken(dev, "voice-role", "Role", ({ inputs }) => {
      inputs.assumeRolePolicy.Statement[0].Principal.Service = "ec2.amazonaws.com";
    });
    expect(rules.everyFunctionHasItsRole(taken)).toEqual(["voice-role: may be taken by others than Lambda"]);
  });

  test("functions run on Node 24 and arm64 against AWS itself", () => {
    expect(rules.functionsRunAsTested(dev)).toEqual([]);
    const other = broken(dev, "voice-function", "Function", ({ inputs }) => {
      inputs.runtime = "nodejs22.x";
      inputs.architectures = ["x86_64"];
      inputs.environment.variables.AWS_ENDPOINT_URL_S3 = "http://127.0.0.1:1";
    });
    expect(rules.functionsRunAsTested(other)).toEqual([
      "voice-function: runs on nodejs22.x",
      "voice-function: is not built for arm64",
      "voice-function: has AWS_ENDPOINT_URL_S3",
    ]);
  });

  test("a call is led once, for 15 minutes, and taken over where it breaks off", () => {
    const rule = rules.callsAreLedOnce("voice-function");
    expect(rule(dev)).toEqual([]);
    const retried = broken(dev, "functions-once", "FunctionEventInvokeConfig", ({ inputs }) => {
      inputs.maximumRetryAttempts = 2;
      delete inputs.destinationConfig;
    });
    expect(rule(retried)).toEqual([
      "voice-function: maximumRetryAttempts is 2",
      "voice-function: nobody takes over where it breaks off",
    ]);
    const limited = broken(dev, "voice-function", "Function", ({ inputs }) => {
      inputs.reservedConcurrentExecutions = 1;
    });
    expect(rule(limited)).toEqual(["voice-function: reservedConcurrentExecutions is 1"]);
  });

  test("tables are paid by use, encrypted, can be brought back, and forget", () => {
    expect(rules.tablesAreSafe(dev)).toEqual([]);
    const bare = broken(dev, "bookings", "Table", ({ inputs }) => {
      inputs.billingMode = "PROVISIONED";
      inputs.pointInTimeRecovery.enabled = false;
    });
    expect(rules.tablesAreSafe(bare)).toEqual(["bookings: is not paid by use", "bookings: cannot be brought back"]);
  });

  test("the owner is told before a month costs 80 dollars", () => {
    const rule = rules.billIsWatched(80);
    expect(rule(dev)).toEqual([]);
    const deaf = broken(dev, "alerts-budget", "Budget", ({ inputs }) => {
      inputs.notifications = [];
    });
    expect(rule(deaf)).toHaveLength(1);
    expect(rule(without(dev, "alerts-budget", "Budget"))).toHaveLength(1);
  });

  test("a function is only called by a service that says for whom", () => {
    expect(rules.functionsAreCalledByName(dev)).toEqual([]);
    const open = broken(dev, "line-startCall-permission", "Permission", ({ inputs }) => delete inputs.sourceArn);
    expect(rules.functionsAreCalledByName(open)).toEqual([
      "line-startCall-permission: lets every connect.amazonaws.com in",
    ]);
  });
});

describe("the phone line", () => {
  test("its contact flow is valid, calls the stack's functions and asks the stack's hours", () => {
    const flow = one(dev, "line-flow").inputs.content;
    expect(lintFlow(flow).errors).toEqual([]);
    const text = JSON.stringify(flow);
    for (const name of ["screenCaller", "startCall", "nextAction"]) {
      expect(text).toContain(`arn:aws:lambda:us-east-1:000000000000:function:${name}-function`);
    }
    expect(text).toContain("instance/connect-instance/operating-hours/line-hours");
  });

  test("every sound that the flow plays is rendered when the stack is deployed", () => {
    const played = JSON.stringify(one(dev, "line-flow").inputs.content).match(/s3:\/\/prompts-bucket\/[^"]+/g) ?? [];
    const rendered = valueAt(one(dev, "upkeep-prompts").inputs, "input", "prompts") as { key: string }[];
    const known = new Set(
      ["fixed/tone.wav", ...rendered.map(({ key }) => key)].map((key) => `s3://prompts-bucket/${key}`),
    );
    expect(played.length).toBeGreaterThan(3);
    expect(played.filter((uri) => !known.has(uri))).toEqual([]);
  });

  test("its hours are the knowledge file's, holidays as overrides", () => {
    const { typeName, desiredState } = one(dev, "line-hours").inputs;
    expect(typeName).toBe("AWS::Connect::HoursOfOperation");
    expect(desiredState).toMatchObject({ TimeZone: "America/Los_Angeles" });
    expect(valueAt(desiredState, "HoursOfOperationOverrides")).toContainEqual({
      OverrideName: "2026-12-25",
      EffectiveFrom: "2026-12-25",
      EffectiveTill: "2026-12-25",
      OverrideConfig: [],
    });
  });

  test("callers' voices and recordings are encrypted with the stack's key, and streams kept for a day", () => {
    expect(one(dev, "connect-streams").inputs).toMatchObject({
      resourceType: "MEDIA_STREAMS",
      storageConfig: {
        storageType: "KINESIS_VIDEO_STREAM",
        kinesisVideoStreamConfig: {
          retentionPeriodHours: 24,
          encryptionConfig: { encryptionType: "KMS", keyId: "arn:aws:kms:us-east-1:000000000000:key/key" },
        },
      },
    });
    expect(one(dev, "connect-recordings").inputs).toMatchObject({ resourceType: "CALL_RECORDINGS" });
    expect(valueAt(one(dev, "recordings-encryption").inputs, "rules", 0)).toMatchObject({
      applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms" },
    });
  });

  test("agents of Connect stand behind it where `human` is `queue`: a queue with its flow and its profile", async () => {
    const plan = await planOther({ human: "queue" });
    const queue = one(plan, "line-queue");
    expect(queue.inputs).toMatchObject({ hoursOfOperationId: "line-hours" });
    expect(one(plan, "line-queue-flow").inputs).toMatchObject({ type: "CUSTOMER_QUEUE" });
    expect(lintFlow(one(plan, "line-queue-flow").inputs.content).errors).toEqual([]);
    expect(JSON.stringify(one(plan, "line-flow").inputs.content)).toContain("/queue/line-queue");
    expect(valueAt(one(plan, "line-agents").inputs, "queueConfigs", 0, "queueId")).toBe("line-queue.queueId");
    expect(ofType(dev, "aws:connect/queue:Queue")).toEqual([]);
  });

  test("an instance and a number are adopted by their ids, and nothing of them is the stack's", async () => {
    const connectInstanceId = "0a1b2c3d-0000-4000-8000-0123456789ab";
    const phoneNumberId = "0a1b2c3d-1111-4000-8000-0123456789ab";
    const plan = await planOther({ connectInstanceId, phoneNumberId });
    const types = plan.resources.map(({ type }) => type);
    for (const type of [
      "connect/instance:Instance",
      "connect/phoneNumber:PhoneNumber",
      "connect/instanceStorageConfig:InstanceStorageConfig",
    ]) {
      expect(types).not.toContain(`aws:${type}`);
    }
    expect(one(plan, "line-number-flow").inputs).toMatchObject({ instanceId: connectInstanceId, phoneNumberId });
    expect(one(plan, "line-flow").inputs).toMatchObject({ instanceId: connectInstanceId });
    expect(await permissionFaults(plan)).toEqual([]);
    expect(
      allows(
        statementsOfFunction(plan, "voice-function"),
        "kinesisvideo:GetMedia",
        "arn:aws:kinesisvideo:eu-central-1:000000000000:stream/theirs-connect-theirs-contact-1/1",
      ),
    ).toBe(true);
  });
});

describe("voicemail", () => {
  const file = "ivr/2026/11/23/0a1b2c3d-2222-4000-8000-0123456789ab_20261123T18:00_UTC.wav";
  const mayRead = (plan: Plan, object: string) =>
    allows(statementsOfFunction(plan, "prepareVoicemail-function"), "s3:GetObject", `arn:aws:s3:::${object}`);

  test("of an own instance's recordings those of conversations with the flow are taken in, and no others", () => {
    expect(one(dev, "voicemail-recorded-rule").inputs.eventPattern).toEqual({
      source: ["aws.s3"],
      "detail-type": ["Object Created"],
      detail: { bucket: { name: ["recordings-bucket"] }, object: { key: [{ wildcard: "*ivr/*.wav" }] } },
    });
    expect(mayRead(dev, `recordings-bucket/recordings/${file}`)).toBe(true);
    expect(mayRead(dev, "recordings-bucket/recordings/2026/11/23/with-a-person.wav")).toBe(false);
    expect(mayRead(dev, `theirs/${file}`)).toBe(false);
  });

  test("of an adopted instance's, whose bucket nobody knows here, likewise", async () => {
    const plan = await planOther({ connectInstanceId: "0a1b2c3d-0000-4000-8000-0123456789ab" });
    expect(valueAt(one(plan, "voicemail-recorded-rule").inputs, "eventPattern", "detail")).toEqual({
      object: { key: [{ wildcard: "*ivr/*.wav" }] },
    });
    expect(mayRead(plan, `theirs/connect/theirs/CallRecordings/${file}`)).toBe(true);
    expect(mayRead(plan, "theirs/payroll/2026.csv")).toBe(false);
  });

  test("only the stack's own transcriptions are told, and each voicemail has its deadline", () => {
    const variables = valueAt(one(dev, "noteVoicemail-function").inputs, "environment", "variables") as object;
    expect(variables).toMatchObject({ JOB_PREFIX: "voice-dev.", REPORT_GROUP: "voicemail-reports" });
    expect(valueAt(one(dev, "voicemail-written-rule").inputs, "eventPattern", "detail")).toEqual({
      TranscriptionJobName: [{ prefix: "voice-dev." }],
      TranscriptionJobStatus: ["COMPLETED", "FAILED"],
    });
    const starters = ["voicemail-scheduler", "voicemail-written-role"].map((role) =>
      allows(
        statementsOfRole(dev, role),
        "states:StartExecution",
        "arn:aws:states:us-east-1:000000000000:stateMachine:voicemailReport-machine",
      ),
    );
    expect(starters).toEqual([true, true]);
  });
});

describe("number, instance and data", () => {
  const lost = (before: Plan, after: Plan) => lossesOf(before, after).map(({ name, how }) => `${name} ${how}`);
  let owned: Plan;
  beforeAll(async () => {
    owned = await planOther({ stage: "prod" });
  });

  test("are protected at every stage", () => {
    for (const plan of [dev, owned]) expect(plan.resources.filter(lacksProtection)).toEqual([]);
    const protectedOnes = owned.resources.filter(({ options }) => options.protect).map(({ name }) => name);
    expect(protectedOnes).toEqual(
      expect.arrayContaining(["line-number", "connect-instance", "bookings", "records", "calls", "recordings-bucket"]),
    );
  });

  test("outlive another name of the business, other people, hours and settings", async () => {
    const business = { name: "Zahnärzte am Markt", timezone: "Europe/Berlin", phone: "+493012345678" };
    const after = await planOther(
      { stage: "prod", voice: "Vicki", ownerEmail: "a@b.cd", logRetentionDays: 30, human: "queue" },
      { business, hours: { tuesday: "09:00-12:00" } },
    );
    expect(lost(owned, after)).toEqual([]);
  });

  test("are not lost unseen where a stack asks for another kind of number, adopts, or moves", async () => {
    expect(lost(owned, await planOther({ stage: "prod", phoneNumberCountry: "DE" }))).toEqual(["line-number replaced"]);
    const connectInstanceId = "0a1b2c3d-0000-4000-8000-0123456789ab";
    const phoneNumberId = "0a1b2c3d-1111-4000-8000-0123456789ab";
    expect(lost(owned, await planOther({ stage: "prod", phoneNumberId }))).toEqual([
      "line-number deleted",
      "line-number-flow replaced",
    ]);
    expect(lost(owned, await planOther({ stage: "prod", connectInstanceId }))).toEqual([
      "connect-instance deleted",
      "recordings-bucket deleted",
    ]);
    const elsewhere = { ...owned, outputs: { ...owned.outputs, region: "us-east-1" } };
    expect(lost(owned, elsewhere)).toEqual(expect.arrayContaining(["line-number replaced", "bookings replaced"]));
  });

  test("that are adopted stay adopted, whatever else changes", async () => {
    const adopted = {
      stage: "prod",
      connectInstanceId: "0a1b2c3d-0000-4000-8000-0123456789ab",
      phoneNumberId: "0a1b2c3d-1111-4000-8000-0123456789ab",
    };
    const before = await planOther(adopted);
    expect(lost(before, await planOther({ ...adopted, phoneNumberCountry: "DE", voice: "Vicki" }))).toEqual([]);
    const another = { ...adopted, phoneNumberId: "0a1b2c3d-2222-4000-8000-0123456789ab" };
    expect(lost(before, await planOther(another))).toEqual(["line-number-flow replaced"]);
  });
});

describe("a second customer", () => {
  let other: Plan;
  beforeAll(async () => {
    other = await planOther({ stage: "prod", monthlyBudgetUsd: 120, logRetentionDays: 30, recordingRetentionDays: 30 });
  });

  test("has a stack that names nothing of the first", () => {
    const first = ["Cedar", "Portland", "barber", "America/Los_Angeles", "+1503", "us-east-1", "cedar-and-main"];
    const rule = rules.namesNone(first);
    expect(rule(other)).toEqual([]);
    expect(rule(dev)).not.toEqual([]);
  });

  test("keeps every promise, with its own figures", async () => {
    const promises = [
      rules.logsAreForgotten(30),
      rules.bucketsArePrivate,
      rules.theNumberIsSacred,
      rules.nothingRunsAlways,
      rules.everyFunctionHasItsRole,
      rules.functionsRunAsTested,
      rules.callsAreLedOnce("voice-function"),
      rules.tablesAreSafe,
      rules.billIsWatched(120),
      rules.functionsAreCalledByName,
    ];
    expect(promises.flatMap((rule) => rule(other))).toEqual([]);
    expect(await permissionFaults(other)).toEqual([]);
    expect(valueAt(one(other, "recordings-lifecycle").inputs, "rules", 1, "expiration", "days")).toBe(30);
  });

  test("has tables that refuse to be deleted where it is in production", () => {
    const guarded = (plan: Plan) =>
      ofType(plan, "aws:dynamodb/table:Table").map(({ inputs }) => inputs.deletionProtectionEnabled);
    expect(guarded(other)).toEqual([true, true, true]);
    expect(guarded(dev)).toEqual([false, false, false]);
  });

  test("may have its own people and phone, which take the place of the file's", async () => {
    const people = [{ id: "praxis", name: "die Praxis", number: "+493087654321" }];
    const plan = await planOther({ people, phone: "+493011111111" });
    expect(JSON.stringify(one(plan, "line-flow").inputs.content)).toContain("+493087654321");
    expect(valueAt(one(plan, "syncKnowledge-function").inputs, "environment", "variables", "STACK_OVERRIDES")).toEqual({
      people,
      phone: "+493011111111",
    });
    expect(JSON.stringify(one(other, "line-flow").inputs.content)).not.toContain("+493087654321");
  });
});

describe("workflows", () => {
  const machines = () => ofType(dev, "aws:sfn/stateMachine:StateMachine");

  test("are Express, log failures without what went through them, and tell the owner when one fails", () => {
    expect(machines().map(({ name }) => name)).toContain("bookingConfirmation-machine");
    for (const { name, inputs } of machines()) {
      expect([name, inputs.type]).toEqual([name, "EXPRESS"]);
      expect(inputs.loggingConfiguration).toMatchObject({ level: "ERROR", includeExecutionData: false });
      expect(valueAt(inputs, "loggingConfiguration", "logDestination")).toMatch(/:\*$/);
      const alarms = ofType(dev, "aws:cloudwatch/metricAlarm:MetricAlarm").filter((alarm) =>
        String(valueAt(alarm.inputs, "dimensions", "StateMachineArn")).endsWith(`:${name}`),
      );
      expect(alarms.map((alarm) => alarm.inputs.metricName)).toEqual(["ExecutionsFailed", "ExecutionsTimedOut"]);
    }
  });

  test("call only functions that they may call", () => {
    for (const { name, inputs } of machines()) {
      const statements = statementsOfRole(dev, name.replace("-machine", "-role"));
      const states = Object.values(valueAt(inputs, "definition", "States") as Record<string, unknown>);
      const called = states.flatMap((state) => valueAt(state, "Parameters", "FunctionName") ?? []);
      expect(called).not.toEqual([]);
      for (const arn of called)
        expect([arn, allows(statements, "lambda:InvokeFunction", String(arn))]).toEqual([arn, true]);
    }
  });
});

describe("the functions' code", () => {
  const functions = () => ofType(dev, "aws:lambda/function:Function");
  const variablesOf = (name: string) =>
    valueAt(one(dev, name).inputs, "environment", "variables") as Record<string, unknown>;

  test("reads exactly the variables that the function is given", () => {
    for (const { name } of functions()) {
      const code = readFileSync(path.join(root, "functions", name.replace("-function", ""), "index.ts"), "utf8");
      const read = /readEnvironment\(\[([^\]]*)\]/.exec(code)?.[1]?.match(/[A-Z_]+/g) ?? [];
      expect([name, ...read].sort()).toEqual([name, ...Object.keys(variablesOf(name))].sort());
    }
  });

  test("loads as Lambda loads it, with these variables and nothing else", () => {
    const script = `
      for (const [file, variables] of JSON.parse(process.argv[1])) {
        Object.assign(process.env, variables);
        console.log(typeof require(file).handler);
        for (const key of Object.keys(variables)) delete process.env[key];
      }`;
    const load = functions().map(({ name, inputs }) => {
      const texts = Object.entries(variablesOf(name)).map(([key, value]) => [
        key,
        typeof value === "string" ? value : JSON.stringify(value),
      ]);
      const file = path.join(root, String(valueAt(inputs, "code", "index.js", "file")));
      return [file, { ...Object.fromEntries(texts), AWS_REGION: "us-east-1" }];
    });
    const { stdout, stderr } = spawnSync(process.execPath, ["-e", script, JSON.stringify(load)], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "function\n".repeat(functions().length), stderr: "" });
  });
});

describe("asking the model", () => {
  const mayAsk = (plan: Plan, resource: string) =>
    allows(statementsOfFunction(plan, "voice-function"), "bedrock:InvokeModelWithResponseStream", resource);
  const modelIn = (where: string, id: string) => `arn:aws:bedrock:${where}::foundation-model/${id}`;
  const haiku = "anthropic.claude-haiku-4-5-20251001-v1:0";

  test("through the global profile takes the profile, the model here and the model wherever AWS asks it", () => {
    expect(mayAsk(dev, `arn:aws:bedrock:us-east-1:000000000000:inference-profile/global.${haiku}`)).toBe(true);
    expect(mayAsk(dev, modelIn("us-east-1", haiku))).toBe(true);
    expect(mayAsk(dev, modelIn("", haiku))).toBe(true);
    expect(mayAsk(dev, modelIn("eu-west-1", haiku))).toBe(false);
  });

  test("through a geography's profile takes the model in its regions, and only through the profile", async () => {
    const plan = await planOther({ brainModel: `eu.${haiku}` });
    expect(await permissionFaults(plan)).toEqual([]);
    expect(mayAsk(plan, `arn:aws:bedrock:eu-central-1:000000000000:inference-profile/eu.${haiku}`)).toBe(true);
    expect(mayAsk(plan, modelIn("eu-west-1", haiku))).toBe(true);
    const policy = one(plan, "voice-policy").inputs.policy as {
      Statement: { Resource: unknown; Condition?: object }[];
    };
    const elsewhere = policy.Statement.filter(({ Resource }) => Resource === modelIn("*", haiku));
    expect(elsewhere).toEqual([expect.objectContaining({ Condition: expect.anything() })]);
  });

  test("in this region takes the model alone", async () => {
    const plan = await planOther({ brainModel: "anthropic.claude-haiku-5-5" });
    expect(await permissionFaults(plan)).toEqual([]);
    expect(mayAsk(plan, modelIn("eu-central-1", "anthropic.claude-haiku-5-5"))).toBe(true);
    expect(mayAsk(plan, modelIn("us-east-1", "anthropic.claude-haiku-5-5"))).toBe(false);
  });
});

describe("npm run plan", () => {
  const run = async (...args: string[]) => {
    const said = { out: "", err: "", status: -1 };
    await runCommand("plan", planCommand, {
      args,
      out: (text) => {
        said.out += text;
      },
      err: (text) => {
        said.err += text;
      },
      end: (status) => {
        said.status = status;
      },
    });
    return said;
  };

  test("prints one JSON document and nothing else with --json", async () => {
    const { out, err, status } = await run("--stack", "dev", "--json");
    expect(JSON.parse(out)).toEqual(dev);
    expect({ err, status }).toEqual({ err: "", status: 0 });
  });

  test("prints each component with what it is made of", async () => {
    const { out, status } = await run();
    expect(out).toMatch(/^ {2}line {2,}PhoneLine$/m);
    expect(out).toMatch(/^ {4}line-number {2,}aws connect PhoneNumber {2,}protected, retained$/m);
    expect(status).toBe(0);
  });

  test("ends with 2 and one line where it is used wrongly", async () => {
    for (const args of [["--stack", "nowhere"], ["--colour"], ["--stack"]]) {
      const { out, err, status } = await run(...args);
      expect({ out, lines: err.split("\n").length, status }).toEqual({ out: "", lines: 2, status: 2 });
    }
  });
});

describe("secrets", () => {
  test("a stack's callers are nowhere in the plan, encrypted or not", async () => {
    const plan = await planOther({ vip: ["+493099999999"], blocked: [{ secure: "v1:abc" }] });
    expect(one(plan, "knowledge-callers.json").inputs.content).toBe("[secret]");
    expect(rules.namesNone(["+493099999999", "v1:abc"])(plan)).toEqual([]);
    expect(rules.namesNone(["+493099999999"])({ ...plan, outputs: { vip: "+493099999999" } })).toHaveLength(1);
  });

  test("only the screening function may read them", () => {
    const object = "arn:aws:s3:::knowledge-bucket/callers.json";
    const readers = ofType(dev, "aws:lambda/function:Function").filter(({ name }) =>
      allows(statementsOfFunction(dev, name), "s3:GetObject", object),
    );
    expect(readers.map(({ name }) => name)).toEqual(["screenCaller-function"]);
  });
});

describe("the plan itself", () => {
  test("is the same, byte for byte, when it is made again", async () => {
    expect(JSON.stringify(await planIn(root, "dev"))).toBe(JSON.stringify(dev));
  });

  test("has the URNs of Pulumi's engine: every component above is in them", () => {
    expect(one(dev, "voice-role").urn).toBe(
      "urn:pulumi:dev::voice-agent::voiceAgent:index:Functions$voiceAgent:index:VoiceFunction$aws:iam/role:Role::voice-role",
    );
    expect(one(dev, "voice-role").parent).toBe(
      "urn:pulumi:dev::voice-agent::voiceAgent:index:Functions$voiceAgent:index:VoiceFunction::voice",
    );
    expect(one(dev, "key").parent).toBe("urn:pulumi:dev::voice-agent::pulumi:pulumi:Stack::voice-agent-dev");
  });

  const planning = (make: Program) => planStack(readStack("dev"), root, make);

  test("refuses a resource that is made inside apply, where no preview would show it", async () => {
    const inside: Program = async () => {
      const topic = new aws.sns.Topic("first");
      topic.arn.apply(
        (arn) => new aws.sns.TopicSubscription("second", { topic: arn, protocol: "email", endpoint: "a@b.cd" }),
      );
      return {};
    };
    await expect(planning(inside)).rejects.toThrow("second is made inside apply");
  });

  // In a process of its own: a promise that fails and that nobody awaits would fail this test, too.
  test("refuses an input that fails, where Pulumi would leave the resource out", () => {
    const script = `
      const aws = require("@pulumi/aws");
      const { planStack } = require("./simulator/plan/planStack");
      const { readStack } = require("./commands/stack");
      const failing = async () => {
        const topic = new aws.sns.Topic("first");
        new aws.sns.Topic("second", { displayName: topic.arn.apply(() => Promise.reject(new Error("no such thing"))) });
      };
      planStack(readStack("dev"), ".", failing).then(console.log, (error) => console.log("refused:", error.message));`;
    const tsx = path.join(root, "node_modules", ".bin", "tsx");
    const { stdout } = spawnSync(tsx, ["-e", script], { cwd: root, encoding: "utf8" });
    expect(stdout).toContain("refused:");
    expect(stdout).toContain("no such thing");
    expect(stdout).toContain("second (aws:sns/topic:Topic) is left out");
  });

  test("refuses two resources of the same name and an output in a template text", async () => {
    const twice: Program = async () => {
      new aws.sns.Topic("same");
      new aws.sns.Topic("same");
      return {};
    };
    await expect(planning(twice)).rejects.toThrow("same URN");
    const templated: Program = async () => {
      const topic = new aws.sns.Topic("first");
      new aws.sns.Topic("second", { displayName: `of ${topic.arn}` });
      return {};
    };
    await expect(planning(templated)).rejects.toThrow("second: An output was put into a template text");
  });

  test("shows secret inputs and outputs as secret", async () => {
    const plan = await planning(async () => {
      const topic = new aws.sns.Topic("told", { displayName: pulumi.secret("hush") });
      return { name: topic.displayName, plain: "said" };
    });
    expect(one(plan, "told").inputs.displayName).toBe("[secret]");
    expect(plan.outputs).toEqual({ name: "[secret]", plain: "said" });
  });
});

describe("a production stage", () => {
  const settings = { customer: "zahnarzt-yildiz", stage: "prod" };
  const refused = (folder: string) =>
    planIn(folder, "yildiz-prod").then(
      () => [],
      (error: Error) => error.message.split("\n"),
    );

  test("with a routing that nobody has read is refused, with the command that accepts it", async () => {
    const folder = folderOf("yildiz-prod", settings);
    expect(await refused(folder)).toEqual([
      "Routing.yildiz-prod.md: There is no such file, so nobody has read this routing. Accept it with: npm run routing -- table --stack yildiz-prod --write",
    ]);
    accept("yildiz-prod", folder);
    expect(await refused(folder)).toEqual([]);
  });

  test("with another routing than the reviewed one is refused, with what is another", async () => {
    const folder = folderOf("yildiz-prod", settings);
    accept("yildiz-prod", folder);
    const file = path.join(folder, "knowledge", "zahnarzt-yildiz.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("08:00-16:00", "08:00-17:00"));
    expect(await refused(folder)).toEqual([
      "Routing.yildiz-prod.md: This routing is not the reviewed one. Accept it with: npm run routing -- table --stack yildiz-prod --write",
      "Routing.yildiz-prod.md: reviewed: Mon            ················████████████████················  08:00–16:00",
      "Routing.yildiz-prod.md: now:      Mon            ················██████████████████··············  08:00–17:00",
    ]);
    accept("yildiz-prod", folder);
    expect(await refused(folder)).toEqual([]);
  });

  test("keeps its secret callers out of what is reviewed", async () => {
    const folder = folderOf("yildiz-prod", { ...settings, vip: ["+493099999999"] });
    accept("yildiz-prod", folder);
    expect(readFileSync(path.join(folder, routingPageFile("yildiz-prod")), "utf8")).toContain("a VIP (none named)");
    expect(await refused(folder)).toEqual([]);
  });
});

describe("a stack's file", () => {
  const refusal = (settings: Record<string, unknown>, stack = "yildiz-prod") => {
    const folder = folderOf(stack, { customer: "zahnarzt-yildiz", ...settings });
    try {
      readStack(stack, folder);
      return [];
    } catch (error) {
      return (error as Error).message.split("\n");
    }
  };

  test("every key is declared in Pulumi.yaml with its type and what it means, and read", () => {
    const { config } = parse(readFileSync(path.join(root, "Pulumi.yaml"), "utf8")) as {
      config: Record<string, { type?: string; description?: string; default?: unknown; value?: unknown }>;
    };
    // Pulumi lets the project give other programs' keys a value, and nothing else.
    const { "aws:region": region, ...own } = config;
    expect(region).toEqual({ value: "us-east-1" });
    expect(Object.keys(own).sort()).toEqual([...settingKeys, ...secretKeys].sort());
    for (const [key, declared] of Object.entries(own)) {
      expect(`${key} ${typeof declared.type} ${typeof declared.description}`).toBe(`${key} string string`);
      expect(key === "customer" || declared.default !== undefined).toBe(true);
    }
  });

  test("with bad values is refused with one line for each: file, key, value and cure", () => {
    expect(
      refusal({
        stage: "production",
        human: "robot",
        logRetentionDays: 8,
        monthlyBudgetUsd: "lots",
        recordingRetentionDays: 400,
        connectInstanceId: "mine",
        phone: 493012345678,
        people: [{ id: "a", name: "A", number: "0301" }],
        vip: ["555"],
        brainModel: "anthropic.claude-opus-4-1",
      }),
    ).toEqual([
      'Pulumi.yildiz-prod.yaml: stage is "production". Write dev or prod.',
      'Pulumi.yildiz-prod.yaml: human is "robot". Write phone or queue.',
      expect.stringMatching(/^Pulumi.yildiz-prod.yaml: connectInstanceId is "mine". Write the instance's id/),
      expect.stringMatching(/brainModel is "anthropic.claude-opus-4-1". Write the id of a fast/),
      expect.stringMatching(/monthlyBudgetUsd is "lots". Write whole US dollars/),
      expect.stringMatching(/logRetentionDays is 8. Write one of 1, 3, 5, 7/),
      expect.stringMatching(/recordingRetentionDays is 400. Write days from 1 to 90/),
      expect.stringMatching(/people\[0\] is .*0301.*. Write \{ id: front-desk/),
      expect.stringMatching(/phone is 493012345678. Write a number as "\+15035550100", in quotes/),
      expect.stringMatching(/vip\[0\] is "555". Write a number/),
    ]);
  });

  test("with a key that nobody reads is refused", () => {
    expect(refusal({ Stage: "dev" })).toEqual(['Pulumi.yildiz-prod.yaml: Stage is "dev". Write stage.']);
    expect(refusal({ colour: "red" })).toEqual([
      expect.stringMatching(
        /^Pulumi.yildiz-prod.yaml: colour is "red". Write one of the keys of Pulumi.yaml: customer, /,
      ),
    ]);
  });

  test("that does not exist is named with those that do", () => {
    expect(() => readStack("nowhere")).toThrow(
      /^Pulumi.nowhere.yaml: There is no such file. Write it, or name a stack that exists: .*dev/,
    );
    expect(() => readStack("../dev")).toThrow(/no such file/);
  });

  test("that names a line that cannot be deployed yet ends in one line too", async () => {
    const folder = folderOf("yildiz-prod", { customer: "zahnarzt-yildiz", line: "duplex" });
    await expect(planIn(folder, "yildiz-prod")).rejects.toThrow(
      /^Pulumi.yildiz-prod.yaml: line is "duplex". Write flow/,
    );
  });

  test("whose knowledge file is bad or missing ends in the knowledge file's own lines", async () => {
    await expect(planOther({ customer: "nobody" })).rejects.toThrow(/^knowledge\/nobody.yaml: There is no such file/);
    await expect(planOther({}, { hours: { monday: "25:00-26:00" } })).rejects.toThrow(
      /^knowledge\/zahnarzt-yildiz.yaml: hours.monday/,
    );
  });

  test("keeps what is encrypted to itself and says so", () => {
    const folder = folderOf("yildiz-prod", {
      customer: "zahnarzt-yildiz",
      vip: [{ secure: "v1:abc" }],
      blocked: { secure: "v1:def" },
    });
    const stack = readStack("yildiz-prod", folder);
    expect(stack.callers).toEqual({ vip: [], blocked: [] });
    expect(stack.notes).toEqual([
      "Pulumi.yildiz-prod.yaml: voice-agent:vip is encrypted and counts as none here.",
      "Pulumi.yildiz-prod.yaml: voice-agent:blocked is encrypted and counts as none here.",
    ]);
  });
});
