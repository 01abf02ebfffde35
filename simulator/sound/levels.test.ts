import { levelsOf, soundSpans } from "./levels";
import { seededRandom, withLoudness } from "./noiseSamples";

const msOf = 8;

function steadyNoise(durationMs: number, dbfs: number, seed = 1): Int16Array {
  const random = seededRandom(seed);
  return withLoudness(
    Float64Array.from({ length: durationMs * msOf }, () => random() + random() + random() - 1.5),
    dbfs,
  );
}

/** Tones of -20 dBFS from and to these times, over noise. */
function tones(durationMs: number, spans: readonly (readonly [number, number])[], noiseDbfs: number): Int16Array {
  const pcm = steadyNoise(durationMs, noiseDbfs);
  for (const [startMs, endMs] of spans) {
    for (let at = startMs * msOf; at < endMs * msOf; at++) {
      pcm[at] = (pcm[at] ?? 0) + 4634 * Math.sin((2 * Math.PI * 440 * at) / 8000);
    }
  }
  return pcm;
}

test("levels are the mean energy of each 20 ms in dBFS", () => {
  const full = Int16Array.from({ length: 320 }, (_, at) => (at < 160 ? 16_384 : 0));
  expect(levelsOf(full).map((level) => Math.round(level * 100) / 100)).toEqual([-6.02, -96]);
  expect(levelsOf(new Int16Array(161))).toEqual([-96, -96]);
  for (const level of levelsOf(steadyNoise(200, -40))) expect(Math.abs(level - -40)).toBeLessThan(2);
});

test.each([-96, -60, -45, -40, -35])("sound stands out of steady noise at %i dBFS to 20 ms", (noiseDbfs) => {
  const found = soundSpans(
    tones(
      4000,
      [
        [500, 1500],
        [1900, 2600],
      ],
      noiseDbfs,
    ),
  );
  expect(found).toHaveLength(2);
  const edges = found.flatMap((span) => [span.startMs, span.endMs]);
  for (const [index, edge] of [500, 1500, 1900, 2600].entries()) {
    expect(Math.abs((edges[index] ?? 0) - edge)).toBeLessThanOrEqual(20);
  }
});

test("a short word in a long silence is found", () => {
  expect(soundSpans(tones(30_000, [[20_000, 20_200]], -70))).toEqual([{ startMs: 20_000, endMs: 20_200 }]);
});

test("a dip between syllables parts nothing, a click is no sound", () => {
  expect(
    soundSpans(
      tones(
        2000,
        [
          [500, 700],
          [780, 1000],
          [1500, 1510],
        ],
        -96,
      ),
    ),
  ).toEqual([{ startMs: 500, endMs: 1000 }]);
});

test("sound without any silence around it is sound throughout", () => {
  expect(soundSpans(tones(200, [[0, 200]], -96))).toEqual([{ startMs: 0, endMs: 200 }]);
  expect(soundSpans(tones(2000, [[0, 2000]], -96))).toEqual([{ startMs: 0, endMs: 2000 }]);
});

test("silence and quiet noise hold no sound", () => {
  expect(soundSpans(new Int16Array(16_000))).toEqual([]);
  expect(soundSpans(steadyNoise(3000, -50))).toEqual([]);
  expect(soundSpans(new Int16Array(0))).toEqual([]);
});
