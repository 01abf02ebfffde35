import { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { MessageLedger } from "../shared/message";

/** Longer than anything tries again, reminders for the last day of the horizon included. */
const keptSeconds = 400 * 24 * 60 * 60;

/** The ledger in a table with the keys `pk` and `sk`. It keeps ids, and nothing of the messages. */
export function dynamoMessageLedger(client: DynamoDBDocumentClient, TableName: string): MessageLedger {
  const keyOf = (id: string) => ({ pk: `message#${id}`, sk: "message" });
  return {
    async claim(id, nowMs) {
      const Item = { ...keyOf(id), status: "sending", expiresAt: Math.ceil(nowMs / 1_000) + keptSeconds };
      try {
        await client.send(
          new PutCommand({
            TableName,
            Item,
            ConditionExpression: "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return "ours";
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return error.Item?.status?.S === "sent" ? "sent" : "sending";
      }
    },
    async settle(id) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(id),
          UpdateExpression: "SET #status = :sent",
          ExpressionAttributeNames: { "#status": "status" },
          ExpressionAttributeValues: { ":sent": "sent" },
        }),
      );
    },
    async release(id) {
      await client.send(new DeleteCommand({ TableName, Key: keyOf(id) }));
    },
  };
}
