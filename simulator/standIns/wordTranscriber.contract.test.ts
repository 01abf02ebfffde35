import { firstSoundMs, transcriberContract } from "../../functions/voice/transcriber.contract";
import { virtualClock } from "../clock";
import { blocksOf, joinSounds } from "../sound/cutSound";
import { silenceSound, speechSound } from "../sound/simSound";
import { pause } from "./faults";
import { plannedFaults } from "./plannedFaults.fixture";
import { wordTranscriber } from "./wordTranscriber";

describe.each([0, 200])("the transcriber in this process, words stable after %d ms", (stableMs) => {
  transcriberContract(async (faults = []) => {
    const clock = virtualClock(firstSoundMs);
    const plan = plannedFaults("transcribe", faults, clock);
    return {
      transcriber: wordTranscriber(clock, plan, { wordMs: 100, finalMs: 500, stableMs }),
      clock,
      async *says(...sayings) {
        const stretches =
          sayings.length === 0
            ? [{ startMs: firstSoundMs, sound: silenceSound(2_000) }]
            : sayings.map(({ text, startMs }) => ({
                startMs,
                sound: joinSounds([speechSound(text), silenceSound(2_000)]),
              }));
        for (const { startMs, sound } of stretches) {
          for (const block of blocksOf({ ...sound, startMs }, 60)) {
            await pause(clock, block.startMs + block.durationMs - clock.now());
            yield block;
          }
        }
      },
    };
  });
});
