import type { CallRecord, FaultMet } from "../functions/shared/callRecord";
import type { ConnectEvent } from "../functions/shared/connectEvent";
import type { RouteChoice } from "../functions/shared/routing";
import type { Utterance } from "../functions/voice/state";
import type { SimClock } from "./clock";
import type { Assumed } from "./connect/assumptions";
import type { ConnectLog, FlowFunction } from "./connect/connect";
import type { PhoneNetwork } from "./phoneNetwork";
import type { CallWatcher, SimulatedCall } from "./simulateCall";
import type { SimSound } from "./sound/simSound";
import type { FaultPlan } from "./standIns/faults";
import type { BusinessStores } from "./stores/businessStores";
import type { CallVoices } from "./voices";

/** Where the functions of one call run, and what they find around them. */
export interface CallGround {
  screenCaller(event: ConnectEvent): Promise<RouteChoice>;
  /** The others that the flow invokes, by the names that stand in it. */
  readonly functions: ReadonlyMap<string, FlowFunction>;
  /** The sound under an `s3://` uri; null where there is none. */
  stored(uri: string): Promise<SimSound | null>;
  /** From now on the caller's voice goes into a stream. */
  streamCaller(streamArn: string, startMs: number): void;
  /** Opens the duplex line; settles when the agent lets go of the call. */
  joinBot(): Promise<{ readonly outcome: "ended" | "transferred" | "failed" }>;
  /** The hot function dies where it stands. */
  killAgent(): void;
  /** What the agent left behind, when it has put its things in order, and what follows from what Connect has recorded is done. */
  left(connect: Pick<ConnectLog, "recorded">): Promise<AgentLeft>;
}

export interface AgentLeft {
  readonly record: CallRecord | null;
  /** Every speech of the agent, as far as it is known. */
  readonly mouth: readonly SpeechOfTurn[];
  /** An agent was to take the call and kept no record of it. */
  readonly hasAgentDied: boolean;
  readonly faults: readonly FaultMet[];
}

/** What a speech of the agent was. */
export type SpeechOfTurn = Pick<Utterance, "id" | "turn" | "kind" | "text">;

/** One call, for whoever lays its ground. */
export interface GroundSetting {
  readonly call: SimulatedCall;
  readonly clock: SimClock;
  readonly voices: CallVoices;
  readonly stores: BusinessStores;
  readonly phone: PhoneNetwork;
  readonly faults: FaultPlan;
  readonly assumed: Assumed;
  /** Told when an agent takes the call, whose turn it then is, and when it no longer has the call. */
  readonly agent: { takes(): void; shows(state: string): void; leaves(): void };
  readonly watch: CallWatcher;
}

export type LayGround = (setting: GroundSetting) => CallGround;
