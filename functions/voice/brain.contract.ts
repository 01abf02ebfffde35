import type { Brain, BrainPiece, BrainRequest } from "./ports";
import {
  all,
  type Behind,
  expectQuietEnds,
  noAbort,
  type StageClock,
  type StageFault,
  scripted,
} from "./stage.fixture";
import { toolNames } from "./tools";

/** What a model that can be told so answers to every question. */
export const brainAnswer = {
  tool: "answer_from_knowledge",
  input: { facts: ["service.haircut"], sure: true, reply: "A haircut is $35, and it takes about half an hour." },
} as const;

export interface BrainStage {
  readonly brain: Brain;
  readonly clock: StageClock;
}

const first: BrainRequest = {
  turn: 1,
  history: [],
  callerSaid: "What does a haircut cost?",
  now: "2026-11-23T10:00 monday",
  notes: [],
};
const second: BrainRequest = {
  ...first,
  turn: 2,
  history: [
    {
      callerSaid: first.callerSaid,
      tool: brainAnswer.tool,
      input: JSON.stringify(brainAnswer.input),
      heard: "A haircut is $35,",
      result: "",
    },
  ],
  callerSaid: "And how long does it take?",
  notes: ["The call that you wrote was no JSON. Write it again."],
};

/** What every `Brain` promises. `open` gives one that answers with `brainAnswer`, and of whose requests those of `faults` fail. */
export function brainContract(
  open: (faults?: readonly StageFault[]) => Promise<BrainStage>,
  behind: Behind = "standIn",
): void {
  test.each([
    ["the first question", first],
    ["a later one, after a repair", second],
  ])("one tool call comes in pieces: its name, its input, what it cost: %s", async (_, request) => {
    const { brain, clock } = await open();
    const pieces = await clock.run(all(brain.think(request, noAbort())));
    const types = pieces.map(({ type }) => type);
    expect([types[0], types.at(-1)]).toEqual(["tool", "usage"]);
    expect(types.slice(1, -1).filter((type) => type !== "input")).toEqual([]);
    expect(types.length).toBeGreaterThan(3);
    expect(toolNames).toContain(pieces[0]?.type === "tool" ? pieces[0].name : "");
    expect(JSON.parse(inputOf(pieces))).toEqual(expect.objectContaining({ reply: expect.any(String) }));
    const last = pieces.at(-1);
    const { inputTokens = 0, cachedTokens = 0, outputTokens = 0 } = last?.type === "usage" ? last.usage : {};
    expect(inputTokens + cachedTokens).toBeGreaterThan(0);
    expect(outputTokens).toBeGreaterThan(0);
  });

  scripted(behind)("the input is what the model wrote, in the order in which it wrote it", async () => {
    const { brain, clock } = await open();
    const pieces = await clock.run(all(brain.think(first, noAbort())));
    expect(pieces[0]).toEqual({ type: "tool", name: brainAnswer.tool });
    expect(inputOf(pieces)).toBe(JSON.stringify(brainAnswer.input));
  });

  test("its beginning is there while the rest is being written", async () => {
    const { brain, clock } = await open();
    const times: number[] = [];
    const thinking = async () => {
      for await (const _ of brain.think(first, noAbort())) times.push(clock.now());
    };
    await clock.run(thinking());
    expect(times.at(-1) ?? 0).toBeGreaterThan(times[1] ?? 0);
  });

  test("two thoughts at once do not mix", async () => {
    const { brain, clock } = await open();
    const thoughts = [first, second].map((request) => all(brain.think(request, noAbort())));
    for (const pieces of await clock.run(Promise.all(thoughts))) {
      expect(pieces.filter(({ type }) => type === "tool")).toHaveLength(1);
      expect(JSON.parse(inputOf(pieces))).toEqual(expect.objectContaining({ reply: expect.any(String) }));
    }
  });

  scripted(behind)("an abort ends it quietly, asked or not, answered or not", async () => {
    const stage = async (faults?: readonly StageFault[]) => {
      const { brain, clock } = await open(faults);
      return { clock, take: (signal: AbortSignal) => brain.think(first, signal) };
    };
    await expectQuietEnds(stage, () => stage(["timeout"]));
  });

  scripted(behind).each(["throttle", "error", "drop"] as const)(
    "a service that fails is an error, and answers the next question: %s",
    async (fault) => {
      const { brain, clock } = await open([fault]);
      await expect(clock.run(all(brain.think(first, noAbort())))).rejects.toThrow(/\w/);
      expect(inputOf(await clock.run(all(brain.think(first, noAbort()))))).toBe(JSON.stringify(brainAnswer.input));
    },
  );

  scripted(behind)("what is broken in the middle is never taken for a whole tool call", async () => {
    const { brain, clock } = await open(["garbage"]);
    let written = "";
    const thinking = async () => {
      for await (const piece of brain.think(first, noAbort())) written += piece.type === "input" ? piece.json : "";
    };
    // It is thrown, or it is there to be seen that it does not parse.
    const fault = await clock.run(thinking()).then(
      () => null,
      (error: Error) => error,
    );
    expect(fault !== null || !isJson(written)).toBe(true);
  });
}

function inputOf(pieces: readonly BrainPiece[]): string {
  return pieces.map((piece) => (piece.type === "input" ? piece.json : "")).join("");
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
