import { localTime } from "../shared/hours";
import { concludeBooking, planBooking } from "./appointment";
import type { BrainRequest, Exchange } from "./ports";
import { clausesFor, forgetPrepared, give, hasBegun, heardIn, prepare, prepareText, takeBack } from "./speaking";
import type { Conversation, Step, Turn } from "./state";
import { change, changeTurn, clearTimer, enter, newId, note, setTimer } from "./state";
import { emptyReading, readPiece } from "./toolInput";
import { checkToolCall, toolNames } from "./tools";
import { whyNotSpoken } from "./truthGate";

/** A turn of the agent, from the first draft of an answer to its last word. */

/** Starts to draft an answer to what may be all that the caller has to say. */
export function considerDraft(step: Step, callerSaid: string): void {
  if (isSame(step.c.turn?.callerSaid, callerSaid)) return;
  dropTurn(step);
  begin(step, { callerSaid, callerEndedAtMs: null, tookFromMs: step.c.hearing.takenUntilMs }, null);
}

/** It is the agent's turn. */
export function decide(step: Step, said: Pick<Turn, "callerSaid" | "callerEndedAtMs" | "tookFromMs">): void {
  if (step.c.turn?.decidedAtMs === null && isSame(step.c.turn.callerSaid, said.callerSaid)) {
    changeTurn(step, { ...said, decidedAtMs: step.atMs });
    const turn = step.c.turn;
    if (turn?.clauseAtMs != null) changeTurn(step, { clauseAtMs: Math.max(turn.clauseAtMs, step.atMs) });
    if (turn?.audioAtMs != null) changeTurn(step, { audioAtMs: step.atMs });
  } else {
    dropTurn(step);
    begin(step, said, step.atMs);
  }
  clearTimer(step, "endOfTurn");
  enter(step, "thinking");
  const endedAtMs = said.callerEndedAtMs ?? step.atMs;
  setTimer(step, "filler", Math.max(endedAtMs + step.c.call.taking.fillerMs, step.atMs));
  setTimer(step, "tooSlow", Math.max(endedAtMs + step.c.call.taking.tooSlowMs, step.atMs));
  const written = step.c.turn?.task;
  if (written?.isWaiting) startTask(step);
  speak(step);
  conclude(step);
}

function begin(
  step: Step,
  said: Pick<Turn, "callerSaid" | "callerEndedAtMs" | "tookFromMs">,
  decidedAtMs: number | null,
): void {
  const index = step.c.pastTurns.length + 1;
  const request: BrainRequest = {
    turn: index,
    history: historyOf(step.c),
    callerSaid: said.callerSaid,
    now: nowOf(step.c, step.atMs),
    notes: [],
  };
  const thought = newId(step);
  const turn: Turn = {
    ...said,
    index,
    decidedAtMs,
    thought,
    request,
    attempt: 1,
    tool: null,
    reading: emptyReading,
    clausedCharacters: 0,
    wording: "undecided",
    task: null,
    toolCall: null,
    isThoughtOver: false,
    isInterrupted: false,
    blocked: null,
    filler: null,
    clauseAtMs: null,
    audioAtMs: null,
    isConcluded: false,
    result: "",
  };
  change(step, { turn });
  step.effects.push({ type: "think", thought, request });
}

/** Throws the turn away, with all that was made for it. */
export function dropTurn(step: Step): void {
  const { turn } = step.c;
  if (!turn) return;
  if (!turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  forgetPrepared(step);
  clearTimer(step, "filler");
  clearTimer(step, "tooSlow");
  // A sentence that nobody heard was never said; a filler that was heard stays with the turn that comes of this one.
  change(step, {
    turn: null,
    mouth: step.c.mouth.filter((speech) => speech.turn !== turn.index || speech.kind !== "reply"),
  });
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

/** Asks once more; then it is a person's call. */
export function onThoughtFailed(step: Step, reason: string, isInvalid = false): void {
  const { turn } = step.c;
  if (!turn) return;
  if (turn.attempt > 1 || hasPassed(step.c)) {
    note(step, "bedrock", reason, "passed to a person");
    changeTurn(step, { isThoughtOver: true });
    return giveUp(step, "The assistant could not answer");
  }
  note(step, "bedrock", reason, isInvalid ? "asked for a valid call" : "asked again");
  const thought = newId(step);
  const notes = isInvalid ? [`Your last call was invalid: ${reason}. Call exactly one tool with valid input.`] : [];
  const request = { ...turn.request, notes };
  changeTurn(step, {
    thought,
    request,
    attempt: turn.attempt + 1,
    tool: null,
    reading: emptyReading,
    clausedCharacters: 0,
    wording: "undecided",
  });
  step.effects.push({ type: "think", thought, request });
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

/** Checks the reply clause by clause and has what passes made into speech. */
export function takeClauses(step: Step): void {
  const { turn } = step.c;
  if (!turn?.tool) return;
  const { reading } = turn;
  const isFieldMissing =
    turn.tool === "answer_from_knowledge" && (!("facts" in reading.fields) || !("sure" in reading.fields));
  if (isFieldMissing && !turn.isThoughtOver) return;
  const { clauses, rest } = clausesFor(step.c, reading.reply.slice(turn.clausedCharacters), reading.isReplyDone);
  changeTurn(step, { clausedCharacters: reading.reply.length - rest.length });
  for (const clause of clauses) {
    const why = whyNotSpoken(clause, {
      tool: turn.tool,
      facts: step.c.call.facts,
      cited: strings(reading.fields.facts),
      isSure: reading.fields.sure === true,
      callerSaid: [...turn.request.history.map((past) => past.callerSaid), turn.callerSaid].join(" "),
    });
    if (why !== null) return block(step, clause, why);
    say(step, clause);
  }
}

/** Words of this turn that have passed. */
export function say(step: Step, text: string): void {
  const { turn } = step.c;
  if (!turn) return;
  prepare(step, { turn: turn.index, kind: "reply", text });
  if (turn.clauseAtMs === null) changeTurn(step, { clauseAtMs: step.atMs });
  speak(step);
}

/** Gives what is prepared to the line, once it is our turn. */
function speak(step: Step): void {
  const { turn } = step.c;
  if (!turn || turn.decidedAtMs === null || !hasPassed(step.c)) return;
  give(step);
  if (step.c.state === "thinking") enter(step, "speaking");
}

/** A claim that nothing supports ends the reply; what passed before it stays, and a person takes over. */
function block(step: Step, clause: string, why: string): void {
  const { turn } = step.c;
  if (!turn) return;
  if (!turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  changeTurn(step, { blocked: { clause, why }, isThoughtOver: true });
  sayFixed(step, step.c.call.knowledge.say.transfer);
  conclude(step);
}

/** Words that the program says in this turn. */
export function sayFixed(step: Step, text: string): void {
  const { turn } = step.c;
  if (!turn) return;
  prepareText(step, { turn: turn.index, kind: "reply", text });
  if (turn.clauseAtMs === null) changeTurn(step, { clauseAtMs: step.atMs });
  speak(step);
}

/** A fault that cannot be mended: a person takes over. */
export function giveUp(step: Step, reason: string): void {
  const { turn } = step.c;
  if (turn && !turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  changeTurn(step, { isThoughtOver: true, task: null, isConcluded: true });
  sayFixed(step, step.c.call.knowledge.say.transfer);
  change(step, { afterwards: { type: "transfer", reason } });
}

/** What a whole call means beyond its words. Nothing of it happens for a draft. */
export function conclude(step: Step): void {
  const { turn } = step.c;
  if (!turn || turn.decidedAtMs === null || !turn.isThoughtOver || turn.isConcluded) return;
  const { say: sentences } = step.c.call.knowledge;
  if (turn.blocked) {
    changeTurn(step, { isConcluded: true });
    return change(step, {
      afterwards: { type: "transfer", reason: `The assistant could not be sure: ${turn.blocked.why}` },
    });
  }
  const { toolCall } = turn;
  if (!toolCall) return;
  if (toolCall.tool === "book_appointment") return concludeBooking(step);
  changeTurn(step, { isConcluded: true });
  if (toolCall.tool === "transfer_to_human") {
    if (!hasPassed(step.c)) sayFixed(step, sentences.transfer);
    change(step, {
      afterwards: { type: "transfer", reason: toolCall.input.reason || "The caller asked for a person" },
    });
  } else if (toolCall.tool === "end_call") {
    if (!hasPassed(step.c)) sayFixed(step, sentences.farewell);
    change(step, { afterwards: { type: "end", ending: "goodbye" } });
  } else if (!hasPassed(step.c)) giveUp(step, "The assistant had no answer");
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
  const { fillers } = call.knowledge.say;
  // Where the reply is about to come, the shortest will do; on `flow` a filler would only keep it waiting.
  const isComing = hasPassed(step.c);
  if (isComing && call.grade === "flow") return;
  const text =
    isComing || call.grade === "flow"
      ? [...fillers].sort((a, b) => a.length - b.length)[0]
      : fillers[(turn.index - 1) % fillers.length];
  if (text === undefined) return;
  changeTurn(step, { filler: text });
  if (isComing) takeBack(step);
  const reply = step.c.mouth.filter(({ status }) => status === "prepared");
  change(step, { mouth: step.c.mouth.filter(({ status }) => status !== "prepared") });
  prepare(step, { turn: turn.index, kind: "filler", text });
  change(step, { mouth: [...step.c.mouth, ...reply] });
  give(step);
}

/** The caller must not wait any longer. */
export function onTooSlowTimer(step: Step): void {
  const { turn } = step.c;
  if (!turn || hasPassed(step.c)) return;
  note(step, turn.task ? "desk" : "bedrock", "no answer in time", "passed to a person");
  giveUp(step, "The assistant could not answer in time");
}

/** Asks the desk what the turn needs of it. */
export function startTask(step: Step): void {
  const task = step.c.turn?.task;
  if (!task) return;
  changeTurn(step, { task: { ...task, isWaiting: false } });
  step.effects.push({ type: "askDesk", task: task.id, ask: task.ask });
}

/** The same words; a recogniser adds punctuation and capitals when it is sure that a sentence is over. */
function isSame(drafted: string | undefined, said: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[.,!?…]+(?=\s|$)/g, "");
  return drafted !== undefined && plain(drafted) === plain(said);
}

function hasPassed(c: Conversation): boolean {
  return c.mouth.some(({ turn, kind }) => turn === c.turn?.index && kind === "reply");
}

function historyOf(c: Conversation): Exchange[] {
  return c.pastTurns.map((turn) => ({
    callerSaid: turn.callerSaid,
    tool: turn.tool,
    input: turn.reading.json,
    heard: heardIn(c, turn.index),
    result: turn.result,
  }));
}

function nowOf(c: Conversation, atMs: number): string {
  const { text, weekday } = localTime(atMs, c.call.knowledge.business.timezone);
  return `${text} ${weekday}`;
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
