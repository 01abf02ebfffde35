import { virtualClock } from "../../../simulator/clock";
import { memoryCallStore } from "../../../simulator/stores/memoryCallStore";
import type { CallStore } from "../../shared/callStore";
import { flowLineTimes } from "../../shared/flowLineTimes";
import { takeCall } from "./callLease";

const startMs = 1_000_000;

function setUp() {
  const clock = virtualClock(startMs);
  const calls = memoryCallStore(clock);
  const pass = (ms: number) => clock.run(new Promise<void>((resolve) => clock.after(ms, resolve)));
  return { clock, calls, pass };
}

test("whoever has a call keeps it as long as they live", async () => {
  const { clock, calls, pass } = setUp();
  const lease = await takeCall("c-1", "first", calls, clock);
  await pass(10 * flowLineTimes.leaseMs);
  expect(await takeCall("c-1", "second", calls, clock)).toBeNull();
  expect(lease?.lost.aborted).toBe(false);
});

test("a call that was given back can be taken at once, and is renewed no more", async () => {
  const { clock, calls, pass } = setUp();
  const lease = await takeCall("c-1", "first", calls, clock);
  await pass(500);
  await lease?.release();
  await pass(5_000);
  expect((await calls.read("c-1")).lease?.untilMs).toBe(0);
  expect((await takeCall("c-1", "second", calls, clock))?.fence).toBeGreaterThan(lease?.fence ?? 0);
});

test("an owner that was away too long learns that it has lost the call", async () => {
  const { clock, calls, pass } = setUp();
  let isAway = true;
  const unreachable: CallStore = {
    ...calls,
    renewLease: (...parameters) => (isAway ? Promise.reject(new Error("away")) : calls.renewLease(...parameters)),
  };
  const lease = await takeCall("c-1", "first", unreachable, clock);
  await pass(flowLineTimes.leaseMs + 100);
  expect(await takeCall("c-1", "second", calls, clock)).not.toBeNull();
  expect(lease?.lost.aborted).toBe(false);
  isAway = false;
  await pass(flowLineTimes.renewEveryMs);
  expect(lease?.lost.aborted).toBe(true);
});

test("a renewal that fails once is made good by the next", async () => {
  const { clock, calls, pass } = setUp();
  let tries = 0;
  const shaky: CallStore = {
    ...calls,
    renewLease: (...parameters) => {
      tries += 1;
      return tries % 2 === 1 ? Promise.reject(new Error("throttled")) : calls.renewLease(...parameters);
    },
  };
  const lease = await takeCall("c-1", "first", shaky, clock);
  await pass(20_000);
  expect(lease?.lost.aborted).toBe(false);
  expect(await takeCall("c-1", "second", calls, clock)).toBeNull();
});
