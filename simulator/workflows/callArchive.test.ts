import fc from "fast-check";
import { type ArchiveInput, type ArchivePorts, archiveCall } from "../../functions/archiveCall/archiveCall";
import { salvagedRecord } from "../../functions/archiveCall/salvagedRecord";
import type { Booking, CallRecord, TurnRecord } from "../../functions/shared/callRecord";
import type { RecordLeft } from "../../functions/shared/callRecords";
import type { KeptCall } from "../../functions/shared/keptCall";
import { deliverOnce, type Message } from "../../functions/shared/message";
import { newConversation } from "../../functions/voice/conversation";
import { deskKnowledge, deskNowMs, recordOf } from "../../functions/voice/desk.contract";
import { savedOf } from "../../functions/voice/handOver";
import type { Utterance } from "../../functions/voice/state";
import { turnTakingDefaults } from "../../functions/voice/turnTaking";
import { virtualClock } from "../clock";
import { callOverEvent } from "../connect/contactEvent";
import { faultPlan, randomFrom, ServiceError } from "../standIns/faults";
import { memoryPost, type SentMessage } from "../standIns/memoryPost";
import { memoryCallers } from "../stores/memoryCallers";
import { memoryCallRecords } from "../stores/memoryCallRecords";
import { memoryCallStore } from "../stores/memoryCallStore";
import { memoryFiles } from "../stores/memoryFiles";
import { memoryMessageLedger } from "../stores/memoryMessageLedger";
import { memoryScreenedCalls } from "../stores/memoryScreenedCalls";
import { definitionOf } from "./definitions";
import { tasksIn } from "./doTask";
import { type Played, playWorkflow, waysOf } from "./playWorkflow";
import { schedules } from "./schedules";

const contactId = "2b7c1a90-1111-4222-8333-444455556666";
const folder = `calls/2026/11/23/${contactId}/`;
const from = "+15551230001";
const endMs = deskNowMs + 60_000;
const versions = { knowledge: "0123456789abcdef", model: "haiku", code: "fedcba9876543210" };
const booking: Booking = {
  service: "haircut",
  start: "2026-11-25T10:30",
  name: "Dana Reyes",
  number: from,
  key: "booking-0123456789abcdef01234567",
  confirmation: "heard",
};
const turn: TurnRecord = {
  index: 1,
  caller: "My name is Dana Reyes, my card is 4111 1111 1111 1111.",
  tool: "answer_from_knowledge",
  facts: ["service.haircut"],
  said: "Thanks Dana. A haircut is $35.",
  heard: "Thanks Dana. A haircut is $35.",
  interrupted: false,
  blocked: null,
  filler: null,
  callerEndedAtMs: deskNowMs + 1_000,
  decidedAtMs: deskNowMs + 1_400,
  clauseAtMs: deskNowMs + 1_600,
  audioAtMs: deskNowMs + 1_900,
};
const consent = { atMs: deskNowMs + 900, wording: "This call is recorded." };
const record = (more: Partial<CallRecord> = {}): CallRecord => ({
  ...recordOf(null),
  contactId,
  turns: [turn],
  consent,
  ...more,
});

/** Ways gone by the tests of this file, for the last of them. */
const gone = new Set<string>();

/** What is there when the call is over, and what becomes of it. */
function scene() {
  const clock = virtualClock(deskNowMs);
  const outbox: SentMessage[] = [];
  const ledger = memoryMessageLedger();
  const files = memoryFiles();
  const calls = memoryCallStore(clock);
  const knowledge = async () => deskKnowledge;
  const screened = memoryScreenedCalls();
  const callers = memoryCallers(90);
  const ports: ArchivePorts = {
    knowledge,
    screened,
    calls,
    records: memoryCallRecords(),
    salvage: salvagedRecord({ calls, knowledge }),
    hasVoicemail: async () => false,
    callers,
    files,
    line: "flow",
    link: (key) => `https://files.example/${key}`,
  };
  return { clock, outbox, ledger, files, calls, screened, callers, ports };
}
type Scene = ReturnType<typeof scene>;

/** Plays the workflow; `before` may fail or change the world before a function is invoked. */
async function play(
  { clock, outbox, ledger, ports }: Scene,
  before: (functionName: string, nth: number) => void | Promise<void> = () => undefined,
): Promise<Played> {
  const counts = new Map<string, number>();
  const post = memoryPost(outbox, clock, faultPlan([], clock, randomFrom(1)));
  const tasks = tasksIn({
    schedules: schedules(),
    async invoke(name, payload) {
      const nth = (counts.get(name) ?? 0) + 1;
      counts.set(name, nth);
      await before(name, nth);
      if (name === "archiveCall") return archiveCall(payload as ArchiveInput, ports);
      return { delivery: await deliverOnce(payload as Message, { ledger, post, nowMs: clock.now() }) };
    },
  });
  const event = callOverEvent({ contactId, startMs: deskNowMs, endMs }, "arn:instance");
  const execution = { name: "e", input: event, startedAtMs: endMs };
  const played = await playWorkflow(definitionOf("callArchive"), execution, tasks);
  for (const way of played.ways) gone.add(way);
  return played;
}

async function led(stage: Scene, left: CallRecord | null): Promise<void> {
  await stage.screened.note(contactId, { from, route: "ai", atMs: deskNowMs });
  await stage.calls.begin(contactId, { from, startedAtMs: deskNowMs, stream: null });
  if (left !== null) await stage.ports.records.keep({ record: left, versions });
}

const keptIn = async ({ files }: Scene) =>
  JSON.parse(Buffer.from((await files.get(`${folder}record.json`)) ?? []).toString()) as KeptCall;
const textsOf = async ({ files, outbox }: Scene) => {
  const bodies = await Promise.all((await files.list("")).map(async (key) => files.get(key)));
  return [...bodies.map((body) => Buffer.from(body ?? []).toString()), ...outbox.map(({ text }) => text)].join("\n");
};
const always = (error: Error) => () => {
  throw error;
};
const throttled = new ServiceError("lambda", "ThrottlingException", "Rate exceeded");

test("a call is kept with all that is known of it, redacted, and a program that listens is told", async () => {
  const stage = scene();
  await led(stage, record({ booking, bookings: [booking] }));
  expect((await play(stage)).status).toBe("succeeded");
  expect(await stage.files.list("")).toEqual([
    `${folder}page.html`,
    `${folder}record.json`,
    `${folder}transcript.json`,
  ]);
  expect(await keptIn(stage)).toMatchObject({
    contactId,
    business: "Cedar Barbers",
    from,
    route: "ai",
    outcome: "booked",
    durationMs: 60_000,
    turns: [
      {
        caller: "My name is [name], my card is [card].",
        heard: "Thanks [name]. A haircut is $35.",
        latencyMs: { listen: 400, think: 200, speak: 300, total: 900 },
      },
    ],
    bookings: [{ service: "haircut", start: "2026-11-25T10:30", key: booking.key, confirmation: "heard" }],
    consent: { at: "2026-11-23T18:00:00.900Z", wording: "This call is recorded." },
    versions,
  });
  expect(stage.outbox).toMatchObject([{ to: { kind: "listeners" } }]);
  expect(JSON.parse(stage.outbox[0]?.text ?? "")).toMatchObject({
    type: "callArchived",
    outcome: "booked",
    turnCount: 1,
  });
  expect(await textsOf(stage)).not.toMatch(/Dana|Reyes|4111/);
});

test("afterwards the agent's own record holds nobody's words either, and the caller is remembered", async () => {
  const stage = scene();
  await led(stage, record({ booking, bookings: [booking] }));
  await play(stage);
  const left = await stage.ports.records.of(contactId);
  expect(left?.record.turns[0]?.caller).toBe("My name is [name], my card is [card].");
  expect(await stage.callers.of(from, endMs)).toEqual({
    name: "Dana Reyes",
    calls: [
      {
        contactId,
        startedAtMs: deskNowMs,
        outcome: "booked",
        booked: { service: "haircut", start: "2026-11-25T10:30", name: "Dana Reyes" },
      },
    ],
  });
});

test("the owner is told who has to be called, and only then", async () => {
  const person = { ...booking, confirmation: "person" } as const;
  const stage = scene();
  await led(stage, record({ booking: person, bookings: [person] }));
  await play(stage);
  expect(stage.outbox[0]?.text).toBe(
    [
      "Please call Dana Reyes, +15551230001: the booking of Haircut, Wednesday, November 25 at 10:30 am, is made, and they may not know it.",
      "",
      "Call of Monday, November 23, 10 am",
      "From: +15551230001",
      `What was said: https://files.example/${folder}page.html`,
    ].join("\n"),
  );
  const unreached = scene();
  await led(
    unreached,
    record({ ending: "transferred", transfer: { reason: "asked", summary: "About my card 4111111111111111" } }),
  );
  await play(unreached);
  expect(unreached.outbox[0]?.text).toMatch(
    /^The caller wanted a person and reached nobody[\s\S]*\nAbout: About my card \[card\]/,
  );
});

test("an event that comes twice, three times, or at once is one archive and one message", async () => {
  const person = { ...booking, confirmation: "person" } as const;
  const stage = scene();
  await led(stage, record({ booking: person, bookings: [person] }));
  await Promise.all([play(stage), play(stage)]);
  const first = await textsOf(stage);
  await play(stage);
  expect(await textsOf(stage)).toBe(first);
  expect(stage.outbox.map(({ to }) => to.kind)).toEqual(["owner", "listeners"]);
});

test("a record that comes late is waited for", async () => {
  const stage = scene();
  await led(stage, null);
  const left: RecordLeft = { record: record(), versions };
  await play(stage, (name, nth) => (name === "archiveCall" && nth === 3 ? stage.ports.records.keep(left) : undefined));
  expect(await keptIn(stage)).toMatchObject({ outcome: "answered", versions });
});

test("a call whose agent died is kept with what it had saved, and the owner is to call back", async () => {
  const stage = scene();
  await led(stage, null);
  const fresh = newConversation({
    contactId,
    from,
    startedAtMs: deskNowMs,
    knowledge: deskKnowledge,
    facts: [],
    grade: "flow",
    rendered: new Set(),
    isRecorded: true,
    taking: turnTakingDefaults,
  });
  const fence = (await stage.calls.takeLease(contactId, "voice-1", deskNowMs, endMs)) ?? 0;
  await stage.calls.save(
    contactId,
    fence,
    JSON.stringify(savedOf({ ...fresh, usage: { ...fresh.usage, inputTokens: 7_000 } })),
  );
  await play(stage);
  const kept = await keptIn(stage);
  expect(kept).toMatchObject({ route: "ai", outcome: "failed", from, turns: [] });
  expect(kept.costUsd.bedrock).toBeGreaterThan(0);
  expect(stage.outbox[0]).toMatchObject({ to: { kind: "owner" }, subject: "A caller was not helped" });
});

test.each([
  ["asked for no more", 1, "A caller has to be told of their booking"],
  ["asked again", 2, "A caller was not helped"],
] as const)("of a confirmation that a lost agent left to the flow, which %s", async (_, lastSeq, subject) => {
  const stage = scene();
  await led(stage, null);
  const fence = (await stage.calls.takeLease(contactId, "voice-1", deskNowMs, endMs)) ?? 0;
  const { confirmation: _confirmation, ...booked } = { ...booking, number: null };
  const told: Utterance = {
    id: "s1",
    turn: 1,
    kind: "reply",
    text: "You are booked.",
    isOffer: false,
    askedAtMs: deskNowMs,
    readyAtMs: deskNowMs,
    status: "given",
    startedAtMs: null,
    heardMs: 0,
    durationMs: 900,
    attempt: 1,
  };
  const conversation = {
    ...newConversation({
      contactId,
      from: null,
      startedAtMs: deskNowMs,
      knowledge: deskKnowledge,
      facts: [],
      grade: "flow",
      rendered: new Set(),
      isRecorded: true,
      taking: turnTakingDefaults,
    }),
    mouth: [told],
    bookings: [{ booking: booked, saidBy: ["s1"], isAnnounced: true }],
  };
  await stage.calls.save(contactId, fence, JSON.stringify(savedOf(conversation)));
  await stage.calls.answer(contactId, fence, {
    seq: 1,
    next: "say",
    uri: "s3://prompts/calls/c/s1.wav",
    text: told.text,
    durationMs: 900,
  });
  await stage.calls.ask(contactId, { seq: lastSeq, atMs: deskNowMs + 5_000, key: null, transfer: null });
  await play(stage);
  expect(stage.outbox[0]).toMatchObject({ to: { kind: "owner" }, subject });
});

test("calls without an agent are kept by where they went, and those of other stacks are left alone", async () => {
  const blocked = scene();
  await blocked.screened.note(contactId, { from, route: "blocked", atMs: deskNowMs });
  await play(blocked);
  expect(await keptIn(blocked)).toMatchObject({ route: "blocked", outcome: "blocked", versions: null });
  expect(await blocked.callers.of(from, endMs)).toBeNull();

  const voicemail = scene();
  await voicemail.screened.note(contactId, { from: null, route: "voicemail", atMs: deskNowMs });
  voicemail.ports = { ...voicemail.ports, hasVoicemail: async () => true };
  await play(voicemail);
  expect(await keptIn(voicemail)).toMatchObject({ from: null, outcome: "voicemail" });

  const strange = scene();
  expect((await play(strange)).status).toBe("succeeded");
  expect(await strange.files.list("")).toEqual([]);
  expect(strange.outbox).toEqual([]);
});

test.each([
  ["archiveCall", "NotArchived", 0],
  ["deliver", "OwnerNotTold", 3],
] as const)(
  "what cannot be had at all is an execution that fails, which an alarm tells: %s",
  async (fails, error, files) => {
    const person = { ...booking, confirmation: "person" } as const;
    const stage = scene();
    await led(stage, record({ booking: person, bookings: [person] }));
    const played = await play(stage, (name) => (name === fails ? always(throttled)() : undefined));
    expect(played).toMatchObject({ status: "failed", error });
    expect(await stage.files.list("")).toHaveLength(files);
  },
);

test("an agent's death and an archive that fails then are told by the alarm, too", async () => {
  const stage = scene();
  await led(stage, null);
  const played = await play(stage, (name, nth) =>
    name === "archiveCall" && nth > 4 ? always(throttled)() : undefined,
  );
  expect(played).toMatchObject({ status: "failed", error: "NotArchived" });
  const again = await play(stage, (name, nth) =>
    name === "archiveCall" && nth === 5 ? always(throttled)() : undefined,
  );
  expect(again.status).toBe("succeeded");
});

test("an owner of whom nobody knows whether they were told is an execution that fails", async () => {
  const stage = scene();
  await led(stage, record({ ending: "failed" }));
  await stage.ledger.claim(`call-${contactId}-owner`, endMs);
  expect(await play(stage)).toMatchObject({ status: "failed", error: "OwnerPerhapsNotTold" });
});

test("whatever is refused, answered too late or told twice on the way: one archive, and nobody told twice", async () => {
  const person = { ...booking, confirmation: "person" } as const;
  const chance = fc.array(fc.constantFrom("fine", "refused", "lost"), { minLength: 12, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(chance, fc.integer({ min: 1, max: 3 }), async (fortunes, deliveries) => {
      const stage = scene();
      await led(stage, record({ booking: person, bookings: [person] }));
      let asked = 0;
      const flaky = new Proxy(stage.ports.files, {
        get:
          (files, name: "putNew" | "get") =>
          async (...args: never[]) => {
            const fortune = fortunes[asked++ % fortunes.length];
            if (fortune === "refused") throw throttled;
            const answer: unknown = await (files[name] as (...given: never[]) => Promise<unknown>)(...args);
            if (fortune === "lost") throw throttled;
            return answer;
          },
      });
      const world = { ...stage, ports: { ...stage.ports, files: flaky } };
      for (let nth = 0; nth < deliveries; nth += 1) await play(world);
      const keys = await stage.files.list("");
      const isKept = keys.includes(`${folder}record.json`);
      expect(isKept ? keys.length : 3).toBe(3);
      expect(stage.outbox.filter(({ to }) => to.kind === "owner").length).toBeLessThanOrEqual(1);
      if (isKept) expect((await keptIn(stage)).outcome).toBe("booked");
    }),
    { numRuns: 60 },
  );
});

test("every way of the definition has been gone", async () => {
  // A delivery that fails once is tried again.
  const stage = scene();
  await led(stage, record({ ending: "failed" }));
  await play(stage, (name, nth) => (name === "deliver" && (nth === 1 || nth === 3) ? always(throttled)() : undefined));
  const deaf = scene();
  await led(deaf, record());
  await play(deaf, (name) => (name === "deliver" ? always(throttled)() : undefined));
  expect(waysOf(definitionOf("callArchive")).filter((way) => !gone.has(way))).toEqual([]);
});
