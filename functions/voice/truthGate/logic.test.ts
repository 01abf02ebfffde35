import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Quay Boats, timezone: America/New_York, language: en-US, phone: "+12075550110" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00, wednesday: 09:00-17:00, thursday: 09:00-17:00, friday: 09:00-17:00 }
services:
  - { id: rental, name: Kayak rental, price: $30 an hour, about: "Paddle and life vest included. Paddlers must be 14 or older." }
  - { id: tour, name: Harbor tour, price: $55, minutes: 90, about: "Two guides. Saturdays and Sundays only. A safety talk comes first." }
  - { id: talk, name: Safety talk, price: free, minutes: 15 }
  - { id: repair, name: Hull repair, price: from $90, about: "Small cracks only. We don't paint hulls. Filling a scratch is free." }
  - { id: voucher, name: Gift voucher, price: from $25, about: Never expires. }
faqs:
  - { id: dogs, question: Can I bring my dog?, answer: "On the dock, but not on the tour." }
  - { id: pay, question: How can I pay?, answer: "Cards and cash. We don't take checks." }
  - { id: lockers, question: Are there lockers?, answer: "Yes, a small one for $3 and a large one for $6." }
  - { id: towels, question: What should I bring?, answer: "Bring a towel and dry clothes." }
  - { id: late, question: What if I am late?, answer: "Tell us by noon the day before. Otherwise we charge $20." }
  - { id: crew, question: Who takes us out?, answer: "Lena takes beginners, Omar takes groups." }
  - { id: bays, question: Is it covered?, answer: "All 20 berths are covered and 8 of them are heated." }
  - { id: refund, question: Do I get my money back?, answer: "You get it back if you cancel two days before." }
  - { id: classes, question: Which boats can I try?, answer: "Any boat but the racing ones." }
`,
  "quayBoats.yaml",
);

function stops(reply: string, callerSaid: string, ...cited: string[]): boolean {
  const grounds: Grounds = {
    tool: cited.length === 0 ? "transfer_to_human" : "answer_from_knowledge",
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
  // A yes or a no that the rest of the reply bears out.
  [
    "My son's twelve. Can he rent a kayak?",
    "No, paddlers must be fourteen.",
    "Yes. Paddlers must be fourteen or older.",
    "service.rental",
  ],
  ["They don't expire, do they?", "No, they never expire.", "No, they expire after a year.", "service.voucher"],
  ["Do you rent kayaks?", "Yes, it's $30 an hour.", "No, a kayak rental is $30 an hour.", "service.rental"],
  ["Is a check fine?", "No checks, sorry. You can pay by card.", "Yes, checks are fine.", "faq.pay"],
  // Only, and what it leaves out.
  ["Can I bring my dog?", "Only on the dock.", "Only on the tour.", "faq.dogs"],
  [
    "Do you do the tour on Friday?",
    "The harbor tour is only on Saturdays and Sundays.",
    "The harbor tour is only on Saturdays.",
    "service.tour",
  ],
  ["Can I pay by check?", "Cards and cash only.", "No, cash only.", "faq.pay"],
  // Quantifiers.
  ["Which boats can I try?", "Any boat but the racing ones.", "Any boat.", "faq.classes"],
  // Unless, otherwise.
  [
    "What if I'm late?",
    "It's $20 unless you tell us by noon the day before.",
    "It's $20 if you tell us by noon the day before.",
    "faq.late",
  ],
  // What is free by itself, and what only in part.
  [
    "What does the talk cost?",
    "The safety talk is free and takes fifteen minutes.",
    "The harbor tour is free.",
    "service.talk",
  ],
  ["What about a scratch?", "Filling a scratch is free.", "Filling a scratch is $90.", "service.repair"],
  // Conditions of getting something back.
  [
    "Do I get my money back?",
    "You get it back if you cancel two days before.",
    "You get it back whenever you cancel.",
    "faq.refund",
  ],
  // Pairs that are not crossed.
  [
    "What do lockers cost?",
    "A small one's three dollars and a large one's six.",
    "A small one's six dollars and a large one's three.",
    "faq.lockers",
  ],
  ["Who takes beginners?", "Lena takes beginners.", "Omar takes beginners.", "faq.crew"],
  [
    "Is it covered?",
    "All 20 berths are covered and eight are heated.",
    "All 20 berths are covered and heated.",
    "faq.bays",
  ],
  // Who brings what.
  ["What should I bring?", "Bring a towel and dry clothes.", "We bring a towel and dry clothes for you.", "faq.towels"],
  // A denial, and its words as if they were so.
  ["Could you paint the hull?", "We don't paint hulls.", "We do paint hulls.", "service.repair"],
  // One service that is spoken of by another's fact.
  [
    "Tell me about the harbor tour.",
    "It's $55, and a safety talk comes first.",
    "It's $55, and a safety talk comes after.",
    "service.tour",
    "service.talk",
  ],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(stops(isSaid, caller, ...cited)).toBe(false);
  expect(stops(isStopped, caller, ...cited)).toBe(true);
});

test.each([
  "I'm so sorry for your loss.",
  "Oh no, that sounds stressful. Let me connect you.",
  "Hold on just a second while I get someone for you.",
  "Good luck with the move!",
  "Bye now, enjoy your weekend!",
])("%s claims nothing", (reply) => {
  expect(stops(reply, "Can I talk to somebody?")).toBe(false);
});

test.each(["I'm sure he's fine.", "We'll call you back in ten minutes.", "Somebody will call you today."])(
  "%s is a claim",
  (reply) => {
    expect(stops(reply, "Can I talk to somebody?")).toBe(true);
  },
);

test.each([
  ["Would you like to come and try one?", false],
  ["Would you like to hear more?", false],
  ["Would you like our sailing course?", true],
  ["Is it a harbor tour or a fishing tour?", true],
])("of the question %s it is known whether it offers what there is", (reply, isStopped) => {
  expect(stops(reply, "What do you do?", "service.tour")).toBe(isStopped);
});
