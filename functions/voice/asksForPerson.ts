/** Words that ask for a person by themselves, in the languages of the fixed sentences. */
const persons =
  "representative|operator|receptionist|agent|human(?: being)?|(?:real |live )?person|somebody real|someone real" +
  "|mitarbeiter(?:in)?|mensch(?:en)?|(?:echten? )?person" +
  "|conseill(?:er|ère)|(?:vraie )?personne|quelqu'un|un humain|humain|opérateur|opératrice" +
  "|representante|(?:una )?persona|agente|humano|operador|operadora";

/** "To a person": what stands before the word, in the order in which it may. */
const courtesy =
  "(?:(?:please|bitte|s'il vous plaît|por favor|yes|no|okay|ok|oui|ja|sí|um|uh|just|hi|hello|hallo|bonjour|hola|a|an|the|ein|eine|einen|une?|una?|le|la|el)\\s+)*";
const wish =
  "(?:(?:i|i'd|i'll|can|could|may|let|me|we|you|want|wanna|need|would|like|prefer|have|get|give|put|pass|connect|transfer|speak|talk|through|over|to|with|my|call|us)\\s+){1,9}";
const foreignWish =
  "(?:ich (?:möchte|will|würde gern)|kann ich|können sie mich|verbinden sie mich|je (?:veux|voudrais|souhaite)|puis-je|pouvez-vous me|passez-moi|quiero|quisiera|puedo|páseme)(?:\\s+\\S+){0,5}?\\s+";
const thanks =
  "(?:\\s+(?:please|bitte|s'il vous plaît|por favor|now|jetzt|instead|thanks|thank you|sprechen|verbinden))*";

const asked = new RegExp(`^${courtesy}(?:${wish}|${foreignWish})?${courtesy}(?:${persons})${thanks}$`, "u");

/**
 * Whether a sentence of these words does nothing but ask for a person: such a wish is met whatever the model makes of it. Anything
 * else, such as "can a person with a dog come in", is for the model to understand.
 */
export function asksForPerson(text: string): boolean {
  const sentences = text
    .toLowerCase()
    .replace(/’/g, "'")
    .split(/[.!?…]+/);
  return sentences.some((sentence) =>
    asked.test(
      sentence
        .replace(/[,;:]+/g, " ")
        .replace(/\s+/g, " ")
        .trim(),
    ),
  );
}
