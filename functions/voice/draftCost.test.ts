import { draftCost } from "./draftCost";

const usage = { inputTokens: 50, cachedTokens: 5000, outputTokens: 30 };

test("drafts that were thrown away are paid with the request that came to its end, once", () => {
  const cost = draftCost();
  cost.stopped(0);
  cost.stopped(41);
  expect(cost.with(usage)).toEqual({ inputTokens: 150, cachedTokens: 15_000, outputTokens: 41 });
  expect(cost.with(usage)).toEqual(usage);
});
