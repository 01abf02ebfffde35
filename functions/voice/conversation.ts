import type { Booking, CallRecord, Consent, Usage } from "../shared/callRecord";
import { fixedPieces } from "../shared/fixedSpeech";
import {
  askAgain,
  onFillerTimer,
  onInputWritten,
  onThoughtEnded,
  onThoughtFailed,
  onToolPicked,
  onTooSlowTimer,
} from "./answering";
import { onDeskAnswered, onDeskFailed } from "./appointment";
import { finishSpeaking, isOver, isPassedOn, leave, tellPerson, transfer } from "./closing";
import {
  nothingHeard,
  onCallerHeard,
  onCallerSaid,
  onEndOfTurnTimer,
  onResumeTimer,
  onSoundPaused,
  onSoundStarted,
  onSoundStopped,
  settle,
} from "./hearing";
import { isKeyingIn, keyIn } from "./keys";
import { planGap } from "./ledger";
import { noPaces } from "./paces";
import { hearAgainMs, onCallResumed } from "./resuming";
import { onSilenceTimer } from "./silence";
import {
  give,
  heardIn,
  hold,
  isSpeaking,
  onSpeechEvent,
  onSpeechFailed,
  prepareText,
  saidIn,
  stopSpeaking,
} from "./speaking";
import type { CallFacts, Conversation, ConversationEvent, Effect, Step, TimerName } from "./state";
import { change, changeTurn, clearTimer, enter, note } from "./state";
import { closeTurn } from "./turn";

/**
 * Every rule of the conversation as one pure function: what happened goes in with its time, what is to be done comes out. It
 * reads no clock and no environment. `runCall.ts` performs the effects and turns everything that comes back into events, so the
 * same conversation runs in Lambda, on a laptop in real time and on the simulator's virtual clock.
 */
export function next(conversation: Conversation, event: ConversationEvent): [Conversation, Effect[]] {
  // When the call is over only a receipt still counts.
  if (
    isOver(conversation) &&
    event.type !== "callResumed" &&
    event.type !== "deskAnswered" &&
    event.type !== "deskFailed"
  )
    return [conversation, []];
  const step: Step = { atMs: event.atMs, c: conversation, effects: [] };
  react(step, event);
  finishSpeaking(step);
  tellPerson(step);
  planGap(step);
  // What the caller said meanwhile is answered now.
  if (step.c.state === "waiting" && conversation.state !== "waiting") settle(step);
  return [step.c, step.effects];
}

/** A call that has just been answered; the first event is `callStarted`. */
export function newConversation(call: CallFacts): Conversation {
  return {
    call,
    state: "greeting",
    hearing: { ...nothingHeard, takenUntilMs: call.startedAtMs },
    turn: null,
    pastTurns: [],
    mouth: [],
    isHeld: false,
    silence: null,
    afterwards: null,
    readBack: null,
    bookings: [],
    unanswered: [],
    writing: [],
    agreed: null,
    tools: [],
    faults: [],
    usage: { transcribeMs: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, spokenCharacters: 0 },
    paces: noPaces,
    transfer: null,
    callback: null,
    isPersonTold: false,
    ending: null,
    timers: {},
    nextId: 1,
  };
}

/** What is kept of the call. */
export function recordOf(c: Conversation, endedAtMs: number): CallRecord {
  const turns = c.turn && c.turn.decidedAtMs !== null ? [...c.pastTurns, c.turn] : c.pastTurns;
  const bookings = c.bookings.map(({ booking, saidBy, isAnnounced }) => {
    // What is no longer to be said was not heard either.
    const heard = new Set(c.mouth.filter(({ status }) => status === "heard").map(({ id }) => id));
    const isHeard = saidBy.length > 0 && saidBy.every((id) => heard.has(id));
    // Whoever was told neither way is rung up by a person.
    const confirmation: Booking["confirmation"] = isHeard
      ? "heard"
      : isAnnounced && booking.number !== null
        ? "message"
        : "person";
    return { ...booking, confirmation };
  });
  return {
    contactId: c.call.contactId,
    from: c.call.from,
    startedAtMs: c.call.startedAtMs,
    endedAtMs,
    turns: turns.map((turn) => ({
      index: turn.index,
      caller: turn.callerSaid,
      tool: turn.tool,
      facts: Array.isArray(turn.reading.fields.facts) ? turn.reading.fields.facts.map(String) : [],
      said: saidIn(c, turn.index),
      heard: heardIn(c, turn.index),
      interrupted: turn.isInterrupted,
      blocked: turn.blocked,
      filler: turn.filler,
      callerEndedAtMs: turn.callerEndedAtMs,
      decidedAtMs: turn.decidedAtMs ?? endedAtMs,
      clauseAtMs: turn.clauseAtMs,
      audioAtMs: turn.audioAtMs,
    })),
    tools: c.tools,
    booking: bookings.at(-1) ?? null,
    bookings,
    ...(c.unanswered.length === 0 ? {} : { unanswered: c.unanswered }),
    transfer: c.transfer,
    ...(c.callback === null ? {} : { callback: c.callback }),
    ending: c.ending ?? "failed",
    faults: c.faults,
    usage: { ...c.usage, transcribeMs: endedAtMs - c.call.startedAtMs },
    consent: consentIn(c),
  };
}

/** Null where the caller is not recorded, or has not heard of it. */
function consentIn({ call, mouth }: Conversation): Consent | null {
  const wording = call.knowledge.say.recording;
  const told = fixedPieces(wording, "duplex").map((piece) =>
    mouth.find(({ kind, status, text }) => kind === "greeting" && status === "heard" && text === piece),
  );
  const last = told.at(-1);
  if (!call.isRecorded || last === undefined || told.includes(undefined)) return null;
  return { atMs: (last.startedAtMs ?? last.askedAtMs) + (last.durationMs ?? last.heardMs), wording };
}

function react(step: Step, event: ConversationEvent): void {
  const { turn } = step.c;
  switch (event.type) {
    case "callStarted":
      return greet(step);
    case "callResumed":
      return onCallResumed(step, event.unsaid);
    case "callerHeard":
      return onCallerHeard(step, event.untilMs);
    case "callerSoundStarted":
      return onSoundStarted(step);
    case "callerSoundPaused":
      return onSoundPaused(step, event.soundAtMs);
    case "callerSoundStopped":
      return onSoundStopped(step, event.soundAtMs);
    case "callerSaid":
      return onCallerSaid(step, event.transcript);
    case "toolPicked":
      return turn?.thought === event.thought ? onToolPicked(step, event.name) : undefined;
    case "inputWritten":
      return turn?.thought === event.thought ? onInputWritten(step, event.json) : undefined;
    case "thoughtEnded":
      change(step, { usage: add(step.c.usage, event.usage) });
      return turn?.thought === event.thought && !turn.isThoughtOver ? onThoughtEnded(step) : undefined;
    case "thoughtFailed":
      return turn?.thought === event.thought && !turn.isThoughtOver ? onThoughtFailed(step, event.reason) : undefined;
    case "speechReady":
    case "speechMade":
    case "speechStarted":
    case "speechHeld":
    case "speechEnded":
      return onSpeechEvent(step, event);
    case "speechFailed":
      if (!onSpeechFailed(step, event.id, event.reason)) passToPerson(step, "The assistant could not speak");
      return;
    case "deskAnswered":
      return onDeskAnswered(step, event.task, event.ask, event.answer);
    case "deskFailed":
      return onDeskFailed(step, event.task, event.ask, event.reason);
    case "listeningFailed":
      return onListeningFailed(step, event);
    case "lineFailed":
      return loseLine(step, event.reason);
    case "warmingFailed":
      return note(step, event.service, event.reason, "done without until it is needed");
    case "keyPressed":
      return onKeyPressed(step, event.key);
    case "transferEnded":
    case "callerHungUp":
      return leave(step);
    case "timerFired":
      if (step.c.timers[event.name] !== event.dueMs) return;
      clearTimer(step, event.name);
      return onTimer[event.name](step);
  }
}

const onTimer: Readonly<Record<TimerName, (step: Step) => void>> = {
  endOfTurn: onEndOfTurnTimer,
  filler: onFillerTimer,
  tooSlow: onTooSlowTimer,
  silence: onSilenceTimer,
  resume: onResumeTimer,
  stalled: (step) => loseLine(step, "what was said never came to its end"),
  retry: askAgain,
};

/** Nothing can be said any more: whoever listens to the line is asked to call a person. */
function loseLine(step: Step, reason: string): void {
  note(step, "line", reason, "passed to a person");
  closeTurn(step);
  transfer(step, "The assistant lost the line");
}

function greet(step: Step): void {
  const { knowledge, isRecorded } = step.c.call;
  step.effects.push({ type: "show", state: "greeting" });
  const { greeting, recording } = knowledge.say;
  prepareText(step, { turn: 0, kind: "greeting", text: greeting, isOffer: !isRecorded });
  if (isRecorded) prepareText(step, { turn: 0, kind: "greeting", text: recording, isOffer: true });
  give(step);
}

/** 0 is a person at any moment, unless a number is being keyed in; a digit is a word where the caller has the word. */
function onKeyPressed(step: Step, key: string): void {
  if (isPassedOn(step.c)) return;
  const hasTheWord = step.c.state === "listening" || step.c.state === "waiting";
  if (/^\d$/.test(key) && hasTheWord && (key !== "0" || isKeyingIn(step.c, step.atMs))) return keyIn(step, key);
  if (key !== "0") return sayAgain(step);
  if (isSpeaking(step.c)) changeTurn(step, { isInterrupted: true });
  passToPerson(step, "The caller pressed 0");
}

/** On `flow` any key ends the offer that plays: one that does nothing else is not to cost the caller what was being said. */
function sayAgain(step: Step): void {
  const last = step.c.mouth.at(-1);
  if (step.c.call.grade !== "flow" || last?.status !== "cut" || last.heardMs === 0 || step.c.state === "listening")
    return;
  prepareText(step, { turn: 0, kind: "aside", text: last.text });
  give(step);
}

/** The caller cannot be understood any more. */
function onListeningFailed(step: Step, event: Extract<ConversationEvent, { type: "listeningFailed" }>): void {
  const isKept = step.c.hearing.segments.filter(({ isFinal }) => isFinal);
  // What was not final is heard once more.
  const completeFromMs = Math.max(step.c.hearing.completeFromMs, step.atMs + hearAgainMs);
  change(step, { hearing: { ...step.c.hearing, segments: isKept, completeFromMs } });
  note(step, event.service, event.reason, event.isOver ? "passed to a person" : "listened again from the last word");
  if (event.isOver) passToPerson(step, "The assistant could not hear the caller");
}

/** Without a turn of the caller: what was being said or drafted is left, and words from before do not interrupt it. */
function passToPerson(step: Step, reason: string): void {
  closeTurn(step);
  stopSpeaking(step);
  for (const name of ["endOfTurn", "silence"] as const) clearTimer(step, name);
  change(step, { silence: null, hearing: { ...step.c.hearing, takenUntilMs: step.atMs } });
  change(step, { afterwards: { type: "transfer", reason, isFirm: true } });
  prepareText(step, { turn: 0, kind: "aside", text: step.c.call.knowledge.say.transfer });
  give(step);
  enter(step, "speaking");
  // Nobody talks over a caller who is still speaking.
  if (step.c.hearing.isSounding) hold(step, step.atMs + step.c.call.taking.noiseMs);
}

function add(usage: Usage, more: Partial<Usage>): Usage {
  const sum = (key: keyof Usage) => usage[key] + (more[key] ?? 0);
  return {
    transcribeMs: sum("transcribeMs"),
    inputTokens: sum("inputTokens"),
    cachedTokens: sum("cachedTokens"),
    outputTokens: sum("outputTokens"),
    spokenCharacters: sum("spokenCharacters"),
  };
}
