import type { Knowledge } from "../../functions/shared/knowledge";
import type { BrainEntry, Step } from "../scriptedCall";
import { chanceFrom } from "./chance";
import { bookingCall } from "./randomBooking";
import { randomBrain } from "./randomBrain";
import { openMs, randomBusiness } from "./randomBusiness";
import { type Disturbance, randomDisturbances, randomSteps } from "./randomCaller";
import { randomWorld, type World } from "./randomWorld";

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

/** Half of the calls are about an appointment, most of those with somebody else after the same. */
export function randomCall(seed: number): RandomCall {
  return chanceFrom(~seed).is(0.5) ? bookingCall(seed) : everydayCall(seed);
}

/** A call about anything. */
export function everydayCall(seed: number): RandomCall {
  const chance = chanceFrom(seed);
  const knowledge = randomBusiness(chance);
  return {
    ...randomWorld(chance),
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
