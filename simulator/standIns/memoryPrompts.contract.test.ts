import { promptsContract } from "../../functions/voice/prompts.contract";
import { virtualClock } from "../clock";
import { type SimSound, silenceSound } from "../sound/simSound";
import { memoryPrompts } from "./memoryPrompts";
import { plannedFaults } from "./plannedFaults.fixture";

const framesIn200ms = 10;

describe("prompts in this process", () => {
  promptsContract<SimSound>(async (faults = []) => {
    const clock = virtualClock(0);
    const plan = plannedFaults("s3", faults, clock);
    const prompts = memoryPrompts("contact-1", clock, plan, 40);
    const others = memoryPrompts("contact-2", clock, plan, 40);
    return {
      prompts,
      clock,
      sound(durationMs, dbfs) {
        const silence = silenceSound(durationMs);
        return { ...silence, levels: silence.levels.map(() => dbfs) };
      },
      async played(uri) {
        const sound = prompts.get(uri) ?? others.get(uri);
        return sound?.levels.filter((_, index) => index % framesIn200ms === 0) ?? null;
      },
      ofAnotherCall: () => others,
    };
  });
});
