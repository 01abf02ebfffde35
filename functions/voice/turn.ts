import { localTime } from "../shared/hours";
import { anchorOf, historyOf } from "./anchor";
import type { BrainRequest } from "./ports";
import { forgetPrepared } from "./speaking";
import type { Conversation, Step, Turn } from "./state";
import { change, clearTimer, newId } from "./state";
import { emptyReading } from "./toolInput";

/** How a turn of the agent begins, and how it is over. */

/** Asks the brain; a draft where `decidedAtMs` is null. */
export function beginTurn(
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
    anchor: anchorOf(step.c),
  };
  const thought = newId(step);
  const turn: Turn = {
    ...said,
    index,
    decidedAtMs,
    thought,
    thoughtAtMs: step.atMs,
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
    isFailed: false,
    readBack: null,
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
  for (const name of ["filler", "tooSlow", "retry"] as const) clearTimer(step, name);
  // A sentence that nobody heard was never said; a filler that was heard stays with the turn that comes of this one.
  change(step, {
    turn: null,
    mouth: step.c.mouth.filter((speech) => speech.turn !== turn.index || speech.kind !== "reply"),
  });
}

/** The turn is over: it becomes past, whatever was still to come of it. A draft never was. */
export function closeTurn(step: Step): void {
  const { turn } = step.c;
  if (!turn) return;
  if (turn.decidedAtMs === null) return dropTurn(step);
  if (!turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  for (const name of ["filler", "tooSlow", "retry"] as const) clearTimer(step, name);
  change(step, { pastTurns: [...step.c.pastTurns, turn], turn: null });
}

function nowOf(c: Conversation, atMs: number): string {
  const { text, weekday } = localTime(atMs, c.call.knowledge.business.timezone);
  return `${text} ${weekday}`;
}
