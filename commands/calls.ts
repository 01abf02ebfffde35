import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import type { Command } from "commander";
import type { KeptCall, KeptTurn } from "../functions/shared/keptCall";
import { type KeptCalls, keptCalls } from "../functions/shared/keptCalls";
import { UserError } from "../functions/shared/userError";
import { folderFiles } from "../simulator/stores/folderFiles";
import { type Run, runCommand, wholeNumber } from "./commandLine";
import { readStackOutputs } from "./stackOutputs";

/** Where calls were kept. */
export interface Place {
  readonly store?: string;
  readonly stack?: string;
  readonly json?: true;
}

const defaultStore = ".local";
const mostListed = 10_000;

/** `npm run calls -- list|show ID [--store DIR | --stack NAME] [--json]`: the calls that were kept. */
export function callsCommand(program: Command, run: Run): void {
  program.description("The calls that were kept, on this machine or by a stack.");
  const placed = (command: Command) =>
    command
      .option("--store <dir>", `a folder that calls were kept in (default: ${defaultStore})`)
      .option("--stack <name>", "the calls of a deployed stack")
      .option("--json", "prints JSON");
  placed(program.command("list"))
    .description("the calls, latest first, one a line")
    .option("--most <number>", "how many at most", wholeNumber(1, mostListed), 100)
    .action(async (options: Place & { readonly most: number }) => {
      for (const call of await (await callsIn(options)).list(options.most)) {
        if (options.json) run.json(summaryOf(call));
        else run.say(listLine(call));
      }
    });
  placed(program.command("show"))
    .description("one call, whole")
    .argument("<id>", "the call's id, or the beginning of it")
    .action(async (id: string, options: Place) => {
      const call = theOnly(await (await callsIn(options)).find(id), id);
      if (options.json) run.json(call);
      else for (const line of callLines(call)) run.say(line);
    });
}

/** The calls kept in a store, or by a stack. Throws a UserError where there are none to be had. */
export async function callsIn({ store, stack }: Place): Promise<KeptCalls> {
  if (store !== undefined && stack !== undefined) {
    throw new UserError(["--store and --stack exclude one another: write the one or the other."]);
  }
  if (stack === undefined) return keptCalls(folderFiles(readStore(store)));
  const { filesBucket, region } = readStackOutputs(stack, ["filesBucket"]);
  // The clients of AWS take longer to load than everything else here.
  const { S3Client } = await import("@aws-sdk/client-s3");
  const { s3Files } = await import("../functions/aws/s3Files");
  return keptCalls(s3Files(new S3Client({ region }), filesBucket));
}

/** The folder of a store. Throws a UserError where there is none; the usual one may not be there yet. */
export function readStore(folder: string | undefined): string {
  const path = resolve(folder ?? defaultStore);
  if (folder === undefined && !existsSync(path)) return path;
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return path;
  throw new UserError([
    `--store is "${folder ?? defaultStore}", which is no folder. Name one that calls were kept in.`,
  ]);
}

function theOnly(calls: readonly KeptCall[], id: string): KeptCall {
  const [call, other] = calls;
  if (call !== undefined && other === undefined) return call;
  throw new UserError([
    call === undefined
      ? `id is "${id}", and no call is kept under it. Write one that npm run calls -- list shows.`
      : `id is "${id}", and ${calls.length} calls begin so. Write more of it.`,
  ]);
}

function summaryOf({ turns, errors, ...call }: KeptCall) {
  return { ...call, turns: turns.length, errors: errors.length };
}

function listLine({ contactId, startedAt, from, route, outcome, durationMs, business }: KeptCall): string {
  const length = `${(durationMs / 1_000).toFixed(0)} s`;
  return [
    startedAt.slice(0, 16).replace("T", " "),
    contactId,
    from ?? "withheld",
    route,
    outcome,
    length,
    business,
  ].join("  ");
}

function callLines(call: KeptCall): readonly string[] {
  const { bookings, transfer, consent, versions, costUsd } = call;
  return [
    listLine(call),
    ...call.turns.flatMap(turnLines),
    ...bookings.map(
      ({ service, start, confirmation, key }) => `  booking: ${service} ${start}, told: ${confirmation}, ${key}`,
    ),
    ...(transfer === null
      ? []
      : [
          `  transfer: ${transfer.outcome ?? "not waited for"}; ${(transfer.summary || transfer.reason).replaceAll("\n", "\n    ")}`,
        ]),
    ...(call.hasVoicemail ? ["  voicemail: left"] : []),
    ...(consent === null ? [] : [`  told of the recording at ${consent.at}: ${consent.wording}`]),
    ...call.errors.map(({ atMs, service, what, did }) => `  ${(atMs / 1_000).toFixed(2)} ${service}: ${what}; ${did}`),
    `  cost: ${costUsd.total.toFixed(4)} USD`,
    ...(versions === null
      ? []
      : [`  versions: knowledge ${versions.knowledge}, model ${versions.model}, code ${versions.code}`]),
  ];
}

function turnLines({ index, caller, heard, said, tool, facts, latencyMs, blocked }: KeptTurn): readonly string[] {
  const how = [
    [tool ?? "no tool", ...facts].join(" "),
    ...(latencyMs === null ? [] : [`${latencyMs.total} ms`]),
    ...(blocked === null ? [] : [`stopped at "${blocked.clause}": ${blocked.why}`]),
  ];
  return [
    `  ${index}  caller  ${caller}`,
    `     agent   ${heard}${heard === said ? "" : " [cut off]"}`,
    `             ${how.join(", ")}`,
  ];
}

if (require.main === module) void runCommand("calls", callsCommand);
