import { realClock, virtualClock } from "./clock";

test("timers fire by time, and in the order of their setting where they are due together", async () => {
  const clock = virtualClock(1000);
  const fired: string[] = [];
  const done = new Promise<void>((resolve) => {
    clock.after(30, () => {
      fired.push(`c ${clock.now()}`);
      resolve();
    });
    clock.after(10, () => fired.push(`a ${clock.now()}`));
    clock.after(30, () => fired.push("never: the call is over by then"));
    clock.after(10, () => fired.push(`b ${clock.now()}`));
  });
  await clock.run(done);
  expect(fired).toEqual(["a 1010", "b 1010", "c 1030"]);
});

test("time stands still until all that a timer set off has settled", async () => {
  const clock = virtualClock(0);
  const seen: number[] = [];
  async function deep(levels: number): Promise<void> {
    for (let level = 0; level < levels; level += 1) await Promise.resolve();
    seen.push(clock.now());
  }
  const done = new Promise<void>((resolve) => {
    clock.after(10, () => void deep(500));
    clock.after(20, () => void deep(50).then(resolve));
  });
  await clock.run(done);
  expect(seen).toEqual([10, 20]);
});

test("a timer that was cancelled never fires", async () => {
  const clock = virtualClock(0);
  const fired: string[] = [];
  const cancel = clock.after(5, () => fired.push("cancelled"));
  cancel();
  await clock.run(new Promise<void>((resolve) => clock.after(10, resolve)));
  expect(fired).toEqual([]);
});

test("a call that nothing can end is an error, not a silence", async () => {
  const clock = virtualClock(Date.parse("2026-11-23T18:00:00Z"));
  await expect(clock.run(new Promise(() => undefined))).rejects.toThrow(
    "nothing is left to happen at 2026-11-23T18:00:00.000Z",
  );
});

test("time stands still while something is done outside", async () => {
  const clock = virtualClock(0);
  const real = new Promise<string>((resolve) => setImmediate(() => setImmediate(() => resolve("made"))));
  const made = clock.outside(real).then((text) => `${text} at ${clock.now()}`);
  clock.after(1, () => undefined);
  expect(await clock.run(made)).toBe("made at 0");
});

test("the failure of what is run is its caller's", async () => {
  const clock = virtualClock(0);
  const failing = new Promise((_, reject) => clock.after(5, () => reject(new Error("broke"))));
  await expect(clock.run(failing)).rejects.toThrow("broke");
});

test("a clock in real time starts at any date and is never early", async () => {
  const startMs = Date.parse("2031-05-01T09:00:00Z");
  const clock = realClock(startMs);
  const atMs = await clock.run(new Promise<number>((resolve) => clock.after(3, () => resolve(clock.now()))));
  expect(atMs).toBeGreaterThanOrEqual(startMs + 3);
  expect(atMs).toBeLessThan(startMs + 60_000);
});
