import { writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { routingPage, routingPageFile } from "../components/routing/routingPage";
import { routingTable } from "../components/routing/routingTable";
import { tableLines } from "../components/routing/tableText";
import { UserError } from "../functions/shared/userError";
import { type BusinessOptions, publicLine, readLine } from "./business";
import type { Run } from "./commandLine";
import type { RoutingPlace } from "./routing";

interface TableOptions extends BusinessOptions {
  readonly write?: true;
  readonly json?: true;
}

/** `routing table`: where calls go in a week and on every holiday; `--write` writes a stack's page, and so accepts it. */
export function routingTableCommand(program: Command, run: Run, { rootDir, now }: RoutingPlace): void {
  program
    .command("table")
    .description("shows where calls go in a week and on every holiday, for each kind of caller")
    .option("--knowledge <file>", "a knowledge file, as it stands")
    .option("--stack <name>", "a stack; dev where nothing else is named")
    .option("--write", "writes Routing.<stack>.md, and so accepts this routing")
    .option("--json", "one document")
    .action((options: TableOptions) => {
      const { knowledge, stack = "dev", write, json } = options;
      refuseBoth(options);
      const line = readLine(options, run, rootDir);
      const file = routingPageFile(stack);
      if (write) writeFileSync(path.join(rootDir, file), routingPage(publicLine(stack, rootDir), stack));
      const table = routingTable(line, now());
      if (json) run.json({ ...(knowledge === undefined ? { stack } : {}), ...table, written: write ? file : null });
      else if (write) run.say(`${file}: written. Read what changed in it (git diff ${file}), and commit it.`);
      else for (const each of tableLines(table, line.knowledge)) run.say(each);
    });
}

function refuseBoth({ knowledge, stack, write }: TableOptions): void {
  const given = `routing table: --knowledge is ${JSON.stringify(knowledge)}.`;
  if (knowledge !== undefined && stack !== undefined) throw new UserError([`${given} Write it without --stack.`]);
  if (knowledge !== undefined && write) {
    throw new UserError([
      `${given} Write --stack instead: a page is written of a stack, with the people it really has.`,
    ]);
  }
}
