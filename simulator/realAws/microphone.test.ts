import { virtualClock } from "../clock";
import { phoneNetwork } from "../phoneNetwork";
import { speechSound } from "../sound/simSound";
import { openMicrophone } from "./microphone";

const startMs = Date.parse("2026-11-23T18:00:00Z");
const lineMs = 75;
const pieceSamples = 160;

function aMicrophone() {
  const clock = virtualClock(startMs);
  const phone = phoneNetwork(clock, lineMs);
  const told: number[] = [];
  const microphone = openMicrophone(phone, clock, (_, atMs) => told.push(atMs - startMs));
  const wait = (ms: number) => clock.run(new Promise<void>((resolve) => clock.after(ms, resolve)));
  /** So many pieces of 20 ms as they are recorded. */
  async function record(pieces: number, sample: number): Promise<void> {
    for (let piece = 0; piece < pieces; piece += 1) {
      microphone.hear(new Int16Array(pieceSamples).fill(sample));
      await wait(20);
    }
  }
  return { clock, phone, microphone, told, wait, record };
}

/** What is on the line at our end, as [from, to, sample] in milliseconds from the answer. */
function runsOf(pcm: Int16Array): (readonly [number, number, number])[] {
  const runs: [number, number, number][] = [];
  for (const [at, sample] of pcm.entries()) {
    const last = runs.at(-1);
    if (last?.[2] === sample) last[1] = (at + 1) / 8;
    else runs.push([at / 8, (at + 1) / 8, sample]);
  }
  return runs;
}

test("what is recorded is at our end in one piece, a cushion and the line's time later", async () => {
  const { microphone, record } = aMicrophone();
  await record(10, 500);
  expect(runsOf(microphone.between(startMs, startMs + 400))).toEqual([
    [0, 115, 0],
    [115, 315, 500],
    [315, 400, 0],
  ]);
});

test("pieces that come together after a stall leave no gap, and what is too late is left out", async () => {
  const { microphone, wait } = aMicrophone();
  for (let piece = 0; piece < 30; piece += 1) microphone.hear(new Int16Array(pieceSamples).fill(500));
  await wait(1_000);
  const [, run] = runsOf(microphone.between(startMs, startMs + 1_000));
  expect(run?.slice(0, 2)).toEqual([115, 335]);
});

test("typed words are heard with it, and too much of both is cut at full scale", async () => {
  const { phone, microphone, wait } = aMicrophone();
  const typed = speechSound("Hi");
  phone.callerSounds({ ...typed, pcm: new Int16Array(typed.durationMs * 8).fill(20_000) });
  microphone.hear(new Int16Array(pieceSamples).fill(20_000));
  await wait(200);
  expect(runsOf(microphone.between(startMs, startMs + 200)).map(([, , sample]) => sample)).toEqual([
    0, 20_000, 32_767, 20_000, 0,
  ]);
});

test("the log has a stretch for each time that somebody speaks, with the words as they are understood", async () => {
  const { phone, microphone, told, record } = aMicrophone();
  await record(20, 0);
  await record(25, 3_000);
  await record(25, 0);
  await record(25, 3_000);
  await record(25, 0);
  const word = (text: string, fromMs: number, toMs: number) => ({
    text,
    startMs: startMs + fromMs,
    endMs: startMs + toMs,
    isStable: true,
  });
  microphone.understood({ segment: "1", words: [word("Hi", 600, 900)], isFinal: false });
  microphone.understood({ segment: "1", words: [word("Hello", 600, 950)], isFinal: true });
  microphone.understood({
    segment: "2",
    words: [word("over", 950, 1_540), word("there", 1_600, 1_900)],
    isFinal: true,
  });
  const said = phone.saidByCaller();
  expect(said.map(({ sound }) => sound.words.map(({ text }) => text))).toEqual([["Hello", "over"], ["there"]]);
  for (const { playedMs, sound } of said) {
    expect(playedMs).toBe(sound.durationMs);
    expect(Math.abs(playedMs - 500)).toBeLessThanOrEqual(100);
  }
  expect(told.length * 20).toBe(said.reduce((sum, { playedMs }) => sum + playedMs, 0));
});

test("nothing is heard of who has hung up", async () => {
  const { phone, microphone, told, record } = aMicrophone();
  await record(10, 0);
  phone.callerHangsUp();
  await record(10, 3_000);
  expect(told).toEqual([]);
  expect(microphone.between(startMs, startMs + 600).some((sample) => sample !== 0)).toBe(false);
});
