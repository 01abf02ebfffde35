import { factsOf } from "../../shared/facts";
import { parseKnowledge } from "../../shared/knowledgeFile";
import { judgeReply } from "./truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Institut Camille, timezone: Europe/Paris, language: fr-FR, phone: "+33299111133" }
hours: { saturday: 09:00-16:00, monday: 09:00-19:00, tuesday: 09:00-19:00, wednesday: 09:00-19:00, thursday: 09:00-19:00, friday: 09:00-19:00 }
services:
  - { id: epilation, name: Épilation, price: 30 €, about: "Une crème, si nécessaire, coûte 8 €. Déplacement à domicile, 15 €." }
  - { id: massage, name: Massage, price: "50 €, huile comprise", about: "65 € le dimanche." }
  - { id: cure, name: Cure, price: 28 € par semaine, about: "Une séance chaque vendredi." }
  - { id: laser, name: Laser, price: "120 € à 180 €", minutes: 40, about: "Selon la zone. Déconseillé aux femmes enceintes." }
faqs:
  - { id: qui, question: Qui s'occupe de moi ?, answer: "Camille pour le visage, Rose pour les mains. Nadia épile." }
  - { id: delai, question: Quel est le délai ?, answer: "Une retouche, dans la journée. Un soin, sous deux à trois semaines." }
  - { id: peau, question: Traitez-vous tout ?, answer: "Toutes les peaux. Pas les grains de beauté." }
  - { id: parking, question: Où se garer ?, answer: "Au parking Foch. Nous offrons la première heure." }
  - { id: avance, question: Combien de temps à l'avance réserver ?, answer: "La veille pour un soin, une semaine pour une cure, trois mois pour un mariage." }
  - { id: huiles, question: Les huiles sont-elles dangereuses pour les chiens ?, answer: "Oui, elles sont toxiques pour les chiens." }
  - { id: tram, question: Comment venir ?, answer: "Tram C, arrêt Foch." }
  - { id: zone, question: Où venez-vous ?, answer: "Dans toute la ville, et à Wavre et Gembloux." }
  - { id: distance, question: Comment payer à distance ?, answer: "Par carte. Pas de paiement à la livraison." }
  - { id: bons, question: Avez-vous des bons ?, answer: "Oui, dès 20 €, valables deux ans, non remboursables." }
  - { id: age, question: Y a-t-il une remise ?, answer: "Oui, 10 % pour les clients de plus de soixante ans." }
`,
  "institut.yaml",
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
  // A short answer is of what was asked for.
  ["Qui fait les mains ?", "faq.qui", "C'est Rose.", "C'est Camille."],
  ["Qui fait le visage ?", "faq.qui", "Camille.", "Nadia."],
  ["C'est pour une retouche, il faut combien ?", "faq.delai", "Dans la journée.", "Sous deux à trois semaines."],
  ["C'est long ?", "faq.delai", "Pour une retouche, c'est dans la journée.", "Pour un soin, c'est dans la journée."],
  // What has a price of its own is not included, and no part of the first price.
  ["C'est combien ?", "service.epilation", "C'est 30 €, et la crème coûte 8 €.", "C'est 30 €, crème comprise."],
  ["Et chez moi ?", "service.epilation", "Le déplacement à domicile est à 15 €.", "C'est 30 € à domicile."],
  ["Et le laser ?", "service.laser", "C'est entre 120 et 180 € selon la zone.", "C'est 120 €."],
  ["Et le dimanche ?", "service.massage", "Le dimanche, c'est 65 €.", "Le dimanche, c'est 50 €."],
  [
    "Et la cure ?",
    "service.cure",
    "Une séance tous les vendredis, pour 28 €.",
    "Une séance tous les vendredis, pour 28 € par mois.",
  ],
  ["Pour une cure ?", "faq.avance", "Une semaine avant.", "La veille."],
  ["Je viens comment ?", "faq.tram", "Prenez le tram C jusqu'à Foch.", "Prenez le tram A jusqu'à Foch."],
  ["En tram ?", "faq.tram", "C'est le C, arrêt Foch.", "C'est le B, arrêt Foch."],
  ["Vous venez jusqu'à Gembloux ?", "faq.zone", "Oui, à Gembloux.", "Oui, à Bruxelles."],
  ["Je peux payer à la livraison ?", "faq.distance", "Non, par carte.", "Oui, par carte."],
  [
    "J'ai un chien, les huiles c'est un problème ?",
    "faq.huiles",
    "Oui, elles sont toxiques pour les chiens.",
    "Non, aucun problème.",
  ],
  // A warning is no yes.
  [
    "Je suis enceinte, je peux ?",
    "service.laser",
    "Non, c'est déconseillé aux femmes enceintes.",
    "Oui, sans problème.",
  ],
  // What is denied without its verb.
  ["Vous brûlez les grains de beauté ?", "faq.peau", "Non.", "Oui."],
  // Free for so long, whatever the word.
  ["On se gare où ?", "faq.parking", "La première heure est gratuite.", "Le parking est gratuit."],
  ["Et les bons ?", "faq.bons", "Ils ne sont pas remboursables.", "Ils sont remboursables."],
  ["J'ai une remise ?", "faq.age", "Oui, 10 % à plus de soixante ans.", "Oui, 10 % à plus de cinquante ans."],
])("%s %s: %s", (caller, cited, right, wrong) => {
  expect(why(right, caller, cited)).toBeNull();
  expect(why(wrong, caller, cited)).not.toBeNull();
});

test("a yes to both days of a weekend may name the one", () => {
  const caller = "Vous êtes ouverts le week-end ?";
  const cited = "hours.saturday";
  expect(why("Oui, le samedi jusqu'à seize heures.", caller, cited)).toBeNull();
  expect(why("Oui, le dimanche jusqu'à seize heures.", caller, cited)).not.toBeNull();
});
