import type { Column } from "../connect/assumptions";
import {
  type Delays,
  defaultDelays,
  type Fault,
  type FaultKind,
  type FaultMoment,
  type FaultService,
  faultKinds,
  type PersonAnswer,
} from "../scriptedCall";
import type { Chance } from "./chance";

/** What a call meets beside its caller. */
export interface World {
  readonly line: "flow" | "duplex";
  readonly column: Column;
  readonly delays: Delays;
  readonly faults: readonly Fault[];
  readonly person: PersonAnswer;
}

const services: readonly FaultService[] = ["transcribe", "bedrock", "polly", "kvs", "dynamodb", "s3", "line", "lambda"];

/** Half of the calls meet no fault; many have the times that are usual. */
export function randomWorld(chance: Chance): World {
  return {
    line: chance.pick(["flow", "duplex"]),
    column: chance.pick(["best", "worst"]),
    delays: chance.is(0.4) ? defaultDelays : randomDelays(chance),
    faults: chance.is(0.5) ? [] : Array.from({ length: chance.whole(1, 3) }, () => randomFault(chance)),
    person: chance.pick(["answered", "answered", "noAnswer", "failed"]),
  };
}

function randomDelays(chance: Chance): Delays {
  return {
    transcribe: chance.whole(50, 250),
    brainFirstToken: chance.is(0.2) ? chance.whole(1000, 5000) : chance.whole(50, 1000),
    brainToken: chance.is(0.1) ? chance.whole(50, 600) : chance.whole(2, 40),
    speakerFirstByte: chance.is(0.15) ? chance.whole(600, 3000) : chance.whole(30, 500),
    tool: chance.is(0.15) ? chance.whole(500, 4000) : chance.whole(10, 300),
    line: chance.whole(0, 75),
    kvs: chance.is(0.7) ? 0 : chance.whole(1, 400),
    flowPrompt: chance.whole(100, 350),
  };
}

function randomFault(chance: Chance): Fault {
  return { service: chance.pick(services), fault: chance.pick<FaultKind>(faultKinds), when: randomMoment(chance) };
}

function randomMoment(chance: Chance): FaultMoment {
  const type = chance.pick(["request", "utterance", "at"] as const);
  if (type === "at") return { type, ms: chance.whole(0, 40_000) };
  return { type, number: type === "request" ? chance.whole(1, 12) : chance.whole(1, 3) };
}
