import { readdirSync } from "node:fs";
import path from "node:path";
import { readTruthSet, stoppedOf } from "./truthSets";

const folder = path.join(__dirname, "sets");
const samples = readdirSync(folder).flatMap((file) => readTruthSet(path.join(folder, file)));
const [trueOnes, falseOnes] = [true, false].map((isTrue) => samples.filter((sample) => sample.isTrue === isTrue));

test("there are at least 300 true and 300 false replies", () => {
  expect(trueOnes?.length).toBeGreaterThanOrEqual(300);
  expect(falseOnes?.length).toBeGreaterThanOrEqual(300);
});

test("no false reply is spoken whole", () => {
  const spoken = falseOnes?.filter((sample) => stoppedOf(sample) === null).map(({ set, reply }) => `${set}: ${reply}`);
  expect(spoken).toEqual([]);
});

test("at most 2 % of the true replies are stopped", () => {
  const stopped = trueOnes?.flatMap((sample) => {
    const fault = stoppedOf(sample);
    return fault === null ? [] : [`${sample.set}: ${sample.reply} (${fault.why})`];
  });
  expect(stopped?.slice(Math.floor((trueOnes?.length ?? 0) * 0.02))).toEqual([]);
});
