import path from "node:path";
import type { Command } from "commander";
import { type Run, runCommand } from "./commandLine";
import { type ReadInput, routingAt } from "./routingAt";
import { routingDiff } from "./routingDiff";
import { routingLint } from "./routingLint";
import { routingTableCommand } from "./routingTable";

/** Folder of the project, and the present, in milliseconds since the epoch. */
export interface RoutingPlace {
  readonly rootDir: string;
  readonly now: () => number;
}

const here: RoutingPlace = { rootDir: path.resolve(__dirname, ".."), now: Date.now };

/** `npm run routing -- at|table|diff|lint`. `readInput` gives all of standard input; `place` is where and when two lines are compared. */
export function routingCommand(program: Command, run: Run, readInput?: ReadInput, place: RoutingPlace = here): void {
  program.description("Shows where calls go, and what a change would do to it.");
  routingAt(program, run, readInput);
  routingTableCommand(program, run, place);
  routingDiff(program, run, place);
  routingLint(program, run);
}

if (require.main === module) void runCommand("routing", routingCommand);
