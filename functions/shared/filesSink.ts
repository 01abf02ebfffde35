import { idsIn, namesId, type Sink, sha256 } from "./erasure";
import type { Files } from "./files";

/**
 * Files whose keys name the call or the booking that they are of.
 *
 * @param isRead whether the receipt is of what is in them; else of their keys.
 */
export function filesSink(name: string, files: Pick<Files, "list" | "get" | "remove">, isRead: boolean): Sink {
  return {
    name,
    async find(traces) {
      const keys = (await files.list("")).filter((key) => namesId(key, traces));
      return Promise.all(
        keys.map(async (key) => {
          const body = isRead ? await files.get(key) : null;
          return { key, sha256: sha256(body ?? key), ids: idsIn(key) };
        }),
      );
    },
    remove: ({ key }) => files.remove(key),
  };
}
