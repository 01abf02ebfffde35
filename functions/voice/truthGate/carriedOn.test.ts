import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { passClauses } from "./passClauses";
import type { Grounds } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Copper Pot Cookery, timezone: America/Denver, language: en-US, phone: "+13035550131" }
hours: { monday: 10:00-20:00 }
services:
  - { id: evening, name: Pasta evening, price: $65, minutes: 150, about: "Three courses with a chef, and a glass of wine. Aprons are extra. Bring your own knife." }
  - { id: colours, name: Apron, price: $18, about: "In green, black or red." }
faqs:
  - { id: paper, question: What do I have to show?, answer: "We need proof of age. A booking code is helpful but not required." }
  - { id: rings, question: What should I know?, answer: "Long hair must be tied back. Ordinary sandals aren't allowed." }
  - { id: diets, question: Is there something for me?, answer: "There are vegan and gluten-free menus. Guests can't use the smoker, grill or fryer." }
  - { id: pay, question: How can I pay?, answer: "Visa or cash. We don't take Amex." }
  - { id: leave, question: Can I stop the course?, answer: "It ends with a week's notice." }
`,
  "copperPot.yaml",
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
  // What is said of the first of a list holds for the next.
  ["What do I show?", "We need proof of age.", "We need proof of age and a booking code.", "faq.paper"],
  ["What do I get?", "Three courses and a glass of wine.", "Three courses and a knife.", "service.evening"],
  [
    "What do I get?",
    "You get a glass of wine, and you bring your own knife.",
    "You get wine and a knife.",
    "service.evening",
  ],
  ["How much is it?", "It's $65, and aprons are extra.", "It's $65 with three courses and aprons.", "service.evening"],
  // Fine, where something is asked for or forbidden.
  ["My hair's long.", "Long hair must be tied back.", "Long hair is fine.", "faq.rings"],
  ["I've only got sandals.", "Ordinary sandals aren't allowed.", "Ordinary sandals are fine.", "faq.rings"],
  // What is denied: gluten and not the menus, each of a list, and what is named before a no.
  ["I'm vegan.", "There are vegan menus, and gluten-free ones too.", "There are no vegan menus.", "faq.diets"],
  [
    "What can't we use?",
    "Guests can't use the smoker, the grill or the fryer.",
    "Guests can use the smoker, the grill or the fryer.",
    "faq.diets",
  ],
  ["Can I pay by card?", "Visa, yes. Amex, no.", "Amex, yes. Visa, no.", "faq.pay"],
  // The caller's own word, denied.
  ["Am I stuck with it?", "You're not stuck. It ends with a week's notice.", "You're not stuck.", "faq.leave"],
  // Things to choose from.
  ["An apron, please.", "It's $18. Green, black or red?", "It's $18. Green, black or blue?", "service.colours"],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(stops(isSaid, caller, ...cited)).toBe(false);
  expect(stops(isStopped, caller, ...cited)).toBe(true);
});
