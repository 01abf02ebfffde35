import { CreateTableCommand, DynamoDBClient, UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { DynamoDBDocumentClient, GetCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import type { Booking, CallRecord } from "../../functions/shared/callRecord";
import { fixedPromptsOf } from "../../functions/shared/fixedPrompts";
import type { Knowledge } from "../../functions/shared/knowledge";
import { realClock } from "../clock";
import { promptBucket, voice } from "../flowOfBusiness";
import { callVoices } from "../voices";
import { type AwsCall, awsService, type CallOnWire } from "./awsService";
import { startEmulators } from "./emulators";
import { endpointVariables } from "./endpoints";
import { type LocalLambda, localLambda } from "./localLambda";
import { markedVoice } from "./markedVoice";
import { pollyServer } from "./pollyServer";
import { nameInStack, type StackFunctionName, type StackPlaces, stackFunctions } from "./stackFunctions";
import { type Marks, newMarks } from "./watermark";
import { wireServer } from "./wireServer";

/** AWS on one port of this machine, and Lambda in processes of its own. Tables are empty at first and shared by all stacks. */
export interface WireWorld {
  /** Where AWS is. */
  readonly url: string;
  readonly lambda: LocalLambda<CallOnWire>;
  readonly marks: Marks;
  /** Every request that anybody has made, oldest first. */
  awsCalls(): readonly AwsCall[];
  /** Deploys a business, once. Rejects where that fails. */
  stackOf(knowledge: Knowledge): Promise<WireStack>;
  /** The prompt under a uri as it was stored; null where there is none. */
  promptAt(uri: string): Promise<Uint8Array | null>;
  /** What the agent kept of a call. */
  recordOf(contactId: string): Promise<CallRecord | null>;
  /** All bookings, by when they start. */
  bookings(): Promise<readonly Booking[]>;
  /** Connections to AWS that are open now. */
  connections(): number;
  /** Ends every process and closes every port. */
  close(): Promise<void>;
}

/** One business's functions. */
export interface WireStack {
  readonly places: StackPlaces;
  /** The name under which Lambda knows a function. */
  nameOf(functionName: StackFunctionName): string;
  /** Loads the code that a call needs. */
  warm(): Promise<void>;
}

const brainModel = "global.anthropic.claude-haiku-4-5-20251001-v1:0";
const tables = { calls: "simulated-calls", bookings: "simulated-bookings", records: "simulated-records" } as const;
const knowledgeBucket = "simulated-knowledge";
const ownOfCalls = ["screenCaller", "startCall", "nextAction", "voice"] as const;

/** @param bundleOf builds a function and gives its file, absolute. */
export async function openWireWorld(bundleOf: (name: string) => string): Promise<WireWorld> {
  const emulators = await startEmulators();
  const marks = newMarks();
  const awsCalls: AwsCall[] = [];
  const stacks = new Map<Knowledge, Promise<WireStack>>();
  const clock = realClock(Date.now());
  const deploymentServices = [
    pollyServer({
      voice: markedVoice(callVoices("samples", clock).agent, marks),
      nextFault: () => null,
      firstByteMs: 0,
      clock,
    }),
  ];
  // Where Lambda finds AWS is known when AWS is there, and the other way round.
  const lambdas: LocalLambda<CallOnWire>[] = [];
  const theLambda = () => lambdas[0] as LocalLambda<CallOnWire>;
  const server = await wireServer([
    awsService({
      emulators,
      lambda: theLambda,
      services: deploymentServices,
      onCall: (call) => awsCalls.push(call),
    }),
  ]);
  const lambda = localLambda<CallOnWire>(endpointVariables(server.url));
  lambdas.push(lambda);

  const settings = {
    endpoint: server.url,
    region: "us-east-1",
    credentials: { accessKeyId: "AKIDDEPLOYMENT", secretAccessKey: "local" },
  };
  const dynamo = new DynamoDBClient(settings);
  const documents = DynamoDBDocumentClient.from(dynamo);
  const s3 = new S3Client(settings);
  const sns = new SNSClient(settings);
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: "simulated-alerts" }));
  await Promise.all([
    ...Object.values(tables).map((name) => createTable(dynamo, name)),
    ...[knowledgeBucket, promptBucket].map((Bucket) => s3.send(new CreateBucketCommand({ Bucket }))),
  ]);

  async function deploy(knowledge: Knowledge, name: string): Promise<WireStack> {
    const places: StackPlaces = {
      name,
      callsTable: tables.calls,
      bookingsTable: tables.bookings,
      recordsTable: tables.records,
      knowledgeBucket,
      knowledgeKey: `${name}/knowledge.json`,
      knowledgeFile: `${name}/knowledge.yaml`,
      callersKey: `${name}/callers.json`,
      promptsBucket: promptBucket,
      vectorsIndexArn: `arn:aws:s3vectors:us-east-1:000000000000:bucket/${name}/index/facts`,
      alertsTopicArn: TopicArn,
      brainModel,
      voice,
    };
    for (const each of stackFunctions(places, bundleOf)) lambda.deploy(each);
    const put = (Key: string, value: unknown) =>
      s3.send(new PutObjectCommand({ Bucket: knowledgeBucket, Key, Body: JSON.stringify(value) }));
    await put(places.knowledgeKey, knowledge);
    await put(places.callersKey, { vip: [], blocked: [] });
    const rendered = await lambda.invoke(
      nameInStack(places, "renderPrompts"),
      JSON.stringify({ prompts: fixedPromptsOf(knowledge, voice) }),
      null,
    );
    if (rendered.isFault) throw new Error(`the fixed sentences could not be rendered: ${rendered.payload}`);
    return {
      places,
      nameOf: (functionName) => nameInStack(places, functionName),
      async warm() {
        await Promise.all(ownOfCalls.map((functionName) => lambda.warm(nameInStack(places, functionName))));
      },
    };
  }

  return {
    url: server.url,
    lambda,
    marks,
    awsCalls: () => awsCalls,
    stackOf(knowledge) {
      const known = stacks.get(knowledge) ?? deploy(knowledge, `stack-${stacks.size + 1}`);
      stacks.set(knowledge, known);
      return known;
    },
    async promptAt(uri) {
      const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return (await Body?.transformToByteArray()) ?? null;
      } catch (error) {
        if ((error as Error).name === "NoSuchKey") return null;
        throw error;
      }
    },
    async recordOf(contactId) {
      const Key = { pk: `call#${contactId}`, sk: "record" };
      const { Item } = await documents.send(new GetCommand({ TableName: tables.records, Key }));
      return (Item?.record as CallRecord | undefined) ?? null;
    },
    async bookings() {
      const { Items = [] } = await documents.send(new ScanCommand({ TableName: tables.bookings }));
      return Items.filter(({ sk }) => sk === "booking")
        .map(bookingOf)
        .sort((a, b) => (a.start < b.start ? -1 : 1));
    },
    connections: () => server.connections().open,
    async close() {
      await lambda.close();
      for (const client of [dynamo, s3, sns]) client.destroy();
      await server.close();
      await emulators.close();
    },
  };
}

async function createTable(client: DynamoDBClient, TableName: string): Promise<void> {
  const key = (AttributeName: string, KeyType: "HASH" | "RANGE") => ({ AttributeName, KeyType });
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [key("pk", "HASH"), key("sk", "RANGE")],
      AttributeDefinitions: ["pk", "sk"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    }),
  );
  const TimeToLiveSpecification = { AttributeName: "expiresAt", Enabled: true };
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
}

function bookingOf(item: Record<string, unknown>): Booking {
  const { service, start, name, number, key, confirmation } = item as unknown as Booking;
  return { service, start, name, number: number ?? null, key, confirmation };
}
