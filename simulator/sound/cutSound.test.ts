import fc from "fast-check";
import { blocksOf, joinSounds, sliceSound } from "./cutSound";
import { noiseSound, type SimSound, silenceSound, speechSound } from "./simSound";

test("a part keeps only the words that lie wholly inside", () => {
  const sound = { ...speechSound("one two three"), startMs: 5000 };
  expect(sliceSound(sound, 100, 500)).toEqual({
    startMs: 5100,
    durationMs: 400,
    levels: new Array(20).fill(-20),
    words: [{ text: "two", startMs: 140, endMs: 320 }],
    pcm: null,
  });
});

test("a part is held within the sound and cut at whole 20 ms", () => {
  const sound = speechSound("one");
  expect(sliceSound(sound, -50, 1000).durationMs).toBe(180);
  expect(sliceSound(sound, 35, 79)).toMatchObject({ startMs: 20, durationMs: 40 });
  expect(sliceSound(sound, 200, 100)).toMatchObject({ durationMs: 0, levels: [], words: [] });
});

test("samples are cut with the sound", () => {
  const sound: SimSound = { ...speechSound("a"), pcm: Int16Array.from({ length: 480 }, (_, at) => at) };
  const part = sliceSound(sound, 20, 40);
  expect(part.pcm).toHaveLength(160);
  expect(part.pcm?.[0]).toBe(160);
});

test("blocks lose no word: each belongs to the block in which it ends", () => {
  const blocks = blocksOf(speechSound("one two"), 160);
  expect(blocks.map((block) => block.words)).toEqual([
    [],
    [{ text: "one", startMs: -160, endMs: 20 }],
    [{ text: "two", startMs: -80, endMs: 100 }],
  ]);
});

test("blocks joined again are the sound they were cut from", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, frames) => {
      const sound = speechSound(text);
      expect(joinSounds(blocksOf(sound, frames * 20))).toEqual(sound);
    }),
  );
});

test("joined sounds follow one another without a gap", () => {
  const joined = joinSounds([{ ...silenceSound(100), startMs: 700 }, speechSound("yes"), noiseSound(40)]);
  expect(joined).toMatchObject({
    startMs: 700,
    durationMs: 320,
    words: [{ text: "yes", startMs: 100, endMs: 280 }],
    pcm: null,
  });
  expect(joined.levels).toHaveLength(16);
  expect(joinSounds([])).toEqual({ startMs: 0, durationMs: 0, levels: [], words: [], pcm: null });
});

test("there are samples only where every part has samples", () => {
  const heard: SimSound = { ...silenceSound(20), pcm: new Int16Array(160).fill(7) };
  expect(joinSounds([heard, heard]).pcm).toEqual(new Int16Array(320).fill(7));
  expect(joinSounds([heard, silenceSound(20)]).pcm).toBeNull();
});
