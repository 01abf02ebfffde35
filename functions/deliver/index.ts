import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SNSClient } from "@aws-sdk/client-sns";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoMessageLedger } from "../aws/dynamoMessageLedger";
import { readEnvironment } from "../aws/environment";
import { oneTry } from "../aws/quickly";
import { snsPost } from "../aws/snsPost";
import { type Delivery, deliverOnce, type Message } from "../shared/message";

const environment = readEnvironment(["RECORDS_TABLE", "OWNERS_TOPIC", "CALLS_TOPIC"]);
const ledger = dynamoMessageLedger(DynamoDBDocumentClient.from(new DynamoDBClient({})), environment.RECORDS_TABLE);
const post = snsPost(new SNSClient(oneTry()), environment.OWNERS_TOPIC, environment.CALLS_TOPIC);

/** Invoked by the workflows. Fails with `NotSent` where the message may be tried again. */
export async function handler(message: Message): Promise<{ readonly delivery: Delivery }> {
  return { delivery: await deliverOnce(message, { ledger, post, nowMs: Date.now() }) };
}
