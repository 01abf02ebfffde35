import { plainOf, segmentsWithAnswer } from "./answerSegments";
import { answerOf, isPlain, whyNoAnswer } from "./answers";
import type { Ask } from "./ask";
import { evidenceFor, namingKeys, partlyNamed, servicesOf } from "./citedFor";
import { withWeekdays } from "./dates";
import { echoOf, turnedDown } from "./echo";
import type { Days } from "./figure";
import { isDeniedFigure } from "./figureSupport";
import { type Grounds, type GroundsRead, isGivenBack, readGrounds, wordsOnly } from "./groundsRead";
import { isFigureOf, isWord } from "./itemKinds";
import { judgeAsHours } from "./judgeAsHours";
import { bindingKeys } from "./lexicon";
import { isBareNothing, isNothingMeant } from "./nothing";
import { openerOf } from "./openers";
import { whyNotAsked } from "./questions";
import { type Item, readText, type Sentence } from "./readText";
import type { Statement } from "./statement";
import { supportOf } from "./support";
import { isTooMuch } from "./tooMuch";
import { lexiconFor } from "./vocabularies";

export type { Grounds } from "./groundsRead";

/** Whether a reply may be spoken as far as it goes. `mayMend`: what is still to come may make it so. */
export interface Judgement {
  readonly why: string | null;
  readonly mayMend: boolean;
}

/**
 * Holds a reply, as far as it is written, against what it rests on: each claim of each sentence, its figures with their units and
 * with what they are said of, must stand in a cited fact, in the hours, or in a receipt; what the caller said supports only what
 * is given back as theirs. Words that claim nothing pass.
 */
export function judgeReply(reply: string, grounds: Grounds): Judgement {
  const refused = whyNothing(grounds);
  if (refused !== null) return { why: refused, mayMend: false };
  const lexicon = lexiconFor(reply, grounds.knowledge.business.languages, grounds.callerSaid);
  const read = readGrounds(grounds, lexicon);
  const sentences = readText(withoutName(reply, grounds), lexicon).map((sentence) => ({
    ...sentence,
    items: withWeekdays(sentence.items, read.hours.today),
  }));
  let thread: Thread = {
    services: servicesOf(new Set(namingKeys(read.caller.items)), read),
    days: [],
    answer: null,
    isBorneOut: false,
    said: [],
  };
  for (const [index, sentence] of sentences.entries()) {
    const isLast = index === sentences.length - 1;
    const result = judgeSentence(sentence, thread, read);
    if (result.why !== null) return { why: result.why, mayMend: isLast && !sentence.isClosed };
    thread = result.thread;
  }
  const why = whyNoAnswer(thread, read);
  return { why, mayMend: why !== null };
}

/** What the sentences of a reply hand on to the next. */
export interface Thread {
  /** Ids of the services that are spoken of; null where none is. */
  readonly services: readonly string[] | null;
  readonly days: readonly Days[];
  /** The reply said yes or no. */
  readonly answer: "yes" | "no" | null;
  /** Something that it said was found in a fact. */
  readonly isBorneOut: boolean;
  /** What of it was. */
  readonly said: readonly Item[];
  /** It was said of what a no holds: `no, not for the range`. */
  readonly isLimited?: boolean;
}

export type Judged = { readonly why: string } | { readonly why: null; readonly thread: Thread };

function whyNothing({ tool, isSure, cited, facts }: Grounds): string | null {
  if (tool !== "answer_from_knowledge") return null;
  if (!isSure) return "the model was not sure";
  const unknown = cited.find((id) => !facts.some((fact) => fact.id === id));
  return unknown === undefined ? null : `there is no fact ${unknown}`;
}

/** The business's own name claims nothing, but its words do where they stand for something else. */
function withoutName(reply: string, { knowledge }: Grounds): string {
  const words = knowledge.business.name.split(/\s+/);
  // "Little Otters" of "Little Otters Swim School".
  const shorts = words
    .map((_, at) => words.slice(0, at + 1))
    .filter(({ length }) => length >= 2 && length < words.length);
  const pattern = (of: readonly string[]) =>
    of.map((word) => (word === "&" ? "(?:&|and|et|und|y)" : word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("\\s+");
  return reply.replace(
    new RegExp(
      `(?<![\\p{L}\\d])(?:${[words, ...shorts.toReversed()].map(pattern).join("|")})(?![\\p{L}\\d])(?! street| st\\b)`,
      "giu",
    ),
    "",
  );
}

function judgeSentence(sentence: Sentence, before: Thread, read: GroundsRead): Judged {
  const { vocabulary } = read.lexicon;
  let thread = before;
  const failing: { items: readonly Item[]; why: string }[] = [];
  const { isUnknowing } = sentence;
  if (read.sentences.has(wordsOnly(sentence.whole)) && !sentence.isQuestion)
    return { why: null, thread: { ...thread, isBorneOut: true, said: [...thread.said, ...sentence.items] } };
  let isPastBut = false;
  let opener: readonly string[] = [];
  for (const segment of segmentsWithAnswer(sentence, read)) {
    const text = plainOf(segment);
    if (segment[0]?.kind === "word" && segment[0].key === "but") isPastBut = true;
    if (
      !sentence.isQuestion &&
      vocabulary.done.test(text) &&
      !read.grounds.receipts.some((receipt) => /^(?:booked|cancelled)/.test(receipt))
    )
      return { why: `“${text}” is not known to be done` };
    // "It's $35, always": by itself and behind a claim it is the claim of more than any fact says.
    const isOfAll = segment.every((item) => isWord(item, "all"));
    if (isOfAll && segment[0] !== sentence.items[0] && !sentence.isQuestion)
      return { why: `“${text}” says more than is cited` };
    if (!sentence.isQuestion && isBareNothing(segment) && !isNothingMeant(read))
      return { why: `“${text}” stands in no cited fact` };
    const answer = answerOf(segment, text, sentence, read);
    if (answer !== null && !sentence.isQuestion && !isPlain(answer, text, read) && vocabulary.promise.test(text))
      return { why: `“${text}” promises what no cited fact says` };
    if (answer !== null) {
      // "Samsung, yes", "for emergencies, yes": to what was named before it, which was found in a fact.
      const isOfThat =
        thread.isBorneOut && sentence.items.indexOf(segment[0] ?? emptyWord) > 0 && thread.answer === null;
      thread = {
        ...thread,
        answer: isOfThat && isSaidBefore(segment, sentence, thread) ? null : (thread.answer ?? answer),
      };
      continue;
    }
    if (!sentence.isQuestion && isTooMuch(segment, read)) {
      thread = { ...thread, isBorneOut: true, said: [...thread.said, ...segment] };
      continue;
    }
    const denial = sentence.isQuestion ? null : denialRepeated(segment, read);
    if (denial !== null) return { why: `“${denial}” is denied by what is cited` };
    const beforeSegment = thread;
    const keys = new Set(namingKeys(segment));
    const found = servicesOf(keys, read) ?? partlyNamed(keys, read);
    const isCited = (ids: readonly string[] | null) => read.cited.some(({ id }) => ids?.includes(id));
    // A service that is named only as a part of another is not what is spoken of.
    if (found !== null && (isCited(found) || !isCited(thread.services))) thread = { ...thread, services: found };
    const ask: Ask = {
      segment,
      sentence: sentence.items,
      known: read.known,
      isAsking: sentence.isQuestion,
      asked: read.caller.keys,
    };
    if (sentence.isQuestion || (isUnknowing && !isPastBut)) {
      const why = whyNotAsked(ask, sentence, thread, read);
      if (why !== null) failing.push({ items: segment, why });
      continue;
    }
    if (read.grounds.tool === "book_appointment" && isTakenForGranted(segment, text, read))
      return { why: `“${text}” takes a time for granted` };
    const isGiven = (item: Item) =>
      item.kind === "figure" && (isGivenBack(item.figure, read) || isDeniedFigure(item, ask, read));
    const given = new Set(segment.filter(isGiven));
    const support = supportOf({ ...ask, given }, evidenceFor(found, beforeSegment, thread, read));
    const echo = "why" in support ? (echoOf(segment, read) ?? turnedDown(segment, read)) : null;
    if (echo !== null && thread.answer !== "yes") {
      thread = { ...thread, answer: echo };
      continue;
    }
    const deniedIn = "by" in support ? deniedOutright(ask, read) : null;
    if (deniedIn !== null) failing.push({ items: segment, why: `${text} is denied by ${deniedIn}` });
    else if (
      "by" in support &&
      isOtherwiseOpened(opener, support.opener) &&
      !opener.some((key) => support.keys.has(key))
    )
      failing.push({ items: segment, why: `${text} is said of something else` });
    else if ("why" in support) failing.push({ items: segment, why: support.why });
    else if (vocabulary.promise.test(text) && isOfContactOnly(segment, read))
      return { why: `“${text}” promises what no cited fact says` };
    else if (support.by.length > 0)
      thread = {
        ...thread,
        isBorneOut: true,
        said: [...thread.said, ...segment],
        isLimited: thread.isLimited === true || isLimit(segment),
      };
    else if (vocabulary.promise.test(text)) return { why: `“${text}” promises what no cited fact says` };
    opener = openerOf([...segment, { ...emptyWord, pause: "," }]);
  }
  if (failing.length === 0) return { why: null, thread };
  const hours = judgeAsHours(
    sentence,
    failing.flatMap(({ items }) => items),
    thread,
    read,
  );
  if (hours === null) return { why: failing[0]?.why ?? "" };
  return hours;
}

/** "Not for the range": a no with what it is said of, and no clause of its own. */
function isLimit(segment: readonly Item[]): boolean {
  const [not, about] = segment.filter((item) => item.kind !== "word" || (item.key !== "and" && item.key !== "but"));
  const isNot = isWord(not, "not");
  return (
    isNot &&
    about?.kind === "word" &&
    (about.isAbout || about.key === "to") &&
    !segment.some((item) => item.kind === "word" && item.isCopula)
  );
}

function isSaidBefore([first]: readonly Item[], { items }: Sentence, { said }: Thread): boolean {
  const before = items.slice(0, first === undefined ? 0 : items.indexOf(first));
  return before.some((item) => (item.kind === "figure" || item.weight === "content") && said.includes(item));
}

/** The cited fact that denies every word of a clause, whatever else may be read into another. */
function deniedOutright({ segment }: Ask, { cited }: GroundsRead): string | null {
  const isOfWeight = (item: Item) => item.kind === "word" && item.weight === "content" && !bindingKeys.has(item.key);
  // "An ordinary one is fine", where ordinary ones are not allowed.
  const isDeniedThere = (item: Item) =>
    item.kind === "word" &&
    item.weight === "light" &&
    cited.some(({ statements }) =>
      statements.some(({ words }) => words.get(item.key)?.isDenied === true && !words.get(item.key)?.isSaid),
    );
  const heavy = segment.filter((item) => isOfWeight(item) || isDeniedThere(item));
  if (heavy.length < 2 || segment.some(({ isNegated, kind }) => isNegated || kind === "figure")) return null;
  const denying = cited.find(({ statements }) =>
    statements.some(
      ({ words, isDerived, isShort, items }) =>
        !isDerived &&
        isShort !== true &&
        !isLimit(items) &&
        !words.has("evenIf") &&
        heavy.every((item) => {
          const own = item.kind === "word" ? words.get(item.key) : undefined;
          return own !== undefined && (own.isDenied ? !own.isSaid : own.isOfDenial === true);
        }) &&
        heavy.some((item) => item.kind === "word" && words.get(item.key)?.isDenied === true),
    ),
  );
  return denying?.id ?? null;
}

/** Keys of how a business and its callers reach each other. */
const contacting: ReadonlySet<string> = new Set(["call", "text", "email", "send", "tell", "visit"]);

/** "We'll call you", where facts speak of calls, but not of ours. */
function isOfContactOnly(segment: readonly Item[], { cited }: GroundsRead): boolean {
  const heavy = segment.filter((item) => item.kind === "figure" || item.weight === "content");
  const [only] = heavy;
  if (heavy.length !== 1 || only?.kind !== "word" || !contacting.has(only.key)) return false;
  return !cited.some(({ statements }) =>
    statements.some(
      ({ words, items }) => words.has(only.key) && items.some((item) => item.kind === "word" && item.subject === "we"),
    ),
  );
}

const leastRepeated = 4;

/** A row of words that a cited fact has under a negation, said as if it were so: "we touch up other studios' work". */
function denialRepeated(segment: readonly Item[], { cited }: GroundsRead): string | null {
  const texts = segment.map(({ text }) => text);
  if (segment.length < leastRepeated || segment.some(({ isNegated }) => isNegated)) return null;
  for (const { statements } of cited)
    for (const { items } of statements)
      for (let at = 0; at + leastRepeated <= items.length; at++) {
        const row = items.slice(at, at + leastRepeated);
        if (!row.every(({ isNegated, pause }, index) => isNegated && (index === 0 || pause === ""))) continue;
        const from = texts.indexOf(row[0]?.text ?? "");
        if (from >= 0 && row.every(({ text }, index) => texts[from + index] === text) && !isSaidAsWell(row, statements))
          return row.map(({ text }) => text).join(" ");
      }
  return null;
}

/** "Are there classes in the holidays?" "No, they stop in the holidays.": the same row stands in the fact without a negation. */
function isSaidAsWell(row: readonly Item[], statements: readonly Statement[]): boolean {
  return statements.some(
    ({ items, isDerived }) =>
      !isDerived &&
      items.some((_, at) =>
        row.every(({ text }, index) => items[at + index]?.text === text && items[at + index]?.isNegated === false),
      ),
  );
}

/** "Wednesday at nine works for us": what the caller asked for is given back, not accepted, before a slot is known to be free. */
function isTakenForGranted(segment: readonly Item[], text: string, { grounds, lexicon }: GroundsRead): boolean {
  const { vocabulary } = lexicon;
  const hasTime = segment.some((item) => isFigureOf(item, "clock", "days"));
  if (
    !hasTime ||
    vocabulary.givingBack.test(text) ||
    grounds.receipts.some((receipt) => /is free$|^booked/.test(receipt))
  )
    return false;
  return segment.some(
    (item) => item.kind === "word" && (item.isCopula || item.subject !== null || lexicon.finite.has(item.text)),
  );
}

const emptyWord: Item = {
  kind: "word",
  text: "",
  key: "",
  pause: "",
  isNegated: false,
  weight: "neutral",
  isCopula: false,
  subject: null,
  isWithout: false,
  isRelative: false,
  isAbout: false,
  isName: false,
};

/** "For a colour, you can come without an appointment", where the fact says it of a cut. */
function isOtherwiseOpened(said: readonly string[], fact: readonly string[]): boolean {
  return said.length > 0 && fact.length > 0 && !said.some((key) => fact.includes(key));
}
