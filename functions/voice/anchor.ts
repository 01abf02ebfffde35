import type { BookedTime } from "../shared/bookingEvent";
import { callerWords } from "./callerWords";
import type { Exchange } from "./ports";
import { heardIn } from "./speaking";
import type { Conversation, Turn } from "./state";

/**
 * What keeps a model on its way in a long call. Its rules stand at the head of every request and lose weight with every turn that
 * follows them; so after six turns they are said once more, in short, right before the caller's words, together with what the call is
 * about. What is older than that is told no longer word by word.
 */

/** So many turns make one piece of the talk: older pieces than the last whole one are told in the anchor alone. */
const pieceTurns = 6;
/** A minute of speech. Nobody needs more of a turn that is over; the truth gate reads the caller's words elsewhere, whole. */
const mostCallerCharacters = 900;
const mostGoalCharacters = 240;
const mostFacts = 8;
const mostBookings = 4;

/** What was said before, as the model reads it: the last 6 to 12 turns, and the booking that is still being talked about. */
export function historyOf(c: Conversation): Exchange[] {
  const from = firstKept(c);
  const open = openBooking(c);
  const isOlder = open !== null && open.index <= from;
  return [...(isOlder ? [open] : []), ...c.pastTurns.slice(from)].map((turn) => ({
    callerSaid: shortened(turn.callerSaid, mostCallerCharacters),
    tool: turn.tool,
    input: turn.reading.json,
    heard: heardIn(c, turn.index),
    result: turn.result,
  }));
}

/**
 * Who the model is, for whom, how it speaks, what this call is about and what was settled in it; null in the first six turns. Never
 * longer than some 300 words, however long the call.
 */
export function anchorOf(c: Conversation): string | null {
  if (c.pastTurns.length < pieceTurns) return null;
  const { business } = c.call.knowledge;
  const goal = c.pastTurns.find(({ tool }) => tool !== null && tool !== "end_call")?.callerSaid ?? "";
  return [
    `A reminder: you are the AI assistant of ${business.name}, on the telephone. The answer first, with contractions, in fewer than 20 words; only what the facts say; exactly one tool.`,
    `The caller rang about: ${callerWords(shortened(goal, mostGoalCharacters))}`,
    ...answeredLine(c),
    ...openLine(c),
    ...settledLines(c),
  ].join("\n");
}

/** Moves on by whole pieces, so that from turn to turn a request goes on where the one before ended. */
function firstKept({ pastTurns }: Conversation): number {
  return Math.max(0, (Math.floor(pastTurns.length / pieceTurns) - 1) * pieceTurns);
}

/** What the turns that are no longer told rested on. */
function answeredLine(c: Conversation): string[] {
  const ids = c.pastTurns.slice(0, firstKept(c)).flatMap(({ reading }) => factsIn(reading.fields.facts));
  const latest = [...new Set(ids.reverse())].slice(0, mostFacts);
  return latest.length === 0 ? [] : [`Answered before: ${latest.reverse().join(", ")}.`];
}

function openLine(c: Conversation): string[] {
  const open = openBooking(c);
  if (open === null) return [];
  const { change, service, start, name } = open.reading.fields;
  const known = Object.entries({ service, start, name }).map(([key, value]) =>
    typeof value === "string" ? `${key} ${shortened(value, mostGoalCharacters)}` : `${key} not known`,
  );
  const kind = change === "move" || change === "cancel" ? change : "new";
  return [`Last talked about to book (${kind}), and not done: ${known.join(", ")}.`];
}

function settledLines({ bookings, pastTurns }: Conversation): string[] {
  const booked = bookings
    .slice(-mostBookings)
    .map(({ booking, isAnnounced }) => `${appointment(booking)}${isAnnounced ? "; its message is on the way" : ""}`);
  const isCancelled = pastTurns.some(({ result }) => result === "cancelled");
  return [
    ...booked.map((text) => `Booked in this call: ${text}.`),
    ...(isCancelled ? ["A booking was cancelled in this call."] : []),
  ];
}

function appointment({ service, start, name }: BookedTime): string {
  return `${service} at ${start} for ${shortened(name, mostGoalCharacters)}`;
}

/** The last turn about a booking, unless that came to its end. */
function openBooking({ pastTurns }: Conversation): Turn | null {
  const last = pastTurns.findLast(({ tool }) => tool === "book_appointment");
  return last === undefined || /^(booked under|cancelled)/.test(last.result) ? null : last;
}

function factsIn(facts: unknown): readonly string[] {
  return Array.isArray(facts) ? facts.map(String) : [];
}

function shortened(text: string, mostCharacters: number): string {
  return text.length <= mostCharacters ? text : `${text.slice(0, mostCharacters).replace(/\s+\S*$/, "")} …`;
}
