import { joinSounds } from "../sound/cutSound";
import type { SimSound } from "../sound/simSound";
import { wholeSpeech, wordedSpeech } from "./wordedSpeech";

async function* pieces(...lengthsMs: readonly number[]) {
  for (const ms of lengthsMs) yield { pcm: new Int16Array(ms * 8).fill(900) };
}

async function all(text: string, ...lengthsMs: readonly number[]): Promise<SimSound[]> {
  const sounds: SimSound[] = [];
  for await (const sound of wordedSpeech(text, pieces(...lengthsMs))) sounds.push(sound);
  return sounds;
}

test("every word is in some piece, however long the speech turns out", async () => {
  const text = "A haircut is thirty-five dollars.";
  for (const lengths of [[100], [200, 200, 200], [3_000, 3_000], [0, 500, 0]]) {
    const sounds = await all(text, ...lengths);
    expect(sounds.flatMap(({ words }) => words.map((word) => word.text)).join(" ")).toBe(text);
    for (const { words, durationMs } of sounds) {
      for (const { startMs, endMs } of words)
        expect([startMs, endMs, durationMs]).toEqual([startMs, endMs, durationMs].sort((a, b) => a - b));
    }
    expect(joinSounds(sounds).durationMs).toBe(lengths.reduce((sum, ms) => sum + ms, 0));
  }
});

test("a word is told with the piece in which it would be over", async () => {
  const sounds = await all("One two three", 300, 300, 300);
  expect(sounds.map(({ words }) => words.map(({ text }) => text))).toEqual([["One"], ["two"], ["three"]]);
});

test("no sound, no words", async () => {
  expect(await all("Hello")).toEqual([]);
});

test("of a whole sentence every character takes the same part", () => {
  const { words, durationMs, levels } = wholeSpeech("ab cde", new Int16Array(600 * 8));
  expect(durationMs).toBe(600);
  expect(levels).toHaveLength(30);
  expect(words).toEqual([
    { text: "ab", startMs: 0, endMs: 200 },
    { text: "cde", startMs: 300, endMs: 600 },
  ]);
});
