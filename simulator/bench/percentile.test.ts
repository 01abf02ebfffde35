import { percentile } from "./percentile";

test("a percentile is a value that was measured", () => {
  const values = [5, 1, 4, 2, 3];
  expect([0, 0.2, 0.5, 0.95, 1].map((share) => percentile(values, share))).toEqual([1, 1, 3, 5, 5]);
  expect(values).toEqual([5, 1, 4, 2, 3]);
});

test("of nothing there is no percentile", () => {
  expect(() => percentile([], 0.5)).toThrow("nothing to measure");
});
