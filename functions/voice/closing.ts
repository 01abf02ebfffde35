import { heardIn, isSpeaking } from "./speaking";
import type { Conversation, Step } from "./state";
import { change, clearTimer, enter, setTimer } from "./state";

/** How turns and the call come to their end. */

/** The turn is over: it becomes past, whatever was still to come of it. */
export function closeTurn(step: Step): void {
  const { turn } = step.c;
  if (!turn) return;
  if (!turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  clearTimer(step, "filler");
  clearTimer(step, "tooSlow");
  change(step, { pastTurns: [...step.c.pastTurns, turn], turn: null });
}

/**
 * Where everything has been said and heard: goes on to what comes afterwards, or waits for the caller. Called after every
 * event; does nothing while something is still to come.
 */
export function finishSpeaking(step: Step): void {
  const { state, turn, mouth } = step.c;
  if (state !== "greeting" && state !== "speaking" && state !== "waiting") return;
  if (isSpeaking(step.c) || mouth.some(({ status }) => status === "prepared")) return;
  if (turn && (!turn.isThoughtOver || turn.task !== null)) return;
  if (state === "waiting" && step.c.afterwards === null) return;
  closeTurn(step);
  const { afterwards } = step.c;
  if (afterwards?.type === "transfer") return transfer(step, afterwards.reason);
  if (afterwards?.type === "end") return end(step, afterwards.ending);
  enter(step, "waiting");
  change(step, { silence: { sinceMs: step.atMs, rung: 0 } });
  setTimer(step, "silence", step.atMs + step.c.call.taking.silenceMs[0]);
}

function transfer(step: Step, reason: string): void {
  const summary = summaryOf(step.c, reason);
  change(step, {
    transfer: { reason, summary },
    ending: "transferred",
    tools: [...step.c.tools, { name: "transfer_to_human", status: "done", key: null }],
  });
  enter(step, "transferring");
  step.effects.push({ type: "transfer", summary });
  stopTimers(step);
}

function end(step: Step, ending: "goodbye" | "silence"): void {
  if (ending === "goodbye") change(step, { tools: [...step.c.tools, { name: "end_call", status: "done", key: null }] });
  change(step, { ending });
  enter(step, "ended");
  step.effects.push({ type: "end" });
  stopTimers(step);
}

/** The caller has gone, or the line has. */
export function leave(step: Step, ending: "callerHungUp" | "failed"): void {
  if (isOver(step.c)) return;
  closeTurn(step);
  change(step, { ending });
  enter(step, "ended");
  if (ending === "failed") step.effects.push({ type: "end" });
  stopTimers(step);
}

export function isOver(c: Conversation): boolean {
  return c.state === "ended" || c.state === "transferring";
}

function stopTimers(step: Step): void {
  for (const name of ["endOfTurn", "filler", "tooSlow", "silence", "resume", "stalled"] as const)
    clearTimer(step, name);
}

/** What the person who takes the call reads: who calls, why it comes to them, and what was said. */
export function summaryOf(c: Conversation, reason: string): string {
  const said = c.pastTurns.map((turn) => `Caller: ${turn.callerSaid} Agent: ${heardIn(c, turn.index)}`);
  const booked = c.booking ? `Booked: ${c.booking.service}, ${c.booking.start}, ${c.booking.name}.` : null;
  return [`Call from ${c.call.from ?? "a withheld number"}. ${reason}.`, booked, ...said]
    .filter((line) => line !== null)
    .join("\n");
}
