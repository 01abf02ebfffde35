import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Beacon Plumbing, timezone: America/Chicago, language: en-US, phone: "+16085550142" }
hours: { monday: 09:00-18:00, tuesday: 09:00-18:00, wednesday: 09:00-18:00, thursday: 09:00-18:00, friday: 09:00-18:00 }
services:
  - { id: drain, name: Drain unclogging, price: $95 for the first half hour, about: "After that it's $60 an hour." }
  - { id: check, name: Boiler check, price: $80, about: "Travel is included." }
faqs:
  - { id: late, question: What if I'm late?, answer: "We wait for ten minutes. After that you pay the full price." }
  - { id: refunds, question: Can I get a refund?, answer: "Fees are refunded before the second visit. After that we only give credit." }
  - { id: lot, question: Where do I park?, answer: "The lot is free after six in the evening. Before that it's $3 an hour." }
  - { id: cancel, question: What if I cancel?, answer: "It's free until 48 hours before. After that we charge half." }
  - { id: deposit, question: Do you take a deposit?, answer: "Yes, $50 per booking, which comes off the bill." }
  - { id: bring, question: What should I bring?, answer: "You don't need to bring anything." }
  - { id: tickets, question: How much is the tour?, answer: "It's $22 for adults and $11 for children." }
  - { id: visits, question: How often can I call you out?, answer: "You can have up to two visits a quarter." }
`,
  "beaconPlumbing.yaml",
);

function stops(reply: string, ...cited: string[]): boolean {
  const grounds: Grounds = {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure: true,
    callerSaid: "And what about that?",
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
  return passClauses("", [reply], true, grounds).stopped !== null;
}

test.each([
  // What holds beyond a limit is said with it.
  ["service.drain", "After the first half hour it's sixty dollars an hour.", "After the first hour it's $60 an hour."],
  ["service.drain", "It's $95 for the first half hour, then $60 an hour.", "It's $60 an hour."],
  ["faq.late", "After ten minutes you pay the full price.", "After twenty minutes you pay the full price."],
  ["faq.late", "If you're more than ten minutes late, you pay the full price.", "You pay the full price."],
  ["faq.refunds", "After the second visit we only give credit.", "After the second visit you get a refund."],
  ["faq.lot", "Before six it's three dollars an hour.", "Before seven it's $3 an hour."],
  ["faq.cancel", "Less than 48 hours before we charge half.", "We charge half."],
  // Nothing is a claim.
  ["faq.bring", "Nothing at all.", "A towel."],
  ["faq.cancel", "Nothing, until 48 hours before.", "Nothing, until 24 hours before."],
  ["faq.deposit", "Fifty dollars per booking.", "Nothing, you pay afterwards."],
  // For whom a price is, and how often something may be had.
  ["faq.tickets", "It's $22 for adults.", "It's $22."],
  ["faq.visits", "Up to two visits a quarter.", "Up to two a year."],
])("of %s “%s” may be said, “%s” may not", (cited, isSaid, isStopped) => {
  expect(stops(isSaid, cited)).toBe(false);
  expect(stops(isStopped, cited)).toBe(true);
});
