import path from "node:path";
import { readStack } from "../../commands/stack";
import { keptPlaces } from "../../functions/shared/keptPlaces";
import type { Plan } from "./plan";
import { planStack } from "./planStack";

import program = require("../../index");

/** What runs, allows, names or watches, and keeps nothing of a call; of logs another test shows that no word gets into them. */
const keepNothing: readonly RegExp[] = [
  /^pulumi:|^voiceAgent:/,
  /^aws:(budgets|cloudwatch|iam|kms|lambda|sfn|sns)\//,
  /^aws:cloudcontrol\/resource:/,
  /^aws:connect\/(contactFlow|hoursOfOperation|instance|lambdaFunctionAssociation|phoneNumber|phoneNumberContactFlowAssociation|queue|routingProfile):/,
  // A schedule of the stack's own; those that calls plan are in a group.
  /^aws:scheduler\/schedule:/,
  // What is set up of a bucket, not the bucket.
  /^aws:s3\/bucket(LifecycleConfiguration|Notification|ObjectV?v?2|Policy|PublicAccessBlock|ServerSideEncryptionConfiguration|Versioning):/,
];

let plan: Plan;
beforeAll(async () => {
  const root = path.resolve(__dirname, "..", "..");
  plan = await planStack(readStack("dev"), root, program);
}, 60_000);

const placesIn = ({ resources }: Pick<Plan, "resources">) =>
  resources.filter(({ type }) => !keepNothing.some((pattern) => pattern.test(type))).map(({ name }) => name);

test("of every place that can keep something is said what becomes of it when a caller is erased", () => {
  expect(placesIn(plan).sort()).toEqual(Object.keys(keptPlaces).sort());
});

test("a store that is added without a word is found", () => {
  const [first] = plan.resources;
  if (first === undefined) throw new Error("the plan is empty");
  const added = ["aws:sqs/queue:Queue", "aws:dynamodb/table:Table", "aws:rds/cluster:Cluster"].map((type) => ({
    ...first,
    type,
    name: "added",
  }));
  expect(placesIn({ resources: added })).toEqual(["added", "added", "added"]);
});
