import type { BookedTime, BookingEvent } from "../shared/bookingEvent";
import type {
  Booking,
  Callback,
  Ending,
  FaultMet,
  ToolName,
  ToolRun,
  UnansweredChange,
  Usage,
} from "../shared/callRecord";
import type { Fact, Knowledge } from "../shared/knowledge";
import type { Message } from "../shared/message";
import type { SlotAnswer, SlotRequest } from "../shared/slots";
import type { BookingRequest, BrainRequest, LineEvent, Speech, Transcript } from "./ports";
import type { ToolReading } from "./toolInput";
import type { BookInput, ToolCall } from "./tools";
import type { TurnTaking } from "./turnTaking";

/**
 * `greeting`: the first words. `listening`: the caller has the word. `thinking`: it is our turn and nothing is said yet.
 * `speaking`: the reply is under way. `waiting`: we have spoken and the caller is silent. `transferring`, `ended`: we are done.
 */
export type State = "greeting" | "listening" | "thinking" | "speaking" | "waiting" | "transferring" | "ended";

/** A whole call as one value. Times are milliseconds since the epoch, at our end of the line. */
export interface Conversation {
  readonly call: CallFacts;
  readonly state: State;
  readonly hearing: Hearing;
  /** The turn that is drafted or answered. */
  readonly turn: Turn | null;
  /** Turns that are over, oldest first. */
  readonly pastTurns: readonly Turn[];
  /** Every speech of the agent, oldest first. */
  readonly mouth: readonly Utterance[];
  /** The line holds back what we gave it, because the caller made a sound. */
  readonly isHeld: boolean;
  /** When the agent's last words of a turn ended, and how often it has spoken into the silence since. */
  readonly silence: { readonly sinceMs: number; readonly rung: number } | null;
  /** What happens when everything has been heard. */
  readonly afterwards: Afterwards | null;
  /** What was read back to the caller and waits for a yes. */
  readonly readBack: ReadBack | null;
  /** What was booked in this call, oldest first, and the speeches in which the caller hears it. */
  readonly bookings: readonly {
    readonly booking: BookedTime;
    readonly saidBy: readonly string[];
    /** The workflow has it that tells the caller by message. */
    readonly isAnnounced: boolean;
  }[];
  /** Changes of bookings that were asked for and never answered: they may be stored. */
  readonly unanswered: readonly UnansweredChange[];
  /** Writes that have neither succeeded nor failed yet, by the task that asked for them, whosever turn it was. */
  readonly writing: readonly { readonly task: number; readonly ask: WriteAsk }[];
  /** The read-back that the caller last said yes to, and in which turn: whoever does that turn again needs it. */
  readonly agreed: { readonly turn: number; readonly readBack: ReadBack } | null;
  readonly tools: readonly ToolRun[];
  readonly faults: readonly FaultMet[];
  readonly usage: Usage;
  readonly paces: Paces;
  readonly transfer: { readonly reason: string; readonly summary: string } | null;
  /** Agreed with the caller: somebody is to call this number. */
  readonly callback: Callback | null;
  /** The person has been sent a message of the call that comes to them. */
  readonly isPersonTold: boolean;
  readonly ending: Ending | null;
  readonly timers: Readonly<Partial<Record<TimerName, number>>>;
  /** For ids that are unique in the call. */
  readonly nextId: number;
}

/** How long each stage of a turn took lately, in ms: the brain to its first clause, the desk, the speaker to its first sound. */
export interface Paces {
  /** From the question to the first words of an answer. */
  readonly think: readonly number[];
  /** The same for a booking, whose call is longer. */
  readonly book: readonly number[];
  /** The same for a transfer, which gives its reason first. */
  readonly transfer: readonly number[];
  /** The same for a goodbye. */
  readonly leave: readonly number[];
  readonly tool: readonly number[];
  readonly speak: readonly number[];
}

export interface CallFacts {
  readonly contactId: string;
  /** E.164, null where withheld. */
  readonly from: string | null;
  readonly startedAtMs: number;
  readonly knowledge: Knowledge;
  /** What may be said today. */
  readonly facts: readonly Fact[];
  readonly grade: "duplex" | "flow";
  /** What was made into sound before the call, so that it costs nothing now. */
  readonly rendered: ReadonlySet<string>;
  readonly isRecorded: boolean;
  readonly taking: TurnTaking;
}

export interface Hearing {
  /** How far the caller's sound has come in; what was not heard yet is no silence. */
  readonly heardUntilMs: number;
  /** Words by segment, the latest answer of each. */
  readonly segments: readonly Transcript[];
  /** Words that start before this belong to turns that are over. */
  readonly takenUntilMs: number;
  readonly isSounding: boolean;
  /** When we learnt that the sound began or stopped. */
  readonly turnedAtMs: number;
  /** Where the sound paused last: it may have stopped there. */
  readonly pausedAtMs: number;
  readonly lastSoundMs: number;
  /** Before that words may be missing that were said long ago: a call that was taken over is heard again. */
  readonly completeFromMs: number;
}

export interface Turn {
  /** From 1. */
  readonly index: number;
  readonly callerSaid: string;
  /** Words that start before this belonged to earlier turns. */
  readonly tookFromMs: number;
  readonly callerEndedAtMs: number | null;
  /** Null while it is a draft: nothing is heard of it and nothing is written. */
  readonly decidedAtMs: number | null;
  /** The request to the brain that counts; answers to others are stale. */
  readonly thought: number;
  /** When that was asked for. */
  readonly thoughtAtMs: number;
  readonly request: BrainRequest;
  readonly attempt: number;
  readonly tool: ToolName | null;
  readonly reading: ToolReading;
  /** How much of the reply's text has become clauses. */
  readonly clausedCharacters: number;
  /** `reply`: the model's words are spoken. `program`: the program words this turn. `undecided`: not known yet. */
  readonly wording: "undecided" | "reply" | "program";
  /** What the desk is asked for this turn. */
  readonly task: Task | null;
  /** The call once it is whole. */
  readonly toolCall: ToolCall | null;
  readonly isThoughtOver: boolean;
  /** What the call means beyond its words has been done. */
  readonly isConcluded: boolean;
  readonly isInterrupted: boolean;
  readonly blocked: { readonly clause: string; readonly why: string } | null;
  readonly filler: string | null;
  readonly clauseAtMs: number | null;
  readonly audioAtMs: number | null;
  /** The brain failed while this was a draft. */
  readonly isFailed: boolean;
  /** What was read back in this turn, `none` where what was read back before counts no more; null once that is in force. */
  readonly readBack: ReadBack | "none" | null;
  /** What the program tells the model of this turn in the next. */
  readonly result: string;
}

export interface Utterance {
  readonly id: string;
  /** The turn that it belongs to, 0 where to none. */
  readonly turn: number;
  /** `aside`: fixed words that answer nothing, e.g. into a silence. */
  readonly kind: "greeting" | "reply" | "filler" | "aside";
  readonly text: string;
  readonly isOffer: boolean;
  /** When it was asked for, and when there was sound of it that the line can play. */
  readonly askedAtMs: number;
  readonly readyAtMs: number | null;
  /** `prepared`: being made. `given`: with the line. `playing`, `held`: with the caller. `heard`: whole. `cut`: never to its end. */
  readonly status: "prepared" | "given" | "playing" | "held" | "heard" | "cut";
  /** When what plays began, or went on after a hold. */
  readonly startedAtMs: number | null;
  readonly heardMs: number;
  /** Known when it has been made. */
  readonly durationMs: number | null;
  readonly attempt: number;
}

export interface Appointment {
  readonly change: BookInput["change"];
  readonly service: string;
  readonly start: string;
  readonly name: string;
  /** The booking that is moved or cancelled. */
  readonly found: BookedTime | null;
}

export interface ReadBack {
  readonly appointment: Appointment;
  /** The speeches in which the caller hears it. */
  readonly saidBy: readonly string[];
}

export interface Task {
  readonly id: number;
  readonly ask: DeskAsk;
  readonly askedAtMs: number;
  readonly attempt: number;
  /** It writes, and the turn is still a draft. */
  readonly isWaiting: boolean;
  /** The booking that is to be moved. */
  readonly found: Booking | null;
}

export type WriteAsk = Extract<DeskAsk, { type: "book" | "cancel" }>;

export type DeskAsk =
  | { readonly type: "checkSlot"; readonly request: SlotRequest }
  | { readonly type: "findBookings"; readonly number: string }
  /** `instead`: the booking that is moved. */
  | { readonly type: "book"; readonly request: BookingRequest; readonly instead: BookedTime | null }
  | { readonly type: "cancel"; readonly booking: BookedTime }
  /** Tells everybody of a change that is stored. */
  | { readonly type: "announce"; readonly event: BookingEvent; readonly attempt: number }
  /** A message to the person who is about to be called. */
  | { readonly type: "tell"; readonly message: Message; readonly attempt: number };

export type DeskAnswer =
  | { readonly type: "checkSlot"; readonly answer: SlotAnswer }
  | { readonly type: "findBookings"; readonly bookings: readonly Booking[] }
  | { readonly type: "book"; readonly answer: "booked" | "taken" }
  | { readonly type: "cancel"; readonly isGone: boolean }
  | { readonly type: "announce" }
  | { readonly type: "tell" };

export type Afterwards =
  | { readonly type: "end"; readonly ending: "goodbye" | "silence" }
  /** `isFirm`: nothing that the caller says changes it. */
  | { readonly type: "transfer"; readonly reason: string; readonly isFirm: boolean };

export type TimerName = "endOfTurn" | "filler" | "tooSlow" | "retry" | "silence" | "resume" | "stalled";

/** What happened; each with the time at which it did. */
export type ConversationEvent = { readonly atMs: number } & (
  | { readonly type: "callStarted" }
  /** The call was another's before; `unsaid` was passed to the line and never heard. */
  | { readonly type: "callResumed"; readonly unsaid: readonly Utterance[] }
  | { readonly type: "callerHeard"; readonly untilMs: number }
  | { readonly type: "callerSoundStarted"; readonly soundAtMs: number }
  | { readonly type: "callerSoundPaused"; readonly soundAtMs: number }
  | { readonly type: "callerSoundStopped"; readonly soundAtMs: number }
  | { readonly type: "callerSaid"; readonly transcript: Transcript }
  | { readonly type: "toolPicked"; readonly thought: number; readonly name: string }
  | { readonly type: "inputWritten"; readonly thought: number; readonly json: string }
  | { readonly type: "thoughtEnded"; readonly thought: number; readonly usage: Partial<Usage> }
  | { readonly type: "thoughtFailed"; readonly thought: number; readonly reason: string }
  | { readonly type: "speechReady"; readonly id: string }
  | { readonly type: "speechMade"; readonly id: string; readonly durationMs: number }
  | { readonly type: "speechFailed"; readonly id: string; readonly reason: string }
  | { readonly type: "deskAnswered"; readonly task: number; readonly ask: DeskAsk; readonly answer: DeskAnswer }
  | { readonly type: "deskFailed"; readonly task: number; readonly ask: DeskAsk; readonly reason: string }
  | { readonly type: "lineFailed"; readonly reason: string }
  | { readonly type: "warmingFailed"; readonly service: string; readonly reason: string }
  | { readonly type: "listeningFailed"; readonly service: string; readonly reason: string; readonly isOver: boolean }
  | { readonly type: "timerFired"; readonly name: TimerName; readonly dueMs: number }
  | LineEvent
);

/** An event as a port reports it; where it brings no time, it is taken to have happened when it comes in. */
export type Happening = ConversationEvent extends infer E
  ? E extends { readonly atMs: number }
    ? Omit<E, "atMs"> & { readonly atMs?: number }
    : never
  : never;

/** What is to be done about it. */
export type Effect =
  | { readonly type: "think"; readonly thought: number; readonly request: BrainRequest }
  | { readonly type: "stopThinking"; readonly thought: number }
  | { readonly type: "makeSpeech"; readonly id: string; readonly text: string }
  | { readonly type: "forgetSpeech"; readonly id: string }
  | { readonly type: "play"; readonly speech: Speech }
  | { readonly type: "hold" }
  | { readonly type: "resume" }
  | { readonly type: "stop" }
  | { readonly type: "askDesk"; readonly task: number; readonly ask: DeskAsk }
  | { readonly type: "setTimer"; readonly name: TimerName; readonly dueMs: number }
  | { readonly type: "clearTimer"; readonly name: TimerName }
  | { readonly type: "show"; readonly state: State }
  | { readonly type: "transfer"; readonly summary: string }
  | { readonly type: "end" };

/** One event being worked on: the conversation as it becomes, and what is to be done. Never leaves `next`. */
export interface Step {
  readonly atMs: number;
  c: Conversation;
  readonly effects: Effect[];
}

export function change(step: Step, patch: Partial<Conversation>): void {
  step.c = { ...step.c, ...patch };
}

export function changeTurn(step: Step, patch: Partial<Turn>): void {
  if (step.c.turn) change(step, { turn: { ...step.c.turn, ...patch } });
}

export function enter(step: Step, state: State): void {
  if (step.c.state === state) return;
  change(step, { state });
  step.effects.push({ type: "show", state });
}

export function newId(step: Step): number {
  const id = step.c.nextId;
  change(step, { nextId: id + 1 });
  return id;
}

export function setTimer(step: Step, name: TimerName, dueMs: number): void {
  if (step.c.timers[name] === dueMs) return;
  change(step, { timers: { ...step.c.timers, [name]: dueMs } });
  step.effects.push({ type: "setTimer", name, dueMs });
}

export function clearTimer(step: Step, name: TimerName): void {
  if (step.c.timers[name] === undefined) return;
  const { [name]: _, ...timers } = step.c.timers;
  change(step, { timers });
  step.effects.push({ type: "clearTimer", name });
}

export function note(step: Step, service: string, what: string, did: string): void {
  change(step, { faults: [...step.c.faults, { atMs: step.atMs, service, what, did }] });
}
