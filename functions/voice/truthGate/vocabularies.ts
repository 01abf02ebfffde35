import { english } from "./languages/english";
import { french } from "./languages/french";
import { type Lexicon, lexiconOf } from "./lexicon";
import type { Vocabulary } from "./vocabulary";

const vocabularies: Readonly<Record<string, Vocabulary>> = { en: english, fr: french };

/** The lexicon of the language that a text is in, of those that the business speaks; the first where they fit alike. */
export function lexiconFor(text: string, languages: readonly string[]): Lexicon {
  const spoken = languages.flatMap((tag) => {
    const found = vocabularies[tag.split("-", 1)[0]?.toLowerCase() ?? ""];
    return found === undefined ? [] : [lexiconOf(found)];
  });
  const [first, ...others] = spoken;
  if (first === undefined) return lexiconOf(english);
  if (others.length === 0) return first;
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const fit = ({ neutral }: Lexicon) => words.filter((word) => neutral.has(word)).length;
  return others.reduce((best, each) => (fit(each) > fit(best) ? each : best), first);
}
