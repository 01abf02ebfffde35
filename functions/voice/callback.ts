import { agrees } from "./agrees";
import type { Conversation, Turn } from "./state";

/** Whether the caller says yes to the offer to call them back. It was the last that they heard, or the goodbye after it was cut short. */
export function isCallbackAgreed({ mouth, call, readBack }: Conversation, { index, callerSaid }: Turn): boolean {
  // A yes after a read-back books.
  if (readBack !== null || !agrees(callerSaid)) return false;
  const heard = mouth.filter(({ turn, status, heardMs }) => turn !== index && (status === "heard" || heardMs > 0));
  const asides = heard.slice(heard.findLastIndex(({ kind }) => kind !== "aside") + 1);
  return asides.some(({ text, status }) => status === "heard" && call.knowledge.say.offerCallback.endsWith(text));
}

const promises: Readonly<Record<string, string>> = {
  en: "Thank you. Somebody will call you back at this number. Goodbye.",
  de: "Danke. Sie werden unter dieser Nummer zurückgerufen. Auf Wiederhören.",
  fr: "Merci. On vous rappellera à ce numéro. Au revoir.",
  es: "Gracias. Le llamaremos a este número. Adiós.",
};

/** What the caller is told who is to be called back; somebody is given the task when the call is over. */
export function callbackPromise(language: string): string {
  return promises[language.split("-", 1)[0]?.toLowerCase() ?? ""] ?? promises.en ?? "";
}
