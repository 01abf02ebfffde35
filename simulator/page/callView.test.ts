import type { CallEvent } from "../liveCall";
import type { TurnReport } from "../report";
import { type CallView, emptyView, endOf, heardOf, nextView, type PageEvent } from "./callView";

const after = (...events: (CallEvent | PageEvent)[]): CallView => events.reduce(nextView, emptyView);

const agent = (text: string, atMs: number): CallEvent => ({
  type: "agentSpoke",
  text,
  pcm: null,
  atMs,
  durationMs: text.length * 60,
});
const caller = (text: string, atMs: number): CallEvent => ({ type: "callerSpoke", text, pcm: null, atMs });
const turn = (heard: string): TurnReport => ({
  index: 1,
  caller: "How much?",
  tool: "answer_from_knowledge",
  facts: ["service.haircut"],
  said: "A haircut is $35.",
  heard,
  interrupted: false,
  blocked: null,
  filler: null,
  latencyMs: { listen: 420, think: 95, speak: 60, line: 150, total: 725 },
});

/** The transcript as one line an item. */
const lines = (view: CallView) =>
  view.items.map((item) => {
    if (item.type === "agent")
      return `agent: ${item.spoken.map(({ text }) => text).join(" ")}${item.turn ? " (turn)" : ""}`;
    if (item.type === "caller")
      return `caller: ${item.spoken.map(({ text }) => text).join(" ")} [${item.understood}${item.isFinal ? "." : "…"}]`;
    return item.type === "pressed" ? `pressed ${item.key}` : `turn without words`;
  });

test("the sentences of one reply stand together, and each side in its order", () => {
  const view = after(
    agent("Hello.", 0),
    agent("How can I help?", 400),
    caller("How much?", 2000),
    agent("It is $35.", 3000),
  );
  expect(lines(view)).toEqual(["agent: Hello. How can I help?", "caller: How much? […]", "agent: It is $35."]);
});

test("a sentence that begins while the caller breaks in belongs to the reply before", () => {
  const view = after(agent("It is $35.", 0), caller("Wait, can I book one?", 500), agent("It takes 30 minutes.", 620));
  expect(lines(view)).toEqual(["agent: It is $35. It takes 30 minutes.", "caller: Wait, can I book one? […]"]);
});

test("what the agent understood replaces what it understood before", () => {
  const heard = (text: string, isFinal: boolean): CallEvent => ({ type: "callerTranscribed", text, isFinal, atMs: 0 });
  const view = after(caller("How much?", 0), heard("How", false), heard("How much?", true));
  expect(lines(view)).toEqual(["caller: How much? [How much?.]"]);
});

test("what the caller adds before it was understood stands with it, and later words are added", () => {
  const heard = (text: string, isFinal: boolean): CallEvent => ({ type: "callerTranscribed", text, isFinal, atMs: 0 });
  const hello = [caller("Hi.", 0), caller("How much?", 300), heard("Hi. How much?", true)];
  expect(lines(after(...hello))).toEqual(["caller: Hi. How much? [Hi. How much?.]"]);
  expect(lines(after(...hello, heard("Is it", false)))).toEqual(["caller: Hi. How much? [Hi. How much? Is it…]"]);
  expect(lines(after(...hello, caller("And today?", 4000)))).toHaveLength(2);
});

test("a turn that is over is told at the agent's last words", () => {
  const view = after(caller("How much?", 0), agent("It is $35.", 1500), {
    type: "turnEnded",
    turn: turn("It is $35."),
  });
  expect(lines(view)).toEqual(["caller: How much? […]", "agent: It is $35. (turn)"]);
});

test("turns that are told of when the call is over are told each at its own words", () => {
  const told = (heard: string): CallEvent => ({ type: "turnEnded", turn: turn(heard) });
  const view = after(
    agent("Hello.", 0),
    caller("How much?", 900),
    agent("It is $35.", 1500),
    caller("And when?", 3000),
    agent("At ten.", 4000),
    told("It is $35."),
    told("At ten."),
  );
  expect(view.items.flatMap((item) => (item.type === "agent" ? [item.turn?.heard] : []))).toEqual([
    undefined,
    "It is $35.",
    "At ten.",
  ]);
});

test("a turn of which nothing was heard stands alone", () => {
  const view = after(agent("Hello.", 0), caller("How much?", 900), { type: "turnEnded", turn: turn("") });
  expect(lines(view)).toEqual(["agent: Hello.", "caller: How much? […]", "turn without words"]);
});

test("only what was still to be heard is cut off, and it ends there", () => {
  const view = after(agent("Hello.", 0), agent("How can I help?", 400), { type: "agentStopped", atMs: 700 });
  expect(view.agent.map(({ stoppedAtMs }) => stoppedAtMs)).toEqual([null, 700]);
  expect(view.agent.map(endOf)).toEqual([360, 700]);
  const [item] = view.items;
  expect(item?.type === "agent" && item.spoken).toEqual(view.agent);
});

test("what was still to begin when the agent stopped is taken back, so that it is there once where it comes anew", () => {
  const view = after(
    agent("How can I help?", 0),
    agent("Ask away.", 900),
    { type: "agentHeld", atMs: 450 },
    { type: "agentStopped", atMs: 480 },
    { type: "agentWentOn", atMs: 800 },
    agent("I help?", 800),
    agent("Ask away.", 1220),
  );
  const texts = ["How can I help?", "I help?", "Ask away."];
  expect(view.agent.map(({ text }) => text)).toEqual(texts);
  expect(view.items.map((item) => (item.type === "agent" ? item.spoken.map(({ text }) => text) : item))).toEqual([
    texts,
  ]);
});

test("of two pieces of a reply the one that the caller's sound holds back is marked, and only that", () => {
  const view = after(agent("At 12 Main", 0), agent("Street.", 600), { type: "agentHeld", atMs: 560 });
  expect(view.agent.map(({ hold }) => hold)).toEqual([undefined, { fromMs: 560, toMs: null, end: null }]);
});

test("a hold of a piece that is taken back before it began is told at the piece before", () => {
  const held = { type: "agentHeld", atMs: 560 } as const;
  const view = after(agent("At 12 Main", 0), agent("Street.", 600), held, { type: "agentStopped", atMs: 590 });
  expect(view.agent.map(({ text, hold }) => [text, hold?.fromMs])).toEqual([["At 12 Main", 560]]);
});

test("a stop at the end of what was said cuts nothing", () => {
  const view = after(agent("Hello.", 0), { type: "agentStopped", atMs: 350 });
  expect(view.agent.map(({ stoppedAtMs }) => stoppedAtMs)).toEqual([null]);
});

test.each([
  [0, ""],
  [120, ""],
  [420, "How can"],
  [480, "How can "],
  [900, "How can I help?"],
])("after %i ms the words heard are whole ones: %p", (nowMs, heard) => {
  expect(heardOf({ text: "How can I help?", atMs: 0, durationMs: 900, stoppedAtMs: null, peaks: null }, nowMs)).toBe(
    heard,
  );
});

test("nothing is heard after the cut", () => {
  const spoken = { text: "How can I help?", atMs: 100, durationMs: 900, stoppedAtMs: 600, peaks: null };
  expect(heardOf(spoken, 5000)).toBe("How can ");
});

test("sound with samples has its length and its peaks from them", () => {
  const pcm = new Int16Array(320);
  pcm[5] = -16384;
  pcm[300] = 8192;
  const view = after({ type: "callerSpoke", text: "Oh", pcm, atMs: 10 });
  expect(view.caller).toEqual([{ text: "Oh", atMs: 10, durationMs: 40, stoppedAtMs: null, peaks: [0.5, 0.25] }]);
});

test("a new call begins with an empty page", () => {
  expect(after(agent("Hello.", 0), { type: "keyPressed", key: "0" }, { type: "dialled" })).toEqual({
    ...emptyView,
    phase: "dialling",
  });
});

test("a lost line ends the call, and leaves the report of one that was over", () => {
  expect(after({ type: "answered", contactId: "c", at: "2026-11-23T18:00:00Z" }, { type: "lineLost" }).phase).toBe(
    "ended",
  );
  const over = { ...emptyView, phase: "ended" } as const;
  expect(nextView(over, { type: "lineLost" })).toBe(over);
});

test("a sound of the caller holds the agent back, and is told with what came of it", () => {
  const held = after(agent("A haircut is $35.", 1000), { type: "agentHeld", atMs: 1300 });
  expect(held.agent[0]?.hold).toEqual({ fromMs: 1300, toMs: null, end: null });
  const wentOn = nextView(held, { type: "agentWentOn", atMs: 1600 });
  expect(wentOn.agent[0]?.hold).toEqual({ fromMs: 1300, toMs: 1600, end: "wentOn" });
  expect(nextView(held, { type: "agentGaveWay", atMs: 1600 }).agent[0]?.hold?.end).toBe("gaveWay");
  const [item] = wentOn.items;
  expect(item?.type === "agent" ? item.spoken : []).toEqual(wentOn.agent);
});

test("who says nothing is not held back", () => {
  const view = after(agent("Hello.", 0), { type: "agentHeld", atMs: 5000 }, { type: "agentGaveWay", atMs: 5300 });
  expect(view.agent[0]?.hold).toBeUndefined();
});

test("a filler is told from the reply, and messages are kept in their order", () => {
  const sent = (to: string): CallEvent => ({ type: "messageSent", to, subject: "", text: "Booked." });
  const view = after(
    { ...agent("One moment.", 0), isFiller: true } as CallEvent,
    agent("It is $35.", 900),
    sent("owner"),
    sent("+15551230001"),
  );
  expect(view.agent.map(({ isFiller = false }) => isFiller)).toEqual([true, false]);
  expect(view.messages.map(({ to }) => to)).toEqual(["owner", "+15551230001"]);
});
