import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";

/** A file of the page as it is served. */
export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array | string;
}

/** The page's files by their path. The script is bundled anew each time, so that there is nothing to build or to go stale. */
export async function buildPage(): Promise<ReadonlyMap<string, PageFile>> {
  const { outputFiles } = await build({
    entryPoints: { page: join(__dirname, "page.ts"), microphone: join(__dirname, "microphoneWorklet.ts") },
    outdir: __dirname,
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    logLevel: "silent",
  });
  const scripts = outputFiles.map(({ path, contents }): [string, PageFile] => [
    `/${basename(path)}`,
    { type: "text/javascript; charset=utf-8", body: contents },
  ]);
  const file = (name: string, type: string): PageFile => ({ type, body: readFileSync(join(__dirname, name)) });
  return new Map([
    ["/", file("index.html", "text/html; charset=utf-8")],
    ["/page.css", file("page.css", "text/css; charset=utf-8")],
    ["/icon.svg", file("icon.svg", "image/svg+xml")],
    ...scripts,
  ]);
}
