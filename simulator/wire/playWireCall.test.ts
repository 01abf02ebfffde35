import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { bundleFunction } from "../../components/bundle";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { makeReport } from "../makeReport";
import { offlineModel } from "../offlineModel";
import { playScriptedCall } from "../playScriptedCall";
import { readScriptedCall } from "../readScriptedCall";
import type { CallReport } from "../report";
import { businessStores } from "../stores/businessStores";
import { playWireCall } from "./playWireCall";
import { differencesOf } from "./sameCall";
import { clientOf } from "./testClients";
import { openWireWorld, type WireWorld } from "./wireWorld";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

/** Short sentences: these calls take as long as they take. */
const shop = `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00 }
services:
  - { id: tune-up, name: Tune-up, price: €40, minutes: 60 }
people: [{ id: kit, name: Kit, number: "+35315550101" }]
say:
  greeting: Kit's AI. Press zero for a person.
  recording: Recorded.
  closed: Closed.
  readBack: "{service}, {start}, {name}?"
  booked: Done.
`;
const knowledge = parseKnowledge(shop, "shop.yaml");
const settings = { line: "flow", column: "best", seed: 1, decide: offlineModel } as const;

const calls = {
  question: `
at: 2026-11-23T10:00:00+00:00
from: "+353871230001"
caller:
  - says: What does a tune-up cost?
  - hangsUp: true
`,
  booking: `
at: 2026-11-23T10:00:00+00:00
from: "+353871230002"
caller:
  - says: Book a tune-up tomorrow at ten. My name is Uma.
  - says: "Yes."
  - hangsUp: true
`,
  message: `
at: 2026-11-22T10:00:00+00:00
from: "+353871230003"
caller:
  - says: Please call me back.
  - presses: "#"
`,
  killed: `
at: 2026-11-23T10:00:00+00:00
from: "+353871230004"
caller:
  - says: What does a tune-up cost?
  - says: And how long does it take?
  - hangsUp: true
faults:
  - { service: lambda, at: 11s, fault: drop }
`,
};
/** Those in which nothing goes wrong. */
const comparable = ["question", "booking", "message"];

let world: WireWorld;
const reports = new Map<string, { readonly inProcess: CallReport; readonly overWire: CallReport }>();

beforeAll(async () => {
  world = await openWireWorld((name) => bundleFunction(name).file);
  const stack = await world.stackOf(knowledge);
  await Promise.all(
    Object.entries(calls).map(async ([name, text]) => {
      const { call } = readScriptedCall(text, `${name}.yaml`, () => {
        throw new Error("no call here plays a recording");
      });
      if (call === null) throw new Error(`${name} cannot be read`);
      reports.set(name, {
        inProcess: makeReport(await playScriptedCall(call, knowledge, settings, businessStores())),
        overWire: makeReport(await playWireCall(call, knowledge, settings, world, stack)),
      });
    }),
  );
}, 120_000);
afterAll(() => world.close());

test.each(comparable)("%s: over the wire the call is the same as in one process", (name) => {
  const { inProcess, overWire } = reports.get(name) ?? {};
  if (inProcess === undefined || overWire === undefined) throw new Error("the call was not played");
  expect(differencesOf(inProcess, overWire)).toEqual([]);
  // A busy machine is late with a sound: Connect says the words then, and nothing else is different.
  expect(overWire.errors.filter(({ what }) => what !== "no sound in time")).toEqual([]);
});

test("the calls came to what they were made for", async () => {
  const outcomes = [...reports].map(([name, { overWire }]) => [name, overWire.outcome]);
  expect(Object.fromEntries(outcomes)).toEqual({
    question: "answered",
    booking: "booked",
    message: "voicemail",
    killed: expect.stringMatching(/^(answered|transferred)$/),
  });
  expect(await world.bookings()).toMatchObject([
    { service: "tune-up", start: "2026-11-24T10:00", name: "Uma", number: "+353871230002", confirmation: "heard" },
  ]);
});

test("what is heard over the wire is what is heard in one process, fillers aside", () => {
  const heardIn = ({ agentAudio }: CallReport) =>
    agentAudio.map(({ text }) => text).filter((text) => !knowledge.say.fillers.includes(text));
  for (const name of comparable) {
    const { inProcess, overWire } = reports.get(name) ?? {};
    expect(overWire && heardIn(overWire)).toEqual(inProcess && heardIn(inProcess));
  }
});

test("a function that is killed in the middle of a call is followed by another, which knows what was said before", () => {
  const { inProcess, overWire } = reports.get("killed") ?? {};
  if (inProcess === undefined || overWire === undefined) throw new Error("the call was not played");
  // On a machine with too much to do the flow is first, and calls a person. On the virtual clock the successor always is.
  if (overWire.outcome === "transferred")
    expect(overWire.transfer).toMatchObject({ to: "+35315550101", outcome: "answered" });
  else expect(differencesOf(inProcess, overWire)).toEqual([]);
  expect(inProcess.turns.map(({ said }) => said)).toEqual(["A tune-up is €40.", "The tune-up takes 60 minutes."]);
  const starts = world
    .awsCalls()
    .filter(({ operation, resource }) => operation === "InvokeFunction" && resource?.endsWith("voice"));
  // One for each call that an agent answers, and the successor's.
  expect(starts).toHaveLength(4);
});

test("no function has complained, and each stands still", () => {
  const complaints = world.lambda.logs().filter(({ text }) => !text.includes('"level":"INFO"'));
  expect(complaints).toEqual([]);
});

test("a knowledge file that its owner uploads is put in force", async () => {
  const { places, nameOf } = await world.stackOf(knowledge);
  const s3 = new S3Client(clientOf(world.url));
  const place = { Bucket: places.knowledgeBucket, Key: places.knowledgeFile };
  await s3.send(new PutObjectCommand({ ...place, Body: shop.replace("€40", "€45") }));
  const synced = await world.lambda.invoke(nameOf("syncKnowledge"), "{}", null);
  expect(JSON.parse(synced.payload)).toMatchObject({ status: "inForce" });
  await s3.send(new PutObjectCommand({ ...place, Body: shop.replace("€40", "[]") }));
  const refused = await world.lambda.invoke(nameOf("syncKnowledge"), "{}", null);
  expect(JSON.parse(refused.payload)).toMatchObject({ status: "refused" });
});

const afterCalls = ["archiveCall", "deliver", "confirmBooking", "noteVoicemail", "prepareVoicemail", "reportVoicemail"];

test("the requests that each function of a call has made of AWS", () => {
  const made = new Map<string, Set<string>>();
  for (const { functionName, service, operation, resource } of world.awsCalls()) {
    const name = functionName?.replace(/^stack-\d+-/, "") ?? null;
    // What follows upon a call is tested where its workflows are.
    if (name === null || afterCalls.includes(name)) continue;
    // A person is only told where one is called, which none of these calls is made for.
    if (name === "voice" && service === "lambda") continue;
    const place = resource?.replace(/^simulated-(knowledge|prompts)\/.*$/s, "$1").replace(/^simulated-/, "");
    const asked = `${service}:${operation}${service === "dynamodb" || service === "s3" ? ` ${place}` : ""}`;
    made.set(name, (made.get(name) ?? new Set()).add(asked));
  }
  const sorted = [...made].map(([name, asked]) => [name, [...asked].sort()] as const);
  expect(Object.fromEntries(sorted)).toEqual({
    screenCaller: ["dynamodb:UpdateItem calls", "s3:GetObject knowledge"],
    startCall: ["dynamodb:UpdateItem calls", "lambda:InvokeFunction"],
    nextAction: ["dynamodb:Query calls", "dynamodb:UpdateItem calls"],
    voice: [
      "bedrock:InvokeModelWithResponseStream",
      "dynamodb:PutItem records",
      "dynamodb:Query bookings",
      "dynamodb:Query calls",
      "dynamodb:Query records",
      "dynamodb:TransactWriteItems bookings",
      "dynamodb:UpdateItem calls",
      "kinesisvideo:GetDataEndpoint",
      "kinesisvideo:GetMedia",
      "polly:StartSpeechSynthesisStream",
      "s3:GetObject knowledge",
      "s3:GetObject prompts",
      "s3:PutObject prompts",
      "states:StartExecution",
      "transcribe:StartStreamTranscription",
    ],
    renderPrompts: ["polly:SynthesizeSpeech", "s3:PutObject prompts"],
    syncKnowledge: [
      "bedrock:InvokeModel",
      "s3:GetObject knowledge",
      "s3:PutObject knowledge",
      "s3vectors:ListVectors",
      "s3vectors:PutVectors",
      "sns:Publish",
    ],
  });
});

test("nothing is left: no process, and no connection to AWS", async () => {
  const { lambda } = world;
  expect(lambda.processes()).toBeGreaterThan(0);
  await world.close();
  expect(lambda.processes()).toBe(0);
  expect(world.connections()).toBe(0);
});
