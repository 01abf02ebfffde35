import path from "node:path";
import type { Command } from "commander";
import { planStack } from "../simulator/plan/planStack";
import { planTable } from "../simulator/plan/planTable";
import { type Run, runCommand } from "./commandLine";
import { readStack, readStackKnowledge } from "./stack";

const root = path.resolve(__dirname, "..");

/** `npm run plan`: every resource that `pulumi up` would declare, without the Pulumi CLI and without AWS. */
export function planCommand(program: Command, run: Run): void {
  program
    .description("every resource that `pulumi up` would declare, without the Pulumi CLI and without AWS")
    .option("--stack <name>", "the stack, as its file Pulumi.<name>.yaml is called", "dev")
    .option("--json", "JSON only, on standard output")
    .action(async ({ stack: name, json }: { stack: string; json?: true }) => {
      const stack = readStack(name, root);
      // Said before the program is loaded, which takes longest.
      readStackKnowledge(stack, root);
      for (const note of stack.notes) run.warn(note);
      const { default: index } = await import("../index");
      const plan = await planStack(stack, root, index);
      if (json) run.json(plan);
      else for (const line of planTable(plan)) run.say(line);
    });
}

if (require.main === module) void runCommand("plan", planCommand);
