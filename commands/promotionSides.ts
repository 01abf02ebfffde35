import { writeFileSync } from "node:fs";
import path from "node:path";
import { unpinnedText } from "../components/promotion";
import { routingPage, routingPageFile } from "../components/routing/routingPage";
import { UserError } from "../functions/shared/userError";
import { publicLine } from "./business";
import { type Checkout, checkoutOf, commitOf, fileAt, workingCopy } from "./checkout";
import type { Run } from "./commandLine";
import { type Side, stackSide } from "./routingSides";
import type { Stack } from "./stack";

/** A stack as it would be: its file stands as `text` in the checkout, and its reviewed routing beside it. Throws a UserError where it cannot be. */
export async function promotedSide(stack: Stack, text: string, checkout: Checkout, ref: string | null): Promise<Side> {
  writeStack(stack, text, checkout);
  const said: string[] = [];
  const side = await stackSide(stack.name, filesOf(checkout, ref), true, heardBy(said));
  if (side.plan === null) throw new UserError(said);
  return side;
}

/**
 * A stack as it runs: with its own settings, as `text` has them, in the commit that it was promoted from; in what stands here, with its file as last
 * committed, where it never was. Null, and why is said, where that commit is not to be had.
 */
export async function presentSide(stack: Stack, text: string, rootDir: string, run: Run): Promise<Side | null> {
  const { pin } = stack.settings;
  const commit = pin === null ? null : pin.commit;
  const cannotTell = (why: string) => {
    run.warn(`${stack.name}: ${why}, so what would change for its callers cannot be shown.`);
    return null;
  };
  if (commit === undefined) return cannotTell("no commit holds what it runs");
  if (commit !== null && commitOf(commit, rootDir) === null) {
    return cannotTell(`commit ${commit}, which it runs, is not in this repository`);
  }
  if (commit === null)
    run.warn(`${stack.name}: nothing was promoted yet; compared with its file as last committed, in this checkout.`);
  const checkout = commit === null ? workingCopy(rootDir) : checkoutOf(commit, rootDir);
  try {
    // By its pin a checkout of another age might be refused: hashes are made by each checkout's own code.
    const written = pin === null ? (committedText(stack, rootDir) ?? text) : text;
    writeStack(stack, unpinnedText(written, stack.project), checkout);
    const ref = checkout.commit?.slice(0, 12) ?? null;
    // What a person should know of the stack is said once.
    const heard = { ...run, warn: (line: string) => (line.includes("not compared") ? run.warn(line) : undefined) };
    return await stackSide(stack.name, filesOf(checkout, ref), true, heard);
  } finally {
    checkout.remove();
  }
}

/** A stack's file as the last commit has it, which is the best that is known of one that was never promoted; null where none has it. */
function committedText({ file }: Stack, rootDir: string): string | null {
  return commitOf("HEAD", rootDir) === null ? null : fileAt("HEAD", path.join(rootDir, file));
}

/**
 * Writes the page of reviewed routing too, which a production stage demands: promotion shows what changes before it is accepted. Each
 * checkout's own code says how a page is written; one that is older than such pages demands none.
 */
function writeStack({ name, file }: Stack, text: string, { folder, commit, run }: Checkout): void {
  writeFileSync(path.join(folder, file), text);
  if (commit === null)
    writeFileSync(path.join(folder, routingPageFile(name)), routingPage(publicLine(name, folder), name));
  else run("routing", ["table", "--stack", name, "--write"]);
}

/** A working copy has this code, which need not be started again for it. */
function filesOf(checkout: Checkout, ref: string | null) {
  return { rootDir: checkout.folder, checkout: checkout.commit === null ? null : checkout, ref };
}

/** Keeps what is warned of, for whoever calls. */
function heardBy(said: string[]): Run {
  return { say: () => {}, json: () => {}, answerIsBad: () => {}, warn: (line) => said.push(line) };
}
