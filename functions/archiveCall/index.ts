import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoCallers } from "../aws/dynamoCallers";
import { dynamoCallRecords } from "../aws/dynamoCallRecords";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { dynamoScreenedCalls } from "../aws/dynamoScreenedCalls";
import { dynamoVoicemailNotes } from "../aws/dynamoVoicemailNotes";
import { readEnvironment } from "../aws/environment";
import { s3Files } from "../aws/s3Files";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import { linkTo } from "../shared/fileLink";
import { isLeft } from "../shared/voicemail";
import { type Archived, type ArchiveInput, archiveCall } from "./archiveCall";
import { salvagedRecord } from "./salvagedRecord";

const environment = readEnvironment([
  "CALLS_TABLE",
  "RECORDS_TABLE",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "FILES_BUCKET",
  "FILES_URL",
  "KEPT_DAYS",
  "LINE",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});
const s3 = new S3Client({});
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
const keptDays = Number(environment.KEPT_DAYS);
const calls = dynamoCallStore(tables, environment.CALLS_TABLE, systemClock);
const knowledge = s3Knowledge(s3, place, systemClock);
const files = s3Files(s3, environment.FILES_BUCKET);
const voicemails = dynamoVoicemailNotes(tables, environment.RECORDS_TABLE, keptDays);
const ports = {
  knowledge,
  calls,
  screened: dynamoScreenedCalls(tables, environment.CALLS_TABLE),
  records: dynamoCallRecords(tables, environment.RECORDS_TABLE, keptDays),
  salvage: salvagedRecord({ calls, knowledge }),
  hasVoicemail: async (contactId: string) => isLeft(await voicemails.of(contactId)),
  callers: dynamoCallers(tables, environment.RECORDS_TABLE, keptDays),
  files,
  line: environment.LINE === "duplex" ? ("duplex" as const) : ("flow" as const),
  link: (key: string) => linkTo(environment.FILES_URL, key),
};

/** Invoked by the workflow `callArchive`. */
export function handler(input: ArchiveInput): Promise<Archived> {
  return archiveCall(input, ports);
}
