/**
 * What the truth gate knows of a language; one data file beside this one fills it. Words are lower case, with their accents, as
 * they stand after `rewrites`. A further language is a further file, entered in `vocabularies.ts`.
 */
export interface Vocabulary {
  /** BCP 47, without region. */
  readonly code: string;
  /** Contractions and elisions written out, spellings made one; in order, on lower-case text. */
  readonly rewrites: readonly Rewrite[];
  /** What is said in every call and claims nothing, taken out before anything is read. */
  readonly frames: readonly RegExp[];
  /** Sentences that only say what the agent does not know; what they name is claimed by nobody. */
  readonly unknowing: RegExp;
  /** The form of a word under which a dictionary has it: `traigan` is `traer`. @default the word itself */
  readonly lemma?: (word: string) => string;
  /** Words are written together, so that the end of one names what it is a kind of: `Mietvelo`. @default false */
  readonly hasCompounds?: boolean;
  /** Words whose last letter only makes them many. */
  readonly plural: RegExp;
  /** Endings that are taken off a word, longest first. */
  readonly endings: readonly string[];
  /** Words that claim nothing by themselves wherever they stand. */
  readonly neutral: string;
  /** Forms of these that claim something: one shop is ours, but not all that are many, as in "we clean offices". */
  readonly premises?: string;
  /** Of these the nouns, which claim nothing but tell the name of a service from another: `Kleiner Service`. */
  readonly things?: string;
  /** Words that claim nothing in a question or a request. */
  readonly askable: string;
  /**
   * Words and phrases that mean the same, by a name that all languages share, so that a fact in one language can support a reply
   * in another; phrases are separated by commas. Names that the gate itself knows stand in `Role`.
   */
  readonly concepts: Readonly<Record<string, string>>;
  /**
   * Groups of words and phrases, separated by commas, that say the same somewhere; a word may stand in several. What a reply says
   * with one, a fact supports with another. `free > available`: with the words behind the arrow a reply may say what a fact says with
   * those before it, and not the other way round.
   */
  readonly alike?: readonly string[];
  /** What is one of a kind, by the kind: a fact that speaks of all furniture speaks of the couch, and never the other way round. */
  readonly kinds?: Readonly<Record<string, string>>;
  /** Words that say next to nothing beside others that stand in the fact, and are a claim where they stand alone. */
  readonly light?: string;
  /**
   * Two groups a line, with a slash between them, of which a thing can not be both. `bring > provide`: only what a reply says with the
   * left is false where the fact has the right.
   */
  readonly opposites?: readonly string[];
  /** How a sentence begins that asks. */
  readonly asking: RegExp;
  /** A question for what only the caller can tell: their name, their number, what happened. */
  readonly requests: RequestWords;
  /** How a question begins that has no word for it: with its verb. Only where what is read is known to ask. */
  readonly verbFirst?: RegExp;
  /** How a sentence begins that tells to do something, though it looks like a question, where a full stop ends it: `asseyez-vous`. */
  readonly telling?: RegExp;
  /** A question that no yes or no answers. */
  readonly openQuestion: RegExp;
  /** What a caller says around a question, taken out before it is read as a claim. */
  readonly callerFrames: readonly RegExp[];
  /** A question whose object is offered, so that it must exist: `would you like`. */
  readonly offering: RegExp;
  /** What a caller of any business may be invited to in a question: to come, to look, to hear more. */
  readonly inviting?: string;
  /** Words by which a question takes for granted that we have something. */
  readonly ours: RegExp;
  /** A yes, and what is as good as one, where it is all of a clause. */
  readonly yes: RegExp;
  readonly no: RegExp;
  /** A yes or no at the head of a sentence that goes on without a pause. */
  readonly leadingAnswer: RegExp;
  /** Words that begin a clause of their own inside another: a negation behind one does not reach before it. */
  readonly relative: string;
  /** Negations that reach only what follows them. */
  readonly without: string;
  /** What the agent says of itself, in every business. */
  readonly self: string;
  /** Forms of `to be` before what a thing is said to be. */
  readonly copula: string;
  /** Who we are as a subject, and who the caller is. */
  readonly we: string;
  readonly you: string;
  /** Of pronouns that are subjects and objects alike, what the verb of the subject looks like: `vous rendez`. */
  readonly verbOf?: Readonly<Record<string, RegExp>>;
  readonly they: string;
  /** Words that begin what only says what a sentence is about: `in an emergency`. */
  readonly about: string;
  /** A caller's sentence about themselves, which claims nothing of the business. */
  readonly aboutSelf: RegExp;
  /** Only names are written with a capital inside a sentence. */
  readonly namesAreCapital: boolean;
  /** Something that we will do. */
  readonly promise: RegExp;
  /** How a caller's wish is given back: `you would like`. */
  readonly givingBack: RegExp;
  /** Verbs that say something of a time. */
  readonly finite: string;
  /** Something that we are said to have done, which only a receipt can show. */
  readonly done: RegExp;
  /** A subject and a verb that together say no more than yes. */
  readonly bareAssertion: RegExp;
  readonly numbers: NumberWords;
  readonly figures: FigureWords;
  readonly calendar: CalendarWords;
}

export type Rewrite = readonly [RegExp, string | ((whole: string, ...groups: string[]) => string)];

/** A sentence that begins so, has what is asked for and nothing more asks the caller for something of theirs, and claims nothing. */
export interface RequestWords {
  /** How it begins where a question mark ends it: `could I take`, `what is`, `and your`. */
  readonly asked: RegExp;
  /** The same where none does: `I'll need`, `please spell`; or how it ends: `please`. */
  readonly told: RegExp;
  /** What it asks for: a name, a number, a day. */
  readonly what: RegExp;
  /** What makes it more than that: a reason that tells what will be done, an offer. */
  readonly more: RegExp;
}

export interface NumberWords {
  /** 0 to 99 where they are one word. */
  readonly words: Readonly<Record<string, number>>;
  readonly hundred: readonly string[];
  readonly thousand: readonly string[];
  readonly million: readonly string[];
  /** Articles that stand for one before a hundred: `a hundred`. */
  readonly beforeHundred: readonly string[];
  /** Behind a hundred, `and`. */
  readonly joint: readonly string[];
  /** The joint stands between tens and units as well: `vingt et un`. */
  readonly jointInTens: boolean;
  /** Between a number and its decimals: `one point five`. */
  readonly decimal: readonly string[];
  /** Words for one that are articles or pronouns as well. */
  readonly articles: readonly string[];
  /** They count nothing by themselves: `un parking`. */
  readonly articlesNeverCount: boolean;
  /** French: four twenties, sixty and ten. */
  readonly countsByTwenties: boolean;
  /** `double five`, `triple zero`. */
  readonly repeats: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** Numbers that are no counting words: `half a dozen`. Patterns. */
  readonly phrases: Readonly<Record<string, number>>;
  /** Words that multiply the number before them: `two dozen`. */
  readonly multiples: Readonly<Record<string, number>>;
}

export interface FigureWords {
  /** A word or sign to the currency it names. */
  readonly currencies: Readonly<Record<string, string>>;
  readonly cents: readonly string[];
  readonly percent: readonly string[];
  /** A unit of time to minutes. */
  readonly minutes: Readonly<Record<string, number>>;
  /** A unit of time to months. */
  readonly months: Readonly<Record<string, number>>;
  /** Months that are not counted in words: `half a year`. */
  readonly monthPhrases: Readonly<Record<string, number>>;
  /** Articles that stand for one before a unit of time. */
  readonly one: readonly string[];
  /** A pattern with `{n}`, the minutes of each, and minutes on top: `{n} and a half hours`, 60, 30. */
  readonly durations: readonly (readonly [string, number, number])[];
  /** Days on which people work, counted: `working days`. Patterns. */
  readonly workingDays: readonly string[];
  readonly clock: readonly ClockPattern[];
  /** `am` and what else settles the half of the day, behind a time. */
  readonly beforeNoon: readonly string[];
  readonly afterNoon: readonly string[];
  /** Behind a time late in the evening or in the small hours: `at night`. */
  readonly atNight: readonly string[];
  /** Words before a number that may be a time: `at`, `until`. */
  readonly clockBefore: readonly string[];
  /** Between the two ends of a range. */
  readonly to: readonly string[];
  /** Between a price and what it is for one of: `a`, `per`. */
  readonly per: readonly string[];
  /** Of these what can be nothing else: `per`. */
  readonly perNamed: readonly string[];
  /** Behind a price that is for one of whatever it is said of: `each`, `apiece`. Patterns. */
  readonly each: readonly string[];
  /** Behind `each`, a way that is gone once. */
  readonly ways: readonly string[];
  /** What a person is called behind `per`. */
  readonly heads: readonly string[];
  readonly rates: RateWords;
  /** Sums by a name of their own: `a tenner`. Patterns. */
  readonly sums: Readonly<Record<string, number>>;
  /** How a sentence begins that is about what comes after the time in the one before: `later than that`. */
  readonly afterThat: readonly string[];
  /** What says that something holds before a limit that was named. */
  readonly beforeThat?: readonly string[];
}

/** How often something is: `every two weeks`, `once a year`, `monthly`. */
export interface RateWords {
  /** Before a unit of time, or a number of them. */
  readonly every: readonly string[];
  /** Before a unit of time of which one is left out: `every other`. Patterns. */
  readonly everyOther: readonly string[];
  /** `{n}` and what stands for it: `once`, `{n} times`. Patterns to a number, 0 for `{n}`. */
  readonly times: Readonly<Record<string, number>>;
  /** Between how many times and the unit: `a`, `per`. */
  readonly timesPer: readonly string[];
  /** Every day, behind how many times. */
  readonly daily: readonly string[];
  /** Words that say it alone, to minutes: `weekly`. */
  readonly minutes: Readonly<Record<string, number>>;
  /** To months: `yearly`. */
  readonly months: Readonly<Record<string, number>>;
}

export interface ClockPattern {
  /** `{h}` an hour, `{m}` minutes, words with `|` between alternatives and `?` where they may be missing. */
  readonly pattern: string;
  /** What `{m}` does to the hour. @default 1 */
  readonly sign?: 1 | -1;
  /** @default 0 */
  readonly plus?: number;
  /** Minutes from midnight, where there is no hour. */
  readonly fixed?: number;
  /** Only where a time of day is spoken of. */
  readonly isVague?: true;
  /** Only behind one of these words: "ten to five" is a range but behind `at`. */
  readonly behind?: readonly string[];
}

export interface CalendarWords {
  /** Monday first; the words of each. */
  readonly weekdays: readonly string[];
  readonly months: readonly string[];
  /** Days from today. */
  readonly relative: Readonly<Record<string, number>>;
  readonly everyDay: readonly string[];
  readonly workdays: readonly string[];
  readonly weekend: readonly string[];
  readonly through: readonly string[];
  /** The coming one of that name: `next`, `this`. */
  readonly next: readonly string[];
  /** All of that name: `every`; in French the article. */
  readonly every: readonly string[];
  /** Before the day of a month: `the`. */
  readonly beforeDay: readonly string[];
  /** Between the day and the month: `of`. */
  readonly beforeMonth: readonly string[];
  /** A bare number behind the article is the day of a month: `le 24`. */
  readonly bareDays: boolean;
  /** Whether figures put the month first: `12/24`. */
  readonly monthFirst: boolean;
  /** A feast to `MM-DD`, a rule by name, or days from Easter Sunday. */
  readonly feasts: Readonly<Record<string, string | number>>;
  /** Words before a date that shift it, in days: `the day after`. */
  readonly shifts: Readonly<Record<string, number>>;
  /** Between a weekday and a date or feast, 1 behind it and -1 before it: `the Friday after`. Patterns. */
  readonly weekdayBeside: Readonly<Record<string, 1 | -1>>;
  /** The same without a day behind it, in days from the one that is spoken of: `the day before`. */
  readonly around: Readonly<Record<string, number>>;
  /** Before a weekday, the last one of a month. */
  readonly last: readonly string[];
  /** Behind a weekday that is counted: `of the month`. Patterns. */
  readonly ofMonth: readonly string[];
  /** Before the name of a month, its last day: `the end of`. Patterns. */
  readonly endOf: readonly string[];
  /** The last day of a month, in months from this one: `the end of the month`. */
  readonly monthEnds: Readonly<Record<string, number>>;
  /** Parts of a day to minutes from midnight. */
  readonly dayParts: Readonly<Record<string, readonly [number, number]>>;
}
