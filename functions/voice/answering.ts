import { adoptReadBack, isWriting, planBooking, startTask } from "./appointment";
import { conclude, giveUp, hasPassed, speak, takeClauses } from "./reply";
import { give, hasBegun, prepare, takeBack } from "./speaking";
import type { Step, Turn } from "./state";
import { change, changeTurn, clearTimer, enter, newId, note, setTimer } from "./state";
import { emptyReading, readPiece } from "./toolInput";
import { checkToolCall, toolNames } from "./tools";
import { beginTurn, dropTurn } from "./turn";

/** A turn of the agent, from the first draft of an answer to its last word. */

/** One filler is enough for so long. */
const fillerEveryMs = 3000;
/** "Sure." holds no line. */
const shortFillerCharacters = 7;

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
  const endedAtMs = said.callerEndedAtMs ?? step.atMs;
  setTimer(step, "filler", Math.max(endedAtMs + step.c.call.taking.fillerMs, step.atMs));
  setTimer(step, "tooSlow", Math.max(endedAtMs + step.c.call.taking.tooSlowMs, step.atMs));
  adoptReadBack(step);
  if (step.c.turn?.task?.isWaiting) startTask(step);
  speak(step);
  conclude(step);
}

export function onToolPicked(step: Step, name: string): void {
  changeTurn(step, { tool: toolNames.find((each) => each === name) ?? null });
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
  if (turn.wording === "undecided") {
    const isReplyNext = turn.reading.isReplyOpen || turn.reading.isReplyDone || turn.isThoughtOver;
    if (turn.tool !== "book_appointment") changeTurn(step, { wording: "reply" });
    else if (isReplyNext && turn.task === null) planBooking(step);
  }
  if (step.c.turn?.wording === "reply") takeClauses(step);
}

/** Nothing is heard yet and it takes too long: a few words that hold the line. */
export function onFillerTimer(step: Step): void {
  const { turn, call } = step.c;
  if (
    !turn ||
    turn.decidedAtMs === null ||
    turn.filler !== null ||
    turn.audioAtMs !== null ||
    hasBegun(step.c, turn.index)
  )
    return;
  const isComing = hasPassed(step.c);
  // On `flow` a filler would only keep a reply waiting that is about to come.
  if (isComing && call.grade === "flow") return;
  if (step.c.mouth.some(({ kind, startedAtMs }) => kind === "filler" && (startedAtMs ?? 0) > step.atMs - fillerEveryMs))
    return;
  const text = fillerFor(call.knowledge.say.fillers, turn.index, turn.tool !== null);
  if (text === undefined) return;
  changeTurn(step, { filler: text });
  if (isComing) takeBack(step);
  const reply = step.c.mouth.filter(({ status }) => status === "prepared");
  change(step, { mouth: step.c.mouth.filter(({ status }) => status !== "prepared") });
  prepare(step, { turn: turn.index, kind: "filler", text });
  change(step, { mouth: [...step.c.mouth, ...reply] });
  give(step);
}

/** The shortest where the reply is about to come; else they take turns, but for those that say too little to hold the line. */
function fillerFor(fillers: readonly string[], turn: number, isShort: boolean): string | undefined {
  if (isShort) return [...fillers].sort((a, b) => a.length - b.length)[0];
  const holding = fillers.filter(({ length }) => length > shortFillerCharacters);
  const choice = holding.length > 0 ? holding : fillers;
  return choice[(turn - 1) % choice.length];
}

/** The caller must not wait any longer. */
export function onTooSlowTimer(step: Step): void {
  const { turn } = step.c;
  if (!turn || hasPassed(step.c)) return;
  note(step, turn.task ? "desk" : "bedrock", "no answer in time", "passed to a person");
  giveUp(step, "The assistant could not answer in time");
}

/** The same words; a recogniser adds punctuation and capitals when it is sure that a sentence is over. */
function isSame(drafted: string | undefined, said: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[.,!?…]+(?=\s|$)/g, "");
  return drafted !== undefined && plain(drafted) === plain(said);
}
