import { readWave } from "../../functions/prepareVoicemail/wave";
import { type AfterCalls, afterCalls, type PlayedWorkflow } from "./afterCalls";
import { definitionOf, type WorkflowName } from "./definitions";
import { failure, tasksIn } from "./doTask";
import type { BusEvent } from "./eventRules";
import { leaveVoicemail, runAfter } from "./leaveVoicemail.fixture";
import { playWorkflow, waysOf } from "./playWorkflow";

const contactId = "2b7c1a90-1111-4222-8333-444455556666";
const words = "Hello, please call me back about the van. It is the blue one.";

/** Ways gone by the tests of this file, for the last of them. */
const gone: Record<"voicemailRecording" | "voicemailReport", Set<string>> = {
  voicemailRecording: new Set(),
  voicemailReport: new Set(),
};
let after: AfterCalls;
/** Events in the order in which they were published, and what becomes of the next. */
let published: BusEvent[];
let carry: (event: BusEvent) => readonly BusEvent[];
beforeEach(() => {
  published = [];
  carry = (event) => [event];
  after = afterCalls(undefined, (event) => {
    published.push(event);
    return carry(event);
  });
});
afterEach(() => remember(after.played));

function remember(played: readonly PlayedWorkflow[]): void {
  for (const { workflow, ways } of played) {
    if (workflow === "voicemailRecording" || workflow === "voicemailReport") {
      for (const way of ways) gone[workflow].add(way);
    }
  }
}

const leave = (more: Partial<Parameters<typeof leaveVoicemail>[1]> = {}) =>
  leaveVoicemail(after, { contactId, words, ...more });
const told = () => after.outbox.map(({ subject, text }) => [subject, text.split("\n")[0]]);
const ends = () => after.played.map(({ workflow, error, ways }) => error ?? `${workflow}: ${ways.at(-1)}`);
const lostAfter = (kept: number) => (event: BusEvent) => (published.length > kept ? [] : [event]);
const often = (fault: "throttle" | "error") => new Array<typeof fault>(40).fill(fault);

test("a voicemail is cut out, written down and told, and its deadline is forgotten", async () => {
  await leave();
  expect(told()).toEqual([["Voicemail from +15551230001", "Hello, please call me back about the van."]]);
  expect(ends()).toEqual(["voicemailRecording: WriteDown -> Filed", "voicemailReport: IsOwnerTold -> Told"]);
  expect(after.schedules.all()).toEqual([]);
  expect(await after.files.list("")).toEqual([`voicemail/${contactId}.json`, `voicemail/${contactId}.wav`]);
  const message = readWave((await after.files.get(`voicemail/${contactId}.wav`)) ?? new Uint8Array(0));
  const spokenMs = words.length * 60;
  expect((message?.channels[0]?.length ?? 0) / 8).toBeGreaterThanOrEqual(spokenMs);
  expect((message?.channels[0]?.length ?? 0) / 8).toBeLessThan(spokenMs + 1_000);
});

test("who hangs up without a word leaves nothing behind, and nobody is told", async () => {
  await leave({ words: "" });
  expect(after.outbox).toEqual([]);
  expect(await after.files.list("")).toEqual([]);
  expect(ends()).toEqual(["voicemailRecording: HasMessage -> NothingToTell", "voicemailReport: IsOwnerTold -> Told"]);
});

test("where no recording comes the owner hears who tried, and where it comes after all, that too", async () => {
  carry = () => [];
  await leave();
  expect(told()).toEqual([
    ["Missed voicemail from +15551230001", expect.stringMatching(/^Somebody was about to leave/)],
  ]);
  carry = (event) => [event];
  after.voicemails.deliver(published[0] as BusEvent);
  await runAfter(after);
  expect(told()[1]).toEqual(["Voicemail from +15551230001", "The recording that was announced as missing has come."]);
  expect(after.outbox).toHaveLength(2);
});

test("where the end of the transcription is never heard of the owner gets the link in time, and the text no more", async () => {
  carry = (event) => lostAfter(1)(event);
  await leave();
  expect(told()).toEqual([
    ["Voicemail from +15551230001", expect.stringMatching(/^This message could not be written/)],
  ]);
  after.voicemails.deliver(published[1] as BusEvent);
  await runAfter(after);
  expect(after.outbox).toHaveLength(1);
});

test("events that come twice, and in another order, change nothing", async () => {
  carry = (event) => [event, event];
  await leave();
  for (const event of [...published].reverse()) after.voicemails.deliver(event);
  await runAfter(after);
  expect(after.outbox).toHaveLength(1);
  expect(after.played.every(({ status }) => status === "succeeded")).toBe(true);
});

test("a transcription that cannot be started is told at the deadline, with the link", async () => {
  await leave({ failing: { transcribe: often("throttle") } });
  expect(ends()).toEqual([
    "voicemailRecording: WriteDown caught -> LeftUnwritten",
    "voicemailReport: IsOwnerTold -> Told",
  ]);
  expect(told()[0]?.[1]).toMatch(/^This message could not be written down/);
});

test("a recording that cannot be filed is an execution that fails, and the deadline tells who called", async () => {
  await leave({ failing: { s3: often("error") } });
  expect(ends()).toEqual(["NotFiled", "voicemailReport: IsOwnerTold -> Told"]);
  expect(told()).toEqual([["A voicemail was left", expect.stringMatching(/^Somebody called and was about to leave/)]]);
});

test("what cannot be worded is told plainly, with where to listen", async () => {
  await leave({ failing: { lambda: [null, null, ...often("error").slice(0, 5)] } });
  expect(told()).toEqual([["A voicemail was left", expect.stringMatching(`/voicemail/${contactId}.wav$`)]]);
});

test("where nothing can be told at all the execution fails, which an alarm tells", async () => {
  await leave({ failing: { lambda: [null, null, ...often("error")] } });
  expect(after.outbox).toEqual([]);
  expect(ends()).toEqual(["voicemailRecording: WriteDown -> Filed", "OwnerNotTold", "OwnerNotTold"]);
});

test.each(["throttle", "error", "timeout", "drop"] as const)(
  "an owner who was perhaps not told is told of by the alarm, and never told twice: %s",
  async (fault) => {
    const isRefusal = fault === "throttle";
    await leave({ failing: { sns: isRefusal ? often("throttle") : [fault] } });
    expect(after.outbox.length).toBeLessThanOrEqual(1);
    expect(ends().at(-1)).toBe(isRefusal ? "OwnerNotTold" : "OwnerPerhapsNotTold");
  },
);

test.each(["throttle", "error", "timeout", "drop", "slow"] as const)(
  "whatever service fails now and then, the message arrives once: %s",
  async (fault) => {
    for (const service of ["dynamodb", "s3", "transcribe", "bedrock", "lambda"] as const) {
      after = afterCalls();
      await leave({ failing: { [service]: [fault, null, fault, fault, null, fault] } });
      expect([service, told()]).toEqual([service, [["Voicemail from +15551230001", expect.any(String)]]]);
      remember(after.played);
    }
  },
);

/** Plays a definition with answers of our own. */
async function playWith(workflow: keyof typeof gone, input: object, answers: Record<string, unknown>, throttled = 0) {
  let left = throttled;
  const tasks = tasksIn({
    schedules: { create: () => true, remove: () => false, all: () => [] },
    invoke: async (name) => answers[name],
    startJob: async () => {
      if (answers.startJob !== undefined) throw failure(String(answers.startJob));
    },
  });
  const played = await playWorkflow(definitionOf(workflow), { name: "e", input, startedAtMs: 0 }, async (...asked) => {
    if (!asked[0].includes("lambda") && left-- > 0) throw failure("ThrottlingException");
    return tasks(...asked);
  });
  for (const way of played.ways) gone[workflow].add(way);
  return played;
}

const recording = { time: "2026-11-22T20:00:30Z", detail: { bucket: { name: "b" }, object: { key: "k" } } };
const filed = { contactId, language: "en-US", languages: ["en-US"], messageKey: "m", transcriptKey: "t" };

test("a message in one of several languages has its language found, and is begun to be written down only once", async () => {
  const several = { filed: { ...filed, language: null, languages: ["en-US", "fr-FR"] } };
  for (const [given, job, throttled, way] of [
    [several, undefined, 0, "WriteDownInOneOf -> Filed"],
    [several, undefined, 2, "WriteDownInOneOf -> Filed"],
    [several, "Transcribe.ConflictException", 0, "WriteDownInOneOf caught -> Filed"],
    [several, undefined, 9, "WriteDownInOneOf caught -> LeftUnwritten"],
    [{ filed }, "Transcribe.ConflictException", 0, "WriteDown caught -> Filed"],
    [{ filed }, "Transcribe.BadRequestException", 0, "WriteDown caught -> LeftUnwritten"],
  ] as const) {
    const answers = { prepareVoicemail: given, ...(job === undefined ? {} : { startJob: job }) };
    const played = await playWith("voicemailRecording", recording, answers, throttled);
    expect([played.status, played.ways.at(-1)]).toEqual(["succeeded", way]);
  }
});

test("a deadline that cannot be forgotten, or that nobody planned, keeps nobody from being told", async () => {
  const owner = { id: "voicemail-1", to: { kind: "owner" }, subject: "Voicemail", text: "Hello" };
  const input = { detail: { TranscriptionJobName: `stack.${contactId}`, TranscriptionJobStatus: "COMPLETED" } };
  for (const [schedule, throttled] of [
    [contactId, 0],
    [contactId, 1],
    [contactId, 9],
    [null, 0],
  ] as const) {
    const answers = { reportVoicemail: { owner, schedule }, deliver: { delivery: "sent" } };
    const played = await playWith("voicemailReport", input, answers, throttled);
    expect([played.status, played.ways.at(-1)]).toEqual(["succeeded", "IsOwnerTold -> Told"]);
  }
});

test.each(["voicemailRecording", "voicemailReport"] as const satisfies readonly WorkflowName[])(
  "every way of %s has been gone",
  (workflow) => {
    expect(waysOf(definitionOf(workflow)).filter((way) => !gone[workflow].has(way))).toEqual([]);
  },
);
