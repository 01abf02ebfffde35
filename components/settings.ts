import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { Knowledge } from "../functions/shared/knowledge";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { type StackCallers, withOverrides } from "../functions/shared/stackOverrides";
import { type Problem, problemsError, UserError } from "../functions/shared/userError";
import { keptOf, unkept, unpinned } from "./pin";
import { checkNumbers, checkSettings, type StackSettings, settingKeys } from "./stackSettings";
import { whatRuns } from "./whatRuns";

/** Everything the program needs to know of one stack. */
export interface Settings extends StackSettings {
  /** Name of the stack. */
  readonly stack: string;
  readonly region: string;
  /** The business, with the stack's own people and phone; without the callers that are secret. */
  readonly knowledge: Knowledge;
  /** The knowledge file, absolute, and the SHA-256 of its text. */
  readonly knowledgeFile: { readonly path: string; readonly sha256: string };
  /** Secret. */
  readonly callers: pulumi.Output<StackCallers>;
}

/**
 * Reads a stack's settings once, from Pulumi's config and the knowledge file in the folder `root`. A stack that was promoted runs what
 * was promoted: another checkout is refused. Throws a `RunError`, which
 * Pulumi shows without a stack trace, with one line for each thing that is wrong.
 */
export function readSettings(root: string): Settings {
  try {
    return read(root);
  } catch (error) {
    if (error instanceof UserError) throw new pulumi.RunError(error.message);
    throw error;
  }
}

function read(root: string): Settings {
  const stack = pulumi.getStack();
  const file = `Pulumi.${stack}.yaml`;
  const config = new pulumi.Config();
  const values = Object.fromEntries(
    settingKeys.map((key) => [key, isStructured(key) ? config.getObject(key) : config.get(key)]),
  );
  const { settings, problems } = checkSettings(values, file);
  const region = new pulumi.Config("aws").get("region");
  if (settings === null || region === undefined) {
    const noRegion = { file, key: "aws:region", value: region, cure: "Write a region, for example us-east-1." };
    throw problemsError(region === undefined ? [...problems, noRegion] : problems);
  }
  if (settings.line === "duplex") {
    const cure = "Write flow: the socket that a duplex line takes is not part of the stack yet.";
    throw problemsError([{ file, key: "line", value: settings.line, cure }]);
  }
  const { knowledge, knowledgeFile, knowledgeText } = readKnowledge(root, settings, file);
  if (settings.pin !== null) {
    const running = whatRuns(settings, knowledgeText);
    const others = [
      ...unpinned(settings.pin, running, stack),
      ...unkept(settings.pin, keptOf(settings, region), stack),
    ];
    if (others.length > 0) throw problemsError(others);
  }
  return {
    ...settings,
    stack,
    region,
    knowledge,
    knowledgeFile,
    callers: pulumi
      .all([config.getSecretObject("vip"), config.getSecretObject("blocked")])
      .apply(([vip, blocked]) => readCallers(vip ?? [], blocked ?? [], file)),
  };
}

function isStructured(key: keyof StackSettings): boolean {
  return key === "people" || key === "pin";
}

function readCallers(vip: unknown, blocked: unknown, file: string): StackCallers {
  const lists = { vip: checkNumbers(vip, "vip", file), blocked: checkNumbers(blocked, "blocked", file) };
  // A secret is named by its key only: what came stays out of the error.
  const problems = [...lists.vip.problems, ...lists.blocked.problems].map(
    (problem): Problem => ({ ...problem, value: "[secret]" }),
  );
  if (problems.length > 0) throw new pulumi.RunError(problemsError(problems).message);
  return { vip: lists.vip.numbers, blocked: lists.blocked.numbers };
}

function readKnowledge(root: string, settings: StackSettings, stackFile: string) {
  const relative = `knowledge/${settings.customer}.yaml`;
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) {
    const cure = `There is no such file. Write it, or name another customer in ${stackFile}.`;
    throw problemsError([{ file: relative, key: "", value: undefined, cure }]);
  }
  const text = readFileSync(absolute, "utf8");
  return {
    knowledge: withOverrides(parseKnowledge(text, relative), settings),
    knowledgeText: text,
    knowledgeFile: { path: absolute, sha256: createHash("sha256").update(text).digest("hex") },
  };
}
