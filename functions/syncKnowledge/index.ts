import { BedrockRuntimeClient, InvokeModelCommand } from "@aws-sdk/client-bedrock-runtime";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { S3VectorsClient } from "@aws-sdk/client-s3vectors";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { readEnvironment } from "../aws/environment";
import type { StackOverrides } from "../shared/stackOverrides";
import { s3Vectors } from "./s3Vectors";
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
]);
const overrides = JSON.parse(environment.STACK_OVERRIDES) as StackOverrides;
const Bucket = environment.KNOWLEDGE_BUCKET;
const s3 = new S3Client({});
const bedrock = new BedrockRuntimeClient({});
const sns = new SNSClient({});

const ports: SyncPorts = {
  async readFile() {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key: environment.KNOWLEDGE_FILE }));
    return (await Body?.transformToString()) ?? "";
  },
  async writeCompiled(json) {
    const place = { Bucket, Key: environment.KNOWLEDGE_KEY };
    await s3.send(new PutObjectCommand({ ...place, Body: json, ContentType: "application/json" }));
  },
  async embed(text) {
    const { body } = await bedrock.send(
      new InvokeModelCommand({
        modelId: environment.EMBEDDING_MODEL,
        contentType: "application/json",
        body: JSON.stringify({
          inputText: text,
          dimensions: Number(environment.EMBEDDING_DIMENSIONS),
          normalize: true,
        }),
      }),
    );
    const { embedding } = JSON.parse(new TextDecoder().decode(body)) as { embedding?: number[] };
    if (embedding === undefined) throw new Error("Bedrock answered without an embedding.");
    return embedding;
  },
  vectors: s3Vectors(new S3VectorsClient({}), environment.VECTORS_INDEX_ARN),
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
