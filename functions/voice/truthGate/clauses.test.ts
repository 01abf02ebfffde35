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
  - { id: care, name: Full care, price: $90 a month, about: "We collect the dog, arrange vaccines and email a report." }
  - { id: album, name: Checkup with photographs, price: $60, minutes: 30 }
  - { id: guard, name: Dental guard, price: $280, about: "We take a mould at the first visit and fit it two weeks later. Adjustments are free for six months." }
  - { id: polish, name: Tooth polish, price: $120, about: "With fluoride and a toothbrush. X-rays are extra." }
  - { id: urgent, name: Emergency visit, price: $95, about: "Not for anyone under 18. Treatment is charged separately." }
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
  - { id: slots, question: Do I need an appointment?, answer: "Not to drop off a sample. Only for an operation." }
  - { id: need, question: Do I have to book?, answer: "Not for the puppy hour, just turn up. X-rays and scans have to be booked." }
  - { id: pay, question: How can I pay?, answer: "By card at the desk or by bank transfer within 7 days. No cash." }
  - { id: checks, question: Which methods do you take?, answer: "Cards, cash and Zelle. No checks." }
  - { id: shots, question: Does he need shots?, answer: "Yes, a rabies certificate. Puppies under four months do not need one." }
  - { id: seniors, question: Is there a senior discount?, answer: "10 percent off on Tuesdays for anyone 65 and up, on everything but food." }
  - { id: refund, question: Can I get my money back?, answer: "We do not refund a course once it has begun. With a doctor's note we move it to the next month." }
  - { id: late, question: Can I cancel?, answer: "Yes, for free until 6 pm the day before. After that it's $35." }
  - { id: bays, question: Is it heated?, answer: "All 24 boxes are heated and 10 of them are quiet." }
  - { id: paper, question: Can I return a harness?, answer: "Within 30 days, with the receipt." }
  - { id: cats, question: Do you see cats?, answer: "Of course, at the same prices." }
  - { id: house, question: Are there cats in the house?, answer: "It depends on the owner." }
  - { id: sick, question: What if I cancel late?, answer: "We charge $50, unless you are ill." }
  - { id: claims, question: Do you take insurance?, answer: "Pawplan and Vetsure. We send the claim for you." }
  - { id: night, question: What about pain at night?, answer: "Call the hospital on Ridge Avenue. We have no night service." }
  - { id: teeth, question: Do you remove teeth?, answer: "Front ones only. For broken ones we send you to Lakeside Surgery." }
  - { id: list, question: What should I bring?, answer: "A list of his medicines. Fill in the form on our website." }
  - { id: stay, question: Where does the owner wait?, answer: "The owner waits in the room." }
  - { id: inside, question: Can I bring my cat?, answer: "Not in the kennels." }
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
  // A short answer says of what it names what its question asks.
  [
    "Do I need an appointment?",
    "No, you can just drop off the sample.",
    "No, just walk in for an operation too.",
    "faq.slots",
  ],
  ["Do I need an appointment?", "Not to drop off a sample.", "Not for an operation.", "faq.slots"],
  ["Do I need to book?", "No, not for the puppy hour.", "No, not for scans.", "faq.need"],
  ["Do you see cats?", "Cats are welcome, at the same prices.", "Cats are welcome, at half the price.", "faq.cats"],
  // Only, except, unless.
  ["Can I pay in cash?", "No, it's card or bank transfer only.", "No, it's bank transfer only.", "faq.pay"],
  ["Can I pay by check?", "Cards, cash and Zelle only.", "Cash or cards only.", "faq.checks"],
  [
    "Any discounts?",
    "10 percent off on Tuesdays, except on food.",
    "10 percent off on Tuesdays, except on toys.",
    "faq.seniors",
  ],
  [
    "Does he need shots?",
    "He needs a rabies certificate, unless he's under four months.",
    "He needs a rabies certificate, unless he's over four months.",
    "faq.shots",
  ],
  ["Is it heated?", "All our boxes are heated.", "All our boxes are quiet.", "faq.bays"],
  ["Can I come on Sunday?", "Not on Sunday. Visits are Monday to Saturday.", "Not on Saturday.", "faq.visits"],
  // What is asked for is not what the answer gives.
  [
    "Is it refunded?",
    "With a doctor's note we move it.",
    "With a doctor's note you get your money back.",
    "faq.refund",
  ],
  ["What does it include?", "A report is included.", "Vaccines are included.", "service.care"],
  ["What does it include?", "Photographs are included.", "Vaccines are included.", "service.album"],
  ["And if I cancel late?", "After 6 pm the day before, it's $35.", "After noon the day before, it's $35.", "faq.late"],
  ["Can I return it?", "Yes, just bring the receipt.", "Yes, just bring the harness and a form.", "faq.paper"],
  ["Are there cats?", "That's up to the owner.", "That's up to you.", "faq.house"],
  // Who does it, and to what.
  ["Do I send the claim?", "No, you don't need to send the claim.", "You send the claim.", "faq.claims"],
  ["It hurts at night.", "Call the hospital on Ridge Avenue.", "Call us at night.", "faq.night"],
  ["Where's the hospital?", "The hospital is on Ridge Avenue.", "We're on Ridge Avenue.", "faq.night"],
  ["Is there a night service?", "We have no night service.", "The hospital has no night service.", "faq.night"],
  ["What do I bring?", "A list of his medicines.", "Just bring his medicines.", "faq.list"],
  ["What do I do first?", "Fill in the form on our website.", "We fill in the form for you.", "faq.list"],
  ["Where do I wait?", "You wait in the room.", "You don't have to wait in the room.", "faq.stay"],
  ["Do you remove broken ones?", "We remove front ones only.", "We do broken ones too.", "faq.teeth"],
  ["Do you remove broken ones?", "Not broken ones, no.", "Not front ones, no.", "faq.teeth"],
  ["Can I bring my cat?", "Not in the kennels.", "It's fine in the kennels.", "faq.inside"],
  ["What do I do first?", "Fill in the form on our website.", "Bring a form.", "faq.list"],
  ["What's an emergency?", "An emergency visit is $95.", "Treatment is $95.", "service.urgent"],
  ["Can I come alone?", "You have to be at least 18.", "You have to be at least 16.", "service.urgent"],
  // Unless, and halves of a sentence.
  ["And if I'm ill?", "If you're ill there's no charge.", "It's $50 if you're ill.", "faq.sick"],
  ["And if I'm ill?", "It's $50, unless you're ill.", "It's $50, unless you cancel.", "faq.sick"],
  ["How does it work?", "We fit it two weeks later.", "We fit it at the first visit.", "service.guard"],
  ["When's the mould?", "We take a mould at the first visit.", "We take a mould two weeks later.", "service.guard"],
  ["Is anything free?", "Adjustments are free for six months.", "It's free for six months.", "service.guard"],
  ["What's in it?", "Fluoride and a toothbrush are included.", "X-rays are included.", "service.polish"],
  [
    "What's in it?",
    "It comes with fluoride, but not X-rays.",
    "It comes with X-rays, but not fluoride.",
    "service.polish",
  ],
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
