import { readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { bundleFunction } from "../components/bundle";
import { UserError } from "../functions/shared/userError";
import { type Benchmark, type Figure, isKept } from "../simulator/bench/benchmark";
import { benchmarks } from "../simulator/bench/benchmarks";
import { readCalls } from "./call";
import { type Run, runCommand } from "./commandLine";

const root = path.resolve(__dirname, "..");

/** `npm run bench [-- NAME…] [--json]`: the benchmarks; exit 1 where a limit is not kept. */
export function benchCommand(program: Command, run: Run, all: readonly Benchmark[] = benchmarks): void {
  program
    .description("Measures how fast things are, each against a peer or a limit in the same run. Takes some minutes.")
    .argument("[names...]", `which (default: all): ${all.map(({ name }) => name).join(", ")}`)
    .option("--json", "JSON only, on standard output")
    .action((names: readonly string[], { json }: { readonly json?: true }) => measure(names, json === true, all, run));
}

async function measure(names: readonly string[], isJson: boolean, all: readonly Benchmark[], run: Run): Promise<void> {
  const wanted = chosen(names, all);
  const files = readdirSync(path.join(root, "simulator", "calls")).filter((file) => file.endsWith(".yaml"));
  const calls = readCalls(
    files.sort().map((file) => path.join(root, "simulator", "calls", file)),
    null,
    run,
  );
  const figures: (Figure & { readonly benchmark: string; readonly isKept: boolean })[] = [];
  for (const { name, about, measure } of wanted) {
    run.warn(`${name}: ${about}`);
    const place = { root, bundleOf: (each: string) => bundleFunction(each).file, calls, tell: run.warn };
    for (const figure of await measure(place)) {
      const made = { benchmark: name, ...figure, isKept: isKept(figure) };
      figures.push(made);
      if (!made.isKept) run.answerIsBad();
      if (!isJson) run.say(lineOf(made));
    }
  }
  if (isJson) run.json({ figures });
}

/** Throws a `UserError` for names that no benchmark has. */
function chosen(names: readonly string[], all: readonly Benchmark[]): readonly Benchmark[] {
  const known = all.map(({ name }) => name);
  const errors = names
    .filter((name) => !known.includes(name))
    .map((name) => `"${name}" is no benchmark. Write one of: ${known.join(", ")}.`);
  if (errors.length > 0) throw new UserError(errors);
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name));
}

function lineOf({
  benchmark,
  name,
  value,
  unit,
  against,
  limit,
  isKept,
  measured,
}: Figure & { readonly benchmark: string; readonly isKept: boolean }): string {
  const made = Object.entries(measured).map(([each, amount]) => `${each} ${shown(amount)}`);
  const bound = limit === null ? "" : "atMost" in limit ? `, at most ${limit.atMost}` : `, at least ${limit.atLeast}`;
  const verdict = limit === null ? "  " : isKept ? "ok" : "NO";
  return `${verdict}  ${benchmark.padEnd(14)} ${name}: ${shown(value)} ${unit} (against ${against}${bound})  ${made.join(", ")}`;
}

/** Three figures are as much as such a measurement is worth. */
function shown(value: number): string {
  return String(Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3)));
}

if (require.main === module) void runCommand("bench", benchCommand);
