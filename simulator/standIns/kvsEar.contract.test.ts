import { callerHeard, earContract } from "../../functions/voice/ear.contract";
import { virtualClock } from "../clock";
import { phoneNetwork } from "../phoneNetwork";
import { noiseSound } from "../sound/simSound";
import { kvsEar } from "./kvsEar";
import { plannedFaults } from "./plannedFaults.fixture";

const startMs = Date.UTC(2026, 10, 23, 18);

describe.each([
  ["in blocks of 64 ms", 64, 0],
  ["in bursts of a second, late", 1_000, 300],
])("the ear in this process, %s", (_, burstMs, lateMs) => {
  earContract(async (faults = []) => {
    const clock = virtualClock(startMs);
    const phone = phoneNetwork(clock, 0);
    const { loudFromMs, loudUntilMs, goneMs } = callerHeard;
    clock.after(loudFromMs, () => phone.callerSounds(noiseSound(loudUntilMs - loudFromMs)));
    clock.after(goneMs, () => phone.callerHangsUp());
    const times = { blockMs: 64, burstMs, lateMs };
    return { ear: kvsEar(phone, clock, plannedFaults("kvs", faults, clock), times, startMs), clock, startMs };
  });
});
