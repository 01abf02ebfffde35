import { virtualClock } from "../../../simulator/clock";
import { memoryCallStore } from "../../../simulator/stores/memoryCallStore";
import type { CallStore } from "../../shared/callStore";
import { flowLineTimes } from "../../shared/flowLineTimes";
import type { LineEvent, Sound, Speech } from "../ports";
import { takeCall } from "./callLease";
import { contactFlow } from "./contactFlow.fixture";
import { flowLine, type Prompts } from "./flowLine";

const startMs = Date.parse("2026-11-23T18:00:00Z");
const contactId = "c-1";
const promptMs = flowLineTimes.promptLatencyMs;

const sound = (durationMs: number): Sound => ({ startMs: 0, durationMs, levels: [] });
const speech = (id: string, isOffer = false): Speech => ({ id, text: `Clause ${id}.`, isOffer });

async function* pieces(...durationsMs: number[]): AsyncGenerator<Sound> {
  for (const durationMs of durationsMs) yield sound(durationMs);
}

interface Options {
  readonly prompts?: Prompts;
  readonly recordingNotice?: string;
  readonly changed?: (calls: CallStore) => CallStore;
}

/** A call on the flow line. */
async function onTheLine({ prompts, recordingNotice, changed = (calls) => calls }: Options = {}) {
  const clock = virtualClock(startMs);
  const calls = memoryCallStore(clock);
  await calls.begin(contactId, { from: null, startedAtMs: startMs, stream: null });
  const lease = await takeCall(contactId, "voice", calls, clock);
  if (lease === null) throw new Error("nobody else can have the call");
  const line = flowLine({
    contactId,
    fence: lease.fence,
    calls: changed(calls),
    prompts: prompts ?? { put: async (id) => `s3://p/${id}` },
    clock,
    recordingNotice: recordingNotice ?? null,
  });

  const pause = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve));
  const at = () => clock.now() - startMs;
  const events: (LineEvent & { readonly seenMs: number })[] = [];
  const over = new AbortController();
  async function follow(): Promise<void> {
    for await (const event of line.events(over.signal)) events.push({ ...event, seenMs: at() });
  }
  const following = follow();
  const { log, over: flowing, pressDuring, transferBecomes, leave } = contactFlow(contactId, calls, clock);
  return {
    clock,
    calls,
    lease,
    line,
    log,
    events,
    over,
    following,
    flowing,
    pressDuring,
    transferBecomes,
    leave,
    after: (ms: number, act: () => void) => clock.after(ms, act),
    /** What the flow did, without the times. */
    doings: () => log.map((entry) => entry.replace(/^\d+ /, "")),
    /** Lets the call go on for so long. */
    pass: (ms: number) => clock.run(pause(ms)),
    seen: () => events.map(({ seenMs: _, ...event }) => ({ ...event, atMs: event.atMs - startMs })),
  };
}

test("speeches are played whole and in the order in which they were given, however late the first is made", async () => {
  const call = await onTheLine();
  async function* late(): AsyncGenerator<Sound> {
    await new Promise<void>((resolve) => call.after(500, resolve));
    yield sound(1_000);
  }
  call.line.play(speech("a"), late());
  call.line.play(speech("b"), pieces(200, 400));
  await call.pass(4_000);
  expect(call.doings()).toEqual(["say s3://p/a", "say s3://p/b"]);
  expect(call.events.map(({ type }) => type)).toEqual(["speechStarted", "speechEnded", "speechStarted", "speechEnded"]);
  expect(Number.parseInt(call.log[0] ?? "", 10)).toBeGreaterThanOrEqual(500 + promptMs);
});

test("a speech starts when the flow can play it and ends with the flow's next question", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(600));
  await call.pass(3_000);
  const [started, ended] = call.seen();
  expect(started).toMatchObject({ type: "speechStarted", id: "a" });
  expect(Math.abs((started?.atMs ?? 0) - promptMs)).toBeLessThanOrEqual(flowLineTimes.pollEveryMs);
  expect(ended).toMatchObject({ type: "speechEnded", id: "a", durationMs: 600 });
  expect(Math.abs((ended?.atMs ?? 0) - promptMs - 600)).toBeLessThanOrEqual(flowLineTimes.pollEveryMs);
});

test("after an offer the time in which the flow listens for a key is no part of the speech", async () => {
  const call = await onTheLine();
  call.line.play(speech("a", true), pieces(600));
  await call.pass(4_000);
  const ended = call.seen().find(({ type }) => type === "speechEnded");
  expect(Math.abs((ended?.atMs ?? 0) - promptMs - 600)).toBeLessThanOrEqual(flowLineTimes.pollEveryMs);
});

test("a key cuts an offer short and is told", async () => {
  const call = await onTheLine();
  call.pressDuring("Clause a.", "0");
  call.line.play(speech("a", true), pieces(2_000));
  await call.pass(3_000);
  expect(call.seen().map(({ type }) => type)).toEqual(["speechStarted", "speechEnded", "keyPressed"]);
  const [, ended, pressed] = call.seen();
  expect(ended).toMatchObject({ durationMs: expect.any(Number) });
  expect((ended as { durationMs: number }).durationMs).toBeLessThan(1_100);
  expect(pressed).toMatchObject({ key: "0" });
});

test("what is held is not begun until it is resumed, and what has begun is played to its end", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(1_000));
  call.line.play(speech("b"), pieces(400));
  await call.pass(800);
  call.line.hold();
  await call.pass(4_000);
  expect(call.log).toHaveLength(1);
  expect(call.seen().map(({ type, ...event }) => `${type} ${"id" in event ? event.id : ""}`)).toEqual([
    "speechStarted a",
    "speechEnded a",
  ]);
  call.line.resume();
  await call.pass(1_000);
  expect(call.log[1]).toContain("s3://p/b");
});

test("a stop forgets what has not begun and what was still to be done", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(1_000));
  call.line.play(speech("b"), pieces(400));
  call.line.end();
  await call.pass(800);
  call.line.hold();
  call.line.stop();
  call.line.play(speech("c"), pieces(400));
  await call.pass(4_000);
  expect(call.doings()).toEqual(["say s3://p/a", "say s3://p/c"]);
  expect(call.seen()).toEqual(
    expect.arrayContaining([expect.objectContaining({ type: "speechEnded", id: "a", durationMs: 1_000 })]),
  );
});

test("a forgotten speech is no longer made", async () => {
  const call = await onTheLine();
  let made = 0;
  async function* endless(): AsyncGenerator<Sound> {
    for (;;) {
      await new Promise<void>((resolve) => call.after(100, resolve));
      made += 1;
      yield sound(20);
    }
  }
  call.line.play(speech("a"), endless());
  await call.pass(450);
  call.line.stop();
  await call.pass(2_000);
  expect(made).toBe(5);
});

test("the call ends once everything has been heard, and the line with it", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(600));
  call.line.end();
  await call.clock.run(Promise.all([call.following, call.flowing]));
  expect(call.doings()).toEqual(["say s3://p/a", "end"]);
  expect(call.seen().at(-1)).toMatchObject({ type: "speechEnded", id: "a" });
});

test("the end is told also where nobody reads the line's events any more", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(600));
  await call.pass(700);
  call.line.end();
  call.over.abort();
  await call.clock.run(call.line.closed());
  await call.lease.release();
  await call.clock.run(call.flowing);
  expect(call.doings()).toEqual(["say s3://p/a", "end"]);
});

test("with nothing more to tell, an unread line is closed at once", async () => {
  const call = await onTheLine();
  await call.pass(500);
  call.over.abort();
  const fromMs = call.clock.now();
  await call.clock.run(call.line.closed());
  expect(call.clock.now()).toBe(fromMs);
});

test.each(["noAnswer", "failed", "answered"] as const)("a transfer that comes back as %s is told", async (outcome) => {
  const call = await onTheLine();
  call.transferBecomes(outcome);
  call.line.transfer("Wants a person.");
  await call.pass(3_000);
  expect(call.log[0]).toMatch(/transfer$/);
  expect(call.seen()).toEqual([{ type: "transferEnded", outcome, atMs: expect.any(Number) }]);
  expect((await call.calls.read(contactId)).answer).toEqual({ seq: 1, next: "transfer", summary: "Wants a person." });
});

test("a transfer from which the flow does not come back was answered", async () => {
  const call = await onTheLine();
  call.transferBecomes(null);
  call.line.transfer("Wants a person.");
  await call.clock.run(call.following);
  expect(call.seen()).toEqual([{ type: "transferEnded", outcome: "answered", atMs: expect.any(Number) }]);
  expect(call.clock.now() - startMs).toBeGreaterThan(flowLineTimes.transferLimitSeconds * 1_000);
});

test("a caller who hangs up is gone at the time at which it happened", async () => {
  const call = await onTheLine();
  call.line.play(speech("a"), pieces(1_000));
  call.after(900, () => void call.calls.hangUp(contactId, startMs + 900));
  await call.clock.run(call.following);
  expect(call.seen().at(-1)).toEqual({ type: "callerHungUp", atMs: 900 });
});

test("a flow that asks no more has lost its caller", async () => {
  const call = await onTheLine();
  await call.pass(5_000);
  call.leave();
  await call.clock.run(call.following);
  expect(call.seen()).toEqual([{ type: "callerHungUp", atMs: expect.any(Number) }]);
  const patienceMs = 2 * flowLineTimes.holdMs + flowLineTimes.goneAfterMs;
  expect(call.clock.now() - startMs).toBeLessThanOrEqual(5_000 + patienceMs);
});

test("a flow that keeps asking keeps its caller, however long nothing is said", async () => {
  const call = await onTheLine();
  await call.pass(120_000);
  expect(call.events).toEqual([]);
});

test.each<[string, Prompts, () => AsyncIterable<Sound>]>([
  ["cannot be stored", { put: () => Promise.reject(new Error("slow down")) }, () => pieces(600)],
  [
    "broke off while it was made",
    { put: async (id) => `s3://p/${id}` },
    async function* () {
      yield sound(200);
      throw new Error("reset");
    },
  ],
])("a speech whose sound %s is said by Connect's own voice", async (_, prompts, made) => {
  const call = await onTheLine({ prompts });
  call.line.play(speech("a"), made());
  await call.pass(2_000);
  expect(call.log[0]).toBe("say in words: Clause a.");
});

test("the call is recorded from the end of the sentence that says so", async () => {
  const call = await onTheLine({ recordingNotice: "Hello. Clause b." });
  call.line.play(speech("a"), pieces(400));
  call.line.play(speech("b"), pieces(400));
  call.line.play(speech("c"), pieces(400));
  await call.pass(4_000);
  expect(call.doings()).toEqual(["say s3://p/a", "say s3://p/b", "record", "say s3://p/c"]);
});

test("an owner whose call went to another says nothing more", async () => {
  const call = await onTheLine();
  await call.pass(500);
  await call.calls.releaseLease(contactId, call.lease.fence);
  await takeCall(contactId, "successor", call.calls, call.clock);
  call.line.play(speech("a"), pieces(400));
  await call.clock.run(call.following);
  expect((await call.calls.read(contactId)).answer).toBeNull();
});

test("a store that fails for a moment delays a clause and loses none", async () => {
  let failures = 2;
  const failing = (calls: CallStore): CallStore => ({
    ...calls,
    async answer(...parameters) {
      failures -= 1;
      if (failures >= 0) throw new Error("throttled");
      return calls.answer(...parameters);
    },
  });
  const call = await onTheLine({ changed: failing });
  call.line.play(speech("a"), pieces(400));
  call.line.play(speech("b"), pieces(400));
  await call.pass(4_000);
  expect(call.doings()).toEqual(["say s3://p/a", "say s3://p/b"]);
});

test("whose turn it is, is shown once each time it changes", async () => {
  const shown: string[] = [];
  const noting = (calls: CallStore): CallStore => ({
    ...calls,
    async show(id, state) {
      shown.push(state);
      await calls.show(id, state);
    },
  });
  const call = await onTheLine({ changed: noting });
  for (const state of ["greeting", "listening", "listening", "thinking"]) call.line.show(state);
  await call.pass(100);
  expect(shown).toEqual(["greeting", "listening", "thinking"]);
  expect((await call.calls.read(contactId)).shown).toBe("thinking");
});
