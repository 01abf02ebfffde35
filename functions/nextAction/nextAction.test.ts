import { virtualClock } from "../../simulator/clock";
import { memoryCallStore } from "../../simulator/stores/memoryCallStore";
import { connectEvent } from "../shared/connectEvent.fixture";
import { flowLineTimes } from "../shared/flowLineTimes";
import { type NextAction, nextAction } from "./nextAction";

const startMs = Date.parse("2026-11-23T18:00:00Z");
const contactId = "c-1";

/** A call that has begun, with a clock of its own. */
async function begun() {
  const clock = virtualClock(startMs);
  const calls = memoryCallStore(clock);
  await calls.begin(contactId, { from: null, startedAtMs: startMs, stream: null });
  const ask = (parameters: Record<string, string>) =>
    nextAction(connectEvent({ parameters: { waitedMs: "0", ...parameters } }), { clock, calls });
  const timed = async (parameters: Record<string, string>): Promise<[NextAction, number]> => {
    const fromMs = clock.now();
    const answer = await clock.run(ask(parameters));
    return [answer, clock.now() - fromMs];
  };
  return { clock, calls, ask, timed };
}

/** The same, in the hands of an agent whose lease lasts as long as the test. */
async function taken() {
  const call = await begun();
  const fence = await call.calls.takeLease(contactId, "voice", startMs, startMs + 3_600_000);
  if (fence === null) throw new Error("nobody else can have the call");
  return { ...call, fence };
}

test("what the agent has said already is answered at once", async () => {
  const { calls, timed, fence } = await taken();
  await calls.answer(contactId, fence, { seq: 1, next: "say", uri: "s3://p/1", text: "Hello.", durationMs: 360 });
  expect(await timed({ seq: "1" })).toEqual([
    { next: "say", uri: "s3://p/1", text: "Hello.", seq: "2", waitedMs: "0" },
    0,
  ]);
});

test("what the agent says while the question is held is answered as soon as the store shows it", async () => {
  const { clock, calls, timed, fence } = await taken();
  clock.after(
    1_000,
    () => void calls.answer(contactId, fence, { seq: 1, next: "offer", uri: "s3://p/1", text: "Hi.", durationMs: 200 }),
  );
  const [answer, heldMs] = await timed({ seq: "1" });
  expect(answer.next).toBe("offer");
  expect(heldMs).toBeGreaterThanOrEqual(1_000);
  expect(heldMs).toBeLessThanOrEqual(1_000 + flowLineTimes.pollEveryMs);
});

test("a repeated question gets the same answer", async () => {
  const { calls, timed, fence } = await taken();
  await calls.answer(contactId, fence, { seq: 1, next: "say", uri: "s3://p/1", text: "Hello.", durationMs: 360 });
  const [first] = await timed({ seq: "1" });
  expect((await timed({ seq: "1" }))[0]).toEqual(first);
});

test("an answer to an earlier question is none to this one", async () => {
  const { calls, timed, fence } = await taken();
  await calls.answer(contactId, fence, { seq: 1, next: "end" });
  expect((await timed({ seq: "2" }))[0].next).toBe("wait");
});

test("a sound without an address leaves the words to Connect", async () => {
  const { calls, timed, fence } = await taken();
  await calls.answer(contactId, fence, { seq: 1, next: "say", uri: null, text: "Hello.", durationMs: 0 });
  expect((await timed({ seq: "1" }))[0]).toEqual({ next: "say", text: "Hello.", seq: "2", waitedMs: "0" });
});

test("with nothing to say the flow asks again with the same number, and hears a silence before Connect's patience ends", async () => {
  const { timed } = await taken();
  const nexts: string[] = [];
  let waitedMs = "0";
  for (let asked = 0; asked < 6; asked += 1) {
    const [answer, heldMs] = await timed({ seq: "1", waitedMs });
    expect(heldMs).toBe(flowLineTimes.holdMs);
    expect(answer.seq).toBe("1");
    nexts.push(answer.next);
    waitedMs = answer.waitedMs;
  }
  expect(nexts).toEqual(["wait", "wait", "silence", "wait", "wait", "silence"]);
});

test("a call that nobody has taken within three seconds of its start goes to a person", async () => {
  const { timed } = await begun();
  expect((await timed({ seq: "1" }))[0].next).toBe("wait");
  const [answer, heldMs] = await timed({ seq: "1", waitedMs: "2800" });
  expect([answer.next, heldMs]).toEqual(["person", flowLineTimes.takenWithinMs - flowLineTimes.holdMs]);
});

test("a call that is taken late is not sent away", async () => {
  const { clock, calls, timed } = await begun();
  clock.after(2_000, () => void calls.takeLease(contactId, "voice", startMs + 2_000, startMs + 60_000));
  expect((await timed({ seq: "1" }))[0].next).toBe("wait");
  expect((await timed({ seq: "1" }))[0].next).toBe("wait");
});

test("where the agent has gone silent and nobody follows it the caller goes to a person soon after its lease is over", async () => {
  const { calls, timed } = await begun();
  await calls.takeLease(contactId, "voice", startMs, startMs + 1_500);
  const [answer, heldMs] = await timed({ seq: "7" });
  expect([answer.next, answer.seq, heldMs]).toEqual(["person", "8", 1_500 + flowLineTimes.graceMs]);
});

test("a call that a successor takes after the lease is over stays with the agent", async () => {
  const { clock, calls, timed } = await begun();
  await calls.takeLease(contactId, "voice", startMs, startMs + 1_500);
  clock.after(1_900, () => void calls.takeLease(contactId, "successor", startMs + 1_900, startMs + 60_000));
  expect((await timed({ seq: "1" }))[0].next).toBe("wait");
});

test("a lease that was given back is no lease", async () => {
  const { calls, timed } = await begun();
  await calls.releaseLease(contactId, (await calls.takeLease(contactId, "voice", startMs, startMs + 1_500)) ?? 0);
  const [answer, heldMs] = await timed({ seq: "1" });
  expect([answer.next, heldMs]).toEqual(["person", 0]);
});

test("a lease that is renewed while the question is held keeps the call", async () => {
  const { clock, calls, timed } = await begun();
  const fence = await calls.takeLease(contactId, "voice", startMs, startMs + 1_500);
  clock.after(1_000, () => void calls.renewLease(contactId, fence ?? 0, startMs + 60_000));
  expect((await timed({ seq: "1" }))[0].next).toBe("wait");
});

test.each([
  ["answered", "end"],
  ["noAnswer", "voicemail"],
  ["failed", "voicemail"],
])("without an agent a transfer that came back as %s leads to %s", async (transfer, next) => {
  const { calls, timed, fence } = await taken();
  await calls.releaseLease(contactId, fence);
  expect((await timed({ seq: "3", transfer }))[0].next).toBe(next);
});

test("the agent learns of keys and of transfers, and of nothing else", async () => {
  const { calls, timed } = await taken();
  await timed({ seq: "1", key: "0" });
  expect((await calls.read(contactId)).ask).toEqual({ seq: 1, atMs: startMs, key: "0", transfer: null });
  await timed({ seq: "2", key: "Timeout" });
  expect((await calls.read(contactId)).ask).toMatchObject({ seq: 2, key: null, transfer: null });
  await timed({ seq: "3", transfer: "noAnswer" });
  expect((await calls.read(contactId)).ask).toMatchObject({ seq: 3, key: null, transfer: "noAnswer" });
  await timed({ seq: "4", transfer: "perhaps" });
  expect((await calls.read(contactId)).ask).toMatchObject({ seq: 4, transfer: null });
});

test.each(["", "0", "x", "1.5"])('a question with the number "%s" is refused', async (seq) => {
  const { ask } = await taken();
  await expect(ask({ seq })).rejects.toThrow(`nextAction was asked with seq "${seq}"`);
});

test("the store is read often while an answer is due, and seldom while the caller speaks", async () => {
  const { clock, calls } = await taken();
  const paces: number[] = [];
  const watching: typeof calls = {
    ...calls,
    watch(id, limitMs, isNews, signal, everyMs) {
      if (everyMs) paces.push(...["listening", "thinking"].map((shown) => everyMs({ ...idle, shown })));
      return calls.watch(id, limitMs, isNews, signal, everyMs);
    },
  };
  const idle = await calls.read(contactId);
  await clock.run(nextAction(connectEvent({ parameters: { seq: "1", waitedMs: "0" } }), { clock, calls: watching }));
  expect(new Set(paces)).toEqual(new Set([flowLineTimes.pollEveryMs, flowLineTimes.pollSoonMs]));
});

test("a store that fails for a while costs nothing but that while; the flow that has waited asks again", async () => {
  const { clock, calls, fence } = await taken();
  const failingUntil = (untilMs: number): typeof calls => ({
    ...calls,
    watch: (...asked) =>
      clock.now() < untilMs ? Promise.reject(new Error("the store is down")) : calls.watch(...asked),
  });
  const ask = (store: typeof calls, seq: string) =>
    nextAction(connectEvent({ parameters: { seq, waitedMs: "0" } }), { clock, calls: store });
  await calls.answer(contactId, fence, { seq: 1, next: "end" });
  expect(await clock.run(ask(failingUntil(startMs + 1_000), "1"))).toMatchObject({ next: "end" });
  expect(clock.now() - startMs).toBeLessThan(1_100);
  const fromMs = clock.now();
  expect(await clock.run(ask(failingUntil(Number.POSITIVE_INFINITY), "2"))).toMatchObject({ next: "wait", seq: "2" });
  expect(clock.now() - fromMs).toBeLessThan(flowLineTimes.holdMs + 100);
});

test.each([
  ["refuses", () => Promise.reject(new Error("the store is down"))],
  ["hangs", () => new Promise<never>(() => undefined)],
])(
  "where the store %s when the flow asks, a person is called before the caller has waited for long",
  async (_, fail) => {
    const { clock, calls } = await taken();
    const ask = (transfer: string) =>
      nextAction(connectEvent({ parameters: { seq: "2", waitedMs: "0", transfer } }), {
        clock,
        calls: { ...calls, ask: fail },
      });
    expect(await clock.run(ask(""))).toMatchObject({ next: "person" });
    expect(clock.now() - startMs).toBe(flowLineTimes.notedWithinMs);
    expect(await clock.run(ask("noAnswer"))).toMatchObject({ next: "voicemail" });
  },
);

test("where reading hangs the flow asks again as if there were nothing to say", async () => {
  const { clock, calls } = await taken();
  const hanging = { ...calls, watch: () => new Promise<never>(() => undefined) };
  const event = connectEvent({ parameters: { seq: "1", waitedMs: "5600" } });
  expect(await clock.run(nextAction(event, { clock, calls: hanging }))).toMatchObject({ next: "silence", seq: "1" });
  expect(clock.now() - startMs).toBeLessThan(flowLineTimes.holdMs + 100);
});
