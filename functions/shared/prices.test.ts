import { costOf } from "./prices";

const usage = {
  transcribeMs: 180_000,
  inputTokens: 6_000,
  cachedTokens: 50_000,
  outputTokens: 1_200,
  spokenCharacters: 1_500,
};
const call = { durationMs: 180_000, line: "flow", usage } as const;

test("a call of three minutes costs what the price pages say", () => {
  const cost = costOf(call);
  expect(cost).toMatchObject({ transcribe: 0.072, bedrock: 0.017, polly: 0.045, connect: 0.0606 });
  expect(cost.lambda).toBeCloseTo(0.0024, 3);
  expect(cost.total).toBeGreaterThan(0.19);
  expect(cost.total).toBeLessThan(0.21);
});

test("the total is the sum of its parts, none of them negative", () => {
  for (const cost of [costOf(call), costOf({ ...call, line: "duplex", asks: 60, personMs: 60_000, hotMs: 1 })]) {
    const { total, ...parts } = cost;
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
    expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
  }
});

test("a call without the agent costs the line and next to nothing else", () => {
  const { total, connect, ...parts } = costOf({ durationMs: 60_000, line: "flow", usage: null });
  expect(parts).toMatchObject({ transcribe: 0, bedrock: 0, polly: 0 });
  expect(total - connect).toBeLessThan(0.0001);
});

test("agent-to-agent audio needs the dearer tier", () => {
  expect(costOf({ ...call, line: "duplex" }).connect).toBe(0.1206);
});
