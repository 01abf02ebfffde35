import path from "node:path";
import { readStack } from "../../commands/stack";
import { ofType, type Plan, valueAt } from "./plan";
import { planStack } from "./planStack";

import program = require("../../index");

const days = 30;
let plan: Plan;
beforeAll(async () => {
  const root = path.resolve(__dirname, "..", "..");
  const stack = readStack("dev");
  const config = { ...stack.config, "voice-agent:recordingRetentionDays": String(days) };
  plan = await planStack({ ...stack, config }, root, program);
}, 60_000);

const variablesOf = (name: string) => {
  const found = ofType(plan, "aws:lambda/function:Function").find((each) => each.name === `${name}-function`);
  return valueAt(found?.inputs, "environment", "variables") as Readonly<Record<string, string>>;
};

test("what is kept of calls goes after as many days as the stack says, in buckets and in tables", () => {
  const lifecycles = ofType(plan, "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration");
  const expiries = ["files", "recordings"].map((name) =>
    valueAt(lifecycles.find((each) => each.name === `${name}-lifecycle`)?.inputs, "rules", 1),
  );
  expect(expiries).toEqual(
    expiries.map(() => expect.objectContaining({ expiration: { days }, filter: { prefix: "" } })),
  );
  // Whoever writes into the tables says when it goes.
  const writers = ["voice", "archiveCall", "noteVoicemail", "prepareVoicemail", "reportVoicemail"];
  expect(writers.map((name) => variablesOf(name).KEPT_DAYS)).toEqual(writers.map(() => String(days)));
});

test("everything that passes on or keeps a caller's words is encrypted", () => {
  const topics = ofType(plan, "aws:sns/topic:Topic");
  expect(topics.length).toBeGreaterThan(1);
  expect(topics.filter(({ inputs }) => inputs.kmsMasterKeyId === undefined)).toEqual([]);
  const tables = ofType(plan, "aws:dynamodb/table:Table");
  expect(tables.filter(({ inputs }) => valueAt(inputs, "serverSideEncryption", "enabled") !== true)).toEqual([]);
  const storages = ofType(plan, "aws:connect/instanceStorageConfig:InstanceStorageConfig");
  expect(
    storages.map(({ inputs }) => JSON.stringify(inputs.storageConfig)).filter((text) => !text.includes("KMS")),
  ).toEqual([]);
});
