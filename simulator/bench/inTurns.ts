import { percentile } from "./percentile";

/** What was found of two tasks that do the same work. */
export interface Compared {
  /** How many times as fast ours is, the median of the rounds. */
  readonly timesAsFast: number;
  /** Runs a second, medians. */
  readonly ours: number;
  readonly theirs: number;
}

const rounds = 9;
const roundMs = 60;

/**
 * Runs two tasks in turns, short round after short round, and compares each round with the one beside it: what else the machine does
 * meanwhile slows both. For tasks of less than some ten milliseconds.
 */
export async function compared(ours: () => unknown, theirs: () => unknown): Promise<Compared> {
  await runsASecond(ours);
  await runsASecond(theirs);
  const pairs: { readonly ours: number; readonly theirs: number }[] = [];
  for (let round = 0; round < rounds; round += 1)
    pairs.push({ ours: await runsASecond(ours), theirs: await runsASecond(theirs) });
  return {
    timesAsFast: percentile(
      pairs.map((pair) => pair.ours / pair.theirs),
      0.5,
    ),
    ours: percentile(
      pairs.map((pair) => pair.ours),
      0.5,
    ),
    theirs: percentile(
      pairs.map((pair) => pair.theirs),
      0.5,
    ),
  };
}

/** How often a task runs in a second, by the median of its runs. */
export async function runsASecond(task: () => unknown): Promise<number> {
  // Loaded when something is measured: whoever only lists the benchmarks does without.
  const { Bench } = await import("tinybench");
  const bench = new Bench({ time: roundMs, warmup: false });
  bench.add("task", task);
  const [{ result } = { result: undefined }] = await bench.run();
  if (result?.state !== "completed") throw new Error("a benchmark's task failed");
  return 1_000 / result.latency.p50;
}
