import { speakerContract } from "../../functions/voice/speaker.contract";
import { virtualClock } from "../clock";
import { speechSound } from "../sound/simSound";
import { plannedFaults } from "./plannedFaults.fixture";
import { pollySpeaker } from "./pollySpeaker";

describe("the speaker in this process", () => {
  speakerContract(async (faults = []) => {
    const clock = virtualClock(0);
    const plan = plannedFaults("polly", faults, clock);
    return { speaker: pollySpeaker(clock, plan, 200, async (text) => speechSound(text)), clock };
  });
});
