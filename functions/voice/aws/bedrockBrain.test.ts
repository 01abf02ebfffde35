import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { type BedrockSettings, bedrockServer, type ConverseRequest } from "../../../simulator/wire/bedrockServer";
import { sharingClientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder, type WireFault } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import { systemClock } from "../../aws/systemClock";
import type { BrainPiece, BrainRequest } from "../ports";
import { bedrockBrain } from "./bedrockBrain";

const model = "global.anthropic.claude-haiku-4-5-20251001-v1:0";
const request: BrainRequest = {
  turn: 1,
  history: [],
  callerSaid: "What does a haircut cost?",
  now: "2026-11-23T10:00 monday",
  notes: [],
};
const json = '{"facts":["service.haircut"],"sure":true,"reply":"A haircut is $35."}';
const usage = { inputTokens: 80, cacheReadInputTokens: 5_000, outputTokens: 40 };

let server: WireServer;
let asked: { readonly request: ConverseRequest; readonly modelId: string }[];

async function open(faults: readonly (WireFault | null)[] = [], tokenMs = 0): Promise<void> {
  asked = [];
  const answer: BedrockSettings["answer"] = async (converse, modelId) => {
    asked.push({ request: converse, modelId });
    return { tool: "answer_from_knowledge", json, usage };
  };
  const nextFault = faultsInOrder(faults);
  server = await wireServer([bedrockServer({ answer, nextFault, firstTokenMs: 0, tokenMs, clock: systemClock })]);
}

afterEach(() => server.close());

function brain() {
  return bedrockBrain(new BedrockRuntimeClient(sharingClientOf(server.url)), model, "You answer the telephone.");
}

async function piecesOf(pieces: AsyncIterable<BrainPiece>): Promise<BrainPiece[]> {
  const all: BrainPiece[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}

const signal = () => new AbortController().signal;

test("a tool call comes piece by piece: its name, its input, what it cost", async () => {
  await open();
  const pieces = await piecesOf(brain().think(request, signal()));
  expect(pieces[0]).toEqual({ type: "tool", name: "answer_from_knowledge" });
  const inputs = pieces.filter((piece) => piece.type === "input");
  expect(inputs.length).toBeGreaterThan(10);
  expect(inputs.map((piece) => piece.json).join("")).toBe(json);
  expect(pieces.at(-1)).toEqual({
    type: "usage",
    usage: { inputTokens: 80, cachedTokens: 5_000, outputTokens: 40 },
  });
});

test("the model must call one of the four tools, without thinking, and what never changes is kept", async () => {
  await open();
  await piecesOf(brain().think(request, signal()));
  const [{ request: sent, modelId } = { request: undefined, modelId: "" }] = asked;
  expect(modelId).toBe(model);
  expect(sent).toMatchObject({
    system: [{ text: "You answer the telephone." }, { cachePoint: { type: "default" } }],
    inferenceConfig: { maxTokens: 400, temperature: 0.2 },
    toolConfig: { toolChoice: { any: {} } },
    additionalModelRequestFields: {
      thinking: { type: "disabled" },
      anthropic_beta: ["fine-grained-tool-streaming-2025-05-14"],
    },
  });
  expect(sent?.toolConfig?.tools?.map((tool) => tool.toolSpec?.name)).toEqual([
    "answer_from_knowledge",
    "book_appointment",
    "transfer_to_human",
    "end_call",
  ]);
  expect(sent?.toolConfig?.tools?.every((tool) => tool.toolSpec?.strict)).toBe(true);
});

test("the first piece is there before the last is written", async () => {
  await open([], 20);
  const pieces = brain().think(request, signal())[Symbol.asyncIterator]();
  expect((await pieces.next()).value).toMatchObject({ type: "tool" });
  expect((await pieces.next()).value).toEqual({ type: "input", json: json.slice(0, 4) });
  await pieces.return?.();
});

test("ten questions share a connection", async () => {
  await open();
  const one = brain();
  for (let question = 0; question < 10; question++) await piecesOf(one.think(request, signal()));
  expect(server.connections().opened).toBe(1);
});

test.each([
  ["throttle", "Rate exceeded"],
  ["error", "The service failed"],
  ["drop", "aborted"],
  ["silentEnd", "the model's answer broke off"],
  ["garbage", "checksum"],
] as const)("what the service does wrong is an error: %s", async (fault, message) => {
  await open([fault]);
  await expect(piecesOf(brain().think(request, signal()))).rejects.toThrow(message);
  expect(asked.length).toBeLessThanOrEqual(1);
});

test("after a connection broke the next question is answered", async () => {
  await open(["drop"]);
  const one = brain();
  await expect(piecesOf(one.think(request, signal()))).rejects.toThrow();
  expect((await piecesOf(one.think(request, signal())))[0]).toMatchObject({ type: "tool" });
});

test.each(["timeout", null] as const)("an abort ends it quietly: %s", async (fault) => {
  await open([fault], 20);
  const stop = new AbortController();
  const pieces = brain().think(request, stop.signal)[Symbol.asyncIterator]();
  if (fault === null) await pieces.next();
  const next = pieces.next();
  stop.abort();
  await next;
  expect((await pieces.next()).done).toBe(true);
});
