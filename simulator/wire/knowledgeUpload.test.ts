import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { bundleFunction } from "../../components/bundle";
import { dynamoCallRecords } from "../../functions/aws/dynamoCallRecords";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { versionKey } from "../../functions/shared/knowledgeVersion";
import { makeReport } from "../makeReport";
import { readScriptedCall } from "../readScriptedCall";
import { playWireCall } from "./playWireCall";
import { keptDays, stackFunctions } from "./stackFunctions";
import { clientOf } from "./testClients";
import { openWireWorld, type WireStack, type WireWorld } from "./wireWorld";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

const shop = (price: string, more = "") => `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00 }
services: [{ id: tune-up, name: Tune-up, price: ${price}, minutes: 60 }]
people: [{ id: kit, name: Kit, number: "+35315550101" }]
say: { greeting: Kit's AI. Press zero for a person., recording: Recorded. }
${more}`;
const knowledge = parseKnowledge(shop("€40"), "shop.yaml");
const bundleOf = (name: string) => bundleFunction(name).file;

let world: WireWorld;
let stack: WireStack;
let s3: S3Client;

beforeAll(async () => {
  world = await openWireWorld(bundleOf);
  stack = await world.stackOf(knowledge);
  s3 = new S3Client(clientOf(world.url));
}, 120_000);
afterAll(() => world.close());

/** As an upload goes: the file, and what its event starts. */
async function upload(
  text: string,
): Promise<{ readonly status: string; readonly version?: string; readonly lines?: string[] }> {
  const { knowledgeBucket: Bucket, knowledgeFile: Key } = stack.places;
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: text }));
  const { payload, isFault } = await world.lambda.invoke(stack.nameOf("syncKnowledge"), "{}", null);
  if (isFault) throw new Error(payload);
  return JSON.parse(payload);
}

async function stored(key: string): Promise<string> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket: stack.places.knowledgeBucket, Key: key }));
  return (await Body?.transformToString()) ?? "";
}

/** A caller asks for the price, and the model says one. What was read before is read again: the functions begin anew. */
async function called(price: string, nth: number) {
  for (const each of stackFunctions(stack.places, bundleOf)) {
    await world.lambda.remove(each.name);
    world.lambda.deploy(each);
  }
  const script = `
at: 2026-11-23T10:00:00+00:00
from: "+353871230001"
caller: [{ says: What does a tune-up cost? }, { hangsUp: true }]
brain: [{ tool: answer_from_knowledge, input: { facts: [service.tune-up], sure: true, reply: A tune-up is ${price}. } }]
`;
  const { call } = readScriptedCall(script, "question.yaml", () => {
    throw new Error("no recording is played");
  });
  if (call === null) throw new Error("the call cannot be read");
  const decide = () => ({ tool: "end_call", input: { reply: "Bye." } });
  const finished = await playWireCall(call, knowledge, { column: "best", seed: 1, decide }, world, stack, nth);
  const { contactId, turns } = makeReport(finished);
  const tables = DynamoDBDocumentClient.from(new DynamoDBClient(clientOf(world.url)));
  const left = await dynamoCallRecords(tables, stack.places.recordsTable, keptDays).of(contactId);
  return { said: turns[0]?.said, isBlocked: turns[0]?.blocked != null, version: left?.versions.knowledge };
}

test("a call has the file that was uploaded last, whole; one that is refused reaches no call, and its owner is told", async () => {
  const first = await upload(shop("€45"));
  expect(first.status).toBe("inForce");
  expect(await called("€45", 0)).toEqual({ said: "A tune-up is €45.", isBlocked: false, version: first.version });

  const inForce = await stored(stack.places.knowledgeKey);
  const told = () => world.awsCalls().filter(({ service, operation }) => service === "sns" && operation === "Publish");
  const before = told().length;
  const refused = await upload(shop("€50", "colour: red\nholidays: { 2026-13-01: closed }"));
  expect(refused.status).toBe("refused");
  expect(refused.lines).toHaveLength(2);
  expect(told().slice(before)).toMatchObject([{ functionName: stack.nameOf("syncKnowledge") }]);
  expect(await stored(stack.places.knowledgeKey)).toBe(inForce);
  expect(await called("€45", 1)).toEqual({ said: "A tune-up is €45.", isBlocked: false, version: first.version });

  const second = await upload(shop("€50"));
  expect(second.version).not.toBe(first.version);
  expect(await called("€45", 2)).toMatchObject({ isBlocked: true, version: second.version });
  // What a call knew can still be read.
  expect(await stored(versionKey(stack.places.knowledgeKey, first.version ?? ""))).toBe(inForce);
}, 180_000);

test("the sentences of a new file are rendered before it is in force", async () => {
  const rendered = () => world.awsCalls().filter(({ operation }) => operation === "SynthesizeSpeech").length;
  const before = rendered();
  expect((await upload(shop("€50").replace("Recorded.", "This is taped."))).status).toBe("inForce");
  const calls = world.awsCalls();
  expect(rendered() - before).toBe(1);
  const lastRendered = calls.findLastIndex(({ operation }) => operation === "SynthesizeSpeech");
  const lastInForce = calls.findLastIndex(
    ({ operation, resource }) => operation === "PutObject" && resource?.endsWith(stack.places.knowledgeKey),
  );
  expect(lastInForce).toBeGreaterThan(lastRendered);
}, 60_000);
