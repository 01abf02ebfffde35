import { type Result, TranscribeStreamingClient } from "@aws-sdk/client-transcribe-streaming";
import { clientOf } from "../../../simulator/wire/testClients";
import { type TranscribeSettings, transcribeServer } from "../../../simulator/wire/transcribeServer";
import { faultsInOrder, type WireFault } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import type { SampledSound } from "../../aws/s3Prompts";
import { systemClock } from "../../aws/systemClock";
import { type EventQueue, eventQueue } from "../eventQueue";
import type { Clock, Transcript } from "../ports";
import { sampledSound } from "./frames";
import { transcribeTranscriber } from "./transcribeTranscriber";

const startMs = Date.UTC(2026, 10, 23, 18);
let server: WireServer;
let parameters: Readonly<Record<string, string>>;
/** Length of each chunk that the service got, ms. */
let chunksMs: number[];

/** Tells one word for each second of sound, `1s`, `2s`, …; all final at the end. */
const secondsRecogniser: TranscribeSettings["recognise"] = (asked, tell) => {
  parameters = asked;
  let heardMs = 0;
  const result = (isPartial: boolean): Result => ({
    ResultId: "result",
    IsPartial: isPartial,
    Alternatives: [
      {
        Items: Array.from({ length: Math.floor(heardMs / 1_000) }, (_, index) => ({
          Type: "pronunciation",
          Content: `${index + 1}s`,
          StartTime: index,
          EndTime: index + 0.5,
          Stable: false,
        })),
      },
    ],
  });
  return {
    hear(pcm) {
      chunksMs.push(pcm.length / 8);
      const before = Math.floor(heardMs / 1_000);
      heardMs += pcm.length / 8;
      if (Math.floor(heardMs / 1_000) > before) tell([result(true)]);
    },
    async end() {
      tell([result(false)]);
    },
  };
};

async function open(faults: readonly (WireFault | null)[] = [], silentLimitMs?: number): Promise<void> {
  chunksMs = [];
  const nextFault = faultsInOrder(faults);
  server = await wireServer([
    transcribeServer({ recognise: secondsRecogniser, nextFault, clock: systemClock, silentLimitMs }),
  ]);
}

afterEach(async () => {
  for (let turns = 0; turns < 1_000 && server.connections().open > 0; turns++) await new Promise(setImmediate);
  const { open: left } = server.connections();
  await server.close();
  expect(left).toBe(0);
});

function soundAt(fromMs: number, durationMs: number): SampledSound {
  return sampledSound(startMs + fromMs, new Int16Array(durationMs * 8));
}

function soundsOf(...pieces: readonly SampledSound[]): EventQueue<SampledSound> {
  const sounds = eventQueue<SampledSound>();
  for (const piece of pieces) sounds.push(piece);
  return sounds;
}

function transcriber(clock: Clock = systemClock, languages = ["en-US"]) {
  return transcribeTranscriber(new TranscribeStreamingClient(clientOf(server.url)), languages, clock);
}

async function readAll(transcripts: AsyncIterable<Transcript>): Promise<Transcript[]> {
  const read: Transcript[] = [];
  for await (const transcript of transcripts) read.push(transcript);
  return read;
}

const signal = () => new AbortController().signal;

test("words come while the caller speaks, with the times at which they were said", async () => {
  await open();
  const sounds = soundsOf(soundAt(0, 1_000));
  const transcripts = transcriber().transcribe(sounds, signal())[Symbol.asyncIterator]();
  expect((await transcripts.next()).value).toEqual({
    segment: "result",
    words: [{ text: "1s", startMs, endMs: startMs + 500, isStable: false }],
    isFinal: false,
  });
  sounds.push(soundAt(1_000, 1_000));
  expect((await transcripts.next()).value?.words[1]).toMatchObject({ text: "2s", startMs: startMs + 1_000 });
  sounds.close();
  expect((await transcripts.next()).value).toMatchObject({ isFinal: true, words: [{ isStable: true }, {}] });
  expect((await transcripts.next()).done).toBe(true);
});

test("the service is asked for English at 8 kHz with stable partial results", async () => {
  await open();
  const sounds = soundsOf(soundAt(0, 1_000));
  sounds.close();
  await readAll(transcriber().transcribe(sounds, signal()));
  expect(parameters).toMatchObject({
    "language-code": "en-US",
    "sample-rate": "8000",
    "media-encoding": "pcm",
    "enable-partial-results-stabilization": "true",
    "partial-results-stability": "high",
  });
});

test("of several languages the service finds out which one is spoken", async () => {
  await open();
  const sounds = soundsOf(soundAt(0, 1_000));
  sounds.close();
  await readAll(transcriber(systemClock, ["en-IE", "es"]).transcribe(sounds, signal()));
  expect(parameters).toMatchObject({ "identify-multiple-languages": "true", "language-options": "en-IE,es-US" });
  expect(parameters).not.toHaveProperty("language-code");
});

test("sound goes in pieces of 50 to 200 ms, however it comes", async () => {
  await open();
  const sounds = soundsOf(...Array.from({ length: 10 }, (_, index) => soundAt(index * 20, 20)), soundAt(200, 3_000));
  sounds.close();
  await readAll(transcriber().transcribe(sounds, signal()));
  expect(chunksMs.reduce((sum, ms) => sum + ms, 0)).toBe(3_200);
  for (const ms of chunksMs.slice(0, -1)) {
    expect(ms).toBeGreaterThanOrEqual(50);
    expect(ms).toBeLessThanOrEqual(200);
  }
});

test("a gap in the sound moves the words after it", async () => {
  await open();
  const sounds = soundsOf(soundAt(0, 1_000), soundAt(9_000, 1_000));
  sounds.close();
  const last = (await readAll(transcriber().transcribe(sounds, signal()))).at(-1);
  expect(last?.words.map((word) => word.startMs - startMs)).toEqual([0, 9_000]);
});

test("while no sound comes, silence keeps the stream open and moves no word", async () => {
  await open();
  const dueActs: (() => void)[] = [];
  const clock: Clock = {
    now: Date.now,
    after(_, act) {
      dueActs.push(act);
      return () => dueActs.splice(dueActs.indexOf(act), 1);
    },
  };
  const sounds = soundsOf();
  const reading = readAll(transcriber(clock).transcribe(sounds, signal()));
  await new Promise(setImmediate);
  dueActs.shift()?.();
  sounds.push(soundAt(5_000, 1_000));
  sounds.close();
  const last = (await reading).at(-1);
  expect(chunksMs[0]).toBe(100);
  expect(last?.words[0]?.startMs).toBe(startMs + 4_900);
});

test.each(["drop", "silentEnd"] as const)(
  "a stream that ends while the caller speaks is an error: %s",
  async (fault) => {
    await open([fault]);
    const sounds = soundsOf(soundAt(0, 2_000));
    await expect(readAll(transcriber().transcribe(sounds, signal()))).rejects.toThrow();
  },
);

test("a stream that breaks off can be opened again", async () => {
  await open(["drop"]);
  const service = transcriber();
  await expect(readAll(service.transcribe(soundsOf(soundAt(0, 2_000)), signal()))).rejects.toThrow();
  const sounds = soundsOf(soundAt(0, 2_000));
  sounds.close();
  expect((await readAll(service.transcribe(sounds, signal()))).at(-1)?.words).toHaveLength(2);
});

test.each([
  ["throttle", "Rate exceeded"],
  ["error", "The service failed"],
  ["garbage", "checksum"],
] as const)("a service that cannot be used is an error: %s", async (fault, message) => {
  await open([fault]);
  await expect(readAll(transcriber().transcribe(soundsOf(soundAt(0, 1_000)), signal()))).rejects.toThrow(message);
});

test("a failure of the ear reaches whoever reads", async () => {
  await open();
  async function* broken(): AsyncGenerator<SampledSound> {
    yield soundAt(0, 1_000);
    throw new Error("the ear is gone");
  }
  await expect(readAll(transcriber().transcribe(broken(), signal()))).rejects.toThrow("the ear is gone");
});

test("an abort ends it quietly, before anything was heard and in the middle", async () => {
  await open();
  const stop = new AbortController();
  const early = readAll(transcriber().transcribe(soundsOf(), stop.signal));
  const late = new AbortController();
  const middle = (async () => {
    for await (const _ of transcriber().transcribe(soundsOf(soundAt(0, 1_000)), late.signal)) late.abort();
  })();
  await middle;
  stop.abort();
  expect(await early).toEqual([]);
});

test("the service's own limit of silence is an error", async () => {
  await open([], 30);
  await expect(readAll(transcriber().transcribe(soundsOf(), signal()))).rejects.toThrow("timed out");
});
