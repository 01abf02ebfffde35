import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { VoicemailNote, VoicemailNotes } from "../shared/voicemail";

const daySeconds = 24 * 60 * 60;

/** Notes of voicemails in a table with the keys `pk` and `sk`; they go when recordings do. */
export function dynamoVoicemailNotes(
  client: DynamoDBDocumentClient,
  TableName: string,
  keptDays: number,
): VoicemailNotes {
  const keyOf = (contactId: string) => ({ pk: `voicemail#${contactId}`, sk: "note" });

  async function change(contactId: string, field: "callback" | "state", value: string): Promise<void> {
    try {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(contactId),
          UpdateExpression: "SET #field = :value",
          ConditionExpression: "attribute_exists(pk)",
          ExpressionAttributeNames: { "#field": field },
          ExpressionAttributeValues: { ":value": value },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  }

  return {
    async begin(contactId, { from, startedAtMs }) {
      const first = { caller: from, callback: from, startedAtMs, state: "awaited" };
      const fields = Object.keys(first);
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(contactId),
          UpdateExpression: `SET ${fields.map((field) => `#${field} = if_not_exists(#${field}, :${field})`).join(", ")}, expiresAt = :expiresAt`,
          ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
          ExpressionAttributeValues: {
            ...Object.fromEntries(Object.entries(first).map(([field, value]) => [`:${field}`, value])),
            ":expiresAt": Math.ceil(startedAtMs / 1_000) + keptDays * daySeconds,
          },
        }),
      );
    },
    callBack: (contactId, number) => change(contactId, "callback", number),
    become: (contactId, state) => change(contactId, "state", state),
    async of(contactId) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(contactId), ConsistentRead: true }));
      if (Item === undefined) return null;
      const { caller, callback, startedAtMs, state } = Item as Omit<VoicemailNote, "from"> & { caller: string | null };
      return { from: caller, callback, startedAtMs, state };
    },
  };
}
