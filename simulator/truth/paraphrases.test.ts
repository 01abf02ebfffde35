import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { factsOf } from "../../functions/shared/facts";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { Grounds } from "../../functions/voice/truthGate/truthGate";
import { stoppedOf } from "./truthSets";

const shape = z.array(
  z.strictObject({
    question: z.string(),
    answer: z.string(),
    spoken: z.array(z.string()),
    stopped: z.array(z.string()),
  }),
);
const asked = shape.parse(parse(readFileSync(path.join(__dirname, "paraphrases.yaml"), "utf8")));

const business = {
  business: { name: "Any Place", timezone: "America/Denver", language: "en-US", phone: "+17205550110" },
  hours: { monday: "09:00-17:30" },
  services: [{ id: "other", name: "Other", price: "$999" }],
};

function groundsOf(question: string, answer: string): Grounds {
  const faqs = [{ id: "asked", question, answer }];
  const knowledge = parseKnowledge(JSON.stringify({ ...business, faqs }), "anyPlace.yaml");
  return {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited: ["faq.asked"],
    isSure: true,
    callerSaid: question,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
}

test("what says a fact in other words is spoken", () => {
  const stopped = asked.flatMap(({ question, answer, spoken }) =>
    spoken.flatMap((reply) => {
      const fault = stoppedOf({ reply, grounds: groundsOf(question, answer) });
      return fault === null ? [] : [`${answer}: ${reply} (${fault.why})`];
    }),
  );
  const count = asked.reduce((sum, { spoken }) => sum + spoken.length, 0);
  expect(count).toBeGreaterThan(200);
  expect(stopped.slice(Math.floor(count * 0.02))).toEqual([]);
});

test("what sounds like a fact and is false is stopped", () => {
  const spoken = asked.flatMap(({ question, answer, stopped }) =>
    stopped.flatMap((reply) =>
      stoppedOf({ reply, grounds: groundsOf(question, answer) }) === null ? [`${answer}: ${reply}`] : [],
    ),
  );
  expect(spoken).toEqual([]);
});
