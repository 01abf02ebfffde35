import fc from "fast-check";
import { humSound, noiseSound, silenceSound, speechSound, wordsHeard } from "./simSound";

test("every character takes 60 ms, and a word ends with its punctuation", () => {
  const sound = speechSound("Hi, Dana.");
  expect(sound).toEqual({
    startMs: 0,
    durationMs: 540,
    levels: new Array(27).fill(-20),
    words: [
      { text: "Hi,", startMs: 0, endMs: 180 },
      { text: "Dana.", startMs: 240, endMs: 540 },
    ],
    pcm: null,
  });
});

test("punctuation after a space belongs to the word before it, and is never a word", () => {
  const texts = (text: string) => speechSound(text).words.map((word) => word.text);
  expect(texts("Combien coûte « le vaccin » ?")).toEqual(["Combien", "coûte «", "le", "vaccin » ?"]);
  expect(texts("Tea & cake - 12 €.")).toEqual(["Tea &", "cake -", "12", "€."]);
  expect(texts("... !")).toEqual([]);
});

test("a hum has words, a cough and silence have none", () => {
  expect(humSound("uh-huh")).toMatchObject({ durationMs: 360, words: [{ text: "uh-huh", startMs: 0, endMs: 360 }] });
  expect(noiseSound(300)).toMatchObject({ durationMs: 300, words: [], levels: new Array(15).fill(-25) });
  expect(silenceSound(50)).toMatchObject({ durationMs: 60, words: [], levels: [-96, -96, -96] });
});

test.each([
  [0, ""],
  [59, ""],
  [60, "A"],
  [299, "A"],
  [300, "A cut"],
  [1019, "A cut costs"],
  [1020, "A cut costs  $35."],
  [5000, "A cut costs  $35. "],
])("after %i ms of a sentence the caller had heard %j", (heardMs, heard) => {
  expect(wordsHeard("A cut costs  $35. ", heardMs)).toBe(heard);
});

test("what was heard is a beginning of the text, and grows with time", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(3000), fc.nat(3000), (text, some, more) => {
      const heard = wordsHeard(text, some);
      expect(text.startsWith(heard)).toBe(true);
      expect(wordsHeard(text, some + more).startsWith(heard)).toBe(true);
      expect(heard.length * 60).toBeLessThanOrEqual(Math.max(some, 0));
    }),
  );
});

test("sound lasts a multiple of 20 ms, with a level for each", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string().map(speechSound), fc.nat(5000).map(noiseSound)), (sound) => {
      expect(sound.durationMs % 20).toBe(0);
      expect(sound.levels).toHaveLength(sound.durationMs / 20);
    }),
  );
});
