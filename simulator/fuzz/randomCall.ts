import type { Knowledge } from "../../functions/shared/knowledge";
import type { BrainEntry, Step } from "../scriptedCall";
import { chanceFrom } from "./chance";
import { bookingCall } from "./randomBooking";
import { randomBrain } from "./randomBrain";
import { openMs, randomBusiness } from "./randomBusiness";
import { type Disturbance, randomDisturbances, randomSteps } from "./randomCaller";
import { randomWorld, type World } from "./randomWorld";
import { isAboutFacts, rareFaults } from "./rareFaults";
import { withManyFacts } from "./withManyFacts";

/** A call that nobody wrote down: all of it follows from its seed. */
export interface RandomCall extends World {
  /** A whole number from 0. */
  readonly seed: number;
  /** Milliseconds since the epoch. */
  readonly startMs: number;
  readonly from: string | null;
  readonly knowledge: Knowledge;
  readonly steps: readonly Step[];
  /** Beside the steps. */
  readonly disturbances: readonly Disturbance[];
  readonly brain: readonly BrainEntry[];
  /** Others who call the same business at that time. */
  readonly rivals: readonly Rival[];
}

/** Somebody who calls while another call is under way. */
export interface Rival {
  /** After the start of the other call. */
  readonly afterMs: number;
  readonly call: RandomCall;
}

/** What calls are about. */
export type Matter = "anything" | "appointments";

/** Every second call is about an appointment, most of those with somebody else after the same. */
export function matterOf(seed: number): Matter {
  return seed % 2 === 0 ? "appointments" : "anything";
}

/** So that N seeds are the first half of N of each. */
export function randomCall(seed: number): RandomCall {
  const half = Math.ceil(seed / 2);
  return matterOf(seed) === "appointments" ? bookingCall(half) : everydayCall(half);
}

/** A call about anything. */
export function everydayCall(seed: number): RandomCall {
  const chance = chanceFrom(seed);
  const rare = rareFaults(seed);
  const business = randomBusiness(chance);
  const knowledge = isAboutFacts(rare) ? withManyFacts(business) : business;
  const world = randomWorld(chance);
  return {
    ...world,
    faults: [...world.faults, ...rare],
    seed,
    startMs: openMs,
    from: chance.is(0.85) ? "+15551230001" : null,
    knowledge,
    steps: randomSteps(chance, knowledge),
    disturbances: randomDisturbances(chance),
    brain: randomBrain(chance, knowledge),
    rivals: [],
  };
}
