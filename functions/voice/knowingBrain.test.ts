import { knowingBrain, memoryText } from "./knowingBrain";
import type { BrainPiece, BrainRequest } from "./ports";
import { all, noAbort } from "./stage.fixture";

const request: BrainRequest = { turn: 1, history: [], callerSaid: "Hello?", now: "2026-11-23T10:00 monday", notes: [] };
const startedAtMs = Date.UTC(2026, 10, 2, 18);
const booked = { service: "haircut", start: "2026-11-09T10:30", name: "Bob" };
const memory = {
  name: "Bob",
  calls: [
    { contactId: "call-2", startedAtMs, outcome: "booked", booked },
    { contactId: "call-1", startedAtMs: startedAtMs - 86_400_000, outcome: "answered", booked: null },
  ],
} as const;

/** What the model is told of the caller. */
async function toldAfter(reading: Promise<typeof memory | null>): Promise<string | null | undefined> {
  const told: (string | null | undefined)[] = [];
  const brain = knowingBrain(
    {
      async *think({ caller }): AsyncGenerator<BrainPiece> {
        told.push(caller);
        yield* [];
      },
    },
    reading,
  );
  await Promise.resolve();
  await all(brain.think(request, noAbort()));
  return told[0];
}

test("the model is told what is remembered, once that is known", async () => {
  expect(await toldAfter(Promise.resolve(memory))).toBe(memoryText(memory));
  expect(memoryText(memory)).toContain("Name given for the last booking: Bob.");
  expect(memoryText(memory)).toContain(
    "Last calls: 2026-11-02 booked haircut for 2026-11-09T10:30; 2026-11-01 answered.",
  );
});

test("nobody waits for what is not known, or cannot be", async () => {
  expect(await toldAfter(Promise.resolve(null))).toBeNull();
  expect(await toldAfter(new Promise(() => undefined))).toBeNull();
  expect(await toldAfter(Promise.reject(new Error("throttled")))).toBeNull();
});
