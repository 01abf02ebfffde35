/**
 * What the functions of one call tell one another: whose call it is, and, on the flow line, what the flow asks and what the
 * agent answers. All times are milliseconds since the epoch. Everything of a call is forgotten a day later.
 */
export interface CallStore {
  /**
   * Counts a call of this number on this date once, however often it is asked, and says how many there are, this one included.
   * Counts no further than `mostCallsCounted`.
   */
  countCall(call: { readonly contactId: string; readonly number: string; readonly date: string }): Promise<number>;

  /** Keeps how the call began. The first one stays. */
  begin(contactId: string, start: CallStart): Promise<void>;

  /**
   * Makes the call `owner`'s, unless another's lease is younger than its end. The answer is the lease's fence, higher than every
   * earlier one; null where somebody else has the call. Safe to repeat for an owner who never got the answer.
   *
   * @param gone an owner who is known to be gone: their lease does not count.
   */
  takeLease(
    contactId: string,
    owner: string,
    nowMs: number,
    untilMs: number,
    gone?: string | null,
  ): Promise<number | null>;
  /** False where the lease has gone to somebody else meanwhile. */
  renewLease(contactId: string, fence: number, untilMs: number): Promise<boolean>;
  /** The call is over for its owner: the lease ends now, and another may be taken. */
  releaseLease(contactId: string, fence: number): Promise<void>;

  /** Keeps how the conversation stands, for whoever takes the call over. False where a later owner has kept its own. */
  save(contactId: string, fence: number, conversation: string): Promise<boolean>;
  /** What was saved last; null where nothing was. */
  saved(contactId: string): Promise<string | null>;

  /** The flow asks. Of several asks with the same number the first stays, but `seenAtMs` becomes the last one's. */
  ask(contactId: string, ask: FlowAsk): Promise<void>;
  /** The agent answers the ask of the same number. The first answer stays. False where `fence` is no longer the lease's. */
  answer(contactId: string, fence: number, answer: FlowAction): Promise<boolean>;
  /** Whose turn it is, for whoever watches the call. */
  show(contactId: string, state: string): Promise<void>;
  hangUp(contactId: string, atMs: number): Promise<void>;

  read(contactId: string): Promise<CallState>;
  /**
   * Reads until `isNews` says yes or `limitMs` is over, and answers what was read last.
   *
   * @param everyMs how soon it is read again after such a state. @default flowLineTimes.pollEveryMs
   */
  watch(
    contactId: string,
    limitMs: number,
    isNews: (state: CallState) => boolean,
    signal?: AbortSignal,
    everyMs?: (state: CallState) => number,
  ): Promise<CallState>;
}

/** No number may call so often that its counter outgrows a record; every limit of calls a day is far below. */
export const mostCallsCounted = 1000;

/** How a call began: enough for another function to take it over. */
export interface CallStart {
  /** E.164; null where withheld. */
  readonly from: string | null;
  readonly startedAtMs: number;
  /** Where the caller's voice can be heard; null on lines that bring it themselves. */
  readonly stream: { readonly arn: string; readonly startFragment: string; readonly startMs: number } | null;
}

/** The flow has done what it was told and asks what is next. */
export interface FlowAsk {
  /** From 1, one more after each thing done. */
  readonly seq: number;
  readonly atMs: number;
  /** The key pressed while an offer played. */
  readonly key: string | null;
  /** What became of a transfer. */
  readonly transfer: TransferOutcome | null;
}

export type TransferOutcome = "answered" | "noAnswer" | "failed";

/** What the flow is to do next. */
export type FlowAction =
  | {
      readonly seq: number;
      readonly next: "say" | "offer";
      /** `s3://bucket/key`; null where the sound could not be had: Connect's own voice says the text. */
      readonly uri: string | null;
      readonly text: string;
      readonly durationMs: number;
    }
  | { readonly seq: number; readonly next: "transfer"; readonly summary: string }
  /** `record`: what is said from now on is recorded. */
  | { readonly seq: number; readonly next: "record" | "voicemail" | "end" };

export interface CallState {
  readonly start: CallStart | null;
  readonly lease: { readonly owner: string; readonly fence: number; readonly untilMs: number } | null;
  /** The last of the flow's asks, and the last of the agent's answers. */
  readonly ask: FlowAsk | null;
  readonly answer: FlowAction | null;
  /** When the flow was last heard of: also where it repeats an ask. */
  readonly seenAtMs: number | null;
  /** What `show` wrote last. */
  readonly shown: string | null;
  readonly hungUpAtMs: number | null;
}
