import { callerSound } from "./callerSound";

const startMs = Date.UTC(2026, 10, 23, 18);

function block(fromMs: number, durationMs = 64): Int16Array {
  return Int16Array.from({ length: durationMs * 8 }, (_, index) => fromMs * 8 + index);
}

/** The sounds of blocks at these times after the start; `[fromMs, datedMs]` where the date is not the time. */
function soundsOf(...blocks: readonly (number | readonly [number, number])[]) {
  const soundOf = callerSound(startMs);
  return blocks.flatMap((each) => {
    const [fromMs, datedMs] = typeof each === "number" ? [each, startMs + each] : each;
    const sound = soundOf({ atMs: datedMs, pcm: block(fromMs) });
    return sound === null ? [] : [sound];
  });
}

const timesOf = (sounds: ReturnType<typeof soundsOf>) =>
  sounds.map(({ startMs: atMs, durationMs }) => [atMs - startMs, durationMs]);
const pcmOf = (sounds: ReturnType<typeof soundsOf>) => sounds.flatMap(({ pcm }) => [...pcm]);

test("blocks of 64 ms become sounds of whole 20 ms without a gap", () => {
  const sounds = soundsOf(0, 64, 128, 192, 256);
  expect(timesOf(sounds)).toEqual([
    [0, 60],
    [60, 60],
    [120, 60],
    [180, 60],
    [240, 80],
  ]);
  expect(pcmOf(sounds)).toEqual([...block(0, 320)]);
});

test("what a new connection brings again is left out", () => {
  expect(pcmOf(soundsOf(0, 64, 128, 0, 64, 128, 192, 256))).toEqual([...block(0, 320)]);
});

test("dates that waver a little are not believed against the count of samples", () => {
  const sounds = soundsOf(0, [64, startMs + 70], [128, startMs + 120], [192, startMs + 199], [256, startMs + 250]);
  expect(pcmOf(sounds)).toEqual([...block(0, 320)]);
  expect(timesOf(sounds).at(-1)).toEqual([240, 80]);
});

test("after a gap the times are those of the dates", () => {
  const sounds = soundsOf(0, 64, 5_000);
  expect(timesOf(sounds).at(-1)).toEqual([5_000, 60]);
});

test("dates that count from the stream's beginning are moved to the time of day", () => {
  const sounds = soundsOf([0, 3_000], [64, 3_064]);
  expect(timesOf(sounds)).toEqual([
    [0, 60],
    [60, 60],
  ]);
});

test("a producer whose clock is set back is still heard", () => {
  const sounds = soundsOf(0, [64, startMs - 600_000], [128, startMs - 600_000 + 64]);
  expect(pcmOf(sounds)).toEqual([...block(0, 180)]);
});
