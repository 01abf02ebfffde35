import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { realClock, type SimClock, virtualClock } from "../../../simulator/clock";
import { type SimSound, silenceSound } from "../../../simulator/sound/simSound";
import { memoryPrompts } from "../../../simulator/standIns/memoryPrompts";
import { plannedFaults } from "../../../simulator/standIns/plannedFaults.fixture";
import { memoryCallStore } from "../../../simulator/stores/memoryCallStore";
import { type LocalAws, openLocalAws } from "../../../simulator/wire/localAws.fixture";
import { quickClock } from "../../../simulator/wire/quickClock.fixture";
import { dynamoCallStore } from "../../aws/dynamoCallStore";
import { promptPcm } from "../../aws/promptWav";
import { type SampledSound, s3Prompts } from "../../aws/s3Prompts";
import type { CallStore } from "../../shared/callStore";
import { sampledSound } from "../aws/frames";
import { type LineStage, lineContract } from "../line.contract";
import type { Sound } from "../ports";
import { againstAws } from "../stage.fixture";
import { takeCall } from "./callLease";
import { contactFlow } from "./contactFlow.fixture";
import { flowLine, type Prompts } from "./flowLine";

const startMs = Date.UTC(2026, 10, 23, 18);

interface Ground<S extends Sound> {
  readonly clock: SimClock;
  readonly calls: CallStore;
  readonly prompts: Prompts<S>;
  readonly lengthMs: (uri: string) => Promise<number>;
  readonly sound: (durationMs: number) => S;
}

/** A call on the flow line, with a contact flow at its other end. */
async function stageOn<S extends Sound>(contactId: string, ground: Ground<S>): Promise<LineStage<S>> {
  const { clock, calls, prompts, lengthMs, sound } = ground;
  await calls.begin(contactId, { from: null, startedAtMs: clock.now(), stream: null });
  const lease = await takeCall(contactId, "voice", calls, clock);
  if (lease === null) throw new Error("nobody else can have the call");
  const line = flowLine({ contactId, fence: lease.fence, calls, prompts, clock, recordingNotice: null });
  const flow = contactFlow(contactId, calls, clock, lengthMs);
  const textOf = (id: string) => `Clause ${id}.`;
  return {
    line,
    clock,
    sound,
    heardMs: (id) => flow.playedMs(textOf(id)),
    pressDuring: (id, key) => flow.pressDuring(textOf(id), key),
    callerHangsUp() {
      flow.leave();
      void calls.hangUp(contactId, clock.now());
    },
    doings: flow.doings,
    async close() {
      flow.leave();
      await clock.run(Promise.all([flow.over, line.closed(), lease.release()]));
    },
  };
}

describe("the flow line in this process", () => {
  lineContract<SimSound>("flow", async (contactId) => {
    const clock = virtualClock(startMs);
    const prompts = memoryPrompts(contactId, clock, plannedFaults("s3", [], clock), 40);
    return stageOn(contactId, {
      clock,
      calls: memoryCallStore(clock),
      prompts,
      lengthMs: async (uri) => prompts.get(uri)?.durationMs ?? 0,
      sound: silenceSound,
    });
  });
});

function awsGround(
  tables: DynamoDBDocumentClient,
  s3: S3Client,
  names: { readonly table: string; readonly bucket: string },
  contactId: string,
  clock: SimClock,
): Ground<SampledSound> {
  return {
    clock,
    calls: dynamoCallStore(tables, names.table, clock),
    prompts: s3Prompts(s3, names.bucket, contactId),
    async lengthMs(uri) {
      const Key = uri.replace(`s3://${names.bucket}/`, "");
      const { Body } = await s3.send(new GetObjectCommand({ Bucket: names.bucket, Key }));
      const pcm = promptPcm((await Body?.transformToByteArray()) ?? new Uint8Array(0));
      return (pcm?.length ?? 0) / 8;
    },
    sound: (durationMs) => sampledSound(0, new Int16Array(durationMs * 8)),
  };
}

describe("the flow line over DynamoDB's and S3's protocols", () => {
  /** The machine may be busy: so many times as fast as a telephone, and no faster. */
  const times = 3;
  let aws: LocalAws;
  let names: { readonly table: string; readonly bucket: string };

  beforeAll(async () => {
    aws = await openLocalAws();
    names = { table: await aws.createTable(), bucket: await aws.createBucket() };
  });
  afterAll(() => aws.close());

  lineContract<SampledSound>("flow", (contactId) =>
    stageOn(contactId, awsGround(aws.tables, aws.s3, names, contactId, quickClock(startMs, times))),
  );
});

againstAws("CALLS_TABLE", "PROMPTS_BUCKET")(
  "the flow line over DynamoDB and S3 (AWS_CONTRACT=1, CALLS_TABLE and PROMPTS_BUCKET)",
  () => {
    const { CALLS_TABLE: table = "", PROMPTS_BUCKET: bucket = "" } = process.env;
    const run = randomUUID();
    lineContract<SampledSound>("flow", (contactId) => {
      const tables = DynamoDBDocumentClient.from(new DynamoDBClient({}));
      const ground = awsGround(tables, new S3Client({}), { table, bucket }, `${run}-${contactId}`, realClock(startMs));
      return stageOn(`${run}-${contactId}`, ground);
    });
  },
);
