import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { CallReport } from "./report";
import { businessStores } from "./stores/businessStores";

/** How long callers wait, and what they hear meanwhile, as they would notice it. */

const knowledge = parseKnowledge(
  `
business: { name: Fern Barbers, timezone: America/Los_Angeles, phone: "+15035550120" }
hours: { monday: 09:00-17:30 }
services: [{ id: haircut, name: Haircut, price: $35, minutes: 30 }]
faqs: [{ id: parking, question: Where can I park?, answer: "There is free parking behind the shop, next to the bakery." }]
people: [{ id: desk, name: the desk, number: "+15035550121" }]
`,
  "fern.yaml",
);
const parking = {
  tool: "answer_from_knowledge",
  input: { facts: ["faq.parking"], sure: true, reply: "There is free parking behind the shop, next to the bakery." },
};
const lines = ["duplex", "flow"] as const;

async function played(
  script: Readonly<Record<string, unknown>>,
  line: "duplex" | "flow" = "duplex",
  column: "best" | "worst" = "best",
): Promise<CallReport> {
  const text = JSON.stringify({ at: "2026-11-23T10:00:00-08:00", from: "+15551230001", ...script });
  const { call, errors } = readScriptedCall(text, "patience.yaml", () => {
    throw new Error("no recordings here");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const settings = { line, column, seed: 1, decide: offlineModel } as const;
  return makeReport(await playScriptedCall(call, knowledge, settings, businessStores()));
}

/** From the end of the caller's nth words to the first of the agent that begins after it. */
function waitedMs({ callerAudio, agentAudio }: CallReport, nth = 0): number {
  const words = callerAudio.filter(({ text }) => text !== "")[nth];
  if (words === undefined) throw new Error("the caller did not say so much");
  const answer = agentAudio.find(({ startMs }) => startMs >= words.endMs);
  return (answer?.startMs ?? Number.POSITIVE_INFINITY) - words.endMs;
}

const question = { says: "Where can I park?" };

test("a goodbye is expected as soon as goodbyes come, whatever the answer before it took: no filler stands before it", async () => {
  const { turns } = await played({ caller: [question, { says: "Great, thanks, bye." }] });
  expect(turns.map(({ tool, filler }) => [tool, filler])).toEqual([
    ["answer_from_knowledge", "Okay."],
    ["end_call", null],
  ]);
  expect(turns.at(-1)?.latencyMs?.total).toBeLessThan(900);
});

test("the filler before a booking's first question is said early enough not to keep it waiting", async () => {
  const { turns } = await played({ caller: [{ says: "I'd like to book a haircut." }] });
  expect(turns[0]).toMatchObject({ tool: "book_appointment", filler: "Okay." });
  expect(turns[0]?.latencyMs?.total).toBeLessThan(1200);
});

test.each(lines)("on %s a long cough is no fault of the recogniser", async (line) => {
  const caller = [question, { coughs: "900ms", after: "200ms" }, { says: "How much is a haircut?" }];
  const report = await played({ caller }, line);
  expect(report).toMatchObject({ errors: [], turns: [{ interrupted: false }, { caller: "How much is a haircut?" }] });
});

test("words that are ready to be said do not keep a filler back while the clause before them is being made", async () => {
  const reply = "There is free parking behind the shop, next to the bakery. A haircut is $99.";
  const brain = [{ ...parking, input: { ...parking.input, reply } }];
  const report = await played({ caller: [question], brain, delays: { brainFirstToken: 460 } });
  expect(report.turns[0]).toMatchObject({ filler: "Okay.", blocked: { clause: "A haircut is $99." } });
  expect(waitedMs(report)).toBeLessThan(1000);
});

test.each(lines)(
  "on %s something is heard within a second, whatever the brain, the speaker and the tools take",
  async (line) => {
    const laterMs = line === "flow" ? 350 : 0;
    for (const delays of [
      {},
      { brainFirstToken: 3000 },
      { speakerFirstByte: 1900 },
      { brainToken: 300 },
      { tool: 2000 },
    ]) {
      const says = "tool" in delays ? "Can I book a haircut at ten thirty tomorrow for Sam?" : question.says;
      const report = await played({ delays, caller: [{ says }, { says }, { hangsUp: true }] }, line);
      expect(waitedMs(report, 0)).toBeLessThanOrEqual(1000 + laterMs);
    }
  },
);

test.each(lines)("on %s a person is offered within three seconds where no answer comes", async (line) => {
  const faults = [{ service: "bedrock", utterance: 1, fault: "timeout" }];
  const report = await played({ faults, caller: [question] }, line);
  const asked = report.callerAudio[0]?.endMs ?? 0;
  const offer = report.agentAudio.find(({ text }) => text.startsWith("I will put you"));
  expect((offer?.startMs ?? 0) - asked).toBeLessThanOrEqual(3000 + (line === "flow" ? 350 : 0));
  expect(report).toMatchObject({ outcome: "transferred", transfer: { outcome: "answered" } });
});

test("a speaker that fails for a transfer's own words leaves nobody without a word", async () => {
  const brain = [{ tool: "transfer_to_human", input: { reason: "asked", reply: "Just a moment." } }];
  const faults = [{ service: "polly", utterance: 1, fault: "error" }];
  const { agentAudio, outcome } = await played({ brain, faults, caller: [{ says: "Could you help me there?" }] });
  expect(agentAudio.map(({ text }) => text)).toContain("I will put you through to a person.");
  expect(outcome).toBe("transferred");
});

test("the second turn's filler goes out at once where the first has shown that it will be needed", async () => {
  const delays = { brainFirstToken: 1500 };
  const report = await played({ delays, caller: [question, { says: "What does a haircut cost?" }, { hangsUp: true }] });
  expect(report.turns.map(({ filler }) => filler !== null)).toEqual([true, true]);
  expect(waitedMs(report, 0)).toBeGreaterThan(900);
  expect(waitedMs(report, 1)).toBeLessThan(700);
});

test.each(lines)(
  "on %s the agent speaks into a silence after 2.5, 5 and 8 s, noise or not, and then the call ends",
  async (line) => {
    for (const caller of [[], [{ waits: "2200ms" }, { coughs: "300ms" }, { coughs: "300ms", after: "9s" }]]) {
      const { agentAudio, durationMs, outcome } = await played({ caller }, line);
      const greetedMs = agentAudio.find(({ text }) => text === "This call is recorded.")?.endMs ?? 0;
      const from = (text: string) => (agentAudio.find((each) => each.text.startsWith(text))?.startMs ?? 0) - greetedMs;
      const laterMs = (line === "flow" ? 350 : 0) + (caller.length > 0 ? 700 : 0);
      const said = [from("Take your time"), from("Shall we call"), from("Thank you for calling")];
      for (const [index, dueMs] of [2500, 5000, 8000].entries()) {
        expect(said[index]).toBeGreaterThanOrEqual(dueMs - 150);
        expect(said[index]).toBeLessThanOrEqual(dueMs + 150 + laterMs);
      }
      expect(durationMs - (agentAudio.at(-1)?.endMs ?? 0)).toBeLessThanOrEqual(2000);
      expect(outcome).toBe("endedOnSilence");
    }
  },
);

test("0 is a person at any moment on duplex, whatever is being said meanwhile", async () => {
  const caller = [question, { presses: "0", after: "600ms" }, { says: "Hello, are you still there?", after: "0ms" }];
  const report = await played({ brain: [parking], caller });
  expect(report).toMatchObject({ outcome: "transferred", transfer: { to: "+15035550121" } });
  expect(report.turns[0]?.heard).not.toBe(report.turns[0]?.said);
});

test("digits that are keyed in while the caller has the word are their words", async () => {
  const caller = [question, { presses: "5035550142" }, { hangsUp: true }];
  const { turns } = await played({ brain: [parking], caller });
  expect(turns[1]?.caller.replace(/\s/g, "")).toBe("5035550142");
});

test.each([
  ["Representative.", "best"],
  ["I want to talk to a person.", "worst"],
] as const)(
  "%s reaches a person while the agent speaks, even where the model would rather answer",
  async (text, column) => {
    const caller = [question, { interrupts: text, after: "500ms" }];
    const report = await played({ brain: [parking, parking], caller }, "duplex", column);
    expect(report).toMatchObject({ outcome: "transferred", transfer: { outcome: "answered" } });
  },
);

test("a goodbye is acted on only when its last word was heard, and never where the caller goes on", async () => {
  const goodbye = { tool: "end_call", input: { reply: "Thank you for calling, and goodbye." } };
  const heard = await played({ brain: [goodbye], caller: [{ says: "That was all." }] });
  expect(heard.agentAudio.at(-1)).toMatchObject({ cut: false });
  expect(heard.tools).toEqual([{ name: "end_call", status: "done", key: null }]);
  const caller = [
    { says: "That was all." },
    { interrupts: "Wait, where can I park?", after: "300ms" },
    { hangsUp: true },
  ];
  const interrupted = await played({ brain: [goodbye, parking], caller });
  expect(interrupted.turns[1]).toMatchObject({ tool: "answer_from_knowledge", heard: parking.input.reply });
  expect(interrupted.tools).toEqual([]);
});

test("on flow a key that does nothing costs nothing of what was being said", async () => {
  const { agentAudio } = await played({ caller: [{ waits: "2800ms" }, { waits: "2900ms" }, { presses: "*" }] }, "flow");
  expect(agentAudio.some(({ text, cut }) => text === "This call is recorded." && !cut)).toBe(true);
});

test.each(["Hello.", "Yes, please.", "My name is Laura Miller."])(
  "on flow %s is answered before the caller wonders whether anybody is there",
  async (says) => {
    expect(waitedMs(await played({ caller: [{ says }] }, "flow"))).toBeLessThan(1350);
  },
);

test.each([
  [1500, 300],
  [2000, 300],
  [1100, 1200],
])("a cough after %i ms of silence, of %i ms, does not put off what is said into it", async (waits, coughs) => {
  const report = await played({ caller: [{ waits: `${waits}ms` }, { coughs: `${coughs}ms` }] });
  const [cough] = report.callerAudio;
  const greetedMs = (cough?.startMs ?? 0) - waits;
  const after = report.agentAudio
    .filter(({ startMs }) => startMs > greetedMs)
    .map(({ startMs }) => startMs - greetedMs);
  expect(after[0]).toBeGreaterThan(2350);
  expect(after[0]).toBeLessThan(2650);
  expect(after.slice(1, 3)).toEqual([5000, 8000]);
});

test.each([614, 823])("on flow words that are known %i ms late bring no second filler", async (transcribe) => {
  const brain = [{ tool: "answer_from_knowledge", input: { facts: [], sure: true, reply: 42 } }];
  const report = await played(
    { caller: [{ says: "Is it Laura Miller?" }], delays: { transcribe, brainToken: 54 }, brain },
    "flow",
  );
  const asked = report.callerAudio[0]?.endMs ?? 0;
  const [filler, ...reply] = report.agentAudio.filter(({ startMs }) => startMs > asked).map(({ text }) => text);
  expect(report.turns[0]?.filler).toBe(filler);
  expect(reply.slice(0, 2)).toEqual(["I will put you", "through to a person."]);
});
