import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import type { Command } from "commander";
import { lossesOf, lossLine } from "../components/guard";
import { keptOf, type Pin, unkept } from "../components/pin";
import { changedContents, type Promotion, promotedText, promotionTo } from "../components/promotion";
import { routingPageFile } from "../components/routing/routingPage";
import { problemLine, UserError } from "../functions/shared/userError";
import type { Checkout } from "./checkout";
import { type Run, runCommand } from "./commandLine";
import { playCustomerCalls } from "./customerCalls";
import { presentSide, promotedSide } from "./promotionSides";
import { type PromotionSource, readSource } from "./promotionSource";
import { differenceOf } from "./routingDiff";
import { readStack, type Stack } from "./stack";

/** Where promotion works, and whom it asks. */
export interface PromotePlace {
  readonly rootDir: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Asks a person what is answered with yes or no; null where nobody is there to be asked. */
  readonly ask: ((question: string) => Promise<boolean>) | null;
}

/** One promotion, read and not yet done. */
interface Job {
  /** As the person named it. */
  readonly from: string;
  readonly source: PromotionSource;
  readonly target: Stack;
  /** The file of the target as it stands. */
  readonly text: string;
  readonly promotion: Promotion;
}

/** What came of it. */
interface Outcome {
  readonly outcome: "unchanged" | "refused" | "declined" | "promoted";
  readonly [shown: string]: unknown;
}

const place: PromotePlace = {
  rootDir: path.resolve(__dirname, ".."),
  now: Date.now,
  ask: process.stdin.isTTY ? askTerminal : null,
};

/** `npm run promote -- FROM TO [--yes] [--json]`: brings what a stack runs to another, after showing what that changes. */
export function promoteCommand(program: Command, run: Run, here: PromotePlace = place): void {
  program
    .description(
      "brings what a stack runs (code, flow, knowledge, model, voice) to the next stage; shows first what that changes",
    )
    .argument("<from>", "the stack that was tried, such as acme-dev; git:REF goes back to what it was at that commit")
    .argument("<to>", "the stack that shall run it, such as acme-prod; its numbers, people and secrets stay its own")
    .option("--yes", "do not ask, for where nobody is there to answer")
    .option("--json", "one document on standard output")
    .action(async (from: string, to: string, { yes, json }: { yes?: true; json?: true }) => {
      const job = readJob(from, to, here.rootDir);
      for (const note of job.target.notes) run.warn(note);
      const told = json ? { ...run, say: () => {} } : run;
      const outcome = await promote(job, yes === true, told, here);
      if (outcome.outcome === "refused" || outcome.outcome === "declined") run.answerIsBad();
      const { pin, settings } = job.promotion;
      if (json) run.json({ from, to, pin, settings, ...outcome });
    });
}

function readJob(from: string, to: string, rootDir: string): Job {
  const target = readStack(to, rootDir);
  const source = readSource(from, target, rootDir);
  const pin: Pin = {
    from: source.stack.name,
    ...(source.commit === null ? {} : { commit: source.commit }),
    ...source.running,
    kept: keptNow(target),
  };
  const text = readFileSync(path.join(rootDir, target.file), "utf8");
  return { from, source, target, text, promotion: promotionTo(target.settings, pin) };
}

async function promote(job: Job, isAgreed: boolean, run: Run, here: PromotePlace): Promise<Outcome> {
  const { from, source, target, promotion } = job;
  if (!promotion.isDone) for (const line of summary(job)) run.say(line);
  if (!promotion.isDone && source.uncommitted.length > 0) run.warn(uncommittedNote(source));
  const was = target.settings.pin;
  const others = was === null ? [] : unkept(was, keptNow(target), target.name).map(problemLine);
  if (others.length > 0) return refused(target, { refusals: others }, run);
  const checkout = source.checkOut();
  try {
    const promoted = promotedText(job.text, target.project, promotion.pin);
    const differences = promotion.runsAlready ? null : await showDifferences(job, promoted, checkout, run, here);
    const { calls, failures } = await playCalls(job, checkout, run);
    const shown = {
      differences: differences?.document ?? null,
      calls,
      refusals: [...failures, ...(differences?.losses ?? [])],
    };
    if (shown.refusals.length > 0) return refused(target, shown, run);
    if (promotion.isDone) {
      run.say(`${target.name} runs what ${from} runs already. Nothing was changed.`);
      return { outcome: "unchanged", ...shown };
    }
    if (!isAgreed && !(await asked(`Promote ${from} to ${target.name}?`, here))) {
      run.say(`${target.name} was not changed.`);
      return { outcome: "declined", ...shown };
    }
    const files = write(target, promoted, checkout, here.rootDir);
    for (const file of files) run.say(`wrote ${file}`);
    run.say(`next: commit ${files.length === 1 ? "it" : "them"}, then npx pulumi up --stack ${target.name}`);
    return { outcome: "promoted", ...shown, files };
  } finally {
    checkout.remove();
  }
}

function refused(target: Stack, shown: { readonly refusals: readonly string[] }, run: Run): Outcome {
  for (const line of shown.refusals) run.warn(line);
  run.say(`${target.name} was not changed.`);
  return { outcome: "refused", ...shown };
}

/** Shows what would be otherwise for the target's callers; null, and why is said, where what it runs is not to be had. */
async function showDifferences(
  job: Job,
  promoted: string,
  checkout: Checkout,
  run: Run,
  { rootDir, now }: PromotePlace,
) {
  const { from, target, text } = job;
  const after = await promotedSide(target, promoted, checkout, from.startsWith("git:") ? from.slice(4) : null);
  const before = await presentSide(target, text, rootDir, run);
  if (before === null) return null;
  const { lines, document } = differenceOf(before, after, null, now());
  for (const line of lines) run.say(line);
  const losses = before.plan && after.plan ? lossesOf(before.plan, after.plan).map(lossLine) : [];
  return { document, losses };
}

/** Plays the customer's calls; gives a line for each that does not pass. */
async function playCalls({ source, target, promotion }: Job, checkout: Checkout, run: Run) {
  const { calls, failures } = await playCustomerCalls(checkout, target.settings.customer, promotion.pin.line);
  if (calls === 0) run.warn(`simulator/calls: no call is of ${target.settings.customer}, so nothing was tried.`);
  else if (failures.length === 0) run.say(`scripted calls of ${source.stack.name}: all ${calls} pass`);
  return { calls, failures: failures.map((failure) => `a scripted call does not pass: ${failure}`) };
}

/** What is brought, and from where. */
function summary({ from, source, target, promotion }: Job): readonly string[] {
  const { pin, settings } = promotion;
  const was = target.settings.pin;
  const contents = was === null ? [] : changedContents(was, pin);
  const at = pin.commit === undefined ? "" : ` at commit ${pin.commit.slice(0, 12)}`;
  return [
    `${from === source.stack.name ? from : `${source.stack.name} of ${from}`}${at} → ${target.name}`,
    ...settings.map(({ key, was: before, becomes }) => `  ${key}: ${before} → ${becomes}`),
    ...(promotion.runsAlready ? ["  nothing changes but the commit that is pinned"] : []),
    ...(contents.length === 0 ? [] : [`  changed since the last promotion: ${contents.join(", ")}`]),
  ];
}

function uncommittedNote({ uncommitted: [first = "", ...more] }: PromotionSource): string {
  const others = more.length === 0 ? "" : ` and ${more.length} more`;
  return `no commit holds ${first}${others}: without one there is no way back to what is promoted. Commit, and promote again.`;
}

function keptNow({ settings, config }: Stack): Pin["kept"] {
  return keptOf(settings, config["aws:region"] ?? "");
}

async function asked(question: string, { ask }: PromotePlace): Promise<boolean> {
  if (ask !== null) return ask(question);
  throw new UserError(["promote: nobody is there to be asked. Write --yes where it shall be done without asking."]);
}

async function askTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

/** Writes the stack's file, and its reviewed routing where that is another now; gives the names of both. */
function write(target: Stack, text: string, checkout: Checkout, rootDir: string): readonly string[] {
  const routing = routingPageFile(target.name);
  const reviewed = path.join(checkout.folder, routing);
  const isNew = existsSync(reviewed) && readIfThere(reviewed) !== readIfThere(path.join(rootDir, routing));
  if (isNew) copyFileSync(reviewed, path.join(rootDir, routing));
  // Whole or not at all: a reader never sees half a file.
  const unfinished = path.join(rootDir, `${target.file}.${process.pid}`);
  writeFileSync(unfinished, text);
  renameSync(unfinished, path.join(rootDir, target.file));
  return isNew ? [target.file, routing] : [target.file];
}

function readIfThere(file: string): string | null {
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

if (require.main === module) void runCommand("promote", promoteCommand);
