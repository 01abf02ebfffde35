import type { Result } from "@aws-sdk/client-transcribe-streaming";
import { transcriptOf } from "../../functions/voice/aws/transcripts";
import { virtualClock } from "../clock";
import { characterMs, speechSound, wordsOf } from "../sound/simSound";
import { pause } from "../standIns/faults";
import { markRecogniser } from "./markRecogniser";
import { newMarks } from "./watermark";

const text = "Hello, is this the bakery?";
const times = { wordMs: 100, finalMs: 500, stableMs: 0 };
const chunkMs = 60;

/** What is told of `text`, said after a second of silence, where every chunk comes so late. */
async function told(lateMs: (chunk: number) => number, given = times) {
  const clock = virtualClock(1_000_000);
  const marks = newMarks();
  const { durationMs } = speechSound(text);
  const speech = marks.mark(new Int16Array(durationMs * 8), wordsOf(text));
  const line = new Int16Array((1_000 + durationMs + 2_000) * 8);
  line.set(speech, 1_000 * 8);
  const results: { readonly atMs: number; readonly result: Result }[] = [];
  const startMs = clock.now();
  await clock.run(
    (async () => {
      const recogniser = markRecogniser(marks, clock, given, (some) => {
        for (const result of some) results.push({ atMs: clock.now() - startMs, result });
      });
      for (let chunk = 0; chunk * chunkMs * 8 < line.length; chunk += 1) {
        await pause(clock, startMs + (chunk + 1) * chunkMs + lateMs(chunk) - clock.now());
        recogniser.hear(line.subarray(chunk * chunkMs * 8, (chunk + 1) * chunkMs * 8));
      }
      await recogniser.end();
    })(),
  );
  return results.map(({ atMs, result }) => ({ atMs, transcript: transcriptOf(result, (ms) => Math.round(ms)) }));
}

test("each word is told so long after its end, with its own time, and all of them for good after the pause", async () => {
  const results = await told(() => 0);
  const words = wordsOf(text).map(({ text: each, startMs, endMs }) => ({
    text: each,
    startMs: 1_000 + startMs,
    // A word ends with its last letter.
    endMs: 1_000 + endMs - (/[,?]$/.test(each) ? characterMs : 0),
    isStable: true,
  }));
  expect(results.at(-1)?.transcript).toEqual({ segment: "segment-1", words, isFinal: true });
  expect(results.map(({ transcript }) => transcript?.words.length)).toEqual([1, 2, 3, 4, 5, 5]);
  const lateness = results.slice(0, -1).map(({ atMs }, index) => atMs - (words[index]?.endMs ?? 0));
  for (const lateMs of lateness) {
    expect(lateMs).toBeGreaterThanOrEqual(100);
    expect(lateMs).toBeLessThanOrEqual(120);
  }
  expect((results.at(-1)?.atMs ?? 0) - (words.at(-1)?.endMs ?? 0)).toBeLessThanOrEqual(640);
});

test("sound that is brought again all at once is read at once", async () => {
  // The first second and a half comes in one go, as after a new connection.
  const results = await told((chunk) => Math.max(0, 1_500 - (chunk + 1) * chunkMs));
  const [first] = results;
  expect(first?.transcript?.words[0]?.text).toBe("Hello,");
  expect(first?.atMs).toBeLessThanOrEqual(1_620);
});

test("sound that comes late makes its words late, and nothing else", async () => {
  const [punctual, late] = [await told(() => 0), await told(() => 300)];
  expect(late.map(({ atMs }) => atMs - 300)).toEqual(punctual.map(({ atMs }) => atMs));
  expect(late.map(({ transcript }) => transcript)).toEqual(punctual.map(({ transcript }) => transcript));
});
