import { randomUUID } from "node:crypto";
import { GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { type LocalAws, openLocalAws } from "../../simulator/wire/localAws.fixture";
import { sampledSound } from "../voice/aws/frames";
import { type PromptsStage, promptsContract } from "../voice/prompts.contract";
import { againstAws } from "../voice/stage.fixture";
import { promptPcm } from "./promptWav";
import { type SampledSound, s3Prompts } from "./s3Prompts";
import { systemClock } from "./systemClock";

const framesIn200ms = 10;

function stageOn(s3: S3Client, bucket: string): PromptsStage<SampledSound> {
  const contactId = randomUUID();
  return {
    prompts: s3Prompts(s3, bucket, contactId),
    clock: { ...systemClock, run: (until) => until },
    sound(durationMs, dbfs) {
      const loudness = Math.round(32_768 * 10 ** (dbfs / 20));
      const pcm = Int16Array.from({ length: durationMs * 8 }, (_, index) => (index % 2 === 0 ? loudness : -loudness));
      return sampledSound(0, pcm);
    },
    async played(uri) {
      const [, Bucket, Key] = /^s3:\/\/([^/]+)\/(.+)$/.exec(uri) ?? [];
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      const pcm = promptPcm((await Body?.transformToByteArray()) ?? new Uint8Array(0));
      if (pcm === null) return null;
      const { levels } = sampledSound(0, pcm);
      return levels.filter((_, index) => index % framesIn200ms === 0).map((level) => Math.round(level / 10) * 10);
    },
    ofAnotherCall: () => s3Prompts(s3, bucket, `${contactId}-2`),
  };
}

describe("prompts over S3's protocol", () => {
  let aws: LocalAws;
  let bucket: string;
  beforeAll(async () => {
    aws = await openLocalAws();
    bucket = await aws.createBucket();
  });
  afterAll(() => aws.close());

  promptsContract(async (faults = []) => {
    aws.failNext("s3", faults);
    return stageOn(aws.s3, bucket);
  });
});

againstAws("PROMPTS_BUCKET")("prompts in Amazon S3 (AWS_CONTRACT=1 and PROMPTS_BUCKET)", () => {
  promptsContract(async () => stageOn(new S3Client({}), process.env.PROMPTS_BUCKET ?? ""), "aws");
});
