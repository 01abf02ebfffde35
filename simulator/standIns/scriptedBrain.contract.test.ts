import { brainAnswer, brainContract } from "../../functions/voice/brain.contract";
import { virtualClock } from "../clock";
import { plannedFaults } from "./plannedFaults.fixture";
import { scriptedBrain } from "./scriptedBrain";

describe("the brain in this process", () => {
  brainContract(async (faults = []) => {
    const clock = virtualClock(0);
    const plan = plannedFaults("bedrock", faults, clock);
    const times = { firstTokenMs: 400, tokenMs: 10 };
    return { brain: scriptedBrain(clock, plan, times, [], () => brainAnswer, 40_000), clock };
  });
});
