import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoBookings } from "../aws/dynamoBookings";
import { dynamoMessageLedger } from "../aws/dynamoMessageLedger";
import { readEnvironment } from "../aws/environment";
import { oneTry } from "../aws/quickly";
import { s3Files } from "../aws/s3Files";
import { s3Knowledge } from "../aws/s3Knowledge";
import { snsPost } from "../aws/snsPost";
import { systemClock } from "../aws/systemClock";
import { linkTo } from "../shared/fileLink";
import { type ConfirmInput, confirmBooking } from "./confirmBooking";

const environment = readEnvironment([
  "BOOKINGS_TABLE",
  "RECORDS_TABLE",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "FILES_BUCKET",
  "FILES_URL",
  "OWNERS_TOPIC",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
const ports = {
  knowledge: s3Knowledge(s3, place, systemClock),
  files: s3Files(s3, environment.FILES_BUCKET),
  find: dynamoBookings(tables, environment.BOOKINGS_TABLE).find,
  ledger: dynamoMessageLedger(tables, environment.RECORDS_TABLE),
  post: snsPost(new SNSClient(oneTry()), environment.OWNERS_TOPIC),
  nowMs: () => systemClock.now(),
  link: (key: string) => linkTo(environment.FILES_URL, key),
};

/** Invoked by the workflow `bookingConfirmation`, and by a booking's reminder. */
export function handler(input: ConfirmInput) {
  return confirmBooking(input, ports);
}
