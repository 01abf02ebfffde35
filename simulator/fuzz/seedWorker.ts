import { checkSeed } from "./checkSeed";

/** Seeds that a worker is to check. */
export type SeedBatch = readonly number[];

/** A process that checks the seeds it is sent, batch by batch, and sends back what came of each batch. */
async function check(seeds: SeedBatch): Promise<void> {
  const checked = [];
  for (const seed of seeds) checked.push(await checkSeed(seed));
  process.send?.(checked);
}

process.on("message", (batch: SeedBatch) => void check(batch));
