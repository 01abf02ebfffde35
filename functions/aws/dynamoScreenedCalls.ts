import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { ScreenedCall, ScreenedCalls } from "../shared/screenedCalls";

const keptSeconds = 24 * 60 * 60;

/** Notes of screened calls in a table with the keys `pk` and `sk` and the time to live `expiresAt`. Throws where the service does. */
export function dynamoScreenedCalls(client: DynamoDBDocumentClient, TableName: string): ScreenedCalls {
  const keyOf = (contactId: string) => ({ pk: `screened#${contactId}`, sk: "route" });
  return {
    async note(contactId, screened) {
      await client.send(
        new UpdateCommand({
          TableName,
          Key: keyOf(contactId),
          UpdateExpression: "SET screened = if_not_exists(screened, :screened), expiresAt = :expiresAt",
          ExpressionAttributeValues: {
            ":screened": screened,
            ":expiresAt": Math.ceil(screened.atMs / 1_000) + keptSeconds,
          },
        }),
      );
    },
    async of(contactId) {
      const { Item } = await client.send(new GetCommand({ TableName, Key: keyOf(contactId), ConsistentRead: true }));
      return (Item?.screened as ScreenedCall | undefined) ?? null;
    },
  };
}
