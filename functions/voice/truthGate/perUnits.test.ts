import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Old Mill Inn, timezone: America/Chicago, language: en-US, phone: "+16085550142" }
hours: { monday: 09:00-18:00, tuesday: 09:00-18:00, wednesday: 09:00-18:00, thursday: 09:00-18:00, friday: 09:00-18:00 }
services:
  - { id: room, name: Double room, price: $118 a night, about: "Breakfast is $14 a person. Two nights at least on weekends." }
  - { id: court, name: Squash court, price: $24 an hour, minutes: 60 }
  - { id: club, name: Kids club, price: $40 per child per year }
  - { id: phone, name: Care plan, price: $12 a phone a month }
  - { id: ride, name: Pony ride, price: $6.50 a ride, minutes: 10 }
  - { id: yoga, name: Yoga, price: $18 a class, minutes: 75 }
  - { id: flute, name: Flute lessons, price: $160 a term, minutes: 30, about: "Ten lessons a term." }
  - { id: boat, name: Boat trip, price: $28 per adult and $15 per child, minutes: 90 }
  - { id: pottery, name: Pottery course, price: $240 for eight weeks, minutes: 120 }
  - { id: muffins, name: Muffins, price: $3.25 each, about: "Six for $17." }
  - { id: glass, name: Window cleaning, price: $8 a window }
  - { id: support, name: Phone support, price: $2 a minute }
faqs:
  - { id: guests, question: Can I bring a guest?, answer: "Each member can bring two guests a month for $8 each." }
  - { id: fee, question: Is there a registration fee?, answer: "Yes, $25 per family per year." }
`,
  "oldMillInn.yaml",
);

function stops(reply: string, ...cited: string[]): boolean {
  const grounds: Grounds = {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure: true,
    callerSaid: "How much is that?",
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
  return passClauses("", [reply], true, grounds).stopped !== null;
}

test.each([
  ["service.room", "One night in a double room costs $118."],
  ["service.room", "It's $118 for one night, and breakfast is $14 each."],
  ["service.court", "An hour is $24."],
  ["service.court", "The hour costs $24."],
  ["service.court", "Sixty minutes on the court are $24."],
  ["service.club", "It's forty dollars a year for each child."],
  ["service.club", "Each child is $40 a year."],
  ["service.club", "It's $40 per child, every year."],
  ["service.club", "Kids are $40 a year each."],
  ["service.phone", "It's twelve dollars a phone each month."],
  ["service.phone", "It's $12 a month for each phone."],
  ["service.ride", "A pony ride's six fifty."],
  ["service.yoga", "It's eighteen dollars for an hour and a quarter."],
  ["service.flute", "One term of flute is $160."],
  ["service.flute", "The flute term costs a hundred and sixty dollars."],
  ["service.flute", "You pay $160 for the term."],
  ["service.boat", "Adults pay $28 and children pay $15."],
  ["service.pottery", "The eight-week course is $240."],
  ["service.pottery", "The pottery course is $240."],
  ["service.muffins", "One muffin is $3.25, and six are $17."],
  ["service.support", "It's two dollars a minute."],
  ["faq.guests", "Yes, two guests a month, for eight dollars each."],
  ["faq.fee", "Yes, $25 a year for each family."],
])("%s: “%s” says what the price is for", (cited, reply) => {
  expect(stops(reply, cited)).toBe(false);
});

test.each([
  ["service.room", "Two nights in a double room cost $118."],
  ["service.room", "It's $118 for the weekend."],
  ["service.court", "Half an hour is $24."],
  ["service.court", "It's $24 an hour per person."],
  ["service.club", "It's $40 per child."],
  ["service.club", "It's $40 a year for the family."],
  ["service.club", "It's $40 a month for each child."],
  ["service.phone", "It's $12 a month."],
  ["service.phone", "It's $12 a phone each year."],
  ["service.ride", "It's $6.50 a minute."],
  ["service.yoga", "It's $18 for half an hour."],
  ["service.flute", "A lesson is $160."],
  ["service.flute", "Each lesson of the term is $160."],
  ["service.boat", "It's $28."],
  ["service.boat", "Adults pay $15 and children pay $28."],
  ["service.pottery", "It's $240 per class."],
  ["service.muffins", "Muffins are $17."],
  ["service.glass", "Window cleaning is $8."],
  ["service.support", "It's two dollars."],
  ["faq.guests", "Yes, two guests for $8."],
  ["faq.fee", "Yes, $25 a month per family."],
])("%s: “%s” says it to be for something else, or leaves it out", (cited, reply) => {
  expect(stops(reply, cited)).toBe(true);
});
