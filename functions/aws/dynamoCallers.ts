import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type Callers, memoryOf, mostRemembered, type RememberedCall } from "../shared/callers";

const daySeconds = 24 * 60 * 60;
/** Enough that some of them may hold no booking. */
const mostRead = 4 * mostRemembered;

/**
 * Callers in a table with the keys `pk` and `sk` and the time to live `expiresAt`: an item a call, so that each goes when its time
 * is over and nothing is read before it is written. Throws where the service does.
 */
export function dynamoCallers(client: DynamoDBDocumentClient, TableName: string, keptDays: number): Callers {
  return {
    async of(number, nowMs) {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: "pk = :pk",
          // What has expired may lie there for days.
          FilterExpression: "expiresAt > :now",
          ExpressionAttributeValues: { ":pk": `caller#${number}`, ":now": Math.floor(nowMs / 1_000) },
          ScanIndexForward: false,
          Limit: mostRead,
        }),
      );
      return memoryOf(Items.map(({ call }) => call as RememberedCall));
    },
    async remember(number, call) {
      const Item = {
        pk: `caller#${number}`,
        sk: `${new Date(call.startedAtMs).toISOString()}#${call.contactId}`,
        call,
        expiresAt: Math.ceil(call.startedAtMs / 1_000) + keptDays * daySeconds,
      };
      await client.send(new PutCommand({ TableName, Item }));
    },
  };
}
