import { factsOf } from "../../../../shared/facts";
import { parseKnowledge } from "../../../../shared/knowledgeFile";
import { judgeReply } from "../../truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Auto-école du Port, timezone: Europe/Paris, language: fr-FR, phone: "+33299111122" }
hours: { monday: 09:00-19:00, tuesday: 09:00-19:00, wednesday: 09:00-19:00, thursday: 09:00-19:00, friday: 09:00-19:00 }
services:
  - { id: code, name: Forfait code, price: 30 €, about: "L'examen est en supplément, 32 €." }
  - { id: remorque, name: Location de remorque, price: "45 € pour une petite, 60 € pour une grande", about: "Uniquement pour des charges de moins de 500 kilos." }
  - { id: moto, name: Stage moto, price: dès 90 €, about: "Un blouson est conseillé. Ouvert de mai à octobre." }
faqs:
  - { id: aide, question: Y a-t-il une aide ?, answer: "Vous payez l'inscription et la région vous rembourse." }
  - { id: prevenir, question: Puis-je déplacer une leçon ?, answer: "Oui, prévenez la veille. Un examen manqué est facturé 25 €." }
  - { id: livres, question: Faut-il acheter ses livres ?, answer: "Oui, mais nous ne fournissons que le livret." }
  - { id: casque, question: Prêtez-vous les casques ?, answer: "Oui, gratuitement, à réserver trois jours d'avance." }
  - { id: dossier, question: Le dossier est-il gratuit ?, answer: "Oui." }
  - { id: marques, question: Quelles motos avez-vous ?, answer: "Toutes les marques." }
`,
  "autoEcole.yaml",
);

function why(reply: string, caller: string, cited: string): string | null {
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-12-09"),
    cited: [cited],
    isSure: true,
    callerSaid: caller,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-12-09T15:40:00+01:00"),
  }).why;
}

test.each([
  // What the price is of.
  ["C'est combien le code ?", "service.code", "C'est 30 €, et l'examen est à 32 €.", "C'est 32 €."],
  ["Et pour une grande ?", "service.remorque", "Pour une grande, c'est soixante euros.", "C'est quarante-cinq euros."],
  ["Combien la petite ?", "service.remorque", "C'est 45 €.", "C'est 45 € pour une grande."],
  // To whom, and by whom.
  ["Je paie tout ?", "faq.aide", "La région vous rembourse.", "Nous vous remboursons."],
  ["Je paie tout ?", "faq.aide", "Vous payez l'inscription.", "La région nous paie l'inscription."],
  ["Si je manque ?", "faq.prevenir", "Un examen manqué est facturé 25 €.", "Une leçon manquée est facturée 25 €."],
  // Only, advised, free.
  ["Et les livres ?", "faq.livres", "Nous fournissons le livret.", "Nous fournissons les livres."],
  ["Et un blouson ?", "service.moto", "Un blouson est conseillé.", "Un blouson est obligatoire."],
  ["C'est quand ?", "service.moto", "C'est de mai à octobre.", "C'est de mars à octobre."],
  ["Vous prêtez un casque ?", "faq.casque", "Oui, gratuitement.", "Oui, sans réserver."],
  ["C'est payant, le dossier ?", "faq.dossier", "Non, le dossier est gratuit.", "Oui, il est payant."],
  [
    "J'ai une charge de six cents kilos, c'est bon ?",
    "service.remorque",
    "Désolé, seulement pour des charges de moins de 500 kilos.",
    "Oui, 60 € pour une grande.",
  ],
])("%s %s: %s", (caller, cited, right, wrong) => {
  expect(why(right, caller, cited)).toBeNull();
  expect(why(wrong, caller, cited)).not.toBeNull();
});

test.each(["Appelez-nous, la location est gratuite.", "Prévenez-nous et la location est à 10 €."])(
  "%s tells and does not ask",
  (reply) => {
    expect(why(reply, "Et si je loue ?", "service.remorque")).not.toBeNull();
  },
);

test("a turn of speech is one only at the head of a clause", () => {
  expect(why("Nous ne fournissons alors que le livret.", "Et les livres ?", "faq.livres")).toBeNull();
});
