import { type DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { CallRecords, RecordLeft } from "../shared/callRecords";

const daySeconds = 24 * 60 * 60;

/** Records in a table with the keys `pk` and `sk`; they go when recordings do. Throws where the service does. */
export function dynamoCallRecords(client: DynamoDBDocumentClient, TableName: string, keptDays: number): CallRecords {
  const keyOf = (contactId: string) => ({ pk: `call#${contactId}`, sk: "record" });
  return {
    async keep({ record, versions }) {
      const expiresAt = Math.ceil(record.endedAtMs / 1_000) + keptDays * daySeconds;
      await client.send(
        new PutCommand({ TableName, Item: { ...keyOf(record.contactId), record, versions, expiresAt } }),
      );
    },
    async of(contactId) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(contactId), ConsistentRead: true }));
      return Item === undefined ? null : ({ record: Item.record, versions: Item.versions } as RecordLeft);
    },
  };
}
