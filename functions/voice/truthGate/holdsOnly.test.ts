import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Alder Lodge, timezone: America/Denver, language: en-US, phone: "+13035550142" }
hours: { monday: 09:00-19:00, tuesday: 09:00-19:00, wednesday: 09:00-19:00, thursday: 09:00-19:00, friday: 09:00-19:00 }
services:
  - { id: duo, name: Pair lesson, price: $190 for two, minutes: 60 }
  - { id: pass, name: Ten-visit pass, price: $120 }
  - { id: suite, name: Garden suite, price: $240 a night, about: "Sleeps up to four." }
  - { id: peel, name: Herbal peel, price: $110, minutes: 75, about: "Not suitable during pregnancy." }
  - { id: brows, name: Brow shaping, price: $22, minutes: 20 }
  - { id: dye, name: Brow tint, price: $18, minutes: 15 }
faqs:
  - { id: garage, question: Where can I park?, answer: "In our garage for $8 a day. Hotel guests park for free." }
  - { id: gift, question: Do you have gift cards?, answer: "Yes, for any amount from $25." }
  - { id: checkin, question: When is check-in?, answer: "From 3 pm, check-out is until 11 am. Late check-out until 1 pm costs $25." }
  - { id: deposit, question: Is a deposit required?, answer: "For groups of six or more, $20 per person." }
  - { id: wear, question: What should I wear?, answer: "We give you a robe. Bring your own swimsuit." }
  - { id: late, question: What if I'm late?, answer: "Please call us. The treatment ends at the booked time." }
`,
  "alderLodge.yaml",
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

test.each([
  // For whom, and in which case.
  ["Do I pay for parking?", "faq.garage", "Hotel guests park for free.", "Parking is free."],
  [
    "Is there a deposit?",
    "faq.deposit",
    "For groups of six or more it's $20 a person.",
    "It's twenty dollars per person.",
  ],
  ["Do you have gift cards?", "faq.gift", "Yes, for any amount from $25.", "Yes, for any amount."],
  [
    "I'm pregnant, can I have the peel?",
    "service.peel",
    "No, it's not suitable during pregnancy.",
    "Yes, the herbal peel is $110.",
  ],
  ["How much is it for us?", "service.duo", "It's $190 for both of you.", "It's $190 for one."],
  ["And the pass?", "service.pass", "It's $120.", "It's $120 a visit."],
  [
    "And the suite?",
    "service.suite",
    "It's $240 a night for up to four people.",
    "It's $240 a night for up to five people.",
  ],
  // Where something begins and where it ends, and which of two it is.
  ["When can I check in?", "faq.checkin", "Check-in is from three.", "Check-in is from eleven."],
  ["And check out?", "faq.checkin", "Check-out is until eleven.", "Check-out is until three."],
  ["And check out?", "faq.checkin", "Late check-out until 1 pm is $25.", "Check-out is until 1 pm."],
  [
    "And both?",
    "service.brows,service.dye",
    "Shaping is $22 and takes twenty minutes, the tint is eighteen.",
    "Shaping is $22 and takes twenty minutes, the tint is eighty.",
  ],
  // Who does it.
  ["What do I bring?", "faq.wear", "We give you a robe.", "We give you a swimsuit."],
  ["What if I'm late?", "faq.late", "Please call us.", "We'll call you."],
])("asked “%s”, of %s “%s” may be said, “%s” may not", (callerSaid, cited, isSaid, isStopped) => {
  expect(stops(isSaid, callerSaid, ...cited.split(","))).toBe(false);
  expect(stops(isStopped, callerSaid, ...cited.split(","))).toBe(true);
});
