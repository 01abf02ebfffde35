import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { bundledFunctions } from "./bundle";
import type { Running } from "./pin";
import { lineOfKnowledge } from "./routing/routedLine";
import type { StackSettings } from "./stackSettings";

const root = path.resolve(__dirname, "..");
/** The packages whose version decides what a declaration becomes. */
const engines = ["@pulumi/pulumi", "@pulumi/aws"] as const;

/**
 * What this checkout would deploy for a stack, as promotion pins it. `knowledgeText` is the customer's knowledge file; what a stack
 * says in place of it (people, phone) is its own and not in here. The same source gives the same hashes, wherever the checkout is.
 * Throws a UserError where the knowledge file is not valid.
 */
export function whatRuns(settings: StackSettings, knowledgeText: string): Running {
  const knowledge = parseKnowledge(knowledgeText, `knowledge/${settings.customer}.yaml`);
  const flows = (["phone", "queue"] as const).map((human) => lineOfKnowledge(knowledge, { ...settings, human }).flow);
  const { line, brainModel, voice, prices } = settings;
  return {
    program: programHash(),
    functions: sha256([...bundledFunctions()].map(([name, bundle]) => `${name} ${bundle.sha256}`).sort()),
    flow: sha256(flows.map((flow) => JSON.stringify(flow))),
    knowledge: sha256([knowledgeText]),
    line,
    brainModel,
    voice,
    prices,
  };
}

/** Comments and the order of files are no difference. */
function programHash(): string {
  const { outputFiles } = buildSync({
    entryPoints: ["index.ts"],
    absWorkingDir: root,
    outdir: path.join(root, ".local"),
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    packages: "external",
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  const versions = engines.map((name) => `${name} ${(require(`${name}/package.json`) as { version: string }).version}`);
  return sha256([...outputFiles.map(({ text }) => text), ...definitions(), ...versions]);
}

/** The definitions that the program reads while it runs. */
function definitions(): readonly string[] {
  const folder = path.join(root, "stateMachines");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .sort()
    .map((file) => `${file}\n${readFileSync(path.join(folder, file), "utf8")}`);
}

function sha256(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
