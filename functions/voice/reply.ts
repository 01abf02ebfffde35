import type { ToolName } from "../shared/callRecord";
import { asksForPerson } from "./asksForPerson";
import { callbackPromise, isCallbackAgreed } from "./callback";
import { clausesFor, dropUnmade, give, prepare, prepareText } from "./speaking";
import type { Conversation, Step, Turn } from "./state";
import { change, changeTurn, enter } from "./state";
import { passClauses } from "./truthGate/passClauses";
import type { Grounds } from "./truthGate/truthGate";

/** What is said in a turn: the model's words clause by clause through the gate, or the program's own. */

/** After these the caller has the word again. */
const mayGoOn: ReadonlySet<ToolName> = new Set(["answer_from_knowledge", "book_appointment"]);

/** Checks the reply clause by clause and has what passes made into speech. */
export function takeClauses(step: Step): void {
  const { turn } = step.c;
  if (!turn?.tool || isDecidedFor(step.c, turn)) return;
  const { reading } = turn;
  const isFieldMissing =
    turn.tool === "answer_from_knowledge" && (!("facts" in reading.fields) || !("sure" in reading.fields));
  if (isFieldMissing && !turn.isThoughtOver) return;
  const before = reading.reply.slice(0, turn.clausedCharacters);
  const { clauses, rest } = clausesFor(step.c, reading.reply.slice(turn.clausedCharacters), reading.isReplyDone);
  const grounds = groundsOf(step, turn, turn.tool);
  const passed = passClauses(before.trim(), clauses, reading.isReplyDone, grounds);
  const waiting = clauses.slice(passed.taken);
  const isOver = reading.isReplyDone && waiting.length === 0;
  const left = waiting.length === 0 ? rest : reading.reply.slice(startOf(waiting, reading.reply, rest));
  changeTurn(step, { clausedCharacters: reading.reply.length - left.length });
  for (const [index, clause] of passed.clauses.entries()) {
    const isLast = isOver && index === passed.clauses.length - 1;
    say(step, clause, isLast && mayGoOn.has(turn.tool));
  }
  if (passed.stopped !== null) block(step, passed.stopped.clause, passed.stopped.why);
}

/** Where the clauses that wait begin in the reply: they are its last but for what is no clause yet. */
function startOf(waiting: readonly string[], reply: string, rest: string): number {
  let at = reply.length - rest.length;
  for (const clause of waiting.toReversed()) at = reply.lastIndexOf(clause, at - clause.length);
  return Math.max(at, 0);
}

function groundsOf({ c, atMs }: Step, turn: Turn, tool: ToolName): Grounds {
  const { fields } = turn.reading;
  return {
    tool,
    knowledge: c.call.knowledge,
    facts: c.call.facts,
    cited: strings(fields.facts),
    isSure: fields.sure === true,
    callerSaid: turn.callerSaid,
    callerSaidBefore: c.pastTurns.map((past) => past.callerSaid),
    receipts: [...c.pastTurns.map(({ result }) => result), turn.result].filter((result) => result !== ""),
    callerName: typeof fields.name === "string" ? fields.name : null,
    atMs,
  };
}

/** Words of this turn that have passed. */
function say(step: Step, text: string, isOffer: boolean): void {
  const { turn } = step.c;
  if (!turn) return;
  prepare(step, { turn: turn.index, kind: "reply", text, isOffer });
  if (turn.clauseAtMs === null) changeTurn(step, { clauseAtMs: step.atMs });
  speak(step);
}

/** Gives what is prepared to the line, once it is our turn. */
export function speak(step: Step): void {
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

/** Words that the program says in this turn; the answer is the ids of its speeches. `isOffer`: the caller has the word then. */
export function sayFixed(step: Step, text: string, isOffer = false): string[] {
  const { turn, mouth } = step.c;
  if (!turn) return [];
  prepareText(step, { turn: turn.index, kind: "reply", text, isOffer });
  if (turn.clauseAtMs === null) changeTurn(step, { clauseAtMs: step.atMs });
  speak(step);
  return step.c.mouth.slice(mouth.length).map(({ id }) => id);
}

/** A fault that cannot be mended: a person takes over. */
export function giveUp(step: Step, reason: string): void {
  const { turn } = step.c;
  if (turn && !turn.isThoughtOver) step.effects.push({ type: "stopThinking", thought: turn.thought });
  changeTurn(step, { isThoughtOver: true, isConcluded: true });
  dropUnmade(step);
  sayFixed(step, step.c.call.knowledge.say.transfer);
  change(step, { afterwards: { type: "transfer", reason, isFirm: false } });
}

/** What a whole call means beyond its words. Nothing of it happens for a draft. */
export function conclude(step: Step): void {
  const { turn } = step.c;
  if (!turn || turn.decidedAtMs === null || !turn.isThoughtOver || turn.isConcluded) return;
  const { say: sentences } = step.c.call.knowledge;
  if (turn.blocked) {
    changeTurn(step, { isConcluded: true });
    return change(step, {
      afterwards: { type: "transfer", reason: `The assistant could not be sure: ${turn.blocked.why}`, isFirm: false },
    });
  }
  const { toolCall } = turn;
  if (!toolCall) return;
  if (turn.wording === "undecided" || turn.task !== null) return;
  changeTurn(step, { isConcluded: true });
  if (isCallbackAgreed(step.c, turn)) return agreeCallback(step);
  if (isPersonDue(turn)) {
    sayFixed(step, sentences.transfer);
    return change(step, { afterwards: { type: "transfer", reason: "The caller asked for a person", isFirm: false } });
  }
  if (toolCall.tool === "transfer_to_human") {
    if (!hasPassed(step.c)) sayFixed(step, sentences.transfer);
    change(step, {
      afterwards: { type: "transfer", reason: toolCall.input.reason || "The caller asked for a person", isFirm: false },
    });
  } else if (toolCall.tool === "end_call") {
    if (!hasPassed(step.c)) sayFixed(step, sentences.farewell);
    change(step, { afterwards: { type: "end", ending: "goodbye" } });
  } else if (!hasPassed(step.c)) giveUp(step, "The assistant had no answer");
}

/** Somebody is to call the caller back; where nobody knows under which number, a person is called now. */
function agreeCallback(step: Step): void {
  const { from, knowledge } = step.c.call;
  if (from === null) {
    sayFixed(step, knowledge.say.transfer);
    const reason = "The caller wants to be called back and withholds the number";
    return change(step, { afterwards: { type: "transfer", reason, isFirm: false } });
  }
  sayFixed(step, callbackPromise(knowledge.business.languages[0] ?? "en"));
  change(step, { callback: { number: from, atMs: step.atMs }, afterwards: { type: "end", ending: "goodbye" } });
}

/** What the turn comes to is settled by the caller's words, whatever the model makes of them. */
export function isDecidedFor(c: Conversation, turn: Turn): boolean {
  return isPersonDue(turn) || isCallbackAgreed(c, turn);
}

/** The caller asked for a person, and the model wants something else. */
function isPersonDue({ callerSaid, tool }: Turn): boolean {
  return tool !== null && tool !== "transfer_to_human" && asksForPerson(callerSaid);
}

/** Something of the turn's reply may be spoken. */
export function hasPassed(c: Conversation): boolean {
  return c.mouth.some(({ turn, kind }) => turn === c.turn?.index && kind === "reply");
}

function strings(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
