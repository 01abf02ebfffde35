import { minuteCost } from "./minuteCost";

test("a minute costs what its parts cost, and a prompt that is long enough to be kept costs less than a short one", () => {
  const short = minuteCost(12_000);
  const kept = minuteCost(20_000);
  expect(short.total).toBeCloseTo(short.transcribe + short.bedrock + short.polly, 10);
  expect(short.transcribe).toBe(0.024);
  expect(kept.bedrock).toBeLessThan(short.bedrock);
  expect(short.total).toBeGreaterThan(0.04);
  expect(short.total).toBeLessThan(0.1);
});
