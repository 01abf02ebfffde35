import { randomFrom } from "../standIns/faults";
import { invariants } from "./invariants";
import { type PlayedCall, playRandomCall } from "./playRandomCall";
import { everydayCall } from "./randomCall";
import { gapsIn, overlapMs } from "./soundSpans";

/** A call as it could not have been: what was played, with something in it changed. */
async function spoilt(change: (played: PlayedCall) => Partial<PlayedCall>, seed = 5): Promise<string[]> {
  const played = await playRandomCall({
    ...everydayCall(seed),
    line: "duplex",
    faults: [],
    disturbances: [],
    brain: [],
  });
  const all = { ...played, ...change(played) };
  return invariants.filter(({ broken }) => broken(all).length > 0).map(({ name }) => name);
}

test("nothing is found in a call in which nothing is wrong", async () => {
  expect(await spoilt(() => ({}))).toEqual([]);
});

test("a state without a timer is found", async () => {
  const names = await spoilt(({ happened }) => ({
    happened: happened.map((each) => ({ ...each, conversation: { ...each.conversation, timers: {} } })),
  }));
  expect(names).toContain("no state is without a timer");
});

test("words that nobody heard are found, and such as were never said", async () => {
  const names = await spoilt(({ report }) => ({
    report: { ...report, turns: report.turns.map((turn) => ({ ...turn, heard: `${turn.said} and more than that` })) },
  }));
  expect(names).toContain("what was heard is what was on the wire");
});

test("a silence in which nobody speaks is found", async () => {
  const names = await spoilt(({ report }) => ({ report: { ...report, durationMs: report.durationMs + 60_000 } }));
  expect(names).toContain("nobody is silent for long");
});

test("two stretches at once are found, and a fault that nobody tells of", async () => {
  const twice = await spoilt(({ report }) => ({
    report: { ...report, agentAudio: report.agentAudio.map((each) => ({ ...each, endMs: each.endMs + 5000 })) },
  }));
  expect(twice).toContain("stretches of the agent's speech do not overlap");
  const untold = await spoilt(({ finished }) => ({
    finished: {
      ...finished,
      faults: [{ atMs: finished.startMs, service: "polly", fault: "error", isAskedAgain: false }],
    },
  }));
  expect(untold).toContain("every call ends, and its report says what failed");
});

test("a speech of a turn that is over is found, and a write for a draft", async () => {
  const names = await spoilt(({ happened }) => ({
    happened: happened.map((each) => ({
      ...each,
      effects: each.effects.map((effect) =>
        effect.type === "play" ? { ...effect, speech: { ...effect.speech, id: "none" } } : effect,
      ),
    })),
  }));
  expect(names).toContain("every effect belongs to the living turn");
});

test("gaps and overlaps are counted to the millisecond, whatever the order", () => {
  const random = randomFrom(1);
  const spans = Array.from({ length: 40 }, () => {
    const startMs = Math.floor(random() * 1000);
    return { startMs, endMs: startMs + Math.floor(random() * 60) };
  });
  const silent = gapsIn(spans, 0, 1000).reduce((sum, gap) => sum + gap.endMs - gap.startMs, 0);
  const counted = Array.from({ length: 1000 }, (_, ms) => ms).filter(
    (ms) => !spans.some(({ startMs, endMs }) => startMs <= ms && ms < endMs),
  );
  expect(silent).toBe(counted.length);
  expect(overlapMs({ startMs: 0, endMs: 10 }, { startMs: 4, endMs: 20 })).toBe(6);
  expect(overlapMs({ startMs: 0, endMs: 10 }, { startMs: 10, endMs: 20 })).toBe(0);
});
