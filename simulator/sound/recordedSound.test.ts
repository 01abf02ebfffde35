import fc from "fast-check";
import { recordedSound } from "./recordedSound";

/** A tone from and to these times in silence. */
function tones(durationMs: number, spans: readonly (readonly [number, number])[]): Int16Array {
  const pcm = new Int16Array(durationMs * 8);
  for (const [startMs, endMs] of spans) {
    for (let at = startMs * 8; at < endMs * 8; at++) pcm[at] = 5000 * Math.sin(at / 3);
  }
  return pcm;
}

test("words fill the recording's sound in proportion to their characters", () => {
  const sound = recordedSound(tones(2010, [[500, 1500]]), "A haircut, ok?");
  expect(sound.durationMs).toBe(2020);
  expect(sound.pcm).toHaveLength(2020 * 8);
  expect(sound.levels.slice(0, 25)).toEqual(new Array(25).fill(-96));
  expect(sound.levels.slice(26, 74).every((level) => level > -25)).toBe(true);
  expect(sound.words).toEqual([
    { text: "A", startMs: 500, endMs: 583 },
    { text: "haircut,", startMs: 583, endMs: 1250 },
    { text: "ok?", startMs: 1250, endMs: 1500 },
  ]);
});

test("no word reaches over a pause", () => {
  const { words } = recordedSound(
    tones(3000, [
      [200, 700],
      [1500, 2000],
    ]),
    "Hello? Price",
  );
  expect(words).toEqual([
    { text: "Hello?", startMs: 200, endMs: 700 },
    { text: "Price", startMs: 1500, endMs: 2000 },
  ]);
});

test("a recording in which nothing is loud is taken to be speech throughout", () => {
  expect(recordedSound(new Int16Array(8000), "Hello").words).toEqual([{ text: "Hello", startMs: 0, endMs: 1000 }]);
});

test("every word comes once, in order, and none before the one before it has ended", () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 12 }),
      fc.array(fc.tuple(fc.integer({ min: 150, max: 400 }), fc.integer({ min: 60, max: 500 })), {
        minLength: 1,
        maxLength: 5,
      }),
      (said, stretches) => {
        let atMs = 0;
        const spans = stretches.map(([pauseMs, soundMs]) => {
          const startMs = atMs + pauseMs;
          atMs = startMs + soundMs;
          return [startMs, atMs] as const;
        });
        const { words } = recordedSound(tones(atMs + 200, spans), said.join(" "));
        expect(words.map((word) => word.text)).toEqual(said);
        expect(Math.abs((words[0]?.startMs ?? 0) - (spans[0]?.[0] ?? 0))).toBeLessThanOrEqual(5);
        expect(Math.abs((words.at(-1)?.endMs ?? 0) - (spans.at(-1)?.[1] ?? 0))).toBeLessThanOrEqual(5);
        for (const [index, word] of words.entries()) {
          expect(word.endMs).toBeGreaterThanOrEqual(word.startMs);
          expect(word.startMs).toBeGreaterThanOrEqual(words[index - 1]?.endMs ?? 0);
        }
      },
    ),
    { numRuns: 40 },
  );
});
