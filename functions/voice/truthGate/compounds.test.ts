import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Rad Peter, timezone: Europe/Zurich, language: de-CH, phone: "+41315550147" }
hours: { monday: 09:00-17:30 }
services:
  - { id: miete, name: Mietvelo, price: CHF 32 pro Tag, about: "Mit Kinderhelm." }
  - { id: platten, name: Platten flicken, price: CHF 28.50, minutes: 20 }
faqs:
  - { id: parken, question: Wo kann ich parken?, answer: "Hinter dem Haus gibt es drei Kundenparkplätze. Mietautos haben wir keine." }
`,
  "radPeter.yaml",
);

function why(reply: string, cited: readonly string[], callerSaid = "Was kostet das?"): string | null {
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
    atMs: Date.parse("2026-11-23T10:00:00Z"),
  }).why;
}

test("the end of a compound names what it is a kind of", () => {
  expect(why("Das Velo kostet 32 Franken pro Tag, ein Helm ist dabei.", ["service.miete"])).toBeNull();
  expect(why("Hinter dem Haus gibt es drei Parkplätze.", ["faq.parken"], "Wo kann ich parken?")).toBeNull();
});

test("the beginning of a compound alone does not, and what is denied of one kind is not denied of all", () => {
  expect(why("Ein Kind kostet 32 Franken pro Tag.", ["service.miete"])).not.toBeNull();
  expect(why("Autos haben wir keine.", ["faq.parken"], "Haben Sie Autos?")).not.toBeNull();
  expect(why("Alle Helme sind dabei.", ["service.miete"])).not.toBeNull();
});

test("the price of one service is not said of another that is named by the end of its name", () => {
  expect(why("Das Velo kostet 28.50 Franken.", ["service.miete", "service.platten"])).not.toBeNull();
});
