import { factsOf } from "../../functions/shared/facts";
import type { Fact, Knowledge } from "../../functions/shared/knowledge";
import type { BrainRequest, Exchange } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { type Answer, answerTo } from "./answers";
import {
  bookInputOf,
  changeIn,
  type Draft,
  draftOf,
  emptyDraft,
  inputOf,
  missingOf,
  wantsBooking,
  withWords,
} from "./booking";
import { localNow } from "./calendarWords";
import type { Language } from "./language";
import { languageFor } from "./languages";
import { plain, tokensOf } from "./plainText";
import {
  type Ask,
  askOf,
  type Before,
  type Heard,
  hear,
  type Listening,
  nothingBefore,
  questionsOf,
} from "./understand";

/**
 * Stands in for the model where there is none: picks one of the four tools, and the facts, for what the caller has said. It knows
 * nothing but the business's own file, guesses nothing and gives the same answer to the same request. What the file does not
 * settle comes back as not sure.
 *
 * @example decide(knowledge, { turn: 1, history: [], callerSaid: "What does a haircut cost?", now: "2026-11-23T10:00 monday", notes: [] })
 * // { tool: "answer_from_knowledge", input: { facts: ["service.haircut"], sure: true, reply: "A haircut is $35." } }
 */
export function decide(knowledge: Knowledge, request: BrainRequest): ToolCall {
  const language = languageFor(request, knowledge.business.languages);
  const now = localNow(request.now);
  const region = /-([A-Z]{2})\b/.exec(knowledge.business.languages[0] ?? "")?.[1] ?? "";
  const listening: Listening = { knowledge, language, now, region };
  const heard = hear(request.callerSaid, listening);
  const turn: TurnHeard = {
    request,
    listening,
    heard,
    facts: factsAt(knowledge, now.date),
    draft: draftOf(request, listening),
    before: beforeOf(request.history, listening),
  };
  return (
    aboutPeople(turn) ??
    aboutReadBack(turn) ??
    aboutTheCall(turn) ??
    aboutBookings(turn) ??
    aboutTheBusiness(turn) ??
    smallTalk(turn)
  );
}

interface TurnHeard {
  readonly request: BrainRequest;
  readonly listening: Listening;
  readonly heard: Heard;
  readonly facts: readonly Fact[];
  readonly draft: Draft | null;
  readonly before: Before;
}

/** A person is asked for, or needed. */
function aboutPeople(turn: TurnHeard): ToolCall | null {
  const { heard, listening, request } = turn;
  const { cues, phrases } = listening.language;
  const { text } = heard;
  const wasOffered = request.history.at(-1)?.heard.includes(phrases.personForTheRest) ?? false;
  if (wasOffered && cues.yes.test(text))
    return transfer("The caller has a question that the file does not answer", phrases.toPerson);
  const rest = text.replace(cues.areYouReal, " ");
  if (cues.person.test(rest)) return transfer("The caller asked for a person", phrases.toPerson);
  if (cues.emergency.test(text) && !isAnswered(turn)) return transfer(`Urgent: ${heard.said}`, phrases.toPerson);
  if (cues.complaint.test(text) && !isAnswered(turn))
    return transfer(`A complaint: ${heard.said}`, phrases.toPersonSorry);
  return null;
}

/** The caller answers the read-back of a booking. */
function aboutReadBack(turn: TurnHeard): ToolCall | null {
  const { draft, heard, listening } = turn;
  if (draft?.asked !== "yes") return null;
  const { cues, phrases } = listening.language;
  const { text } = heard;
  const wasAskedWhat = turn.request.history.at(-1)?.heard.includes(phrases.whatToChange) ?? false;
  const isNo = cues.no.test(text) || wasAskedWhat;
  if (cues.forgetIt.test(text)) return ask(phrases.allRightElse);
  const changed = withWords(draft, heard, listening);
  if (isChanged(draft, changed) && !isInformation(turn)) return book(changed, turn);
  if (isNo && draft.change === "cancel") return ask(phrases.allRightElse);
  if (cues.aboutName.test(text) && !isInformation(turn)) return book({ ...changed, name: null }, turn);
  if (isNo && cues.aboutTime.test(text)) return book({ ...changed, time: null }, turn);
  if (isNo && cues.aboutService.test(text)) return book({ ...changed, service: null }, turn);
  if (isNo) return ask(phrases.whatToChange);
  if (cues.yes.test(text) && !isInformation(turn)) return book(draft, turn, true);
  return null;
}

/** Goodbyes, and what has to do with the call itself. */
function aboutTheCall(turn: TurnHeard): ToolCall | null {
  const { heard, listening, request, draft } = turn;
  const { cues, phrases } = listening.language;
  const { text, tokens } = heard;
  const last = request.history.at(-1);
  if (text === "") return ask(phrases.sayAgainPlease);
  const isRest = (cue: RegExp) => isEmpty(text.replace(new RegExp(cue.source, "gu"), " "), listening.language);
  if (last && cues.sayAgain.test(text) && tokens.length < 3 && inputOf(last.input)) return again(last);
  if (cues.areYouThere.test(text) && tokens.length < 3) return ask(phrases.hereIAm);
  if (cues.wait.test(text) && isRest(cues.wait)) return ask(phrases.goAhead);
  const isFarewell = cues.goodbye.test(text) || cues.nothingElse.test(text);
  if (isFarewell && !isInformation(turn) && !wantsBooking(heard, listening))
    return { tool: "end_call", input: { reply: phrases.goodbye } };
  if (cues.no.test(text) && isRest(cues.no) && draft === null) {
    return last ? { tool: "end_call", input: { reply: phrases.goodbye } } : ask(phrases.howCanIHelp);
  }
  if (cues.areYouReal.test(text)) return withFacts(["business.name"], listening.language.phrases.iAmAi, turn);
  return null;
}

/** Appointments: new ones, and changes to those that the caller has. */
function aboutBookings(turn: TurnHeard): ToolCall | null {
  const { draft, heard, listening } = turn;
  const { cues, phrases } = listening.language;
  const { text } = heard;
  const wish = changeIn(heard, listening.language);
  if (
    draft &&
    (cues.forgetIt.test(text) ||
      (wish === "cancel" && draft.change === "new") ||
      (cues.no.test(text) && isEmpty(text.replace(cues.no, ""), listening.language)))
  ) {
    return ask(phrases.allRightElse);
  }
  if (wish && !isFaqOnly(turn)) return book(withWords({ ...emptyDraft, change: wish }, heard, listening), turn);
  const isWanted = wantsBooking(heard, listening);
  const answer = isInformation(turn) ? answerAll(turn) : null;
  if (isWanted) {
    const next = withWords(draft ?? draftAbout(turn), heard, listening);
    if (isUnbookable(turn)) return transfer("The caller wants a service that is not booked by phone", phrases.toPerson);
    return answer ? answerAndGoOn(answer, next, turn) : book(next, turn);
  }
  if (!draft) return null;
  const next = withWords(draft, heard, listening);
  if (answer) return answerAndGoOn(answer, next, turn);
  if (isChanged(draft, next)) return book(next, turn);
  if (cues.no.test(text) && draft.isRefused) return ask(phrases.notThen);
  return isQuestion(turn) || heard.tokens.length > 3 ? null : book(next, turn);
}

/** "Can I book that?" is about the service that was spoken of. */
function draftAbout({ before: { services }, heard, listening: { language } }: TurnHeard): Draft {
  const [service, another] = services;
  const isMeant = service && !another && service.minutes !== null && language.cues.it.test(heard.text);
  return isMeant ? { ...emptyDraft, service: service.id } : emptyDraft;
}

/** Questions about the business. */
function aboutTheBusiness(turn: TurnHeard): ToolCall | null {
  const asks = asksOf(turn);
  if (asks.length === 0) return null;
  const { phrases } = turn.listening.language;
  const answers = asks.map(({ ask: each, heard }) => answerTo(each, heard, sourceOf(turn)));
  const known = answers.filter((answer) => answer !== null);
  const { tokens } = turn.heard;
  const wasAsked = turn.request.history.at(-1)?.heard.includes(phrases.sayAgainPlease) ?? false;
  if (known.length === 0 && !isQuestion(turn) && tokens.length <= 2 && !wasAsked) return ask(phrases.sayAgainPlease);
  if (known.length === 0)
    return { tool: "answer_from_knowledge", input: { facts: [], sure: false, reply: phrases.dontKnow } };
  const together = joinAnswers(known);
  if (known.length === answers.length) return answered(together);
  return answered({ ...together, reply: `${together.reply} ${phrases.personForTheRest}` });
}

function smallTalk({ heard, listening, draft, request }: TurnHeard): ToolCall {
  const { cues, phrases } = listening.language;
  if (draft) return book(draft, { listening, heard });
  if (cues.greeting.test(heard.text)) return ask(phrases.hello);
  if (request.history.length > 0 && cues.thanks.test(heard.text)) return ask(phrases.welcome);
  if (cues.yes.test(heard.text)) return ask(phrases.goAhead);
  return ask(request.history.length === 0 ? phrases.howCanIHelp : phrases.sayAgainPlease);
}

/** The questions of the caller's words, without what is none. */
function asksOf({ heard, listening, before }: TurnHeard): { ask: Ask; heard: Heard }[] {
  const questions = questionsOf(heard.said, listening.language);
  const whole = questions.length < 2 ? [heard] : questions.map((question) => hear(question, listening));
  const asks: { ask: Ask; heard: Heard }[] = [];
  let known = before;
  for (const part of whole) {
    if (whole.length > 1 && wantsBooking(part, listening)) continue;
    const found = askOf(part, listening, known);
    if (found.type === "nothing") continue;
    asks.push({ ask: found, heard: part });
    if (found.type === "service") known = { ...known, services: found.services, aspects: found.aspects, choices: [] };
    if (found.type === "hours") known = { ...known, wasHours: true };
  }
  const isToldAnyway = ({ ask: one }: { ask: Ask }) =>
    one.type === "service" &&
    one.aspects.every((aspect) => aspect === "offer") &&
    asks.some(
      ({ ask: other }) =>
        other !== one && other.type === "service" && other.services.every((service) => one.services.includes(service)),
    );
  // A remark beside an answered question ("my car is old") is not a question of its own.
  const { cues } = listening.language;
  const isQuestion = ({ heard: { text, said: words } }: { heard: Heard }) =>
    cues.isQuestion.test(text) || words.includes("?");
  if (asks.every(({ ask: { type } }) => type === "unknown")) return asks;
  return asks.filter((one) => (one.ask.type === "unknown" ? isQuestion(one) : !isToldAnyway(one)));
}

function answerAll(turn: TurnHeard): Answer | null {
  const answers = asksOf(turn)
    .map(({ ask: each, heard }) => answerTo(each, heard, sourceOf(turn)))
    .filter((answer) => answer !== null);
  return answers.length === 0 ? null : joinAnswers(answers);
}

function joinAnswers(answers: readonly Answer[]): Answer {
  return {
    facts: [...new Set(answers.flatMap(({ facts }) => facts))],
    reply: [...new Set(answers.map(({ reply }) => reply))].join(" "),
  };
}

/** The words ask for something that the file may know, beside any booking. */
function isInformation(turn: TurnHeard): boolean {
  const { heard, listening } = turn;
  const { cues } = listening.language;
  const isFigure = cues.price.test(heard.text) || cues.duration.test(heard.text);
  if (!isQuestion(turn) && !isFigure) return false;
  const isWish = wantsBooking(heard, listening);
  if (isWish && !isFigure && questionsOf(heard.said, listening.language).length < 2) return false;
  return asksOf(turn).some(({ ask: each }) => {
    if (each.type === "unknown" || each.type === "nothing" || each.type === "which") return false;
    // "What about Wednesday?" is a wish where a day is looked for.
    if (each.type === "hours" && turn.draft && !cues.hours.test(heard.text)) return false;
    return !(isWish && each.type === "service" && each.aspects.every((aspect) => aspect === "offer"));
  });
}

function isQuestion({ heard: { text, said }, listening }: TurnHeard): boolean {
  return said.includes("?") || listening.language.cues.isQuestion.test(text);
}

function isAnswered(turn: TurnHeard): boolean {
  return isQuestion(turn) && asksOf(turn).some(({ ask: { type } }) => type === "faq");
}

function isFaqOnly(turn: TurnHeard): boolean {
  return turn.listening.language.cues.isPolicy.test(turn.heard.text);
}

function isUnbookable({ heard: { services }, listening }: TurnHeard): boolean {
  const canBook = listening.knowledge.services.some(({ minutes }) => minutes !== null);
  const [first] = services.sure;
  return !canBook || (services.basis !== "about" && services.sure.length === 1 && first?.minutes === null);
}

function isChanged(before: Draft, after: Draft): boolean {
  return (
    before.service !== after.service ||
    before.date !== after.date ||
    before.time?.minute !== after.time?.minute ||
    before.name !== after.name ||
    (after.either.length > 0 && before.either !== after.either)
  );
}

function isEmpty(text: string, language: Language): boolean {
  return tokensOf(plain(text, language), language).filter(({ word }) => !language.cues.thanks.test(word)).length === 0;
}

function answerAndGoOn(answer: Answer, draft: Draft, turn: TurnHeard): ToolCall {
  const { reply } = bookInputOf(draft, turn.listening, false);
  return answered(missingOf(draft) === null ? answer : { ...answer, reply: `${answer.reply} ${reply}` });
}

function answered({ facts, reply }: Answer): ToolCall {
  return { tool: "answer_from_knowledge", input: { facts, sure: true, reply } };
}

function ask(reply: string): ToolCall {
  return answered({ facts: [], reply });
}

function book(draft: Draft, { listening }: Pick<TurnHeard, "listening" | "heard">, confirmed = false): ToolCall {
  return { tool: "book_appointment", input: bookInputOf(draft, listening, confirmed) };
}

function transfer(reason: string, reply: string): ToolCall {
  return { tool: "transfer_to_human", input: { reason, reply } };
}

function withFacts(facts: readonly string[], phrase: string, { listening }: TurnHeard): ToolCall {
  return answered({ facts, reply: phrase.replace("{name}", listening.knowledge.business.name) });
}

/** The last call once more. */
function again({ tool, input }: Exchange): ToolCall | null {
  if (tool !== "answer_from_knowledge" && tool !== "book_appointment") return null;
  try {
    return { tool, input: JSON.parse(input) } as ToolCall;
  } catch {
    return null;
  }
}

function sourceOf({ listening: { knowledge, language, now }, facts }: TurnHeard) {
  return { knowledge, language, now, facts };
}

/** What the last turns were about. */
function beforeOf(history: readonly Exchange[], listening: Listening): Before {
  const recent = history.slice(-3).reverse();
  const last = recent[0];
  if (!last) return nothingBefore;
  const lastAsk = askOf(hear(last.callerSaid, listening), listening, nothingBefore);
  const services =
    recent.map((exchange) => servicesIn(exchange, listening.knowledge)).find((found) => found.length > 0) ?? [];
  return {
    services,
    aspects: lastAsk.type === "service" || lastAsk.type === "which" ? lastAsk.aspects : [],
    wasHours: last.input.includes('"hours.'),
    choices: lastAsk.type === "which" && last.tool === "answer_from_knowledge" ? lastAsk.services : [],
  };
}

function servicesIn({ input }: Exchange, { services }: Knowledge) {
  let fields: { facts?: unknown; service?: unknown };
  try {
    fields = JSON.parse(input) as typeof fields;
  } catch {
    return [];
  }
  const facts = Array.isArray(fields.facts) ? fields.facts : [];
  return services.filter(({ id }) => facts.includes(`service.${id}`) || fields.service === id);
}

const factsByDate = new WeakMap<Knowledge, Map<string, readonly Fact[]>>();

function factsAt(knowledge: Knowledge, date: string): readonly Fact[] {
  const byDate = factsByDate.get(knowledge) ?? new Map<string, readonly Fact[]>();
  factsByDate.set(knowledge, byDate);
  const facts = byDate.get(date) ?? factsOf(knowledge, date);
  byDate.set(date, facts);
  return facts;
}
