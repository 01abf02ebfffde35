import type { CallRecord } from "../shared/callRecord";
import type { CallStore } from "../shared/callStore";
import { flowLineTimes } from "../shared/flowLineTimes";
import type { Knowledge } from "../shared/knowledge";
import { knowledgeVersion } from "../shared/knowledgeVersion";
import type { VoiceCall } from "../shared/voiceCall";
import { conversationKeeper } from "./conversationKeeper";
import { type Resumption, resumptionOf, type SavedConversation } from "./handOver";
import { handOverInTime } from "./handOverInTime";
import { type CallLease, takeCall } from "./lines/callLease";
import { type FlowLine, flowLine, type Prompts } from "./lines/flowLine";
import { leavingLine } from "./lines/leavingLine";
import type { Clock, Line, Ports, Sound } from "./ports";
import { knowledgeInForce, type PriceRule } from "./prompt";
import { runCallOrLeave } from "./runCall";
import type { Conversation, ConversationEvent, Effect } from "./state";

/** Where a hot call takes place: Lambda with AWS around it, or the simulator. */
export interface HotPlace<S extends Sound = Sound> {
  readonly clock: Clock;
  readonly calls: CallStore;
  readonly prices: PriceRule;
  /**
   * The business as its owner wrote it.
   *
   * @param version with which the call began; null where it begins now.
   */
  knowledge(version: string | null): Promise<Knowledge>;
  readonly way:
    | { readonly type: "flow"; readonly prompts: Prompts<S> }
    /** `open` resolves when the line is open. */
    | { readonly type: "duplex"; open(): Promise<Line<S>> };
  /**
   * What hears, thinks, speaks and writes for this call. Throws where it cannot be had.
   *
   * @param knowledge what may be said.
   * @param fromMs the caller's words are heard from then on, epoch milliseconds; null: from the start of the stream.
   * @param version of what its owner wrote.
   */
  services(knowledge: Knowledge, fromMs: number | null, version: string): HotServices<S>;
  /** When whoever leads the call has to be followed by another, epoch milliseconds. */
  readonly handOverAtMs: number;
  /** Starts another and does not wait for it. */
  startSuccessor(call: VoiceCall): Promise<void>;
  /** Sees every event, the conversation after it and what was done about it. */
  watch?(conversation: Conversation, event: ConversationEvent, effects: readonly Effect[]): void;
  /** Sees whose turn it is. */
  shows?(state: string): void;
  /** The lease could not be given back: it runs out by itself. */
  unreleased?(error: unknown): void;
}

export interface HotServices<S extends Sound = Sound>
  extends Pick<Ports<S>, "ear" | "transcriber" | "brain" | "speaker" | "desk"> {
  /** The call is over. */
  close(): void;
}

/** How often a successor tries to take the call. */
const takeAgainMs = 100;
/** So long a successor waits for a call that is handed over to it. */
const handedOverWithinMs = 60_000;

/**
 * Leads a call from its greeting, or from where the one before left it, to its end, if nobody else does. Null where somebody else
 * has it, or goes on with it. Rejects where it could not be led. Its lease is given back in any case, so that the flow sends the
 * caller to a person.
 *
 * @param owner unique to this attempt.
 */
export async function leadHotCall<S extends Sound>(
  call: VoiceCall,
  owner: string,
  place: HotPlace<S>,
): Promise<CallRecord | null> {
  const lease = await takeInTime(call, owner, place);
  if (lease === null) return null;
  let isLeft = false;
  try {
    const record = await converse(call, owner, lease, place);
    isLeft = record === null;
    return record;
  } finally {
    await (isLeft ? lease.leave() : lease.release()).catch((error) => place.unreleased?.(error));
  }
}

/** Of one that broke off the lease may be running still; one that hands over keeps it until then. */
async function takeInTime<S extends Sound>(
  { contactId, before }: VoiceCall,
  owner: string,
  { calls, clock }: HotPlace<S>,
): Promise<CallLease | null> {
  const gone = before?.isGone ? before.owner : null;
  const patienceMs = before === null ? 0 : before.isGone ? flowLineTimes.leaseMs : handedOverWithinMs;
  const givenUpAtMs = clock.now() + patienceMs;
  let lease = await takeCall(contactId, owner, calls, clock, gone);
  while (lease === null && clock.now() < givenUpAtMs) {
    await new Promise<void>((resolve) => clock.after(takeAgainMs, resolve));
    lease = await takeCall(contactId, owner, calls, clock, gone);
  }
  return lease;
}

async function converse<S extends Sound>(
  call: VoiceCall,
  owner: string,
  lease: CallLease,
  place: HotPlace<S>,
): Promise<CallRecord | null> {
  const { contactId, from, startedAtMs } = call;
  const { clock, calls, prices } = place;
  const resumption = call.before === null ? null : await resumptionIn(contactId, place);
  // Whoever goes on with a call goes on with what it began with, whatever was uploaded since.
  const written = await place.knowledge(resumption?.saved.knowledgeVersion ?? null);
  const version = knowledgeVersion(written);
  const knowledge = knowledgeInForce(written, prices);
  const line = await openLine(contactId, knowledge, lease, place);
  const { close, ...services } = place.services(knowledge, resumption?.saved.takenUntilMs ?? null, version);
  const keeper = conversationKeeper(contactId, lease.fence, calls, version);
  const parting = handOverInTime(call, owner, place);
  try {
    const record = await runCallOrLeave(
      // The contact flow records what is said to the agent.
      { contactId, from, startedAtMs, knowledge, isRecorded: true, resumption },
      { clock, line: leavingLine(shown(line, place), lease.lost, clock.now), ...services },
      (...seen) => {
        keeper.keep(seen[0]);
        place.watch?.(...seen);
      },
      parting.mayLeave,
    );
    await keeper.settled();
    if (record !== null && "closed" in line) await line.closed();
    return record;
  } finally {
    parting.cancel();
    close();
  }
}

/** Null where nothing was saved: then the call begins anew. */
async function resumptionIn<S extends Sound>(contactId: string, { calls }: HotPlace<S>): Promise<Resumption | null> {
  const [saved, { answer }] = await Promise.all([calls.saved(contactId), calls.read(contactId)]);
  return saved === null ? null : resumptionOf(JSON.parse(saved) as SavedConversation, answer);
}

async function openLine<S extends Sound>(
  contactId: string,
  knowledge: Knowledge,
  { fence }: CallLease,
  { way, calls, clock }: HotPlace<S>,
): Promise<Line<S> | FlowLine<S>> {
  if (way.type === "duplex") return way.open();
  return flowLine({ contactId, fence, calls, prompts: way.prompts, clock, recordingNotice: knowledge.say.recording });
}

/** Also tells whoever watches whose turn it is. */
function shown<S extends Sound>(line: Line<S>, place: HotPlace<S>): Line<S> {
  return {
    ...line,
    show(state) {
      place.shows?.(state);
      line.show(state);
    },
  };
}
