import type { CallRecord } from "../shared/callRecord";
import type { CallStore } from "../shared/callStore";
import { flowLineTimes } from "../shared/flowLineTimes";
import type { Knowledge } from "../shared/knowledge";
import type { VoiceCall } from "../shared/voiceCall";
import { type CallLease, takeCall } from "./lines/callLease";
import { type FlowLine, flowLine, type Prompts } from "./lines/flowLine";
import { leavingLine } from "./lines/leavingLine";
import type { Clock, Line, Ports, Sound } from "./ports";
import { knowledgeInForce, type PriceRule } from "./prompt";
import { runCall } from "./runCall";
import type { Conversation, ConversationEvent, Effect } from "./state";

/** Where a hot call takes place: Lambda with AWS around it, or the simulator. */
export interface HotPlace<S extends Sound = Sound> {
  readonly clock: Clock;
  readonly calls: CallStore;
  readonly prices: PriceRule;
  /** The business as its owner wrote it. */
  knowledge(): Promise<Knowledge>;
  readonly way:
    | { readonly type: "flow"; readonly prompts: Prompts<S> }
    /** `open` resolves when the line is open. */
    | { readonly type: "duplex"; open(): Promise<Line<S>> };
  /** What hears, thinks, speaks and writes for this call. Throws where it cannot be had. @param knowledge what may be said */
  services(knowledge: Knowledge): HotServices<S>;
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

/**
 * Leads a call from its greeting to its end, if nobody else does; null where somebody does. Rejects where it could not be led. Its
 * lease is given back in any case, so that the flow sends the caller to a person.
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
  try {
    return await converse(call, lease, place);
  } finally {
    await lease.release().catch((error) => place.unreleased?.(error));
  }
}

/** The lease of one that broke off is still running for a while. */
async function takeInTime<S extends Sound>(
  { contactId, successor }: VoiceCall,
  owner: string,
  { calls, clock }: HotPlace<S>,
): Promise<CallLease | null> {
  const givenUpAtMs = clock.now() + (successor > 0 ? flowLineTimes.leaseMs : 0);
  let lease = await takeCall(contactId, owner, calls, clock);
  while (lease === null && clock.now() < givenUpAtMs) {
    await new Promise<void>((resolve) => clock.after(takeAgainMs, resolve));
    lease = await takeCall(contactId, owner, calls, clock);
  }
  return lease;
}

async function converse<S extends Sound>(
  { contactId, from, startedAtMs }: VoiceCall,
  lease: CallLease,
  place: HotPlace<S>,
): Promise<CallRecord> {
  const { clock, prices } = place;
  const knowledge = knowledgeInForce(await place.knowledge(), prices);
  const line = await openLine(contactId, knowledge, lease, place);
  const { close, ...services } = place.services(knowledge);
  try {
    const record = await runCall(
      // The contact flow records what is said to the agent.
      { contactId, from, startedAtMs, knowledge, isRecorded: true },
      { clock, line: leavingLine(shown(line, place), lease.lost, clock.now), ...services },
      (...seen) => place.watch?.(...seen),
    );
    if ("closed" in line) await line.closed();
    return record;
  } finally {
    close();
  }
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
