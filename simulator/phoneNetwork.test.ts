import { virtualClock } from "./clock";
import { type NetworkEvent, phoneNetwork } from "./phoneNetwork";
import { noiseSound, speechSound } from "./sound/simSound";
import { pause } from "./standIns/faults";
import { agentStretches, callerStretches } from "./stretches";

function wires(lineMs = 75) {
  const clock = virtualClock(1_000_000);
  const phone = phoneNetwork(clock, lineMs);
  const events: [number, string][] = [];
  phone.watch((event: NetworkEvent) => events.push([event.atMs - 1_000_000, event.type]));
  const at = (ms: number) => pause(clock, 1_000_000 + ms - clock.now());
  return { clock, phone, events, at };
}

test("what is played is at the caller's ear one line later, sentence by sentence", async () => {
  const { clock, phone, events, at } = wires();
  phone.play(speechSound("Hi. How are you?"), "s1");
  await clock.run(at(2000));
  expect(agentStretches(phone)).toEqual([
    { startMs: 75, endMs: 255, text: "Hi.", cut: false },
    { startMs: 315, endMs: 1035, text: "How are you?", cut: false },
  ]);
  expect(events).toEqual([
    [75, "agentStarted"],
    [1035, "agentStopped"],
  ]);
});

test("what is stopped ends its stretch there, with all of its text", async () => {
  const { clock, phone, at } = wires();
  const playing = phone.play(speechSound("We are open until five. Anything else?"), "s1");
  const heardMs = await clock.run(at(500).then(() => playing.stop()));
  await clock.run(at(1000));
  expect(heardMs).toBe(500);
  expect(agentStretches(phone)).toEqual([{ startMs: 75, endMs: 575, text: "We are open until five.", cut: true }]);
});

test("the agent is audible from its first sample at our end to its last at the caller's", async () => {
  const { clock, phone, at } = wires();
  phone.play(speechSound("Hello"), "s1");
  const looks: [number, boolean][] = [];
  for (const ms of [0, 50, 300, 374, 376]) {
    await clock.run(at(ms));
    looks.push([ms, phone.isAgentAudible()]);
  }
  expect(looks).toEqual([
    [0, true],
    [50, true],
    [300, true],
    [374, true],
    [376, false],
  ]);
});

test("sound that is added while there still is some leaves no gap; later it is refused", async () => {
  const { clock, phone, at } = wires();
  const playing = phone.play(speechSound("One two "), "s1");
  await clock.run(at(400));
  expect(playing.extend(speechSound("three."))).toBe(true);
  await clock.run(at(840));
  expect(playing.extend(speechSound("four."))).toBe(false);
  expect(agentStretches(phone)).toEqual([{ startMs: 75, endMs: 915, text: "One two three.", cut: false }]);
});

test("our ear gets the caller's sound one line later, each word where it ends", async () => {
  const { clock, phone, at } = wires(80);
  await clock.run(at(20));
  phone.callerSounds(speechSound("Hi you"));
  await clock.run(at(600));
  const block = phone.callerSound(1_000_100, 1_000_300);
  expect(block.words).toEqual([{ text: "Hi", startMs: 0, endMs: 120 }]);
  expect(block.levels.every((level) => level > -30)).toBe(true);
  const rest = phone.callerSound(1_000_300, 1_000_500);
  expect(rest.words).toEqual([{ text: "you", startMs: -20, endMs: 160 }]);
  expect(rest.levels.map((level) => level > -30)).toEqual([...Array(8).fill(true), false, false]);
});

test("the caller makes one sound after another, and noise has no text", async () => {
  const { clock, phone, at } = wires();
  await clock.run(at(100));
  phone.callerSounds(speechSound("Yes. No."));
  phone.callerSounds(noiseSound(300));
  await clock.run(at(2000));
  expect(callerStretches(phone)).toEqual([
    { startMs: 100, endMs: 340, text: "Yes." },
    { startMs: 400, endMs: 580, text: "No." },
    { startMs: 580, endMs: 880, text: "" },
  ]);
});

test("a hang-up cuts both sides, is noticed at our end one line later, and nothing comes after", async () => {
  const { clock, phone, events, at } = wires();
  phone.play(speechSound("We are open until five."), "s1");
  await clock.run(at(300));
  phone.callerSounds(speechSound("Goodbye."));
  await clock.run(at(500));
  phone.callerHangsUp();
  phone.callerPresses("1");
  await clock.run(at(2000));
  expect(await phone.over).toBe("caller");
  expect(agentStretches(phone)).toEqual([{ startMs: 75, endMs: 500, text: "We are open until five.", cut: true }]);
  expect(callerStretches(phone)).toEqual([{ startMs: 300, endMs: 500, text: "Goodbye." }]);
  expect(events).toEqual([
    [75, "agentStarted"],
    [300, "callerStarted"],
    [575, "callerHungUp"],
  ]);
  expect(phone.play(speechSound("Hello?"), "s2").extend(speechSound("?"))).toBe(false);
  expect(agentStretches(phone)).toHaveLength(1);
});

test("when our end hangs up, what is on the wire is still heard", async () => {
  const { clock, phone, at } = wires();
  phone.play(speechSound("Goodbye."), "s1");
  await clock.run(at(480));
  phone.hangUp();
  expect(await clock.run(phone.over)).toBe("agent");
  expect(phone.endedAtMs()).toBe(1_000_555);
  expect(agentStretches(phone)).toEqual([{ startMs: 75, endMs: 555, text: "Goodbye.", cut: false }]);
});

test("a key is at our end one line later", async () => {
  const { clock, phone, events, at } = wires();
  phone.callerPresses("0");
  await clock.run(at(100));
  expect(events).toEqual([[75, "keyPressed"]]);
});
