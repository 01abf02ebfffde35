import type { ConnectEvent } from "../../functions/shared/connectEvent";

/**
 * The contact flow as Amazon Connect reads it, what it is rendered from, and how it is played on a machine without Connect.
 */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A contact flow as `CreateContactFlow` takes it, before it is made text. */
export interface ContactFlow {
  readonly Version: "2019-10-30";
  readonly StartAction: string;
  readonly Metadata: Json;
  readonly Actions: readonly FlowAction[];
}

export interface FlowAction {
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters: { readonly [name: string]: Json };
  readonly Transitions: Transitions;
}

/** Empty where the action ends the flow. */
export interface Transitions {
  readonly NextAction?: string;
  readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[];
  readonly Conditions?: readonly {
    readonly NextAction: string;
    readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
  }[];
}

/** What a business's flow is rendered from. Arns and ids may be placeholders: the flow only carries them. */
export interface FlowSettings {
  readonly line: LineSettings;
  readonly human: HumanSettings;
  /** BCP 47, for Connect's own speech. */
  readonly language: string;
  readonly voice: { readonly name: string; readonly engine: "standard" | "neural" | "long-form" | "generative" };
  readonly functions: {
    readonly screenCallerArn: string;
    readonly startCallArn: string;
    readonly nextActionArn: string;
    readonly noteVoicemailArn: string;
  };
  readonly hoursOfOperationId: string;
  /** Whether the conversation with the agent is recorded; the caller is told first. Voicemail is recorded in any case. */
  readonly isRecorded: boolean;
  readonly sentences: FlowSentences;
  /** `s3://bucket/key` of the tone before a voicemail; null: Connect's own. */
  readonly toneUri: string | null;
}

export type LineSettings =
  | { readonly grade: "flow" }
  /** Agent-to-agent audio: Connect hands the caller over to a bot that only passes the sound on to our socket. */
  | {
      readonly grade: "duplex";
      readonly assistantArn: string;
      readonly botAliasArn: string;
      readonly aiAgentArn: string;
    };

/** Who stands behind the agent. */
export type HumanSettings =
  | {
      readonly kind: "phone" /** E.164; null where there is nobody to call: voicemail. */;
      readonly number: string | null;
    }
  /** `queueFlowArn` is the flow of `renderQueueFlow`, heard while the caller waits in the queue. */
  | { readonly kind: "queue"; readonly queueId: string; readonly queueFlowArn: string };

/** What the flow itself says. The agent's own sentences are not among them. */
export interface FlowSentences {
  /** Before the person's phone is called. */
  readonly transfer: FlowSentence;
  /** Before the tone where the business is closed. */
  readonly closed: FlowSentence;
  /** Before the tone where the person was not reached. */
  readonly unreached: FlowSentence;
  /** After the message: press 1 to be called back on another number. */
  readonly anotherNumber: FlowSentence;
  /** Where a number is to be typed. */
  readonly typeNumber: FlowSentence;
  /** Where what was typed is none. */
  readonly typeAgain: FlowSentence;
  /** At the end; nobody knows whether anything was said. */
  readonly thanks: FlowSentence;
  /** To a number that is blocked or over its calls a day. */
  readonly blocked: FlowSentence;
  /** Where calls are recorded. */
  readonly recording: FlowSentence;
  /** While the caller waits in a queue. */
  readonly queued: FlowSentence;
}

export interface FlowSentence {
  readonly text: string;
  /** `s3://bucket/key` of the sentence in the agent's own voice; Connect's voice says `text` where it cannot be had or is null. */
  readonly uri: string | null;
}

/**
 * A flow being played: a value, never changed. `request` is the one thing that the flow now wants of the outside; `advance`
 * takes the answer and gives the run as it stands at the next request. Times in requests are limits that the flow set; how long
 * anything takes is the outside's affair.
 */
export interface FlowRun {
  readonly flow: ContactFlow;
  readonly contact: FlowContact;
  /** Identifier of the action that made the request. */
  readonly action: string;
  readonly request: FlowRequest;
  /** Identifiers of the actions passed since the last request, this one's own at the end. */
  readonly passed: readonly string[];
  /** What the flow knows: `$.External`, `$.Attributes`, `$.FlowAttributes`, `$.StoredCustomerInput`, `$.MediaStreams`, `$.Lex`, … */
  readonly data: { readonly [name: string]: Json };
  /** How often each `Loop` was entered. */
  readonly loops: { readonly [identifier: string]: number };
  /** The flows that invoked the module being played, the one that goes on next at the end; empty in a flow. */
  readonly callers: readonly FlowCaller[];
}

/** A flow that waits for the end of a module. */
export interface FlowCaller {
  readonly flow: ContactFlow;
  /** Identifier of the action that invoked the module. */
  readonly action: string;
  readonly loops: FlowRun["loops"];
  /** What belongs to this flow alone. */
  readonly data: FlowRun["data"];
}

/** Who calls, as Connect knows it. */
export interface FlowContact {
  readonly contactId: string;
  /** E.164; null where withheld. */
  readonly from: string | null;
  /** The business's number, E.164. */
  readonly to: string;
  readonly instanceArn: string;
}

export type FlowRequest =
  /** Answers: `lambdaResult`, `error` (`NoMatchingError`). An asynchronous one is answered by `done`. */
  | {
      readonly type: "invokeLambda";
      readonly arn: string;
      readonly timeLimitMs: number;
      readonly isAsynchronous: boolean;
      readonly responseType: "STRING_MAP" | "JSON";
      /** The event that the function gets. */
      readonly event: ConnectEvent;
    }
  /** Not to be interrupted. Answers: `done`, `error`. */
  | { readonly type: "play"; readonly prompt: Prompt }
  /** Plays in turns, for a caller in a queue. Answers: `interrupted` after `interruptMs` where that is set, `error`. */
  | { readonly type: "playOnAndOn"; readonly prompts: readonly Prompt[]; readonly interruptMs: number | null }
  /**
   * A key stops the prompt. The limit counts from the prompt's end. `branch` takes one key, `store` up to `maxLength`; where
   * `phone` is set, they must be a number as it is written there. Answers: `keys`, `timeout`, `error`.
   */
  | {
      readonly type: "getInput";
      readonly prompt: Prompt;
      readonly mode: "branch" | "store";
      readonly maxLength: number;
      readonly timeLimitMs: number;
      /** `country`: two letters, for numbers as they are dialled there; null: E.164. Null where any keys will do. */
      readonly phone: { readonly country: string | null } | null;
    }
  /** Answers: `streaming` where it is on from now on, `done` where off, `error`. */
  | { readonly type: "setStreaming"; readonly isEnabled: boolean; readonly directions: readonly ("From" | "To")[] }
  /** Answer: `done`. */
  | {
      readonly type: "setRecording";
      readonly participants: readonly string[];
      /** Whether what the caller and the flow say to one another is recorded. */
      readonly isFlowRecorded: boolean;
    }
  /** Answers: `hours`, `error`. */
  | { readonly type: "checkHours"; readonly hoursId: string | null }
  /**
   * Calls a number and joins it with the caller. `resumes`: the flow goes on when the other side has hung up (`done`) or was not
   * reached (`error` with `ConnectionTimeLimitExceeded`, `CallFailed` or `NoMatchingError`).
   */
  | {
      readonly type: "transferOut";
      readonly number: string;
      readonly timeLimitMs: number;
      readonly resumes: boolean;
    }
  /** The caller waits for an agent of Connect, hearing `queueFlowArn`; ends this flow. Answers: `error` (`QueueAtCapacity`, …). */
  | { readonly type: "queue"; readonly queueId: string | null; readonly queueFlowArn: string | null }
  /**
   * Hands the caller to a bot: of Lex, or the duplex line's. `aliasArn` is `name:alias` of a bot of the first Lex. Answers:
   * `botEnded`, `timeout`, `error`.
   */
  | {
      readonly type: "joinBot";
      readonly aliasArn: string;
      readonly prompt: Prompt | null;
      readonly attributes: Readonly<Record<string, string>>;
    }
  /** Answers: `done` when the time is over, `event` where one of `events` came before, `error`. */
  | { readonly type: "wait"; readonly timeLimitMs: number; readonly events: readonly string[] }
  /** Plays a module and comes back. Answers: `flow` with the module, `done` where it is played elsewhere, `error`. */
  | {
      readonly type: "invokeModule";
      readonly moduleId: string;
      readonly input: { readonly [name: string]: Json };
    }
  /** Goes on in another flow and does not come back. Answers: `flow`, `done` where it is played elsewhere, `error`. */
  | { readonly type: "transferToFlow"; readonly flowId: string }
  /** A figure of a queue as it stands. Null: the contact's own queue. Answers: `number`, `error`. */
  | { readonly type: "checkMetric"; readonly metric: string; readonly queueId: string | null }
  /** All figures of a queue. Answers: `values` as `$.Metrics` has them, `error`. */
  | { readonly type: "getMetrics"; readonly queueId: string | null }
  /** From 1 to 100, by chance. Answer: `number`. */
  | { readonly type: "drawNumber" }
  /** Calls the caller back later. Answers: `done`, `error`. */
  | {
      readonly type: "callBack";
      /** As the caller gave it. */
      readonly number: string | null;
      readonly queueId: string | null;
      readonly delayMs: number;
      readonly retryAfterMs: number;
      readonly attempts: number;
    }
  /** Shows a view to an agent or a chat. Answers: `chosen`, `timeout`, `error`. */
  | {
      readonly type: "showView";
      readonly viewId: string;
      readonly timeLimitMs: number;
      readonly data: Json;
    }
  /** An action of the language whose meaning is not played here. Answers: `done`, `chosen` where it has conditions, `error`. */
  | {
      readonly type: "other";
      readonly actionType: string;
      readonly parameters: { readonly [name: string]: Json };
    }
  /** The three ends: nothing is to be answered. */
  | { readonly type: "disconnect" }
  | { readonly type: "end" }
  /** Connect would drop the call here: an error with no branch for it, or an action that this interpreter does not play. */
  | { readonly type: "broken"; readonly why: string };

export type Prompt =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "ssml"; readonly ssml: string }
  | { readonly type: "media"; readonly uri: string }
  | { readonly type: "promptId"; readonly promptId: string };

export type FlowAnswer =
  | { readonly type: "done" }
  /** What the function answered; anything that is not an object of the response type is an error to Connect. */
  | { readonly type: "lambdaResult"; readonly result: unknown }
  | { readonly type: "keys"; readonly keys: string }
  | { readonly type: "timeout" }
  | { readonly type: "interrupted" }
  | { readonly type: "hours"; readonly isOpen: boolean }
  | {
      readonly type: "streaming";
      readonly streamArn: string;
      readonly startFragmentNumber: string;
      /** Milliseconds since the epoch, as Connect writes it. */
      readonly startTimestamp: string;
    }
  | {
      readonly type: "botEnded";
      readonly intent: string | null;
      readonly attributes: Readonly<Record<string, string>>;
      readonly slots?: Readonly<Record<string, string>>;
    }
  /** Anything that claims to be a flow or a module. */
  | { readonly type: "flow"; readonly flow: ContactFlow }
  | { readonly type: "event"; readonly name: string }
  | { readonly type: "number"; readonly value: number }
  | { readonly type: "values"; readonly values: { readonly [name: string]: Json } }
  /** A branch by its name, and what came with it. */
  | { readonly type: "chosen"; readonly name: string; readonly values?: { readonly [name: string]: Json } }
  | { readonly type: "error"; readonly errorType: string };
