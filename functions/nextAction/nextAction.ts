import type { CallState, CallStore, FlowAction, FlowAsk, TransferOutcome } from "../shared/callStore";
import type { ConnectEvent } from "../shared/connectEvent";
import { flowLineTimes } from "../shared/flowLineTimes";
import type { Clock } from "../voice/ports";

export interface NextActionPorts {
  readonly clock: Clock;
  readonly calls: Pick<CallStore, "ask" | "watch">;
}

/** What the flow does next, as strings that it can compare. */
export interface NextAction {
  /** `wait`: ask again at once; `silence`: play a short silence first; `person`: the agent cannot be had. */
  readonly next: "say" | "offer" | "wait" | "silence" | "record" | "transfer" | "voicemail" | "end" | "person";
  /** The number to ask with next time. */
  readonly seq: string;
  /** How long functions have run in a row, to be passed back. */
  readonly waitedMs: string;
  /** For `say` and `offer`; `uri` is left out where the sound could not be stored and Connect's own voice has to say `text`. */
  readonly uri?: string;
  readonly text?: string;
}

/**
 * Holds the flow's request until the agent has something for the caller, and at most `flowLineTimes.holdMs`. The answer to a
 * number stays the same, so that Connect may repeat its request. Parameters: `seq`, `waitedMs`, and `key` or `transfer` where
 * there is one. A store that fails is tried again for as long as a caller can be left in silence; then a person is called.
 */
export async function nextAction(event: ConnectEvent, ports: NextActionPorts): Promise<NextAction> {
  const { ContactId: contactId } = event.Details.ContactData;
  const request = readRequest(event.Details.Parameters);
  const askedAtMs = ports.clock.now();
  const ask = { seq: request.seq, atMs: askedAtMs, key: request.key, transfer: request.transfer };
  const { calls, clock } = ports;
  const isNoted = await tried(() => calls.ask(contactId, ask), askedAtMs + flowLineTimes.notedWithinMs, clock);
  // Whoever cannot reach the store cannot reach the agent: a function that fails is only asked again by Connect, in silence.
  if (isNoted === null) return withoutAgent(ask);
  // The agent's part was over when the person was called: nobody waits for it to put its things in order.
  if (ask.transfer !== null) return withoutAgent(ask);

  const untilMs = askedAtMs + flowLineTimes.holdMs;
  const look = (limitMs: number) =>
    tried(
      () => calls.watch(contactId, limitMs, isAnswered(ask), undefined, everyMs),
      untilMs + flowLineTimes.pollEveryMs,
      clock,
    );
  let state = await look(0);
  for (;;) {
    const nowMs = clock.now();
    if (state === null) return keepWaiting(ask, request.waitedMs + (nowMs - askedAtMs));
    if (state.answer?.seq === ask.seq) return toFlow(state.answer);
    const givenUpAtMs = abandonedAtMs(state, askedAtMs);
    if (nowMs >= givenUpAtMs) return withoutAgent(ask);
    if (nowMs >= untilMs) return keepWaiting(ask, request.waitedMs + (nowMs - askedAtMs));
    state = await look(Math.min(givenUpAtMs, untilMs) - nowMs);
  }
}

/** A store that fails is asked again until then. Null where no answer has come by then, from one that hangs neither. */
function tried<T>(ask: () => Promise<T>, untilMs: number, clock: Clock): Promise<T | null> {
  return new Promise((resolve) => {
    let cancel = () => {};
    const cancelAll = clock.after(untilMs - clock.now(), () => {
      cancel();
      resolve(null);
    });
    const attempt = () => {
      ask().then(
        (answer) => {
          cancelAll();
          resolve(answer);
        },
        () => {
          if (clock.now() < untilMs) cancel = clock.after(flowLineTimes.pollEveryMs, attempt);
        },
      );
    };
    attempt();
  });
}

const isAnswered = (ask: FlowAsk) => (state: CallState) => state.answer?.seq === ask.seq;

/** From the end of the caller's words on every moment until the answer counts. */
function everyMs({ shown }: CallState): number {
  const isAnswerDue = shown === "thinking" || shown === "speaking";
  return isAnswerDue ? flowLineTimes.pollSoonMs : flowLineTimes.pollEveryMs;
}

/** When nobody can be expected to answer any more. */
function abandonedAtMs(state: CallState, askedAtMs: number): number {
  // A lease that was given back is over for good; of one that ran out a successor may be about to take over.
  if (state.lease !== null) return state.lease.untilMs === 0 ? 0 : state.lease.untilMs + flowLineTimes.graceMs;
  return (state.start?.startedAtMs ?? askedAtMs) + flowLineTimes.takenWithinMs;
}

function toFlow(action: FlowAction): NextAction {
  const { next } = action;
  const passed = { next, seq: String(action.seq + 1), waitedMs: "0" } as const;
  if (next !== "say" && next !== "offer") return passed;
  return { ...passed, text: action.text, ...(action.uri === null ? {} : { uri: action.uri }) };
}

/** The agent is gone: whoever has not been tried yet is next. */
function withoutAgent(ask: FlowAsk): NextAction {
  const next = ask.transfer === null ? "person" : ask.transfer === "answered" ? "end" : "voicemail";
  return { next, seq: String(ask.seq + 1), waitedMs: "0" };
}

function keepWaiting(ask: FlowAsk, waitedMs: number): NextAction {
  const isLong = waitedMs + flowLineTimes.holdMs > flowLineTimes.inARowMs;
  return { next: isLong ? "silence" : "wait", seq: String(ask.seq), waitedMs: isLong ? "0" : String(waitedMs) };
}

const outcomes: readonly string[] = ["answered", "noAnswer", "failed"] satisfies TransferOutcome[];

function readRequest(parameters: Readonly<Record<string, string>>) {
  const seq = Number(parameters.seq);
  if (!Number.isInteger(seq) || seq < 1) throw new Error(`nextAction was asked with seq "${parameters.seq}".`);
  const { key = "", transfer = "" } = parameters;
  return {
    seq,
    waitedMs: Number(parameters.waitedMs ?? 0) || 0,
    // Connect writes "Timeout" where no key came.
    key: /^[0-9*#]$/.test(key) ? key : null,
    transfer: outcomes.includes(transfer) ? (transfer as TransferOutcome) : null,
  };
}
