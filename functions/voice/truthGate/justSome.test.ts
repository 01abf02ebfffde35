import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Fell Kayaks, timezone: Europe/London, language: en-GB, phone: "+442079460110" }
hours: { monday: 09:00-17:00 }
services:
  - { id: hire, name: Kayak hire, price: £30, about: "A paddle and a map. You dry the boat. The leader must be 18 or older." }
faqs:
  - { id: bring, question: What should I bring?, answer: A towel and a warm jumper. }
`,
  "fellKayaks.yaml",
);

function why(reply: string, cited: string): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited: [cited],
    isSure: true,
    callerSaid: "What do I need?",
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T11:00:00Z"),
  }).why;
}

test("just some of a list is not all of it", () => {
  expect(why("Just a towel and a warm jumper.", "faq.bring")).toBeNull();
  expect(why("A towel.", "faq.bring")).toBeNull();
  expect(why("Just a towel.", "faq.bring")).toBe("faq.bring has more than that: warm");
});

test("what a service is made of is included, and what somebody must be or do is not", () => {
  expect(why("A paddle's included.", "service.hire")).toBeNull();
  expect(why("A leader's included.", "service.hire")).not.toBeNull();
  expect(why("It's £30, drying included.", "service.hire")).not.toBeNull();
});
