import { readdirSync } from "node:fs";
import path from "node:path";
import { clausesOf } from "../../functions/shared/clauses";
import { readTruthSet, type Sample, stoppedOf } from "../truth/truthSets";
import type { Benchmark } from "./benchmark";
import { percentile } from "./percentile";

const rounds = 5;
/** What the gate may take of a clause, so that nobody hears it. */
const mostMsAClause = 1;
/** A turn within which the caller hears something. */
const turnMs = 1_000;

/** What the gate costs for each clause of the sets of replies, true and false. */
export const truthGate: Benchmark = {
  name: "gate",
  about: "the truth gate's time for a clause, against a millisecond and a turn of a second",
  async measure({ root, tell }) {
    const folder = path.join(root, "simulator", "truth", "sets");
    const samples = readdirSync(folder).flatMap((file) => readTruthSet(path.join(folder, file)));
    tell(`gate: ${samples.length} replies, clause by clause`);
    for (const sample of samples) stoppedOf(sample);
    // The best of several rounds: what else the machine does is not the gate's.
    const times = samples.map(() => Number.POSITIVE_INFINITY);
    for (let round = 0; round < rounds; round++)
      for (const [index, sample] of samples.entries()) times[index] = Math.min(times[index] ?? 0, msAClause(sample));
    const [middle, late] = [percentile(times, 0.5), percentile(times, 0.95)];
    return [
      {
        name: "a clause, 95 of 100",
        value: late,
        unit: "ms",
        against: "a millisecond",
        limit: { atMost: mostMsAClause },
        measured: { medianMs: middle, shareOfATurn: middle / turnMs },
      },
    ];
  },
};

function msAClause(sample: Sample): number {
  const { clauses } = clausesOf(sample.reply, true);
  const before = performance.now();
  stoppedOf(sample);
  return (performance.now() - before) / clauses.length;
}
