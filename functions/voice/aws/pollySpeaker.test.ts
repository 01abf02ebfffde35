import { PollyClient } from "@aws-sdk/client-polly";
import { pollyServer } from "../../../simulator/wire/pollyServer";
import { clientOf } from "../../../simulator/wire/testClients";
import { faultsInOrder, type WireFault } from "../../../simulator/wire/wireFault";
import { type Exchange, type WireServer, wireServer } from "../../../simulator/wire/wireServer";
import type { SampledSound } from "../../aws/s3Prompts";
import { systemClock } from "../../aws/systemClock";
import type { Clock } from "../ports";
import { sampledSound } from "./frames";
import { type PollySpeaker, pollySpeaker } from "./pollySpeaker";

let server: WireServer;
let speaker: PollySpeaker;
/** The paths that were asked for, in order. */
let asked: string[];
let headers: Readonly<Record<string, string>>;

/** 60 ms of samples a character, the same for the same text. */
function voiceOf(text: string): Int16Array {
  return Int16Array.from({ length: text.length * 480 }, (_, index) => text.charCodeAt(Math.floor(index / 480)) * 100);
}

interface Opening {
  readonly faults?: readonly (WireFault | null)[];
  readonly clock?: Clock;
  readonly idleLimitMs?: number;
  readonly voice?: (text: string) => Int16Array;
}

async function open({ faults = [], clock = systemClock, idleLimitMs, voice = voiceOf }: Opening = {}): Promise<void> {
  asked = [];
  const nextFault = faultsInOrder(faults);
  const polly = pollyServer({
    voice: async (text) => voice(text),
    nextFault,
    firstByteMs: 0,
    clock: systemClock,
    idleLimitMs,
  });
  const watched = (exchange: Exchange) => {
    asked.push(exchange.path);
    headers = exchange.headers;
    return polly(exchange);
  };
  server = await wireServer([watched]);
  const greeting = sampledSound(0, new Int16Array(160).fill(7));
  speaker = pollySpeaker({
    client: new PollyClient(clientOf(server.url)),
    voice: "Ruth",
    clock,
    fixed: async (text) => {
      if (text === "One that cannot be read.") return new Promise(() => undefined);
      return text === "Take your time." ? greeting : null;
    },
  });
}

afterEach(async () => {
  speaker.close();
  for (let turns = 0; turns < 1_000 && server.connections().open > 1; turns++) await new Promise(setImmediate);
  const { open: left } = server.connections();
  await server.close();
  // SynthesizeSpeech keeps its one connection for the next sentence.
  expect(left).toBeLessThanOrEqual(1);
});

async function hear(text: string, signal = new AbortController().signal): Promise<SampledSound[]> {
  const sounds: SampledSound[] = [];
  for await (const sound of speaker.speak(text, signal)) sounds.push(sound);
  return sounds;
}

const pcmOf = (sounds: readonly SampledSound[]) => sounds.flatMap(({ pcm }) => [...pcm]);
const stream = "/v1/synthesisStream";
const speech = "/v1/speech";

test("a sentence is spoken whole, in pieces of whole 20 ms, by the generative voice at 8 kHz", async () => {
  await open();
  const sounds = await hear("A haircut is $35.");
  expect(pcmOf(sounds)).toEqual([...voiceOf("A haircut is $35.")]);
  expect(sounds.length).toBeGreaterThan(1);
  for (const { startMs, durationMs, levels } of sounds) {
    expect(startMs).toBe(0);
    expect(durationMs % 20).toBe(0);
    expect(levels).toHaveLength(durationMs / 20);
  }
  expect(headers).toMatchObject({
    "x-amzn-engine": "generative",
    "x-amzn-voiceid": "Ruth",
    "x-amzn-outputformat": "pcm",
    "x-amzn-samplerate": "8000",
  });
});

test("what is left of the last 20 ms is filled up with silence", async () => {
  const odd = voiceOf("Hi").subarray(0, 900);
  await open({ voice: () => odd });
  expect(pcmOf(await hear("Hi"))).toEqual([...odd, ...new Array<number>(60).fill(0)]);
});

test("several sentences at once each have their own sound", async () => {
  await open();
  const texts = ["One moment.", "A haircut is $35.", "Anything else?"];
  const spoken = await Promise.all(texts.map((text) => hear(text)));
  expect(spoken.map((sounds) => pcmOf(sounds))).toEqual(texts.map((text) => [...voiceOf(text)]));
});

test("a fixed sentence is not asked for", async () => {
  await open();
  expect(pcmOf(await hear("Take your time."))).toEqual(new Array<number>(160).fill(7));
  expect(asked).toEqual([]);
});

test("a fixed sentence that cannot be read in time is asked for", async () => {
  const after = (ms: number, act: () => void) => systemClock.after(ms === 300 ? 0 : ms, act);
  await open({ clock: { now: Date.now, after } });
  expect(pcmOf(await hear("One that cannot be read."))).toEqual([...voiceOf("One that cannot be read.")]);
});

test("the stream that was opened beforehand is the one that speaks", async () => {
  await open();
  await speaker.warm();
  while (asked.length === 0) await new Promise(setImmediate);
  await hear("Hello.");
  await hear("Goodbye.");
  // One for each sentence, and the next is open already.
  while (asked.length < 3) await new Promise(setImmediate);
  expect(asked).toEqual([stream, stream, stream]);
});

test("a stream that waits is kept open by blanks, and one that died is not used", async () => {
  const due: { act: () => void; ms: number }[] = [];
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    after(ms, act) {
      const entry = { act, ms };
      due.push(entry);
      return () => void (due.includes(entry) && due.splice(due.indexOf(entry), 1));
    },
  };
  await open({ clock });
  await speaker.warm();
  for (let blanks = 0; blanks < 5; blanks++) {
    nowMs += 3_000;
    for (const { act } of due.splice(0)) act();
  }
  await hear("Hello.");
  while (asked.length < 2) await new Promise(setImmediate);
  expect(asked).toEqual([stream, stream]);
  // The function sleeps: nothing is kept, and the next sentence opens its own.
  nowMs += 60_000;
  for (const { act } of due.splice(0)) act();
  expect(pcmOf(await hear("Hello again."))).toEqual([...voiceOf("Hello again.")]);
});

test("the service's limit of idle streams costs no sentence", async () => {
  await open({ idleLimitMs: 20 });
  await speaker.warm();
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(pcmOf(await hear("Hello."))).toEqual([...voiceOf("Hello.")]);
});

test.each(["throttle", "error", "drop", "silentEnd", "garbage"] as const)(
  "a stream that fails is an error, and the next attempt does without: %s",
  async (fault) => {
    await open({ faults: [fault] });
    await expect(hear("A haircut is $35.")).rejects.toThrow();
    expect(pcmOf(await hear("A haircut is $35."))).toEqual([...voiceOf("A haircut is $35.")]);
    expect(asked.at(-1)).toBe(speech);
  },
);

test("after a while streams are trusted again", async () => {
  let nowMs = 1_000_000;
  const clock: Clock = { now: () => nowMs, after: systemClock.after };
  await open({ faults: ["silentEnd"], clock });
  await expect(hear("Hello.")).rejects.toThrow("the speech broke off");
  await hear("Hello.");
  nowMs += 60_000;
  await hear("Hello.");
  expect(asked.filter((path) => path === speech)).toHaveLength(1);
  expect(asked.filter((path) => path === stream).length).toBeGreaterThanOrEqual(2);
});

test.each(["throttle", "error", "drop"] as const)("a single sentence that fails is an error: %s", async (fault) => {
  await open({ faults: ["silentEnd", fault] });
  await expect(hear("Hello.")).rejects.toThrow();
  await expect(hear("Hello.")).rejects.toThrow();
});

test("a sentence that does not come is given up", async () => {
  const due: (() => void)[] = [];
  const after = (ms: number, act: () => void) => {
    if (ms === 2_000) due.push(act);
    return () => undefined;
  };
  await open({ faults: ["timeout"], clock: { now: Date.now, after } });
  const hearing = hear("Hello.");
  while (due.length === 0) await new Promise(setImmediate);
  due[0]?.();
  await expect(hearing).rejects.toThrow("no speech for 2000 ms");
});

test("an abort ends it quietly, before the first sound and in the middle", async () => {
  await open({ faults: ["timeout"] });
  const early = new AbortController();
  const first = hear("Hello.", early.signal);
  await new Promise(setImmediate);
  early.abort();
  expect(await first).toEqual([]);
  const late = new AbortController();
  const heard: SampledSound[] = [];
  for await (const sound of speaker.speak("A haircut is thirty five dollars.", late.signal)) {
    heard.push(sound);
    late.abort();
  }
  expect(heard).toHaveLength(1);
});
