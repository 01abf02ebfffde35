import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Fern Lodge, timezone: America/Chicago, language: en-US, phone: "+16085550142" }
hours: { monday: 09:00-18:00, tuesday: 09:00-18:00, wednesday: 09:00-18:00, thursday: 09:00-18:00, friday: 09:00-18:00 }
services:
  - { id: lane, name: Bowling lane, price: $42 an hour, minutes: 60, about: "For up to six people, and shoes are $4 a pair." }
  - { id: cake, name: Birthday cake, price: from $38, about: "For 12 people, and each extra person is $3. A photo on top costs $9 more." }
  - { id: gym, name: Gym membership, price: $39 a month, about: "Twelve months at least. There's no joining fee." }
  - { id: unit, name: Storage unit, price: $75 to $140 a month, about: The price depends on the size. }
  - { id: wash, name: Laundry service, price: $1.80 a pound, about: "Washed and folded. Ten pounds at least." }
  - { id: lamp, name: Desk lamp, price: $44.50, about: "In green and black." }
  - { id: camp, name: Art camp, price: $65 a day, about: "For ages 5 to 12, from 9 am to 3 pm." }
faqs:
  - { id: fee, question: Is there a registration fee?, answer: "Yes, $25 per family per year." }
  - { id: data, question: What if it can't be repaired?, answer: "You pay nothing if we can't repair it." }
  - { id: wait, question: How long do repairs take?, answer: "Small repairs take one to two days, engine work takes up to two weeks." }
`,
  "fernLodge.yaml",
);

function stops(reply: string, ...cited: string[]): boolean {
  const grounds: Grounds = {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure: true,
    callerSaid: "Tell me more, please",
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
  return passClauses("", [reply], true, grounds).stopped !== null;
}

test.each([
  [
    "service.lane",
    "A lane's forty-two dollars an hour for up to six people.",
    "A lane's $42 an hour for up to 8 people.",
  ],
  ["service.lane", "Shoes are $4 extra per pair.", "Shoes are included."],
  ["service.cake", "From $38 for twelve people, and each extra person is three dollars.", "From $38 for 20 people."],
  ["service.cake", "A photo's another nine dollars.", "A photo's another three dollars."],
  ["service.gym", "It's $39 every month, and joining is free.", "It's $39 every month, and leaving is free."],
  ["service.gym", "There's nothing to pay for joining.", "You pay nothing for twelve months."],
  [
    "service.unit",
    "They're from seventy-five to a hundred and forty dollars a month.",
    "They're from $75 to $114 a month.",
  ],
  ["service.unit", "They start at $75 a month.", "It's $75 a month."],
  ["service.unit", "It's up to $140 a month.", "It's up to $75 a month."],
  ["service.wash", "It's a dollar eighty a pound, ten pounds minimum.", "It's a dollar eighteen a pound."],
  ["service.lamp", "We sell one for forty-four fifty.", "We sell one for forty-four fifteen."],
  ["service.camp", "It's sixty-five dollars a day for ages five to twelve.", "It's $65 a day for ages nine to twelve."],
  ["faq.fee", "Each family pays $25 a year.", "Each child pays $25 a year."],
  ["faq.data", "If we can't repair it, there's no charge.", "There's no charge."],
  ["faq.wait", "Small repairs take a day or two.", "Small repairs take two or three days."],
])("of %s “%s” may be said, “%s” may not", (cited, isSaid, isStopped) => {
  expect(stops(isSaid, cited)).toBe(false);
  expect(stops(isStopped, cited)).toBe(true);
});
