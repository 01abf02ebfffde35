import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { dynamoVoicemailNotes } from "../aws/dynamoVoicemailNotes";
import { readEnvironment } from "../aws/environment";
import { quickly } from "../aws/quickly";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import type { ConnectEvent } from "../shared/connectEvent";
import { noteVoicemail, type VoicemailAnswer } from "./noteVoicemail";
import { schedulerPlan } from "./schedulerPlan";

const environment = readEnvironment([
  "RECORDS_TABLE",
  "KEPT_DAYS",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "REPORT_WORKFLOW",
  "REPORT_GROUP",
  "REPORT_ROLE",
  "JOB_PREFIX",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient(quickly()));
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
const ports = {
  clock: systemClock,
  knowledge: s3Knowledge(new S3Client(quickly()), place, systemClock),
  notes: dynamoVoicemailNotes(tables, environment.RECORDS_TABLE, Number(environment.KEPT_DAYS)),
  planReport: schedulerPlan(new SchedulerClient(quickly()), {
    group: environment.REPORT_GROUP,
    workflowArn: environment.REPORT_WORKFLOW,
    roleArn: environment.REPORT_ROLE,
    jobPrefix: environment.JOB_PREFIX,
  }),
};

/** Invoked by the contact flow. */
export function handler(event: ConnectEvent): Promise<VoicemailAnswer> {
  return noteVoicemail(event, ports);
}
