import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import type { SeedChecked } from "./checkSeed";
import type { SeedBatch } from "./seedWorker";

/** Small enough that every worker is busy to the end, large enough that sending costs nothing. */
const batchCalls = 20;

/** So many seeds from one on. */
export function seedsFrom(firstSeed: number, calls: number): readonly number[] {
  return Array.from({ length: calls }, (_, index) => firstSeed + index);
}

/**
 * Plays the calls of some seeds in as many processes as are asked for, and gives what came of each, by seed. Rejects where a process
 * dies.
 *
 * @param tell is told how many are done, now and then.
 */
export async function fuzzCalls(
  seeds: readonly number[],
  processes: number,
  tell: (done: number) => void,
): Promise<readonly SeedChecked[]> {
  const checked: SeedChecked[] = [];
  const workers = new Set<ChildProcess>();
  let taken = 0;

  function nextBatch(): SeedBatch | null {
    const batch = seeds.slice(taken, taken + batchCalls);
    taken += batch.length;
    return batch.length > 0 ? batch : null;
  }

  async function work(): Promise<void> {
    const worker = fork(join(__dirname, "seedWorker.ts"), {
      // Whoever asks may read TypeScript in another way, or not at all.
      execArgv: ["--import", "tsx"],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    workers.add(worker);
    for (let batch = nextBatch(); batch !== null; batch = nextBatch()) {
      checked.push(...(await answerOf(worker, batch)));
      tell(checked.length);
    }
    worker.disconnect();
  }

  try {
    await Promise.all(Array.from({ length: processes }, work));
  } finally {
    for (const worker of workers) worker.kill();
  }
  return checked.sort((a, b) => a.seed - b.seed);
}

function answerOf(worker: ChildProcess, batch: SeedBatch): Promise<readonly SeedChecked[]> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) =>
      reject(new Error(`a process died (${code}) in the seeds from ${batch[0]} on`));
    worker.once("exit", died);
    worker.once("message", (answer) => {
      worker.off("exit", died);
      resolve(answer as readonly SeedChecked[]);
    });
    worker.send(batch);
  });
}
