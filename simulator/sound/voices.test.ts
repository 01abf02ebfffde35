import { detect, newSoundDetector } from "../../functions/voice/soundDetector";
import { blockOf, joinSounds, sliceSound } from "./cutSound";
import { levelsOf } from "./levels";
import { seededRandom, withLoudness } from "./noiseSamples";
import { sentencesIn } from "./sentences";
import { humSound, noiseSound, silenceSound, speechSound } from "./simSound";
import { speakSamples, voiced } from "./voices";

const texts = ["Hi, this is the AI assistant of Cedar & Main. How can I help?", "It costs $18.50.", "Café?", "Привет!"];

test.each(texts)("%j lasts 60 ms a character, and each sentence sounds from its start to its end", async (text) => {
  for (const voice of ["agent", "caller"] as const) {
    const pcm = await speakSamples(text, voice);
    expect(pcm).toHaveLength(text.length * 480);
    for (const { startMs, endMs } of sentencesIn(text)) {
      const levels = levelsOf(pcm.subarray(startMs * 8, endMs * 8));
      expect(levels[0]).toBeGreaterThan(-45);
      expect(levels.at(-1)).toBeGreaterThan(-45);
      const energy = levels.reduce((sum, level) => sum + 10 ** (level / 10), 0) / levels.length;
      expect(Math.abs(10 * Math.log10(energy) - -20)).toBeLessThan(1.5);
    }
  }
});

test("agent and caller have different voices, and each says a sentence the same way every time", async () => {
  const text = "See you.";
  const agent = await speakSamples(text, "agent");
  expect(await speakSamples(text, "caller")).not.toEqual(agent);
  expect(await speakSamples(text, "agent")).toEqual(agent);
});

test("a spoken sound keeps its words and length, and gets the levels of its samples", async () => {
  const sound = speechSound("No. Yes.");
  const spoken = await voiced(sound, "caller");
  expect(spoken).toMatchObject({ words: sound.words, durationMs: sound.durationMs, startMs: 0 });
  expect(spoken.pcm).toHaveLength(sound.durationMs * 8);
  expect(spoken.levels).toEqual(levelsOf(spoken.pcm ?? new Int16Array(0)));
  expect(await voiced(spoken, "agent")).toBe(spoken);
});

test("the part of a sentence that is left after a cut is spoken where its words stand", async () => {
  const rest = await voiced(sliceSound(speechSound("one two three"), 100, 780), "agent");
  expect(rest.durationMs).toBe(680);
  expect(rest.levels.slice(0, 7)).toEqual(new Array(7).fill(-96));
  expect(rest.levels[7]).toBeGreaterThan(-45);
});

test("a word that began in the block before is heard on, not again", async () => {
  const sound = speechSound("Representative");
  const whole = await voiced(sound, "caller");
  const end = await voiced(blockOf(sound, 400, 840), "caller");
  expect(end.pcm).toEqual(whole.pcm?.subarray(3200));
});

test("a beep after words is heard, and the pause between them is not", async () => {
  const { levels } = await voiced(joinSounds([speechSound("Yes."), silenceSound(100), noiseSound(200)]), "agent");
  expect(levels.slice(12, 17)).toEqual(new Array(5).fill(-96));
  for (const level of levels.slice(17)) expect(Math.abs(level - -25)).toBeLessThan(1);
});

test("a cough is noise for as long as it lasts, a hum is quieter than speech, silence is silent", async () => {
  const cough = await voiced(noiseSound(300), "caller");
  expect(cough.levels).toHaveLength(15);
  for (const level of cough.levels) expect(level).toBeGreaterThan(-36);
  const hum = await voiced(humSound("uh-huh"), "caller");
  expect(Math.max(...hum.levels)).toBeLessThan(-16);
  expect(hum.words).toHaveLength(1);
  expect((await voiced(silenceSound(60), "agent")).levels).toEqual([-96, -96, -96]);
});

test.each([
  ["20 dB", -40],
  ["10 dB", -30],
])(
  "a spoken sentence %s over the noise of the line is noticed within 100 ms, and so is its end",
  async (_, noiseDbfs) => {
    const spoken = await speakSamples("Could you tell me when you open tomorrow?", "caller");
    const random = seededRandom(7);
    const line = Float64Array.from(
      { length: 24_000 + spoken.length + 16_000 },
      () => random() + random() + random() - 1.5,
    );
    const heard = withLoudness(line, noiseDbfs);
    for (const [at, value] of spoken.entries()) heard[24_000 + at] = (heard[24_000 + at] ?? 0) + value;
    const [, events] = detect(newSoundDetector(), {
      startMs: 0,
      durationMs: heard.length / 8,
      levels: levelsOf(heard),
    });
    const endMs = 3000 + spoken.length / 8;
    expect(events[0]?.type).toBe("callerSoundStarted");
    expect(events[0]?.soundAtMs).toBeGreaterThanOrEqual(3000);
    expect(events[0]?.atMs).toBeLessThanOrEqual(3100);
    expect(events.at(-1)?.type).toBe("callerSoundStopped");
    expect(Math.abs((events.at(-1)?.soundAtMs ?? 0) - endMs)).toBeLessThanOrEqual(100);
  },
);
