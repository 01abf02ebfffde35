import { callStoreContract } from "../../functions/shared/callStore.contract";
import { memoryCallStore } from "./memoryCallStore";

const impatient = {
  now: () => 0,
  after(ms: number, act: () => void) {
    if (ms < 1_000) queueMicrotask(act);
    return () => {};
  },
};

describe("the call store in memory", () => {
  callStoreContract(() => memoryCallStore(impatient));
});

test("a change is seen as late as in a store that is polled, and a limit ends the watching", async () => {
  const timers: { ms: number; act: () => void }[] = [];
  const clock = {
    now: () => 0,
    after(ms: number, act: () => void) {
      const timer = { ms, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
  };
  const calls = memoryCallStore(clock, 15);
  const watched = calls.watch("a", 500, (state) => state.shown !== null);
  await calls.show("a", "listening");
  expect(timers.map((timer) => timer.ms)).toEqual([500, 15]);
  timers[1]?.act();
  expect((await watched).shown).toBe("listening");
  expect(timers).toEqual([]);

  const unmoved = calls.watch("a", 500, () => false);
  timers[0]?.act();
  expect((await unmoved).shown).toBe("listening");
});
