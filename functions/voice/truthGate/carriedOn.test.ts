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
  - { id: fee, question: What if I break something?, answer: "The breakage cover is $9 per person. It covers plates, but not knives." }
  - { id: animals, question: Do you allow dogs?, answer: "All breeds are welcome. We don't take dogs that bark." }
  - { id: sacks, question: Can I bring my flour?, answer: "Flour sacks of up to 25 pounds, in Ohio." }
  - { id: big, question: How big are groups?, answer: "Up to eight cooks at a time." }
  - { id: gloves, question: What's there to wear?, answer: "Aprons. Oven gloves are optional." }
  - { id: booking, question: Do I need to book?, answer: "The cellar is by appointment. For the market just walk in." }
  - { id: shoes, question: What should I wear?, answer: "Just flat shoes." }
  - { id: chefs, question: Are the chefs qualified?, answer: "All our chefs are trained in first aid." }
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
  // Two sentences about the same thing.
  [
    "What if I drop a plate?",
    "For $9 per person it covers plates, but not knives.",
    "For $9 per person it covers knives.",
    "faq.fee",
  ],
  // A kind of what is welcome; a denial of some only.
  [
    "I have a Great Dane. Is that a problem?",
    "No, all breeds are welcome.",
    "Yes, all breeds are welcome.",
    "faq.animals",
  ],
  ["I have a Great Dane.", "We don't take dogs that bark.", "We don't take Great Danes.", "faq.animals"],
  // A weight, a place, and what is within a bound.
  [
    "I've got a sack.",
    "It's up to twenty-five pounds within Ohio.",
    "It's up to thirty pounds within Ohio.",
    "faq.sacks",
  ],
  ["There are six of us.", "Six is fine.", "Nine is fine.", "faq.big"],
  // The caller's own word, denied.
  ["Am I stuck with it?", "You're not stuck. It ends with a week's notice.", "You're not stuck.", "faq.leave"],
  // "Not X" turns down what was asked, and nothing that a fact allows.
  [
    "Can we use the grill?",
    "Not the grill, I'm afraid. Guests can't use it.",
    "Not the vegan menu, I'm afraid.",
    "faq.diets",
  ],
  // What is optional is not needed, and there is some.
  ["Do I need an oven glove?", "You don't need an oven glove.", "We don't have oven gloves.", "faq.gloves"],
  ["Do I need a code?", "It's up to you, but a code is helpful.", "It's up to you, but a code is free.", "faq.paper"],
  ["Do I sign up?", "No need to book for the market.", "No need to book for the cellar.", "faq.booking"],
  // A generic name of a service that counts.
  ["And the pasta evening?", "The package is $65.", "The package is $56.", "service.evening"],
  // Only, where the fact has just.
  ["What do I wear?", "Only flat shoes.", "Only sandals.", "faq.shoes"],
  ["What do I wear?", "Best wear flat shoes.", "Best wear sandals.", "faq.shoes"],
  // Everyone of whom was asked.
  ["Are your chefs trained?", "Everyone's trained in first aid.", "Everyone's trained in Paris.", "faq.chefs"],
  // Things to choose from.
  ["An apron, please.", "It's $18. Green, black or red?", "It's $18. Green, black or blue?", "service.colours"],
  ["An apron, please.", "They come in green, black and red.", "They come in green, black and blue.", "service.colours"],
];

test.each(siblings)("asked %s, %s may be said, and %s may not", (caller, isSaid, isStopped, ...cited) => {
  expect(stops(isSaid, caller, ...cited)).toBe(false);
  expect(stops(isStopped, caller, ...cited)).toBe(true);
});
