import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoScreenedCalls } from "../aws/dynamoScreenedCalls";
import { dynamoVoicemailNotes } from "../aws/dynamoVoicemailNotes";
import { readEnvironment } from "../aws/environment";
import { s3Files } from "../aws/s3Files";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import { prepareVoicemail, type RecordingInput } from "./prepareVoicemail";

const environment = readEnvironment([
  "CALLS_TABLE",
  "RECORDS_TABLE",
  "KEPT_DAYS",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "FILES_BUCKET",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
const ports = {
  notes: dynamoVoicemailNotes(tables, environment.RECORDS_TABLE, Number(environment.KEPT_DAYS)),
  screened: dynamoScreenedCalls(tables, environment.CALLS_TABLE),
  async recording(Bucket: string, Key: string): Promise<Uint8Array> {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    return (await Body?.transformToByteArray()) ?? new Uint8Array(0);
  },
  files: s3Files(s3, environment.FILES_BUCKET),
  knowledge: s3Knowledge(s3, place, systemClock),
};

/** Invoked by the workflow `voicemailRecording`. */
export function handler(input: RecordingInput) {
  return prepareVoicemail(input, ports);
}
