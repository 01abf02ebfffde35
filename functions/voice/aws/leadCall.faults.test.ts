import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { PollyClient } from "@aws-sdk/client-polly";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { bedrockServer } from "../../../simulator/wire/bedrockServer";
import { kvsServer } from "../../../simulator/wire/kvsServer";
import { type KvsStreams, kvsStreams } from "../../../simulator/wire/kvsStreams";
import { connectionsLeft, type LocalAws, openLocalAws } from "../../../simulator/wire/localAws.fixture";
import { pollyServer } from "../../../simulator/wire/pollyServer";
import { quickClock } from "../../../simulator/wire/quickClock.fixture";
import { clientOf, sharingClientOf } from "../../../simulator/wire/testClients";
import { transcribeServer } from "../../../simulator/wire/transcribeServer";
import type { WireFault } from "../../../simulator/wire/wireFault";
import { dynamoCallStore } from "../../aws/dynamoCallStore";
import { promptPcm, promptWav } from "../../aws/promptWav";
import type { CallRecord } from "../../shared/callRecord";
import { promptKey } from "../../shared/fixedPrompts";
import { fixedSpeech } from "../../shared/fixedSpeech";
import { deskKnowledge, deskNowMs } from "../desk.contract";
import { contactFlow } from "../lines/contactFlow.fixture";
import { s3FixedSounds } from "./fixedSounds";
import { leadCall, type Room } from "./leadCall";
import { loudWords } from "./loudWords.fixture";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

/** Whole calls whose every adapter is the one of Lambda, over the local wire, three times as fast as a telephone. */
const times = 3;
const question = ["What", "does", "a", "haircut", "cost?"];
const reply = "A haircut is $35.";
const answer = JSON.stringify({ facts: ["service.haircut"], sure: true, reply });
const loudMs = 1_536;
const blockMs = 64;
const knowledge = { ...deskKnowledge, say: { ...deskKnowledge.say, greeting: "Hi, I am an AI." } };
const voice = async (text: string) =>
  Int16Array.from({ length: text.length * 160 }, (_, index) => (index % 2 === 0 ? 4_000 : -4_000));

type Service = "transcribe" | "polly" | "bedrock" | "kvs";

interface Trouble {
  /** What goes wrong with the first requests to a service; `always`: with each. */
  readonly faults?: Partial<Record<Service, readonly WireFault[] | { readonly always: WireFault }>>;
  /** How much of the call Transcribe hears before it breaks off. */
  readonly breakAfterMs?: number;
  /** When the caller begins to speak. */
  readonly speaksAtMs?: number;
  /** The stream of the caller's voice ends then. */
  readonly mediaEndsAtMs?: number;
}

let aws: LocalAws;
let names: { readonly table: string; readonly bucket: string };
let streams: KvsStreams = kvsStreams();
let trouble: Trouble = {};
let asked: Record<Service, number>;
let calls = 0;
const clock = quickClock(deskNowMs, times);

function nextFault(service: Service): WireFault | null {
  const planned = trouble.faults?.[service] ?? [];
  asked[service] += 1;
  return "always" in planned ? planned.always : (planned[asked[service] - 1] ?? null);
}

beforeAll(async () => {
  aws = await openLocalAws({
    clock,
    services: ({ url }) => [
      (exchange) => kvsServer({ streams, nextFault: () => nextFault("kvs"), clock, url })(exchange),
      (exchange) => {
        const { breakAfterMs } = trouble;
        const recognise = loudWords(question);
        return transcribeServer({ recognise, nextFault: () => nextFault("transcribe"), clock, breakAfterMs })(exchange);
      },
      pollyServer({ voice, nextFault: () => nextFault("polly"), firstByteMs: 0, clock, isKeptOpenByBlanks: false }),
      bedrockServer({
        answer: async () => ({
          tool: "answer_from_knowledge",
          json: answer,
          usage: { inputTokens: 10, cacheReadInputTokens: 0, outputTokens: 10 },
        }),
        nextFault: () => nextFault("bedrock"),
        firstTokenMs: 0,
        tokenMs: 0,
        clock,
      }),
    ],
  });
  names = { table: await aws.createTable(), bucket: await aws.createBucket() };
  for (const text of fixedSpeech(knowledge.say, "flow")) {
    const Body = promptWav(await voice(text));
    await aws.s3.send(new PutObjectCommand({ Bucket: names.bucket, Key: promptKey(text, "Ruth"), Body }));
  }
});

afterAll(() => aws.close());

/** One call: the caller asks what a haircut costs, and hangs up when they have heard the answer. */
async function play(planned: Trouble) {
  trouble = planned;
  asked = { transcribe: 0, polly: 0, bedrock: 0, kvs: 0 };
  streams = kvsStreams();
  calls += 1;
  const contactId = `contact-${calls}`;
  const arn = `arn:aws:kinesisvideo:us-east-1:111122223333:stream/${contactId}/1`;
  const { speaksAtMs = 1_920, mediaEndsAtMs = Number.POSITIVE_INFINITY } = planned;
  const openBefore = aws.connections();
  const madeBefore = aws.calls().length;

  const s3 = new S3Client(clientOf(aws.url));
  const dynamo = new DynamoDBClient(clientOf(aws.url));
  const shared = [
    s3,
    dynamo,
    new KinesisVideoClient(clientOf(aws.url)),
    new TranscribeStreamingClient(clientOf(aws.url)),
    new PollyClient(clientOf(aws.url)),
    new BedrockRuntimeClient(sharingClientOf(aws.url)),
  ] as const;
  const [, , kinesisVideo, transcribe, polly, bedrock] = shared;
  const tables = DynamoDBDocumentClient.from(dynamo, { marshallOptions: { removeUndefinedValues: true } });
  const callStore = dynamoCallStore(tables, names.table, clock);
  const nothing = () => undefined;
  const room: Room = {
    environment: {
      BOOKINGS_TABLE: names.table,
      RECORDS_TABLE: names.table,
      PROMPTS_BUCKET: names.bucket,
      BRAIN_MODEL: "model",
      VOICE: "Ruth",
      PRICES: "grounded",
      KEPT_DAYS: "90",
      CODE_VERSION: "0123456789abcdef",
    },
    clock,
    logger: { info: nothing, warn: nothing, error: nothing } as unknown as Room["logger"],
    tables,
    s3,
    calls: callStore,
    knowledge: async () => knowledge,
    meanings: () => ({ embed: async () => [], load: async () => new Map() }),
    announce: async () => undefined,
    startSuccessor: async () => undefined,
    fixedSounds: s3FixedSounds(s3, names.bucket, "Ruth"),
    kinesisVideo,
    transcribe,
    polly,
    bedrock,
  };

  const startMs = clock.now();
  const start = { from: "+15551230001", startedAtMs: startMs, stream: { arn, startFragment: "1", startMs } };
  await callStore.begin(contactId, start);
  let isOver = false;
  let hasHungUp = false;
  let spokenMs = 0;
  const speak = () => {
    for (; startMs + spokenMs + blockMs <= clock.now() && spokenMs < mediaEndsAtMs; spokenMs += blockMs) {
      const isLoud = spokenMs >= speaksAtMs && spokenMs < speaksAtMs + loudMs;
      const block = Int16Array.from({ length: blockMs * 8 }, (_, index) => (index % 2 === 0 ? 8_000 : -8_000));
      streams.put(arn, contactId, startMs + spokenMs, isLoud ? block : new Int16Array(block.length));
    }
    if (spokenMs >= mediaEndsAtMs) streams.end(arn);
    else if (!isOver) clock.after(20, speak);
  };
  speak();
  const flow = contactFlow(contactId, callStore, clock, async (uri) => {
    const Key = uri.replace(`s3://${names.bucket}/`, "");
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: names.bucket, Key }));
    return (promptPcm((await Body?.transformToByteArray()) ?? new Uint8Array(0))?.length ?? 0) / 8;
  });
  const hangUpAfterAnswer = () => {
    if (isOver) return;
    if (flow.playedMs(reply) === 0) return void clock.after(20, hangUpAfterAnswer);
    hasHungUp = true;
    // An offer is over for the line when the flow has listened for a key.
    clock.after(1_500, () => void callStore.hangUp(contactId, clock.now()).then(flow.leave));
  };
  hangUpAfterAnswer();

  await leadCall({ contactId, ...start, successor: 0, before: null }, `owner-${calls}`, room, clock.now() + 900_000);
  isOver = true;
  // The flow has been told how the call goes on; it may not have heard it yet.
  const pause = () => new Promise<void>((resolve) => clock.after(50, resolve));
  for (let waits = 0; waits < 40 && !hasHungUp && flow.doings().length === 0; waits += 1) await pause();
  flow.leave();
  await flow.over;
  const { Item } = await tables.send(
    new GetCommand({ TableName: names.table, Key: { pk: `call#${contactId}`, sk: "record" } }),
  );
  for (const client of shared) client.destroy();
  return {
    record: Item?.record as CallRecord,
    doings: flow.doings(),
    log: flow.log.map((entry) => entry.replace(/^\d+ /, "")),
    made: aws
      .calls()
      .slice(madeBefore)
      .map(({ operation }) => operation),
    leaked: await connectionsLeft(() => aws.connections() - openBefore),
    readers: streams.readers(),
  };
}

type Played = Awaited<ReturnType<typeof play>>;

/** The caller was answered as if nothing had been. */
function expectAnswered({ record, leaked, readers, doings }: Played): void {
  expect(record.turns.map(({ caller, heard }) => ({ caller, heard }))).toEqual([
    { caller: question.join(" "), heard: reply },
  ]);
  expect(record.ending).toBe("callerHungUp");
  expect({ doings, leaked, readers }).toEqual({ doings: [], leaked: 0, readers: 0 });
}

/** A person is called, who is told why. */
function expectPerson({ record, leaked, readers, doings }: Played, why: RegExp): void {
  expect(record.ending).toBe("transferred");
  expect(doings).toHaveLength(1);
  expect(doings[0]).toMatch(why);
  expect({ leaked, readers }).toEqual({ leaked: 0, readers: 0 });
}

const servicesAtFault = ({ record }: Played) => [...new Set(record.faults.map(({ service }) => service))];
const count = ({ made }: Played, operation: string) => made.filter((each) => each === operation).length;

test("without a fault the question is answered, and nothing is left open", async () => {
  const played = await play({});
  expectAnswered(played);
  expect(servicesAtFault(played)).toEqual([]);
});

test.each(["drop", "silentEnd"] as const)(
  "Transcribe breaks off in the middle of the question: no word of it is lost: %s",
  async (fault) => {
    const played = await play({ faults: { transcribe: [fault] }, breakAfterMs: 2_700 });
    expectAnswered(played);
    expect(count(played, "StartStreamTranscription")).toBe(2);
    expect(servicesAtFault(played)).toEqual(["transcribe"]);
  },
);

test("Transcribe refuses for good: a person is called", async () => {
  const played = await play({ faults: { transcribe: { always: "throttle" } } });
  expectPerson(played, /\w/);
  expect(servicesAtFault(played)).toEqual(["transcribe"]);
});

test("Polly closes the stream that waited for 5 s: the answer is spoken over another", async () => {
  const played = await play({ speaksAtMs: 4_864 });
  expectAnswered(played);
  expect(count(played, "StartSpeechSynthesisStream")).toBeGreaterThanOrEqual(2);
  expect(servicesAtFault(played)).toEqual([]);
  expect(played.log.filter((entry) => entry.includes("in words"))).toEqual([]);
});

test("Polly breaks off in the middle of the answer: Connect's own voice says all of it", async () => {
  // Always: on a slow machine the greeting's sound may not be there in time, and then Polly's first request is for that.
  const played = await play({ faults: { polly: { always: "silentEnd" } } });
  expectAnswered(played);
  expect(played.log.filter((entry) => entry.includes(reply))).toEqual([`offer in words: ${reply}`, `offer ${reply}`]);
  expect(servicesAtFault(played)).toContain("polly");
});

test("Polly refuses for good: Connect's own voice speaks", async () => {
  const played = await play({ faults: { polly: { always: "throttle" } } });
  expectAnswered(played);
  expect(played.log).toContain(`offer in words: ${reply}`);
});

test("Bedrock is throttled once: it is asked again, and the question is answered", async () => {
  const played = await play({ faults: { bedrock: ["throttle"] } });
  expectAnswered(played);
  expect(count(played, "InvokeModelWithResponseStream")).toBeGreaterThanOrEqual(2);
});

test("Bedrock is throttled for good: a person is called", async () => {
  const played = await play({ faults: { bedrock: { always: "throttle" } } });
  expectPerson(played, /haircut/);
  expect(servicesAtFault(played)).toEqual(["bedrock"]);
});

test.each(["silentEnd", "drop"] as const)(
  "GetMedia ends while the caller goes on: it is asked again, and nothing is heard twice: %s",
  async (fault) => {
    const played = await play({ faults: { kvs: [fault] } });
    expectAnswered(played);
    expect(count(played, "GetMedia")).toBe(2);
    expect(servicesAtFault(played)).toEqual(fault === "drop" ? ["kvs"] : []);
  },
);

test("GetMedia ends because the stream does: the caller is gone, and so is the call", async () => {
  const { record, leaked, readers } = await play({ mediaEndsAtMs: 1_920 });
  expect(record).toMatchObject({ ending: "callerHungUp", turns: [] });
  expect({ leaked, readers }).toEqual({ leaked: 0, readers: 0 });
});

test("GetMedia is refused for good: a person is called", async () => {
  const played = await play({ faults: { kvs: { always: "error" } } });
  expectPerson(played, /\w/);
  expect(servicesAtFault(played)).toEqual(["kvs"]);
});
