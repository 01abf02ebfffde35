import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";

/** One function's code, ready for Lambda as `index.handler`. */
export interface Bundle {
  /** The folder with `index.js`, absolute. */
  readonly folder: string;
  /** SHA-256 of the code, hexadecimal. */
  readonly sha256: string;
}

const root = path.resolve(__dirname, "..");
const bundlesDir = path.join(root, ".local", "bundles");
const made = new Map<string, Bundle>();

/**
 * Bundles `functions/<name>/index.ts` with everything it imports into one CommonJS file. The same source gives the same bytes,
 * wherever the checkout is. What was bundled once in a process is not bundled again.
 */
export function bundleFunction(name: string): Bundle {
  const known = made.get(name);
  if (known !== undefined) return known;
  const entry = path.join("functions", name, "index.ts");
  if (!existsSync(path.join(root, entry)))
    throw new Error(`${entry} is missing: the function ${name} has no code to deploy.`);
  const { outputFiles } = buildSync({
    entryPoints: [entry],
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
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`${entry} gave no bundle.`);
  const bundle = {
    folder: path.join(bundlesDir, name),
    sha256: createHash("sha256").update(output.contents).digest("hex"),
  };
  keep(path.join(bundle.folder, "index.js"), output.contents);
  made.set(name, bundle);
  return bundle;
}

/** Writes whole files only: another process may be reading the same bundle. */
function keep(file: string, contents: Uint8Array): void {
  if (existsSync(file) && readFileSync(file).equals(contents)) return;
  mkdirSync(path.dirname(file), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, file);
}
