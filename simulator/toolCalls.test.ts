import { parseKnowledge } from "../functions/shared/knowledgeFile";
import type { BrainPiece, BrainRequest } from "../functions/voice/ports";
import { playCaller } from "./caller";
import { virtualClock } from "./clock";
import { assumedIn } from "./connect/assumptions";
import { inProcessGround } from "./inProcessGround";
import { makeReport } from "./makeReport";
import { simulatedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { CallReport } from "./report";
import { simulateCall } from "./simulateCall";
import { faultPlan, pause, randomFrom } from "./standIns/faults";
import { pollySpeaker } from "./standIns/pollySpeaker";
import { wordTranscriber } from "./standIns/wordTranscriber";
import { businessStores } from "./stores/businessStores";
import { callVoices } from "./voices";

const knowledge = parseKnowledge(
  `
business: { name: Ro, timezone: UTC, phone: "+442079460100" }
hours: { monday: 08:00-18:00 }
services: [{ id: cut, name: Cut, price: £35, minutes: 30 }]
people: [{ id: desk, name: the desk, number: "+442079460101" }]
`,
  "shop.yaml",
);
const script = `
at: 2026-11-23T10:00:00Z
from: "+442079460123"
caller: [{ says: What does a cut cost? }, { waits: 3s }, { hangsUp: true }]
`;
const spoken = "A cut is £35.";
const right = { facts: ["service.cut"], sure: true, reply: spoken };

const tool = (name: string): BrainPiece => ({ type: "tool", name });
const written = (json: string): BrainPiece[] =>
  (json.match(/[\s\S]{1,7}/g) ?? []).map((piece) => ({ type: "input", json: piece }));
const called = (name: string, input: unknown): BrainPiece[] => [tool(name), ...written(JSON.stringify(input))];
const answer = (input: object) => called("answer_from_knowledge", input);
const valid = answer(right);

/** The call whose model gives `first`, and where it is asked to repair that, `repaired`. */
async function reportOf(
  first: readonly BrainPiece[],
  repaired: readonly BrainPiece[],
  line: "flow" | "duplex" = "duplex",
): Promise<{ readonly report: CallReport; readonly asked: readonly BrainRequest[] }> {
  const { call, errors } = readScriptedCall(script, "a.yaml", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const decide = () => ({ tool: "end_call", input: {} });
  const simulated = simulatedCall(call, knowledge, { line, column: "best", seed: 1, decide }, 0);
  const clock = virtualClock(call.startMs);
  const voices = callVoices("symbols", clock);
  const faults = faultPlan([], clock, randomFrom(1));
  const { transcribeFinalMs, transcribeStableMs } = assumedIn("best");
  const asked: BrainRequest[] = [];
  const finished = await clock.run(
    simulateCall(
      simulated,
      {
        clock,
        voices,
        stores: businessStores(),
        lay: (setting) =>
          inProcessGround(setting, (ear) => ({
            ear,
            transcriber: wordTranscriber(clock, faults, {
              wordMs: 100,
              finalMs: transcribeFinalMs,
              stableMs: transcribeStableMs,
            }),
            speaker: pollySpeaker(clock, faults, 100, voices.agent),
            brain: {
              async *think(request, signal) {
                asked.push(request);
                for (const piece of request.notes.length === 0 ? first : repaired) {
                  await pause(clock, 20, signal);
                  if (signal.aborted) return;
                  yield piece;
                }
              },
            },
            close: () => undefined,
          })),
      },
      (phone, floor) => playCaller(call.steps, phone, floor, clock, voices.caller),
    ),
  );
  return { report: makeReport(finished), asked };
}

const json = JSON.stringify(right);
const malformed: readonly (readonly [string, readonly BrainPiece[]])[] = [
  ["nothing at all", []],
  ["text instead of a tool", written("A cut is £35.")],
  ["JSON instead of a tool", written(json)],
  ["a tool that there is not", called("search_the_web", right)],
  ["a tool with no name", called("", right)],
  ["a tool without input", [tool("answer_from_knowledge")]],
  ["text as input", [tool("answer_from_knowledge"), ...written("A cut is £35.")]],
  ["a list as input", called("answer_from_knowledge", [right])],
  ["null as input", called("answer_from_knowledge", null)],
  ["an input that breaks off in its facts", [tool("answer_from_knowledge"), ...written(json.slice(0, 14))]],
  ["an input that breaks off before its reply", [tool("answer_from_knowledge"), ...written(json.slice(0, 42))]],
  ["no facts", answer({ sure: true, reply: spoken })],
  ["no sure", answer({ facts: ["service.cut"], reply: spoken })],
  ["no reply", answer({ facts: ["service.cut"], sure: true })],
  ["an empty reply", answer({ ...right, reply: "" })],
  ["a blank reply", answer({ ...right, reply: "  \n" })],
  ["a fact instead of a list", answer({ ...right, facts: "service.cut" })],
  ["facts that are no texts", answer({ ...right, facts: [1] })],
  ["facts that are null", answer({ ...right, facts: null })],
  ["sure as a text", answer({ ...right, sure: "true" })],
  ["sure as a number", answer({ ...right, sure: 1 })],
  ["a reply that is a number", answer({ ...right, reply: 35 })],
  ["a reply that is a list", answer({ ...right, reply: [spoken] })],
  ["a reply that is an object", answer({ ...right, reply: { text: spoken } })],
  ["a booking of something that is no text", called("book_appointment", { service: 5, reply: "When?" })],
  ["a booking at a time in words", called("book_appointment", { start: "tomorrow at ten", reply: "Yes?" })],
  ["a booking with another change", called("book_appointment", { change: "swap", reply: "Yes?" })],
  ["a booking confirmed in words", called("book_appointment", { confirmed: "yes", reply: "Yes?" })],
  ["a transfer with a list of reasons", called("transfer_to_human", { reason: ["a"], reply: "One moment." })],
  ["a goodbye without words", called("end_call", {})],
];

test.each(malformed)(
  "what is malformed is asked for once more, and what comes then is spoken: %s",
  async (_, first) => {
    const { report, asked } = await reportOf(first, valid);
    expect(report.turns[0]).toMatchObject({ tool: "answer_from_knowledge", said: spoken });
    expect(report.outcome).toBe("answered");
    const repairs = asked.filter(({ notes }) => notes.length > 0);
    expect(repairs).toHaveLength(1);
    expect(repairs[0]?.notes[0]).toMatch(/^Your last call was invalid: .+\. Call exactly one tool with valid input\.$/);
  },
);

test.each(malformed)("what is malformed twice is a person's call, and nothing of it is heard: %s", async (_, first) => {
  const { report, asked } = await reportOf(first, first, "flow");
  expect(report.outcome).toBe("transferred");
  expect(asked.filter(({ notes }) => notes.length > 0)).toHaveLength(1);
  const heard = report.agentAudio.map(({ text }) => text).join(" ");
  expect(heard).not.toMatch(/35|When\?|Yes\?/);
  expect(report.turns[0]?.said).toBe(knowledge.say.transfer);
});

test("a reply whose field comes twice ends where the first is over, and a person takes the call", async () => {
  const twice = [tool("answer_from_knowledge"), ...written(`${json.slice(0, -1)},"reply":"And £99 for you."}`)];
  const { report } = await reportOf(twice, twice);
  expect(report.turns[0]?.said).not.toContain("99");
  expect(report.outcome).toBe("transferred");
});

test("of two calls in one answer the first counts, and nothing of the second is heard or done", async () => {
  const { report } = await reportOf([...valid, ...called("end_call", { reply: "Bye for ever." })], []);
  expect(report.turns[0]).toMatchObject({ tool: "answer_from_knowledge", said: spoken });
  expect(report.agentAudio.map(({ text }) => text).join(" ")).not.toContain("for ever");
  expect(report.outcome).toBe("answered");
});

test("a field that the schema does not have is neither spoken nor a fault", async () => {
  const { report, asked } = await reportOf(answer({ thoughts: "It may be £99.", ...right }), []);
  expect(report.turns[0]?.said).toBe(spoken);
  expect(asked.every(({ notes }) => notes.length === 0)).toBe(true);
});

test.each([
  ["not sure", answer({ ...right, sure: false })],
  ["not sure, and without words", answer({ ...right, sure: false, reply: "" })],
  ["a fact that does not exist", answer({ ...right, facts: ["service.perm"] })],
  ["a claim without a fact", answer({ ...right, facts: [] })],
  ["a claim that its fact does not make", answer({ ...right, reply: "A cut is £45." })],
])("who does not know says so in one sentence and fetches a person: %s", async (_, first) => {
  for (const line of ["flow", "duplex"] as const) {
    const { report, asked } = await reportOf(first, [], line);
    expect(report.turns[0]?.said).toBe(knowledge.say.transfer);
    expect(report.outcome).toBe("transferred");
    expect(asked.every(({ notes }) => notes.length === 0)).toBe(true);
  }
});
