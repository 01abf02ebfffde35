import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Lake House Rooms, timezone: America/New_York, language: en-US, phone: "+12075550171" }
hours: { monday: 07:00-22:00 }
services:
  - { id: cot, name: Folding cot, price: $25 a night }
faqs:
  - { id: beach, question: How far is the lake?, answer: "Ten minutes on foot. We lend you towels and an umbrella." }
  - { id: pets, question: Do you allow pets?, answer: "Dogs under 40 pounds stay for $20 a night. We don't take cats." }
  - { id: parking, question: Is there parking?, answer: "Parking behind the house is free." }
  - { id: cancel, question: Can I cancel?, answer: "Cancel up to three days before for a full refund. Later than that, we charge one night." }
  - { id: laundry, question: Do you wash clothes?, answer: "Yes, hand it in by nine and it's back by six." }
  - { id: notice, question: When should we reserve?, answer: "Two weeks ahead is best." }
  - { id: bags, question: Can we come early?, answer: "You can leave your bags with us." }
  - { id: pay, question: When do I pay?, answer: "We charge your card at checkout." }
`,
  "lakeHouse.yaml",
);

function stops(reply: string, callerSaid: string, ...cited: string[]): boolean {
  const grounds: Grounds = {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure: true,
    callerSaid,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
  return passClauses("", [reply], true, grounds).stopped !== null;
}

/** What a caller asks, what may be answered, and what may not, of the same facts. */
const siblings: readonly (readonly [string, string, string, ...string[]])[] = [
  // What is lent need not be brought.
  ["What about towels?", "Don't bring towels, we lend them.", "Bring your own towels.", "faq.beach"],
  ["What about towels?", "You don't need to bring towels.", "We don't have towels.", "faq.beach"],
  // A kind of what a sentence begins with; a fee that is a price.
  ["I've got a beagle.", "Beagles under forty pounds are fine.", "Siamese cats are fine.", "faq.pets"],
  [
    "I've got a dog.",
    "There's a twenty dollar fee per night for dogs.",
    "There's a thirty dollar fee for dogs.",
    "faq.pets",
  ],
  ["One more bed?", "A folding cot's $25 a night on top.", "A folding cot's $52 a night on top.", "service.cot"],
  // Where one parks, the car may stand.
  ["We're driving.", "Your car can go behind the house.", "Your boat can go behind the house.", "faq.parking"],
  // Free to cancel, and what it costs later.
  [
    "And if we can't come?",
    "You can cancel free of charge up to three days before.",
    "You can cancel free of charge up to one day before.",
    "faq.cancel",
  ],
  [
    "And if we can't come?",
    "If it's later than three days before, we'd charge one night.",
    "If it's later than three days before, we'd charge two nights.",
    "faq.cancel",
  ],
  // Advice asks for nothing; what is left with us we hold.
  ["How soon must I book?", "Two weeks ahead is best.", "You need to book two weeks ahead.", "faq.notice"],
  ["And our bags?", "We'll hold your bags.", "We'll carry your bags.", "faq.bags"],
  // What one has back is not always money.
  ["Could you wash this?", "You'll have it back by six.", "You'll have it back by five.", "faq.laundry"],
  ["Do I pay now?", "We charge your card when you check out.", "We charge your card when you check in.", "faq.pay"],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(stops(isSaid, caller, ...cited)).toBe(false);
  expect(stops(isStopped, caller, ...cited)).toBe(true);
});
