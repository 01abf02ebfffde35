import type { Plan, PlannedResource } from "./plan";
import { isSamePlan, planDifference, planDifferenceLines } from "./planDifference";

const options = { protect: false, retainOnDelete: false, aliases: [], ignoreChanges: [] };

function resource(stack: string, name: string, inputs: Record<string, unknown>, type = "aws:sns/topic:Topic") {
  return { urn: `urn:pulumi:${stack}::p::${type}::${name}`, type, name, parent: null, inputs, options };
}

function plan(stack: string, ...resources: readonly PlannedResource[]): Plan {
  return { stack, resources, outputs: {} };
}

test("what comes, what goes and what changes of the rest, each in a line", () => {
  const before = plan("dev", resource("dev", "a", { displayName: "x", tags: { one: "1" } }), resource("dev", "b", {}));
  const after = plan("dev", resource("dev", "a", { displayName: "y", tags: {} }), resource("dev", "c", {}));
  expect(planDifferenceLines(planDifference(before, after))).toEqual([
    "b (aws sns Topic) is gone",
    "c (aws sns Topic) is new",
    'a (aws sns Topic): displayName: "x" → "y"',
    'a (aws sns Topic): tags.one is gone: "1"',
  ]);
});

test("the stack's own name is no difference, as a part of another word it is none of the stack's", () => {
  const named = (stack: string) => resource(stack, "a", { displayName: `Calls ${stack} Shop`, tags: { stack } });
  expect(isSamePlan(planDifference(plan("dev", named("dev")), plan("acme.prod", named("acme.prod"))))).toBe(true);
  const lines = (was: string, is: string) =>
    planDifferenceLines(
      planDifference(
        plan("dev", resource("dev", "a", { displayName: was })),
        plan("prod", resource("prod", "a", { displayName: is })),
      ),
    );
  expect(lines("device", "prodice")).toEqual(['a (aws sns Topic): displayName: "device" → "prodice"']);
  expect(lines("a dev", "a dev")).toEqual([]);
});

test("lists that name the stack are compared by what they mean", () => {
  const named = (stack: string, ...more: readonly string[]) =>
    plan(
      stack,
      resource(stack, "a", { tags: [{ name: `${stack}-x`, of: stack }], groups: [`of ${stack}`, ...more] }),
      resource(stack, `voice-agent-${stack}`, {}, "pulumi:pulumi:Stack"),
    );
  expect(isSamePlan(planDifference(named("dev"), named("prod")))).toBe(true);
  expect(planDifferenceLines(planDifference(named("dev"), named("prod", "new")))).toEqual([
    'a (aws sns Topic): groups is new: "new"',
  ]);
});

test("entries of a list are compared with those of the same name, wherever they stand", () => {
  const policy = (...Statement: readonly object[]) => plan("dev", resource("dev", "a", { policy: { Statement } }));
  const read = { Sid: "Read", Action: ["s3:GetObject", "s3:ListBucket"] };
  const write = { Sid: "Write", Action: "s3:PutObject" };
  const lines = (before: Plan, after: Plan) => planDifferenceLines(planDifference(before, after));
  expect(lines(policy(read, write), policy(write, read))).toEqual([]);
  expect(
    lines(policy(read, write), policy({ ...write, Action: "s3:*" }, { ...read, Action: ["s3:GetObject"] })),
  ).toEqual([
    'a (aws sns Topic): policy.Statement[Read].Action is gone: "s3:ListBucket"',
    'a (aws sns Topic): policy.Statement[Write].Action: "s3:PutObject" → "s3:*"',
  ]);
});

test("options count: a number that is no longer protected is a change", () => {
  const number = resource("dev", "n", {}, "aws:connect/phoneNumber:PhoneNumber");
  const guarded = { ...number, options: { ...options, protect: true } };
  expect(planDifferenceLines(planDifference(plan("dev", guarded), plan("dev", number)))).toEqual([
    "n (aws connect PhoneNumber): options.protect: true → false",
  ]);
});
