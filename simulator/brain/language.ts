/** What the offline brain needs to know of a language; the tables beside this file fill it. Words are plain (`plain` in plainText.ts). */
export interface Language {
  /** BCP 47, without region. */
  readonly code: string;
  /** Replacements in plain text before anything is read: contractions, spellings, words that are written apart or together. */
  readonly rewrites: readonly (readonly [RegExp, string])[];
  /** Words that say nothing about what is asked. */
  readonly grammar: ReadonlySet<string>;
  /** Words that say little. */
  readonly light: ReadonlySet<string>;
  /** Words before the name of a thing: behind them a `will` or an `opening` is one. */
  readonly determiners: ReadonlySet<string>;
  /** Whom or what services are for, where one is not the other: `dog`, `kid`. */
  readonly subjects: ReadonlySet<string>;
  /** Words that mean the same to a caller; one list a meaning. */
  readonly synonyms: readonly (readonly string[])[];
  /** Endings that are taken off a word, longest first. */
  readonly endings: readonly string[];
  /** What is left of a word without its ending has one more: `neuter` of `neutering`; null where no word has two. */
  readonly twiceEnded: RegExp | null;
  /** Words are written together, so a part of a word counts. */
  readonly joinsWords: boolean;
  /** The kind of a thing is said first: `coupe femme`, where English says `women's cut`. */
  readonly nounFirst: boolean;
  /** Names of services begin with a small letter inside a sentence. */
  readonly lowersNames: boolean;
  /** The article at the end of a text, `a`. */
  readonly article: RegExp;
  /** Whether a service's name is a plural. */
  isPlural(name: string): boolean;
  /** What about a service says how long it takes. */
  readonly lasts: RegExp;
  /** What in an answer says what something costs. */
  readonly saysPrice: RegExp;
  /** Whether most of the country rests on a date, so that a file's silence about it means nothing. */
  isDayOff(date: string): boolean;
  /** What starts a further question in one breath, `and what …`; global. */
  readonly joint: RegExp;
  readonly cues: Readonly<Record<Cue, RegExp>>;
  readonly clock: ClockWords;
  readonly calendar: CalendarWords;
  readonly phrases: Readonly<Record<Phrase, string>>;
}

/** What a caller may be after, as far as single words show it. */
export type Cue =
  | "person"
  | "complaint"
  | "emergency"
  | "goodbye"
  | "nothingElse"
  | "thanks"
  | "greeting"
  | "areYouThere"
  | "areYouReal"
  | "sayAgain"
  | "wait"
  | "yes"
  | "no"
  | "book"
  | "isFree"
  | "mayBook"
  | "cancel"
  | "move"
  | "isPolicy"
  | "forgetIt"
  | "price"
  | "duration"
  | "offer"
  | "about"
  | "hours"
  | "isOpen"
  | "week"
  | "where"
  | "phone"
  | "businessName"
  | "services"
  | "prices"
  | "holidays"
  | "it"
  | "also"
  | "each"
  | "nameIs"
  | "bareName"
  /** `… is my name`: the words before it are the name. */
  | "isTheName"
  /** `for …` at the end of a wish; the group is the name. */
  | "nameFor"
  | "aboutTime"
  | "aboutName"
  | "aboutService"
  | "demographic"
  | "benign"
  /** Groups first, second, third, last. */
  | "choice"
  | "isQuestion"
  /** A question of the agent that a bare no answers with goodbye: `Anything else?` */
  | "anythingElse"
  /** `what pizzas do you have`; the group is the kind. */
  | "whichKinds";

export interface ClockWords {
  /** Number words, 0 to 59. */
  readonly numbers: Readonly<Record<string, number>>;
  /** `{h}` an hour, `{m}` minutes, in words or figures; read from the first that fits. */
  readonly patterns: readonly ClockPattern[];
  /** Words that settle before or after noon. */
  readonly morning: RegExp;
  readonly afternoon: RegExp;
  /** Words for the night that begins on a day, so that its one o'clock is on the next date. */
  readonly night: RegExp;
  /** How a bare hour is introduced, `at`. */
  readonly bareHour: RegExp;
}

export interface ClockPattern {
  readonly pattern: string;
  /** What `{m}` does to the hour: added (1) or taken off (-1). @default 1 */
  readonly sign?: 1 | -1;
  /** Minutes added where there is no `{m}`. @default 0 */
  readonly plus?: number;
  /** A time that needs no hour, minutes from midnight. */
  readonly fixed?: number;
}

export interface CalendarWords {
  /** Monday first. */
  readonly weekdays: readonly RegExp[];
  /** Said of every such day, not of the next one: `Saturdays`. */
  readonly everyWeek: RegExp;
  readonly weekend: RegExp;
  readonly workdays: RegExp;
  readonly today: RegExp;
  /** The night under way, or the next. */
  readonly tonight: RegExp;
  /** Other words of dates, which say nothing else: `tomorrow`, `next week`, the months. */
  readonly dayWords: RegExp;
  /** Before the name of a feast. */
  readonly dayAfter: RegExp;
  readonly dayBefore: RegExp;
  readonly ordinals: Readonly<Record<string, number>>;
  /** A day of the month without its month, `the 24th`; the first group is the number. */
  readonly dayOfMonth: RegExp;
  /** Feasts with a date of their own: `12-25`, or days from Easter Sunday, or what `feastDate` names. */
  readonly feasts: readonly (readonly [RegExp, string | number])[];
}

export type Phrase =
  | "priceIs"
  | "priceIsA"
  | "pricesAre"
  | "takes"
  | "takesA"
  | "takeMany"
  | "yesWeDo"
  | "openOn"
  | "closedOn"
  | "yes"
  | "no"
  | "through"
  | "iAmAi"
  | "weOffer"
  | "amongOthers"
  | "whichPrice"
  | "and"
  | "or"
  | "the"
  | "didYouMean"
  | "whichOne"
  | "howCanIHelp"
  | "hello"
  | "hereIAm"
  | "welcome"
  | "goAhead"
  | "sayAgainPlease"
  | "goodbye"
  | "toPerson"
  | "toPersonSorry"
  | "dontKnow"
  | "personForTheRest"
  | "whichService"
  | "whichDayAndTime"
  | "whichTime"
  | "whichDay"
  | "whichName"
  | "isThatRight"
  | "whatToChange"
  | "notThen"
  | "shallICancel"
  | "moveToWhen"
  | "allRightElse";

/** Fits nothing: for what a language's table does not tell apart. */
export const never = /(?!)/;

/** The words of a block of text. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}

/** One list of words a line. */
export function groupsOf(text: string): string[][] {
  return text
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
}
