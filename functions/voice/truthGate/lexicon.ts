import type { Vocabulary } from "./vocabulary";

/** A vocabulary made quick to look up. */
export interface Lexicon {
  readonly vocabulary: Vocabulary;
  readonly neutral: Words;
  /** Names of places like ours that are many, and so are not ours. */
  readonly premises: Words;
  readonly askable: Words;
  readonly copula: ReadonlySet<string>;
  readonly we: ReadonlySet<string>;
  readonly you: ReadonlySet<string>;
  readonly they: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  readonly finite: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly without: ReadonlySet<string>;
  /** Phrases of several words by their first, longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** The name under which a word is compared: its concept, or else its stem. */
  keyOf(word: string): string;
  stemOf(word: string): string;
  /** Whether a word stands in the tables, is a number or names a day. */
  knows(word: string): boolean;
  /** Whether a word with a capital inside a sentence is a name; where all nouns have one, those that no table has. */
  isName(word: string): boolean;
  /** A noun that claims nothing, and may be a part of a name. */
  isThing(word: string): boolean;
  /** The key of the known word that a compound ends in; null where there is none. */
  headOf(word: string): string | null;
  /** The stem without accents. */
  rootOf(word: string): string;
  /** The stem of its dictionary form. */
  lemmaStemOf(word: string): string;
  /** Whether a word says next to nothing beside others. */
  isLight(word: string): boolean;
  /** What a key has to do with others; null where it has nothing. */
  tiesOf(key: string): Ties | null;
  /** Phrases that mean the same as something else in some places, by the stem of their first word; in any inflection. */
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

export interface Span {
  readonly stems: readonly string[];
  readonly key: string;
}

/** Keys that have to do with another. */
export interface Ties {
  /** They say the same somewhere. */
  readonly alike: readonly string[];
  /** It is one of them. */
  readonly kinds: readonly string[];
  /** It can not be them as well. */
  readonly opposites: readonly string[];
}

/** Concepts that bind words together or bound figures: no number counts them. */
export const bindingKeys: ReadonlySet<string> = new Set(
  "not but and or only all except if unless evenIf from startsAt atLeast atMost moreThan lessThan within orMore orLess roughly exactly open isOpen close closed until between to at now again cost duration included extra before after free".split(
    " ",
  ),
);

/** A set of words in all their forms. */
export type Words = Pick<ReadonlySet<string>, "has">;

export interface Phrase {
  readonly words: readonly string[];
  readonly key: string;
}

const leastStem = 3;
/** Shorter ends of words are endings: `-tag`. */
const leastHead = 5;
const lexicons = new WeakMap<Vocabulary, Lexicon>();

/** Made once for each vocabulary. */
export function lexiconOf(vocabulary: Vocabulary): Lexicon {
  const known = lexicons.get(vocabulary);
  if (known !== undefined) return known;
  const made = makeLexicon(vocabulary);
  lexicons.set(vocabulary, made);
  return made;
}

/**
 * `\\b` of a regular expression knows the letters of English only: here it is the edge of a word in any script.
 */
function wordEdged(pattern: RegExp): RegExp {
  // Written out for Latin script: the classes of all scripts take half a second to compile at a call's start.
  const letter = "[a-zA-Z0-9\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u024f\\u1e00-\\u1eff]";
  const edge = `(?:(?<!${letter})(?=${letter})|(?<=${letter})(?!${letter}))`;
  const flags = pattern.flags.includes("u") ? pattern.flags : `${pattern.flags}u`;
  return new RegExp(pattern.source.replace(/\\b/g, edge), flags);
}

function withWordEdges(vocabulary: Vocabulary): Vocabulary {
  const {
    done,
    aboutSelf,
    frames,
    callerFrames,
    unknowing,
    asking,
    openQuestion,
    offering,
    ours,
    promise,
    bareAssertion,
  } = vocabulary;
  return {
    ...vocabulary,
    rewrites: vocabulary.rewrites.map(([pattern, written]) => [wordEdged(pattern), written]),
    frames: frames.map(wordEdged),
    callerFrames: callerFrames.map(wordEdged),
    aboutSelf: wordEdged(aboutSelf),
    done: wordEdged(done),
    givingBack: wordEdged(vocabulary.givingBack),
    unknowing: wordEdged(unknowing),
    asking: wordEdged(asking),
    requests: {
      asked: wordEdged(vocabulary.requests.asked),
      told: wordEdged(vocabulary.requests.told),
      what: wordEdged(vocabulary.requests.what),
      more: wordEdged(vocabulary.requests.more),
    },
    openQuestion: wordEdged(openQuestion),
    offering: wordEdged(offering),
    ours: wordEdged(ours),
    promise: wordEdged(promise),
    bareAssertion: wordEdged(bareAssertion),
  };
}

function makeLexicon(written: Vocabulary): Lexicon {
  const vocabulary = withWordEdges(written);
  const stems = new Map<string, string>();
  const stemOf = (word: string): string => {
    const remembered = stems.get(word);
    if (remembered !== undefined) return remembered;
    const plural = vocabulary.plural.test(word) ? word.slice(0, -1) : word;
    const stem = stemmed(plural, vocabulary.endings);
    if (stems.size < 20_000) stems.set(word, stem);
    return stem;
  };
  const lemmas = new Map<string, string>();
  const lemmaOf = (word: string): string => {
    const remembered = lemmas.get(word);
    if (remembered !== undefined) return remembered;
    const lemma = vocabulary.lemma?.(word) ?? word;
    if (lemmas.size < 20_000) lemmas.set(word, lemma);
    return lemma;
  };
  const inAllForms = (text: string): Words => {
    const words = wordsOf(text);
    if (vocabulary.lemma === undefined) return words;
    // A word that a concept lists says what that says: "solo" is no form of "soler".
    return { has: (word) => words.has(word) || (!byWord.has(word) && words.has(lemmaOf(word))) };
  };
  const byWord = new Map<string, string>();
  const byStem = new Map<string, string>();
  const phrases = new Map<string, Phrase[]>();
  for (const [key, listed] of Object.entries(vocabulary.concepts)) {
    for (const phrase of listed.split(",").map((each) => each.trim())) {
      const words = phrase.split(/\s+/);
      const [first = ""] = words;
      if (words.length > 1) phrases.set(first, [...(phrases.get(first) ?? []), { words, key }]);
      else {
        byWord.set(first, key);
        const stem = stemOf(first);
        // What is left of a long word may be another: "par" of "parent".
        if (
          // "Mai" is no "mais".
          !(bindingKeys.has(key) && first.length <= 4 && stem !== first) &&
          (stem.length > leastStem || first.startsWith(stem) === false || first.length - stem.length < 2) &&
          !byStem.has(stem)
        )
          byStem.set(stem, key);
      }
    }
  }
  const keyOf = (word: string): string => {
    const own = byWord.get(word);
    if (own !== undefined) return own;
    const lemma = lemmaOf(word);
    const plain = lemma.normalize("NFD").replace(/\p{M}/gu, "");
    const known = byWord.get(lemma) ?? byStem.get(stemOf(lemma)) ?? byWord.get(plain);
    if (known !== undefined) return known;
    const stem = stemOf(plain);
    // "Noten" is no "not": a stem that looks like a name that the gate knows is another word.
    return vocabulary.code !== "en" && bindingKeys.has(stem) ? `${stem}-` : stem;
  };
  const spans = new Map<string, Span[]>();
  /** The key of a word or phrase of a table; a phrase that no concept has is its own. */
  const keyOfListed = (listed: string): string => {
    const words = listed.split(/\s+/);
    const [first = ""] = words;
    if (words.length === 1) return keyOf(first);
    const known = phrases.get(first)?.find((phrase) => phrase.words.join(" ") === listed);
    if (known !== undefined) return known.key;
    const stems = words.map((word) => stemOf(lemmaOf(word)));
    const [stem = ""] = stems;
    const others = spans.get(stem) ?? [];
    if (!others.some(({ key }) => key === listed)) spans.set(stem, [...others, { stems, key: listed }]);
    return listed;
  };
  const ties = tiesFrom(vocabulary, keyOfListed);
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  const endsInKnown = (word: string): string | null => {
    if (vocabulary.hasCompounds !== true) return null;
    for (let at = leastStem; at <= word.length - leastHead; at++) {
      const end = word.slice(at);
      const key = byWord.get(end) ?? byWord.get(lemmaOf(end));
      if (key !== undefined) return key;
    }
    return null;
  };
  const neutral = inAllForms(vocabulary.neutral);
  const askable = inAllForms(vocabulary.askable);
  const things = wordsOf(vocabulary.things ?? "");
  const named = new Set([
    ...Object.keys(vocabulary.numbers.words),
    ...Object.keys(vocabulary.figures.minutes),
    ...Object.keys(vocabulary.figures.months),
    ...[...vocabulary.calendar.weekdays, ...vocabulary.calendar.months].flatMap((words) => words.split(" ")),
  ]);
  const light = new Set(
    [...wordsOf(vocabulary.light ?? "")].filter((word) => word !== "").map((word) => stemOf(lemmaOf(word))),
  );
  return {
    vocabulary,
    neutral,
    premises: wordsOf(vocabulary.premises ?? ""),
    askable,
    copula: wordsOf(vocabulary.copula),
    we: wordsOf(vocabulary.we),
    you: wordsOf(vocabulary.you),
    they: wordsOf(vocabulary.they),
    about: wordsOf(vocabulary.about),
    finite: wordsOf(vocabulary.finite),
    relative: wordsOf(vocabulary.relative),
    without: wordsOf(vocabulary.without),
    phrases,
    stemOf,
    isThing: (word) => things.has(word) || (word.endsWith("s") && things.has(word.slice(0, -1))),
    headOf: (word) => endsInKnown(word),
    rootOf: (word) => stemOf(word.normalize("NFD").replace(/\p{M}/gu, "")),
    keyOf,
    isName: (word) =>
      vocabulary.namesAreCapital ||
      !(
        neutral.has(word) ||
        byWord.has(word) ||
        byStem.has(stemOf(word)) ||
        lemmaOf(word) !== word ||
        ties.has(keyOf(word)) ||
        endsInKnown(word)
      ),
    knows: (word) => byWord.has(word) || byWord.has(lemmaOf(word)) || named.has(word),
    lemmaStemOf: (word) => stemOf(lemmaOf(word)),
    isLight: (word) => light.has(stemOf(lemmaOf(word))),
    tiesOf: (key) => ties.get(key) ?? null,
    spans,
  };
}

/** What binds or counts says the same as nothing else. */
const neverTied: ReadonlySet<string> = new Set(
  "not but and or only all any if unless except evenIf indeed both".split(" "),
);

type Tied = "alike" | "kinds" | "opposites";

function tiesFrom(
  { alike = [], kinds = {}, opposites = [] }: Vocabulary,
  keyOf: (listed: string) => string,
): ReadonlyMap<string, Ties> {
  const keysOf = (listed: string) => [...new Set(listed.split(",").map((each) => keyOf(each.trim())))];
  const tied: Record<Tied, Map<string, Set<string>>> = { alike: new Map(), kinds: new Map(), opposites: new Map() };
  const tie = (how: Tied, from: string, to: string) => {
    if (from !== to && !neverTied.has(from) && !neverTied.has(to))
      tied[how].set(from, (tied[how].get(from) ?? new Set()).add(to));
  };
  for (const group of alike) {
    // What stands behind an arrow is only said with the words before it, and not the other way round.
    const [both = [], behind = []] = group.split(">").map(keysOf);
    for (const to of both) for (const from of behind.length > 0 ? behind : both) tie("alike", from, to);
  }
  for (const [kind, listed] of Object.entries(kinds)) for (const key of keysOf(listed)) tie("kinds", key, keyOf(kind));
  for (const line of opposites) {
    const [left = [], right = []] = line.split(/[/>]/).map(keysOf);
    for (const from of left)
      for (const to of right) {
        tie("opposites", from, to);
        if (!line.includes(">")) tie("opposites", to, from);
      }
  }
  // A poodle is a dog, and so a pet.
  const above = (key: string, seen: Set<string>): Set<string> => {
    for (const kind of tied.kinds.get(key) ?? []) if (!seen.has(kind)) above(kind, seen.add(kind));
    return seen;
  };
  const keys = new Set(Object.values(tied).flatMap((each) => [...each.keys()]));
  return new Map(
    [...keys].map((key) => [
      key,
      {
        alike: [...(tied.alike.get(key) ?? [])],
        kinds: [...above(key, new Set())],
        opposites: [...(tied.opposites.get(key) ?? [])],
      },
    ]),
  );
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** One short vowel between consonants: only an `e` behind it tells `care` from `car`, and `caring` from `barring`. */
function isShort(stem: string): boolean {
  return /^[^aeiou]{1,3}[aeiou][bcdfgjklmnprtvz]$/.test(stem);
}

/** Without its ending, and with one consonant where the ending had doubled it: `trimming` and `trims` are `trim`. */
function stemmed(word: string, endings: readonly string[]): string {
  const ending = endings.find((each) => word.endsWith(each) && word.length - each.length >= leastStem);
  if (ending === undefined || (ending === "s" && word.endsWith("ss"))) return word;
  const stem = word.slice(0, word.length - ending.length);
  if (endings.includes("ing") && isShort(stem.replace(/e$/, "")) && /^(?:e|es|ed|ing|ly)$/.test(ending))
    return ending === "ly" ? stem : `${stem}e`;
  if (ending === "ies" || ending === "ied") return `${stem}y`;
  if (/^(ing|ed)$/.test(ending) && /([bdgkmnprt])\1$/.test(stem)) return stem.slice(0, -1);
  return stem.length > leastStem && stem.endsWith("e") ? stem.slice(0, -1) : stem;
}
