import { S3Client } from "@aws-sdk/client-s3";
import { readEnvironment } from "../aws/environment";
import { s3Files } from "../aws/s3Files";
import { s3Knowledge } from "../aws/s3Knowledge";
import { systemClock } from "../aws/systemClock";
import { type GapsInput, listGaps } from "./listGaps";

const environment = readEnvironment(["KNOWLEDGE_BUCKET", "KNOWLEDGE_KEY", "FILES_BUCKET"]);
const s3 = new S3Client({});
const place = { bucket: environment.KNOWLEDGE_BUCKET, knowledgeKey: environment.KNOWLEDGE_KEY, callersKey: null };
const ports = { knowledge: s3Knowledge(s3, place, systemClock), files: s3Files(s3, environment.FILES_BUCKET) };

/** Invoked by the workflow `gapsReport`. */
export function handler(input: GapsInput) {
  return listGaps(input, ports);
}
