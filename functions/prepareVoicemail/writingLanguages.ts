import { LanguageCode } from "@aws-sdk/client-transcribe";

const known: readonly LanguageCode[] = Object.values(LanguageCode);
/** What a language is taken to be where the business does not say which. */
const usual: Readonly<Record<string, LanguageCode>> = {
  en: "en-US",
  es: "es-US",
  de: "de-DE",
  fr: "fr-FR",
  pt: "pt-BR",
  zh: "zh-CN",
  ar: "ar-AE",
};

/** In which languages a message is written down, from the business's (BCP 47, the default first); English where none is known. */
export function writingLanguages(languages: readonly string[]): readonly LanguageCode[] {
  const codes = new Map<string, LanguageCode>();
  for (const tag of languages) {
    const [language = ""] = tag.toLowerCase().split("-", 1);
    const exact = known.find((code) => code.toLowerCase() === tag.toLowerCase());
    const code = exact ?? usual[language] ?? known.find((one) => one.startsWith(`${language}-`));
    if (code !== undefined && !codes.has(language)) codes.set(language, code);
  }
  return codes.size > 0 ? [...codes.values()] : ["en-US"];
}
