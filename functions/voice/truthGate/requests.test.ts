import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

function why(reply: string, language: string): string | null {
  const knowledge = parseKnowledge(
    `
business: { name: Larch, timezone: Europe/Paris, language: ${language}, phone: "+33140000000" }
hours: { monday: 09:00-17:00 }
services:
  - { id: visit, name: Visit, price: €30, minutes: 30 }
`,
    "larch.yaml",
  );
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited: [],
    isSure: true,
    callerSaid: "",
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T11:00:00Z"),
  }).why;
}

test.each([
  ["en-US", "Can I get the surname, please?"],
  ["en-US", "Could you spell that for me one letter at a time?"],
  ["en-US", "What are the last four digits of your card?"],
  ["en-US", "May I take your mobile number?"],
  ["en-US", "Could I have your date of birth and an e-mail address?"],
  ["en-US", "Is that with one T or two?"],
  ["en-US", "I'll need a contact number for the visit."],
  ["en-US", "Sorry, I missed the end of that."],
  ["en-US", "How would you like to pay?"],
  ["fr-FR", "Quels sont les quatre derniers chiffres de votre carte ?"],
  ["fr-FR", "Épelez votre nom, s'il vous plaît."],
  ["de-DE", "Können Sie mir bitte Ihren Nachnamen buchstabieren?"],
  ["es-ES", "¿Cuál es su número de teléfono, por favor?"],
])("in %s the caller may be asked for what only they can tell: %s", (language, reply) => {
  expect(why(reply, language)).toBeNull();
});

test.each([
  ["en-US", "Can I get your number for our free newsletter?"],
  ["en-US", "Could I have your address, so we can send a driver tonight?"],
  ["en-US", "What's your name, and would you like a discount?"],
  ["en-US", "Your visit is on the tenth day, please."],
  ["en-US", "Please tell the doctor the date after the operation."],
  ["en-US", "May I take $20 and your number?"],
  ["fr-FR", "Puis-je avoir votre numéro pour une remise ?"],
])("in %s no more than that is asked for: %s", (language, reply) => {
  expect(why(reply, language)).not.toBeNull();
});
