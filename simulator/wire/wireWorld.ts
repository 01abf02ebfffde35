import { CreateTableCommand, DynamoDBClient, UpdateTimeToLiveCommand } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { DynamoDBDocumentClient, GetCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { dynamoBookings } from "../../functions/aws/dynamoBookings";
import { dynamoCallRecords } from "../../functions/aws/dynamoCallRecords";
import { s3Files } from "../../functions/aws/s3Files";
import type { Booking, CallRecord } from "../../functions/shared/callRecord";
import type { Files } from "../../functions/shared/files";
import { fixedPromptsOf } from "../../functions/shared/fixedPrompts";
import type { Knowledge } from "../../functions/shared/knowledge";
import { knowledgeVersion } from "../../functions/shared/knowledgeVersion";
import { messageTranscribed, recordingArrived } from "../../functions/shared/voicemailEvents";
import { dynamoDesk } from "../../functions/voice/aws/dynamoDesk";
import type { PriceRule } from "../../functions/voice/prompt";
import { realClock } from "../clock";
import { objectCreated, type RecordedSpan, recordedCall, recordingBucket, recordingKey } from "../connect/recordedCall";
import { promptBucket, voice } from "../flowOfBusiness";
import type { MessageOut } from "../messageOut";
import type { PhoneNetwork } from "../phoneNetwork";
import type { SimSound } from "../sound/simSound";
import { definitionOf, usualPlaces, workflowNames } from "../workflows/definitions";
import { transcriptionJobs } from "../workflows/transcriptionJobs";
import { type AwsCall, awsService, type CallOnWire } from "./awsService";
import { startEmulators } from "./emulators";
import { endpointVariables } from "./endpoints";
import { hummedVoice } from "./hummedVoice";
import { localBus } from "./localBus";
import { type LocalLambda, localLambda } from "./localLambda";
import { type LocalWorkflows, localWorkflows } from "./localWorkflows";
import { markedVoice } from "./markedVoice";
import { pollyServer } from "./pollyServer";
import {
  codeVersion,
  jobPrefixOf,
  keptDays,
  nameInStack,
  type StackFunctionName,
  type StackPlaces,
  stackFunctionNames,
  stackFunctions,
  workflowArn,
} from "./stackFunctions";
import { summaryServer } from "./summaryServer";
import { type Marks, newMarks } from "./watermark";
import { wireServer } from "./wireServer";

/** AWS on one port of this machine, empty at first, and Lambda in processes of its own. */
export interface WireWorld {
  /** Where AWS is. */
  readonly url: string;
  readonly lambda: LocalLambda<CallOnWire>;
  readonly workflows: LocalWorkflows<CallOnWire>;
  readonly marks: Marks;
  /** The agent's voice, with samples. */
  readonly agentVoice: AgentVoice;
  /** Every request that anybody has made, oldest first. */
  awsCalls(): readonly AwsCall[];
  /** What was sent to owners, callers and programs, oldest first. */
  messages(): readonly MessageOut[];
  /** Deploys a business, once, over the tables that all share. Rejects where that fails. */
  stackOf(knowledge: Knowledge, prices?: PriceRule): Promise<WireStack>;
  /** Deploys a business with tables of its own, or with those that it had `before`. */
  ownStackOf(knowledge: Knowledge, before?: WireStack, prices?: PriceRule): Promise<WireStack>;
  /** The prompt under a uri as it was stored; null where there is none. */
  promptAt(uri: string): Promise<Uint8Array | null>;
  /** What calls have left behind as files. */
  readonly files: Files;
  /** All bookings of those who share their tables, by when they start. */
  bookings(): Promise<readonly Booking[]>;
  /** Connections to AWS that are open now. */
  connections(): number;
  /** Ends every process and closes every port. */
  close(): Promise<void>;
}

type AgentVoice = (text: string) => Promise<SimSound>;

/** One business's functions. */
export interface WireStack {
  readonly places: StackPlaces;
  /** The name under which Lambda knows a function. */
  nameOf(functionName: StackFunctionName): string;
  /** Loads the code that a call needs. */
  warm(): Promise<void>;
  /** What the agent kept of a call. */
  recordOf(contactId: string): Promise<CallRecord | null>;
  /** Connect leaves its recording of a call. Resolves when everything that follows is done. */
  recorded(contactId: string, phone: PhoneNetwork, span: RecordedSpan): Promise<void>;
  /** The bookings in its tables, by when they start. */
  bookings(): Promise<readonly Booking[]>;
  /** Writes a booking that was made before; false where it has no place any more. */
  restore(booking: Booking): Promise<boolean>;
  /** Ends its processes. */
  close(): Promise<void>;
}

const brainModel = "global.anthropic.claude-haiku-4-5-20251001-v1:0";
const knowledgeBucket = "simulated-knowledge";
const [alertsTopic, callsTopic] = ["simulated-alerts", "simulated-calls"];
/** Who hears what is published to a topic. */
const topics: Readonly<Record<string, string>> = { [alertsTopic]: "owner", [callsTopic]: "listeners" };
const filesBucket = "simulated-files";
const ownOfCalls = ["screenCaller", "startCall", "nextAction", "noteVoicemail", "voice"] as const;

/**
 * @param bundleOf builds a function and gives its file, absolute.
 * @param agentVoice gives sound with samples.
 */
export async function openWireWorld(
  bundleOf: (name: string) => string,
  agentVoice: AgentVoice = hummedVoice,
): Promise<WireWorld> {
  const emulators = await startEmulators();
  const marks = newMarks();
  const awsCalls: AwsCall[] = [];
  const messages: MessageOut[] = [];
  const stacks = new Map<Knowledge, Promise<WireStack>>();
  const clock = realClock(Date.now());
  const deploymentServices = [
    pollyServer({
      voice: markedVoice(agentVoice, marks),
      nextFault: () => null,
      firstByteMs: 0,
      clock,
    }),
    summaryServer(),
  ];
  // Where Lambda finds AWS is known when AWS is there, and the other way round.
  const lambdas: LocalLambda<CallOnWire>[] = [];
  const theLambda = () => lambdas[0] as LocalLambda<CallOnWire>;
  const workflows = localWorkflows(theLambda, (job) => jobs.start(job));
  const bus = localBus(() => workflows);
  const server = await wireServer([
    awsService({
      emulators,
      lambda: theLambda,
      workflows,
      services: deploymentServices,
      onCall: (call) => awsCalls.push(call),
      onMessage: ({ to, ...message }) => messages.push({ to: topics[to] ?? to, ...message }),
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
  const documents = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const s3 = new S3Client(settings);
  const sns = new SNSClient(settings);
  const jobs = transcriptionJobs(s3Files(s3, filesBucket), marks, clock.now, bus.publish);
  const { TopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: alertsTopic }));
  const { TopicArn: callsTopicArn = "" } = await sns.send(new CreateTopicCommand({ Name: callsTopic }));
  const buckets = [knowledgeBucket, promptBucket, filesBucket, recordingBucket];
  await Promise.all(buckets.map((Bucket) => s3.send(new CreateBucketCommand({ Bucket }))));
  const shared = await createTables(dynamo, "simulated");
  const rendered = new Set<string>();
  let count = 0;
  let ownCount = 0;

  async function deploy(knowledge: Knowledge, tables: Tables, prices: PriceRule = "grounded"): Promise<WireStack> {
    count += 1;
    const name = `stack-${count}`;
    const places: StackPlaces = {
      ...tables,
      name,
      knowledgeBucket,
      knowledgeKey: `${name}/knowledge.json`,
      knowledgeFile: `${name}/knowledge.yaml`,
      callersKey: `${name}/callers.json`,
      promptsBucket: promptBucket,
      vectorsIndexArn: `arn:aws:s3vectors:us-east-1:000000000000:bucket/${name}/index/facts`,
      alertsTopicArn: TopicArn,
      ownersTopicArn: TopicArn,
      callsTopicArn,
      filesBucket,
      filesUrl: `https://${name}.lambda-url.us-east-1.on.aws`,
      brainModel,
      voice,
      prices,
    };
    for (const each of stackFunctions(places, bundleOf)) lambda.deploy(each);
    for (const workflow of workflowNames) {
      const nameOf = (functionName: string) => nameInStack(places, functionName as StackFunctionName);
      const known = { ...usualPlaces, filesBucket, filesUrl: `${places.filesUrl}/`, jobPrefix: jobPrefixOf(places) };
      workflows.deploy(workflowArn(places, workflow), definitionOf(workflow, nameOf, known));
    }
    bus.rule(recordingArrived(recordingBucket), workflowArn(places, "voicemailRecording"));
    bus.rule(messageTranscribed(jobPrefixOf(places)), workflowArn(places, "voicemailReport"));
    const put = (Key: string, value: unknown) =>
      s3.send(new PutObjectCommand({ Bucket: knowledgeBucket, Key, Body: JSON.stringify(value) }));
    await put(places.knowledgeKey, knowledge);
    await put(places.callersKey, { vip: [], blocked: [] });
    await render(places, knowledge);
    return {
      places,
      nameOf: (functionName) => nameInStack(places, functionName),
      async warm() {
        await Promise.all(ownOfCalls.map((functionName) => lambda.warm(nameInStack(places, functionName))));
      },
      async recordOf(contactId) {
        const Key = { pk: `call#${contactId}`, sk: "record" };
        const { Item } = await documents.send(new GetCommand({ TableName: tables.recordsTable, Key }));
        return (Item?.record as CallRecord | undefined) ?? null;
      },
      async recorded(contactId, phone, span) {
        const Key = recordingKey(contactId, span.startMs);
        const Body = recordedCall(phone, span, marks);
        await s3.send(new PutObjectCommand({ Bucket: recordingBucket, Key, Body }));
        bus.publish(objectCreated(recordingBucket, Key, clock.now()));
        await bus.settled();
      },
      bookings: () => bookingsIn(documents, tables.bookingsTable),
      async restore(booking) {
        const { bookingsTable, recordsTable } = tables;
        const records = dynamoCallRecords(documents, recordsTable, keptDays);
        const versions = { knowledge: knowledgeVersion(knowledge), model: brainModel, code: codeVersion };
        const announce = async () => undefined;
        const desk = dynamoDesk({
          client: documents,
          bookingsTable,
          records,
          versions,
          knowledge,
          clock,
          announce,
        });
        if ((await desk.book({ ...booking, nowMs: clock.now() })) === "taken") return false;
        await dynamoBookings(documents, bookingsTable).confirm(booking);
        return true;
      },
      async close() {
        await Promise.all(stackFunctionNames.map((each) => lambda.remove(nameInStack(places, each))));
      },
    };
  }

  /** Sentences that another stack has rendered lie where this one looks for them. */
  async function render(places: StackPlaces, knowledge: Knowledge): Promise<void> {
    const prompts = fixedPromptsOf(knowledge, voice).filter(({ key }) => !rendered.has(key));
    if (prompts.length === 0) return;
    const functionName = nameInStack(places, "renderPrompts");
    const { isFault, payload } = await lambda.invoke(functionName, JSON.stringify({ prompts }), null);
    if (isFault) throw new Error(`the fixed sentences could not be rendered: ${payload}`);
    for (const { key } of prompts) rendered.add(key);
  }

  return {
    url: server.url,
    lambda,
    workflows,
    marks,
    agentVoice,
    awsCalls: () => awsCalls,
    messages: () => messages,
    stackOf(knowledge, prices) {
      const known = stacks.get(knowledge) ?? deploy(knowledge, shared, prices);
      stacks.set(knowledge, known);
      return known;
    },
    ownStackOf: async (knowledge, before, prices) =>
      deploy(knowledge, before?.places ?? (await createTables(dynamo, `own-${++ownCount}`)), prices),
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
    files: s3Files(s3, filesBucket),
    bookings: () => bookingsIn(documents, shared.bookingsTable),
    connections: () => server.connections().open,
    async close() {
      await lambda.close();
      for (const client of [dynamo, s3, sns]) client.destroy();
      await server.close();
      await emulators.close();
    },
  };
}

type Tables = Pick<StackPlaces, "callsTable" | "bookingsTable" | "recordsTable">;

async function createTables(client: DynamoDBClient, prefix: string): Promise<Tables> {
  const named = (kind: string) => `${prefix}-${kind}`;
  const tables = { callsTable: named("calls"), bookingsTable: named("bookings"), recordsTable: named("records") };
  await Promise.all(Object.values(tables).map((name) => createTable(client, name)));
  return tables;
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

async function bookingsIn(client: DynamoDBDocumentClient, TableName: string): Promise<readonly Booking[]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  return Items.filter(({ sk }) => sk === "booking")
    .map(bookingOf)
    .sort((a, b) => (a.start < b.start ? -1 : 1));
}

function bookingOf(item: Record<string, unknown>): Booking {
  const { service, start, name, number, key, confirmation } = item as unknown as Booking;
  return { service, start, name, number: number ?? null, key, confirmation };
}
