import { english } from "./languages/english";
import { french } from "./languages/french";
import { german } from "./languages/german";
import { spanish } from "./languages/spanish";
import { type Lexicon, lexiconOf } from "./lexicon";
import type { Vocabulary } from "./vocabulary";

const vocabularies: Readonly<Record<string, Vocabulary>> = { en: english, fr: french, de: german, es: spanish };

/** The lexicon of the language that a text is in, of those that the business speaks; the first where they fit alike. */
export function lexiconFor(text: string, languages: readonly string[]): Lexicon {
  const spoken = languages.flatMap((tag) => {
    const found = vocabularies[tag.split("-", 1)[0]?.toLowerCase() ?? ""];
    return found === undefined ? [] : [lexiconOf(found)];
  });
  const [first = lexiconOf(english), ...others] = spoken;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const understood = ({ neutral }: Lexicon) => words.filter((word) => neutral.has(word)).length;
  // English is spoken to callers who speak nothing else, where it is clear that they do.
  const inEnglish = lexiconOf(english);
  if (!spoken.includes(inEnglish) && understood(inEnglish) > Math.max(understood(first), ...others.map(understood)) + 2)
    return inEnglish;
  return others.reduce((best, each) => (understood(each) > understood(best) ? each : best), first);
}
