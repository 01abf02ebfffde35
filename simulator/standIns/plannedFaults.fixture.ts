import type { StageFault } from "../../functions/voice/stage.fixture";
import type { SimClock } from "../clock";
import type { FaultService } from "../scriptedCall";
import { type FaultPlan, faultPlan, randomFrom } from "./faults";

/** A plan by which the first requests to a service fail, in this order. */
export function plannedFaults(service: FaultService, faults: readonly StageFault[], clock: SimClock): FaultPlan {
  const planned = faults.flatMap((fault, index) =>
    fault === null ? [] : [{ service, fault, when: { type: "request", number: index + 1 } as const }],
  );
  return faultPlan(planned, clock, randomFrom(1));
}
