import { spawn } from "node:child_process";
import type { Benchmark } from "./benchmark";
import { percentile } from "./percentile";

const rounds = 5;
/** Declaring everything may take three times as long as loading what it is declared with. */
const mostTimes = 4;

const planning = ["commands/plan.ts", "--json"];
const loading = [
  "--eval",
  'require("@pulumi/pulumi"); require("@pulumi/aws"); require("temporal-polyfill"); require("esbuild");',
];

/** How long a plan takes: a change of routing is looked at often, so nobody should have to wait for it. */
export const planTime: Benchmark = {
  name: "plan",
  about: "`npm run plan` against loading the packages that any such program is written in",
  async measure({ root, tell }) {
    tell(`plan: ${rounds} plans, each beside a process that only loads the packages`);
    await tookMs(root, planning);
    const pairs: { readonly planMs: number; readonly loadMs: number }[] = [];
    for (let round = 0; round < rounds; round += 1)
      pairs.push({ planMs: await tookMs(root, planning), loadMs: await tookMs(root, loading) });
    const median = (of: (pair: (typeof pairs)[number]) => number) => percentile(pairs.map(of), 0.5);
    return [
      {
        name: "plan",
        value: median(({ planMs, loadMs }) => planMs / loadMs),
        unit: "times",
        against: "loading its packages",
        limit: { atMost: mostTimes },
        measured: { planMs: median(({ planMs }) => planMs), loadMs: median(({ loadMs }) => loadMs) },
      },
    ];
  },
};

/** Runs Node, with TypeScript, to its end. Rejects where it fails. */
function tookMs(root: string, args: readonly string[]): Promise<number> {
  const startedAtMs = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", ...args], { cwd: root, stdio: "ignore" });
    child.once("error", reject);
    child.once("exit", (status) => {
      if (status === 0) resolve(performance.now() - startedAtMs);
      else reject(new Error(`${args[0]} ended with ${status}`));
    });
  });
}
