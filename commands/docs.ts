import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { definitionOf, type WorkflowName } from "../simulator/workflows/definitions";
import { withPictures } from "../simulator/workflows/workflowPicture";
import { type Run, runCommand } from "./commandLine";

const file = path.join(__dirname, "../docs/workflows.md");

/** `npm run docs`: draws the pictures in docs/workflows.md anew. */
export function docsCommand(program: Command, run: Run): void {
  program.description("Draws the workflows in docs/workflows.md from their definitions.").action(() => {
    const page = readFileSync(file, "utf8");
    const drawn = withPictures(page, (name) => definitionOf(name as WorkflowName));
    if (drawn !== page) writeFileSync(file, drawn);
    run.say(drawn === page ? "docs/workflows.md is as it should be." : "docs/workflows.md is drawn anew.");
  });
}

if (require.main === module) void runCommand("docs", docsCommand);
