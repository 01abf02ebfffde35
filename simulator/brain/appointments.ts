import type { ToolCall } from "../../functions/voice/tools";
import { bookInputOf, changeIn, type Draft, emptyDraft, missingOf, wantsBooking, withWords } from "./booking";
import { type Heard, hear, type Listening } from "./hear";
import { readName } from "./names";
import { answerAll, isInformation } from "./questions";
import { answered, ask, book, isEmpty, isNoThanks, isQuestion, type TurnHeard, transfer } from "./turnHeard";
import type { Answer } from "./wording";

/** The caller answers the read-back of a booking. */
export function aboutReadBack(turn: TurnHeard): ToolCall | null {
  const { draft, heard, listening } = turn;
  if (draft?.asked !== "yes") return null;
  const { cues, phrases } = listening.language;
  const { text } = heard;
  const wasAskedWhat = turn.request.history.at(-1)?.heard.includes(phrases.whatToChange) ?? false;
  const isNo = cues.no.test(text) || wasAskedWhat;
  const isGoodbye = cues.goodbye.test(text) && (isNo || !cues.yes.test(text));
  if (isGoodbye && !isInformation(turn)) return { tool: "end_call", input: { reply: phrases.goodbye } };
  if (cues.forgetIt.test(text) || isNoThanks(turn)) return ask(phrases.allRightElse);
  const changed = withWords(draft, heard, listening);
  if (isChanged(draft, changed) && !isInformation(turn)) return book(changed, turn);
  if (isNo && draft.change === "cancel") return ask(phrases.allRightElse);
  if (cues.aboutName.test(text) && !isInformation(turn))
    return book({ ...changed, name: readName(lastPart(heard, listening), true, listening.language) }, turn);
  if (isNo && cues.aboutTime.test(text)) return book({ ...changed, time: null }, turn);
  if (isNo && cues.aboutService.test(text)) return book({ ...changed, service: null }, turn);
  if (isNo) return ask(phrases.whatToChange);
  if (cues.yes.test(text) && !isInformation(turn)) return book(draft, turn, true);
  return null;
}

/** "Nope, wrong name, it's Bob." */
function lastPart({ said }: Heard, listening: Listening): Heard {
  return hear(said.split(/[,;.!]\s+/).at(-1) ?? said, listening);
}

/** Appointments: new ones, and changes to those that the caller has. */
export function aboutBookings(turn: TurnHeard): ToolCall | null {
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

function answerAndGoOn(answer: Answer, draft: Draft, turn: TurnHeard): ToolCall {
  const { reply } = bookInputOf(draft, turn.listening, false);
  return answered(missingOf(draft) === null ? answer : { ...answer, reply: `${answer.reply} ${reply}` });
}
