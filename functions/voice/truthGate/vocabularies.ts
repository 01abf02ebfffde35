import { english, englishWithWeights } from "./languages/english";
import { french } from "./languages/french";
import { german } from "./languages/german";
import { spanish, spanishWithPesos } from "./languages/spanish";
import { type Lexicon, lexiconOf } from "./lexicon";
import type { Vocabulary } from "./vocabulary";

const vocabularies: Readonly<Record<string, Vocabulary>> = { en: english, fr: french, de: german, es: spanish };

/** Where the same language means something else by a sign or word: "$650" in Mexico, "up to 25 pounds" in Boise. */
const ofCountry: Readonly<Record<string, Vocabulary>> = Object.fromEntries([
  ...["mx", "ar", "co", "cl", "uy", "do", "cu"].map((country) => [`es-${country}`, spanishWithPesos]),
  ...["us", "ca", "au", "nz"].map((country) => [`en-${country}`, englishWithWeights]),
]);

/**
 * The lexicon of the language that a text is in, of those that the business speaks; where they closeness alike, that of the words beside
 * it, and else the first.
 */
export function lexiconFor(text: string, languages: readonly string[], beside = ""): Lexicon {
  const spoken = spokenIn(languages);
  const [first = lexiconOf(english), ...others] = spoken;
  const words = wordsOf(text);
  // English is spoken to callers who speak nothing else, where it is clear that they do.
  const inEnglish = lexiconOf(english);
  const isEnglish = () =>
    neutralAmong(words, inEnglish) > Math.max(...[first, ...others].map((each) => neutralAmong(words, each))) + 2;
  if (!spoken.some(({ vocabulary }) => vocabulary.code === english.code) && isEnglish()) return inEnglish;
  if (others.length === 0) return first;
  const besideWords = wordsOf(beside);
  const closeness = (lexicon: Lexicon) => understood(words, lexicon) + understood(besideWords, lexicon) / 1000;
  return others.reduce((best, each) => (closeness(each) > closeness(best) ? each : best), first);
}

function spokenIn(languages: readonly string[]): Lexicon[] {
  return languages.flatMap((tag) => {
    const written = tag.toLowerCase();
    const found = ofCountry[written] ?? vocabularies[written.split("-", 1)[0] ?? ""];
    return found === undefined ? [] : [lexiconOf(found)];
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

function neutralAmong(words: readonly string[], { neutral }: Lexicon): number {
  return words.filter((word) => neutral.has(word)).length;
}

/** Words that join others tell a language best; numbers, days and words of the tables tell it too. */
function understood(words: readonly string[], lexicon: Lexicon): number {
  return words.reduce((sum, word) => sum + (lexicon.neutral.has(word) ? 2 : lexicon.knows(word) ? 1 : 0), 0);
}

const between = /\s+[/|]\s+/;
const inBrackets = /^(.*\S)\s*\(([^()]*\p{L}{3}[^()]*)\)\s*$/su;

/**
 * A text that a business has written in two languages, in one of them: "Road lesson / Leçon de conduite", "Theory class (cours
 * théorique)". Whole where it is in one language.
 */
export function wordedIn(text: string, { vocabulary }: Lexicon, languages: readonly string[]): string {
  if (spokenIn(languages).length < 2) return text;
  const brackets = inBrackets.exec(text);
  const parts = between.test(text) ? text.split(between) : brackets === null ? [text] : brackets.slice(1);
  const codes = parts.map((part) => lexiconFor(part, languages).vocabulary.code);
  if (new Set(codes).size < 2) return text;
  const own = parts.filter((_, index) => codes[index] === vocabulary.code);
  return own.length === 0 ? text : own.join(" ");
}
