import { DeleteCommand, type DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { type Found, idsIn, isOfNumber, namesId, namesNumber, type Sink, sha256, textOf } from "../shared/erasure";

interface Item {
  readonly pk: string;
  readonly sk: string;
}

/**
 * A table with the keys `pk` and `sk`. All of it is read, so that no kind of item can be forgotten: a small business's table is
 * read in seconds, for less than a cent.
 */
export function tableSink(name: string, client: DynamoDBDocumentClient, TableName: string): Sink {
  async function* items(): AsyncGenerator<Item> {
    let ExclusiveStartKey: Record<string, unknown> | undefined;
    do {
      const page = await client.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }));
      yield* (page.Items ?? []) as Item[];
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
  }
  return {
    name,
    async find(traces) {
      const found: Found[] = [];
      for await (const item of items()) {
        const text = textOf(item);
        const isTheirs = isOfNumber(item, traces) || namesNumber(item.pk, traces);
        if (!isTheirs && !namesId(text, traces)) continue;
        found.push({ key: textOf([item.pk, item.sk]), sha256: sha256(text), ids: isTheirs ? idsIn(text) : [] });
      }
      return found;
    },
    async remove({ key }) {
      const [pk, sk] = JSON.parse(key) as [string, string];
      await client.send(new DeleteCommand({ TableName, Key: { pk, sk } }));
    },
  };
}
