import type { SimClock } from "../clock";
import { type FaultPlan, never, pause, refuse, slowMs } from "../standIns/faults";
import type { Assumed } from "./assumptions";

interface FunctionSetting {
  readonly clock: SimClock;
  readonly faults: FaultPlan;
  readonly assumed: Assumed;
  readonly killAgent: () => void;
}

/**
 * Invokes a function as a flow does: a failure is repeated up to three times within the limit. What it answers has been through
 * JSON, as on the wire.
 */
export async function invokeFunction(
  act: () => Promise<unknown>,
  limitMs: number,
  setting: FunctionSetting,
): Promise<{ readonly type: "answered"; readonly answer: unknown } | { readonly type: "failed" }> {
  const { clock, assumed } = setting;
  const deadlineMs = clock.now() + limitMs;
  for (let tries = 0; tries <= assumed.lambdaRetries && clock.now() < deadlineMs; tries += 1) {
    const given = await within(clock, deadlineMs - clock.now(), attempt(act, setting));
    if (given.type === "answered") return given;
  }
  return { type: "failed" };
}

async function attempt(act: () => Promise<unknown>, { clock, faults, assumed, killAgent }: FunctionSetting) {
  const fault = faults.next("lambda");
  const wayMs = assumed.lambdaMs / 2;
  await pause(clock, wayMs + (fault === "slow" ? slowMs : 0));
  if (fault !== null) refuse(fault, "lambda");
  if (fault === "timeout") {
    if (faults.coin()) await act();
    return never();
  }
  if (fault === "drop") killAgent();
  const answer: unknown = await act();
  await pause(clock, wayMs);
  if (fault === "garbage") return { type: "failed" } as const;
  return { type: "answered", answer: JSON.parse(JSON.stringify(answer ?? null)) as unknown } as const;
}

/** Failed where it threw, or took longer than `ms`. */
function within<T>(clock: SimClock, ms: number, work: Promise<T>): Promise<T | { readonly type: "failed" }> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve({ type: "failed" }));
    const settle = (value: T | { readonly type: "failed" }) => {
      cancel();
      resolve(value);
    };
    work.then(settle, () => settle({ type: "failed" }));
  });
}
