import path from "node:path";
import type { Running } from "../components/pin";
import { problemsError, UserError } from "../functions/shared/userError";
import { type Checkout, checkoutOf, commitOf, uncommitted, workingCopy } from "./checkout";
import { runningOf } from "./runningOf";
import { readStack, type Stack } from "./stack";

/** What is promoted: a stack as a checkout has it. */
export interface PromotionSource {
  readonly stack: Stack;
  readonly running: Running;
  /** The commit that holds all of it; null where none does. */
  readonly commit: string | null;
  /** What of it no commit holds, relative to the project. */
  readonly uncommitted: readonly string[];
  /** Its files, in a folder that may be written in. The caller removes it. */
  checkOut(): Checkout;
}

const gitPrefix = "git:";

/**
 * What `from` names for a promotion to `target`: a stack as it stands here, or `git:REF`, the stack that `target` is promoted from as it
 * was at that commit. Throws a UserError where there is none, or it is of another customer.
 */
export function readSource(from: string, target: Stack, rootDir: string): PromotionSource {
  if (from === target.name) {
    const cure =
      "Name the stack to promote from, such as acme-dev, then the one to promote to, or go back with git:REF.";
    throw problemsError([{ file: "promote", key: "FROM", value: from, cure }]);
  }
  const source = from.startsWith(gitPrefix)
    ? sourceAt(from.slice(gitPrefix.length), target, rootDir)
    : sourceHere(from, rootDir);
  const [theirs, ours] = [source.stack.settings.customer, target.settings.customer];
  if (theirs !== ours) {
    const cure = `${source.stack.name} runs ${theirs}. Promote between stacks of one customer.`;
    throw problemsError([{ file: target.file, key: "customer", value: ours, cure }]);
  }
  return source;
}

function sourceHere(name: string, rootDir: string): PromotionSource {
  const stack = readStack(name, rootDir);
  const changed = uncommitted(deployedFiles(stack), rootDir);
  return {
    stack,
    running: runningOf(stack, rootDir),
    commit: changed?.length === 0 ? commitOf("HEAD", rootDir) : null,
    uncommitted: changed ?? [],
    checkOut: () => workingCopy(rootDir),
  };
}

function sourceAt(ref: string, target: Stack, rootDir: string): PromotionSource {
  const name = target.settings.pin?.from ?? target.name.replace(/-prod$/, "-dev");
  const checkout = checkoutOf(ref, rootDir);
  try {
    if (!checkout.hasItsPackages) throw new UserError([needsPackages(ref, name, target)]);
    const { status, out, err } = checkout.run("runningOf", [name]);
    if (status !== 0) throw new UserError(refusals(`${gitPrefix}${ref}`, status, err));
    return {
      stack: readStack(name, checkout.folder),
      running: JSON.parse(out) as Running,
      commit: checkout.commit,
      uncommitted: [],
      checkOut: () => checkoutOf(ref, rootDir),
    };
  } finally {
    checkout.remove();
  }
}

/** With the packages that are installed here its code would be another than the one that ran. */
function needsPackages(ref: string, name: string, target: Stack): string {
  const way = `git worktree add ../back ${ref}, copy ${target.file} into it, npm ci and npm run promote -- ${name} ${target.name} there, and copy that file back`;
  return `git:${ref}: package-lock.json is another there, and its packages are not installed here. Go back so: ${way}.`;
}

/** What a checkout's own code says against it. */
function refusals(name: string, status: number, err: string): readonly string[] {
  const isOlder = /cannot find module/i.test(err);
  if (isOlder) return [`${name}: that commit is older than promotion itself. Name a later one.`];
  const lines = err.trim().split("\n");
  return status === 2 ? lines.map((line) => `${name}: ${line}`) : [`${name}: its code fails: ${lines.at(-1)}`];
}

/** All that decides what a stack runs. */
function deployedFiles(stack: Stack): readonly string[] {
  const code = ["index.ts", "components", "functions", "stateMachines", "package-lock.json", "Pulumi.yaml"];
  const notDeployed = ["**/*.test.ts", "**/*.fixture.ts"].map((pattern) => `:(exclude,glob)${pattern}`);
  return [...code, stack.file, path.posix.normalize(stack.knowledgeFile), ...notDeployed];
}
