import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { readEnvironment } from "../aws/environment";
import { quickly } from "../aws/quickly";
import { systemClock } from "../aws/systemClock";
import type { ConnectEvent } from "../shared/connectEvent";
import { type NextAction, nextAction } from "./nextAction";

const environment = readEnvironment(["CALLS_TABLE"]);
const table = DynamoDBDocumentClient.from(new DynamoDBClient(quickly()));
const ports = { clock: systemClock, calls: dynamoCallStore(table, environment.CALLS_TABLE, systemClock) };

export function handler(event: ConnectEvent): Promise<NextAction> {
  return nextAction(event, ports);
}
