import { factsOf } from "../../../../shared/facts";
import { parseKnowledge } from "../../../../shared/knowledgeFile";
import { passClauses } from "../../passClauses";
import type { Grounds } from "../../truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Granite Hall Climbing, timezone: America/Denver, language: en-US, phone: "+13035550121" }
hours: { monday: 10:00-22:00, wednesday: 10:00-22:00 }
services:
  - { id: day, name: Day pass, price: $22, about: "Stay as long as you like. Shoes and harness are extra." }
  - { id: intro, name: Intro class, price: $45, minutes: 90, about: "Knots and belaying with a coach. Up to six climbers at a time." }
  - { id: kids, name: Kids club, price: $30 a session, minutes: 60, about: "For ages 6 to 12. Wednesday afternoons only." }
faqs:
  - { id: waiver, question: Do I need to sign anything?, answer: "Yes, everyone signs a waiver." }
  - { id: outfit, question: Does my child need gear?, answer: "Yes, shoes. A helmet is recommended but not required." }
  - { id: spectators, question: Can I just watch?, answer: "We ask spectators not to cross the yellow line. Watching is free." }
  - { id: cancel, question: Can I cancel a class?, answer: "Cancel up to 24 hours before and we refund you in full." }
  - { id: coaches, question: Are your coaches qualified?, answer: "All our coaches are certified." }
  - { id: appointment, question: Do I need to book?, answer: "Coaching is by appointment. For the day pass just walk in." }
  - { id: lockers, question: Is there a locker?, answer: "Bags go in a locker at no extra cost." }
`,
  "graniteHall.yaml",
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
  // What only ties a service to its price, its name or whom it is for.
  [
    "How much is a day?",
    "You're looking at $22 for a day pass.",
    "You're looking at $32 for a day pass.",
    "service.day",
  ],
  ["How much is a day?", "A day pass sets you back $22.", "A day pass sets you back $20.", "service.day"],
  ["How much is a day?", "It only costs $22.", "It only costs $22 with shoes.", "service.day"],
  [
    "Anything for my son?",
    "It's called Kids club, and it's $30 a go.",
    "It's called Explorers, and it's $30 a go.",
    "service.kids",
  ],
  ["Anything for my son?", "The Kids club would suit him.", "The teen club would suit him.", "service.kids"],
  ["I'm new to it.", "The intro class is made for that.", "The rescue class is made for that.", "service.intro"],
  ["How big is it?", "It's up to six at once.", "It's up to eight at once.", "service.intro"],
  // What is required, advised, unwanted or free.
  ["Is there paperwork?", "A waiver's a must for everyone.", "A passport's a must for everyone.", "faq.waiver"],
  ["And a helmet?", "A helmet's a good idea, but it isn't required.", "A helmet's a must.", "faq.outfit"],
  [
    "Can I stand anywhere?",
    "We'd rather you didn't cross the yellow line.",
    "We'd rather you didn't watch.",
    "faq.spectators",
  ],
  ["What does watching cost?", "Watching costs nothing.", "A day pass costs nothing.", "faq.spectators", "service.day"],
  ["Are lockers extra?", "It doesn't cost extra.", "It costs extra.", "faq.lockers"],
  [
    "And if I can't make it?",
    "You get everything back if you cancel 24 hours before.",
    "You get everything back if you cancel an hour before.",
    "faq.cancel",
  ],
  // All of them, where the fact speaks of all.
  ["Are the coaches any good?", "Every one of them is certified.", "Every one of them is insured.", "faq.coaches"],
  // What needs an appointment, and what does not.
  ["Do I book?", "For coaching you'd need an appointment.", "For the day pass you'd need one.", "faq.appointment"],
  [
    "Do I book?",
    "If it's a day pass you're after, just walk in.",
    "If it's coaching you're after, just walk in.",
    "faq.appointment",
  ],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(stops(isSaid, caller, ...cited)).toBe(false);
  expect(stops(isStopped, caller, ...cited)).toBe(true);
});

test.each([
  "No bother at all. Enjoy the rest of your day!",
  "Don't mention it. Have fun climbing!",
  "You deserve it! What did you have in mind?",
  "Lovely age! Which day would suit you?",
  "It's never too late! Is it for adults or for children?",
  "Thanks for calling Granite Hall!",
])("%s claims nothing", (reply) => {
  expect(stops(reply, "I'd like to come.")).toBe(false);
});

test.each(["See you on Sunday!", "Have fun on our new wall!", "You deserve it, so it's free."])(
  "%s is a claim",
  (reply) => {
    expect(stops(reply, "I'd like to come.")).toBe(true);
  },
);
