import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { dynamoVoicemailNotes } from "../aws/dynamoVoicemailNotes";
import { readEnvironment } from "../aws/environment";
import { s3Files } from "../aws/s3Files";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import { linkTo } from "../shared/fileLink";
import type { TranscriptionEnd } from "../shared/voicemailEvents";
import { bedrockSummary } from "./bedrockSummary";
import { reportVoicemail } from "./reportVoicemail";

const environment = readEnvironment([
  "RECORDS_TABLE",
  "KEPT_DAYS",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "FILES_BUCKET",
  "FILES_URL",
  "BRAIN_MODEL",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
/** Without a summary the message's first words serve: nobody waits for a model that hangs. */
const model = new BedrockRuntimeClient({
  maxAttempts: 2,
  requestHandler: new NodeHttpHandler({ requestTimeout: 8_000, throwOnRequestTimeout: true }),
});
const ports = {
  notes: dynamoVoicemailNotes(tables, environment.RECORDS_TABLE, Number(environment.KEPT_DAYS)),
  files: s3Files(s3, environment.FILES_BUCKET),
  knowledge: s3Knowledge(s3, place, systemClock),
  summarise: bedrockSummary(model, environment.BRAIN_MODEL),
  link: (key: string) => linkTo(environment.FILES_URL, key),
};

/** Invoked by the workflow `voicemailReport`. */
export function handler(end: TranscriptionEnd) {
  return reportVoicemail(end, ports);
}
