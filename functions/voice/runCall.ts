import type { CallRecord } from "../shared/callRecord";
import { factsOf } from "../shared/facts";
import { fixedSpeech } from "../shared/fixedSpeech";
import { localTime } from "../shared/hours";
import type { Knowledge } from "../shared/knowledge";
import { isOver } from "./closing";
import { newConversation, next, recordOf } from "./conversation";
import { errorText } from "./errorText";
import { eventQueue } from "./eventQueue";
import { type Resumption, resumed } from "./handOver";
import { handsOf } from "./hands";
import { knowingBrain } from "./knowingBrain";
import { listen } from "./listen";
import type { Ports, Sound } from "./ports";
import type { Conversation, ConversationEvent, Effect, Happening } from "./state";
import { readAhead } from "./truthGate/readAhead";
import { type TurnTaking, turnTakingDefaults } from "./turnTaking";

/** What the brain was asked for no turn. */
const noThought = 0;

export interface Call {
  readonly contactId: string;
  /** E.164, null where withheld. */
  readonly from: string | null;
  readonly startedAtMs: number;
  readonly knowledge: Knowledge;
  /** Said to the caller after the greeting. */
  readonly isRecorded: boolean;
  readonly taking?: Partial<TurnTaking>;
  /** Left out where the call begins. */
  readonly resumption?: Resumption | null;
}

/** Asked after every event: true where somebody else goes on with the conversation from here. */
export type MayLeave = (conversation: Conversation) => boolean;

/**
 * One call from its greeting to its end: performs what the conversation decides through the ports, and turns everything that
 * comes back into events. Resolves with the record, which the desk has been given, when the call is over and everything that
 * was to be written is written. `watch` sees every event, the conversation after it, and what was done about it. Never rejects for a fault of a port.
 */
export async function runCall<S extends Sound>(
  call: Call,
  ports: Ports<S>,
  watch: Watch = () => {},
): Promise<CallRecord> {
  const { conversation } = await converse(call, ports, watch, () => false);
  return keep(ports, recordOf(conversation, ports.clock.now()));
}

/** The same, which `mayLeave` ends early: then there is no record, and null comes back. */
export async function runCallOrLeave<S extends Sound>(
  call: Call,
  ports: Ports<S>,
  watch: Watch,
  mayLeave: MayLeave,
): Promise<CallRecord | null> {
  const { conversation, isLeft } = await converse(call, ports, watch, mayLeave);
  return isLeft ? null : keep(ports, recordOf(conversation, ports.clock.now()));
}

/** What is written is announced, and what failed is asked for once more. */
const mostRounds = 4;

type Watch = (conversation: Conversation, event: ConversationEvent, effects: readonly Effect[]) => void;

async function converse<S extends Sound>(
  call: Call,
  ports: Ports<S>,
  watch: Watch,
  mayLeave: MayLeave,
): Promise<{ readonly conversation: Conversation; readonly isLeft: boolean }> {
  const { clock, line } = ports;
  const events = eventQueue<ConversationEvent>();
  const over = new AbortController();
  const push = (event: Happening) => events.push({ ...event, atMs: event.atMs ?? clock.now() } as ConversationEvent);
  // All of it while the greeting plays. Nobody waits for it: what did not come is asked for when it is needed.
  const unprepared = (service: string) => (error: unknown) =>
    push({ type: "warmingFailed", service, reason: errorText(error) });
  const reading = ports.desk.prepare?.(call.from) ?? Promise.resolve(null);
  reading.catch(unprepared("desk"));
  ports.brain
    .warm?.(over.signal)
    .then((usage) => push({ type: "thoughtEnded", thought: noThought, usage }), unprepared("bedrock"));
  const hands = handsOf({ ...ports, brain: knowingBrain(ports.brain, reading) }, push);

  const { resumption = null } = call;
  const fresh = newConversation({
    ...call,
    facts: factsOf(call.knowledge, localTime(call.startedAtMs, call.knowledge.business.timezone).date),
    grade: line.grade,
    rendered: new Set(fixedSpeech(call.knowledge.say, line.grade)),
    taking: { ...turnTakingDefaults, ...call.taking },
  });
  let conversation = resumption === null ? fresh : resumed(fresh, resumption.saved);
  readAhead(call.knowledge, fresh.call.facts, clock);
  push(resumption === null ? { type: "callStarted" } : { type: "callResumed", unsaid: resumption.unsaid });
  const pumps = [
    followLine(ports, push, over.signal),
    listen(ports, push, over.signal),
    ports.speaker.warm().catch(unprepared("polly")),
  ];
  let isLeft = false;
  for await (const event of events) {
    const [after, effects] = next(conversation, event);
    conversation = after;
    for (const effect of effects) hands.perform(effect);
    watch(conversation, event, effects);
    if (isOver(conversation)) break;
    isLeft = mayLeave(conversation);
    if (isLeft) break;
  }
  // What is being written is written to its end; its receipt belongs into the record.
  for (let round = 1; round <= mostRounds; round += 1) {
    const receipts = await hands.settle();
    if (receipts.length === 0) break;
    for (const receipt of receipts) {
      const [after, effects] = next(conversation, receipt);
      conversation = after;
      for (const effect of effects) if (effect.type === "askDesk") hands.perform(effect);
    }
  }
  over.abort();
  events.close();
  await Promise.allSettled(pumps);
  return { conversation, isLeft };
}

/** The record as it was kept; where it could not be, twice, a fault in it says so. */
async function keep<S extends Sound>({ desk, clock }: Ports<S>, record: CallRecord): Promise<CallRecord> {
  try {
    await desk.keep(record).catch(() => desk.keep(record));
    return record;
  } catch (error) {
    const fault = { atMs: clock.now(), service: "desk", what: errorText(error), did: "the record of the call is lost" };
    return { ...record, faults: [...record.faults, fault] };
  }
}

async function followLine<S extends Sound>(
  { line }: Ports<S>,
  push: (event: Happening) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const event of line.events(signal)) push(event);
  } catch (error) {
    if (!signal.aborted) push({ type: "lineFailed", reason: errorText(error) });
  }
}
