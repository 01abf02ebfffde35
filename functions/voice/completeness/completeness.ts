import { dictatedSoFar } from "./dictation";
import { digitRun, isCount } from "./spokenNumber";
import { type Asked, contains, endsWith, startsWith, type TurnWords, turnWordsOf } from "./turnWords";

/**
 * How finished what somebody has said so far sounds.
 *
 * - `question`: a question that can be answered.
 * - `finished`: all that was asked for, or a sentence that a recogniser has closed.
 * - `unclear`: nothing speaks for more, nothing against it.
 * - `open`: people mostly go on after it: a sentence without its mark or that asks for nothing, a name that is spelt.
 * - `begun`: a greeting: what the caller wants comes next.
 * - `unfinished`: more must come: "I would like", "and", "um".
 * - `dictating`: more of a number, a spelling, an address must come.
 */
export type Completeness = "question" | "finished" | "unclear" | "open" | "begun" | "unfinished" | "dictating";

export interface SaidSoFar {
  /** The utterance so far. */
  readonly text: string;
  /** What the caller has said in this call before. */
  readonly earlier: string;
  /** The agent's last words; empty where it has said nothing. */
  readonly agentSaid: string;
  /** BCP 47, those of the business. */
  readonly languages: readonly string[];
  /** E.164 of the business: in whose country a number is dialled as it is said. */
  readonly near: string;
}

/** Judges the words alone, in the language of the business that fits them best; reads no clock. */
export function completenessOf(said: SaidSoFar): Completeness {
  const judged = turnWordsOf(said.languages).map((language) => judge(said, language));
  // Words of another language look like names: who finds more to come understands them better.
  return judged.reduce((most, each) => (order.indexOf(each) > order.indexOf(most) ? each : most));
}

/** Who says more than this around a spelling or an address, and ends the sentence, has mostly said it all. */
const mostDictated = 6;
/** A wish of fewer words, where no marks are written, mostly has its reason or its day still to come. */
const leastOfAWish = 11;
/** An answer of so few words is whole without a mark. */
const mostShort = 2;

const order: readonly Completeness[] = ["unclear", "finished", "question", "open", "begun", "unfinished", "dictating"];

function judge({ text, earlier, agentSaid, near }: SaidSoFar, language: TurnWords): Completeness {
  const words = wordsOf(text);
  if (words.length === 0) return "unclear";
  const mark = /[.,;:?!…–—-]*["'”’»)]*$/.exec(text.trim())?.[0] ?? "";
  if (endsWith(words, language.pauseFillers) > 0 || /[…–—-]|\.\.\./.test(mark)) return "unfinished";

  // "Text me when they're in" gives no date.
  const own = askedIn(text, language).filter((each) => each !== "date");
  const asked = new Set([...askedIn(agentSaid, language), ...own]);
  const dictated = dictatedSoFar({ words, language, asked, earlier: wordsOf(`${earlier} ${agentSaid}`), near });
  if (dictated === "part") return /[.?!]/.test(mark) ? "open" : "dictating";
  if (dictated === "whole") return mark.includes("?") ? "question" : "finished";
  if (/[,;:]/.test(mark)) return "unfinished";

  const sentence = lastSentence(text);
  const isClosed = /[.!]/.test(mark) && endsWith(words, language.titles) === 0;
  const isQuestion = mark.includes("?") || asksQuestion(wordsOf(sentence), language);
  if (mark.includes("?") && !isOnlyOpeners(words, language)) return "question";
  // Only the letters can tell "S M I" from "and I".
  const isLetter = (words.at(-1) ?? "").length === 1;
  const isStreetOpen = !isLetter && (endsWith(words, language.mostlyLeadOn) > 0 || leadsOn(words, language));
  const isYes = isOnlyOpeners(words, language) && !contains(words, language.refusals);
  if (isHesitation(words) || (isYes && isAskedToDictate(agentSaid, language))) return "unfinished";
  if (isSpelling(words, language) || endsWith(words, language.titles) > 0) return "unfinished";
  if (isHourOwed(words, agentSaid, language)) return isClosed ? "open" : "unfinished";
  if (dictated === "perhaps" && !isStreetOpen) {
    if (isClosed && words.length > mostDictated) return "finished";
    return isClosed && asked.has("date") ? "unclear" : "open";
  }
  if (leadsOn(words, language)) return isClosed ? "open" : "unfinished";
  if (endsWith(words, language.mostlyLeadOn) > 0 && endsWith(words, language.wholeWith) === 0) {
    // "What is it for" may be whole, "Can I come on" is not.
    const isStranded =
      isQuestion && startsWith(questionOf(wordsOf(sentence), language), language.strandingQuestions) > 0;
    return isClosed || isStranded ? "open" : "unfinished";
  }
  if (endsWith(words, language.farewells) > 0) return "finished";
  if (endsWith(words, language.announcements) > 0) return "unfinished";
  if (isOnlyOpeners(words, language)) return isAnswer(agentSaid) ? "unclear" : "begun";
  // Who writes marks at all writes one where a sentence ends.
  const isShortAnswer = isAnswer(agentSaid) && words.length <= mostShort && !/[.,?!;:]\s/.test(text);
  if (!isClosed && isPunctuated(text)) return isShortAnswer ? "unclear" : "open";
  if (!isClosed && endsWith(words, language.wantsMore) > 0) return "open";
  if (wantsHour(words, language) || isBareNumber(words, language)) return "open";
  if (isQuestion) return "finished";
  // A word or two that ask for nothing and answer nothing are the beginning of something.
  const isFragment = !isClosed && words.length <= mostShort && !contains(words, language.wishes);
  if (isFragment && !isAnswer(agentSaid)) return "open";
  if (!isAnswer(agentSaid) && asksNothing(text, language)) return "open";
  const isWholeWish = contains(words, language.wishes) && (isAnswer(agentSaid) || words.length >= leastOfAWish);
  if (isClosed || isWholeWish) return "finished";
  return words.length <= mostShort || contains(words, language.refusals) ? "unclear" : "open";
}

const mostBehindSpelt = 2;

/** "But it's spelt oddly": the letters come next. */
function isSpelling(words: readonly string[], language: TurnWords): boolean {
  return contains(words.slice(-1 - mostBehindSpelt), language.spelt);
}

/** "Well", where nothing else was said yet. */
function isHesitation(words: readonly string[]): boolean {
  return words.length === 1 && ["well", "alors", "ben", "bon", "also", "tja", "pues", "bueno"].includes(words[0] ?? "");
}

const beforeHours: ReadonlySet<string> = new Set("at around about by after before à vers um gegen ab las a".split(" "));

/** "Thursday", where the day and the time were asked for. */
function isHourOwed(words: readonly string[], agentSaid: string, language: TurnWords): boolean {
  if (!language.asksForHour.test(agentSaid) || contains(words, language.refusals)) return false;
  const dayAt = words.findLastIndex((word) => ` ${language.weekdays} ${language.months} `.includes(` ${word} `));
  const hasHour = words.some((word, at) => at > dayAt && at < words.length - 1 && beforeHours.has(word));
  const isHour = words
    .slice(dayAt + 1)
    .some((word) => /\d|^(?:noon|midday|midi|mittag|mediodía)$/.test(word) && !/(?:th|st|nd|rd)$/.test(word));
  return dayAt >= 0 && !hasHour && !isHour && digitRun(words, language).words === 0;
}

/** "Can I get your number?" A yes is not yet the number. */
function isAskedToDictate(agentSaid: string, language: TurnWords): boolean {
  const isRequest = startsWith(questionOf(wordsOf(lastSentence(agentSaid)), language), language.requests) > 0;
  return isRequest && askedIn(agentSaid, language).some((asked) => asked !== "date");
}

/** "I'd like to come in on Thursday": of a day without its hour people mostly say more. */
function wantsHour(words: readonly string[], language: TurnWords): boolean {
  if (!contains(words, language.wishes)) return false;
  const [before, last] = words.slice(-2);
  const isDay = contains(words.slice(-1), `${language.weekdays} ${language.months}`);
  return (
    isDay || (last !== undefined && ["the", "le", "den", "dem", "el"].includes(before ?? "") && isCount(last, language))
  );
}

/** "Deliver it to thirty three": what is too large for an hour is a house's number, or the like. */
function isBareNumber(words: readonly string[], language: TurnWords): boolean {
  const run = digitRun(words, language);
  return run.words > 0 && Number(run.digits) > 24 && endsWith(words.slice(0, -run.words), language.mostlyLeadOn) > 0;
}

/** What stands between blanks, in lower case, without the marks around it. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}@+]+|[^\p{L}\p{N}@]+$/gu, ""))
    .filter((word) => word !== "");
}

function askedIn(text: string, language: TurnWords): Asked[] {
  return (Object.keys(language.asksFor) as Asked[]).filter((asked) => language.asksFor[asked].test(text));
}

function sentencesOf(text: string): string[] {
  return text.trim().split(/(?<=[.?!])\s+/);
}

function lastSentence(text: string): string {
  return sentencesOf(text).at(-1) ?? "";
}

function asksQuestion(words: readonly string[], language: TurnWords): boolean {
  const question = questionOf(words, language);
  return question.length >= 3 && startsWith(question, language.questionStarts) > 0;
}

/** Without what may stand before a question. */
function questionOf(words: readonly string[], language: TurnWords): readonly string[] {
  let rest = words;
  for (
    let skipped = startsWith(rest, language.beforeQuestions);
    skipped > 0;
    skipped = startsWith(rest, language.beforeQuestions)
  )
    rest = rest.slice(skipped);
  return rest;
}

function isOnlyOpeners(words: readonly string[], language: TurnWords): boolean {
  let rest = words;
  for (let skipped = startsWith(rest, language.openers); skipped > 0; skipped = startsWith(rest, language.openers))
    rest = rest.slice(skipped);
  return rest.length === 0;
}

function leadsOn(words: readonly string[], language: TurnWords): boolean {
  if (endsWith(words, language.leadOn) > 0) return true;
  return endsWith(words, language.subjects) > 0 && endsWith(words.slice(0, -1), language.helperVerbs) > 0;
}

/** "Tomorrow, in the afternoon": so few words that hold a day are all about it. */
const mostOfADate = 6;

/** Only tells something: what the caller wants is still to come. */
function asksNothing(text: string, language: TurnWords): boolean {
  const words = wordsOf(text);
  if (words.length <= mostShort || text.includes("?")) return false;
  const isShort = words.length <= mostOfADate;
  const saysWhen = isShort && (contains(words, language.weekdays) || contains(words, language.months));
  const isWish = (sentence: string) => {
    const said = questionOf(wordsOf(sentence), language);
    return startsWith(said, language.wishes) > 0 || asksQuestion(wordsOf(sentence), language);
  };
  return !saysWhen && !contains(words, language.plainWishes) && !sentencesOf(text).some(isWish);
}

/** The agent has just asked something of its own, not how it can help. */
function isAnswer(agentSaid: string): boolean {
  const asked = lastSentence(agentSaid);
  return (
    asked.endsWith("?") &&
    !/help|aider|helfen|ayudar|anything else|autre chose|noch etwas|algo más|für Sie tun|do for you|calling about|reason for|tell me more|going on|like to know|direct your call|happening|happened|problem|quel sujet|se passe|worum geht|en qué|de qué se trata/i.test(
      asked,
    )
  );
}

/** Marks or capitals where a text without punctuation has none. */
function isPunctuated(text: string): boolean {
  return /[.,?!;:](?:\s|$)/.test(text) || /^\p{Lu}\p{Ll}/u.test(text.trim());
}
