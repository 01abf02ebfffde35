import { englishTurnWords } from "./turnWordsEnglish";
import { frenchTurnWords } from "./turnWordsFrench";
import { germanTurnWords } from "./turnWordsGerman";
import { spanishTurnWords } from "./turnWordsSpanish";

/**
 * What a language's words tell about whether somebody goes on speaking. Lists are words between blanks, in lower case and without
 * punctuation; a phrase has its own words between underscores, "i_would_like".
 */
export interface TurnWords {
  /** "um": the caller looks for words. */
  readonly pauseFillers: string;
  /** No sentence ends with them: articles, conjunctions, possessives, the beginnings of a wish. */
  readonly leadOn: string;
  /** "do" and "you" together: the verb is still to come. Empty where a language has no such questions. */
  readonly helperVerbs: string;
  readonly subjects: string;
  /** Prepositions and the like: they end a sentence only where a question's word belongs to them ("Who is it for?"). */
  readonly mostlyLeadOn: string;
  /** A question begins with them. */
  readonly questionStarts: string;
  /** A question that begins with them may end with a preposition. */
  readonly strandingQuestions: string;
  /** May stand before the first word of a question. */
  readonly beforeQuestions: string;
  /** Greetings, thanks, yes and no: more follows them as a rule. */
  readonly openers: string;
  /** What is said when all has been said. */
  readonly farewells: string;
  /** "I have a question": what it is comes next. */
  readonly announcements: string;
  /** A sentence is whole with them, and mostly says when, where or which after them: "Do you have anything". */
  readonly wantsMore: string;
  /** A wish, an order or a request has one of them. */
  readonly wishes: string;
  /** Of these the ones that are a wish in any sentence; the others are one at its head only: "put me down", "someone ran into me". */
  readonly plainWishes: string;
  /** Digits and numbers by their value; what has two digits is two digits of a phone number. */
  readonly numbers: Readonly<Record<string, number>>;
  /** "double": the next digit twice; "triple". */
  readonly repeats: Readonly<Record<string, number>>;
  /** Between a letter and the word that stands for it: "as_in". */
  readonly spellsAs: string;
  /** What ends with a preposition, and is whole: "the day before", "drop in". */
  readonly wholeWith: string;
  /** "Mrs.": a dot behind it ends no sentence, and a name follows. */
  readonly titles: string;
  /** The agent asks for a day and for an hour. */
  readonly asksForHour: RegExp;
  /** "But it's spelt oddly": the letters come next. */
  readonly spelt: string;
  /** "Can I get your number?": a yes to it gives nothing yet. */
  readonly requests: string;
  /** Who was asked for something and says one of them does not give it. */
  readonly refusals: string;
  /** "@" and "." as they are spoken. */
  readonly atSign: string;
  readonly dot: string;
  readonly months: string;
  readonly weekdays: string;
  /** Between a house's number and the end of the street's name, or what such a name begins with. */
  readonly streets: string;
  /** The town stands behind the postcode: "69003 Lyon". */
  readonly isTownLast: boolean;
  /** In an address a number or a name comes behind them: "apartment", "exit". */
  readonly beforeNumbers: string;
  /** Where a street's name comes after its kind: "rue de la Paix". */
  readonly isStreetKindFirst: boolean;
  /** What the agent's question, or the caller's own words, must contain for what follows to be a number, a name and so on. */
  readonly asksFor: Readonly<Record<Asked, RegExp>>;
}

/** What a caller has been asked for, or says that they will give. */
export type Asked = "number" | "code" | "lastFour" | "birth" | "name" | "email" | "date" | "address";

const byLanguage: Readonly<Record<string, TurnWords>> = {
  en: englishTurnWords,
  fr: frenchTurnWords,
  de: germanTurnWords,
  es: spanishTurnWords,
};

/** The words of the languages that a business speaks, BCP 47; English where none of them is known. */
export function turnWordsOf(languages: readonly string[]): readonly TurnWords[] {
  const known = languages.flatMap((language) => byLanguage[language.split("-", 1)[0]?.toLowerCase() ?? ""] ?? []);
  return known.length > 0 ? known : [englishTurnWords];
}

const lists = new Map<string, readonly (readonly string[])[]>();

function phrasesOf(list: string): readonly (readonly string[])[] {
  let phrases = lists.get(list);
  if (phrases === undefined) {
    phrases = list.split(/\s+/).map((phrase) => phrase.split("_"));
    lists.set(list, phrases);
  }
  return phrases;
}

/** How many of the last words are a phrase of the list; the longest counts, 0 where none does. */
export function endsWith(words: readonly string[], list: string): number {
  return longest(
    phrasesOf(list).filter((phrase) => phrase.every((word, at) => word === words[words.length - phrase.length + at])),
  );
}

/** The same for the first words. */
export function startsWith(words: readonly string[], list: string): number {
  return longest(phrasesOf(list).filter((phrase) => phrase.every((word, at) => word === words[at])));
}

/** Whether a phrase of the list stands anywhere. */
export function contains(words: readonly string[], list: string): boolean {
  return words.some((_, from) => startsWith(words.slice(from), list) > 0);
}

function longest(phrases: readonly (readonly string[])[]): number {
  return phrases.reduce((most, { length }) => Math.max(most, length), 0);
}
