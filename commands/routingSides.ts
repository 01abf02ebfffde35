import { existsSync } from "node:fs";
import path from "node:path";
import { lineOfKnowledge, lineOfPlan, type RoutedLine } from "../components/routing/routedLine";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { UserError } from "../functions/shared/userError";
import type { Plan } from "../simulator/plan/plan";
import { planStack } from "../simulator/plan/planStack";
import { plainLine } from "./business";
import { type Checkout, fileAt } from "./checkout";
import { type Run, readTextFile } from "./commandLine";
import { readStack, readStackKnowledge, type Stack, stackNames } from "./stack";

/** What a person compares. */
export type Named =
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "stack"; readonly name: string }
  | { readonly kind: "commit"; readonly ref: string };

/** One side of a comparison, read. */
export interface Side {
  /** As the person named it. */
  readonly name: string;
  readonly line: RoutedLine;
  /** Null where the side is a knowledge file, or its plan cannot be made here. */
  readonly plan: Plan | null;
}

/** What `A` or `B` names: `git:REF`, a stack, or else a knowledge file. Throws a UserError where it is none of them. */
export function namedSide(text: string, key: string, rootDir: string): Named {
  if (text.startsWith("git:")) return { kind: "commit", ref: text.slice("git:".length) };
  const stacks = stackNames(rootDir);
  if (stacks.includes(text)) return { kind: "stack", name: text };
  if (existsSync(text) || /[\\/]|\.(ya?ml|json)$/.test(text)) return { kind: "file", file: text };
  const cure = `Write a knowledge file, the name of a stack (${stacks.join(", ") || "there is none yet"}) or git:REF.`;
  throw new UserError([`routing diff: ${key} is ${JSON.stringify(text)}. ${cure}`]);
}

/** A knowledge file as it stands, or as it was at a commit. */
export function fileSide(file: string, ref: string | null): Side {
  const text = ref === null ? readTextFile(file) : fileAt(ref, file);
  const name = ref === null ? file : `git:${ref}`;
  if (text === null) throw new UserError([`${name}: ${file} is not in that commit. Name one that has it.`]);
  const knowledge = at(ref, () => parseKnowledge(text, file));
  return { name, line: lineOfKnowledge(knowledge, plainLine), plan: null };
}

/**
 * A stack as the files of a folder have it: those of the project now where `checkout` is null, else those of the commit `ref`.
 * `isPlanned`: with all that its program declares.
 */
export async function stackSide(
  stackName: string,
  from: { readonly rootDir: string; readonly checkout: Checkout | null; readonly ref: string | null },
  isPlanned: boolean,
  run: Run,
): Promise<Side> {
  const { checkout, ref } = from;
  const folder = checkout?.folder ?? from.rootDir;
  const name = ref === null ? stackName : `git:${ref}`;
  const { stack, knowledge } = at(ref, () => {
    const stack = readStack(stackName, folder);
    return { stack, knowledge: readStackKnowledge(stack, folder) };
  });
  for (const note of stack.notes) run.warn(ref === null ? note : `${name}: ${note}`);
  const line = lineOfKnowledge(knowledge, stack.settings, {
    secretCallers: [...stack.callers.vip, ...stack.callers.blocked],
    mayHaveSecrets: stack.notes.some((note) => note.includes("is encrypted")),
  });
  if (!isPlanned) return { name, line, plan: null };
  const plan = checkout === null ? await planHere(stack, folder) : planThere(checkout, stackName);
  if (typeof plan !== "string") return { name, line, plan };
  run.warn(`${name}: ${plan}, so the resources are not compared.`);
  return { name, line, plan: null };
}

/** The plan of a stack by this program, whether its routing was reviewed or not; why there is none where the program refuses it. */
async function planHere(stack: Stack, folder: string): Promise<Plan | string> {
  const { default: index } = await import("../index");
  try {
    return await planStack(stack, folder, (root) => index(root, false));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return `the program refuses it (${error.lines[0]})`;
  }
}

/** The plan that a checkout's own program makes; why there is none where it makes none. */
function planThere(checkout: Checkout, stackName: string): Plan | string {
  if (!checkout.hasItsPackages) return "package-lock.json is another there";
  if (!existsSync(path.join(checkout.folder, "commands", "plan.ts"))) return "there is no npm run plan";
  const { status, out, err } = checkout.run("plan", ["--stack", stackName, "--json"]);
  if (status === 0) return JSON.parse(out) as Plan;
  // Of a stack trace, what it is about stands furthest to the left.
  const why = err.split("\n").findLast((line) => /^\S/.test(line));
  return `its program makes no plan of ${stackName} (${why ?? `it ended with ${status}`})`;
}

/** Both sides with the flows of their plans where both have one, so that like is compared with like. */
export function withPlannedFlows(before: Side, after: Side): readonly [Side, Side] {
  const [was, is] = [before, after].map(({ line, plan }) => (plan === null ? null : lineOfPlan(line, plan)));
  return was && is
    ? [
        { ...before, line: was },
        { ...after, line: is },
      ]
    : [before, after];
}

/** Says of which commit an error is. */
function at<T>(ref: string | null, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (ref === null || !(error instanceof UserError)) throw error;
    throw new UserError(error.lines.map((line) => `git:${ref}: ${line}`));
  }
}
