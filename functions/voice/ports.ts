/**
 * What a call needs of the outside world. `runCall.ts` knows nothing else; each port has an implementation over AWS and one in
 * the simulator, and one contract test that both pass. All times are milliseconds since the epoch.
 *
 * `S` is the kind of sound that flows through a call: samples on AWS, symbols on the simulator's virtual clock. The call only
 * hands it on, so that it never needs to know which.
 */
import type { BookingEvent } from "../shared/bookingEvent";
import type { CallerMemory } from "../shared/callers";
import type { Booking, CallRecord, ToolName, Usage } from "../shared/callRecord";
import type { Fact } from "../shared/knowledge";
import type { Message } from "../shared/message";
import type { SlotAnswer, SlotRequest } from "../shared/slots";

/** A stretch of telephone sound, 8 kHz mono. */
export interface Sound {
  /** When its first sample was spoken, at our end of the line. */
  readonly startMs: number;
  /** A multiple of 20. */
  readonly durationMs: number;
  /** The loudness of each 20 ms in dBFS; silence is -90 or less. */
  readonly levels: readonly number[];
  /** Whether each 20 ms may be a voice, where its samples were looked at; left out where only the levels are known. */
  readonly isVoice?: readonly boolean[];
}

export interface Clock {
  now(): number;
  /** Calls `act` once after `ms`; the answer cancels it. */
  after(ms: number, act: () => void): () => void;
}

/** What the caller says. Ends when the caller's audio ends for good. */
export interface Ear<S extends Sound = Sound> {
  listen(signal: AbortSignal): AsyncIterable<S>;
}

export interface Transcriber<S extends Sound = Sound> {
  /** Each answer replaces the earlier ones of its segment. Ends after `sounds` has ended. Throws where the service failed. */
  transcribe(sounds: AsyncIterable<S>, signal: AbortSignal): AsyncIterable<Transcript>;
}

export interface Transcript {
  readonly segment: string;
  readonly words: readonly TranscribedWord[];
  /** No later answer changes this segment. */
  readonly isFinal: boolean;
}

export interface TranscribedWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  readonly isStable: boolean;
}

export interface Brain {
  /**
   * One tool call, piece by piece as it is written: first the tool's name, then its input as JSON text in pieces of any size,
   * then what it cost. Throws where the service refused, broke off or answered nonsense. An aborted `signal` ends it quietly.
   */
  think(request: BrainRequest, signal: AbortSignal): AsyncIterable<BrainPiece>;
  /**
   * Opens the connection and has the rules and facts read before there is a question, and says what that cost. Left out where there is
   * nothing to open.
   */
  warm?(signal: AbortSignal): Promise<Partial<Usage>>;
}

export interface BrainRequest {
  /** The turn of the caller that is answered, from 1. Drafts, retries and repairs of one turn repeat it. */
  readonly turn: number;
  /** What was said before, oldest first; of a long call the last turns. */
  readonly history: readonly Exchange[];
  /** What the caller said now. */
  readonly callerSaid: string;
  /** Wall-clock time of the business and its weekday, `2026-11-23T10:00 monday`. */
  readonly now: string;
  /** What the program tells the model beside the caller's words: a slot that is taken, the fault of a call to repair. */
  readonly notes: readonly string[];
  /** Facts that may settle the question, where the business has more than the prompt holds. */
  readonly facts?: readonly Fact[];
  /** In a long call: who the model is, what the call is about and what was settled. @default null */
  readonly anchor?: string | null;
  /** What is remembered of the caller's number, for the model to read. @default null */
  readonly caller?: string | null;
}

/** A turn that is over: the caller's words, the tool call, and what the caller heard of the reply. */
export interface Exchange {
  readonly callerSaid: string;
  readonly tool: ToolName | null;
  /** The tool's input as the model wrote it, JSON. */
  readonly input: string;
  readonly heard: string;
  /** What the program answered the model, e.g. a receipt. */
  readonly result: string;
}

export type BrainPiece =
  | { readonly type: "tool"; readonly name: string }
  | { readonly type: "input"; readonly json: string }
  | { readonly type: "usage"; readonly usage: Pick<Usage, "inputTokens" | "cachedTokens" | "outputTokens"> };

export interface Speaker<S extends Sound = Sound> {
  /** The text as sound, in order, as it is made; `startMs` is 0. Throws where the service failed. */
  speak(text: string, signal: AbortSignal): AsyncIterable<S>;
  /** Opens connections before they are needed. */
  warm(): Promise<void>;
}

/** What one clause of the agent is, for the line. */
export interface Speech {
  /** Unique in the call. */
  readonly id: string;
  readonly text: string;
  /** Keys are asked for while it plays. */
  readonly isOffer: boolean;
}

/**
 * The way back to the caller. Speeches are played in the order in which they were given.
 * `duplex` can stop in the middle of a word; on `flow` what has begun is played to its end, and only what comes next is withheld.
 */
export interface Line<S extends Sound = Sound> {
  readonly grade: "duplex" | "flow";
  play(speech: Speech, sound: AsyncIterable<S>): void;
  /** Holds what is playing (duplex) and what is queued. */
  hold(): void;
  /** Goes on from the sample at which it was held. */
  resume(): void;
  /** Forgets everything that has not been heard. */
  stop(): void;
  /** Whose turn it is, for what watches the call (logs, the phone page). */
  show(state: string): void;
  /** Calls the person once everything is heard; the answer comes as `transferEnded` where the call comes back to us. */
  transfer(summary: string): void;
  /** Hangs up once everything is heard. */
  end(): void;
  /** Everything that happens on the line, until the caller is gone. */
  events(signal: AbortSignal): AsyncIterable<LineEvent>;
}

export type LineEvent =
  /** The speech's first sample is with the caller, or after a hold its next. */
  | { readonly type: "speechStarted"; readonly id: string; readonly atMs: number }
  /** Held or stopped by us after `heardMs` of it. */
  | { readonly type: "speechHeld"; readonly id: string; readonly atMs: number; readonly heardMs: number }
  | { readonly type: "speechEnded"; readonly id: string; readonly atMs: number; readonly durationMs: number }
  | { readonly type: "keyPressed"; readonly key: string; readonly atMs: number }
  | { readonly type: "transferEnded"; readonly outcome: "answered" | "noAnswer" | "failed"; readonly atMs: number }
  | { readonly type: "callerHungUp"; readonly atMs: number };

/** What the agent can have done for a caller, and what is kept of a call. Every write is safe to repeat under its key. */
export interface Desk {
  /** Nothing is written. */
  checkSlot(request: SlotRequest): Promise<SlotAnswer>;
  /** Writes once per key. `taken` where somebody else has it by now. */
  book(request: BookingRequest): Promise<"booked" | "taken">;
  /** Writes the new booking and takes the one under `key` away, both or none. It may take slots that were its own. */
  move(key: string, request: BookingRequest): Promise<"booked" | "taken">;
  /** The caller's coming bookings. */
  bookingsOf(number: string): Promise<readonly Booking[]>;
  /** Takes the booking away; true also where it was gone already. */
  cancel(key: string): Promise<boolean>;
  /** Gives a change that is stored to the workflow that tells everybody of it. Resolves when the workflow has it. */
  announce(event: BookingEvent): Promise<void>;
  /** Has a message sent once under its id. Resolves when whoever sends it has it. Left out: nobody is told. */
  tell?(message: Message): Promise<void>;
  /** Keeps what is known at the end of the call. */
  keep(record: CallRecord): Promise<void>;
  /**
   * Reads, all at once, what the first turns may ask for: the slots taken in the next days, the caller's bookings, and what is
   * remembered of their number, which it gives back; null where that is nothing. What was looked up serves for five minutes.
   *
   * @param from E.164, null where withheld.
   */
  prepare?(from: string | null): Promise<CallerMemory | null>;
}

export type { SlotAnswer, SlotRefusal, SlotRequest } from "../shared/slots";

export interface BookingRequest {
  readonly key: string;
  readonly service: string;
  readonly start: string;
  readonly name: string;
  readonly number: string | null;
  readonly nowMs: number;
}

export interface Ports<S extends Sound = Sound> {
  readonly clock: Clock;
  readonly ear: Ear<S>;
  readonly transcriber: Transcriber<S>;
  readonly brain: Brain;
  readonly speaker: Speaker<S>;
  readonly line: Line<S>;
  readonly desk: Desk;
}
