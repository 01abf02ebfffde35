import {
  DeleteVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  type S3VectorsClient,
} from "@aws-sdk/client-s3vectors";
import type { FactVectors } from "../shared/factVectors";

/** S3 Vectors takes and gives no more in one request (Amazon S3 Vectors API reference, PutVectors, DeleteVectors). */
const mostAtOnce = 500;

/** The vectors of facts in an index of S3 Vectors; each carries its fact's text. */
export function s3FactVectors(client: S3VectorsClient, indexArn: string): FactVectors {
  async function* listed(returnData: boolean) {
    let nextToken: string | undefined;
    do {
      const page = await client.send(
        new ListVectorsCommand({ indexArn, nextToken, returnData, maxResults: mostAtOnce }),
      );
      for (const { key, data } of page.vectors ?? []) if (key !== undefined) yield { key, values: data?.float32 ?? [] };
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
  }

  return {
    async keys() {
      const keys: string[] = [];
      for await (const { key } of listed(false)) keys.push(key);
      return keys;
    },
    async all() {
      const all = new Map<string, readonly number[]>();
      for await (const { key, values } of listed(true)) all.set(key, values);
      return all;
    },
    async put(facts) {
      for (const some of portions(facts)) {
        const vectors = some.map(({ key, values, text }) => ({
          key,
          data: { float32: [...values] },
          metadata: { text },
        }));
        await client.send(new PutVectorsCommand({ indexArn, vectors }));
      }
    },
    async remove(keys) {
      for (const some of portions(keys)) await client.send(new DeleteVectorsCommand({ indexArn, keys: some }));
    },
  };
}

function portions<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / mostAtOnce) }, (_, index) =>
    all.slice(index * mostAtOnce, (index + 1) * mostAtOnce),
  );
}
