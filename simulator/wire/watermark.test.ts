import fc from "fast-check";
import { linear, muLaw, promptPcm, promptWav } from "../../functions/aws/promptWav";
import { characterMs, wordsOf } from "../sound/simSound";
import { speakSamples } from "../sound/voices";
import { markReader, newMarks, soundOf } from "./watermark";

const text = "A haircut is $35, and a shave is $28.";
const words = wordsOf(text);
let speech: Int16Array;
beforeAll(async () => {
  speech = await speakSamples(text, "agent");
});

const overTelephone = (pcm: Int16Array) => pcm.map((sample) => linear(muLaw(sample)));

test("the words come back with their times, also through the telephone's coding twice and through a prompt's file", () => {
  const marks = newMarks();
  const marked = marks.mark(speech, words);
  expect(markReader(marks).read(marked)).toEqual(words);
  expect(markReader(marks).read(overTelephone(overTelephone(marked)))).toEqual(words);
  expect(soundOf(promptPcm(promptWav(marked)) ?? new Int16Array(0), marks).words).toEqual(words);
});

test("in whatever pieces the sound comes, it reads the same", () => {
  const marks = newMarks();
  const marked = marks.mark(speech, words);
  const cuts = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(cuts, (lengths) => {
      const reader = markReader(marks);
      const told = [];
      let at = 0;
      for (const length of lengths) {
        told.push(...reader.read(marked.subarray(at, at + length)));
        at += length;
      }
      told.push(...reader.read(marked.subarray(at)));
      expect(told).toEqual(words);
    }),
    { seed: 7, numRuns: 12 },
  );
});

test("a word is told when its last letter has come, not before and not later than a packet", () => {
  const marks = newMarks();
  const marked = marks.mark(speech, words);
  const reader = markReader(marks);
  const lateness: number[] = [];
  for (let at = 0; at < marked.length; at += 8) {
    for (const { text: word, endMs } of reader.read(marked.subarray(at, at + 8))) {
      lateness.push((at + 8) / 8 - (endMs - (/[,.]$/.test(word) ? characterMs : 0)));
    }
  }
  expect(lateness).toHaveLength(words.length);
  for (const lateMs of lateness) {
    expect(lateMs).toBeGreaterThanOrEqual(-16);
    expect(lateMs).toBeLessThanOrEqual(16);
  }
});

test("joined in the middle of a sentence it tells the rest; where sound is lost, only the words that are lost with it", () => {
  const marks = newMarks();
  const marked = marks.mark(speech, words);
  const fromMs = words[3]?.startMs ?? 0;
  const joined = markReader(marks).read(marked.subarray(fromMs * 8));
  expect(joined.map((word) => word.text)).toEqual(words.slice(3).map((word) => word.text));
  expect(joined[0]?.startMs).toBe(0);

  const holed = marked.slice();
  holed.fill(0, (words[2]?.startMs ?? 0) * 8, (words[4]?.startMs ?? 0) * 8);
  expect(
    markReader(marks)
      .read(holed)
      .map((word) => word.text),
  ).toEqual(words.filter((_, index) => index !== 2 && index !== 3).map((word) => word.text));
});

test("a packet lost here and there loses no word", () => {
  const marks = newMarks();
  const marked = marks.mark(speech, words).slice();
  for (let start = 0; start < marked.length; start += 20 * 128) marked.fill(0, start + 128, start + 256);
  expect(markReader(marks).read(marked)).toEqual(words);
});

test("what is no utterance has no words: noise, silence, speech that nobody marked", () => {
  const marks = newMarks();
  marks.mark(speech, words);
  let state = 1;
  const noise = Int16Array.from({ length: 80_000 }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    return state >> 20;
  });
  const reader = markReader(marks);
  expect([...reader.read(noise), ...reader.read(new Int16Array(8_000)), ...reader.read(speech)]).toEqual([]);
});

test("utterances that follow one another, or are said twice, each have their words", () => {
  const marks = newMarks();
  const [first, second] = [marks.mark(speech, words), marks.mark(speech, wordsOf("Quite something else."))];
  const reader = markReader(marks);
  const told = [first, new Int16Array(777), second, first].flatMap((pcm) => reader.read(pcm).map((word) => word.text));
  const texts = words.map((word) => word.text);
  expect(told).toEqual([...texts, "Quite", "something", "else.", ...texts]);
});
