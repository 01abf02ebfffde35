import { readFileSync } from "node:fs";
import path from "node:path";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { differenceText, yearOracle } from "./yearOracle";

const fromMs = Date.UTC(2026, 10, 1);
const untilMs = Date.UTC(2027, 10, 1);

test.each(["cedar-and-main", "canal-street-garage"])(
  "%s: engine and Connect's own hours at 525,600 minutes, flow, facts and answers at every change and hour, no difference",
  async (name) => {
    const file = path.join(__dirname, "../../knowledge", `${name}.yaml`);
    const knowledge = parseKnowledge(readFileSync(file, "utf8"), file);
    const t = performance.now();
    const { differences, believed, ...report } = await yearOracle(knowledge, fromMs, untilMs);
    console.log(performance.now() - t, report);
    const listed = [...differences, ...believed].map((each) => differenceText(each, knowledge.business.timezone));
    expect(listed).toEqual([]);
    expect(report).toEqual({
      minutes: 525_600,
      moments: expect.any(Number),
      changes: expect.any(Number),
      notUnderstood: 0,
    });
  },
);
