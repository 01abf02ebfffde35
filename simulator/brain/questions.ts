import type { ToolCall } from "../../functions/voice/tools";
import { answerTo } from "./answers";
import { wantsBooking } from "./booking";
import { type Heard, hear, questionsOf } from "./hear";
import { answered, ask, isQuestion, sourceOf, type TurnHeard } from "./turnHeard";
import { type Ask, askOf } from "./understand";
import type { Answer } from "./wording";

/** Questions about the business. */
export function aboutTheBusiness(turn: TurnHeard): ToolCall | null {
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

/** The questions of the caller's words, without what is none. */
export function asksOf({ heard, listening, before }: TurnHeard): { ask: Ask; heard: Heard }[] {
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
  const hasDay = asks.some(({ ask: each }) => each.type === "hours" && each.days.length > 0);
  // "How about Wednesday, what time do you open?" is one question.
  const isSameHours = ({ ask: each }: { ask: Ask }) => hasDay && each.type === "hours" && each.days.length === 0;
  // A remark beside an answered question ("my car is old") is not a question of its own.
  const { cues } = listening.language;
  const isQuestion = ({ heard: { text, said: words } }: { heard: Heard }) =>
    cues.isQuestion.test(text) || words.includes("?");
  if (asks.every(({ ask: { type } }) => type === "unknown")) {
    const together = whole.length < 2 ? null : askOf(heard, listening, before);
    const isKnown = together !== null && together.type !== "unknown" && together.type !== "nothing";
    return isKnown ? [{ ask: together, heard }] : asks;
  }
  return asks.filter((one) => (one.ask.type === "unknown" ? isQuestion(one) : !isToldAnyway(one) && !isSameHours(one)));
}

/** What the file has to say to the caller's questions, null where it has nothing. */
export function answerAll(turn: TurnHeard): Answer | null {
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
export function isInformation(turn: TurnHeard): boolean {
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

/** The file answers what sounds like a complaint or an emergency: "Do you take emergencies?" */
export function isAnswered(turn: TurnHeard): boolean {
  return isQuestion(turn) && asksOf(turn).some(({ ask: { type } }) => type === "faq");
}
