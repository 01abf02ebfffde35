import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { S3VectorsClient } from "@aws-sdk/client-s3vectors";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { readEnvironment } from "../aws/environment";
import { s3FactVectors } from "../aws/s3FactVectors";
import { titanEmbedding } from "../aws/titanEmbedding";
import type { Knowledge } from "../shared/knowledge";
import { versionKey } from "../shared/knowledgeVersion";
import type { StackOverrides } from "../shared/stackOverrides";
import { type Synced, type SyncPorts, syncKnowledge } from "./syncKnowledge";

const environment = readEnvironment([
  "KNOWLEDGE_BUCKET",
  "KNOWLEDGE_FILE",
  "KNOWLEDGE_KEY",
  "VECTORS_INDEX_ARN",
  "EMBEDDING_MODEL",
  "EMBEDDING_DIMENSIONS",
  "STACK_OVERRIDES",
  "ALERTS_TOPIC",
  "RENDER_FUNCTION",
  "VOICE",
]);
const overrides = JSON.parse(environment.STACK_OVERRIDES) as StackOverrides;
const Bucket = environment.KNOWLEDGE_BUCKET;
const s3 = new S3Client({});
const sns = new SNSClient({});
const lambda = new LambdaClient({});

async function read(Key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
  return (await Body?.transformToString()) ?? "";
}

async function write(Key: string, Body: string): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "application/json" }));
}

const ports: SyncPorts = {
  readFile: () => read(environment.KNOWLEDGE_FILE),
  async inForce() {
    try {
      return JSON.parse(await read(environment.KNOWLEDGE_KEY)) as Knowledge;
    } catch (error) {
      if (error instanceof NoSuchKey) return null;
      throw error;
    }
  },
  keepVersion: (version, json) => write(versionKey(environment.KNOWLEDGE_KEY, version), json),
  putInForce: (json) => write(environment.KNOWLEDGE_KEY, json),
  embed: titanEmbedding(new BedrockRuntimeClient({}), {
    modelId: environment.EMBEDDING_MODEL,
    dimensions: Number(environment.EMBEDDING_DIMENSIONS),
  }),
  vectors: s3FactVectors(new S3VectorsClient({}), environment.VECTORS_INDEX_ARN),
  async render(prompts) {
    if (prompts.length === 0) return;
    const { FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: environment.RENDER_FUNCTION, Payload: JSON.stringify({ prompts }) }),
    );
    if (FunctionError !== undefined) throw new Error("the sentences of the new file could not be rendered");
  },
  voice: environment.VOICE,
  async tellOwner(Subject, Message) {
    await sns.send(new PublishCommand({ TopicArn: environment.ALERTS_TOPIC, Subject, Message }));
  },
};

/**
 * Invoked by an upload, through EventBridge, and by the deployment (`{ "deployed": … }`), which fails where the file is refused; an
 * upload that is refused is the owner's affair, who is told.
 */
export async function handler(event: { readonly deployed?: string }): Promise<Synced> {
  const synced = await syncKnowledge(environment.KNOWLEDGE_FILE, overrides, ports);
  if (synced.status === "refused" && event.deployed !== undefined) throw new Error(synced.lines.join("\n"));
  return synced;
}
