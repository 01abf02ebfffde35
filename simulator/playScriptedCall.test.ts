import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WaveFile } from "wavefile";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { makeReport } from "./makeReport";
import { type PlaySettings, playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import type { CallReport } from "./report";
import { soundSpans } from "./sound/levels";
import { recordedSound } from "./sound/recordedSound";
import { speakSamples } from "./sound/voices";
import { businessStores } from "./stores/businessStores";
import { writeCall } from "./writeCall";

const knowledge = parseKnowledge(
  `
business: { name: Ro, timezone: UTC, phone: "+442079460100" }
hours: { monday: 08:00-18:00 }
services: [{ id: cut, name: Cut, price: £35, minutes: 30 }]
say:
  greeting: This is an AI. Say person for a person.
  fillers: [Hm.]
`,
  "shop.yaml",
);
const text = `
at: 2026-11-23T10:00:00Z
from: anonymous
caller:
  - { plays: q.wav, text: When do you open? }
  - says: Bye.
brain:
  - { tool: answer_from_knowledge, input: { facts: [hours.monday], sure: true, reply: We open at 8 am. } }
  - { tool: end_call, input: { reply: Bye. } }
`;
const said = text.replace("{ plays: q.wav, text: When do you open? }", "says: When do you open?");

/** A recording with 0.4 s of silence before the first word and 0.3 s after the last. */
async function recording(): Promise<Int16Array> {
  const words = await speakSamples("When do you open?", "caller");
  const pcm = new Int16Array(3200 + words.length + 2400);
  pcm.set(words, 3200);
  return pcm;
}

async function play(script: string, settings: Partial<PlaySettings> = {}) {
  const pcm = script.includes("plays") ? await recording() : new Int16Array(0);
  const { call, errors } = readScriptedCall(script, "a.yaml", (_, words) => recordedSound(pcm, words));
  if (call === null) throw new Error(errors.join("\n"));
  const finished = await playScriptedCall(
    call,
    knowledge,
    {
      line: "duplex",
      column: "best",
      seed: 1,
      decide: () => ({ tool: "end_call", input: { reply: "Bye." } }),
      ...settings,
    },
    businessStores(),
  );
  return { finished, report: makeReport(finished) };
}

const words = ({ turns, agentAudio, callerAudio, tools }: CallReport) => ({
  turns: turns.map(({ caller, tool, facts, said, heard }) => ({ caller, tool, facts, said, heard })),
  agent: agentAudio.map((stretch) => stretch.text),
  caller: callerAudio.map((stretch) => stretch.text),
  tools,
});

test.each(["flow", "duplex"] as const)(
  "on the %s line samples come to the same words as symbols, and to times within 200 ms",
  async (line) => {
    const symbols = (await play(said, { line })).report;
    const samples = (await play(said, { line, sounds: "samples" })).report;
    expect(words(samples)).toEqual(words(symbols));
    const times = (report: CallReport) =>
      [...report.agentAudio, ...report.callerAudio].flatMap(({ startMs, endMs }) => [startMs, endMs]);
    const apart = times(samples).map((ms, index) => Math.abs(ms - (times(symbols)[index] ?? 0)));
    expect(Math.max(...apart)).toBeLessThanOrEqual(200);
  },
  60_000,
);

test("a recording goes in and a recording comes out, and both agree with the report to 20 ms", async () => {
  const folder = mkdtempSync(join(tmpdir(), "call-"));
  try {
    const { finished, report } = await play(text);
    const { files } = await writeCall(finished, report, folder, "a");
    const wave = new WaveFile(readFileSync(files?.recording ?? ""));
    const [caller, agent] = wave.getSamples(false, Int16Array) as unknown as [Int16Array, Int16Array];
    expect(caller.length).toBe(report.durationMs * 8);

    const spans = soundSpans(caller);
    const [question] = report.callerAudio;
    expect(question?.text).toBe("When do you open?");
    expect(Math.abs((question?.startMs ?? 0) - (spans[0]?.startMs ?? 0))).toBeLessThanOrEqual(20);
    const lastOfQuestion = spans.filter(({ endMs }) => endMs < (question?.endMs ?? 0) + 200).at(-1);
    expect(Math.abs((question?.endMs ?? 0) - (lastOfQuestion?.endMs ?? 0))).toBeLessThanOrEqual(20);

    // The agent's voice is as long as its text, so its first sound is where the report has it.
    const heard = soundSpans(agent);
    expect(Math.abs((report.agentAudio[0]?.startMs ?? 0) - (heard[0]?.startMs ?? 0))).toBeLessThanOrEqual(20);
    expect(Math.abs((report.agentAudio.at(-1)?.endMs ?? 0) - (heard.at(-1)?.endMs ?? 0))).toBeLessThanOrEqual(20);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test.each([
  ["07:59:59.999", "voicemail"],
  ["08:00:00.000", "ai"],
  ["17:59:59.999", "ai"],
  ["18:00:00.000", "voicemail"],
])("a call that comes in at %s goes to %s, however long the screening takes", async (time, route) => {
  const { report } = await play(said.replace("10:00:00", time));
  expect(report.route).toBe(route);
});

test.each([
  ["10:00:00", "human"],
  ["20:00:00", "voicemail"],
])("where the screening fails at %s the route is what the flow made of it: %s", async (time, route) => {
  const broken = [1, 2, 3, 4].map((request) => `  - { service: lambda, request: ${request}, fault: garbage }\n`);
  const { report } = await play(`${said.replace("10:00:00", time)}faults:\n${broken.join("")}`);
  expect(report.route).toBe(route);
  expect(report.errors.map(({ service, did }) => [service, did])).toEqual([
    ...[1, 2, 3].map(() => ["lambda", "tried again"]),
    ["lambda", "error branch of screenCaller"],
  ]);
});

test.each([
  ["10:00:00", "ai"],
  ["20:00:00", "voicemail"],
])("whoever hangs up at %s before their call goes anywhere was on the way to %s", async (time, route) => {
  const script = `at: 2026-11-23T${time}Z\nfrom: "+442079460101"\ncaller: [{ hangsUp: 0ms }]\n`;
  const { report } = await play(script);
  expect([report.route, report.outcome]).toEqual([route, "callerHungUp"]);
});

test("what is left to chance follows from the seed", async () => {
  const faulty = `${said}faults:\n  - { service: bedrock, utterance: 1, fault: timeout }\n`;
  const [once, again] = [await play(faulty), await play(faulty)];
  expect(JSON.stringify(once.report)).toBe(JSON.stringify(again.report));
});

test.each([
  ["grounded", "A cut is £35.", null],
  ["never", expect.not.stringContaining("35"), { clause: "A cut is £35." }],
] as const)("a price that a fact has is said as the stack wants it: %s", async (prices, said, blocked) => {
  const asked = text
    .replace("{ plays: q.wav, text: When do you open? }", "says: What is a cut?")
    .replace(
      "facts: [hours.monday], sure: true, reply: We open at 8 am.",
      "facts: [service.cut], sure: true, reply: A cut is £35.",
    );
  const { turns } = (await play(asked, { prices })).report;
  expect(turns[0]).toMatchObject({ said, blocked });
});
