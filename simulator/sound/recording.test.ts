import { WaveFile } from "wavefile";
import { type SoundSpan, soundSpans } from "./levels";
import { type PlayedSound, recordingOf } from "./recording";
import { noiseSound, speechSound } from "./simSound";

function channelsOf(bytes: Uint8Array): [Int16Array, Int16Array] {
  const interleaved = new WaveFile(bytes).getSamples(true, Int16Array);
  const side = (first: number) =>
    Int16Array.from({ length: interleaved.length / 2 }, (_, at) => interleaved[2 * at + first] ?? 0);
  return [side(0), side(1)];
}

function expectSpans(samples: Int16Array, spoken: readonly SoundSpan[]): void {
  const found = soundSpans(samples);
  expect(found).toHaveLength(spoken.length);
  for (const [index, { startMs, endMs }] of spoken.entries()) {
    expect(Math.abs((found[index]?.startMs ?? 0) - startMs)).toBeLessThanOrEqual(20);
    expect(Math.abs((found[index]?.endMs ?? 0) - endMs)).toBeLessThanOrEqual(20);
  }
}

test("a recording has everybody's sound where it was on the wire, to 20 ms", async () => {
  const greeting = speechSound("How can I help you today?");
  const question = speechSound("What does a haircut cost?");
  const played: PlayedSound[] = [
    { startMs: 333, sound: greeting, playedMs: greeting.durationMs, who: "agent" },
    { startMs: 2401, sound: question, playedMs: question.durationMs, who: "caller" },
    { startMs: 4507, sound: greeting, playedMs: 700, who: "agent" },
    { startMs: 4900, sound: noiseSound(300), playedMs: 300, who: "caller" },
    { startMs: 5600, sound: greeting, fromMs: 700, playedMs: greeting.durationMs - 700, who: "agent" },
  ];
  const [caller, agent] = channelsOf(await recordingOf(played, 8000));
  expect(caller).toHaveLength(64_000);
  expectSpans(caller, [
    { startMs: 2401, endMs: 3901 },
    { startMs: 4900, endMs: 5200 },
  ]);
  expectSpans(agent, [
    { startMs: 333, endMs: 1833 },
    { startMs: 4507, endMs: 5207 },
    { startMs: 5600, endMs: 6400 },
  ]);
});

test("sound starts at its very sample, and a cut end fades out without a click", async () => {
  const sound = { ...speechSound("abcde"), pcm: new Int16Array(2400).fill(1000) };
  const [, agent] = channelsOf(await recordingOf([{ startMs: 10.125, sound, playedMs: 100, who: "agent" }], 200));
  expect(agent.findIndex((value) => value !== 0)).toBe(81);
  expect(agent[79 + 800]).toBe(25);
  expect(agent[80 + 800]).toBe(0);
  const jumps = agent.map((value, at) => Math.abs(value - (agent[at - 1] ?? 0)));
  expect(Math.max(...jumps.slice(100))).toBeLessThanOrEqual(25);
});

test("what reaches beyond the end of the call is left out, and loud sounds together stay within 16 bits", async () => {
  const sound = { ...speechSound("abcde"), pcm: new Int16Array(2400).fill(30_000) };
  const both = [0, 0].map((startMs) => ({ startMs, sound, playedMs: 300, who: "caller" as const }));
  const [caller, agent] = channelsOf(await recordingOf(both, 150));
  expect(caller).toEqual(new Int16Array(1200).fill(32_767));
  expect(agent).toEqual(new Int16Array(1200));
});
