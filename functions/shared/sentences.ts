import type { Sentences } from "./knowledge";

/** What a language's fixed sentences are where a business says nothing else. `{name}` is the business, but the caller in readBack and booked. */
export const defaultSentences: Readonly<Record<string, Sentences>> & { readonly en: Sentences } = {
  en: {
    greeting: "Hi, this is the AI assistant of {name}. To speak to a person, say representative. How can I help?",
    recording: "This call is recorded.",
    closed:
      "Thank you for calling {name}. We are closed right now. Please leave your name, your number and a message after the tone.",
    readBack: "So that is {service}, {start}, for {name}. Is that right?",
    booked: "You are booked: {service}, {start}. See you then, {name}.",
    taken: "I am sorry, that time is taken.",
    transfer: "I will put you through to a person. One moment, please.",
    waiting: "Take your time.",
    offerCallback: "Shall we call you back?",
    farewell: "Thank you for calling {name}. Goodbye.",
    fillers: ["Okay.", "One moment, please.", "Let me check that for you.", "Let me have a look."],
  },
  de: {
    greeting:
      "Guten Tag, hier ist der KI-Assistent von {name}. Wenn Sie mit einem Menschen sprechen möchten, sagen Sie Mitarbeiter. Wie kann ich helfen?",
    recording: "Dieses Gespräch wird aufgezeichnet.",
    closed:
      "Danke für Ihren Anruf bei {name}. Wir haben gerade geschlossen. Bitte hinterlassen Sie nach dem Ton Ihren Namen, Ihre Nummer und eine Nachricht.",
    readBack: "Also {service}, {start}, für {name}. Ist das richtig?",
    booked: "Ihr Termin steht: {service}, {start}. Bis dann, {name}.",
    taken: "Dieser Termin ist leider schon vergeben.",
    transfer: "Ich verbinde Sie mit einem Menschen. Einen Moment, bitte.",
    waiting: "Lassen Sie sich Zeit.",
    offerCallback: "Sollen wir Sie zurückrufen?",
    farewell: "Danke für Ihren Anruf bei {name}. Auf Wiederhören.",
    fillers: ["Gut.", "Einen Moment, bitte.", "Ich sehe gleich nach.", "Ich schaue kurz."],
  },
  fr: {
    greeting:
      "Bonjour, ici l'assistant IA de {name}. Pour parler à une personne, dites conseiller. Comment puis-je vous aider ?",
    recording: "Cet appel est enregistré.",
    closed:
      "Merci d'avoir appelé {name}. Nous sommes fermés en ce moment. Après le signal, laissez votre nom, votre numéro et un message.",
    readBack: "Donc {service}, {start}, pour {name}. C'est bien cela ?",
    booked: "C'est réservé : {service}, {start}. À bientôt, {name}.",
    taken: "Désolé, ce créneau est déjà pris.",
    transfer: "Je vous passe une personne. Un instant, s'il vous plaît.",
    waiting: "Prenez votre temps.",
    offerCallback: "Voulez-vous être rappelé ?",
    farewell: "Merci d'avoir appelé {name}. Au revoir.",
    fillers: ["Bien.", "Un instant, s'il vous plaît.", "Je vérifie cela.", "Je regarde."],
  },
  es: {
    greeting:
      "Hola, soy el asistente de IA de {name}. Para hablar con una persona, diga representante. ¿En qué puedo ayudarle?",
    recording: "Esta llamada se graba.",
    closed:
      "Gracias por llamar a {name}. Ahora está cerrado. Deje su nombre, su número y un mensaje después de la señal.",
    readBack: "Entonces, {service}, {start}, a nombre de {name}. ¿Es correcto?",
    booked: "Ya está reservado: {service}, {start}. Hasta entonces, {name}.",
    taken: "Lo siento, esa hora ya está ocupada.",
    transfer: "Le paso con una persona. Un momento, por favor.",
    waiting: "Tómese su tiempo.",
    offerCallback: "¿Quiere que le llamemos?",
    farewell: "Gracias por llamar a {name}. Hasta luego.",
    fillers: ["Vale.", "Un momento, por favor.", "Déjeme comprobarlo.", "Lo miro enseguida."],
  },
};

/** The default sentences of the first language that has some, and English where none has. */
export function defaultSentencesOf(languages: readonly string[]): {
  readonly language: string;
  readonly say: Sentences;
} {
  for (const tag of languages) {
    const language = tag.split("-", 1)[0] ?? "";
    const say = Object.hasOwn(defaultSentences, language) ? defaultSentences[language] : undefined;
    if (say !== undefined) return { language, say };
  }
  return { language: "en", say: defaultSentences.en };
}

/** Puts values into `{placeholders}`; one that has no value stays as it is. */
export function fillIn(sentence: string, values: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? placeholder) : placeholder,
  );
}
