import { readFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { UserError } from "../functions/shared/userError";

/** How a command ends: done; it ran and the answer is bad; wrong use or bad input; a fault of ours. */
export const exitStatus = { done: 0, bad: 1, misuse: 2, broken: 70 } as const;

/** Where a command's words come from and go to. */
export interface Terminal {
  readonly args: readonly string[];
  out(text: string): void;
  err(text: string): void;
  /** Called once, with an exit status. */
  end(status: number): void;
}

/** What a command may say while it runs. */
export interface Run {
  /** A line on standard output. */
  say(line: string): void;
  /** A line on standard error. */
  warn(line: string): void;
  /** A document as one line on standard output; nothing else may be said there. */
  json(document: unknown): void;
  /** The command ran and its answer is bad: exit 1. */
  answerIsBad(): void;
}

/**
 * Runs one command to its end and gives the exit status. `build` declares options, arguments and sub-commands and their actions,
 * which do the work. A `UserError` and wrong use end with 2 and one line each on standard error; any other error is ours
 * and shown whole.
 *
 * @example if (require.main === module) void runCommand("knowledge", knowledgeCommand);
 */
export async function runCommand(
  name: string,
  build: (program: Command, run: Run) => void,
  terminal: Terminal = processTerminal(),
): Promise<number> {
  let status: number = exitStatus.done;
  const run: Run = {
    say: (line) => terminal.out(`${line}\n`),
    warn: (line) => terminal.err(`${line}\n`),
    json: (document) => terminal.out(`${JSON.stringify(document)}\n`),
    answerIsBad: () => {
      status = exitStatus.bad;
    },
  };
  const program = new Command(name)
    .exitOverride()
    .configureOutput({ writeOut: (text) => terminal.out(text), writeErr: () => {}, outputError: () => {} })
    .configureHelp({ commandUsage: (command) => `npm run ${npmName(command)} ${command.usage()}` });
  try {
    build(program, run);
    await program.parseAsync([...terminal.args], { from: "user" });
  } catch (error) {
    status = statusOf(error, program, run);
  }
  terminal.end(status);
  return status;
}

/** The text of a file that the user named. Throws `UserError` where it cannot be read. */
export function readTextFile(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new UserError([`${file}: ${whyUnreadable(error)}`]);
  }
}

/** A parser of option values: a whole number within bounds. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^-?\d+$/.test(text) || value < least || value > most) {
      throw new InvalidArgumentError(`Write a whole number from ${least} to ${most}.`);
    }
    return value;
  };
}

function statusOf(error: unknown, program: Command, run: Run): number {
  if (error instanceof UserError) {
    for (const line of error.lines) run.warn(line);
    return exitStatus.misuse;
  }
  if (error instanceof CommanderError) {
    if (error.code === "commander.helpDisplayed" || error.code === "commander.version") return exitStatus.done;
    if (error.code === "commander.help" && error.exitCode === 0) return exitStatus.done;
    run.warn(`${program.name()}: ${misuse(error, program)} See npm run ${program.name()} -- --help`);
    return exitStatus.misuse;
  }
  run.warn(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitStatus.broken;
}

function misuse(error: CommanderError, program: Command): string {
  if (error.code === "commander.help") {
    return `say what to do: ${program.commands.map((command) => command.name()).join(", ")}.`;
  }
  const message = error.message
    .replace(/^error: /, "")
    .replace(/\s+/g, " ")
    .trim();
  return /[.?!)]$/.test(message) ? message : `${message}.`;
}

function npmName(command: Command): string {
  const { parent } = command;
  return parent === null ? `${command.name()} --` : `${npmName(parent)} ${command.name()}`;
}

function whyUnreadable(error: unknown): string {
  const { code, message } = error as Partial<NodeJS.ErrnoException>;
  if (code === "ENOENT" || code === "ENOTDIR") return "there is no such file. Name one that exists.";
  if (code === "EISDIR") return "is a folder. Name a file in it.";
  if (code === "EACCES" || code === "EPERM") return "may not be read. Name a file that you may read.";
  return `cannot be read (${message ?? String(error)}).`;
}

function processTerminal(): Terminal {
  // Who reads us may stop early (`| head`); what is left unsaid is no fault.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
  return {
    args: process.argv.slice(2),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    end: (status) => {
      process.exitCode = status;
      // A command that failed may have left something open; one that did not ends when its work does.
      if (status > exitStatus.bad) process.stdout.write("", () => process.stderr.write("", () => process.exit()));
    },
  };
}
