/** What a greeting must let the caller know. */
export type GreetingFault = "saysNoAi" | "namesNoPerson";

/** The words of a language by which a caller learns of a person, and of the way to one; all are beginnings of words. */
interface PersonWords {
  readonly person: string;
  readonly way: string;
}

const personWords: Readonly<Record<string, PersonWords>> = {
  en: {
    person:
      "person|people|human|representative|someone|somebody|agent|operator|staff|colleague|team|reception|front desk|manager|employee",
    way: "say|press|ask|dial|speak|talk|transfer|connect|reach|hit|push|want|prefer|need|would like|'d like|zero",
  },
  de: {
    person: "mensch|person|mitarbeiter|kolleg|jemand|team|empfang|zentrale",
    way: "sag|drück|wähl|sprech|sprich|verbind|verlang|tipp|taste|frag|möcht",
  },
  fr: {
    person: "personne|humain|conseill|quelqu|collègue|opérat|équipe|agent|récept|standard|représentant",
    way: "dites|dire|appuy|tapez|demand|parler|joindre|compos|touche",
  },
  es: {
    person: "persona|human|representante|agente|operador|alguien|compañer|equipo|recepci",
    way: "diga|di |decir|puls|marque|marca|presion|oprim|pida|pide|habl",
  },
  it: { person: "person|uman|operator|colleg|qualcuno", way: "dica|dire|dite|prem|chied|parl|digit" },
  pt: {
    person: "pessoa|human|atendente|alguém|representante|colega",
    way: "diga|dizer|prima|pression|peça|falar|fale|tecl|digit",
  },
  nl: { person: "persoon|mens|medewerker|collega|iemand", way: "zeg|druk|vraag|spreek|spreken|toets|kies" },
};

/** Whether `greetingFaults` knows enough of a language (BCP 47) to refuse a greeting in it. */
export function canJudgeGreeting(language: string): boolean {
  return Object.hasOwn(personWords, language.split("-", 1)[0] ?? "");
}

// "AI" counts in capitals only, since "ai" and "ia" are words or parts of words in several languages.
const aiName = /(?<![\p{L}\p{N}])(?:AI|A\.\s?I\.|KI|IA|I\.\s?A\.)(?![\p{L}\p{N}])/gu;
const aiWords =
  /\ban ai\b|artificial(?:ly)? intelligen|künstlich\p{L}* intelligen|intelligence artificielle|intelig[eê]ncia artificial|intelligenza artificiale|kunstmatige intelligentie/giu;
const negation = /(?:\b(?:not|no|never|pas|non|não|geen|niet|kein\p{L}*|nicht)|n['’]t)(?:\s+\p{L}+){0,2}\s*$/iu;
/** "AI agent" and "virtual receptionist" are nobody whom a caller could ask for. */
const machine = /(?:\b(?:AI|KI|IA|virtual|digital|automated|automatic)\b|\bA\.I\.)(?:[- ]powered)?[- ]+\p{L}+/giu;

/**
 * What a greeting leaves unsaid: that it is an AI, and how to reach a person. The greeting is judged as written, without `{name}`
 * and without a `businessName` of several words, since a business may be called "AI Motors"; a single word may be one of those
 * that are looked for. A judgement by words, so it can be fooled; it is there to catch what was forgotten.
 */
export function greetingFaults(greeting: string, businessName: string): readonly GreetingFault[] {
  const isTelling = /\S\s+\S/.test(businessName);
  const text = (isTelling ? greeting.replaceAll(businessName, "{name}") : greeting).replaceAll("{name}", "…");
  const faults: GreetingFault[] = [];
  if (!saysAi(text)) faults.push("saysNoAi");
  if (!namesPerson(text)) faults.push("namesNoPerson");
  return faults;
}

function saysAi(text: string): boolean {
  return [...text.matchAll(aiName), ...text.matchAll(aiWords)].some(
    ({ index }) => !negation.test(text.slice(0, index)),
  );
}

function namesPerson(text: string): boolean {
  return text
    .replace(machine, " ")
    .split(/[.!?;]+\s/)
    .some((sentence) =>
      Object.values(personWords).some(({ person, way }) => begins(sentence, person) && begins(sentence, way)),
    );
}

function begins(sentence: string, words: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})`, "iu").test(sentence);
}
