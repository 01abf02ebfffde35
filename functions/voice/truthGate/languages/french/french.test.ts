import { factsOf } from "../../../../shared/facts";
import { parseKnowledge } from "../../../../shared/knowledgeFile";
import { type Grounds, judgeReply } from "../../truthGate";
import { lexiconFor } from "../../vocabularies";
import { agreedForms, verbForms } from "./verbForms";

const knowledge = parseKnowledge(
  `
business: { name: Atelier Garance, timezone: America/Toronto, language: [en-CA, fr-CA], phone: "+14185550110" }
hours: { monday: 09:00-17:00 }
services:
  - { id: lesson, name: Sewing lesson (cours de couture), price: $38 a lesson, minutes: 150, about: "Six people at most. / Six personnes au plus." }
  - { id: coat, name: Coat repair / Réparation de manteau, price: "$1,095", about: "Lining not included. / Doublure non comprise." }
faqs:
  - { id: pay, question: "How can I pay? / Comment payer ?", answer: "By card. No cheques. / Par carte. Pas de chèque." }
  - { id: days, question: "When are the lessons? / Quand sont les cours ?", answer: "Mondays in English, Thursdays in French. / Le lundi en anglais, le jeudi en français." }
  - { id: cover, question: "What is covered? / Qu'est-ce qui est couvert ?", answer: "Loss and theft are not covered. / La perte et le vol ne sont pas couverts." }
`,
  "garance.yaml",
);

function whyNot(reply: string, cited: string, callerSaid = "Bonjour ?"): string | null {
  const grounds: Grounds = {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited: [cited],
    isSure: true,
    callerSaid,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  };
  return judgeReply(reply, grounds).why;
}

test.each([
  ["venir", ["viens", "venons", "viendra", "venue"]],
  ["acheter", ["achète", "achetons", "achètera", "achetées"]],
  ["commencer", ["commençons", "commencez", "commencera"]],
  ["finir", ["finissons", "finit", "finie"]],
  ["offrir", ["offre", "offrent", "offertes"]],
  ["connaître", ["connaît", "connaissez", "connus"]],
])("%s is known in its forms", (infinitive, forms) => {
  expect(verbForms(infinitive)).toEqual(expect.arrayContaining(forms));
});

test("a trade is known in its feminine and its plurals", () => {
  expect(agreedForms("moniteur")).toEqual(expect.arrayContaining(["monitrice", "moniteurs", "monitrices"]));
});

test.each([
  ["réparerons", "réparation"],
  ["livrée", "livraison"],
  ["paieriez", "règlement"],
  ["inscrites", "inscription"],
  ["gâteaux", "gâteau"],
])("%s and %s are compared under one name", (one, other) => {
  const { keyOf } = lexiconFor("", ["fr"]);
  expect(keyOf(one)).toBe(keyOf(other));
});

test.each([
  ["C'est trente-huit dollars la leçon, à six personnes maximum.", "service.lesson"],
  ["Thirty-eight dollars a lesson, six people at most.", "service.lesson"],
  ["La réparation d'un manteau est à 1 095 $, la doublure n'est pas comprise.", "service.coat"],
  ["Les chèques, on ne les prend pas.", "faq.pay"],
  ["Ni le vol ni la perte ne sont couverts.", "faq.cover"],
])("a fact in two languages bears out %s", (reply, cited) => {
  expect(whyNot(reply, cited)).toBeNull();
});

test.each([
  ["C'est trente-huit dollars le cours, à dix personnes maximum.", "service.lesson"],
  ["C'est 38 dollars de l'heure.", "service.lesson"],
  ["La réparation d'un manteau est à 1 095 $, doublure comprise.", "service.coat"],
  ["On prend les chèques.", "faq.pay"],
  ["La perte est couverte, et le vol aussi.", "faq.cover"],
])("a fact in two languages does not bear out %s", (reply, cited) => {
  expect(whyNot(reply, cited)).not.toBeNull();
});

test("of a fact that says one thing of one and another of the next, the one that was asked for is said", () => {
  const asked = "Les cours en français, c'est quand ?";
  expect(whyNot("C'est le jeudi.", "faq.days", asked)).toBeNull();
  expect(whyNot("C'est le lundi.", "faq.days", asked)).not.toBeNull();
});
