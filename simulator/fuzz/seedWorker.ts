import { checkSeed } from "./checkSeed";

/** Seeds that a worker is to check. */
export interface SeedBatch {
  readonly firstSeed: number;
  readonly calls: number;
}

/** A process that checks the seeds it is sent, batch by batch, and sends back what came of each batch. */
async function check({ firstSeed, calls }: SeedBatch): Promise<void> {
  const checked = [];
  for (let seed = firstSeed; seed < firstSeed + calls; seed += 1) checked.push(await checkSeed(seed));
  process.send?.(checked);
}

process.on("message", (batch: SeedBatch) => void check(batch));
