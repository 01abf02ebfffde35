import { availableParallelism } from "node:os";
import type { Command } from "commander";
import type { SeedChecked } from "../simulator/fuzz/checkSeed";
import { fuzzCalls, seedsFrom } from "../simulator/fuzz/fuzzCalls";
import { matterOf } from "../simulator/fuzz/randomCall";
import { faultServices } from "../simulator/scriptedCall";
import { type Run, runCommand, wholeNumber } from "./commandLine";

interface FuzzOptions {
  readonly calls: number;
  readonly seed: number;
  readonly json?: true;
}

const mostCalls = 10_000_000;
const largestSeed = 2 ** 32 - 1 - mostCalls;
/** Longer lists help nobody. */
const mostShown = 20;

/** `npm run fuzz [-- --calls N --seed N]`: many random calls against what must hold of every call. */
export function fuzzCommand(program: Command, run: Run): void {
  program
    .description(
      "Plays random calls on the virtual clock, both lines and both columns, and holds each against what must hold of every call.",
    )
    .option("--calls <n>", "how many; every second one is about an appointment", wholeNumber(1, mostCalls), 20_000)
    .option("--seed <n>", "of the first call; the next have the next seeds", wholeNumber(0, largestSeed), 1)
    .option("--json", "one document on standard output")
    .addHelpText("after", "\nA call that fails is played again alone by its seed: npm run fuzz -- --calls 1 --seed N")
    .action(async ({ calls, seed, json }: FuzzOptions) => {
      let told = 0;
      const checked = await fuzzCalls(seedsFrom(seed, calls), Math.min(availableParallelism(), calls), (done) => {
        const tenth = Math.floor((10 * done) / calls);
        if (tenth > told) run.warn(`${done} of ${calls} calls`);
        told = Math.max(told, tenth);
      });
      const broken = checked.filter((each) => each.broken.length > 0);
      const figures = figuresOf(checked);
      if (json) run.json({ ...figures, broken: broken.map(({ seed, broken }) => ({ seed, broken })) });
      else show(figures, broken, run);
      if (broken.length > 0) run.answerIsBad();
    });
}

/** What was played, counted. */
function figuresOf(checked: readonly SeedChecked[]) {
  const count = (by: (each: SeedChecked) => string) => {
    const counts: Record<string, number> = {};
    for (const each of checked) counts[by(each)] = (counts[by(each)] ?? 0) + 1;
    return counts;
  };
  const sum = (of: (each: SeedChecked) => number) => checked.reduce((total, each) => total + of(each), 0);
  return {
    calls: checked.length,
    firstSeed: checked[0]?.seed ?? 0,
    matters: count(({ seed }) => matterOf(seed)),
    lines: count(({ line }) => line),
    columns: count(({ column }) => column),
    outcomes: count(({ outcome }) => outcome),
    callers: sum(({ calls }) => calls),
    bookings: sum(({ bookings }) => bookings),
    turns: sum(({ turns }) => turns),
    faults: sum(({ faults }) => faults),
    faultsByService: Object.fromEntries(
      faultServices.map((service) => [service, sum(({ faultsByService }) => faultsByService[service] ?? 0)]),
    ),
    hours: Math.round(sum(({ durationMs }) => durationMs) / 36_000) / 100,
  };
}

function show(figures: ReturnType<typeof figuresOf>, broken: readonly SeedChecked[], run: Run): void {
  const { calls, firstSeed, hours, turns, faults, callers, bookings } = figures;
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of)
      .map(([name, count]) => `${name} ${count}`)
      .join(", ");
  run.say(`${calls} calls from seed ${firstSeed}: ${hours} hours, ${turns} turns, ${faults} faults of services`);
  run.say(`about: ${counts(figures.matters)}`);
  run.say(`callers, with those who called meanwhile: ${callers}; of them booked: ${bookings}`);
  run.say(`lines: ${counts(figures.lines)}; columns: ${counts(figures.columns)}`);
  run.say(`outcomes: ${counts(figures.outcomes)}`);
  run.say(`faults: ${counts(figures.faultsByService)}`);
  if (broken.length === 0) return run.say("everything held in every call");
  run.say(`${broken.length} calls in which something did not hold:`);
  for (const { seed, line, column, broken: lines } of broken.slice(0, mostShown)) {
    run.say(`  seed ${seed} (${line}, ${column}); again: npm run fuzz -- --calls 1 --seed ${seed}`);
    for (const where of lines.slice(0, mostShown)) run.say(`    ${where}`);
  }
  if (broken.length > mostShown) run.say(`  and ${broken.length - mostShown} more`);
}

if (require.main === module) void runCommand("fuzz", fuzzCommand);
