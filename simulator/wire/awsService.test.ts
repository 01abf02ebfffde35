import { GetObjectCommand, NoSuchKey, PutObjectCommand, PutObjectTaggingCommand, S3Client } from "@aws-sdk/client-s3";
import {
  DeleteVectorsCommand,
  GetVectorsCommand,
  ListVectorsCommand,
  PutVectorsCommand,
  QueryVectorsCommand,
  S3VectorsClient,
} from "@aws-sdk/client-s3vectors";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { clientOf } from "./testClients";
import { openWireWorld, type WireWorld } from "./wireWorld";

let world: WireWorld;
beforeAll(async () => {
  world = await openWireWorld((name) => `/nowhere/${name}/index.js`);
});
afterAll(() => world.close());

test("an object comes back as it was put; what the emulator would take for its content is refused", async () => {
  const s3 = new S3Client(clientOf(world.url));
  const place = { Bucket: "simulated-prompts", Key: "calls/c-1/s 1.wav" };
  await s3.send(new PutObjectCommand({ ...place, Body: Buffer.from([1, 2, 255]) }));
  const tagging = s3.send(new PutObjectTaggingCommand({ ...place, Tagging: { TagSet: [{ Key: "a", Value: "b" }] } }));
  await expect(tagging).rejects.toMatchObject({ name: "NotImplemented" });
  const { Body } = await s3.send(new GetObjectCommand(place));
  expect([...((await Body?.transformToByteArray()) ?? [])]).toEqual([1, 2, 255]);
  await expect(s3.send(new GetObjectCommand({ ...place, Key: "none" }))).rejects.toBeInstanceOf(NoSuchKey);
  expect(await world.promptAt("s3://simulated-prompts/calls/c-1/s 1.wav")).toEqual(new Uint8Array([1, 2, 255]));
  expect(await world.promptAt("s3://simulated-prompts/none")).toBeNull();
});

test("vectors are kept by key, listed page by page, and found by what is nearest", async () => {
  const vectors = new S3VectorsClient(clientOf(world.url));
  const indexArn = "arn:aws:s3vectors:us-east-1:000000000000:bucket/facts/index/facts";
  const vector = (key: string, float32: number[]) => ({ key, data: { float32 }, metadata: { text: `about ${key}` } });
  await vectors.send(
    new PutVectorsCommand({ indexArn, vectors: [vector("a", [1, 0]), vector("b", [0, 1]), vector("c", [1, 1])] }),
  );
  await vectors.send(new PutVectorsCommand({ indexArn, vectors: [vector("b", [-1, 0])] }));
  const first = await vectors.send(new ListVectorsCommand({ indexArn, maxResults: 2 }));
  const rest = await vectors.send(new ListVectorsCommand({ indexArn, nextToken: first.nextToken }));
  expect([first, rest].map((page) => page.vectors?.map(({ key }) => key))).toEqual([["a", "b"], ["c"]]);
  expect(rest.nextToken).toBeUndefined();
  const near = await vectors.send(
    new QueryVectorsCommand({ indexArn, queryVector: { float32: [2, 0.1] }, topK: 2, returnMetadata: true }),
  );
  expect(near.vectors?.map(({ key, metadata }) => [key, metadata])).toEqual([
    ["a", { text: "about a" }],
    ["c", { text: "about c" }],
  ]);
  await vectors.send(new DeleteVectorsCommand({ indexArn, keys: ["a"] }));
  const left = await vectors.send(new GetVectorsCommand({ indexArn, keys: ["a", "b"], returnData: true }));
  expect(left.vectors).toEqual([{ key: "b", data: { float32: [-1, 0] } }]);
  await expect(vectors.send(new PutVectorsCommand({ indexArn, vectors: [] }))).rejects.toMatchObject({
    name: "ValidationException",
  });
});

test("a message is published, and whatever is asked is written down as a policy would name it", async () => {
  const sns = new SNSClient(clientOf(world.url));
  const TopicArn = "arn:aws:sns:us-east-1:000000000000:simulated-alerts";
  await sns.send(new PublishCommand({ TopicArn, Subject: "News", Message: "None." }));
  expect(world.awsCalls().at(-1)).toMatchObject({
    functionName: null,
    service: "sns",
    operation: "Publish",
    resource: TopicArn,
  });
});
