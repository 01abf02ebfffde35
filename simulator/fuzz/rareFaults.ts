import { type Fault, type FaultKind, type FaultMoment, type FaultService, faultKinds } from "../scriptedCall";
import { type Chance, chanceFrom } from "./chance";

/** Asked once or twice in a call, if at all: what is drawn for a service that is asked often seldom meets them. */
const services: readonly FaultService[] = ["transcribe", "kvs", "sfn", "sns", "s3vectors"];
/** Drawn apart from everything else of the seed. */
const apart = 260;

/** What goes wrong with services that are seldom asked, in a seventh of the calls. */
export function rareFaults(seed: number): readonly Fault[] {
  const chance = chanceFrom(seed ^ apart);
  if (!chance.is(0.15)) return [];
  const service = chance.pick(services);
  return Array.from({ length: chance.whole(1, 3) }, () => ({
    service,
    fault: chance.pick<FaultKind>(faultKinds),
    when: momentOf(chance),
  }));
}

/** Whether the business has so many facts that they are sought, by what is stored of their meanings. */
export function isAboutFacts(faults: readonly Fault[]): boolean {
  return faults.some(({ service }) => service === "s3vectors");
}

function momentOf(chance: Chance): FaultMoment {
  return chance.is(0.8) ? { type: "request", number: chance.whole(1, 3) } : { type: "at", ms: chance.whole(0, 30_000) };
}
