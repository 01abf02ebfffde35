import { usualPaceMs } from "./paces";
import { isSpeaking } from "./speaking";
import type { Conversation, Step, Turn } from "./state";
import { setTimer } from "./state";

/** How long the stages of a turn take in this call, and so whether the caller will have to wait for a reply. */

/** What a stage is taken to need while nothing of this call was measured: the ledger of a turn, in ms. */
const ledgerMs = { think: 400, book: 650, transfer: 600, leave: 400, tool: 50, speak: 200 } as const;
/** On `flow`, from a clause's sound to its being with the caller: kept in S3, noticed, fetched and started. */
const flowPromptMs = 450;
/** On `flow` the function's answer has a way of its own to the prompt. */
const soonerOnFlowMs = 100;
/** Of a reply that has begun, and of which nothing more has come for so long, nothing is to be expected. */
const mostGapMs = 2300;

/** When the turn's reply is likely to be with the caller, at our end: each stage takes what it takes 19 times out of 20. */
export function expectedReplyAtMs(c: Conversation, turn: Turn, nowMs: number): number {
  const lineMs = c.call.grade === "flow" ? flowPromptMs : 0;
  const speakMs = usualMs(c, "speak") + lineMs;
  const reply = c.mouth.find((speech) => speech.turn === turn.index && speech.kind === "reply");
  if (reply) {
    const isMade = reply.readyAtMs !== null || c.call.rendered.has(reply.text);
    return isMade ? nowMs + lineMs : Math.max(nowMs, reply.askedAtMs + usualMs(c, "speak")) + lineMs;
  }
  if (turn.task) return Math.max(nowMs, turn.task.askedAtMs + usualMs(c, "tool")) + speakMs;
  const toolMs = turn.tool === "book_appointment" ? usualMs(c, "tool") : 0;
  return Math.max(nowMs, turn.thoughtAtMs + (thinkingMs(c, turn) ?? ledgerMs[thinkStage(turn)])) + toolMs + speakMs;
}

/** How long there is likely to be nothing to give to the line; null where that is not known, or it takes longer than it used to. */
export function expectedWaitMs(c: Conversation, turn: Turn, nowMs: number): number | null {
  const isWritten = turn.tool !== null && turn.task === null;
  const measuredMs = turn.task ? usualPaceMs(c.paces.tool) : thinkingMs(c, turn);
  const dueMs = turn.task
    ? turn.task.askedAtMs + usualMs(c, "tool")
    : turn.thoughtAtMs + (measuredMs ?? ledgerMs[thinkStage(turn)]);
  const isKnown = measuredMs !== null;
  if (!isWritten && (!isKnown || dueMs <= nowMs)) return null;
  return expectedReplyAtMs(c, turn, nowMs) - nowMs - (c.call.grade === "flow" ? flowPromptMs : 0);
}

/** Which thinking it is: how long it takes depends on what is written before the first word that may be said. */
export function thinkStage({ tool }: Turn): "think" | "book" | "transfer" | "leave" {
  if (tool === "book_appointment") return "book";
  if (tool === "transfer_to_human") return "transfer";
  return tool === "end_call" ? "leave" : "think";
}

/** How long this thinking usually takes; while the tool is not chosen, any thinking. Null where none was measured. */
function thinkingMs({ paces }: Conversation, turn: Turn): number | null {
  if (turn.tool !== null) return usualPaceMs(paces[thinkStage(turn)]);
  return usualPaceMs([...paces.think, ...paces.book, ...paces.transfer, ...paces.leave]);
}

/** When at the latest something must be given to the line, so that it is heard in time; `callerEndedAtMs` at our end. */
export function fillerDueMs(c: Conversation, callerEndedAtMs: number): number {
  const { grade, taking } = c.call;
  return callerEndedAtMs + taking.fillerMs - (grade === "flow" ? soonerOnFlowMs : 0);
}

/** When at the latest a reply must be with the caller, at our end, for no filler to be needed. */
export function replyDueMs(c: Conversation, callerEndedAtMs: number): number {
  const lineMs = c.call.grade === "flow" ? flowPromptMs : 0;
  return fillerDueMs(c, callerEndedAtMs) + lineMs;
}

/** In the middle of a reply nothing more comes: when a few words are due, and when a person is. */
export function planGap(step: Step): void {
  const { turn, state, timers } = step.c;
  if (state !== "speaking" || !turn || turn.decidedAtMs === null || !isQuiet(step.c) || timers.tooSlow !== undefined)
    return;
  setTimer(step, "tooSlow", step.atMs + mostGapMs);
  if (turn.filler === null) setTimer(step, "filler", fillerDueMs(step.c, step.atMs));
}

/** The agent has the word, and nothing of it is at the caller's ear or on its way there. */
export function isQuiet(c: Conversation): boolean {
  return !isSpeaking(c) && !c.mouth.some(({ status }) => status === "prepared");
}

function usualMs({ paces }: Conversation, stage: "tool" | "speak"): number {
  return usualPaceMs(paces[stage]) ?? ledgerMs[stage];
}
