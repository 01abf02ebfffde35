import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { readEnvironment } from "../aws/environment";
import { s3Files } from "../aws/s3Files";
import { eraseCaller, type Receipt, type Sink } from "../shared/erasure";
import { filesSink } from "../shared/filesSink";
import { adoptedRecordings, outOfReach, type SinkName } from "../shared/keptPlaces";
import { isE164 } from "../shared/phoneNumber";
import { schedulesSink } from "./schedulesSink";
import { tableSink } from "./tableSink";

const environment = readEnvironment([
  "CALLS_TABLE",
  "BOOKINGS_TABLE",
  "RECORDS_TABLE",
  "FILES_BUCKET",
  "PROMPTS_BUCKET",
  "RECORDINGS_BUCKET",
  "REMINDERS_GROUP",
  "REPORTS_GROUP",
]);
const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const scheduler = new SchedulerClient({});
/** Stands in the place of a bucket that is another's. */
const none = "none";
const isOwned = environment.RECORDINGS_BUCKET !== none;

const sinks: Readonly<Record<SinkName, Sink>> = {
  calls: tableSink("calls", tables, environment.CALLS_TABLE),
  bookings: tableSink("bookings", tables, environment.BOOKINGS_TABLE),
  records: tableSink("records", tables, environment.RECORDS_TABLE),
  "files-bucket": filesSink("files", s3Files(s3, environment.FILES_BUCKET), true),
  "prompts-bucket": filesSink("prompts", s3Files(s3, environment.PROMPTS_BUCKET), false),
  "recordings-bucket": filesSink("recordings", isOwned ? s3Files(s3, environment.RECORDINGS_BUCKET) : nothing(), false),
  "afterCall-reminders": schedulesSink("reminders", scheduler, environment.REMINDERS_GROUP),
  "voicemail-reports": schedulesSink("voicemail reports", scheduler, environment.REPORTS_GROUP),
};

/** Invoked by `npm run erase`. Fails where it is not given a number in E.164. */
export function handler({ number }: { readonly number: string }): Promise<Receipt> {
  if (typeof number !== "string" || !isE164(number)) throw new Error("number is not E.164");
  const elsewhere = isOwned ? outOfReach : [...outOfReach, adoptedRecordings];
  return eraseCaller(number, Object.values(sinks), elsewhere, Date.now());
}

function nothing() {
  return { list: async () => [], get: async () => null, remove: async () => undefined };
}
