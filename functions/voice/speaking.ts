import { clausesOf, heardOf, partsOf } from "../shared/clauses";
import { fixedPieces, flowPartCharacters } from "../shared/fixedSpeech";
import { keepPace } from "./paces";
import type { Conversation, ConversationEvent, Step, Utterance } from "./state";
import { change, changeTurn, clearTimer, newId, note, setTimer } from "./state";

/** What the agent has said, is saying and is about to say. */

/** A comma ends a clause only after this many characters: on `flow` every clause costs a gap. */
const leastClauseCharacters = { duplex: 12, flow: 20 } as const;
/** Until a speech is made to its end, its length is guessed. */
export const typicalCharacterMs = 65;
/** Lengths of sound are whole frames. */
const frameMs = 20;
/** For the watchdog only: nobody speaks slower. */
const slowestCharacterMs = 120;

/** The clauses of a reply as far as it is written, for the line of this call. */
export function clausesFor(c: Conversation, text: string, isComplete: boolean): { clauses: string[]; rest: string } {
  return clausesOf(text, isComplete, leastClauseCharacters[c.call.grade]);
}

/**
 * Has `text` made into speech; it is given to the line by `give`. On `flow` keys reach us only after an offer, so whatever the
 * caller may want to answer by a key is one; of several parts only the last, for after it the flow waits for a key.
 */
export function prepare(step: Step, speech: Pick<Utterance, "turn" | "kind" | "text"> & { isOffer?: boolean }): void {
  // A greeting is cut only at its sentences: every pause in it is a caller who starts to speak.
  const isWhole = step.c.call.grade === "duplex" || speech.kind === "greeting";
  const parts = isWhole ? [speech.text] : partsOf(speech.text, flowPartCharacters);
  for (const [index, text] of parts.entries()) {
    const id = `s${newId(step)}`;
    const utterance: Utterance = {
      id,
      turn: speech.turn,
      kind: speech.kind,
      text,
      isOffer: speech.isOffer === true && index === parts.length - 1,
      askedAtMs: step.atMs,
      readyAtMs: null,
      status: "prepared",
      startedAtMs: null,
      heardMs: 0,
      durationMs: null,
      attempt: 1,
    };
    change(step, { mouth: [...step.c.mouth, utterance] });
    makeSpeech(step, id, text);
  }
}

function makeSpeech(step: Step, id: string, text: string): void {
  const { usage, call } = step.c;
  const characters = call.rendered.has(text) ? 0 : text.length;
  change(step, { usage: { ...usage, spokenCharacters: usage.spokenCharacters + characters } });
  step.effects.push({ type: "makeSpeech", id, text });
}

/** Has a fixed text made into speech, sentence by sentence; only its last can be an offer, for keys are waited for after it. */
export function prepareText(step: Step, { isOffer = false, ...speech }: Parameters<typeof prepare>[1]): void {
  const sentences = fixedPieces(speech.text, "duplex");
  for (const [index, text] of sentences.entries())
    prepare(step, { ...speech, text, isOffer: isOffer && index === sentences.length - 1 });
}

/** Gives everything that is prepared to the line, in order. A draft is not given. */
export function give(step: Step): void {
  for (const { id, status, text, isOffer } of step.c.mouth) {
    if (status !== "prepared") continue;
    changeUtterance(step, id, { status: "given" });
    step.effects.push({ type: "play", speech: { id, text, isOffer } });
  }
  watch(step);
}

/** Holds back what the agent says or is about to say, until `untilMs` at the latest. */
export function hold(step: Step, untilMs: number): void {
  if (step.c.isHeld) return;
  change(step, { isHeld: true });
  step.effects.push({ type: "hold" });
  clearTimer(step, "stalled");
  setTimer(step, "resume", untilMs);
}

/** Stops the agent for good: what has not begun is never heard. */
export function stopSpeaking(step: Step): void {
  if (isSpeaking(step.c) || step.c.isHeld) step.effects.push({ type: "stop" });
  for (const { id, status } of step.c.mouth) {
    if (status === "prepared") step.effects.push({ type: "forgetSpeech", id });
    // On `flow` what plays is played to its end, and the line will say so.
    const isCut =
      status === "prepared" ||
      status === "given" ||
      (step.c.call.grade === "duplex" && (status === "playing" || status === "held"));
    if (isCut) changeUtterance(step, id, { status: "cut" });
  }
  change(step, { isHeld: false });
  clearTimer(step, "resume");
  clearTimer(step, "stalled");
}

/** Takes back from the line what has not begun, so that something can be said before it. */
export function takeBack(step: Step): void {
  if (isSpeaking(step.c)) step.effects.push({ type: "stop" });
  for (const { id, status } of step.c.mouth) if (status === "given") changeUtterance(step, id, { status: "prepared" });
}

/**
 * Does without what is still being made, so that nobody waits for it any longer: on `flow` Connect says it in its own voice, on
 * `duplex` it is never said. Whether a reply is said so.
 */
export function dropUnmade(step: Step): boolean {
  const { rendered, grade } = step.c.call;
  const unmade = step.c.mouth.filter(
    ({ status, readyAtMs, text }) => status === "given" && readyAtMs === null && !rendered.has(text),
  );
  for (const { id } of unmade) step.effects.push({ type: "forgetSpeech", id });
  if (grade === "flow") {
    if (unmade.length > 0) note(step, "polly", "no sound in time", "said in Connect's own voice");
    return unmade.some(({ kind }) => kind === "reply");
  }
  change(step, { mouth: step.c.mouth.filter((speech) => !unmade.some(({ id }) => id === speech.id)) });
  return false;
}

/** Something of the turn's reply can be heard, or there is sound of it that is about to be: nothing unmade stands before it. */
export function isReplyAudible(c: Conversation): boolean {
  const replies = c.mouth.filter(({ turn, kind }) => turn === c.turn?.index && kind === "reply");
  if (replies.some(({ status }) => status === "playing" || status === "held")) return true;
  const first = replies.find(({ status }) => status === "given");
  return first !== undefined && (first.readyAtMs !== null || c.call.rendered.has(first.text));
}

/** Forgets what was made for a draft. */
export function forgetPrepared(step: Step): void {
  for (const { id, status } of step.c.mouth) if (status === "prepared") step.effects.push({ type: "forgetSpeech", id });
  change(step, { mouth: step.c.mouth.filter(({ status }) => status !== "prepared") });
}

/** Something of the agent is audible or about to be. */
export function isSpeaking(c: Conversation): boolean {
  return c.mouth.some(({ status }) => status === "given" || status === "playing" || status === "held");
}

/** The caller has heard something of the turn's reply. */
export function hasBegun(c: Conversation, turn: number): boolean {
  return c.mouth.some(
    (speech) =>
      speech.turn === turn &&
      speech.kind === "reply" &&
      (speech.status === "playing" || speech.status === "held" || speech.status === "heard" || speech.heardMs > 0),
  );
}

/** What was meant to be said in a turn, the gate passed. */
export function saidIn(c: Conversation, turn: number): string {
  return texts(c, turn, (speech) => speech.text);
}

/** What the caller has heard of it, cut at a word. */
export function heardIn(c: Conversation, turn: number): string {
  return texts(c, turn, heardOfSpeech);
}

/** The same where what is playing has been heard up to `atMs`. */
export function heardBy(c: Conversation, turn: number, atMs: number): string {
  return texts(c, turn, (speech) => {
    const playedMs = speech.status === "playing" ? Math.max(0, atMs - (speech.startedAtMs ?? atMs)) : 0;
    return heardOfSpeech({ ...speech, heardMs: speech.heardMs + playedMs });
  });
}

/** Of what was on its way when the caller hung up, and the news of it on its way back, nothing was heard: half of both, as believed. */
const onTheWayMs = 75;

/** The call is over: what is playing has been heard so far and no further. */
export function breakOff(step: Step): void {
  // On `flow` it is only estimated when a sound began.
  const lateMs = step.c.call.grade === "duplex" ? onTheWayMs : 0;
  for (const { id, status, startedAtMs, heardMs, durationMs } of step.c.mouth) {
    if (status !== "playing" || startedAtMs === null) continue;
    const playedMs = heardMs + Math.max(0, step.atMs - lateMs - startedAtMs);
    changeUtterance(step, id, { status: "cut", heardMs: Math.min(playedMs, durationMs ?? playedMs) });
  }
}

function heardOfSpeech(speech: Utterance): string {
  if (speech.status === "heard") return speech.text;
  return heardOf(speech.text, speech.heardMs, speech.durationMs ?? speech.text.length * typicalCharacterMs);
}

export function onSpeechEvent(
  step: Step,
  event: Exclude<Extract<ConversationEvent, { type: `speech${string}` }>, { type: "speechFailed" }>,
): void {
  const speech = step.c.mouth.find(({ id }) => id === event.id);
  if (!speech) return;
  switch (event.type) {
    case "speechReady":
      if (step.c.call.grade === "duplex") makeReady(step, speech);
      if (isFirstOfReply(step.c, speech)) {
        const turn = step.c.turn;
        if (turn && turn.audioAtMs === null)
          changeTurn(step, { audioAtMs: Math.max(event.atMs, turn.decidedAtMs ?? event.atMs) });
      }
      return;
    case "speechMade":
      makeReady(step, speech);
      changeUtterance(step, event.id, { durationMs: event.durationMs });
      return;
    case "speechStarted":
      // On `flow` the stop may have come too late: then it plays to its end.
      if (speech.status !== "cut" || step.c.call.grade === "flow") {
        changeUtterance(step, event.id, { status: "playing", startedAtMs: event.atMs });
        if (speech.status === "cut" && speech.kind === "filler") dropSecondFiller(step, speech.turn);
      }
      break;
    case "speechHeld":
      changeUtterance(step, event.id, {
        heardMs: event.heardMs,
        ...(speech.status === "cut" ? {} : { status: "held" as const }),
      });
      break;
    case "speechEnded":
      // On `flow` the length of what Connect says itself is not known.
      if (event.durationMs === 0 && (speech.status === "cut" || step.c.call.grade === "duplex")) {
        changeUtterance(step, event.id, { status: "cut" });
        break;
      }
      // A key ended what Connect was about to say before it began.
      if (event.durationMs === 0 && event.atMs <= (speech.startedAtMs ?? Number.NEGATIVE_INFINITY)) {
        changeUtterance(step, event.id, { status: "cut", heardMs: 0 });
        break;
      }
      // A key ends an offer before it is over.
      if (speech.durationMs !== null && event.durationMs < speech.durationMs - frameMs)
        changeUtterance(step, event.id, { status: "cut", heardMs: event.durationMs });
      else
        changeUtterance(step, event.id, { status: "heard", heardMs: event.durationMs, durationMs: event.durationMs });
  }
  watch(step);
}

/** Nobody is asked twice in a row to wait: a filler that could not be stopped serves in the place of the one that was to come. */
function dropSecondFiller(step: Step, turn: number): void {
  const second = step.c.mouth.find(
    (speech) => speech.kind === "filler" && speech.turn === turn && speech.status === "given",
  );
  if (!second) return;
  takeBack(step);
  step.effects.push({ type: "forgetSpeech", id: second.id });
  change(step, { mouth: step.c.mouth.filter(({ id }) => id !== second.id) });
  give(step);
}

/** There is sound of it that the line can play: on `flow` all of it, for a prompt is kept whole. */
function makeReady(step: Step, { id, text, askedAtMs, readyAtMs }: Utterance): void {
  if (readyAtMs !== null) return;
  changeUtterance(step, id, { readyAtMs: step.atMs });
  if (!step.c.call.rendered.has(text)) keepPace(step, "speak", step.atMs - askedAtMs);
}

/** The line must tell us something within the length of what it plays and a grace. */
export function watch(step: Step): void {
  if (!isSpeaking(step.c) || step.c.isHeld) return clearTimer(step, "stalled");
  const pending = step.c.mouth.find(({ status }) => status === "given" || status === "playing" || status === "held");
  const lengthMs = pending?.durationMs ?? (pending?.text.length ?? 0) * slowestCharacterMs;
  setTimer(step, "stalled", step.atMs + lengthMs + step.c.call.taking.stalledMs);
}

/**
 * What could not be made into sound: on `flow` Connect says it in its own voice, on `duplex` it is tried once more while there is
 * time for that. False where the caller will not hear it.
 */
export function onSpeechFailed(step: Step, id: string, reason: string): boolean {
  const speech = step.c.mouth.find((each) => each.id === id);
  if (!speech || speech.status === "cut") return true;
  const { taking, grade } = step.c.call;
  const isInTime = step.atMs < (step.c.turn?.callerEndedAtMs ?? step.atMs) + taking.retryWithinMs;
  if (grade === "duplex" && speech.attempt === 1 && isInTime) {
    note(step, "polly", reason, "tried again");
    changeUtterance(step, id, { attempt: 2 });
    makeSpeech(step, id, speech.text);
    return true;
  }
  step.effects.push({ type: "forgetSpeech", id });
  if (grade === "flow") note(step, "polly", reason, "said in Connect's own voice");
  else {
    // What is left out in the middle was never meant to be said.
    if (step.c.afterwards) leaveOut(step, speech);
    else changeUtterance(step, id, { status: "cut" });
    note(step, "polly", reason, step.c.afterwards ? "left out" : "passed to a person");
  }
  return grade === "flow" || step.c.afterwards !== null;
}

/** Nobody is passed on, or left, without a word: where there is no other, the fixed one is said. */
function leaveOut(step: Step, { id, turn, kind, text }: Utterance): void {
  const { afterwards, call } = step.c;
  change(step, { mouth: step.c.mouth.filter((each) => each.id !== id) });
  const isWordless = !step.c.mouth.some((each) => each.turn === turn && each.kind === kind);
  if (!isWordless || call.rendered.has(text)) return;
  const { transfer, farewell } = call.knowledge.say;
  prepareText(step, { turn, kind, text: afterwards?.type === "transfer" ? transfer : farewell });
  give(step);
}

function isFirstOfReply(c: Conversation, speech: Utterance): boolean {
  const replies = c.mouth.filter(({ turn, kind }) => turn === c.turn?.index && kind === "reply");
  return replies[0]?.id === speech.id;
}

function texts(c: Conversation, turn: number, textOf: (speech: Utterance) => string): string {
  return c.mouth
    .filter((speech) => speech.turn === turn && speech.kind === "reply")
    .map(textOf)
    .filter((text) => text !== "")
    .join(" ");
}

function changeUtterance(step: Step, id: string, patch: Partial<Utterance>): void {
  change(step, { mouth: step.c.mouth.map((speech) => (speech.id === id ? { ...speech, ...patch } : speech)) });
}
