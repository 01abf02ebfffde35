import type { FaultMet } from "../functions/shared/callRecord";
import { virtualClock } from "./clock";
import { faultsMet } from "./faultsMet";
import type { FaultKind, FaultService } from "./scriptedCall";
import { type FaultFired, faultPlan } from "./standIns/faults";

const fired = (atMs: number, service: FaultService, fault: FaultKind, isAskedAgain = false): FaultFired => ({
  atMs,
  service,
  fault,
  isAskedAgain,
});
const met = (atMs: number, service: string, what: string, did: string): FaultMet => ({ atMs, service, what, did });

test.each([
  ["slow", "kvs", false, "waited"],
  ["throttle", "lambda", true, "tried again"],
  ["error", "dynamodb", true, "tried again"],
  ["error", "dynamodb", false, "went on without"],
  ["drop", "bedrock", true, "went on without"],
  ["drop", "line", true, "went on without"],
  ["error", "s3", true, "said in Connect's own voice"],
] as const)("a %s of %s that nobody tells of is told all the same (%#)", (fault, service, isAskedAgain, did) => {
  expect(faultsMet([fired(5, service, fault, isAskedAgain)], [])).toEqual([met(5, service, fault, did)]);
});

test("a fault that was handled is told once, in the words of whoever handled it", () => {
  const handled = [met(1010, "bedrock", "Rate exceeded", "asked again")];
  expect(faultsMet([fired(1000, "bedrock", "throttle", true)], handled)).toEqual([
    met(1010, "bedrock", "throttle: Rate exceeded", "asked again"),
  ]);
});

test("of several faults before it, what was done is about the last; what came later is another", () => {
  const plan = [fired(0, "lambda", "error", true), fired(100, "lambda", "error", true), fired(900, "lambda", "slow")];
  const handled = [met(200, "lambda", "startCall failed", "error branch of start")];
  expect(faultsMet(plan, handled).map(({ atMs, what, did }) => [atMs, what, did])).toEqual([
    [0, "error", "tried again"],
    [200, "error: startCall failed", "error branch of start"],
    [900, "slow", "waited"],
  ]);
});

test("a session's fault may show long after it was opened, another's does not", () => {
  const late = (service: FaultService) =>
    faultsMet([fired(0, service, "timeout")], [met(9000, service, "no answer", "again")]).length;
  expect([late("transcribe"), late("bedrock")]).toEqual([1, 2]);
});

test("the desk's tables are called by their service's name, and what no plan made is told as it is", () => {
  expect(faultsMet([], [met(7, "desk", "no answer in time", "passed to a person")])).toEqual([
    met(7, "dynamodb", "no answer in time", "passed to a person"),
  ]);
});

test("the plan remembers what came to pass, and whether the service was asked again", () => {
  const plan = faultPlan(
    [
      { service: "s3", fault: "error", when: { type: "request", number: 1 } },
      { service: "sns", fault: "error", when: { type: "request", number: 1 } },
      { service: "line", fault: "drop", when: { type: "request", number: 3 } },
    ],
    virtualClock(40),
    () => 0,
  );
  for (const service of ["s3", "s3", "sns", "line"] as const) plan.next(service);
  expect(plan.fired()).toEqual([fired(40, "s3", "error", true), fired(40, "sns", "error")]);
});
