import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { next } from "../../functions/voice/conversation";
import type { Conversation, ConversationEvent, State } from "../../functions/voice/state";
import { stateChanges, statePicture } from "../../functions/voice/stateChanges";
import { type Happened, playRandomCall } from "./playRandomCall";
import { everydayCall } from "./randomCall";

// Hundreds of calls are played here, one after the other.
jest.setTimeout(300_000);

const calls = 150;
const states: readonly State[] = ["greeting", "listening", "thinking", "speaking", "waiting", "transferring", "ended"];

/** Everything that happened in some calls, call by call. */
const played: Promise<readonly (readonly Happened[])[]> = (async () => {
  const all = [];
  for (let seed = 1; seed <= calls; seed += 1) all.push((await playRandomCall(everydayCall(seed))).happened);
  return all;
})();

const arrow = ({ from, to }: { readonly from: State; readonly to: State }) => `${from} -> ${to}`;

test("the picture in the documentation is the code's", () => {
  const text = readFileSync(resolve(__dirname, "../../docs/conversation.md"), "utf8");
  expect(text).toContain(`\`\`\`mermaid\n${statePicture()}\n\`\`\``);
});

test("no call comes from one state to another but as the picture says", async () => {
  const seen = new Set<string>();
  for (const happened of await played) {
    let from: State = "greeting";
    for (const { conversation } of happened) {
      if (conversation.state !== from) seen.add(arrow({ from, to: conversation.state }));
      from = conversation.state;
    }
  }
  const known = stateChanges.map(arrow);
  expect([...seen].filter((each) => !known.includes(each))).toEqual([]);
  // Some take a rare fault, but most are of every day.
  expect(known.filter((each) => seen.has(each)).length).toBeGreaterThan(known.length * 0.6);
});

/** One event of each type that needs nothing to fit. */
const strangers: Readonly<Record<ConversationEvent["type"], (c: Conversation, atMs: number) => ConversationEvent>> = {
  callStarted: (_, atMs) => ({ type: "callStarted", atMs }),
  callResumed: (_, atMs) => ({ type: "callResumed", atMs, unsaid: [] }),
  callerHeard: (_, atMs) => ({ type: "callerHeard", atMs, untilMs: atMs }),
  callerSoundStarted: (_, atMs) => ({ type: "callerSoundStarted", atMs, soundAtMs: atMs - 40 }),
  callerSoundPaused: (_, atMs) => ({ type: "callerSoundPaused", atMs, soundAtMs: atMs - 20 }),
  callerSoundStopped: (_, atMs) => ({ type: "callerSoundStopped", atMs, soundAtMs: atMs - 80 }),
  callerSaid: (_, atMs) => {
    const word = { text: "hello", startMs: atMs - 400, endMs: atMs - 100, isStable: true };
    return { type: "callerSaid", atMs, transcript: { segment: "x", words: [word], isFinal: true } };
  },
  toolPicked: (c, atMs) => ({ type: "toolPicked", atMs, thought: c.turn?.thought ?? 0, name: "end_call" }),
  inputWritten: (c, atMs) => ({ type: "inputWritten", atMs, thought: c.turn?.thought ?? 0, json: '{"reply":"Bye."}' }),
  thoughtEnded: (c, atMs) => ({ type: "thoughtEnded", atMs, thought: c.turn?.thought ?? 0, usage: {} }),
  thoughtFailed: (c, atMs) => ({ type: "thoughtFailed", atMs, thought: c.turn?.thought ?? 0, reason: "x" }),
  speechReady: (c, atMs) => ({ type: "speechReady", atMs, id: c.mouth.at(-1)?.id ?? "none" }),
  speechMade: (c, atMs) => ({ type: "speechMade", atMs, id: c.mouth.at(-1)?.id ?? "none", durationMs: 900 }),
  speechFailed: (c, atMs) => ({ type: "speechFailed", atMs, id: c.mouth.at(-1)?.id ?? "none", reason: "x" }),
  speechStarted: (c, atMs) => ({ type: "speechStarted", atMs, id: c.mouth.at(-1)?.id ?? "none" }),
  speechHeld: (c, atMs) => ({ type: "speechHeld", atMs, id: c.mouth.at(-1)?.id ?? "none", heardMs: 300 }),
  speechEnded: (c, atMs) => ({ type: "speechEnded", atMs, id: c.mouth.at(-1)?.id ?? "none", durationMs: 900 }),
  deskAnswered: (c, atMs) => {
    const ask = { type: "findBookings", number: "+15551230001" } as const;
    return { type: "deskAnswered", atMs, task: c.turn?.task?.id ?? 0, ask, answer: { type: ask.type, bookings: [] } };
  },
  deskFailed: (c, atMs) => {
    const ask = { type: "findBookings", number: "+15551230001" } as const;
    return { type: "deskFailed", atMs, task: c.turn?.task?.id ?? 0, ask, reason: "x" };
  },
  lineFailed: (_, atMs) => ({ type: "lineFailed", atMs, reason: "x" }),
  warmingFailed: (_, atMs) => ({ type: "warmingFailed", atMs, service: "polly", reason: "x" }),
  listeningFailed: (_, atMs) => ({ type: "listeningFailed", atMs, service: "kvs", reason: "x", isOver: true }),
  keyPressed: (_, atMs) => ({ type: "keyPressed", atMs, key: "0" }),
  transferEnded: (_, atMs) => ({ type: "transferEnded", atMs, outcome: "noAnswer" }),
  callerHungUp: (_, atMs) => ({ type: "callerHungUp", atMs }),
  timerFired: (c, atMs) => {
    const [name, dueMs] = Object.entries(c.timers)[0] ?? ["stalled", 0];
    return { type: "timerFired", atMs, name: name as keyof typeof c.timers, dueMs };
  },
};

test.each(states)("whatever happens while it is %s: it goes on, with a timer, or is over", async (state) => {
  const found = (await played)
    .flat()
    .filter(({ conversation }) => conversation.state === state)
    .slice(0, 150);
  expect(found.length).toBeGreaterThan(0);
  for (const { conversation, event } of found) {
    for (const [type, make] of Object.entries(strangers)) {
      const [after] = next(conversation, make(conversation, event.atMs + 10));
      const isOver = after.state === "ended" || after.state === "transferring";
      expect({ type, isAlive: isOver || Object.keys(after.timers).length > 0 }).toEqual({ type, isAlive: true });
      if (state === "ended" || state === "transferring") expect(after.state).toBe(state);
    }
  }
});
