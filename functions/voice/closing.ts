import { type KnownWords, redact, redactLines, type SaidLine } from "../shared/redact";
import { wordsOfBusiness } from "../shared/wordsOfBusiness";
import { personMessage } from "./personMessage";
import { breakOff, heardIn, isSpeaking } from "./speaking";
import type { Conversation, Step, TimerName } from "./state";
import { change, clearTimer, enter, newId, setTimer } from "./state";
import { closeTurn } from "./turn";

/** How turns and the call come to their end. */

/**
 * Where everything has been said and heard: goes on to what comes afterwards, or waits for the caller. Called after every
 * event; does nothing while something is still to come.
 */
export function finishSpeaking(step: Step): void {
  const { state, turn, mouth } = step.c;
  if (state !== "greeting" && state !== "speaking" && state !== "waiting") return;
  if (isSpeaking(step.c) || mouth.some(({ status }) => status === "prepared")) return;
  if (turn && (!turn.isThoughtOver || (turn.task !== null && !turn.isConcluded))) return;
  if (state === "waiting" && step.c.afterwards === null) return;
  closeTurn(step);
  const { afterwards } = step.c;
  if (afterwards?.type === "transfer") return transfer(step, afterwards.reason);
  if (afterwards?.type === "end") return end(step, afterwards.ending);
  wait(step);
}

/** Nothing more is to be said: the caller has the word. */
export function wait(step: Step): void {
  letGo(step);
  change(step, { silence: { sinceMs: step.atMs, rung: 0 } });
  enter(step, "waiting");
  setTimer(step, "silence", step.atMs + step.c.call.taking.silenceMs[0]);
}

/** What made the line hold has nothing left to hold, and a line that is held does nothing more. */
function letGo(step: Step): void {
  if (step.c.isHeld) step.effects.push({ type: "resume" });
  change(step, { isHeld: false });
  clearTimer(step, "resume");
}

export function transfer(step: Step, reason: string): void {
  letGo(step);
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

/** As soon as it is decided that the call goes to a person, they are told of it: their phone rings when the caller has been told. */
export function tellPerson(step: Step): void {
  const { afterwards, isPersonTold } = step.c;
  const reason = step.c.transfer?.reason ?? (afterwards?.type === "transfer" ? afterwards.reason : null);
  if (reason === null || isPersonTold || step.c.state === "ended") return;
  const message = personMessage(step.c, reason);
  if (message === null) return;
  change(step, { isPersonTold: true });
  step.effects.push({ type: "askDesk", task: newId(step), ask: { type: "tell", message, attempt: 1 } });
}

function end(step: Step, ending: "goodbye" | "silence"): void {
  letGo(step);
  if (ending === "goodbye") change(step, { tools: [...step.c.tools, { name: "end_call", status: "done", key: null }] });
  change(step, { ending });
  enter(step, "ended");
  step.effects.push({ type: "end" });
  stopTimers(step);
}

/** The caller has gone. */
export function leave(step: Step): void {
  if (isOver(step.c)) return;
  breakOff(step);
  closeTurn(step);
  change(step, { ending: "callerHungUp" });
  enter(step, "ended");
  stopTimers(step);
}

/** The call goes to a person whatever else is said: the caller pressed the key for it, or cannot be understood. */
export function isPassedOn({ afterwards }: Conversation): boolean {
  return afterwards?.type === "transfer" && afterwards.isFirm;
}

export function isOver(c: Conversation): boolean {
  return c.state === "ended" || c.state === "transferring";
}

function stopTimers(step: Step): void {
  for (const name of Object.keys(step.c.timers) as TimerName[]) clearTimer(step, name);
}

/**
 * What the person who takes the call reads: who calls, why it comes to them, what was booked, and what was said, redacted: it goes
 * through more hands than theirs.
 */
export function summaryOf(c: Conversation, reason: string): string {
  const names = [...c.bookings, ...c.unanswered].map(({ booking }) => booking.name);
  const known: KnownWords = { names, ours: wordsOfBusiness(c.call.knowledge) };
  const lines = redactLines(
    c.pastTurns.flatMap((turn): SaidLine[] => [
      { who: "caller", text: turn.callerSaid },
      { who: "agent", text: heardIn(c, turn.index) },
    ]),
    known,
  );
  const said = c.pastTurns.map((_, index) => {
    const heard = lines[2 * index + 1] ?? "";
    return `Caller: ${lines[2 * index]}${heard === "" ? "" : ` Agent: ${heard}`}`;
  });
  const booked = c.bookings.map(({ booking }) => `Booked: ${booking.service}, ${booking.start}, ${booking.name}.`);
  const doubtful = c.unanswered.map(
    ({ change: kind, booking }) =>
      `It is not known whether this was stored (${kind}): ${booking.service}, ${booking.start}, ${booking.name}.`,
  );
  return [`Call from ${c.call.from ?? "a withheld number"}. ${redact(reason, known)}.`, ...booked, ...doubtful, ...said]
    .filter((line) => line !== null)
    .join("\n");
}
