import { KinesisVideoClient } from "@aws-sdk/client-kinesis-video";
import { kvsServer } from "../../../simulator/wire/kvsServer";
import { type KvsStreams, kvsStreams } from "../../../simulator/wire/kvsStreams";
import { clientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder, type WireFault } from "../../../simulator/wire/wireFault";
import { type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import type { SampledSound } from "../../aws/s3Prompts";
import { systemClock } from "../../aws/systemClock";
import type { Clock } from "../ports";
import { kvsEar } from "./kvsEar";

const arn = "arn:aws:kinesisvideo:us-east-1:111122223333:stream/voice-connect-shop-contact-1/1";
const startMs = Date.UTC(2026, 10, 23, 18);
let server: WireServer;
let streams: KvsStreams;

async function open(faults: readonly (WireFault | null)[] = [], isBurst = false): Promise<void> {
  streams = kvsStreams(isBurst);
  const nextFault = faultsInOrder(faults);
  server = await wireServer([kvsServer({ streams, nextFault, clock: systemClock, url: () => server.url })]);
}

afterEach(async () => {
  for (let turns = 0; turns < 1_000 && streams.readers() > 0; turns++) await new Promise(setImmediate);
  expect(streams.readers()).toBe(0);
  await server.close();
});

function earOf(contactId: string, clock: Clock = systemClock) {
  const client = new KinesisVideoClient(clientOf(server.url));
  return kvsEar({ client, contactId, stream: { arn, startFragment: "1", startMs }, clock });
}

/** So many milliseconds of samples, each different from those around it. */
function voice(fromMs: number, durationMs: number): Int16Array {
  return Int16Array.from({ length: durationMs * 8 }, (_, index) => ((fromMs * 8 + index) % 20_011) - 10_000);
}

function say(contactId: string, fromMs: number, durationMs: number): void {
  streams.put(arn, contactId, startMs + fromMs, voice(fromMs, durationMs));
}

async function hearAll(sounds: AsyncIterable<SampledSound>): Promise<SampledSound[]> {
  const heard: SampledSound[] = [];
  for await (const sound of sounds) heard.push(sound);
  return heard;
}

const pcmOf = (sounds: readonly SampledSound[]) => sounds.flatMap(({ pcm }) => [...pcm]);
const signal = () => new AbortController().signal;

test("the caller is heard from the moment the stream was turned on, every sample once, in whole 20 ms", async () => {
  await open();
  say("contact-1", 0, 3_200);
  streams.end(arn);
  const heard = await hearAll(earOf("contact-1").listen(signal()));
  expect(pcmOf(heard)).toEqual([...voice(0, 3_200)]);
  expect(heard[0]?.startMs).toBe(startMs);
  for (const [index, sound] of heard.entries()) {
    expect(sound.durationMs % 20).toBe(0);
    expect(sound.levels).toHaveLength(sound.durationMs / 20);
    expect(sound.pcm).toHaveLength(sound.durationMs * 8);
    const before = heard[index - 1];
    if (before !== undefined) expect(sound.startMs).toBe(before.startMs + before.durationMs);
  }
});

test("what is said is heard while the caller still speaks", async () => {
  await open();
  say("contact-1", 0, 1_024);
  const sounds = earOf("contact-1").listen(signal())[Symbol.asyncIterator]();
  let heardMs = 0;
  while (heardMs < 1_020) heardMs += (await sounds.next()).value?.durationMs ?? 0;
  say("contact-1", 1_024, 64);
  expect((await sounds.next()).value?.startMs).toBe(startMs + 1_020);
  await sounds.return?.();
});

test("silence is -90 dBFS or less, a loud sound near 0", async () => {
  await open();
  streams.put(arn, "contact-1", startMs, new Int16Array(512));
  streams.put(arn, "contact-1", startMs + 64, new Int16Array(512).fill(30_000));
  streams.end(arn);
  const levels = (await hearAll(earOf("contact-1").listen(signal()))).flatMap((sound) => sound.levels);
  expect(levels[0]).toBeLessThanOrEqual(-90);
  expect(levels.at(-1)).toBeCloseTo(-0.77, 1);
});

test("of the next caller in the same stream nothing is heard, and the call is over", async () => {
  await open();
  say("contact-1", 0, 2_048);
  streams.finish(arn);
  say("contact-2", 60_000, 5_120);
  const heard = await hearAll(earOf("contact-1").listen(signal()));
  expect(pcmOf(heard)).toEqual([...voice(0, 2_040)]);
});

test("what an earlier caller left in the stream is passed over", async () => {
  await open();
  say("contact-0", -500, 512);
  streams.finish(arn);
  say("contact-1", 12, 1_280);
  streams.end(arn);
  const heard = await hearAll(earOf("contact-1").listen(signal()));
  expect(pcmOf(heard)).toEqual([...voice(12, 1_280)]);
});

test("a connection that breaks is an error, and listening again brings what is missing and nothing twice", async () => {
  await open(["drop"]);
  say("contact-1", 0, 4_480);
  const ear = earOf("contact-1");
  const heard: SampledSound[] = [];
  await expect(
    (async () => {
      for await (const sound of ear.listen(signal())) heard.push(sound);
    })(),
  ).rejects.toThrow();
  expect(pcmOf(heard).length).toBeGreaterThan(0);
  expect(pcmOf(heard).length).toBeLessThan(4_480 * 8);
  streams.end(arn);
  heard.push(...(await hearAll(ear.listen(signal()))));
  expect(pcmOf(heard)).toEqual([...voice(0, 4_480)]);
});

test("an answer that ends while the call goes on is asked for again, quietly", async () => {
  await open(["silentEnd"]);
  say("contact-1", 0, 4_480);
  streams.end(arn);
  expect(pcmOf(await hearAll(earOf("contact-1").listen(signal())))).toEqual([...voice(0, 4_480)]);
});

test("bursts of a fragment give the same samples", async () => {
  await open([], true);
  say("contact-1", 0, 3_200);
  streams.end(arn);
  expect(pcmOf(await hearAll(earOf("contact-1").listen(signal())))).toEqual([...voice(0, 3_200)]);
});

test("noise before the first fragment is passed over", async () => {
  await open(["garbage"]);
  say("contact-1", 0, 1_280);
  streams.end(arn);
  expect(pcmOf(await hearAll(earOf("contact-1").listen(signal())))).toEqual([...voice(0, 1_280)]);
});

test("a gap in the stream is a gap in the times, not in the order", async () => {
  await open();
  say("contact-1", 0, 1_024);
  streams.finish(arn);
  say("contact-1", 5_000, 1_024);
  streams.end(arn);
  const heard = await hearAll(earOf("contact-1").listen(signal()));
  const gap = heard.find(
    ({ startMs: atMs }, index) => atMs !== (heard[index - 1]?.startMs ?? atMs) + (heard[index - 1]?.durationMs ?? 0),
  );
  expect(gap?.startMs).toBe(startMs + 5_000);
});

test("a service that refuses is an error", async () => {
  await open(["throttle"]);
  await expect(hearAll(earOf("contact-1").listen(signal()))).rejects.toThrow("Rate exceeded");
});

test("a connection on which nothing comes is given up", async () => {
  await open(["timeout"]);
  const waits: (() => void)[] = [];
  const after = (_: number, act: () => void) => {
    waits.push(act);
    return () => undefined;
  };
  const clock: Clock = { now: Date.now, after };
  const hearing = hearAll(earOf("contact-1", clock).listen(signal()));
  for (const act of waits) act();
  await expect(hearing).rejects.toThrow("no sound of the caller for 5000 ms");
});

test("whoever stops listening is disconnected without an error", async () => {
  await open();
  say("contact-1", 0, 1_024);
  const stop = new AbortController();
  const heard: SampledSound[] = [];
  for await (const sound of earOf("contact-1").listen(stop.signal)) {
    heard.push(sound);
    stop.abort();
  }
  expect(heard.length).toBeGreaterThan(0);
});
