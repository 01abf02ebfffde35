import type { StageClock } from "./stage.fixture";

/** What every `Clock` promises. */
export function clockContract(open: () => StageClock): void {
  let clock: StageClock;
  beforeEach(() => {
    clock = open();
  });

  const passed = (ms: number) => clock.run(new Promise<void>((resolve) => clock.after(ms, resolve)));

  test("what is due later happens later, once, and never early", async () => {
    const startMs = clock.now();
    const happened: [what: string, atMs: number][] = [];
    for (const ms of [30, 10, 20]) clock.after(ms, () => happened.push([`${ms}`, clock.now() - startMs]));
    await passed(60);
    expect(happened.map(([what]) => what)).toEqual(["10", "20", "30"]);
    for (const [what, atMs] of happened) expect(atMs).toBeGreaterThanOrEqual(Number(what) - 1);
  });

  test("nothing happens before whoever set it has gone on, not even what is due at once or is overdue", async () => {
    const happened: string[] = [];
    clock.after(0, () => happened.push("due"));
    clock.after(-50, () => happened.push("overdue"));
    expect(happened).toEqual([]);
    await passed(10);
    expect(happened.sort()).toEqual(["due", "overdue"]);
  });

  test("what was cancelled never happens, and cancelling late or twice does no harm", async () => {
    const happened: string[] = [];
    const cancel = clock.after(10, () => happened.push("cancelled"));
    const tooLate = clock.after(5, () => happened.push("done"));
    cancel();
    cancel();
    await passed(30);
    tooLate();
    await passed(5);
    expect(happened).toEqual(["done"]);
  });

  test("time goes forward, in milliseconds since the epoch", async () => {
    const fromMs = clock.now();
    await passed(20);
    const thenMs = clock.now();
    expect(thenMs - fromMs).toBeGreaterThanOrEqual(19);
    expect(fromMs).toBeGreaterThan(Date.UTC(2020, 0));
  });
}
