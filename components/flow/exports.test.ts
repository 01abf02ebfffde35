import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { startFlow } from "./interpret";
import { lintFlow } from "./lint";
import { isFlow, mutantsOf } from "./mutants.fixture";
import { drawing, playAtRandom } from "./randomPlayer.fixture";

/** A folder of flows that others have published; nothing of them belongs to this repository. */
const folder = process.env.FLOW_EXPORTS ?? "";
const files = folder === "" ? [] : readdirSync(folder).filter((name) => name.endsWith(".json"));
const documents = files.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as unknown] as const);
const flows = documents.flatMap(([, document]) => (isFlow(document) ? [document] : []));
const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };

const whereTheyStand = files.length === 0 ? describe.skip : describe;

whereTheyStand("flows that others have published (the folder that FLOW_EXPORTS names)", () => {
  test("are in order, but for those without any action", () => {
    const wrong = documents.filter(([, document]) => isFlow(document) && lintFlow(document).errors.length > 0);
    expect(wrong.map(([name]) => name)).toEqual([]);
    for (const [, document] of documents.filter(([, each]) => !isFlow(each))) {
      expect(lintFlow(document).errors).not.toEqual([]);
    }
  });

  test("are no longer, with any one fault in them", () => {
    const missed: string[] = [];
    let count = 0;
    for (const flow of flows) {
      for (const { name, flow: mutant, action } of mutantsOf(flow)) {
        count += 1;
        const { errors } = lintFlow(mutant);
        if (!errors.some((error) => action === null || error.action === action)) missed.push(name);
      }
    }
    expect(missed).toEqual([]);
    expect(count).toBeGreaterThan(1000);
  }, 120_000);

  test("are played to some end whatever is answered, and are stuck nowhere", () => {
    const stuck: string[] = [];
    for (const [index, flow] of flows.entries()) {
      for (let round = 0; round < 40; round += 1) {
        const draw = drawing(index * 1000 + round);
        const { request, action } = playAtRandom(startFlow(flow, contact), draw, { flows });
        if (request.type !== "broken" || /has no branch for|ends where none was invoked/.test(request.why)) continue;
        stuck.push(`${files[index]} ${action}: ${request.why}`);
      }
    }
    expect([...new Set(stuck)]).toEqual([]);
  });
});
