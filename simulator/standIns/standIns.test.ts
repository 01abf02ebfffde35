import type { BrainPiece, BrainRequest, LineEvent, Transcript } from "../../functions/voice/ports";
import { type SimClock, virtualClock } from "../clock";
import { phoneNetwork } from "../phoneNetwork";
import type { BrainEntry, Fault } from "../scriptedCall";
import { joinSounds } from "../sound/cutSound";
import { noiseSound, type SimSound, silenceSound, speechSound } from "../sound/simSound";
import { agentStretches } from "../stretches";
import { duplexLine } from "./duplexLine";
import { faultPlan, pause, randomFrom, request } from "./faults";
import { kvsEar } from "./kvsEar";
import { pollySpeaker } from "./pollySpeaker";
import { scriptedBrain } from "./scriptedBrain";
import { wordTranscriber } from "./wordTranscriber";

const noFaults = (clock: SimClock) => faultPlan([], clock, randomFrom(1));
const never = new AbortController().signal;

async function* once<T>(...values: readonly T[]): AsyncIterable<T> {
  yield* values;
}

/** What comes, each with the time at which it does. */
async function timed<T>(clock: SimClock, values: AsyncIterable<T>): Promise<[number, T][]> {
  const came: [number, T][] = [];
  const all = async () => {
    for await (const value of values) came.push([clock.now(), value]);
  };
  await clock.run(all());
  return came;
}

describe("the ear", () => {
  const listen = async (lateMs: number, burstMs = 64) => {
    const clock = virtualClock(0);
    const phone = phoneNetwork(clock, 40);
    const ear = kvsEar(phone, clock, noFaults(clock), { blockMs: 64, burstMs, lateMs }, 0);
    clock.after(100, () => phone.callerSounds(speechSound("Hello")));
    clock.after(600, () => phone.callerHangsUp());
    return timed(clock, ear.listen(never));
  };

  test("gives whole frames of 64 ms blocks, without a gap, until the caller is gone", async () => {
    const came = await listen(0);
    expect(came.slice(0, 5).map(([atMs, sound]) => [atMs, sound.startMs, sound.durationMs])).toEqual([
      [64, 0, 60],
      [128, 60, 60],
      [192, 120, 60],
      [256, 180, 60],
      [320, 240, 80],
    ]);
    const whole = joinSounds(came.map(([, sound]) => sound));
    expect(whole.words).toEqual([{ text: "Hello", startMs: 140, endMs: 440 }]);
    expect(whole.durationMs).toBeGreaterThanOrEqual(600);
  });

  test("gets each block as late as the stream is", async () => {
    expect((await listen(500))[0]?.[0]).toBe(564);
  });

  test("gets a second at once where the stream comes in bursts", async () => {
    const [first] = await listen(0, 1000);
    expect(first?.[0]).toBe(1000);
    expect(first?.[1].durationMs).toBe(960);
  });
});

describe("the transcriber", () => {
  /** Sound as the ear would hand it on: 60 ms at a time. */
  async function* live(clock: SimClock, sound: SimSound): AsyncIterable<SimSound> {
    for (let atMs = 0; atMs < sound.durationMs; atMs += 60) {
      await pause(clock, atMs + 60 - clock.now());
      const words = sound.words
        .filter((word) => word.endMs > atMs && word.endMs <= atMs + 60)
        .map((word) => ({ ...word, startMs: word.startMs - atMs, endMs: word.endMs - atMs }));
      yield { startMs: atMs, durationMs: 60, levels: sound.levels.slice(atMs / 20, atMs / 20 + 3), words, pcm: null };
    }
  }
  const shown = ({ segment, words, isFinal }: Transcript) =>
    `${segment} ${words.map((word) => word.text).join(" ")}${isFinal ? " final" : ""}`;
  const transcribe = async (sound: SimSound, faults: readonly Fault[] = [], stableMs = 0) => {
    const clock = virtualClock(0);
    const plan = faultPlan(faults, clock, randomFrom(1));
    const transcriber = wordTranscriber(clock, plan, { wordMs: 100, finalMs: 500, stableMs });
    return timed(clock, transcriber.transcribe(live(clock, sound), never));
  };

  test("reports a word 100 ms after its last letter, and the segment as final 600 ms after its last sound", async () => {
    const came = await transcribe(joinSounds([speechSound("What is it?"), silenceSound(1200)]));
    expect(came.map(([atMs, transcript]) => [atMs, shown(transcript)])).toEqual([
      [340, "segment-1 What"],
      [520, "segment-1 What is"],
      [700, "segment-1 What is it?"],
      [1260, "segment-1 What is it? final"],
    ]);
    expect(came[2]?.[1].words.at(-1)).toEqual({ text: "it?", startMs: 480, endMs: 600, isStable: true });
  });

  test("does not close a segment in the middle of a long word", async () => {
    const came = await transcribe(joinSounds([speechSound("An appointment-tomorrow"), silenceSound(900)]));
    expect(came.map(([, transcript]) => shown(transcript))).toEqual([
      "segment-1 An",
      "segment-1 An appointment-tomorrow",
      "segment-1 An appointment-tomorrow final",
    ]);
  });

  test("starts a new segment after a pause", async () => {
    const came = await transcribe(
      joinSounds([speechSound("Yes"), silenceSound(780), speechSound("No"), silenceSound(780)]),
    );
    expect(came.map(([, transcript]) => shown(transcript))).toEqual([
      "segment-1 Yes",
      "segment-1 Yes final",
      "segment-2 No",
      "segment-2 No final",
    ]);
  });

  test("reads nothing in noise, and noise after a pause keeps no segment open", async () => {
    const came = await transcribe(
      joinSounds([speechSound("Yes"), silenceSound(300), noiseSound(600), silenceSound(300)]),
    );
    expect(came.map(([atMs, transcript]) => [atMs, shown(transcript)])).toEqual([
      [280, "segment-1 Yes"],
      [780, "segment-1 Yes final"],
    ]);
    expect(await transcribe(noiseSound(600))).toEqual([]);
  });

  test("on a bad day a word is stable only later", async () => {
    const came = await transcribe(joinSounds([speechSound("Yes"), silenceSound(900)]), [], 200);
    expect(came.map(([atMs, { words }]) => [atMs, words[0]?.isStable])).toEqual([
      [280, false],
      [480, true],
      [780, true],
    ]);
  });

  test("refuses, breaks off, or is slow, as the script says", async () => {
    const sound = joinSounds([speechSound("Yes"), silenceSound(900)]);
    const faulty = (fault: Fault["fault"]) =>
      transcribe(sound, [{ service: "transcribe", fault, when: { type: "request", number: 1 } }]);
    await expect(faulty("throttle")).rejects.toThrow("Rate exceeded");
    await expect(faulty("drop")).rejects.toThrow("socket hang up");
    expect((await faulty("slow"))[0]?.[0]).toBe(280 + 1500);
  });
});

describe("the brain", () => {
  const asked = (turn: number): BrainRequest => ({ turn, history: [], callerSaid: "Hi", now: "", notes: [] });
  const entry = (reply: string): BrainEntry => ({
    tool: "answer_from_knowledge",
    input: { reply, sure: true, facts: [] },
  });
  const decide = () => ({ tool: "end_call", input: { reply: "Bye." } });
  const text = (pieces: readonly (readonly [number, BrainPiece])[]) =>
    pieces.map(([, piece]) => (piece.type === "input" ? piece.json : "")).join("");
  const brainOn = (clock: SimClock, entries: readonly BrainEntry[], faults: readonly Fault[] = []) =>
    scriptedBrain(
      clock,
      faultPlan(faults, clock, randomFrom(1)),
      { firstTokenMs: 400, tokenMs: 10 },
      entries,
      decide,
      40_000,
    );

  test("writes four characters a token, in the order of the tool's fields", async () => {
    const clock = virtualClock(0);
    const came = await timed(clock, brainOn(clock, [entry("Yes.")]).think(asked(1), never));
    expect(came[0]).toEqual([400, { type: "tool", name: "answer_from_knowledge" }]);
    expect(came.slice(1, 4)).toEqual([
      [400, { type: "input", json: '{"fa' }],
      [410, { type: "input", json: 'cts"' }],
      [420, { type: "input", json: ":[]," }],
    ]);
    expect(text(came)).toBe('{"facts":[],"sure":true,"reply":"Yes."}');
  });

  test("gives a turn's drafts and retries the same entry, and answers itself after the last", async () => {
    const clock = virtualClock(0);
    const brain = brainOn(clock, [entry("One."), entry("Two.")]);
    const replies: string[] = [];
    for (const turn of [1, 1, 3, 1, 3, 4]) replies.push(text(await timed(clock, brain.think(asked(turn), never))));
    expect(replies.map((json) => JSON.parse(json).reply)).toEqual(["One.", "One.", "Two.", "One.", "Two.", "Bye."]);
  });

  test("counts the prefix as cached from the second question on", async () => {
    const clock = virtualClock(0);
    const brain = brainOn(clock, []);
    const usage = async () => (await timed(clock, brain.think(asked(1), never))).at(-1)?.[1];
    expect(await usage()).toMatchObject({ usage: { inputTokens: 10_001, cachedTokens: 0 } });
    expect(await usage()).toMatchObject({ usage: { inputTokens: 1, cachedTokens: 10_000 } });
  });

  test("answers nonsense, or breaks off in the middle, as the script says", async () => {
    const fault = (kind: Fault["fault"]): Fault => ({
      service: "bedrock",
      fault: kind,
      when: { type: "request", number: 1 },
    });
    const clock = virtualClock(0);
    const garbage = text(await timed(clock, brainOn(clock, [], [fault("garbage")]).think(asked(1), never)));
    expect(() => JSON.parse(garbage)).toThrow();
    const broken = brainOn(clock, [], [fault("drop")]).think(asked(1), never);
    await expect(timed(clock, broken)).rejects.toThrow("the stream broke off");
  });

  test("ends quietly when it is told to stop", async () => {
    const clock = virtualClock(0);
    const stop = new AbortController();
    clock.after(200, () => stop.abort());
    expect(await timed(clock, brainOn(clock, []).think(asked(1), stop.signal))).toEqual([]);
    expect(clock.now()).toBe(200);
  });
});

test("the speaker gives its first sound after 200 ms, and all words", async () => {
  const clock = virtualClock(0);
  const speaker = pollySpeaker(clock, noFaults(clock), 200, async (text) => speechSound(text));
  const came = await timed(clock, speaker.speak("A haircut is thirty dollars.", never));
  expect(came[0]?.[0]).toBe(200);
  const whole = joinSounds(came.map(([, sound]) => sound));
  expect(whole.words.map((word) => word.text).join(" ")).toBe("A haircut is thirty dollars.");
  expect(whole.durationMs).toBe(28 * 60);
});

describe("the duplex line", () => {
  function call() {
    const clock = virtualClock(0);
    const phone = phoneNetwork(clock, 50);
    const released: string[] = [];
    const life = new AbortController();
    const release = {
      failed: () => released.push(`failed ${clock.now()}`),
      ended: () => released.push(`ended ${clock.now()}`),
      transferred: (summary: string) => released.push(`${summary} ${clock.now()}`),
    };
    const line = duplexLine(phone, clock, noFaults(clock), release, life.signal);
    const came: LineEvent[] = [];
    const following = (async () => {
      for await (const event of line.events(never)) came.push(event);
    })();
    const play = (id: string, text: string) => line.play({ id, text, isOffer: false }, once(speechSound(text)));
    const at = (ms: number) => clock.run(pause(clock, ms - clock.now()));
    return { clock, phone, line, released, came, play, at, following, life };
  }

  test("plays one speech after another without a gap and lets go when all is on the wire", async () => {
    const { phone, line, released, came, play, at } = call();
    play("a", "One.");
    play("b", "Two.");
    line.end();
    await at(1000);
    expect(came).toEqual([
      { type: "speechStarted", id: "a", atMs: 0 },
      { type: "speechEnded", id: "a", atMs: 240, durationMs: 240 },
      { type: "speechStarted", id: "b", atMs: 240 },
      { type: "speechEnded", id: "b", atMs: 480, durationMs: 240 },
    ]);
    expect(released).toEqual(["ended 480"]);
    expect(agentStretches(phone).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [50, 290],
      [290, 530],
    ]);
  });

  test("holds in the middle of a word and goes on from that sample", async () => {
    const { phone, line, came, play, at } = call();
    play("a", "We are open until five.");
    await at(500);
    line.hold();
    await at(900);
    line.resume();
    await at(3000);
    expect(came).toEqual([
      { type: "speechStarted", id: "a", atMs: 0 },
      { type: "speechHeld", id: "a", atMs: 500, heardMs: 500 },
      { type: "speechStarted", id: "a", atMs: 900 },
      { type: "speechEnded", id: "a", atMs: 1780, durationMs: 1380 },
    ]);
    expect(agentStretches(phone)).toEqual([
      { startMs: 50, endMs: 550, text: "We are open until five.", cut: true },
      { startMs: 950, endMs: 1830, text: "open until five.", cut: false },
    ]);
  });

  test("held twice, it has put on the wire what was heard both times", async () => {
    const { line, came, play, at } = call();
    play("a", "We are open until five.");
    await at(400);
    line.hold();
    line.resume();
    await at(700);
    line.hold();
    await at(701);
    expect(came.filter((event) => event.type === "speechHeld").map((event) => event.heardMs)).toEqual([400, 700]);
  });

  test("stops for good, forgets what was queued, and speaks again when it is given something", async () => {
    const { phone, line, came, play, at } = call();
    play("a", "We are open until five.");
    play("b", "Anything else?");
    await at(300);
    line.stop();
    await at(1000);
    play("c", "Yes?");
    await at(2000);
    expect(came.filter((event) => "id" in event).map((event) => `${event.type} ${event.id}`)).toEqual([
      "speechStarted a",
      "speechHeld a",
      "speechStarted c",
      "speechEnded c",
    ]);
    expect(agentStretches(phone).map((stretch) => stretch.text)).toEqual(["We are open until five.", "Yes?"]);
  });

  test("tells of keys and of the caller's leaving, and then nothing more", async () => {
    const { clock, phone, came, at, following } = call();
    phone.callerPresses("0");
    await at(200);
    phone.callerHangsUp();
    await clock.run(following);
    expect(came).toEqual([
      { type: "keyPressed", key: "0", atMs: 50 },
      { type: "callerHungUp", atMs: 250 },
    ]);
  });

  test("falls silent where the function at its end dies", async () => {
    const { phone, play, at, life } = call();
    play("a", "We are open until five.");
    play("b", "Anything else?");
    await at(300);
    life.abort();
    await at(3000);
    expect(agentStretches(phone)).toEqual([{ startMs: 50, endMs: 350, text: "We are open until five.", cut: true }]);
  });
});

describe("faults", () => {
  const plan = (...faults: Fault[]) => {
    const clock = virtualClock(0);
    return { clock, plan: faultPlan(faults, clock, randomFrom(7)) };
  };

  test("come at the Nth request to their service and to no other", () => {
    const { plan: faults } = plan({ service: "s3", fault: "drop", when: { type: "request", number: 2 } });
    expect([faults.next("s3"), faults.next("polly"), faults.next("s3"), faults.next("s3")]).toEqual([
      null,
      null,
      "drop",
      null,
    ]);
  });

  test("come for all requests while an utterance is answered", () => {
    const { plan: faults } = plan({ service: "bedrock", fault: "error", when: { type: "utterance", number: 1 } });
    const came = [faults.next("bedrock")];
    faults.callerSpoke();
    came.push(faults.next("bedrock"), faults.next("bedrock"));
    faults.callerSpoke();
    came.push(faults.next("bedrock"));
    expect(came).toEqual([null, "error", "error", null]);
  });

  test("come once, at the first request after their time", async () => {
    const { clock, plan: faults } = plan({ service: "kvs", fault: "slow", when: { type: "at", ms: 100 } });
    const came = [faults.next("kvs")];
    await clock.run(pause(clock, 120));
    came.push(faults.next("kvs"), faults.next("kvs"));
    expect(came).toEqual([null, "slow", null]);
  });

  test.each([
    ["throttle", "Rate exceeded", 0],
    ["error", "The service failed", 0],
    ["drop", "socket hang up", 1],
    ["garbage", "Unexpected token", 1],
  ] as const)("%s throws, and the work was done or not as that kind says", async (fault, message, done) => {
    const { clock, plan: faults } = plan({ service: "dynamodb", fault, when: { type: "request", number: 1 } });
    let times = 0;
    const asking = request(faults, "dynamodb", clock, 50, () => {
      times += 1;
    });
    await expect(clock.run(asking)).rejects.toThrow(message);
    expect(times).toBe(done);
  });

  test("a slow request takes a second and a half more; one that is never answered may be done all the same", async () => {
    const slow = plan({ service: "s3", fault: "slow", when: { type: "request", number: 1 } });
    await slow.clock.run(request(slow.plan, "s3", slow.clock, 50, () => "kept"));
    expect(slow.clock.now()).toBe(1550);
    const done = [1, 2, 3, 4, 5, 6, 7, 8].map((seed) => {
      const clock = virtualClock(0);
      const faults = faultPlan(
        [{ service: "s3", fault: "timeout", when: { type: "request", number: 1 } }],
        clock,
        randomFrom(seed),
      );
      let times = 0;
      void request(faults, "s3", clock, 0, () => {
        times += 1;
      });
      return times;
    });
    expect(new Set(done)).toEqual(new Set([0, 1]));
  });
});
