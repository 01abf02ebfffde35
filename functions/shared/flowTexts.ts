import type { Knowledge, Sentences } from "./knowledge";
import { defaultSentencesOf } from "./sentences";

/** What the contact flow itself says to a caller, by where it is said. */
export interface FlowTexts {
  /** Before the person's phone is called. */
  readonly transfer: string;
  /** Before the tone where the business is closed. */
  readonly closed: string;
  /** Before the tone where the person was not reached. */
  readonly unreached: string;
  /** After the message: press 1 to be called back on another number. */
  readonly anotherNumber: string;
  /** Where a number is to be typed. */
  readonly typeNumber: string;
  /** Where what was typed is none. */
  readonly typeAgain: string;
  /** At the end; nobody knows whether anything was said. */
  readonly thanks: string;
  /** To a number that is blocked or over its calls a day. */
  readonly blocked: string;
  /** Where calls are recorded. */
  readonly recording: string;
  /** While the caller waits in a queue. */
  readonly queued: string;
}

type OwnTexts = Omit<FlowTexts, keyof Sentences>;

/** What the knowledge file cannot say, in the languages in which there are defaults for what it can. */
const ownTexts: Readonly<Record<string, OwnTexts>> & { readonly en: OwnTexts } = {
  en: {
    unreached:
      "I am sorry, nobody can take your call right now. Please leave your name, your number and a message after the tone.",
    anotherNumber: "To be called back on another number, press 1.",
    typeNumber: "Please type the number with its area code, then press the pound key.",
    typeAgain: "That is no number that we can call. Please type it again, then press the pound key.",
    thanks: "Thank you for calling. Goodbye.",
    blocked: "Thank you for calling. We cannot take your call. Goodbye.",
    queued: "You are in the queue. The next person who is free will take your call.",
  },
  de: {
    unreached:
      "Leider kann gerade niemand Ihren Anruf annehmen. Bitte hinterlassen Sie nach dem Ton Ihren Namen, Ihre Nummer und eine Nachricht.",
    anotherNumber: "Für einen Rückruf unter einer anderen Nummer drücken Sie die 1.",
    typeNumber: "Bitte geben Sie die Nummer mit Vorwahl ein und drücken Sie dann die Rautetaste.",
    typeAgain: "Diese Nummer können wir nicht anrufen. Bitte geben Sie sie noch einmal ein, dann die Rautetaste.",
    thanks: "Danke für Ihren Anruf. Auf Wiederhören.",
    blocked: "Danke für Ihren Anruf. Wir können ihn nicht annehmen. Auf Wiederhören.",
    queued: "Sie sind in der Warteschlange. Wer als Nächstes frei ist, nimmt Ihren Anruf an.",
  },
  fr: {
    unreached:
      "Désolé, personne ne peut prendre votre appel pour le moment. Après le signal, laissez votre nom, votre numéro et un message.",
    anotherNumber: "Pour être rappelé à un autre numéro, appuyez sur le 1.",
    typeNumber: "Composez le numéro avec son indicatif, puis appuyez sur la touche dièse.",
    typeAgain: "Nous ne pouvons pas appeler ce numéro. Composez-le encore une fois, puis la touche dièse.",
    thanks: "Merci de votre appel. Au revoir.",
    blocked: "Merci de votre appel. Nous ne pouvons pas le prendre. Au revoir.",
    queued: "Vous êtes dans la file d'attente. La première personne libre prendra votre appel.",
  },
  es: {
    unreached:
      "Lo siento, ahora nadie puede atender su llamada. Deje su nombre, su número y un mensaje después de la señal.",
    anotherNumber: "Para que le llamemos a otro número, pulse 1.",
    typeNumber: "Marque el número con su prefijo y pulse la tecla almohadilla.",
    typeAgain: "No podemos llamar a ese número. Márquelo otra vez y pulse la tecla almohadilla.",
    thanks: "Gracias por su llamada. Hasta luego.",
    blocked: "Gracias por llamar. No podemos atender su llamada. Hasta luego.",
    queued: "Está en la cola. La primera persona libre atenderá su llamada.",
  },
};

/** The contact flow's sentences for a business, in the language in which its other sentences are. */
export function flowTextsOf({ business, say }: Pick<Knowledge, "business" | "say">): FlowTexts {
  const own = ownTexts[defaultSentencesOf(business.languages).language] ?? ownTexts.en;
  return { ...own, transfer: say.transfer, closed: say.closed, recording: say.recording };
}
