import { factsOf } from "../../../../shared/facts";
import { parseKnowledge } from "../../../../shared/knowledgeFile";
import { judgeReply } from "../../truthGate";

const knowledge = parseKnowledge(
  `
business: { name: Gîte des Tilleuls, timezone: Europe/Paris, language: fr-FR, address: "12 rue Saint-Michel Est, 35400 Saint-Malo", phone: "+33299111111" }
hours: { monday: closed, tuesday: 09:00-19:00, thursday: 09:00-19:00, saturday: 09:00-17:00 }
services:
  - { id: taxe, name: Taxe de séjour, price: "1,65 € par personne et par nuit" }
  - { id: massage, name: Massage relaxant, price: 45 €, minutes: 30, about: "Aux huiles bio, préparées par notre masseuse." }
  - { id: yoga, name: Cours de yoga, price: 60 € l'heure, minutes: 60, about: "Chaque mardi à 18 h. Minimum de trois personnes." }
  - { id: velo, name: Location de vélos, price: 15 € le vélo, about: "Caution de 100 € par chèque. Vous les rendez sales, nous les lavons." }
  - { id: cle, name: Double de clé plate, price: 9 € par clé }
  - { id: robe, name: Robe sur mesure, price: "dès CHF 1'250", about: "Tissus choisis par vous, coupe faite par notre couturière." }
  - { id: kayak, name: Kayak, price: 20 $ l'heure, about: "Ensuite 0,25 $ la minute." }
  - { id: atelier, name: Atelier poterie, price: 40 € par personne, minutes: 120, about: "Le premier jeudi du mois à 19 h 30. Chaque personne de plus, 20 €. Tablier prêté." }
  - { id: cotisation, name: Cotisation, price: 35 € par famille et par an }
  - { id: tente, name: Tente, price: "49,95 $ par jour" }
faqs:
  - { id: remise, question: Faites-vous des remises ?, answer: "15 % de remise dès trois nuits, hors juillet." }
  - { id: paiement, question: Comment peut-on payer ?, answer: "Par carte ou en espèces. Pas de chèque, sauf pour la caution." }
  - { id: annulation, question: Peut-on annuler ?, answer: "Sans frais jusqu'à sept jours avant l'arrivée. Ensuite la première nuit est due." }
  - { id: acces, question: Comment récupérer la clé ?, answer: "La boîte à clés est accessible 24 heures sur 24." }
  - { id: parking, question: Avez-vous un parking ?, answer: "Non, mais le parking Surcouf est à trois minutes à pied." }
  - { id: depot, question: Faut-il un dépôt ?, answer: "Un dépôt de 50 € est demandé. Il est déduit du total." }
  - { id: vehicules, question: Prenez-vous les voitures ?, answer: "Non, ni voitures ni motos. Adressez-vous au camping." }
  - { id: visites, question: Y a-t-il des visites ?, answer: "Oui, deux par an. Le plus souvent en juin." }
  - { id: vacances, question: Y a-t-il cours pendant les vacances scolaires ?, answer: "Non, les cours s'arrêtent pendant les vacances scolaires." }
  - { id: plein, question: Et l'essence ?, answer: "La voiture part avec le plein et revient avec le plein." }
  - { id: arret, question: Peut-on arrêter ?, answer: "Oui, sans engagement, vous arrêtez quand vous voulez." }
  - { id: langues, question: En quelles langues sont les visites ?, answer: "En anglais et en breton." }
  - { id: animaux, question: Acceptez-vous les animaux ?, answer: "Oui, les chiens et les chats." }
`,
  "gite.yaml",
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
  // What a price is for one of.
  ["Et la taxe ?", "service.taxe", "C'est 1,65 € par nuit et par personne.", "C'est 1,65 € par personne."],
  ["Le massage ?", "service.massage", "Il est à 45 € la demi-heure.", "Il est à 45 € l'heure."],
  [
    "Une clé ?",
    "service.cle",
    "Le double de clé plate est à neuf euros.",
    "Le double de clé plate est à neuf euros la paire.",
  ],
  ["La caution ?", "service.velo", "Il y a une caution de cent euros.", "Il y a une caution de quinze euros."],
  // Sums as they are said.
  [
    "La robe ?",
    "service.robe",
    "À partir de mille deux cent cinquante francs.",
    "À partir de mille cinq cents francs.",
  ],
  ["Et ensuite ?", "service.kayak", "Ensuite vingt-cinq cents la minute.", "Ensuite trente-cinq cents la minute."],
  [
    "La tente ?",
    "service.tente",
    "Quarante-neuf dollars et quatre-vingt-quinze par jour.",
    "Quarante-neuf dollars et quinze par jour.",
  ],
  // Bounds, rates and how long.
  ["À combien ?", "service.yoga", "Le minimum est de trois personnes.", "Le maximum est de trois personnes."],
  ["C'est quand ?", "service.yoga", "C'est tous les mardis à 18 h.", "C'est tous les jeudis à 18 h."],
  ["Et la clé ?", "faq.acces", "La boîte est accessible en tout temps.", "La boîte est accessible jusqu'à 22 heures."],
  ["Une remise ?", "faq.remise", "15 % de remise à partir de trois nuits.", "15 % de remise à partir de deux nuits."],
  [
    "Et plus tard ?",
    "faq.annulation",
    "Après ce délai, la première nuit est due.",
    "Après ce délai, c'est sans frais.",
  ],
  // What is denied but for one thing.
  ["Et les chèques ?", "faq.paiement", "Les chèques, seulement pour la caution.", "Les chèques, sauf pour la caution."],
  // Who does it.
  ["Les tissus ?", "service.robe", "Vous choisissez les tissus.", "C'est nous qui choisissons les tissus."],
  ["La coupe ?", "service.robe", "Notre couturière fait la coupe.", "C'est vous qui faites la coupe."],
  ["Je les lave ?", "service.velo", "Vous les rendez sales.", "Vous les rendez propres."],
  ["Un tablier ?", "service.atelier", "Le tablier est prêté.", "Il faut venir avec votre tablier."],
  // A list, a pronoun, a turn of speech.
  [
    "Et ma moto ?",
    "faq.vehicules",
    "Les voitures et les motos, on ne fait pas.",
    "Les motos, oui, les voitures, on ne fait pas.",
  ],
  ["Et alors ?", "faq.vehicules", "Voyez avec le camping.", "Voyez avec la mairie."],
  ["Mon dépôt ?", "faq.depot", "Le dépôt de 50 € est déduit du total.", "Le dépôt de 60 € est déduit du total."],
  ["Et après ?", "faq.annulation", "Ensuite la nuit est due.", "Ensuite la nuit est gratuite."],
  ["On se gare ?", "faq.parking", "Le parking Surcouf est tout près.", "Le parking Surcouf est devant la porte."],
  ["Et l'essence ?", "faq.plein", "Vous revenez avec le plein.", "Vous revenez sans le plein."],
  ["J'arrête quand ?", "faq.arret", "Vous arrêtez quand vous le souhaitez.", "Vous arrêtez avec un mois de préavis."],
  [
    "Il y a cours ?",
    "faq.vacances",
    "Les cours s'arrêtent pendant les vacances scolaires.",
    "Les cours continuent pendant les vacances scolaires.",
  ],
  ["Et les visites ?", "faq.visites", "C'est deux fois par an.", "C'est deux fois par mois."],
  ["Quand ?", "faq.visites", "En général en juin.", "Toujours en juin."],
  // Every one of them.
  ["C'est long ?", "service.atelier", "Chaque atelier dure deux heures.", "Chaque atelier dure trois heures."],
  ["C'est quand ?", "service.atelier", "C'est le premier jeudi du mois.", "C'est le premier mardi du mois."],
  ["On sera sept", "service.atelier", "C'est 20 € par personne de plus.", "C'est 10 € par personne de plus."],
  [
    "Et pour nous ?",
    "service.cotisation",
    "35 € par an pour toute la famille.",
    "35 € par mois pour toute la famille.",
  ],
  // Names beside each other.
  ["Où ça ?", "business.address", "Au 12, rue Saint-Michel Est.", "Au 12, rue Saint-Malo, à Saint-Michel."],
  ["En quelle langue ?", "faq.langues", "En anglais et en breton.", "En anglais et en français."],
  ["Mon animal ?", "faq.animaux", "Les chats, oui.", "Les lapins, oui."],
])("%s %s: %s", (caller, cited, right, wrong) => {
  expect(why(right, caller, cited)).toBeNull();
  expect(why(wrong, caller, cited)).not.toBeNull();
});

test("a part of town is no small word that is written like it", () => {
  const western = {
    ...knowledge,
    business: { ...knowledge.business, address: "12 rue Saint-Michel Ouest, 35400 Saint-Malo" },
  };
  const said = (address: string) =>
    judgeReply(address, {
      tool: "answer_from_knowledge",
      knowledge: western,
      facts: factsOf(western, "2026-12-09"),
      cited: ["business.address"],
      isSure: true,
      callerSaid: "Où ça ?",
      callerSaidBefore: [],
      receipts: [],
      callerName: null,
      atMs: Date.parse("2026-12-09T15:40:00+01:00"),
    }).why;
  expect(said("Au 12, rue Saint-Michel Ouest.")).toBeNull();
  expect(said("Au 12, rue Saint-Michel Est.")).not.toBeNull();
});
