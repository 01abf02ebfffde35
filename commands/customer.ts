import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import { routingPage, routingPageFile } from "../components/routing/routingPage";
import { problemsError, UserError } from "../functions/shared/userError";
import { publicLine } from "./business";
import { type Run, runCommand } from "./commandLine";
import { customerFiles, isCustomerName, longestCustomerName, type NewFile, stacksOf } from "./customerFiles";
import { projectName } from "./stack";

const projectDir = path.resolve(__dirname, "..");

/** `npm run customer -- add NAME`: a new customer's files, valid at once. Files go under `rootDir`. */
export function customerCommand(program: Command, run: Run, rootDir = projectDir): void {
  program.description("Prepares the files of a new customer.");
  program
    .command("add")
    .description("writes a new customer's knowledge file, stack settings and first scripted call; overwrites nothing")
    .argument("<name>", "lower-case letters, digits and hyphens, such as acme; the name of its files and stacks")
    .option("--json", "print { customer, files, next } as JSON")
    .action((name: string, { json }: { json?: true }) => {
      if (!isCustomerName(name)) {
        const cure = `Write lower-case letters, digits and single hyphens, a letter first and at most ${longestCustomerName}, for example acme.`;
        throw problemsError([{ file: "customer add", key: "NAME", value: name, cure }]);
      }
      const files = customerFiles(name, projectName(rootDir));
      const paths = [...files.map((file) => file.path), ...stacksOf(name).map(routingPageFile)];
      const there = paths.filter((each) => existsSync(path.join(rootDir, each)));
      if (there.length > 0) {
        throw new UserError(there.map((each) => `${each}: is there already. Choose another name than ${name}.`));
      }
      writeAll(files, rootDir);
      writeAll(routingPages(name, rootDir), rootDir);
      say(name, paths, json === true, run);
    });
}

/** What is reviewed of each stack's routing: a production stage is not deployed without it. The other files stand by now. */
function routingPages(customer: string, rootDir: string): readonly NewFile[] {
  return stacksOf(customer).map((stack) => ({
    path: routingPageFile(stack),
    text: routingPage(publicLine(stack, rootDir), stack),
  }));
}

/** All of them or none. */
function writeAll(files: readonly NewFile[], rootDir: string): void {
  const written: string[] = [];
  try {
    for (const file of files) {
      const absolute = path.join(rootDir, file.path);
      mkdirSync(path.dirname(absolute), { recursive: true });
      // Somebody may have written it in this very moment.
      writeFileSync(absolute, file.text, { flag: "wx" });
      written.push(absolute);
    }
  } catch (error) {
    for (const absolute of written) rmSync(absolute);
    throw error;
  }
}

function say(name: string, paths: readonly string[], asJson: boolean, run: Run): void {
  const [dev, prod] = stacksOf(name);
  const next = [
    `fill in knowledge/${name}.yaml, then npm run knowledge -- check knowledge/${name}.yaml`,
    `npm run routing -- table --stack ${dev} --write, and the same with ${prod}`,
    `npm run call -- simulator/calls/${name}/*.yaml`,
    `npm run plan -- --stack ${dev}`,
    `npm run promote -- ${dev} ${prod}`,
  ];
  if (asJson) return run.json({ customer: name, files: paths, next });
  for (const file of paths) run.say(`wrote ${file}`);
  run.say("next:");
  for (const step of next) run.say(`  ${step}`);
}

if (require.main === module) void runCommand("customer", customerCommand);
