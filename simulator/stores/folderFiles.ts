import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import type { Files } from "../../functions/shared/files";

/** Files in a folder of this machine, which is made with the first. */
export function folderFiles(folder: string): Files {
  const pathOf = (key: string) => join(folder, ...key.split("/"));
  const isThere = (key: string) => statSync(pathOf(key), { throwIfNoEntry: false })?.isFile() ?? false;
  /** All of it or nothing, whatever interrupts us. */
  function write(key: string, body: Uint8Array | string): void {
    const path = pathOf(key);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, body);
    renameSync(`${path}.new`, path);
  }
  return {
    put: async (key, body) => write(key, body),
    async putNew(key, body) {
      if (isThere(key)) return false;
      write(key, body);
      return true;
    },
    get: async (key) => (isThere(key) ? readFileSync(pathOf(key)) : null),
    async list(prefix) {
      // Only what can hold such keys is looked through.
      const root = pathOf(prefix.slice(0, prefix.lastIndexOf("/") + 1));
      if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) return [];
      return readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .filter((key) => key.startsWith(prefix))
        .sort();
    },
    async remove(key) {
      rmSync(pathOf(key), { force: true });
      for (let parent = dirname(pathOf(key)); parent !== folder && isEmpty(parent); parent = dirname(parent)) {
        rmSync(parent, { recursive: true });
      }
    },
  };
}

/**
 * Writes files that `to` does not have.
 *
 * @param copied keys that were copied before: what has been deleted since does not come back. Gets those that are copied now.
 */
export async function copyFiles(
  from: Pick<Files, "list" | "get">,
  to: Pick<Files, "putNew">,
  copied: Set<string> = new Set(),
): Promise<void> {
  for (const key of (await from.list("")).filter((each) => !copied.has(each))) {
    const body = await from.get(key);
    if (body !== null) await to.putNew(key, body, "application/octet-stream");
    copied.add(key);
  }
}

function isEmpty(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true && readdirSync(folder).length === 0;
}
