import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { CallReport } from "./report";
import { businessStores } from "./stores/businessStores";

const knowledge = parseKnowledge(
  `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00, tuesday: 09:00-17:00 }
services:
  - { id: tune-up, name: Tune-up, price: €40, minutes: 60 }
  - { id: wheel, name: Wheel, price: €65, minutes: 60 }
people: [{ id: kit, name: Kit, number: "+35315550101" }]
`,
  "shop.yaml",
);

interface Played {
  readonly report: CallReport;
  /** What the model was told of before, with each of its questions. */
  readonly histories: readonly (readonly string[])[];
  readonly bookings: number;
}

async function play(caller: string, killedAtMs: number | null, column: "best" | "worst" = "best"): Promise<Played> {
  const fault = killedAtMs === null ? "" : `faults: [{ service: lambda, at: ${killedAtMs}ms, fault: drop }]\n`;
  const text = `at: 2026-11-23T10:00:00Z\nfrom: "+353871230001"\n${fault}caller:\n${caller}`;
  const { call, errors } = readScriptedCall(text, "call.yaml", () => {
    throw new Error("no recording is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const stores = businessStores();
  const histories: string[][] = [];
  const finished = await playScriptedCall(
    call,
    knowledge,
    {
      line: "flow",
      column,
      seed: 1,
      decide(business, request) {
        histories.push(request.history.map(({ callerSaid }) => callerSaid));
        return offlineModel(business, request);
      },
    },
    stores,
  );
  return { report: makeReport(finished), histories, bookings: stores.bookings.all().length };
}

const questions = `
  - says: What does a tune-up cost?
  - says: And a wheel?
  - hangsUp: true
`;
const words = ({ turns }: CallReport) => turns.map(({ caller, said }) => ({ caller, said }));

/** The longest that nobody spoke, from the first words of the agent to the end of the call. */
function longestSilenceMs({ agentAudio, callerAudio, durationMs }: CallReport): number {
  const sounds = [...agentAudio, ...callerAudio].sort((a, b) => a.startMs - b.startMs);
  let quietFromMs = sounds[0]?.startMs ?? 0;
  let longestMs = 0;
  for (const { startMs, endMs } of [...sounds, { startMs: durationMs, endMs: durationMs }]) {
    longestMs = Math.max(longestMs, startMs - quietFromMs);
    quietFromMs = Math.max(quietFromMs, endMs);
  }
  return longestMs;
}

/** From the greeting to after the last answer. */
const moments = Array.from({ length: 44 }, (_, index) => 500 + index * 390);

test("whenever the hot function is killed another goes on with the call, and knows what was said", async () => {
  const whole = await play(questions, null);
  expect(words(whole.report)).toHaveLength(2);
  for (const atMs of moments) {
    const { report, histories } = await play(questions, atMs);
    if (report.durationMs < atMs) continue;
    const { transfer } = report;
    expect({ atMs, words: words(report), transfer }).toEqual({ atMs, words: words(whole.report), transfer: null });
    expect(histories.at(-1)).toEqual(["What does a tune-up cost?"]);
    expect({ atMs, isSilent: longestSilenceMs(report) > 5_350 }).toEqual({ atMs, isSilent: false });
  }
});

test("where everything is late, the caller of an agent that was killed is answered or reaches a person", async () => {
  for (const atMs of moments) {
    const { report } = await play(questions, atMs, "worst");
    expect({ atMs, outcome: report.outcome }).toEqual({
      atMs,
      outcome: expect.stringMatching(/^(answered|transferred)$/),
    });
    expect({ atMs, isSilent: longestSilenceMs(report) > 5_350 }).toEqual({ atMs, isSilent: false });
  }
});

const booking = `
  - says: Book a tune-up tomorrow at ten. My name is Uma.
  - says: "Yes."
  - hangsUp: true
`;

test("whenever the hot function is killed, what was to be booked is booked once, and the caller hears of it", async () => {
  for (const atMs of moments) {
    const { report, bookings } = await play(booking, atMs);
    if (report.durationMs < atMs) continue;
    expect({ atMs, outcome: report.outcome, bookings }).toEqual({ atMs, outcome: "booked", bookings: 1 });
    expect(report.booking).toMatchObject({ start: "2026-11-24T10:00", name: "Uma", confirmation: "heard" });
    expect(report.tools.filter(({ name }) => name === "book_appointment")).toHaveLength(1);
  }
});

test("at thirteen and a half minutes the next function goes on, and nobody notices", async () => {
  const asked = Array.from({ length: 230 }, (_, index) =>
    index % 2 === 0 ? "What does a tune-up cost?" : "And a wheel?",
  );
  const caller = `${asked.map((text) => `  - says: ${text}\n`).join("")}  - hangsUp: true\n`;
  const { report, histories } = await play(caller, null);
  expect(report.durationMs).toBeGreaterThan(14 * 60_000);
  expect(report.errors).toEqual([]);
  expect(report.turns.map((turn) => turn.caller)).toEqual(asked);
  expect(report.turns.every(({ said }) => said !== "")).toBe(true);
  // The model is told of the last turns only, but of those always.
  const told = histories.filter((history) => history.length > 0);
  expect(told.length).toBeGreaterThanOrEqual(asked.length - 1);
  expect(histories.slice(1).filter((history) => history.length === 0)).toEqual([]);
  expect(report.agentAudio.filter(({ text }) => text.includes("AI")).length).toBe(1);
  const slowest = Math.max(...report.turns.map(({ latencyMs }) => latencyMs?.total ?? 0));
  const usual = report.turns[0]?.latencyMs?.total ?? 0;
  expect(slowest).toBeLessThan(usual + 500);
});
