import { text } from "node:stream/consumers";
import type { Command } from "commander";
import { callRouter } from "../components/routing/routedLine";
import { readInstant } from "../functions/shared/instant";
import { isE164 } from "../functions/shared/phoneNumber";
import { problemLine, UserError } from "../functions/shared/userError";
import { type BusinessOptions, readLine } from "./business";
import type { Run } from "./commandLine";

interface AtOptions extends BusinessOptions {
  readonly from?: string;
  readonly json?: true;
}

/** All of standard input, as text. */
export type ReadInput = () => Promise<string>;

/** The longest of the four routes. */
const widestRoute = "voicemail".length;

/** `routing at [TIME…]`: where a call at each time goes. The times are read from standard input where none is given. */
export function routingAt(program: Command, run: Run, readInput: ReadInput = readStandardInput): void {
  program
    .command("at")
    .description("says where a call at a time goes, and why")
    .argument("[times...]", "ISO 8601 with an offset or Z; from standard input, one a line, where none is given")
    .option("--from <number>", "who calls, E.164; anonymous or left out: a number on no list")
    .option("--knowledge <file>", "a knowledge file, as it stands")
    .option("--stack <name>", "a stack; dev where nothing else is named")
    .option("--json", "one document a line, without alignment")
    .action(async (given: readonly string[], options: AtOptions) => {
      const errors: string[] = [];
      const from = callerOf(options.from, errors);
      const written = given.length > 0 ? given.map((at) => ({ at, place: "TIME" })) : linesOf(await readInput());
      const times = written.map(({ at, place }) => ({ at, atMs: instantOf(at, place, errors) }));
      const line = collect(() => readLine(options, run), errors);
      if (errors.length > 0 || line === null) throw new UserError(errors);
      const route = callRouter(line);
      const widest = times.reduce((width, { at }) => Math.max(width, at.length), 0);
      for (const { at, atMs } of times) {
        const answer = { at, ...route({ atMs, from, callsToday: 0 }) };
        if (options.json) run.json(answer);
        else run.say(aligned(answer, widest));
      }
    });
}

/** The same document as with `--json`, its columns under one another. */
function aligned({ at, route, reason }: { at: string; route: string; reason: string }, widest: number): string {
  const gap = (word: string, width: number) => " ".repeat(Math.max(0, width - word.length));
  const [time, where, why] = [at, route, reason].map((each) => JSON.stringify(each));
  return `{ "at": ${time},${gap(at, widest)} "route": ${where},${gap(route, widestRoute)} "reason": ${why} }`;
}

function callerOf(given: string | undefined, errors: string[]): string | null {
  if (given === undefined || given === "anonymous") return null;
  if (!isE164(given)) errors.push(refusal("--from", given, "Write a number as +15551230001, or anonymous."));
  return given;
}

function instantOf(at: string, place: string, errors: string[]): number {
  const atMs = readInstant(at);
  if (atMs !== null) return atMs;
  errors.push(refusal(place, at, "Write a time with its offset or Z, such as 2026-11-23T10:00-08:00."));
  return 0;
}

function refusal(key: string, value: string, cure: string): string {
  return problemLine({ file: "routing at", key, value, cure });
}

/** What is read; null where it is bad, which is added to the errors. */
function collect<T>(read: () => T, errors: string[]): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    errors.push(...error.lines);
    return null;
  }
}

/** The lines that say something, each with its place. */
function linesOf(input: string): readonly { readonly at: string; readonly place: string }[] {
  return input
    .split("\n")
    .map((line, index) => ({ at: line.trim(), place: `line ${index + 1} of standard input` }))
    .filter(({ at }) => at !== "");
}

async function readStandardInput(): Promise<string> {
  if (process.stdin.isTTY) {
    throw new UserError([
      "routing at: TIME is missing. Write at least one, or give them on standard input, one a line.",
    ]);
  }
  return text(process.stdin);
}
