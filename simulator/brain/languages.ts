import type { BrainRequest } from "../../functions/voice/ports";
import { english } from "./english";
import { french } from "./french";
import { german } from "./german";
import type { Language } from "./language";
import { plain } from "./plainText";
import { spanish } from "./spanish";

const all: readonly Language[] = [english, german, french, spanish];

/**
 * The language in which a caller is to be understood and answered: of the business's languages (BCP 47) the one whose small
 * words the caller uses most, the first in doubt; English where only English fits.
 */
export function languageFor({ callerSaid, history }: BrainRequest, tags: readonly string[]): Language {
  const own = tags
    .map((tag) => all.find(({ code }) => tag.toLowerCase().startsWith(code)))
    .filter((found) => found !== undefined);
  const [main = english] = own;
  const said = [...history.slice(-2).map((exchange) => exchange.callerSaid), callerSaid, callerSaid].join(" ");
  const scores = new Map([...own, english].map((language) => [language, smallWordsIn(said, language)]));
  let best = main;
  for (const [language, score] of scores)
    if (score > (scores.get(best) ?? 0) + (own.includes(language) ? 0 : 2)) best = language;
  return best;
}

function smallWordsIn(said: string, language: Language): number {
  return plain(said, language)
    .split(" ")
    .filter((word) => language.grammar.has(word)).length;
}
