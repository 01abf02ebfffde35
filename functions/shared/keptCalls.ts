import type { Files } from "./files";
import { callsFolder, contactOfKey, type KeptCall } from "./keptCall";

/** The calls that a business keeps. */
export interface KeptCalls {
  /** Latest first; at most `most`. */
  list(most: number): Promise<readonly KeptCall[]>;
  /** Calls whose id begins so. */
  find(idStart: string): Promise<readonly KeptCall[]>;
}

/** Calls as the archive has written them. Throws where the files cannot be had, or hold what is no call. */
export function keptCalls(files: Pick<Files, "list" | "get">): KeptCalls {
  async function recordKeys(): Promise<readonly string[]> {
    return (await files.list(callsFolder)).filter((key) => contactOfKey(key) !== null);
  }
  async function read(keys: readonly string[]): Promise<readonly KeptCall[]> {
    const calls = await Promise.all(
      keys.map(async (key) => {
        const body = await files.get(key);
        return body === null ? [] : [JSON.parse(Buffer.from(body).toString("utf8")) as KeptCall];
      }),
    );
    return calls.flat().sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  }
  return {
    async list(most) {
      // Keys are by day: of the last days enough are read, and the rest is not.
      const keys = [...(await recordKeys())].sort().reverse();
      const day = (key: string | undefined) => key?.split("/").slice(0, 4).join("/");
      const lastDay = day(keys[most - 1]);
      const recent = lastDay === undefined ? keys : keys.filter((key) => (day(key) ?? "") >= lastDay);
      return (await read(recent)).slice(0, most);
    },
    async find(idStart) {
      return read((await recordKeys()).filter((key) => contactOfKey(key)?.startsWith(idStart)));
    },
  };
}
