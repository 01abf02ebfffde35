import type { Faq, Knowledge, Service } from "../../functions/shared/knowledge";
import type { Language } from "./language";
import { plain, type Token, tokenOf, tokensOf } from "./plainText";

/** A service or a question of the business with its words weighed, for one language. */
export interface Entry<T extends Service | Faq> {
  readonly item: T;
  /** The words of its name or question. */
  readonly head: readonly Token[];
  /** The word of it that says what kind of thing it is: `cut` of `women's cut with wash`. */
  readonly noun: Token | null;
  /** What stands right before a word of it, by the word's stem: `glutenfree` of `glutenfree noodles`. */
  readonly kinds: ReadonlyMap<string, Token>;
  /** How much each stem or meaning (`~`) counts: 1 in the head, less elsewhere. */
  readonly weights: ReadonlyMap<string, number>;
}

export interface KnowledgeIndex {
  readonly services: readonly Entry<Service>[];
  readonly faqs: readonly Entry<Faq>[];
  /** How much a token says: rare words more than common ones. */
  weigh(token: Token): number;
  /** Words that say nothing elsewhere and are what a service is: the `will` of a living will. */
  readonly nouns: ReadonlySet<string>;
  /** Whether any entry has this stem. */
  has(stem: string): boolean;
  /** Whether a service has this word, in its name or in what is said about it. */
  isOfServices(token: Token): boolean;
  /** The token, or what it was most likely meant to be where nobody knows it. */
  spell(token: Token): Token;
}

/** What a word counts that stands in the answer only, or in what is said about a service. */
export const aside = 0.6;
const lightness = 0.3;
const asMeaning = 0.9;
const asPart = 0.7;

const indexes = new WeakMap<Knowledge, Map<string, KnowledgeIndex>>();

/** The index of a business for a language; made once. */
export function indexOf(knowledge: Knowledge, language: Language): KnowledgeIndex {
  const byLanguage = indexes.get(knowledge) ?? new Map<string, KnowledgeIndex>();
  indexes.set(knowledge, byLanguage);
  const known = byLanguage.get(language.code);
  if (known) return known;
  const made = makeIndex(knowledge, language);
  byLanguage.set(language.code, made);
  return made;
}

function makeIndex(knowledge: Knowledge, language: Language): KnowledgeIndex {
  const services = knowledge.services.map((item) =>
    entry(item, item.name, nameTokens(item.name, language), [item.id, item.about ?? "", item.price ?? ""], language),
  );
  const faqs = knowledge.faqs.map((item) =>
    entry(item, item.question, tokensOf(plain(item.question, language), language), [item.id, item.answer], language),
  );
  const frequency = new Map<string, number>();
  for (const { weights } of [...services, ...faqs]) {
    for (const key of weights.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  const entries = services.length + faqs.length;
  // "Father and son" names a service, so there its words say much.
  const named = new Set(services.flatMap(({ head }) => head.map(({ stem }) => stem)));
  const vocabulary = [...frequency.keys()].filter((key) => !key.startsWith("~"));
  return {
    services,
    faqs,
    nouns: new Set(services.flatMap(({ noun }) => (noun && language.grammar.has(noun.word) ? [noun.word] : []))),
    isOfServices: (token) => services.some(({ weights }) => weights.has(token.stem) || weights.has(token.meaning)),
    has: (stem) => frequency.has(stem),
    weigh: ({ word, stem, meaning }) =>
      (language.light.has(word) && !named.has(stem) ? lightness : 1) *
      Math.log(1 + (entries + 1) / (frequency.get(stem) ?? frequency.get(meaning) ?? 1)),
    spell: (token) => {
      if (token.stem.length < 4 || token.meaning !== token.stem || frequency.has(token.stem)) return token;
      const meant = vocabulary.find((word) => isTypo(token.stem, word) || isShortened(token.stem, word));
      return meant === undefined ? token : { ...token, stem: meant, meaning: meant };
    },
  };
}

function entry<T extends Service | Faq>(
  item: T,
  head: string,
  headTokens: readonly Token[],
  asides: readonly string[],
  language: Language,
): Entry<T> {
  const weights = new Map<string, number>();
  const add = (token: Token, weight: number) => {
    weights.set(token.stem, Math.max(weight, weights.get(token.stem) ?? 0));
    const meaning = token.meaning;
    if (meaning !== token.stem) weights.set(meaning, Math.max(weight * asMeaning, weights.get(meaning) ?? 0));
  };
  for (const token of headTokens) add(token, 1);
  for (const text of asides)
    for (const token of tokensOf(plain(text.replace(/-/g, " "), language), language)) add(token, aside);
  return {
    item,
    head: headTokens,
    noun: nounOf(head, headTokens, language),
    kinds: kindsOf(head, headTokens, language),
    weights,
  };
}

function kindsOf(head: string, tokens: readonly Token[], language: Language): ReadonlyMap<string, Token> {
  const words = plain(head, language).split(" ");
  const kinds = new Map<string, Token>();
  for (const token of tokens) {
    const before = tokens.find(({ word }) => word === words[words.indexOf(token.word) - 1]);
    if (before && !language.cues.benign.test(before.word) && !language.saysPrice.test(before.word))
      kinds.set(token.stem, before);
  }
  return kinds;
}

/** "Living will" ends in a word that elsewhere says nothing, and is what it is about. */
function nameTokens(name: string, language: Language): readonly Token[] {
  const tokens = tokensOf(plain(name, language), language);
  const kind = plain(name.split(asideOfName)[0] ?? "", language).split(" ");
  const last = kind.at(-1) ?? "";
  if (language.nounFirst || kind.length < 2 || kind.length > 3 || !language.grammar.has(last)) return tokens;
  return [...tokens, tokenOf(last, language)];
}

/** What stands before one of these says what the thing is. */
const asideOfName = /[(,–—:/]|\s-\s|\s(?:with|for|of|without|at|on|in|and|mit|für|und|de|pour|avec|et|con|para|y)\s/i;

function nounOf(name: string, tokens: readonly Token[], language: Language): Token | null {
  const kind = new Set(plain(name.split(asideOfName)[0] ?? "", language).split(" "));
  const within = tokens.filter(({ word }) => kind.has(word));
  return (language.nounFirst ? within[0] : within.at(-1)) ?? tokens[0] ?? null;
}

/** How well a token is met by an entry, 0 to 1. */
export function matchOf(token: Token, { weights }: Entry<Service | Faq>, language: Language): number {
  const exact = weights.get(token.stem) ?? 0;
  const meant = token.meaning === token.stem ? 0 : (weights.get(token.meaning) ?? 0);
  const best = Math.max(exact, meant);
  if (best > 0 || !language.joinsWords || token.stem.length < 4) return best;
  for (const [key, weight] of weights) {
    if (
      key.length >= 4 &&
      (key.startsWith(token.stem) || key.endsWith(token.stem) || token.stem.startsWith(key) || token.stem.endsWith(key))
    ) {
      return weight * asPart;
    }
  }
  return 0;
}

/** How much of what was asked a question of the business covers, 0 to 1; a little less where it is about more. */
export function coverageOf(
  tokens: readonly Token[],
  faq: Entry<Faq>,
  index: KnowledgeIndex,
  language: Language,
): number {
  let asked = 0;
  let met = 0;
  let inHead = 0;
  for (const token of tokens) {
    const weight = index.weigh(token);
    const match = matchOf(token, faq, language);
    asked += weight;
    met += weight * match;
    if (match > aside) inHead++;
  }
  if (asked === 0) return 0;
  const precision = faq.head.length === 0 ? 0 : Math.min(1, inHead / faq.head.length);
  return (met / asked) * (0.8 + 0.2 * precision);
}

/** The same word in another language often lacks its last letter: `guided` and `guidée`. */
function isShortened(word: string, whole: string): boolean {
  return whole.length === word.length + 1 && whole.startsWith(word);
}

/** One letter too many, too few, other, or two swapped; the first letter is right. */
function isTypo(word: string, meant: string): boolean {
  if (Math.abs(word.length - meant.length) > 1 || meant.length < 5 || word[0] !== meant[0]) return false;
  let at = 0;
  while (at < word.length && word[at] === meant[at]) at++;
  const [rest, meantRest] = [word.slice(at), meant.slice(at)];
  return (
    rest.slice(1) === meantRest ||
    rest === meantRest.slice(1) ||
    rest.slice(1) === meantRest.slice(1) ||
    (rest[0] === meantRest[1] && rest[1] === meantRest[0] && rest.slice(2) === meantRest.slice(2))
  );
}
