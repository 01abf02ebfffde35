import type { FlowAction } from "../shared/callStore";
import { nothingHeard } from "./hearing";
import type { Conversation, Turn, Utterance } from "./state";

/**
 * What whoever takes a call over has to know of it: plain data that goes through JSON. What the call is about (the business, the
 * line) is read anew; timers and sounds under way end with whoever had them.
 */
export type SavedConversation = Omit<Conversation, "call" | "hearing" | "timers" | "isHeld"> & {
  /** The caller's words before this belong to turns that are over. */
  readonly takenUntilMs: number;
  /** With what the call began; left out until it is saved. */
  readonly knowledgeVersion?: string;
};

/** A conversation as it can be gone on with, and what is to be said first. */
export interface Resumption {
  readonly saved: SavedConversation;
  /** Was passed to the line and never heard. */
  readonly unsaid: readonly Utterance[];
}

/** What the one before may have numbered since it was saved last: whatever bears a number of ours is new. */
const skippedIds = 1_000;

/** A draft is not saved: it is made anew from what the caller said. */
export function savedOf(c: Conversation): SavedConversation {
  const { call: _call, hearing, timers: _timers, isHeld: _isHeld, ...kept } = c;
  const turn = c.turn?.decidedAtMs == null ? null : stripped(c.turn);
  return { ...kept, turn, pastTurns: c.pastTurns.map(stripped), takenUntilMs: hearing.takenUntilMs };
}

/** What was asked of the brain repeats all that was said before. */
function stripped(turn: Turn): Turn {
  return { ...turn, request: { ...turn.request, history: [] } };
}

const kept = [
  "state",
  "pastTurns",
  "bookings",
  "unanswered",
  "tools",
  "readBack",
  "afterwards",
  "transfer",
  "callback",
  "isPersonTold",
  "ending",
] as const;

/** Whether something has happened that a successor must know. Looks only at what has been replaced, not into it. */
export function isWorthSaving(before: Conversation | null, after: Conversation): boolean {
  if (before === null || kept.some((name) => before[name] !== after[name])) return true;
  if (before.mouth !== after.mouth && begunIn(before) !== begunIn(after)) return true;
  const [one, other] = [before.turn, after.turn];
  return one?.decidedAtMs !== other?.decidedAtMs || one?.isThoughtOver !== other?.isThoughtOver;
}

/** What the caller has, or has had, in the ear: a number that changes with it. */
function begunIn({ mouth }: Conversation): number {
  const stages = { prepared: 0, given: 0, held: 1, playing: 1, heard: 2, cut: 2 } as const;
  return mouth.reduce((sum, { status }) => sum + stages[status], 0);
}

/**
 * How a call goes on that was left at some moment. A turn of which the caller heard nothing begins again from their words; one of
 * which they heard a part is over.
 *
 * @param answer the last that the flow was told: it plays that to its end.
 */
export function resumptionOf(before: SavedConversation, answer: FlowAction | null): Resumption {
  const told = toldIn(before, answer);
  const mouth = before.mouth.map((speech, index) => (isHeard(speech, index, told) ? heard(speech) : speech));
  const { turn } = before;
  const isBegun = turn !== null && mouth.some((speech) => isReplyOf(turn, speech) && speech.heardMs > 0);
  const kept = turn !== null && !isBegun ? withoutTurn({ ...before, mouth }, turn) : { ...before, mouth };
  const isOwed = ({ status, kind }: Utterance) =>
    (status === "prepared" || status === "given") && (kind !== "aside" || before.afterwards !== null);
  const unsaid = kept.mouth.filter(isOwed).filter(({ kind }) => kind !== "filler");
  const isSilent = ({ status }: Utterance) => status !== "prepared" && status !== "given";
  return {
    saved: {
      ...kept,
      turn: null,
      pastTurns: turn !== null && isBegun ? [...kept.pastTurns, turn] : kept.pastTurns,
      mouth: kept.mouth.filter(isSilent),
      nextId: before.nextId + skippedIds,
    },
    unsaid,
  };
}

/** @param fresh a conversation of this call that has not begun. */
export function resumed(
  fresh: Conversation,
  { takenUntilMs, knowledgeVersion: _, ...kept }: SavedConversation,
): Conversation {
  return { ...fresh, ...kept, hearing: { ...nothingHeard, takenUntilMs } };
}

/** The place in the mouth of what the flow was told last; -1 where it was told nothing of it. */
function toldIn({ mouth }: SavedConversation, answer: FlowAction | null): number {
  if (answer === null || (answer.next !== "say" && answer.next !== "offer")) return -1;
  const { uri, text } = answer;
  const byId = mouth.findIndex(({ id }) => uri?.endsWith(`/${id}.wav`) === true);
  return byId >= 0 ? byId : mouth.findLastIndex((speech) => speech.text === text && speech.status !== "prepared");
}

function isHeard({ status }: Utterance, index: number, told: number): boolean {
  return status === "playing" || status === "held" || ((status === "given" || status === "prepared") && index <= told);
}

function heard(speech: Utterance): Utterance {
  // Its length may not be known; what counts is that it was heard to its end.
  const durationMs = speech.durationMs ?? speech.text.length;
  return { ...speech, status: "heard", heardMs: durationMs, durationMs };
}

function isReplyOf(turn: Turn, { turn: index, kind }: Utterance): boolean {
  return kind === "reply" && index === turn.index;
}

/** As if the turn had never begun: the caller's words are heard and answered again; what it has written is written under the same keys. */
function withoutTurn(saved: SavedConversation, turn: Turn): SavedConversation {
  const mouth = saved.mouth.filter((speech) => !isReplyOf(turn, speech));
  const isKnown = ({ saidBy }: SavedConversation["bookings"][number]) =>
    saidBy.some((id) => mouth.some((speech) => speech.id === id));
  const forgotten = new Set(saved.bookings.filter((each) => !isKnown(each)).map(({ booking }) => booking.key));
  return {
    ...saved,
    state: "listening",
    mouth,
    // What was agreed is agreed again from the same words, under the same key.
    readBack: saved.agreed?.turn === turn.index ? saved.agreed.readBack : saved.readBack,
    bookings: saved.bookings.filter(isKnown),
    unanswered: [
      ...saved.unanswered,
      ...saved.bookings.filter((each) => !isKnown(each)).map(({ booking }) => ({ change: "new" as const, booking })),
    ],
    tools: saved.tools.filter(({ key }) => key === null || !forgotten.has(key)),
    afterwards: null,
    takenUntilMs: turn.tookFromMs,
  };
}
