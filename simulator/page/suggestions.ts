import type { Knowledge } from "../../functions/shared/knowledge";

interface Phrases {
  readonly price: (service: string) => string;
  readonly open: string;
  readonly book: (service: string) => string;
  readonly person: string;
  readonly goodbye: string;
}

const phrases: Readonly<Record<string, Phrases>> = {
  en: {
    price: (service) => `How much is ${service}?`,
    open: "Are you open tomorrow?",
    book: (service) => `I'd like to book ${service} tomorrow at ten.`,
    person: "Can I speak to a person?",
    goodbye: "No, that's all. Goodbye.",
  },
  de: {
    price: (service) => `Was kostet ${service}?`,
    open: "Haben Sie morgen geöffnet?",
    book: (service) => `Ich möchte ${service} für morgen um zehn Uhr buchen.`,
    person: "Kann ich mit einem Menschen sprechen?",
    goodbye: "Nein, das ist alles. Auf Wiederhören.",
  },
  fr: {
    price: (service) => `Combien coûte ${service} ?`,
    open: "Êtes-vous ouverts demain ?",
    book: (service) => `Je voudrais réserver ${service} demain à dix heures.`,
    person: "Puis-je parler à une personne ?",
    goodbye: "Non, c'est tout. Au revoir.",
  },
  es: {
    price: (service) => `¿Cuánto cuesta ${service}?`,
    open: "¿Abren mañana?",
    book: (service) => `Quisiera reservar ${service} mañana a las diez.`,
    person: "¿Puedo hablar con una persona?",
    goodbye: "No, eso es todo. Adiós.",
  },
};

const mostQuestions = 2;

/**
 * Things to ask this business, in its first language: from its services, its own questions and what every caller may want. A
 * language without phrases here gets the business's own questions alone.
 */
export function suggestionsFor(knowledge: Knowledge): readonly string[] {
  const language = knowledge.business.languages[0]?.split("-")[0] ?? "en";
  const say = phrases[language];
  const questions = knowledge.faqs.slice(0, mostQuestions).map((faq) => faq.question);
  if (say === undefined) return questions;
  const priced = knowledge.services.find((service) => service.price !== null);
  const bookable = knowledge.services.find((service) => service.minutes !== null);
  return [
    ...(priced === undefined ? [] : [say.price(inSentence(priced.name, language))]),
    say.open,
    ...questions,
    ...(bookable === undefined ? [] : [say.book(inSentence(bookable.name, language))]),
    say.person,
    say.goodbye,
  ];
}

/** `Haircut` becomes `a haircut` in English; elsewhere a noun's article is not ours to guess. */
function inSentence(name: string, language: string): string {
  if (language !== "en") return name;
  const isAcronym = /^\S?[A-Z]/.test(name.slice(1));
  const lower = isAcronym ? name : name.charAt(0).toLowerCase() + name.slice(1);
  if (/^(the|a|an)\s/i.test(name) || /[^s]s$/i.test(name)) return lower;
  return `${/^[aeiou]/i.test(lower) ? "an" : "a"} ${lower}`;
}
