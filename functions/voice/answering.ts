import { adoptReadBack, isWriting, planBooking, startTask } from "./appointment";
import { expectedReplyAtMs, expectedWaitMs, fillerDueMs, isQuiet, replyDueMs, thinkStage } from "./ledger";
import { keepPace } from "./paces";
import { conclude, giveUp, hasPassed, isDecidedFor, speak, takeClauses } from "./reply";
import { dropUnmade, give, hasBegun, hold, isReplyAudible, prepare, takeBack } from "./speaking";
import type { Conversation, Step, Turn } from "./state";
import { change, changeTurn, clearTimer, enter, newId, note, setTimer } from "./state";
import { emptyReading, readPiece } from "./toolInput";
import { checkToolCall, toolNames, wrongField } from "./tools";
import { beginTurn, dropTurn } from "./turn";

/** A turn of the agent, from the first draft of an answer to its last word. */

const lookAgainMs = 100;
/** On `duplex`, where less is missing, the model's choice of a tool is waited for so long: it tells how long the reply takes. */
const toolChoiceMs = 500;
/** Where the reply comes within this time, a word is enough. */
const shortWaitMs = 900;
/** A question that a successor had to hear again is answered within this time. */
const answerAgainMs = 1200;
/** "Sure." holds no line. */
const shortFillerCharacters = 7;
const mostFlowFillerCharacters = 21;

/** Starts to draft an answer to what may be all that the caller has to say. */
export function considerDraft(step: Step, callerSaid: string): void {
  if (isSame(step.c.turn?.callerSaid, callerSaid)) return;
  dropTurn(step);
  beginTurn(step, { callerSaid, callerEndedAtMs: null, tookFromMs: step.c.hearing.takenUntilMs }, null);
}

/** It is the agent's turn. */
export function decide(step: Step, said: Pick<Turn, "callerSaid" | "callerEndedAtMs" | "tookFromMs">): void {
  const draft = step.c.turn?.decidedAtMs === null && !step.c.turn.isFailed ? step.c.turn : null;
  if (draft && isSame(draft.callerSaid, said.callerSaid)) {
    changeTurn(step, {
      ...said,
      decidedAtMs: step.atMs,
      clauseAtMs: draft.clauseAtMs === null ? null : Math.max(draft.clauseAtMs, step.atMs),
      audioAtMs: draft.audioAtMs === null ? null : step.atMs,
    });
  } else {
    dropTurn(step);
    beginTurn(step, said, step.atMs);
  }
  clearTimer(step, "endOfTurn");
  enter(step, "thinking");
  changeTurn(step, { filler: fillerSince(step.c, said.callerEndedAtMs ?? step.atMs) });
  // A sound that has just begun may be words: what comes to say waits for that.
  const { hearing, call } = step.c;
  const noiseUntilMs = hearing.turnedAtMs + call.taking.noiseMs;
  if (hearing.isSounding && step.atMs < noiseUntilMs) hold(step, noiseUntilMs);
  const endedAtMs = said.callerEndedAtMs ?? step.atMs;
  setTimer(
    step,
    "tooSlow",
    Math.max(endedAtMs + call.taking.tooSlowMs, hearing.completeFromMs + answerAgainMs, step.atMs),
  );
  adoptReadBack(step);
  if (step.c.turn?.task?.isWaiting) startTask(step);
  speak(step);
  conclude(step);
  planFiller(step, endedAtMs);
}

export function onToolPicked(step: Step, name: string): void {
  changeTurn(step, { tool: toolNames.find((each) => each === name) ?? null });
  const { turn, timers } = step.c;
  if (turn?.decidedAtMs != null && timers.filler !== undefined)
    planFiller(step, turn.callerEndedAtMs ?? turn.decidedAtMs);
}

export function onInputWritten(step: Step, json: string): void {
  const { turn } = step.c;
  if (!turn) return;
  changeTurn(step, { reading: readPiece(turn.reading, json) });
  progress(step);
}

export function onThoughtEnded(step: Step): void {
  const { turn } = step.c;
  if (!turn) return;
  const checked = turn.tool ? checkToolCall(turn.tool, turn.reading) : "no tool was called";
  if (typeof checked === "string") return onThoughtFailed(step, checked, true);
  changeTurn(step, { toolCall: checked, isThoughtOver: true });
  progress(step);
  conclude(step);
}

/**
 * A draft that fails is thought again when it is our turn. After that it is asked once more: at once for a call that was invalid,
 * in a moment for a service that failed. Then it is a person's call.
 */
export function onThoughtFailed(step: Step, reason: string, isInvalid = false): void {
  const { turn, call } = step.c;
  if (!turn) return;
  // What is being written is known whole already.
  if (isWriting(step.c)) return changeTurn(step, { isThoughtOver: true });
  if (turn.task) changeTurn(step, { task: null });
  if (turn.decidedAtMs === null) {
    note(step, "bedrock", reason, "the draft was thrown away");
    return changeTurn(step, { isThoughtOver: true, isFailed: true });
  }
  if (turn.attempt > 1 || hasPassed(step.c)) {
    note(step, "bedrock", reason, "passed to a person");
    changeTurn(step, { isThoughtOver: true });
    return giveUp(step, "The assistant could not answer");
  }
  note(step, "bedrock", reason, isInvalid ? "asked for a valid call" : "asked again");
  const notes = isInvalid ? [`Your last call was invalid: ${reason}. Call exactly one tool with valid input.`] : [];
  changeTurn(step, {
    request: { ...turn.request, notes },
    attempt: turn.attempt + 1,
    tool: null,
    reading: emptyReading,
    clausedCharacters: 0,
    wording: "undecided",
    thought: newId(step),
    thoughtAtMs: step.atMs,
  });
  if (isInvalid) askAgain(step);
  else setTimer(step, "retry", step.atMs + call.taking.retryAfterMs);
}

export function askAgain(step: Step): void {
  const { turn } = step.c;
  if (turn) step.effects.push({ type: "think", thought: turn.thought, request: turn.request });
}

/** Takes what can be spoken from what is written so far. */
function progress(step: Step): void {
  const { turn } = step.c;
  if (!turn?.tool || turn.blocked) return;
  // It is to be written again; nothing of it is spoken or done.
  if (wrongField(turn.tool, turn.reading.fields) !== null) return;
  const hadThought = turn.task !== null || hasPassed(step.c);
  if (turn.wording === "undecided") {
    const isReplyNext = turn.reading.isReplyOpen || turn.reading.isReplyDone || turn.isThoughtOver;
    if (turn.tool !== "book_appointment" || isDecidedFor(step.c, turn)) changeTurn(step, { wording: "reply" });
    else if (isReplyNext && turn.task === null) planBooking(step);
  }
  if (step.c.turn?.wording === "reply") takeClauses(step);
  if (!hadThought && (step.c.turn?.task != null || hasPassed(step.c)))
    keepPace(step, thinkStage(turn), step.atMs - turn.thoughtAtMs);
}

/**
 * Where the reply is likely to be too late a filler goes out at once, or when the model has chosen its tool, so that it is over
 * when the reply comes; else when it is due.
 */
function planFiller(step: Step, endedAtMs: number): void {
  const { turn } = step.c;
  if (!turn) return;
  const lateMs = expectedReplyAtMs(step.c, turn, step.atMs) - replyDueMs(step.c, endedAtMs);
  const isLate = lateMs > 0;
  const isToolAwaited = turn.tool === null && step.c.call.grade === "duplex" && lateMs < toolChoiceMs;
  const toolDueMs = isToolAwaited ? turn.thoughtAtMs + toolChoiceMs : step.atMs;
  const dueMs = fillerDueMs(step.c, endedAtMs);
  const atMs = isLate ? Math.min(toolDueMs, dueMs) : dueMs;
  if (isLate && atMs <= step.atMs) onFillerTimer(step);
  else setTimer(step, "filler", Math.max(atMs, step.atMs));
}

/** What still holds the line where the last of the caller's words came to be known only after it was said. */
function fillerSince({ mouth, turn }: Conversation, callerEndedAtMs: number): string | null {
  const filler = mouth.findLast((speech) => speech.kind === "filler" && speech.turn === turn?.index);
  const isHeard = filler?.status === "playing" || filler?.status === "heard";
  return isHeard && (filler.startedAtMs ?? 0) >= callerEndedAtMs ? filler.text : null;
}

/** Nothing is heard and it takes too long: a few words that hold the line. */
export function onFillerTimer(step: Step): void {
  const { turn, call } = step.c;
  if (!turn || turn.decidedAtMs === null || turn.filler !== null) return;
  // Nobody talks into a sound of the caller.
  if (step.c.isHeld) return setTimer(step, "filler", step.atMs + lookAgainMs);
  const coming = step.c.mouth.find(({ status }) => status === "given");
  if (isReplyAudible(step.c)) return;
  // What plays on `flow` plays to its end, whosever turn it was.
  if (step.c.mouth.some(({ status }) => status === "playing" || status === "held"))
    return setTimer(step, "filler", step.atMs + lookAgainMs);
  // What there is sound of is about to be heard; on `flow` it may be on its way already.
  if (coming && (coming.readyAtMs !== null || call.rendered.has(coming.text))) return;
  if (!coming && hasBegun(step.c, turn.index) && turn.isThoughtOver) return;
  const text = fillerFor(step.c, turn, expectedWaitMs(step.c, turn, step.atMs));
  if (text === undefined) return;
  changeTurn(step, { filler: text });
  if (coming) takeBack(step);
  const reply = step.c.mouth.filter(({ status }) => status === "prepared");
  change(step, { mouth: step.c.mouth.filter(({ status }) => status !== "prepared") });
  prepare(step, { turn: turn.index, kind: "filler", text });
  change(step, { mouth: [...step.c.mouth, ...reply] });
  give(step);
}

/**
 * The shortest where the reply is about to come, the longest where something is looked up and it can be broken off; else they
 * take turns, but for those that say too little to hold the line.
 */
function fillerFor(c: Conversation, turn: Turn, waitMs: number | null): string | undefined {
  const all = [...c.call.knowledge.say.fillers].sort((a, b) => a.length - b.length);
  // What plays on `flow` is played to its end, and the reply is not to wait for it.
  const short = all.filter(({ length }) => length <= mostFlowFillerCharacters);
  const fillers = c.call.grade === "flow" && short.length > 0 ? short : all;
  if (waitMs !== null && waitMs < shortWaitMs) return fillers[0];
  if (turn.task !== null) return c.call.grade === "flow" ? fillers[0] : fillers.at(-1);
  const holding = fillers.filter(({ length }) => length > shortFillerCharacters);
  const choice = holding.length > 0 ? holding : fillers;
  return choice[(turn.index - 1) % choice.length];
}

/** The caller must not wait any longer. */
export function onTooSlowTimer(step: Step): void {
  const { turn } = step.c;
  if (!turn || isReplyAudible(step.c) || (isQuiet(step.c) && turn.isThoughtOver && turn.task === null)) return;
  if (dropUnmade(step)) return;
  note(step, turn.task ? "desk" : "bedrock", "no answer in time", "passed to a person");
  giveUp(step, "The assistant could not answer in time");
}

/** The same words; a recogniser adds punctuation and capitals when it is sure that a sentence is over. */
function isSame(drafted: string | undefined, said: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[.,!?…]+(?=\s|$)/g, "");
  return drafted !== undefined && plain(drafted) === plain(said);
}
