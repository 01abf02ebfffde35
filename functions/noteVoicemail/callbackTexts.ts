/** What is said of the number on which a caller will be called back; by language. */
const saidBack: Readonly<Record<string, (number: string) => string>> = {
  en: (number) => `We will call you back on ${number}.`,
  de: (number) => `Wir rufen Sie zurück unter ${number}.`,
  fr: (number) => `Nous vous rappellerons au ${number}.`,
  es: (number) => `Le devolveremos la llamada al ${number}.`,
};

/** The number said back, in the language of a BCP 47 tag, English where there is no text in it. */
export function callbackText(number: string, tag: string): string {
  const say = saidBack[tag.split("-", 1)[0]?.toLowerCase() ?? ""] ?? saidBack.en;
  return say?.(number) ?? number;
}
