import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { PollyClient } from "@aws-sdk/client-polly";
import type { S3Client } from "@aws-sdk/client-s3";
import { TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { memoryCallStore } from "../../../simulator/stores/memoryCallStore";
import { bedrockServer, type ConverseRequest } from "../../../simulator/wire/bedrockServer";
import { kvsServer } from "../../../simulator/wire/kvsServer";
import { kvsStreams } from "../../../simulator/wire/kvsStreams";
import { pollyServer } from "../../../simulator/wire/pollyServer";
import { clientOf, sharingClientOf } from "../../../simulator/wire/testClients";
import { transcribeServer } from "../../../simulator/wire/transcribeServer";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import { systemClock } from "../../aws/systemClock";
import { nextAction } from "../../nextAction/nextAction";
import type { CallRecord } from "../../shared/callRecord";
import type { CallStore } from "../../shared/callStore";
import { connectEvent } from "../../shared/connectEvent.fixture";
import type { VoiceCall } from "../../shared/voiceCall";
import { deskKnowledge } from "../desk.contract";
import { type DocumentTable, documentTable } from "./documentTable.fixture";
import { s3FixedSounds } from "./fixedSounds";
import { leadCall, type Room } from "./leadCall";
import { loudWords } from "./loudWords.fixture";

// These calls go on in real time: a machine that stalls breaks one now and then, a fault of ours breaks it each time.
jest.retryTimes(2);

/** One call over the local wire in real time: about four seconds. */
const contactId = "contact-1";
const arn = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/voice-connect-shop-contact-1/1";
const clock = systemClock;

let server: WireServer;
let calls: CallStore;
let table: DocumentTable;
let logged: { readonly message: string; readonly fields: Record<string, unknown> }[];
let asked: ConverseRequest[];
let stored: string[];
const streams = kvsStreams();

const words = ["What", "does", "a", "haircut", "cost?"];

/** Each answer as a model writes it, one a question. */
const answers = [
  { tool: "answer_from_knowledge", json: '{"facts":["service.haircut"],"sure":true,"reply":"A haircut is $35."}' },
  { tool: "end_call", json: '{"reply":"Goodbye."}' },
];

const s3 = {
  async send({ input }: { input: { readonly Key: string; readonly Body?: unknown } }) {
    if (input.Body === undefined) throw new Error("NoSuchKey");
    stored.push(input.Key);
    return {};
  },
} as unknown as S3Client;

function room(): Room {
  const log = (message: string, fields: Record<string, unknown>) => void logged.push({ message, fields });
  return {
    environment: {
      BOOKINGS_TABLE: "bookings",
      RECORDS_TABLE: "records",
      PROMPTS_BUCKET: "prompts",
      BRAIN_MODEL: "model",
      VOICE: "Ruth",
      PRICES: "grounded",
      KEPT_DAYS: "90",
      CODE_VERSION: "0123456789abcdef",
    },
    clock,
    logger: { info: log, warn: log, error: log } as unknown as Room["logger"],
    tables: table.client,
    s3,
    calls,
    knowledge: async () => ({ ...deskKnowledge, say: { ...deskKnowledge.say, greeting: "Hi, I am an AI." } }),
    meanings: () => ({ embed: async () => [], load: async () => new Map() }),
    announce: async () => undefined,
    startSuccessor: async () => undefined,
    fixedSounds: s3FixedSounds(s3, "prompts", "Ruth"),
    kinesisVideo: new KinesisVideoClient(clientOf(server.url)),
    transcribe: new TranscribeStreamingClient(clientOf(server.url)),
    polly: new PollyClient(clientOf(server.url)),
    bedrock: new BedrockRuntimeClient(sharingClientOf(server.url)),
  };
}

beforeEach(async () => {
  logged = [];
  asked = [];
  stored = [];
  calls = memoryCallStore(clock);
  table = documentTable();
  const nextFault = () => null;
  server = await wireServer([
    kvsServer({ streams, nextFault, clock, url: () => server.url }),
    transcribeServer({ recognise: loudWords(words), nextFault, clock }),
    pollyServer({ voice: async (text) => new Int16Array(text.length * 480), nextFault, firstByteMs: 0, clock }),
    bedrockServer({
      async answer(request) {
        asked.push(request);
        const question = request.messages?.filter(({ role }) => role === "assistant").length ?? 0;
        const written = answers[question] ?? { tool: "end_call", json: '{"reply":"Goodbye."}' };
        return { ...written, usage: { inputTokens: 10, cacheReadInputTokens: 0, outputTokens: 10 } };
      },
      nextFault,
      firstTokenMs: 0,
      tokenMs: 0,
      clock,
    }),
  ]);
});

afterEach(() => server.close());

const started = (startedAtMs: number, before: VoiceCall["before"] = null): VoiceCall => ({
  contactId,
  from: "+15551230001",
  startedAtMs,
  stream: { arn, startFragment: "1", startMs: startedAtMs },
  successor: before === null ? 0 : 1,
  before,
});

/** The contact flow: asks, "plays" what it is told in no time, and asks again. */
async function playFlow(isOver: () => boolean): Promise<string[]> {
  const said: string[] = [];
  let parameters: Record<string, string> = { seq: "1", waitedMs: "0" };
  while (!isOver()) {
    const { next, seq, waitedMs, text } = await nextAction(connectEvent({ contactId, parameters }), { clock, calls });
    parameters = { seq, waitedMs };
    if (text !== undefined) said.push(text);
    if (next === "end" || next === "person") return [...said, next];
  }
  return said;
}

test("a call is led from the greeting to the goodbye, and leaves its record", async () => {
  const startMs = clock.now();
  await calls.begin(contactId, started(startMs));
  let isOver = false;
  // The caller speaks for 1.5 s after 1.2 s, and again after 3.5 s.
  let spokenMs = 0;
  const talking = setInterval(() => {
    const isLoud = (spokenMs >= 1_216 && spokenMs < 2_752) || (spokenMs >= 4_096 && spokenMs < 5_632);
    const block = new Int16Array(512)
      .fill(isLoud ? 8_000 : 0)
      .map((sample, index) => (index % 2 === 0 ? sample : -sample));
    while (startMs + spokenMs + 64 <= clock.now()) {
      streams.put(arn, contactId, startMs + spokenMs, block);
      spokenMs += 64;
    }
  }, 16);
  const leading = leadCall(started(startMs), "owner-1", room(), clock.now() + 900_000);
  const flow = playFlow(() => isOver);
  await leading;
  isOver = true;
  clearInterval(talking);
  const said = await flow;

  expect(said).toEqual(["Hi, I am an AI.", "This call is recorded.", "A haircut is $35.", "Goodbye.", "end"]);
  const record = [...table.items.values()].find(({ sk }) => sk === "record")?.record as CallRecord;
  expect(record.turns.map(({ caller, heard }) => ({ caller, heard }))).toEqual([
    { caller: "What does a haircut cost?", heard: "A haircut is $35." },
    { caller: "What does a haircut cost?", heard: "Goodbye." },
  ]);
  expect(record).toMatchObject({ contactId, ending: "goodbye", faults: [] });
  expect(asked.at(-1)?.messages).toHaveLength(3);
  expect(stored.every((key) => key.startsWith(`calls/${contactId}/`))).toBe(true);
  expect((await calls.read(contactId)).lease?.untilMs).toBe(0);
  // What stays open serves the next call: one connection to Bedrock and one to Kinesis Video Streams.
  for (let turns = 0; turns < 1_000 && server.connections().open > 2; turns++) await new Promise(setImmediate);
  expect(server.connections().open).toBeLessThanOrEqual(2);
  expect(streams.readers()).toBe(0);
  expect(logged).toMatchObject([{ message: "call over", fields: { contactId, ending: "goodbye", turns: 2 } }]);
  expect(JSON.stringify(logged)).not.toMatch(/haircut|15551230001/);
}, 20_000);

test("a call that another leads is left alone", async () => {
  await calls.takeLease(contactId, "another", clock.now(), clock.now() + 60_000);
  await leadCall(started(clock.now()), "owner-2", room(), clock.now() + 900_000);
  expect(logged).toMatchObject([{ message: "another leads this call", fields: { contactId } }]);
});

test("a successor waits for the lease of the one that broke off", async () => {
  await calls.takeLease(contactId, "another", clock.now(), clock.now() + 150);
  const broken = { ...room(), knowledge: async () => Promise.reject(new Error("no knowledge")) };
  await expect(
    leadCall(started(clock.now(), { owner: "unknown", isGone: true }), "owner-3", broken, clock.now() + 900_000),
  ).rejects.toThrow("could not be led");
  expect((await calls.read(contactId)).lease).toMatchObject({ owner: "owner-3", untilMs: 0 });
});

test("a call that cannot be led is given back, and the log says no more than where", async () => {
  const broken = { ...room(), knowledge: async () => Promise.reject(new Error("said: my number is 5551234")) };
  await expect(leadCall(started(clock.now()), "owner-4", broken, clock.now() + 900_000)).rejects.toThrow(
    /^the call could not be led$/,
  );
  expect((await calls.read(contactId)).lease?.untilMs).toBe(0);
  expect(logged).toMatchObject([{ message: "call failed", fields: { contactId, fault: "Error" } }]);
  expect(JSON.stringify(logged)).not.toContain("5551234");
});

test("without the caller's voice nobody can be served", async () => {
  const deaf = { ...started(clock.now()), stream: null };
  await expect(leadCall(deaf, "owner-5", room(), clock.now() + 900_000)).rejects.toThrow("could not be led");
  expect((await calls.read(contactId)).lease?.untilMs).toBe(0);
});
