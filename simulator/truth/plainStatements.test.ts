import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { plainStatements } from "./plainStatements.fixture";
import { stoppedOf } from "./truthSets";

const folder = path.join(__dirname, "businesses");
const samples = readdirSync(folder)
  .map((file) => parseKnowledge(readFileSync(path.join(folder, file), "utf8"), file))
  .filter(({ business }) => business.languages[0]?.startsWith("en"))
  .flatMap((knowledge) => plainStatements(knowledge, Date.parse("2026-11-18T17:00:00Z")));

test("what is said of any business with another's figure, unit or bound, or with a promise, is stopped", () => {
  const falseOnes = samples.filter(({ isTrue }) => !isTrue);
  expect(falseOnes.length).toBeGreaterThan(500);
  expect(falseOnes.filter((sample) => stoppedOf(sample) === null).map(({ set, reply }) => `${set}: ${reply}`)).toEqual(
    [],
  );
});

test("what is plainly said of any business passes in whichever way its figures are said", () => {
  const trueOnes = samples.filter(({ isTrue }) => isTrue);
  const stopped = trueOnes.flatMap((sample) => {
    const fault = stoppedOf(sample);
    return fault === null ? [] : [`${sample.set}: ${sample.reply} (${fault.why})`];
  });
  expect(trueOnes.length).toBeGreaterThan(500);
  expect(stopped.slice(Math.floor(trueOnes.length * 0.005))).toEqual([]);
});
