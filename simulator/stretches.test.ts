import { virtualClock } from "./clock";
import { phoneNetwork } from "./phoneNetwork";
import { blockOf } from "./sound/cutSound";
import { speechSound } from "./sound/simSound";
import { pause } from "./standIns/faults";
import { agentStretches } from "./stretches";

test("what resumes inside a word is the text from that word on, at the times of its sound", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 0);
  const sound = speechSound("Wills, real estate. Call us.");
  const playing = phone.play(sound, "s1");
  await clock.run(pause(clock, 900));
  playing.stop();
  await clock.run(pause(clock, 1000));
  await clock.run(phone.play(blockOf(sound, 900, sound.durationMs), "s1").ended);
  expect(agentStretches(phone)).toEqual([
    { startMs: 0, endMs: 900, text: "Wills, real estate.", cut: true },
    { startMs: 1900, endMs: 2140, text: "estate.", cut: false },
    { startMs: 2200, endMs: 2680, text: "Call us.", cut: false },
  ]);
});
