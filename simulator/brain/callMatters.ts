import type { Exchange } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { inputOf, wantsBooking } from "./booking";
import { strip } from "./plainText";
import { isAnswered, isInformation } from "./questions";
import { answered, ask, book, isEmpty, isNoThanks, type TurnHeard, transfer } from "./turnHeard";

/** A person is asked for, or needed. */
export function aboutPeople(turn: TurnHeard): ToolCall | null {
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

/** Goodbyes, and what has to do with the call itself. */
export function aboutTheCall(turn: TurnHeard): ToolCall | null {
  const { heard, listening, request, draft } = turn;
  const { cues, phrases } = listening.language;
  const { text, tokens } = heard;
  const last = request.history.at(-1);
  if (text === "") return ask(phrases.sayAgainPlease);
  const isRest = (cue: RegExp) => isEmpty(strip(text, cue), listening.language);
  if (last && cues.sayAgain.test(text) && tokens.length < 3 && inputOf(last.input)) return again(last);
  if (cues.areYouThere.test(text) && tokens.length < 3) return ask(phrases.hereIAm);
  if (cues.wait.test(text) && isRest(cues.wait)) return ask(phrases.goAhead);
  const isFarewell = cues.goodbye.test(text) || cues.nothingElse.test(text);
  if (isFarewell && !isInformation(turn) && !wantsBooking(heard, listening))
    return { tool: "end_call", input: { reply: phrases.goodbye } };
  if (cues.no.test(text) && isRest(cues.no) && draft === null) return afterNo(turn);
  if (cues.areYouReal.test(text)) return withFacts(["business.name"], listening.language.phrases.iAmAi, turn);
  return null;
}

/** A no to "anything else?" is a goodbye; one to another question, or into an answer, is not. */
function afterNo(turn: TurnHeard): ToolCall {
  const { cues, phrases } = turn.listening.language;
  const heard = turn.request.history.at(-1)?.heard.trimEnd() ?? "";
  const isAsked = heard.endsWith("?");
  const isLast = isAsked ? cues.anythingElse.test(heard.toLowerCase()) : isNoThanks(turn) && heard !== "";
  if (isLast) return { tool: "end_call", input: { reply: phrases.goodbye } };
  return ask(isAsked ? phrases.allRightElse : phrases.howCanIHelp);
}

/** What is left: hellos, thanks, and words that nobody understands. */
export function smallTalk({ heard, listening, draft, request }: TurnHeard): ToolCall {
  const { cues, phrases } = listening.language;
  if (draft) return book(draft, { listening, heard });
  if (cues.greeting.test(heard.text)) return ask(phrases.hello);
  if (request.history.length > 0 && cues.thanks.test(heard.text)) return ask(phrases.welcome);
  if (cues.yes.test(heard.text)) return ask(phrases.goAhead);
  return ask(request.history.length === 0 ? phrases.howCanIHelp : phrases.sayAgainPlease);
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

function withFacts(facts: readonly string[], phrase: string, { listening }: TurnHeard): ToolCall {
  return answered({ facts, reply: phrase.replace("{name}", listening.knowledge.business.name) });
}
