import { type LineSettings, lineOfKnowledge, type RoutedLine } from "../components/routing/routedLine";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { withOverrides } from "../functions/shared/stackOverrides";
import { type Run, readTextFile } from "./commandLine";
import { readStack, readStackKnowledge } from "./stack";

/** Which business a command is about. */
export interface BusinessOptions {
  /** A knowledge file. */
  readonly knowledge?: string;
  /** Name of a stack. */
  readonly stack?: string;
}

/** A business that is no stack's has a person's phone behind it, and the voice of Pulumi.yaml. */
export const plainLine: LineSettings = { human: "phone", voice: "Ruth" };

/**
 * The line of a knowledge file as it stands, or that of a stack, `dev` where neither is named; with both, the stack's with that
 * file. Says what a person should know of the stack. Throws a UserError for what is wrong in either.
 */
export function readLine({ knowledge: file, stack: name }: BusinessOptions, run: Run, rootDir?: string): RoutedLine {
  const written = file === undefined ? null : parseKnowledge(readTextFile(file), file);
  if (written !== null && name === undefined) return lineOfKnowledge(written, plainLine);
  const stack = readStack(name ?? "dev", rootDir);
  for (const note of stack.notes) run.warn(note);
  const { settings, callers } = stack;
  const knowledge = written === null ? readStackKnowledge(stack, rootDir) : withOverrides(written, settings, callers);
  return lineOfKnowledge(knowledge, settings);
}

/** A stack's line without the callers that its settings keep secret, as the page of its routing shows it. Throws as `readLine`. */
export function publicLine(name: string, rootDir?: string): RoutedLine {
  const stack = readStack(name, rootDir);
  const open = { ...stack, callers: { vip: [], blocked: [] } };
  return lineOfKnowledge(readStackKnowledge(open, rootDir), stack.settings);
}
