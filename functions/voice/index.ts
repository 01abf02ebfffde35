import { Logger } from "@aws-lambda-powertools/logger";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { PollyClient } from "@aws-sdk/client-polly";
import { S3Client } from "@aws-sdk/client-s3";
import { S3VectorsClient } from "@aws-sdk/client-s3vectors";
import { SFNClient } from "@aws-sdk/client-sfn";
import { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import type { Context } from "aws-lambda";
import { dynamoCallStore } from "../aws/dynamoCallStore";
import { readEnvironment } from "../aws/environment";
import { quickly } from "../aws/quickly";
import { s3FactVectors } from "../aws/s3FactVectors";
import { s3Knowledge } from "../aws/s3Knowledge";
import { silentLogger } from "../aws/silentLogger";
import { systemClock } from "../aws/systemClock";
import { titanEmbedding } from "../aws/titanEmbedding";
import type { VoiceCall } from "../shared/voiceCall";
import { s3FixedSounds } from "./aws/fixedSounds";
import { lambdaSuccessor, lambdaTell } from "./aws/lambdaSuccessor";
import { leadCall } from "./aws/leadCall";
import { sfnAnnounce } from "./aws/sfnAnnounce";
import { storedMeanings } from "./retrieval/storedMeanings";

const environment = readEnvironment([
  "CALLS_TABLE",
  "BOOKINGS_TABLE",
  "RECORDS_TABLE",
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_KEY",
  "PROMPTS_BUCKET",
  "BRAIN_MODEL",
  "VOICE",
  "PRICES",
  "BOOKING_CONFIRMATION",
  "DELIVER_FUNCTION",
  "KEPT_DAYS",
  "CODE_VERSION",
  "VECTORS_INDEX_ARN",
  "EMBEDDING_MODEL",
  "EMBEDDING_DIMENSIONS",
]);
const clock = systemClock;
const logger = new Logger({ serviceName: "voice" });
const tables = DynamoDBDocumentClient.from(new DynamoDBClient(quickly()), {
  marshallOptions: { removeUndefinedValues: true },
});
const s3 = new S3Client(quickly());
const knowledgePlace = {
  bucket: environment.KNOWLEDGE_BUCKET,
  knowledgeKey: environment.KNOWLEDGE_KEY,
  callersKey: null,
};

const room = {
  environment,
  clock,
  logger,
  tables,
  s3,
  calls: dynamoCallStore(tables, environment.CALLS_TABLE, clock),
  knowledge: s3Knowledge(s3, knowledgePlace, clock),
  meanings: storedMeanings(
    s3FactVectors(new S3VectorsClient(quickly()), environment.VECTORS_INDEX_ARN),
    titanEmbedding(new BedrockRuntimeClient(quickly()), {
      modelId: environment.EMBEDDING_MODEL,
      dimensions: Number(environment.EMBEDDING_DIMENSIONS),
    }),
  ),
  startSuccessor: lambdaSuccessor(new LambdaClient(quickly()), process.env.AWS_LAMBDA_FUNCTION_NAME ?? ""),
  tell: lambdaTell(new LambdaClient(quickly()), environment.DELIVER_FUNCTION),
  announce: sfnAnnounce(new SFNClient(quickly()), environment.BOOKING_CONFIRMATION),
  fixedSounds: s3FixedSounds(s3, environment.PROMPTS_BUCKET, environment.VOICE),
  // A second attempt of theirs is dead air: who is not answered asks again, or calls a person.
  kinesisVideo: new KinesisVideoClient(quickly()),
  transcribe: new TranscribeStreamingClient({ maxAttempts: 1, logger: silentLogger }),
  polly: new PollyClient({ maxAttempts: 1, logger: silentLogger }),
  // Over HTTP/2 every question would open a connection of its own; over HTTP/1.1 they share one.
  bedrock: new BedrockRuntimeClient({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }),
  }),
};

/** One call, from its start by `startCall`, or from where the one before left it, to its end. */
export function handler(event: VoiceCall, context: Context): Promise<void> {
  return leadCall(event, context.awsRequestId, room, clock.now() + context.getRemainingTimeInMillis());
}
