import { decimator } from "./decimator";

/** A second of a tone at half of full scale. */
function tone(hz: number, rateHz: number): Float32Array {
  return Float32Array.from({ length: rateHz }, (_, index) => 0.5 * Math.sin((2 * Math.PI * hz * index) / rateHz));
}

/** How loud the middle of it is, dB against the tone that went in. */
function gainDb(samples: Int16Array): number {
  const middle = samples.subarray(1_000, 7_000);
  const meanSquare = middle.reduce((sum, sample) => sum + (sample / 32_768) ** 2, 0) / middle.length;
  return 10 * Math.log10(meanSquare / 0.125 + 1e-12);
}

test.each([8_000, 16_000, 44_100, 48_000, 96_000])("of %i samples a second 8000 are left", (rateHz) => {
  expect(Math.abs(decimator(rateHz)(tone(440, rateHz)).length - 8_000)).toBeLessThanOrEqual(1);
});

test.each([
  [44_100, 300],
  [44_100, 3_000],
  [48_000, 1_000],
  [48_000, 3_000],
])("from %i Hz a tone of %i Hz stays as loud as it was", (rateHz, hz) => {
  expect(Math.abs(gainDb(decimator(rateHz)(tone(hz, rateHz))))).toBeLessThan(0.5);
});

test.each([
  [44_100, 5_000],
  [48_000, 4_500],
  [48_000, 7_000],
])("from %i Hz a tone of %i Hz is not heard as another", (rateHz, hz) => {
  expect(gainDb(decimator(rateHz)(tone(hz, rateHz)))).toBeLessThan(-60);
});

test("of a constant nothing is left, and a tone above it stays as loud as it was", () => {
  const lifted = tone(300, 48_000).map((sample) => sample + 0.3);
  const down = decimator(48_000)(lifted).subarray(1_000, 7_000);
  expect(Math.abs(down.reduce((sum, sample) => sum + sample, 0) / down.length)).toBeLessThan(50);
  expect(Math.abs(gainDb(decimator(48_000)(lifted)))).toBeLessThan(0.5);
});

test("however the sound is cut into pieces, the same comes out", () => {
  const whole = tone(700, 44_100);
  const once = decimator(44_100)(whole);
  const decimate = decimator(44_100);
  const pieces: number[] = [];
  for (let at = 0; at < whole.length; at += 128) pieces.push(...decimate(whole.subarray(at, at + 128)));
  expect(pieces).toEqual([...once]);
});
