import { nothingPlaced, placeSound } from "./playback";

test("sounds that follow one another are placed without a seam", () => {
  const [first, firstS] = placeSound(nothingPlaced, 0, 500, 10);
  const [, secondS] = placeSound(first, 500, 500, 10.49);
  expect(firstS).toBeCloseTo(10.06);
  expect(secondS).toBeCloseTo(firstS + 0.5);
});

test("a pause between two sounds keeps its length", () => {
  const [first, firstS] = placeSound(nothingPlaced, 1000, 400, 3);
  const [, secondS] = placeSound(first, 2500, 400, 4.5);
  expect(secondS - firstS).toBeCloseTo(1.5);
});

test("a sound that comes too late is played at once after the lead, and what follows stays seamless", () => {
  const [first] = placeSound(nothingPlaced, 0, 200, 0);
  const [second, secondS] = placeSound(first, 200, 200, 1);
  const [, thirdS] = placeSound(second, 400, 200, 1.2);
  expect(secondS).toBeCloseTo(1.06);
  expect(thirdS).toBeCloseTo(1.26);
});

test("the delay of a stall is taken back at the next silence", () => {
  const [first] = placeSound(nothingPlaced, 0, 200, 0);
  const [stalled] = placeSound(first, 200, 200, 2);
  const [, laterS] = placeSound(stalled, 4000, 200, 4);
  expect(laterS).toBeCloseTo(4.06);
});
