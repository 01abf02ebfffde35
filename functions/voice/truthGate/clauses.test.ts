import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Pier Vets, timezone: America/New_York, language: en-US, phone: "+12075550110" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-17:00 }
services:
  - { id: board, name: Dog boarding, price: $40 a night, about: "Two walks a day. Food is included, medicine is not." }
  - { id: house-call, name: House call, price: from $80, about: "We carry dogs to the car but not up stairs." }
  - { id: nails, name: Nail trim, price: $15, minutes: 15 }
  - { id: bath, name: Bath, price: $35, minutes: 45 }
  - { id: chip, name: Microchip, price: $45, minutes: 15 }
faqs:
  - { id: cover, question: Is there a guarantee?, answer: "Fractures are covered for one year. Fillings, vaccines and baths are not covered." }
  - { id: plans, question: Do you take insurance?, answer: "Yes, for every operation." }
  - { id: visits, question: When can I visit?, answer: "Visits are Monday to Saturday." }
  - { id: kennels, question: Do the kennels have heating?, answer: "Three of our kennels have heating. Each takes one big dog or two small dogs." }
  - { id: returns, question: Can I return food?, answer: "Yes, within 30 days. Medicine can not be returned." }
  - { id: offices, question: Do you visit shops and offices?, answer: "No, only homes." }
  - { id: week, question: How long do I have?, answer: "You have a month to come back. We have a night nurse." }
`,
  "pierVets.yaml",
);

function why(reply: string, callerSaid: string, ...cited: string[]): string | null {
  const atMs = Date.parse("2026-11-23T18:00:00Z");
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure: true,
    callerSaid,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs,
  }).why;
}

/** What a caller asks, what may be answered, and what may not, of the same facts. */
const siblings: readonly (readonly [string, string, string, ...string[]])[] = [
  // What is denied takes its verb from what is said before it.
  ["What about medicine?", "Medicine isn't included.", "Food isn't included.", "service.board"],
  ["What's in it?", "Food is included, but medicine isn't.", "Medicine is included, but food isn't.", "service.board"],
  ["Can you carry her?", "We can't carry dogs up stairs.", "We can't carry dogs to the car.", "service.house-call"],
  ["Is it covered?", "Fillings and baths aren't covered.", "Fractures aren't covered.", "faq.cover"],
  ["Is it covered?", "Fractures are, for one year.", "Vaccines are covered for one year.", "faq.cover"],
  ["Is it covered?", "Fractures are covered, for one year, but vaccines and baths aren't.", "Baths are.", "faq.cover"],
  // What is said of one is said of another too.
  [
    "How long?",
    "The nail trim takes 15 minutes, and so does the microchip.",
    "The nail trim takes 15 minutes, and so does the bath.",
    "service.nails",
    "service.bath",
    "service.chip",
  ],
  [
    "How long?",
    "The nail trim takes 15 minutes, the microchip too.",
    "The nail trim takes 15 minutes, the bath too.",
    "service.nails",
    "service.bath",
    "service.chip",
  ],
  // Some, all, and how many of which.
  ["Do you take insurance?", "Yes, for every operation.", "We take insurance for some operations.", "faq.plans"],
  ["When can I visit?", "Monday to Saturday.", "Visits are Monday to Friday.", "faq.visits"],
  ["How many dogs?", "Each takes two small dogs.", "Each takes two big dogs.", "faq.kennels"],
  ["Are they warm?", "Three of our kennels have heating.", "There's heating in all our kennels.", "faq.kennels"],
  // A cited fact denies every word of it.
  ["Can I return it?", "Medicine can't be returned.", "You can return medicine.", "faq.returns"],
  // Places like ours, of which there are many, are not ours.
  ["Do you visit offices?", "No, only homes, no offices.", "We do offices.", "faq.offices"],
  // A wish for a good day takes nothing out of what is said.
  [
    "How long do I have?",
    "You have a month to come back. Have a great day!",
    "You have a week to come back.",
    "faq.week",
  ],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, may, mayNot, ...cited) => {
  expect([why(may, caller, ...cited), why(mayNot, caller, ...cited) !== null]).toEqual([null, true]);
});
