import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { turnEndCurve } from "../simulator/endOfTurn/curve";
import { curvePicture, curveTable } from "../simulator/endOfTurn/curvePicture";
import { endOfTurnPage } from "../simulator/endOfTurn/endOfTurnPage";
import { type Run, runCommand } from "./commandLine";

const docs = path.resolve(__dirname, "..", "docs");

/** `npm run turn-ends [-- --write] [--json]`: how often callers are cut off, against how long they wait. */
export function turnEndsCommand(program: Command, run: Run): void {
  program
    .description(
      "Plays utterances with pauses inside and shows how often callers are cut off, against how long they wait.",
    )
    .option("--write", "write docs/endOfTurn.md and its picture too")
    .option("--json", "JSON only, on standard output")
    .action(async ({ write, json }: { readonly write?: true; readonly json?: true }) => {
      const curve = await turnEndCurve(run.warn);
      if (json === true) run.json(curve);
      else run.say(curveTable(curve));
      if (write !== true) return;
      writeFileSync(path.join(docs, "endOfTurn.svg"), curvePicture(curve));
      writeFileSync(path.join(docs, "endOfTurn.md"), endOfTurnPage(curve));
    });
}

if (require.main === module) void runCommand("turn-ends", turnEndsCommand);
