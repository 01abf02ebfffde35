import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { dynamoScreenedCalls } from "../aws/dynamoScreenedCalls";
import { readEnvironment } from "../aws/environment";
import { quickly } from "../aws/quickly";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import type { ConnectEvent } from "../shared/connectEvent";
import { type Screening, screenCaller } from "./screenCaller";

const environment = readEnvironment(["CALLS_TABLE", "KNOWLEDGE_BUCKET", "KNOWLEDGE_KEY", "CALLERS_KEY"]);
const table = DynamoDBDocumentClient.from(new DynamoDBClient(quickly()));
const place = {
  bucket: environment.KNOWLEDGE_BUCKET,
  knowledgeKey: environment.KNOWLEDGE_KEY,
  callersKey: environment.CALLERS_KEY,
};
const ports = {
  clock: systemClock,
  knowledge: s3Knowledge(new S3Client(quickly()), place, systemClock),
  calls: dynamoCallStore(table, environment.CALLS_TABLE, systemClock),
  screened: dynamoScreenedCalls(table, environment.CALLS_TABLE),
};

export function handler(event: ConnectEvent): Promise<Screening> {
  return screenCaller(event, ports);
}
