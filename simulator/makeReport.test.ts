import type { CallRecord, TurnRecord } from "../functions/shared/callRecord";
import { parseKnowledge } from "../functions/shared/knowledgeFile";
import type { Utterance } from "../functions/voice/state";
import { virtualClock } from "./clock";
import type { ConnectLog } from "./connect/connect";
import { type FinishedCall, makeReport } from "./makeReport";
import { phoneNetwork } from "./phoneNetwork";
import { speechSound } from "./sound/simSound";
import { pause } from "./standIns/faults";

const business = 'business: { name: Shop, timezone: UTC, phone: "+15035550100" }\nhours: { monday: 09:00-17:30 }\n';
const knowledge = parseKnowledge(
  `${business}people: [{ id: desk, name: the desk, number: "+15035550101" }]`,
  "shop.yaml",
);
const alone = parseKnowledge(business, "shop.yaml");

const turn: TurnRecord = {
  index: 1,
  caller: "Hi",
  tool: "answer_from_knowledge",
  facts: ["hours.monday"],
  said: "From nine.",
  heard: "From nine.",
  interrupted: false,
  blocked: null,
  filler: null,
  callerEndedAtMs: 295,
  decidedAtMs: 700,
  clauseAtMs: 800,
  audioAtMs: 950,
};
const record: CallRecord = {
  contactId: "c1",
  from: null,
  startedAtMs: 0,
  endedAtMs: 5000,
  turns: [],
  tools: [],
  booking: null,
  bookings: [],
  transfer: null,
  ending: "callerHungUp",
  faults: [],
  usage: { transcribeMs: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, spokenCharacters: 0 },
  consent: null,
};
const log: ConnectLog = {
  broken: null,
  transfer: null,
  voicemail: null,
  recorded: null,
  asks: 0,
  isOpen: null,
  faults: [],
};
const booking = {
  service: "cut",
  start: "2026-11-24T10:00",
  name: "Dana",
  number: null,
  key: "k",
  confirmation: "heard",
} as const;
const voicemail = { startMs: 0, text: "Hi", durationMs: 900, endedBy: "hangUp" } as const;
const answered = { to: "+15035550101", outcome: "answered", atMs: 10 } as const;
const wanted = { reason: "asked", summary: "Dana asks for a person." };

/** A call of two seconds in which nothing was said, but for what is given. */
async function reportOf(given: Partial<FinishedCall>, endedBy: "caller" | "agent" = "caller") {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  await clock.run(pause(clock, 2000));
  if (endedBy === "caller") phone.callerHangsUp();
  else phone.hangUp();
  await clock.run(pause(clock, 100));
  return makeReport({
    contactId: "c1",
    scenario: null,
    from: "+15551230001",
    startMs: 0,
    knowledge,
    line: "flow",
    phone,
    route: "ai",
    connect: log,
    faults: [],
    record,
    mouth: [],
    hasAgentDied: false,
    ...given,
  });
}

test.each([
  ["blocked", { route: "blocked", record: null }],
  ["failed", { record: { ...record, ending: "failed", booking } }],
  ["failed", { connect: { ...log, broken: "why" }, record: { ...record, booking } }],
  ["failed", { hasAgentDied: true }],
  ["booked", { record: { ...record, booking, transfer: wanted }, connect: { ...log, transfer: answered } }],
  ["transferred", { record: { ...record, ending: "failed" }, connect: { ...log, transfer: answered } }],
  ["transferred", { record: { ...record, turns: [turn] }, connect: { ...log, transfer: answered, voicemail } }],
  ["voicemail", { route: "voicemail", record: null, connect: { ...log, voicemail } }],
  ["voicemail", { hasAgentDied: true, connect: { ...log, voicemail } }],
  ["answered", { record: { ...record, turns: [turn], ending: "silence" } }],
  ["endedOnSilence", { record: { ...record, ending: "silence" } }],
  ["endedOnSilence", { record: { ...record, turns: [{ ...turn, facts: [] }], ending: "silence" } }],
  ["callerHungUp", { record: { ...record, turns: [{ ...turn, heard: "" }] } }],
  ["callerHungUp", { route: "voicemail", record: null }],
] as const)("the outcome is %s, the first that holds (%#)", async (outcome, given) => {
  expect((await reportOf(given)).outcome).toBe(outcome);
});

test.each([
  ["a silent voicemail", { route: "voicemail", record: null }, "endedOnSilence"],
  ["a silent voicemail after a transfer", { record: { ...record, ending: "transferred" } }, "endedOnSilence"],
  ["a goodbye", { record: { ...record, ending: "goodbye" } }, "callerHungUp"],
] as const)(
  "where our end hangs up after %s, and nothing came of the call, the outcome says so",
  async (_, given, outcome) => {
    expect((await reportOf(given, "agent")).outcome).toBe(outcome);
  },
);

test.each([
  [
    "answered",
    { record: { ...record, transfer: wanted }, connect: { ...log, transfer: answered } },
    "+15035550101",
    wanted.summary,
  ],
  ["closed", { record: { ...record, transfer: wanted }, knowledge: alone }, null, wanted.summary],
  [
    "noAnswer",
    { record: { ...record, transfer: wanted }, connect: { ...log, transfer: { ...answered, outcome: "noAnswer" } } },
    "+15035550101",
    wanted.summary,
  ],
  ["closed", { route: "human", record: null, knowledge: alone }, null, ""],
] as const)("a transfer that came to %s says whom it was to reach and why", async (outcome, given, to, summary) => {
  expect((await reportOf(given)).transfer).toEqual({ to, outcome, summary });
});

test.each([{ route: "human", record: null } as const, { record: { ...record, transfer: wanted } }])(
  "there is no transfer where the caller leaves before anybody is called (%#)",
  async (given) => {
    expect((await reportOf(given)).transfer).toBeNull();
  },
);

test("a booking's keys stand in the order of the contract, whatever the table gave", async () => {
  const { key, name, ...rest } = booking;
  const { booking: told } = await reportOf({ record: { ...record, booking: { key, ...rest, name } } });
  expect(Object.keys(told ?? {})).toEqual(["service", "start", "name", "number", "key", "confirmation"]);
});

test("keys stand in the order of the contract", async () => {
  expect(Object.keys(await reportOf({}))).toEqual(
    (
      "contactId scenario route outcome startedAt durationMs turns agentAudio callerAudio tools booking voicemail " +
      "transfer errors costUsd files"
    ).split(" "),
  );
});

test("latency is measured on the line, and its parts add up", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  await clock.run(pause(clock, 100));
  phone.callerSounds(speechSound("Hi"));
  await clock.run(pause(clock, 600));
  phone.play(speechSound("Hm."), "filler");
  await clock.run(pause(clock, 300));
  phone.play(speechSound("From nine."), "s2");
  await clock.run(pause(clock, 1000));
  phone.callerHangsUp();
  const mouth = [
    { id: "filler", turn: 1, kind: "filler", text: "Hm." },
    { id: "s2", turn: 1, kind: "reply", text: "From nine." },
  ] as unknown as Utterance[];
  const report = await reportOf({ phone, mouth, record: { ...record, turns: [turn] } });
  expect(report.callerAudio).toEqual([{ startMs: 100, endMs: 220, text: "Hi" }]);
  expect(report.turns[0]?.latencyMs).toEqual({ listen: 405, think: 100, speak: 150, line: 200, total: 855 });
});

test("the same words of an earlier turn, in the voice of Connect, are not where a reply begins", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  phone.play(speechSound("From nine."), "text");
  await clock.run(pause(clock, 800));
  phone.callerSounds(speechSound("Hi"));
  await clock.run(pause(clock, 1000));
  phone.play(speechSound("From nine."), "text");
  await clock.run(pause(clock, 1000));
  phone.callerHangsUp();
  const mouth = [{ id: "s2", turn: 2, kind: "reply", text: "From nine." }] as unknown as Utterance[];
  const second = { ...turn, index: 2, callerEndedAtMs: 995, decidedAtMs: 1400, clauseAtMs: 1500, audioAtMs: 1650 };
  const report = await reportOf({ phone, mouth, record: { ...record, turns: [second] } });
  expect(report.turns[0]?.latencyMs).toEqual({ listen: 405, think: 100, speak: 150, line: 300, total: 955 });
});

test("the words of a filler, in the voice of Connect, are not where a reply of the same words begins", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  await clock.run(pause(clock, 100));
  phone.callerSounds(speechSound("Hi"));
  await clock.run(pause(clock, 700));
  phone.play(speechSound("A moment."), "text");
  await clock.run(pause(clock, 700));
  phone.play(speechSound("A moment."), "text");
  await clock.run(pause(clock, 1000));
  phone.callerHangsUp();
  const mouth = [
    { id: "s1", turn: 1, kind: "filler", text: "A moment." },
    { id: "s2", turn: 1, kind: "reply", text: "A moment." },
  ] as unknown as Utterance[];
  const report = await reportOf({ phone, mouth, record: { ...record, turns: [turn] } });
  expect(report.turns[0]?.latencyMs).toEqual({ listen: 405, think: 100, speak: 150, line: 700, total: 1355 });
});

test("a hum after the caller's words, and before the reply to them, is not what it replies to", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  await clock.run(pause(clock, 100));
  phone.callerSounds(speechSound("Hi"));
  await clock.run(pause(clock, 300));
  phone.callerSounds(speechSound("Mm"));
  await clock.run(pause(clock, 500));
  phone.play(speechSound("From nine."), "s2");
  await clock.run(pause(clock, 1000));
  phone.callerHangsUp();
  const mouth = [{ id: "s2", turn: 1, kind: "reply", text: "From nine." }] as unknown as Utterance[];
  const report = await reportOf({ phone, mouth, record: { ...record, turns: [turn] } });
  expect(report.turns[0]?.latencyMs).toEqual({ listen: 405, think: 100, speak: 150, line: 100, total: 755 });
});

test("no part of a latency is less than nothing, however late the turn was taken", async () => {
  const clock = virtualClock(0);
  const phone = phoneNetwork(clock, 75);
  phone.callerSounds(speechSound("Hello there"));
  await clock.run(pause(clock, 800));
  phone.play(speechSound("From nine."), "s2");
  await clock.run(pause(clock, 1000));
  phone.callerHangsUp();
  const mouth = [{ id: "s2", turn: 1, kind: "reply", text: "From nine." }] as unknown as Utterance[];
  const early = { ...turn, callerEndedAtMs: 300, decidedAtMs: 740, clauseAtMs: 760, audioAtMs: 790 };
  const report = await reportOf({ phone, mouth, record: { ...record, turns: [early] } });
  expect(report.turns[0]?.latencyMs).toEqual({ listen: 215, think: 0, speak: 0, line: 0, total: 215 });
});

test("a turn of which nothing was heard has no latency", async () => {
  expect((await reportOf({ record: { ...record, turns: [turn] } })).turns[0]?.latencyMs).toBeNull();
});

test("faults of both sides stand in the order in which they were met, from the answer on", async () => {
  const { errors } = await reportOf({
    startMs: 1000,
    record: { ...record, faults: [{ atMs: 3000, service: "polly", what: "no answer", did: "tried again" }] },
    faults: [{ atMs: 2500, service: "s3", fault: "slow", isAskedAgain: false }],
    connect: { ...log, faults: [{ atMs: 1500, service: "lambda", what: "error", did: "error branch of ask" }] },
  });
  expect(errors.map(({ atMs, service }) => [atMs, service])).toEqual([
    [500, "lambda"],
    [1500, "s3"],
    [2000, "polly"],
  ]);
});
