import type { Files } from "../../functions/shared/files";

/** Files in this process. */
export function memoryFiles(): Files {
  const bodies = new Map<string, Uint8Array>();
  const put = (key: string, body: Uint8Array | string) => {
    bodies.set(key, typeof body === "string" ? Buffer.from(body) : body);
  };
  return {
    put: async (key, body) => put(key, body),
    async putNew(key, body) {
      if (bodies.has(key)) return false;
      put(key, body);
      return true;
    },
    get: async (key) => bodies.get(key) ?? null,
    list: async (prefix) => [...bodies.keys()].filter((key) => key.startsWith(prefix)).sort(),
    async remove(key) {
      bodies.delete(key);
    },
  };
}
