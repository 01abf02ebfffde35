import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse, YAMLParseError } from "yaml";
import { checkNumbers, checkSettings, type StackSettings, secretKeys } from "../components/stackSettings";
import type { Knowledge } from "../functions/shared/knowledge";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { type StackCallers, withOverrides } from "../functions/shared/stackOverrides";
import { type Problem, problemsError } from "../functions/shared/userError";

/** A stack as its files describe it, read without the Pulumi CLI and without its secrets. */
export interface Stack {
  readonly name: string;
  /** `Pulumi.dev.yaml`. */
  readonly file: string;
  /** Name of the Pulumi project, the prefix of its keys. */
  readonly project: string;
  readonly settings: StackSettings;
  /** Those that stand in plain text; encrypted ones count as none. */
  readonly callers: StackCallers;
  /** `knowledge/cedar-and-main.yaml`, relative to the root. */
  readonly knowledgeFile: string;
  /** Every key with its prefix, `voice-agent:stage` or `aws:region`, as the Pulumi program gets it. */
  readonly config: Readonly<Record<string, string>>;
  /** The keys of `config` that are secret. */
  readonly secrets: readonly string[];
  /** What a person should know, one line each, for standard error. */
  readonly notes: readonly string[];
}

/** A key as Pulumi.yaml declares it. */
interface Declaration {
  readonly default?: unknown;
  readonly value?: unknown;
}

const root = path.resolve(__dirname, "..");
/** Keys that Pulumi itself writes beside `config`. */
const pulumisOwn = ["secretsprovider", "encryptedkey", "encryptionsalt"];

/**
 * Reads a stack's settings from `Pulumi.yaml` (types and defaults) and `Pulumi.<name>.yaml` in the folder `rootDir`.
 * Throws a UserError with every fault of the stack's file at once.
 */
export function readStack(name: string, rootDir = root): Stack {
  const file = `Pulumi.${name}.yaml`;
  const isName = /^[A-Za-z0-9][\w.-]{0,99}$/.test(name);
  if (!isName || !existsSync(path.join(rootDir, file))) {
    const known = stackNames(rootDir).join(", ") || "none yet";
    throw problemsError([
      {
        file,
        key: "",
        value: undefined,
        cure: `There is no such file. Write it, or name a stack that exists: ${known}.`,
      },
    ]);
  }
  const { name: project, declarations, fixed } = readProject(rootDir);
  const { values: stackValues, problems } = readStackFile(path.join(rootDir, file), file, project);

  const encrypted: string[] = [];
  const values: Record<string, unknown> = {};
  const config: Record<string, string> = {};
  const put = (key: string, value: unknown) => {
    config[key] = typeof value === "string" ? value : JSON.stringify(value);
  };
  for (const [key, value] of Object.entries({ ...fixed, ...foreign(stackValues, project) })) {
    if (isEncrypted(value)) encrypted.push(key);
    else put(key, value);
  }
  const own = ownValues(stackValues, project);
  for (const key of Object.keys(own)) {
    if (!(key in declarations))
      problems.push({ file, key, value: own[key], cure: unknownCure(key, Object.keys(declarations)) });
  }
  for (const [key, declaration] of Object.entries(declarations)) {
    const came = own[key];
    const value = withoutEncrypted(came === undefined || isEncrypted(came) ? declaration.default : came);
    if (holdsEncrypted(came)) encrypted.push(`${project}:${key}`);
    values[key] = value;
    if (value !== undefined) put(`${project}:${key}`, value);
  }

  const checked = checkSettings(values, file);
  const lists = secretKeys.map((key) => checkNumbers(values[key], key, file));
  problems.push(...checked.problems, ...lists.flatMap((list) => list.problems));
  if (checked.settings === null || problems.length > 0) throw problemsError(problems);
  const [vip, blocked] = lists.map((list) => list.numbers);
  return {
    name,
    file,
    project,
    settings: checked.settings,
    callers: { vip: vip ?? [], blocked: blocked ?? [] },
    knowledgeFile: `knowledge/${checked.settings.customer}.yaml`,
    config,
    secrets: [...new Set([...secretKeys.map((key) => `${project}:${key}`), ...encrypted])],
    notes: [
      ...encrypted.map((key) => `${file}: ${key} is encrypted and counts as none here.`),
      ...secretKeys
        .filter((key) => Array.isArray(own[key]) && own[key].length > 0 && !holdsEncrypted(own[key]))
        .map(
          (key) =>
            `${file}: ${key} stands in plain text. Set it with: pulumi config set --secret --path '${key}[0]' NUMBER`,
        ),
    ],
  };
}

/** The business as this stack runs it. Throws a UserError with every fault of the knowledge file. */
export function readStackKnowledge(stack: Stack, rootDir = root): Knowledge {
  const absolute = path.join(rootDir, stack.knowledgeFile);
  if (!existsSync(absolute)) {
    const cure = `There is no such file. Write it, or name another customer in ${stack.file}.`;
    throw problemsError([{ file: stack.knowledgeFile, key: "", value: undefined, cure }]);
  }
  const knowledge = parseKnowledge(readFileSync(absolute, "utf8"), stack.knowledgeFile);
  return withOverrides(knowledge, stack.settings, stack.callers);
}

/** Name of the Pulumi project in the folder, the prefix of its keys. */
export function projectName(rootDir = root): string {
  return readProject(rootDir).name;
}

/** The stacks that have a file in the folder, sorted. */
export function stackNames(rootDir = root): readonly string[] {
  return readdirSync(rootDir)
    .flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? [])
    .sort();
}

function readProject(rootDir: string) {
  const project = parse(readFileSync(path.join(rootDir, "Pulumi.yaml"), "utf8")) as {
    name: string;
    config: Record<string, Declaration>;
  };
  const entries = Object.entries(project.config);
  return {
    name: project.name,
    declarations: Object.fromEntries(entries.filter(([key]) => !key.includes(":"))),
    fixed: Object.fromEntries(entries.flatMap(([key, { value }]) => (key.includes(":") ? [[key, value]] : []))),
  };
}

function readStackFile(absolute: string, file: string, project: string) {
  const problems: Problem[] = [];
  const bad = (key: string, value: unknown, cure: string) => problems.push({ file, key, value, cure });
  const document = parseYaml(readFileSync(absolute, "utf8"), file);
  const cure = `Write the keys under "config:", for example ${project}:customer: cedar-and-main.`;
  const content = document ?? {};
  if (!isRecord(content)) throw problemsError([{ file, key: "", value: content, cure }]);
  const { config: written, environment, ...rest } = content;
  const config = written ?? {};
  if (environment !== undefined)
    bad("environment", environment, "Write the values in this file: environments cannot be read offline.");
  for (const key of Object.keys(rest)) if (!pulumisOwn.includes(key)) bad(key, rest[key], cure);
  if (!isRecord(config)) bad("config", config, cure);
  return { values: isRecord(config) ? config : {}, problems };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const [first = ""] = error.message.split("\n");
    throw problemsError([{ file, key: "", value: first, cure: "Write YAML." }]);
  }
}

/** The values of other programs' keys, `aws:region`. */
function foreign(values: Record<string, unknown>, project: string) {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => key.includes(":") && !key.startsWith(`${project}:`)),
  );
}

/** The project's own values by their short keys. */
function ownValues(values: Record<string, unknown>, project: string) {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([key]) => !key.includes(":") || key.startsWith(`${project}:`))
      .map(([key, value]) => [key.replace(`${project}:`, ""), value]),
  );
}

function unknownCure(key: string, known: readonly string[]): string {
  const near = known.find((name) => name.toLowerCase() === key.toLowerCase().replace(/[-_]/g, ""));
  return near === undefined ? `Write one of the keys of Pulumi.yaml: ${known.join(", ")}.` : `Write ${near}.`;
}

function isEncrypted(value: unknown): boolean {
  return isRecord(value) && Object.keys(value).length === 1 && "secure" in value;
}

function holdsEncrypted(value: unknown): boolean {
  return isEncrypted(value) || (Array.isArray(value) && value.some(isEncrypted));
}

function withoutEncrypted(value: unknown): unknown {
  return Array.isArray(value) ? value.filter((item) => !isEncrypted(item)) : value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
