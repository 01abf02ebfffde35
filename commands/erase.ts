import type { Command } from "commander";
import { eraseCaller, type Receipt } from "../functions/shared/erasure";
import { e164Of, isE164 } from "../functions/shared/phoneNumber";
import { UserError } from "../functions/shared/userError";
import { isStore, localSinks } from "../simulator/stores/localSinks";
import { readStore } from "./calls";
import { type Run, runCommand } from "./commandLine";
import { readStackOutputs } from "./stackOutputs";

interface EraseOptions {
  readonly store?: string;
  readonly stack?: string;
  readonly json?: true;
}

/** The function reads whole tables: it may take as long as it may run. */
const longestMs = 310_000;

/** `npm run erase -- NUMBER [--store DIR | --stack NAME] [--json]`: deletes all that is kept of a caller. */
export function eraseCommand(program: Command, run: Run): void {
  program
    .description(
      "Deletes all that is kept of a caller, coming bookings too, and prints a receipt. The receipt names nobody: counts, and hashes of what was deleted.",
    )
    .argument("<number>", 'the caller\'s number, as in "+15551230001"')
    .option("--store <dir>", "a folder that calls were kept in (default: .local)")
    .option("--stack <name>", "everything of a deployed stack")
    .option("--json", "prints the receipt as JSON")
    .action(async (number: string, options: EraseOptions) => {
      const receipt = await erased(checkedNumber(number), options);
      if (receipt.left > 0) run.answerIsBad();
      if (options.json) run.json(receipt);
      else for (const line of receiptLines(receipt)) run.say(line);
    });
}

function checkedNumber(text: string): string {
  if (isE164(text)) return text;
  const meant = e164Of(text);
  const cure = meant === null ? "+15551230001" : meant;
  throw new UserError([`number is "${text}". Write it with its country's code, as in ${cure}, in quotes.`]);
}

async function erased(number: string, { store, stack }: EraseOptions): Promise<Receipt> {
  if (store !== undefined && stack !== undefined) {
    throw new UserError(["--store and --stack exclude one another: write the one or the other."]);
  }
  if (stack !== undefined) return erasedByStack(number, stack);
  const folder = readStore(store);
  // Whatever else is in a folder is not ours to look through.
  if (store !== undefined && !isStore(folder)) {
    throw new UserError([
      `--store is "${store}", where no calls are kept. Name the folder of npm run call -- --out, or .local.`,
    ]);
  }
  return eraseCaller(number, isStore(folder) ? localSinks(folder) : [], [], Date.now());
}

async function erasedByStack(number: string, stack: string): Promise<Receipt> {
  const { eraseFunction, region } = readStackOutputs(stack, ["eraseFunction"]);
  // The clients of AWS take longer to load than everything else here.
  const { InvokeCommand, LambdaClient } = await import("@aws-sdk/client-lambda");
  const { NodeHttpHandler } = await import("@smithy/node-http-handler");
  const lambda = new LambdaClient({ region, requestHandler: new NodeHttpHandler({ requestTimeout: longestMs }) });
  const { Payload, FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: eraseFunction, Payload: JSON.stringify({ number }) }),
  );
  const answer: unknown = JSON.parse(Payload?.transformToString() ?? "null");
  if (FunctionError !== undefined) throw new Error(`${eraseFunction} failed: ${JSON.stringify(answer)}`);
  return answer as Receipt;
}

function receiptLines({ erasedAt, sinks, deleted, left, elsewhere }: Receipt): readonly string[] {
  const width = Math.max(0, ...sinks.map(({ name }) => name.length));
  return [
    `Erased at ${erasedAt}: ${deleted} deleted, ${left} left when looked for again.`,
    ...sinks.map(
      (sink) =>
        `  ${sink.name.padEnd(width)}  ${String(sink.deleted).padStart(4)} deleted  ${sink.left} left  ${sink.sha256 ?? "-"}`,
    ),
    ...(elsewhere.length === 0 ? [] : ["Out of reach from here:", ...elsewhere.map((line) => `  ${line}`)]),
  ];
}

if (require.main === module) void runCommand("erase", eraseCommand);
