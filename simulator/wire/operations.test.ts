import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { PollyClient } from "@aws-sdk/client-polly";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { S3VectorsClient } from "@aws-sdk/client-s3vectors";
import { SFNClient } from "@aws-sdk/client-sfn";
import { CreateTopicCommand, SNSClient } from "@aws-sdk/client-sns";
import { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { dynamoCallers } from "../../functions/aws/dynamoCallers";
import { dynamoCallRecords } from "../../functions/aws/dynamoCallRecords";
import { dynamoCallStore } from "../../functions/aws/dynamoCallStore";
import { dynamoMessageLedger } from "../../functions/aws/dynamoMessageLedger";
import { dynamoScreenedCalls } from "../../functions/aws/dynamoScreenedCalls";
import { dynamoVoicemailNotes } from "../../functions/aws/dynamoVoicemailNotes";
import { s3FactVectors } from "../../functions/aws/s3FactVectors";
import { s3Files } from "../../functions/aws/s3Files";
import { s3Knowledge } from "../../functions/aws/s3Knowledge";
import { s3Prompts } from "../../functions/aws/s3Prompts";
import { systemClock } from "../../functions/aws/systemClock";
import { titanEmbedding } from "../../functions/aws/titanEmbedding";
import { schedulesSink } from "../../functions/eraseCaller/schedulesSink";
import { tableSink } from "../../functions/eraseCaller/tableSink";
import { writeWave } from "../../functions/prepareVoicemail/wave";
import { bedrockSummary } from "../../functions/reportVoicemail/bedrockSummary";
import { connectEvent } from "../../functions/shared/connectEvent.fixture";
import { bedrockBrain } from "../../functions/voice/aws/bedrockBrain";
import { dynamoDesk } from "../../functions/voice/aws/dynamoDesk";
import { s3FixedSounds } from "../../functions/voice/aws/fixedSounds";
import { sampledSound } from "../../functions/voice/aws/frames";
import { kvsEar } from "../../functions/voice/aws/kvsEar";
import { lambdaSuccessor } from "../../functions/voice/aws/lambdaSuccessor";
import { pollySpeaker } from "../../functions/voice/aws/pollySpeaker";
import { sfnAnnounce } from "../../functions/voice/aws/sfnAnnounce";
import { transcribeTranscriber } from "../../functions/voice/aws/transcribeTranscriber";
import { brainAnswer } from "../../functions/voice/brain.contract";
import { deskKnowledge, deskNowMs, recordOf } from "../../functions/voice/desk.contract";
import { all, noAbort } from "../../functions/voice/stage.fixture";
import { humSamples } from "../sound/noiseSamples";
import { bedrockServer } from "./bedrockServer";
import { endpointVariables } from "./endpoints";
import { kvsServer } from "./kvsServer";
import { kvsStreams } from "./kvsStreams";
import { type LocalAws, openLocalAws } from "./localAws.fixture";
import { pollyServer } from "./pollyServer";
import { summaryServer } from "./summaryServer";
import { clientOf } from "./testClients";
import { transcribeServer } from "./transcribeServer";

/** A command of the SDK under the name of AWS's action for it, where that is another. */
const actions: Readonly<Record<string, string>> = {
  Delete: "DeleteItem",
  Converse: "InvokeModel",
  ConverseStream: "InvokeModelWithResponseStream",
  Get: "GetItem",
  Invoke: "InvokeFunction",
  Put: "PutItem",
  TransactWrite: "TransactWriteItems",
  Update: "UpdateItem",
};

const root = path.join(__dirname, "../..");
const clock = systemClock;
const knowledgeFile = `
business: { name: Cedar Barbers, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30 }
`;

/** What each file of the functions can ask of AWS: the commands that it imports. */
function operationsOfFiles(): [file: string, operations: string[]][] {
  const files = globSync("functions/**/*.ts", { cwd: root }).filter(
    (file) => !/\.(test|fixture|contract)\.ts$/.test(file),
  );
  return files.sort().flatMap((file): [string, string[]][] => {
    const text = readFileSync(path.join(root, file), "utf8");
    const imports = [...text.matchAll(/import (?!type)\{([^}]*)\} from "@aws-sdk\/[^"]+"/g)].map(
      ([, names = ""]) => names,
    );
    const commands = imports.flatMap((names) => [...names.matchAll(/(?<!type )\b([A-Z]\w*)Command\b/g)]);
    const operations = commands.map(([, name = ""]) => actions[name] ?? name);
    return operations.length === 0 ? [] : [[file, [...new Set(operations)].sort()]];
  });
}

let aws: LocalAws;
let bucket: string;
let table: string;
const streams = kvsStreams();
const before = { ...process.env };

beforeAll(async () => {
  aws = await openLocalAws({
    services: ({ url, nextFault }) => [
      kvsServer({ streams, nextFault: () => nextFault("kvs"), clock, url }),
      transcribeServer({
        recognise: () => ({ hear: () => undefined, end: async () => undefined }),
        nextFault: () => nextFault("transcribe"),
        clock,
      }),
      pollyServer({
        voice: async (text) => new Int16Array(text.length * 480),
        nextFault: () => nextFault("polly"),
        firstByteMs: 0,
        clock,
      }),
      bedrockServer({
        answer: async () => ({
          tool: brainAnswer.tool,
          json: JSON.stringify(brainAnswer.input),
          usage: { inputTokens: 1, cacheReadInputTokens: 0, outputTokens: 1 },
        }),
        nextFault: () => nextFault("bedrock"),
        firstTokenMs: 0,
        tokenMs: 0,
        clock,
      }),
      summaryServer(() => nextFault("bedrock")),
    ],
  });
  [bucket, table] = [await aws.createBucket(), await aws.createTable()];
  const { TopicArn = "" } = await new SNSClient(clientOf(aws.url)).send(new CreateTopicCommand({ Name: "alerts" }));
  aws.workflows.deploy(machineArn, { StartAt: "Done", TimeoutSeconds: 1, States: { Done: { Type: "Succeed" } } });
  // As the functions find it on Lambda.
  Object.assign(process.env, endpointVariables(aws.url), {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDLOCAL",
    AWS_SECRET_ACCESS_KEY: "local",
    CALLS_TABLE: table,
    VOICE_FUNCTION: "voice",
    PROMPTS_BUCKET: bucket,
    FILES_BUCKET: bucket,
    VOICE: "Ruth",
    KNOWLEDGE_BUCKET: bucket,
    KNOWLEDGE_FILE: "knowledge.yaml",
    KNOWLEDGE_KEY: "knowledge.json",
    VECTORS_INDEX_ARN: "arn:aws:s3vectors:us-east-1:111122223333:bucket/facts/index/facts",
    EMBEDDING_MODEL: "amazon.titan-embed-text-v2:0",
    EMBEDDING_DIMENSIONS: "256",
    STACK_OVERRIDES: JSON.stringify({ people: [], phone: null }),
    ALERTS_TOPIC: TopicArn,
    RENDER_FUNCTION: "voice",
    OWNERS_TOPIC: TopicArn,
    CALLS_TOPIC: TopicArn,
    RECORDS_TABLE: table,
    KEPT_DAYS: "90",
    REPORT_WORKFLOW: machineArn,
    REPORT_GROUP: "reports",
    REPORT_ROLE: "arn:aws:iam::111122223333:role/scheduler",
    JOB_PREFIX: "stack.",
  });
});

afterAll(async () => {
  process.env = before;
  await aws.close();
});

const upload = (Key: string, Body: string) => aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key, Body }));

async function syncUploaded(text: string): Promise<void> {
  await upload("knowledge.yaml", text);
  const { handler } = await import("../../functions/syncKnowledge/index");
  await handler({});
}

/** A whole use of each adapter, its other ways included. */
const uses: Readonly<Record<string, () => Promise<unknown>>> = {
  "functions/aws/dynamoBookings.ts": useDesk,
  async "functions/aws/dynamoCallRecords.ts"() {
    const records = dynamoCallRecords(aws.tables, table, 90);
    await records.keep({ record: recordOf(null), versions: { knowledge: "k", model: "m", code: "c" } });
    await records.of("contact-1");
  },
  async "functions/aws/dynamoCallers.ts"() {
    const callers = dynamoCallers(aws.tables, table, 90);
    const call = { contactId: "contact-1", startedAtMs: deskNowMs, outcome: "answered", booked: null } as const;
    await callers.remember("+15551230001", call);
    await callers.of("+15551230001", deskNowMs);
  },
  async "functions/aws/dynamoScreenedCalls.ts"() {
    const screened = dynamoScreenedCalls(aws.tables, table);
    await screened.note("contact-1", { from: null, route: "ai", atMs: deskNowMs });
    await screened.of("contact-1");
  },
  async "functions/aws/dynamoCallStore.ts"() {
    await dynamoCallStore(aws.tables, table, clock).answer("contact-1", 1, { seq: 1, next: "end" });
  },
  async "functions/aws/dynamoMessageLedger.ts"() {
    const ledger = dynamoMessageLedger(aws.tables, table);
    await ledger.claim("a", deskNowMs);
    await ledger.settle("a");
    await ledger.release("a");
  },
  async "functions/aws/dynamoVoicemailNotes.ts"() {
    const notes = dynamoVoicemailNotes(aws.tables, table, 90);
    await notes.begin("contact-1", { from: null, startedAtMs: deskNowMs });
    await notes.become("contact-1", "missed");
    await notes.of("contact-1");
  },
  async "functions/aws/s3FactVectors.ts"() {
    const vectors = s3FactVectors(new S3VectorsClient(clientOf(aws.url)), process.env.VECTORS_INDEX_ARN ?? "");
    await vectors.put([{ key: "faq.a#1", values: [1, 0], text: "A." }]);
    expect((await vectors.all()).get("faq.a#1")).toEqual([1, 0]);
    await vectors.remove(await vectors.keys());
    expect(await vectors.keys()).toEqual([]);
  },
  async "functions/aws/s3Files.ts"() {
    const files = s3Files(aws.s3, bucket);
    await files.put("calls/a.json", "{}", "application/json");
    await files.get("calls/a.json");
    await files.list("calls/");
    await files.remove("calls/a.json");
  },
  async "functions/aws/s3Knowledge.ts"() {
    await upload("known.json", JSON.stringify(deskKnowledge));
    await s3Knowledge(aws.s3, { bucket, knowledgeKey: "known.json", callersKey: null }, clock)();
  },
  "functions/aws/s3Prompts.ts": () =>
    s3Prompts(aws.s3, bucket, "contact-1").put("a", [sampledSound(0, new Int16Array(160))]),
  async "functions/aws/snsPost.ts"() {
    const { handler } = await import("../../functions/deliver/index");
    await handler({ id: "a", to: { kind: "owner" }, subject: "Booked", text: "Haircut." });
  },
  async "functions/eraseCaller/schedulesSink.ts"() {
    const contactId = "2b7c1a90-1111-4222-8333-444455556666";
    const { handler: note } = await import("../../functions/noteVoicemail/index");
    await note(connectEvent({ contactId }));
    const { SchedulerClient } = await import("@aws-sdk/client-scheduler");
    const sink = schedulesSink("reports", new SchedulerClient(clientOf(aws.url)), "reports");
    const found = await sink.find({ number: "+15551230001", ids: new Set([contactId]) });
    expect(found).toHaveLength(1);
    for (const each of [...found, ...found]) await sink.remove(each);
  },
  async "functions/eraseCaller/tableSink.ts"() {
    const sink = tableSink("records", aws.tables, table);
    for (const each of await sink.find({ number: "+15551230001", ids: new Set() })) await sink.remove(each);
  },
  async "functions/noteVoicemail/schedulerPlan.ts"() {
    const { handler } = await import("../../functions/noteVoicemail/index");
    expect(await handler(connectEvent())).toMatchObject({ callback: "known" });
    // Planned already: the same call is noted twice.
    expect(await handler(connectEvent())).toMatchObject({ callback: "known" });
  },
  async "functions/aws/titanEmbedding.ts"() {
    const embed = titanEmbedding(new BedrockRuntimeClient(clientOf(aws.url)), { modelId: "titan", dimensions: 8 });
    expect(await embed("Where can I park?")).toHaveLength(8);
  },
  async "functions/openFile/index.ts"() {
    const path = "voicemail/2b7c1a90-1111-4222-8333-444455556666.wav";
    await upload(path, "RIFF");
    const { handler } = await import("../../functions/openFile/index");
    const { headers } = await handler({ rawPath: `/${path}`, requestContext: { http: { method: "GET" } } });
    expect(await (await fetch(headers.location ?? "")).text()).toBe("RIFF");
  },
  async "functions/prepareVoicemail/index.ts"() {
    const contactId = "2b7c1a90-1111-4222-8333-444455556666";
    await dynamoVoicemailNotes(aws.tables, table, 90).begin(contactId, { from: null, startedAtMs: deskNowMs });
    const key = `recordings/ivr/2026/11/23/${contactId}_20261123T18:00_UTC.wav`;
    await aws.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: writeWave(hum) }));
    await upload("knowledge.json", JSON.stringify(deskKnowledge));
    const { handler } = await import("../../functions/prepareVoicemail/index");
    expect(await handler({ bucket, key, at: new Date(deskNowMs + 9_000).toISOString() })).toMatchObject({
      filed: { contactId, language: "en-US" },
    });
  },
  async "functions/renderPrompts/index.ts"() {
    const { handler } = await import("../../functions/renderPrompts/index");
    await handler({ prompts: [{ key: "fixed/a.wav", text: "Hello." }] });
  },
  async "functions/reportVoicemail/bedrockSummary.ts"() {
    const summarise = bedrockSummary(new BedrockRuntimeClient(clientOf(aws.url)), "model");
    expect(await summarise("Please call back. It is about Tuesday.")).toEqual({
      lines: ["Please call back.", "It is about Tuesday."],
      urgent: false,
    });
  },
  async "functions/startCall/index.ts"() {
    const { handler } = await import("../../functions/startCall/index");
    await handler(connectEvent());
  },
  async "functions/syncKnowledge/index.ts"() {
    await syncUploaded(`${knowledgeFile}say: { farewell: So long. }`);
    await syncUploaded("business: nothing");
  },
  async "functions/voice/aws/bedrockBrain.ts"() {
    const request = { turn: 1, history: [], callerSaid: "Hello?", now: "2026-11-23T10:00 monday", notes: [] };
    const client = new BedrockRuntimeClient(clientOf(aws.url));
    await all(bedrockBrain(client, "model", "You answer.").think(request, noAbort()));
  },
  async "functions/voice/aws/fixedSounds.ts"() {
    await s3FixedSounds(aws.s3, bucket, "Ruth").load(["Hello."]);
  },
  async "functions/voice/aws/lambdaSuccessor.ts"() {
    const stream = { arn: "arn:stream", startFragment: "1", startMs: deskNowMs };
    const call = { contactId: "contact-1", from: null, startedAtMs: deskNowMs, stream, successor: 0, before: null };
    await lambdaSuccessor(new LambdaClient(clientOf(aws.url)), "voice")(call);
  },
  async "functions/voice/aws/kvsEar.ts"() {
    const stream = { arn: "arn:stream", startFragment: "1", startMs: deskNowMs };
    streams.put(stream.arn, "contact-1", deskNowMs, new Int16Array(512));
    streams.end(stream.arn);
    const client = new KinesisVideoClient(clientOf(aws.url));
    await all(kvsEar({ client, contactId: "contact-1", stream, clock }).listen(noAbort()));
  },
  "functions/voice/aws/sfnAnnounce.ts": useDesk,
  "functions/voice/aws/pollySpeaker.ts": useSpeaker,
  "functions/voice/aws/pollyStream.ts": useSpeaker,
  async "functions/voice/aws/transcribeTranscriber.ts"() {
    async function* sounds() {
      yield sampledSound(deskNowMs, new Int16Array(1_600));
    }
    const client = new TranscribeStreamingClient(clientOf(aws.url));
    await all(transcribeTranscriber(client, ["en-US"], clock).transcribe(sounds(), noAbort()));
  },
};

/** A second of sound in one channel. */
const hum = { rateHz: 8_000, channels: [humSamples(8_000, -20)] };

const machineArn = "arn:aws:states:us-east-1:111122223333:stateMachine:confirm";

async function useDesk(): Promise<void> {
  const bookingsTable = await aws.createTable();
  const knowledge = deskKnowledge;
  const announce = sfnAnnounce(new SFNClient(clientOf(aws.url)), machineArn);
  const records = dynamoCallRecords(aws.tables, table, 90);
  const versions = { knowledge: "k", model: "m", code: "c" };
  const desk = dynamoDesk({ client: aws.tables, bookingsTable, records, versions, knowledge, clock, announce });
  const booking = { key: "bob", service: "haircut", start: "2026-11-24T10:30", name: "Bob", number: "+15551230001" };
  await desk.book({ ...booking, nowMs: deskNowMs });
  await desk.announce({ contactId: "contact-1", atMs: deskNowMs, change: "new", booking, before: null });
  await desk.keep(recordOf({ ...booking, confirmation: "heard" }));
  await desk.cancel(booking.key);
}

/** By a stream, and, after one has failed, without. */
async function useSpeaker(): Promise<void> {
  const client = new PollyClient(clientOf(aws.url));
  const speaker = pollySpeaker({ client, voice: "Ruth", clock, fixed: async () => null });
  aws.failNext("polly", ["error"]);
  await all(speaker.speak("Hello.", noAbort())).catch(() => undefined);
  await all(speaker.speak("Hello.", noAbort()));
  speaker.close();
}

test("every file that asks something of AWS is used here", () => {
  expect(operationsOfFiles().map(([file]) => file)).toEqual(Object.keys(uses).sort());
});

test.each(operationsOfFiles())("%s really makes %j", async (file, operations) => {
  const already = aws.calls().length;
  await uses[file]?.();
  const made = new Set(
    aws
      .calls()
      .slice(already)
      .map(({ operation }) => operation),
  );
  expect(operations.filter((operation) => !made.has(operation))).toEqual([]);
});
