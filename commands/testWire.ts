import { readdirSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { bundleFunction } from "../components/bundle";
import type { Knowledge } from "../functions/shared/knowledge";
import { unmetIn, unmetLine } from "../simulator/expectations";
import { makeReport } from "../simulator/makeReport";
import { offlineModel } from "../simulator/offlineModel";
import { playScriptedCall } from "../simulator/playScriptedCall";
import type { ScriptedCall } from "../simulator/scriptedCall";
import { businessStores } from "../simulator/stores/businessStores";
import { playWireCall } from "../simulator/wire/playWireCall";
import { differencesOf } from "../simulator/wire/sameCall";
import { openWireWorld, type WireWorld } from "../simulator/wire/wireWorld";
import { readCalls } from "./call";
import { type Run, runCommand, wholeNumber } from "./commandLine";

interface TestWireOptions {
  readonly atOnce: number;
}

interface Scenario {
  readonly call: ScriptedCall;
  readonly knowledge: Knowledge;
}

const folder = path.join(__dirname, "..", "simulator", "calls");
const settings = { line: "flow", column: "best", seed: 1, decide: offlineModel } as const;

/** `npm run test:wire [-- FILE…] [--at-once N]`: scripted calls over the wire, each held against the same call in this process. */
export function testWireCommand(program: Command, run: Run): void {
  program
    .description(
      "Plays scripted calls over the wire, in real time, and holds each against the same call in this process.",
    )
    .argument("[files...]", "scripted calls (default: all of simulator/calls)")
    .option("--at-once <n>", "how many are played side by side", wholeNumber(1, 32), 4)
    .action((files: readonly string[], options: TestWireOptions) => testAll(files, options, run));
}

async function testAll(named: readonly string[], { atOnce }: TestWireOptions, run: Run): Promise<void> {
  const files = named.length > 0 ? named : allCalls();
  const waiting = readCalls(files, null, run);
  const world = await openWireWorld((name) => bundleFunction(name).file);
  const again: Scenario[] = [];
  const laterMs: number[] = [];
  let same = 0;
  try {
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { faults, tookMs, turnsLaterMs } = await testOne(next, world);
        laterMs.push(...turnsLaterMs);
        if (faults.length > 0) again.push(next);
        else {
          same += 1;
          run.say(`same       ${nameOf(next)}  ${(tookMs / 1_000).toFixed(1)} s`);
        }
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    // A machine that had too much to do proves nothing: what counts is the call played alone.
    for (const scenario of again) {
      const { faults } = await testOne(scenario, world);
      if (faults.length === 0) same += 1;
      else run.answerIsBad();
      run.say(`${faults.length === 0 ? "same alone" : "DIFFERENT "} ${nameOf(scenario)}`);
      for (const fault of faults) run.say(`             ${fault}`);
    }
    run.say(`${same} of ${files.length} calls are the same over the wire`);
    const [usual, worst] = [percentile(laterMs, 0.5), percentile(laterMs, 0.95)];
    run.say(`a reply comes ${usual} ms later than on the virtual clock, ${worst} ms at the 95th percentile`);
  } finally {
    await world.close();
  }
}

/** What is not the same over the wire, or not as the script expects, one line each. */
async function testOne({ call, knowledge }: Scenario, world: WireWorld) {
  const inProcess = makeReport(await playScriptedCall(call, knowledge, settings, businessStores()));
  const stack = await world.ownStackOf(knowledge);
  const startedAt = performance.now();
  try {
    const overWire = makeReport(await playWireCall(call, knowledge, settings, world, stack));
    const different = differencesOf(inProcess, overWire).map(
      ({ where, one, other }) => `${where}: ${JSON.stringify(one)} in process, ${JSON.stringify(other)} over the wire`,
    );
    const unmet = call.expect === null ? [] : unmetIn(overWire, call.expect).map(unmetLine);
    const turnsLaterMs = overWire.turns.flatMap(({ latencyMs }, index) => {
      const virtualMs = inProcess.turns[index]?.latencyMs?.total;
      return latencyMs === null || virtualMs === undefined ? [] : latencyMs.total - virtualMs;
    });
    return { faults: [...different, ...unmet], tookMs: performance.now() - startedAt, turnsLaterMs };
  } finally {
    await stack.close();
  }
}

/** Zero of nothing. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0);
}

function nameOf({ call }: Scenario): string {
  return path.basename(call.file).padEnd(32);
}

function allCalls(): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".yaml"));
  return names.sort().map((name) => path.relative(process.cwd(), path.join(folder, name)));
}

if (require.main === module) void runCommand("test:wire", testWireCommand);
