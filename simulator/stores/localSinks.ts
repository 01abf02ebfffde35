import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Found,
  idsIn,
  isOfNumber,
  namesId,
  namesNumber,
  type Sink,
  sha256,
  type Traces,
  textOf,
} from "../../functions/shared/erasure";
import { filesSink } from "../../functions/shared/filesSink";
import { type KeptCall, keptCallFile } from "../../functions/shared/keptCall";
import { folderFiles } from "./folderFiles";

/** The sinks of a store in a folder: what the calls kept, the lists beside it, and the calls that were written out by name. */
export function localSinks(folder: string): readonly Sink[] {
  return [callsSink(folder), listsSink(folder), writtenCallsSink(folder), leftFiles(folder)];
}

/** Whether a folder holds a store: nothing else is ever looked through, and nothing else is deleted. */
export function isStore(folder: string): boolean {
  return existsSync(join(folder, "bookings.json")) || existsSync(join(folder, "calls"));
}

/** Kept calls by the number that they came from; they tell the ids of the rest. */
function callsSink(folder: string): Sink {
  const files = folderFiles(folder);
  return {
    name: "calls",
    async find(traces) {
      const found: Found[] = [];
      for (const key of await files.list("calls/")) {
        if (!key.endsWith(`/${keptCallFile}`)) continue;
        const text = Buffer.from((await files.get(key)) ?? []).toString("utf8");
        const call = JSON.parse(text) as KeptCall;
        if (call.from !== traces.number && !namesId(key, traces)) continue;
        const ids = [call.contactId, ...(call.bookings ?? []).map(({ key: booking }) => booking)];
        found.push({ key, sha256: sha256(text), ids });
      }
      return found;
    },
    remove: ({ key }) => files.remove(key),
  };
}

/** What lies in folders under a key that names the call or the booking. */
function leftFiles(folder: string): Sink {
  const files = folderFiles(folder);
  const isKept = (key: string) => key.includes("/") && !key.startsWith("bundles/") && !key.endsWith(`/${keptCallFile}`);
  return filesSink("files", { ...files, list: async (prefix) => (await files.list(prefix)).filter(isKept) }, true);
}

/** Lists in files of their own (`bookings.json`, `callers.json`, `messages.json`): the entries that are the caller's, or speak of them. */
function listsSink(folder: string): Sink {
  const read = (file: string): readonly unknown[] | null => {
    const content: unknown = JSON.parse(readFileSync(join(folder, file), "utf8"));
    return Array.isArray(content) ? content : null;
  };
  return {
    name: "lists",
    async find(traces) {
      return topFiles(folder, ".json").flatMap((file) =>
        (read(file) ?? []).filter((entry) => isTheirs(entry, traces)).map((entry) => foundEntry(file, entry, traces)),
      );
    },
    async remove({ key, sha256: gone }) {
      const entries = read(key) ?? [];
      const left = entries.filter((entry) => sha256(textOf(entry)) !== gone);
      writeFileSync(join(folder, `${key}.new`), `${JSON.stringify(left, null, 2)}\n`);
      renameSync(join(folder, `${key}.new`), join(folder, key));
    },
  };
}

function foundEntry(file: string, entry: unknown, traces: Traces): Found {
  const text = textOf(entry);
  // A message to the owner may speak of others as well.
  return { key: file, sha256: sha256(text), ids: isOfNumber(entry, traces) ? idsIn(text) : [] };
}

function isTheirs(entry: unknown, traces: Traces): boolean {
  const text = textOf(entry);
  return isOfNumber(entry, traces) || namesNumber(text, traces) || namesId(text, traces);
}

/** Calls as a command wrote them: `price.json`, and beside it recording and page of the same name. */
function writtenCallsSink(folder: string): Sink {
  const pathOf = (key: string) => join(folder, key);
  return {
    name: "written calls",
    async find(traces) {
      return topFiles(folder, ".json").flatMap((file) => {
        const call: unknown = JSON.parse(readFileSync(pathOf(file), "utf8"));
        if (Array.isArray(call) || !isWrittenCall(call)) return [];
        if (call.from !== traces.number && !traces.ids.has(call.contactId)) return [];
        const stem = file.slice(0, -".json".length);
        return [".json", ".wav", ".html"]
          .map((end) => `${stem}${end}`)
          .filter((key) => existsSync(pathOf(key)))
          .map((key) => ({ key, sha256: sha256(readFileSync(pathOf(key))), ids: [call.contactId] }));
      });
    },
    async remove({ key }) {
      rmSync(pathOf(key), { force: true });
    },
  };
}

function isWrittenCall(value: unknown): value is { readonly contactId: string; readonly from: string | null } {
  return typeof value === "object" && value !== null && "contactId" in value && typeof value.contactId === "string";
}

function topFiles(folder: string, end: string): readonly string[] {
  return readdirSync(folder).filter((file) => file.endsWith(end));
}
