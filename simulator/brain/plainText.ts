import type { Language } from "./language";

/**
 * A caller's words as the tables expect them: small letters without accents, one blank between words, no punctuation but the
 * colon inside a time, the point inside a figure and the marks of money.
 */
export function plain(text: string, language: Language): string {
  const known = read.get(language) ?? new Map<string, string>();
  read.set(language, known);
  const found = known.get(text) ?? makePlain(text, language);
  // The words of a call are looked at many times; those of the calls before are not.
  if (known.size >= mostRemembered) known.clear();
  known.set(text, found);
  return found;
}

const mostRemembered = 200;
const read = new WeakMap<Language, Map<string, string>>();

function makePlain(text: string, language: Language): string {
  let words = text
    .toLowerCase()
    .replace(/ß/g, "ss")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[’‘`]/g, "'")
    .replace(/\b([ap])\.\s?m\b\.?/g, "$1m")
    .replace(/(\d),(\d{3})(?!\d)/g, "$1$2")
    .replace(/(\d)[.,](?=\d)/g, "$1.")
    .replace(/[^\p{L}\p{N}:.$€£'&+]|[.:](?!\d)|(?<!\d)[.:]/gu, " ")
    .replace(/&/g, " and ");
  words = ` ${words} `;
  for (const [from, to] of language.rewrites) words = words.replace(from, to);
  return words.replace(/'/g, "").replace(/\s+/g, " ").trim();
}

/** A word without its endings, so that `trims`, `trimmed` and `trimming` are one. Light on purpose: it need only be even-handed. */
export function stem(word: string, language: Language): string {
  if (/\d/.test(word) || word.length < 4) return word;
  const stemmed = language.twiceEnded === null ? withoutEnding(word, language.endings) : unwound(word, language);
  return stemmed.replace(/([^aeiou])\1$/, "$1").replace(/(?<=..)[ey]$/, "");
}

/** `neutering` comes to what `neuter` comes to. */
function unwound(word: string, { endings, twiceEnded }: Language): string {
  const once = withoutEnding(word, endings);
  return once !== word && twiceEnded?.test(once) ? withoutEnding(once, endings) : once;
}

function withoutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= 3);
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** A word that says something, with its meaning: the same for all words that mean the same to a caller. */
export interface Token {
  readonly word: string;
  readonly stem: string;
  readonly meaning: string;
}

/** The words of plain text that say something. */
export function tokensOf(text: string, language: Language): Token[] {
  return text
    .split(" ")
    .filter((word) => word !== "" && !language.grammar.has(word))
    .map((word) => tokenOf(word, language));
}

/** A word as a token, whether it says something or not. */
export function tokenOf(word: string, language: Language): Token {
  const stemmed = stem(word, language);
  return { word, stem: stemmed, meaning: meaningsOf(language).get(stemmed) ?? stemmed };
}

const subjectMeanings = new WeakMap<Language, ReadonlySet<string>>();

/** Whether a token says whom or what something is for. */
export function isSubject({ meaning }: Token, language: Language): boolean {
  const known =
    subjectMeanings.get(language) ?? new Set([...language.subjects].map((word) => tokenOf(word, language).meaning));
  subjectMeanings.set(language, known);
  return known.has(meaning);
}

const meanings = new WeakMap<Language, Map<string, string>>();

function meaningsOf(language: Language): Map<string, string> {
  const known = meanings.get(language);
  if (known) return known;
  const made = new Map<string, string>();
  for (const group of language.synonyms) {
    const meaning = stem(group[0] ?? "", language);
    for (const word of group) made.set(stem(word, language), `~${meaning}`);
  }
  meanings.set(language, made);
  return made;
}

const everywhere = new WeakMap<RegExp, RegExp>();

/** The text without whatever an expression fits, everywhere. */
export function strip(text: string, expression: RegExp): string {
  const known = everywhere.get(expression) ?? new RegExp(expression.source, "gu");
  everywhere.set(expression, known);
  return text.replace(known, " ");
}
