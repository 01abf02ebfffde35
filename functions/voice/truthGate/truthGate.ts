import type { CallerClaim } from "./callerClaim";
import { weighty } from "./callerClaim";
import type { Evidence } from "./evidence";
import type { Days } from "./figure";
import { type Grounds, type GroundsRead, isGivenBack, readGrounds, wordsOnly } from "./groundsRead";
import { isOfHours, readHours } from "./hoursClaims";
import { judgeHours, withWeekdays } from "./hoursTruth";
import { bindingKeys } from "./lexicon";
import { type Item, readText, type Sentence, segmentsOf } from "./readText";
import { type Ask, isClaim, openerOf, supportOf } from "./support";
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
  const lexicon = lexiconFor(reply, grounds.knowledge.business.languages);
  const read = readGrounds(grounds, lexicon);
  const sentences = readText(withoutName(reply, grounds), lexicon).map((sentence) => ({
    ...sentence,
    items: withWeekdays(sentence.items, read.hours.today),
  }));
  let thread: Thread = {
    services: servicesOf(read.caller.keys, read),
    days: [],
    answer: null,
    answerIn: null,
    isBorneOut: false,
    isBorneOutAtOnce: false,
    keys: new Set(),
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
interface Thread {
  /** Ids of the services that are spoken of; null where none is. */
  readonly services: readonly string[] | null;
  readonly days: readonly Days[];
  /** The reply said yes or no. */
  readonly answer: "yes" | "no" | null;
  /** The sentence that said it. */
  readonly answerIn: Sentence | null;
  /** Something that it said was found in a fact. */
  readonly isBorneOut: boolean;
  /** That was in the sentence of the yes or no. */
  readonly isBorneOutAtOnce: boolean;
  /** The words of the facts in which it was found. */
  readonly keys: ReadonlySet<string>;
}

type Judged = { readonly why: string } | { readonly why: null; readonly thread: Thread };

function whyNothing({ tool, isSure, cited, facts }: Grounds): string | null {
  if (tool !== "answer_from_knowledge") return null;
  if (!isSure) return "the model was not sure";
  const unknown = cited.find((id) => !facts.some((fact) => fact.id === id));
  return unknown === undefined ? null : `there is no fact ${unknown}`;
}

/** The business's own name claims nothing, but its words do where they stand for something else. */
function withoutName(reply: string, { knowledge }: Grounds): string {
  const words = knowledge.business.name.split(/\s+/);
  const short = words.length > 2 ? words.slice(0, -1) : words;
  const pattern = (of: readonly string[]) =>
    of.map((word) => (word === "&" ? "(?:&|and|et|und|y)" : word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("\\s+");
  return reply.replace(
    new RegExp(`(?<![\\p{L}\\d])(?:${pattern(words)}|${pattern(short)})(?![\\p{L}\\d])(?! street| st\\b)`, "giu"),
    "",
  );
}

function judgeSentence(sentence: Sentence, before: Thread, read: GroundsRead): Judged {
  const { vocabulary } = read.lexicon;
  let thread = before;
  const failing: { items: readonly Item[]; why: string }[] = [];
  const { isUnknowing } = sentence;
  if (read.sentences.has(wordsOnly(sentence.whole)) && !sentence.isQuestion)
    return { why: null, thread: { ...thread, isBorneOut: true, isBorneOutAtOnce: true } };
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
    const answer = answerOf(segment, text, sentence, read);
    if (answer !== null && !sentence.isQuestion && !isPlain(answer, text, read) && vocabulary.promise.test(text))
      return { why: `“${text}” promises what no cited fact says` };
    if (answer !== null) {
      thread = { ...thread, answer: thread.answer ?? answer, answerIn: thread.answerIn ?? sentence };
      continue;
    }
    const beforeSegment = thread;
    const found = servicesOf(new Set(segment.flatMap((item) => (item.kind === "word" ? [item.key] : []))), read);
    const isCited = (ids: readonly string[] | null) => read.cited.some(({ id }) => ids?.includes(id));
    // A service that is named only as a part of another is not what is spoken of.
    if (found !== null && (isCited(found) || !isCited(thread.services))) thread = { ...thread, services: found };
    const ask: Ask = { segment, sentence: sentence.items, known: read.known, isAsking: sentence.isQuestion };
    if (sentence.isQuestion || (isUnknowing && !isPastBut)) {
      const why = whyNotAsked(ask, sentence, thread, read);
      if (why !== null) failing.push({ items: segment, why });
      continue;
    }
    if (read.grounds.tool === "book_appointment" && isTakenForGranted(segment, text, read))
      return { why: `“${text}” takes a time for granted` };
    const given = new Set(segment.filter((item) => item.kind === "figure" && isGivenBack(item.figure, read)));
    const support = supportOf({ ...ask, given }, evidenceFor(found, beforeSegment, thread, read));
    if ("by" in support && isOtherwiseOpened(opener, support.opener))
      failing.push({ items: segment, why: `${text} is said of something else` });
    else if ("why" in support) failing.push({ items: segment, why: support.why });
    else if (support.by.length > 0)
      thread = {
        ...thread,
        isBorneOut: true,
        isBorneOutAtOnce: thread.isBorneOutAtOnce || thread.answerIn === sentence,
        keys: new Set([...thread.keys, ...support.keys]),
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

/** "Wednesday at nine works for us": what the caller asked for is given back, not accepted, before a slot is known to be free. */
function isTakenForGranted(segment: readonly Item[], text: string, { grounds, lexicon }: GroundsRead): boolean {
  const { vocabulary } = lexicon;
  const hasTime = segment.some(
    (item) => item.kind === "figure" && item.figure.readings.some(({ unit }) => unit === "clock" || unit === "days"),
  );
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

/** The clauses of a sentence, a yes or no at its head being one of its own. */
function segmentsWithAnswer(sentence: Sentence, { lexicon, all }: GroundsRead): Item[][] {
  const names = all.map(({ called }) => called);
  return segmentsOf(sentence.items, names).flatMap((segment) => {
    const [first, ...rest] = segment;
    const isAnswer = first?.kind === "word" && lexicon.vocabulary.leadingAnswer.test(first.text) && rest.length > 0;
    return isAnswer && rest[0]?.pause === "" ? [[first], rest] : [segment];
  });
}

function plainOf(segment: readonly Item[]): string {
  return segment.map(({ text }) => text).join(" ");
}

/** Whether a clause says no more than yes or no. */
function answerOf(segment: readonly Item[], text: string, sentence: Sentence, read: GroundsRead): "yes" | "no" | null {
  const { yes, no, bareAssertion } = read.lexicon.vocabulary;
  if (yes.test(text)) return "yes";
  if (no.test(text)) return "no";
  if (sentence.isQuestion || sentence.isUnknowing || !bareAssertion.test(text)) return null;
  const isBare = segment.every((item) => item.kind === "word" && (item.weight === "neutral" || item.key === "not"));
  if (!isBare) return null;
  return segment.some((item) => item.kind === "word" && item.key === "not") ? "no" : "yes";
}

/** A yes or no in so many words, and not a clause that comes to one. */
function isPlain(answer: "yes" | "no", text: string, { lexicon: { vocabulary } }: GroundsRead): boolean {
  return (answer === "yes" ? vocabulary.yes : vocabulary.no).test(text);
}

/** The services that words name: those whose whole name is there, the longest names only; null where none is. */
function servicesOf(keys: ReadonlySet<string>, { all }: Pick<GroundsRead, "all">): readonly string[] | null {
  const named = all.filter(({ name }) => name.length > 0 && name.every((key) => keys.has(key)));
  const longest = named.filter(
    ({ name }) =>
      !named.some((other) => other.name.length > name.length && name.every((key) => other.name.includes(key))),
  );
  if (longest.length > 0) return longest.map(({ id }) => id);
  return null;
}

/**
 * The cited facts that can support a clause: of the services only those that are spoken of. Where a clause names a service that is
 * not cited, it may be named as a part of the one that was spoken of.
 */
function evidenceFor(
  named: readonly string[] | null,
  before: Thread,
  { services }: Thread,
  { cited, caller }: GroundsRead,
): readonly Evidence[] {
  if (named !== null && before.services !== null && !cited.some(({ id }) => named.includes(id)))
    return cited.flatMap((fact) => {
      if (fact.kind !== "service") return [fact];
      const parts = fact.statements.filter(({ isList, price }) => isList && price === null);
      return before.services?.includes(fact.id) ? [{ ...fact, statements: parts }] : [];
    });
  const isMeant = ({ id, kind, name }: Evidence) => {
    if (kind !== "service") return true;
    if (services !== null) return services.includes(id);
    const partly = (other: Evidence) => other.name.some((key) => caller.keys.has(key));
    // The caller named something in part: another service that shares nothing with their words is not meant.
    const isPartly = name.some((key) => caller.keys.has(key));
    return isPartly || !cited.some((other) => other.kind === "service" && other.id !== id && partly(other));
  };
  return cited.filter(isMeant);
}

/** A question, and what the agent says it does not know, claim nothing but what they take for granted. */
function whyNotAsked(ask: Ask, sentence: Sentence, thread: Thread, read: GroundsRead): string | null {
  const { vocabulary } = read.lexicon;
  const isOffering = vocabulary.offering.test(sentence.whole) || vocabulary.ours.test(sentence.whole);
  const names = new Set(read.all.flatMap(({ name, topic, kind }) => (kind === "service" ? [...name, ...topic] : [])));
  const open = ask.segment.filter((item) => {
    if (!isClaim(item, ask)) return false;
    if (item.kind === "figure") return !isGivenBack(item.figure, read) && !isDayAsked(item, read);
    if (weighty.has(item.key) && item.key !== "all" && item.key !== "any") return true;
    if (bindingKeys.has(item.key) || ofBookings.has(item.key)) return false;
    return isOffering && !names.has(item.key);
  });
  if (open.length === 0) return null;
  const support = supportOf({ ...ask, segment: open, isAsking: false }, evidenceFor(null, thread, thread, read));
  return "why" in support ? support.why : null;
}

/** What every business's caller may want to do. */
const ofBookings: ReadonlySet<string> = new Set(["any", "book", "appointment", "cancel", "change"]);

/** A question may name a day; a date it may name where the caller did. */
function isDayAsked(item: Item, { grounds }: GroundsRead): boolean {
  void grounds;
  return (
    item.kind === "figure" &&
    item.figure.readings.some((reading) => reading.unit === "days" && reading.days.by !== "date")
  );
}

/** Holds what no other fact supports of a sentence against the hours; null where it is not of hours. */
function judgeAsHours(sentence: Sentence, failing: readonly Item[], thread: Thread, read: GroundsRead): Judged | null {
  if (sentence.isQuestion) return null;
  const isOf = (item: Item) => isOfHours(item, read.lexicon);
  const isNeutral = (item: Item) => item.kind === "word" && (item.weight === "neutral" || read.known.has(item.key));
  if (!failing.some(isOf) || !failing.every((item) => isOf(item) || isNeutral(item))) return null;
  const items = segmentsWithAnswer(sentence, read)
    .filter((segment) => answerOf(segment, plainOf(segment), sentence, read) === null)
    .filter(
      (segment) =>
        segment.some((item) => failing.includes(item)) || segment.every((item) => isOf(item) || isNeutral(item)),
    )
    .flat();
  const claims = readHours(items, read.lexicon, read.known);
  if (claims === null || claims.length === 0) return null;
  const spokenOf = thread.days.length > 0 ? thread.days : read.hours.spokenOf;
  for (const claim of claims) {
    const verdict = judgeHours(claim, { ...read.hours, spokenOf });
    if (verdict.is !== "true") return { why: verdict.why };
  }
  const days = claims.flatMap((claim) => claim.days);
  return {
    why: null,
    thread: {
      ...thread,
      days: days.length > 0 ? days : thread.days,
      isBorneOut: true,
      isBorneOutAtOnce: thread.isBorneOutAtOnce || thread.answerIn === sentence,
      keys: new Set([...thread.keys, "isOpen", "open", "closed", "close"]),
    },
  };
}

/** A yes takes over what the caller's question claims, and a no denies it: either must follow from what is cited. */
function whyNoAnswer({ answer, isBorneOut, isBorneOutAtOnce, keys }: Thread, read: GroundsRead): string | null {
  if (answer === null) return null;
  const claim = read.claim();
  if (claim.is === "none" || claim.is === (answer === "yes" ? "true" : "false")) return null;
  if (read.grounds.tool !== "answer_from_knowledge" && !isOfMoneyOrHours(claim, read)) return null;
  const why = `a ${answer} to “${claim.text}”, which no cited fact ${answer === "yes" ? "says" : "denies"}`;
  if (claim.is !== "unknown") return why;
  // "I have a question about the menu." "Sure."
  if (!claim.isAsked && !claim.isStrict) return null;
  if (isSettled(answer, claim, read)) return why;
  const isOnTopic = isBorneOut && (answer === "no" || isBorneOutAtOnce || claim.keys.some((key) => keys.has(key)));
  return isOnTopic && !(answer === "yes" && claim.isStrict) ? null : why;
}

/** A cited question that asks for the same is answered the other way. */
function isSettled(answer: "yes" | "no", claim: CallerClaim, { cited }: GroundsRead): boolean {
  return cited.some(({ statements }) =>
    statements.some(({ isDerived, words }) =>
      claim.keys.some(
        (key) => isDerived && (answer === "no" ? words.get(key)?.isSaid : words.get(key)?.isDenied) === true,
      ),
    ),
  );
}

function isOfMoneyOrHours(claim: CallerClaim, { caller }: GroundsRead): boolean {
  const isWeighty = claim.keys.some((key) => weighty.has(key) || ["isOpen", "closed", "open", "close"].includes(key));
  return (
    isWeighty ||
    caller.items.some(
      (item) =>
        item.kind === "figure" &&
        item.figure.readings.some(
          ({ unit, ...rest }) =>
            unit === "percent" || unit === "minutes" || ("currency" in rest && rest.currency !== null),
        ),
    )
  );
}
