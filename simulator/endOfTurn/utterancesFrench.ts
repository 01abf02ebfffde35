import type { Random } from "../sound/noiseSamples";
import type { Pool } from "./utterancePools";
import type { Choose } from "./utterances";

/** What French-speaking callers say with pauses inside. Lists are read in halves, so neighbours are of one kind. */

const names = ["Dupont", "Lefèvre", "Moreau", "Nguyen", "Benoît", "Garcia", "Roux", "Petit"];
const services = ["une coupe", "une barbe", "un brushing", "une couleur", "une révision", "une vidange"];
const days = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"];
const months = ["janvier", "mars", "avril", "juin", "septembre", "novembre"];
const hours = ["neuf heures", "dix heures trente", "quatorze heures", "midi", "seize heures", "onze heures et quart"];
const dates = ["trois", "cinq", "douze", "quatorze", "vingt-trois", "trente"];
const streets = [
  "rue de la Paix",
  "avenue Foch",
  "boulevard Voltaire",
  "place du Marché",
  "chemin des Vignes",
  "rue Victor Hugo",
];
const mailHosts = ["gmail point com", "orange point fr", "free point fr", "laposte point net"];
const pairs = [
  "douze",
  "trente-quatre",
  "vingt",
  "quarante-cinq",
  "soixante",
  "zéro trois",
  "quatre-vingts",
  "dix-huit",
];

const hesitations = [
  "Je voudrais {w} prendre rendez-vous pour SERVICE.",
  "J'aimerais savoir {w} combien coûte SERVICE.",
  "Est-ce que vous, euh, {w} êtes ouverts DAY ?",
  "Euh, {w} c'est combien pour SERVICE ?",
  "Je cherche {w} un rendez-vous DAY.",
  "Il me faudrait {w} SERVICE, s'il vous plaît.",
];
const conjunctions = [
  "Je voudrais SERVICE et {w} SERVICE.",
  "DAY ou {w} DAY, c'est possible ?",
  "Je ne peux pas DAY parce que {w} je travaille.",
  "Je viens avec {w} mon fils.",
  "Oui, mais {w} plutôt DAY.",
  "C'est pour moi et {w} ma femme.",
];
const twoSentences = [
  "Bonjour. {s} Je voudrais SERVICE.",
  "Bonjour, j'ai une question. {s} Vous êtes ouverts DAY ?",
  "Très bien. {s} C'est combien, SERVICE ?",
  "Merci. {s} Et vous fermez à quelle heure ?",
];
const afterthoughts = [
  "Vous avez une place {c} DAY ?",
  "Je voudrais réserver SERVICE {c} pour DAY.",
  "C'est combien SERVICE {c} chez vous ?",
  "Vous êtes ouverts DAY {c} après-midi ?",
];
const dateTexts = [
  "Le {c} DATE {c} MONTH.",
  "DAY {c} DATE MONTH {c} à HOUR.",
  "DAY {c} à HOUR.",
  "Le DATE {c} MONTH, {c} vers HOUR.",
];

function phoneNumber(choose: Choose, random: Random): string {
  const isInFigures = random() < 0.5;
  const two = () => String(10 + Math.floor(random() * 90));
  const groups = isInFigures
    ? ["06", two(), two(), two(), two()]
    : ["zéro six", choose(pairs), choose(pairs), choose(pairs), choose(pairs)];
  return `${choose(["C'est le ", "Mon numéro est le ", "", ""])}${groups.join(" {g} ")}.`;
}

function filled(template: string, choose: Choose): string {
  const lists: Readonly<Record<string, readonly string[]>> = {
    SERVICE: services,
    DAY: days,
    MONTH: months,
    DATE: dates,
    HOUR: hours,
  };
  const text = template.replace(/SERVICE|DAY|MONTH|DATE|HOUR/g, (name) => choose(lists[name] ?? [name]));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const askedShare = 0.6;

export const frenchPool: Pool = {
  make(kind, choose, random) {
    const asked = (question: string) => (random() < askedShare ? question : null);
    switch (kind) {
      case "spelling": {
        const name = choose(names);
        const spelt = [...name.toUpperCase()].join(" {l} ");
        return {
          asked: asked("À quel nom, s'il vous plaît ?"),
          text: `${random() < 0.5 ? `${name}, {c} ` : ""}${spelt}.`,
        };
      }
      case "phoneNumber":
        return { asked: asked("Quel est votre numéro de téléphone ?"), text: phoneNumber(choose, random) };
      case "hesitation":
        return { asked: null, text: filled(choose(hesitations), choose) };
      case "conjunction":
        return { asked: null, text: filled(choose(conjunctions), choose) };
      case "date":
        return { asked: asked("Quel jour vous conviendrait ?"), text: filled(choose(dateTexts), choose) };
      case "email":
        return {
          asked: asked("Quelle est votre adresse e-mail ?"),
          text: `${choose(names).toLowerCase()} {l} arobase {l} ${choose(mailHosts)}.`,
        };
      case "address":
        return {
          asked: asked("Quelle est votre adresse ?"),
          text: `${1 + Math.floor(random() * 90)}, {c} ${choose(streets)}.`,
        };
      case "twoSentences":
        return { asked: null, text: filled(choose(twoSentences), choose) };
      case "afterthought":
        return { asked: null, text: filled(choose(afterthoughts), choose) };
    }
  },
};
