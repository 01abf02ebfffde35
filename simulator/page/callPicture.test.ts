import { waitsOf } from "./callPicture";
import type { Spoken } from "./callView";

const spoken = (atMs: number, durationMs: number): Spoken => ({
  text: "",
  atMs,
  durationMs,
  stoppedAtMs: null,
  peaks: null,
});

test("a wait lasts from the caller's last sound to the agent's first, and only once it is over", () => {
  const call = { agent: [spoken(0, 900), spoken(2700, 1000)], caller: [spoken(1000, 1000)] };
  expect(waitsOf(call, 3000)).toEqual([{ fromMs: 2000, toMs: 2700 }]);
  expect(waitsOf(call, 2600)).toEqual([]);
});

test("what the caller said in two goes is waited for once", () => {
  const call = { agent: [spoken(5000, 1000)], caller: [spoken(1000, 1000), spoken(2500, 1000)] };
  expect(waitsOf(call, 9000)).toEqual([{ fromMs: 3500, toMs: 5000 }]);
});
