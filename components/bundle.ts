import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";

/** One function's code, ready for Lambda as `index.handler`. */
export interface Bundle {
  /** `index.js`, absolute. */
  readonly file: string;
  /** SHA-256 of the code, hexadecimal. */
  readonly sha256: string;
}

const root = path.resolve(__dirname, "..");
const bundlesDir = path.join(root, ".local", "bundles");
let bundles: ReadonlyMap<string, Bundle> | null = null;

/**
 * The bundle of `functions/<name>/index.ts`: one CommonJS file with everything that it imports. The same source gives the same
 * bytes, wherever the checkout is. Throws where the function has no code or does not build.
 */
export function bundleFunction(name: string): Bundle {
  const bundle = bundledFunctions().get(name);
  if (bundle === undefined)
    throw new Error(`functions/${name}/index.ts is missing: the function has no code to deploy.`);
  return bundle;
}

/** The bundles of all functions by their names. */
export function bundledFunctions(): ReadonlyMap<string, Bundle> {
  // All at once: they share most of what they import, and a process makes them once, however many stacks it plans.
  bundles ??= bundleAll();
  return bundles;
}

function bundleAll(): ReadonlyMap<string, Bundle> {
  const names = readdirSync(path.join(root, "functions")).filter((name) => existsSync(path.join(root, entry(name))));
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => ({ in: entry(name), out: path.join(name, "index") })),
    outdir: bundlesDir,
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    format: "cjs",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    logLevel: "silent",
  });
  return new Map(
    outputFiles.map(({ path: file, contents }) => {
      keep(file, contents);
      const sha256 = createHash("sha256").update(contents).digest("hex");
      return [path.basename(path.dirname(file)), { file, sha256 }];
    }),
  );
}

function entry(name: string): string {
  return path.join("functions", name, "index.ts");
}

/** Writes whole files only: another process may be reading the same bundle. */
function keep(file: string, contents: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}
