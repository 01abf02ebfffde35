import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import { bundleFunction } from "../components/bundle";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { UserError } from "../functions/shared/userError";
import { type CallPlayer, inProcessPlayer, type PlayedBusiness } from "../simulator/callPlayer";
import { unmetIn, unmetLine } from "../simulator/expectations";
import { makeReport } from "../simulator/makeReport";
import { offlineModel } from "../simulator/offlineModel";
import { type ReadRecording, readScriptedCall } from "../simulator/readScriptedCall";
import type { ScriptedCall } from "../simulator/scriptedCall";
import { showReport } from "../simulator/showReport";
import { recordedSound } from "../simulator/sound/recordedSound";
import { readWav } from "../simulator/sound/wav";
import { folderFiles } from "../simulator/stores/folderFiles";
import { fileNames, makeOutFolder, writeCall } from "../simulator/writeCall";
import { type Run, readTextFile, runCommand, wholeNumber } from "./commandLine";
import { readStack, readStackKnowledge } from "./stack";

interface CallOptions {
  readonly knowledge?: string;
  readonly wire?: true;
  readonly line: "flow" | "duplex";
  readonly column: "best" | "worst";
  readonly seed: number;
  readonly out?: string;
  readonly json?: true;
}

const largestSeed = 2 ** 32 - 1;

/** `npm run call -- FILE… [options]`: plays scripted calls and reports them. */
export function callCommand(program: Command, run: Run): void {
  program
    .description("Plays scripted calls on this machine and reports what each came to.")
    .argument(
      "<files...>",
      "scripted calls, YAML or JSON; they are played in this order and share bookings and call counts",
    )
    .option("--knowledge <file>", "the business that is called, instead of the one that the scripted call names")
    .option("--wire", "over the real protocols, with the built functions in processes of their own")
    .addOption(new Option("--line <line>", "the way back to the caller").choices(["flow", "duplex"]).default("flow"))
    .addOption(
      new Option("--column <column>", "a good day of AWS or a bad one").choices(["best", "worst"]).default("best"),
    )
    .option("--seed <number>", "what is left to chance follows from it", wholeNumber(0, largestSeed), 1)
    .option("--out <dir>", "writes recordings, transcripts, pages, the bookings and the messages that went out there")
    .option("--json", "prints one report a line as JSON")
    .action((files: readonly string[], options: CallOptions) => playAll(files, options, run));
}

async function playAll(files: readonly string[], options: CallOptions, run: Run): Promise<void> {
  if (options.wire && options.line === "duplex") {
    throw new UserError([
      '--line is "duplex", which cannot be had over the wire yet. Write --line flow, or no --wire.',
    ]);
  }
  const calls = readCalls(files, options.knowledge ?? null, run);
  if (options.out !== undefined) makeOutFolder(options.out);
  const player = await playerFor(options, run);
  try {
    await playInOrder(calls, player, files, options, run);
  } finally {
    await player.close();
  }
}

async function playerFor(options: CallOptions, run: Run): Promise<CallPlayer> {
  const settings = { ...options, decide: offlineModel };
  if (!options.wire) return inProcessPlayer(settings);
  // The clients of AWS take longer to load than most calls to play.
  const { wirePlayer } = await import("../simulator/wire/wirePlayer");
  return wirePlayer({ ...settings, isHeard: options.out !== undefined }, (name) => bundleFunction(name).file, run.warn);
}

async function playInOrder(
  calls: ReturnType<typeof readCalls>,
  player: CallPlayer,
  files: readonly string[],
  options: CallOptions,
  run: Run,
): Promise<void> {
  const { out } = options;
  const names = fileNames(files);
  const played = new Map<string, number>();
  for (const [index, { call, ...business }] of calls.entries()) {
    const nth = played.get(call.text) ?? 0;
    played.set(call.text, nth + 1);
    const finished = await player.play(call, business, nth);
    const made = makeReport(finished);
    const report = out === undefined ? made : await writeCall(finished, made, out, names[index] ?? String(index));
    const unmet = call.expect === null ? [] : unmetIn(report, call.expect);
    if (unmet.length > 0) run.answerIsBad();
    if (options.json) {
      run.json(report);
      for (const each of unmet) run.warn(`${call.file}: ${unmetLine(each)}`);
    } else {
      for (const line of showReport(report, business.knowledge)) run.say(line);
      for (const each of unmet) run.say(`  NOT AS EXPECTED: ${unmetLine(each)}`);
      if (call.expect !== null && unmet.length === 0) run.say("  as expected");
      run.say("");
    }
  }
  if (out !== undefined) {
    writeFileSync(join(out, "bookings.json"), `${JSON.stringify(await player.bookings(), null, 2)}\n`);
    writeFileSync(join(out, "messages.json"), `${JSON.stringify(await player.messages(), null, 2)}\n`);
    await player.copyFiles(folderFiles(out));
  }
}

/** Reads everything before anything is played; throws one `UserError` with every fault of every file. */
export function readCalls(files: readonly string[], knowledgeFile: string | null, run: Run) {
  const errors: string[] = [];
  const businesses = new Map<string, PlayedBusiness | null>();

  /** Null where it cannot be used; why is said once. */
  function business(key: string, read: () => PlayedBusiness): PlayedBusiness | null {
    if (!businesses.has(key)) businesses.set(key, attempt(read));
    return businesses.get(key) ?? null;
  }
  function attempt<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(...error.lines);
      return null;
    }
  }
  function businessOf(call: ScriptedCall | null): PlayedBusiness | null {
    const file = knowledgeFile ?? call?.knowledge ?? null;
    if (file !== null)
      return business(file, () => ({ knowledge: parseKnowledge(readTextFile(file), file), prices: "grounded" }));
    if (call === null) return null;
    return business("stack dev", () => {
      const stack = readStack("dev");
      for (const note of stack.notes) run.warn(note);
      return { knowledge: readStackKnowledge(stack), prices: stack.settings.prices };
    });
  }

  const calls = files.flatMap((file) => {
    const read = attempt(() => readScriptedCall(readTextFile(file), file, readRecording));
    if (read !== null) errors.push(...read.errors);
    const call = read?.call ?? null;
    const called = businessOf(call);
    return call === null || called === null ? [] : [{ call, ...called }];
  });
  if (errors.length > 0) throw new UserError(errors);
  return calls;
}

const readRecording: ReadRecording = (path, text, asked) => recordedSound(readWav(path, asked), text);

if (require.main === module) void runCommand("call", callCommand);
