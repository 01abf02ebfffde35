import type { Command } from "commander";
import { type Run, runCommand } from "./commandLine";
import { type ReadInput, routingAt } from "./routingAt";
import { type DiffPlace, routingDiff } from "./routingDiff";
import { routingLint } from "./routingLint";

/** `npm run routing -- at|table|diff|lint`. `readInput` gives all of standard input; `place` is where and when two lines are compared. */
export function routingCommand(program: Command, run: Run, readInput?: ReadInput, place?: DiffPlace): void {
  program.description("Shows where calls go, and what a change would do to it.");
  routingAt(program, run, readInput);
  routingDiff(program, run, place);
  routingLint(program, run);
}

if (require.main === module) void runCommand("routing", routingCommand);
