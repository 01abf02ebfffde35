import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Delta Sails, timezone: America/Chicago, language: en-US, phone: "+16085550142" }
hours: { monday: 09:00-18:00, tuesday: 09:00-18:00, wednesday: 09:00-18:00, thursday: 09:00-18:00, friday: 09:00-18:00 }
services:
  - { id: course, name: Dinghy course, price: $210 a term, minutes: 60, about: "For ages 8 to 12. Thursdays at 5.30 pm." }
  - { id: crew, name: Race crew, price: $48 a week, about: "Two 2-hour sessions a week." }
  - { id: key, name: Boat key, price: from $180, minutes: 45, about: "Cut and tested. Bring your papers." }
  - { id: group, name: Windsurf group, price: $24 per person, minutes: 75, about: "Thursdays at seven." }
  - { id: boards, name: Race board, price: $69 a day, about: "This season's boards." }
faqs:
  - { id: dock, question: Can I tie up outside?, answer: "There are two berths with a limit of 15 minutes." }
  - { id: logbook, question: Do you need my logbook?, answer: "We don't need your logbook. Please back up your phone before you come." }
  - { id: damage, question: Am I insured?, answer: "The cover doesn't cover loss or theft." }
  - { id: missed, question: What if we miss a class?, answer: "You can do up to two extra classes a term." }
`,
  "deltaSails.yaml",
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
  // What is plainly said of a service in several sentences may be said in one.
  [
    "When is the course?",
    "service.course",
    "It's Thursday at half past five for ages eight to twelve.",
    "It's Thursday at half past five for ages five to twelve.",
  ],
  [
    "And the crew?",
    "service.crew",
    "There are two sessions a week, two hours each, for $48 a week.",
    "There are two sessions a month for $48 a week.",
  ],
  // What is told before a question is no question.
  [
    "I lost the key to my Laser. Can you make one?",
    "service.key",
    "Yes, boat keys start at $180.",
    "Yes, Laser keys start at $180.",
  ],
  [
    "We'll miss a week in March. Can she make it up?",
    "faq.missed",
    "Yes, she can do up to two extra classes a term.",
    "Yes, she can do up to four extra classes a term.",
  ],
  // Small words that claim something when they stand together.
  ["How much is a key?", "service.key", "From $180.", "From $180, and we come out to your boat."],
  ["When is the group?", "service.group", "Thursdays at seven.", "Thursdays at seven, and windsurfs are provided."],
  [
    "And the boards?",
    "service.boards",
    "It's $69 a day for this season's boards.",
    "It's $69 a day for last season's boards.",
  ],
  ["Do you need my logbook?", "faq.logbook", "No, we don't need it.", "No, and we'll back up your phone for you."],
  // The same in other words.
  [
    "Can I stop there?",
    "faq.dock",
    "There are two berths with a fifteen-minute limit.",
    "There are two berths with a fifty-minute limit.",
  ],
  ["Am I insured?", "faq.damage", "The cover doesn't include theft.", "The cover includes theft."],
])("asked “%s”, of %s “%s” may be said, “%s” may not", (callerSaid, cited, isSaid, isStopped) => {
  expect(stops(isSaid, callerSaid, cited)).toBe(false);
  expect(stops(isStopped, callerSaid, cited)).toBe(true);
});
