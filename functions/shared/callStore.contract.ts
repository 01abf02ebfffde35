import type { CallStore } from "./callStore";
import { mostCallsCounted } from "./callStore";

const start = { from: "+15551230001", startedAtMs: 1_000, stream: null } as const;
const ask = { seq: 1, atMs: 2_000, key: null, transfer: null } as const;
const say = { seq: 1, next: "say", uri: "s3://prompts/a", text: "Hello.", durationMs: 360 } as const;

/** What every `CallStore` promises. `open` gives a store that has nothing in it yet for the calls that the tests make up. */
export function callStoreContract(open: () => CallStore | Promise<CallStore>): void {
  let calls: CallStore;
  beforeEach(async () => {
    calls = await open();
  });

  async function leased(contactId: string): Promise<number> {
    const fence = await calls.takeLease(contactId, "first", 1_000, 4_000);
    if (fence === null) throw new Error("a new call has no owner");
    return fence;
  }

  test("a call of which nothing is known is read as nothing", async () => {
    expect(await calls.read("a")).toEqual({
      start: null,
      lease: null,
      ask: null,
      answer: null,
      seenAtMs: null,
      shown: null,
      hungUpAtMs: null,
    });
  });

  test("calls of a number are counted once each, by the day", async () => {
    const monday = { number: "+15551230001", date: "2026-11-23" };
    expect(await calls.countCall({ contactId: "a", ...monday })).toBe(1);
    expect(await calls.countCall({ contactId: "a", ...monday })).toBe(1);
    expect(await calls.countCall({ contactId: "b", ...monday })).toBe(2);
    expect(await calls.countCall({ contactId: "c", ...monday, date: "2026-11-24" })).toBe(1);
    expect(await calls.countCall({ contactId: "d", ...monday, number: "+15551230002" })).toBe(1);
    expect(mostCallsCounted).toBeGreaterThan(100);
  });

  test("how a call began is kept as it was first told", async () => {
    await calls.begin("a", start);
    await calls.begin("a", { ...start, startedAtMs: 9_000 });
    expect((await calls.read("a")).start).toEqual(start);
  });

  test("a call has one owner until its lease is over", async () => {
    const first = await leased("a");
    expect(await calls.takeLease("a", "second", 3_999, 7_000)).toBeNull();
    const second = await calls.takeLease("a", "second", 4_000, 7_000);
    expect(second).toBeGreaterThan(first);
    expect((await calls.read("a")).lease).toEqual({ owner: "second", fence: second, untilMs: 7_000 });
  });

  test("an owner who never got the answer asks again and has the same lease", async () => {
    const first = await leased("a");
    expect(await calls.takeLease("a", "first", 2_000, 5_000)).toBe(first);
    expect(await calls.renewLease("a", first, 6_000)).toBe(true);
  });

  test("the lease of an owner who is known to be gone does not count", async () => {
    const first = await leased("a");
    expect(await calls.takeLease("a", "second", 2_000, 5_000, "somebody")).toBeNull();
    const second = await calls.takeLease("a", "second", 2_000, 5_000, "first");
    expect(second).toBeGreaterThan(first);
    expect(await calls.renewLease("a", first, 9_000)).toBe(false);
  });

  test("what is saved of a conversation is the last of the latest owner's", async () => {
    expect(await calls.saved("a")).toBeNull();
    expect(await calls.save("a", 1, "one")).toBe(true);
    expect(await calls.save("a", 1, "two")).toBe(true);
    expect(await calls.save("a", 2, "three")).toBe(true);
    expect(await calls.save("a", 1, "late")).toBe(false);
    expect(await calls.saved("a")).toBe("three");
    expect(await calls.saved("b")).toBeNull();
  });

  test("a lease is renewed by its owner only", async () => {
    const first = await leased("a");
    expect(await calls.renewLease("a", first, 6_000)).toBe(true);
    expect(await calls.takeLease("a", "second", 5_000, 9_000)).toBeNull();
    expect(await calls.takeLease("a", "second", 6_000, 9_000)).not.toBeNull();
    expect(await calls.renewLease("a", first, 12_000)).toBe(false);
  });

  test("a lease that was given back is over at once", async () => {
    await calls.releaseLease("a", await leased("a"));
    expect((await calls.read("a")).lease?.untilMs).toBe(0);
    expect(await calls.takeLease("a", "second", 1_001, 4_000)).not.toBeNull();
  });

  test("giving back a lost lease leaves the new owner's alone", async () => {
    const first = await leased("a");
    const second = await calls.takeLease("a", "second", 5_000, 9_000);
    await calls.releaseLease("a", first);
    expect((await calls.read("a")).lease).toEqual({ owner: "second", fence: second, untilMs: 9_000 });
  });

  test("the first ask with a number stays, and a repeated one shows that the flow is alive", async () => {
    await calls.ask("a", { ...ask, key: "0" });
    await calls.ask("a", { ...ask, atMs: 5_000 });
    expect(await calls.read("a")).toMatchObject({ ask: { ...ask, key: "0" }, seenAtMs: 5_000 });
  });

  test("the next ask takes the place of the last, and never the other way round", async () => {
    await calls.ask("a", ask);
    await calls.ask("a", { seq: 2, atMs: 3_000, key: null, transfer: "noAnswer" });
    await calls.ask("a", { ...ask, atMs: 4_000 });
    expect((await calls.read("a")).ask).toEqual({ seq: 2, atMs: 3_000, key: null, transfer: "noAnswer" });
  });

  test("the first answer to an ask stays", async () => {
    const fence = await leased("a");
    expect(await calls.answer("a", fence, say)).toBe(true);
    expect(await calls.answer("a", fence, { seq: 1, next: "end" })).toBe(true);
    expect((await calls.read("a")).answer).toEqual(say);
    expect(await calls.answer("a", fence, { seq: 2, next: "transfer", summary: "Wants a person." })).toBe(true);
    expect((await calls.read("a")).answer).toEqual({ seq: 2, next: "transfer", summary: "Wants a person." });
  });

  test("an owner whose lease went to another answers nothing", async () => {
    const first = await leased("a");
    await calls.takeLease("a", "second", 5_000, 9_000);
    expect(await calls.answer("a", first, say)).toBe(false);
    expect((await calls.read("a")).answer).toBeNull();
  });

  test("a sound that could not be stored is an answer without an address", async () => {
    const fence = await leased("a");
    await calls.answer("a", fence, { ...say, uri: null });
    expect((await calls.read("a")).answer).toEqual({ ...say, uri: null });
  });

  test("what is shown and a hang-up are read beside the rest, the first hang-up counting", async () => {
    await calls.show("a", "listening");
    await calls.show("a", "thinking");
    await calls.hangUp("a", 7_000);
    await calls.hangUp("a", 8_000);
    expect(await calls.read("a")).toMatchObject({ shown: "thinking", hungUpAtMs: 7_000 });
  });

  test("calls know nothing of one another", async () => {
    await calls.ask("a", ask);
    expect((await calls.read("b")).ask).toBeNull();
  });

  test("watching for no time is reading", async () => {
    await calls.ask("a", ask);
    expect((await calls.watch("a", 0, () => false)).ask).toEqual(ask);
  });

  test("watching ends with the news", async () => {
    const watched = calls.watch("a", 60_000, (state) => state.ask !== null);
    await calls.ask("a", ask);
    expect((await watched).ask).toEqual(ask);
  });

  test("watching ends when nobody wants to know any more", async () => {
    const interest = new AbortController();
    const watched = calls.watch("a", 60_000, () => false, interest.signal);
    interest.abort();
    expect((await watched).ask).toBeNull();
  });
}
