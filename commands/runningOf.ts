import { readFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { Running } from "../components/pin";
import { whatRuns } from "../components/whatRuns";
import { type Run, runCommand } from "./commandLine";
import { readStack, readStackKnowledge, type Stack } from "./stack";

const root = path.resolve(__dirname, "..");

/** What this checkout's code runs for a stack whose files are in `rootDir`. Throws a UserError where the knowledge file is not valid. */
export function runningOf(stack: Stack, rootDir = root): Running {
  // Says what is missing, where anything is.
  readStackKnowledge(stack, rootDir);
  return whatRuns(stack.settings, readFileSync(path.join(rootDir, stack.knowledgeFile), "utf8"));
}

/** Prints, as JSON, what promotion would pin of a stack: promotion asks the code of another commit, which alone can tell. */
export function runningOfCommand(program: Command, run: Run): void {
  program
    .description("prints what this checkout runs for a stack, as promotion pins it")
    .argument("<stack>", "the stack, as its file Pulumi.<name>.yaml is called")
    .action((name: string) => run.json(runningOf(readStack(name))));
}

if (require.main === module) void runCommand("runningOf", runningOfCommand);
