import fc from "fast-check";
import { factsOf } from "../shared/facts";
import { parseKnowledge } from "../shared/knowledgeFile";
import { newConversation, next, recordOf } from "./conversation";
import type { CallFacts, Conversation, DeskAnswer, Effect, Happening, TimerName } from "./state";
import { turnTakingDefaults } from "./turnTaking";

const knowledge = parseKnowledge(
  `
business: { name: Cedar, timezone: America/Los_Angeles, phone: "+15035550100" }
hours: { monday: 09:00-17:30, tuesday: 09:00-17:30 }
services: [{ id: haircut, name: Haircut, price: $35, minutes: 30 }]
people: [{ id: desk, name: the desk, number: "+15035550101" }]
say: { greeting: "Hi, this is the AI assistant of {name}. Say representative for a person. How can I help?", fillers: [One moment., Hm.] }
`,
  "test.yaml",
);
const startedAtMs = Date.parse("2026-11-23T18:00:00Z");

/** A conversation that is told what happens and remembers what it wanted done. */
function conversationAt(grade: CallFacts["grade"] = "duplex") {
  let c: Conversation = newConversation({
    contactId: "call-1",
    from: "+15551230001",
    startedAtMs,
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    grade,
    rendered: new Set(["Hm."]),
    isRecorded: false,
    taking: turnTakingDefaults,
  });
  const effects: Effect[] = [];
  const tell = (ms: number, event: Happening): Effect[] => {
    const [after, wanted] = next(c, { ...event, atMs: startedAtMs + ms } as Parameters<typeof next>[1]);
    c = after;
    effects.push(...wanted);
    return wanted;
  };
  const player = {
    effects,
    tell,
    get c() {
      return c;
    },
    fire(ms: number, name: TimerName): Effect[] {
      return tell(ms, { type: "timerFired", name, dueMs: c.timers[name] ?? 0 });
    },
    says(fromMs: number, text: string, isFinal = false): Effect[] {
      const words = text.split(" ").map((word, index) => ({
        text: word,
        startMs: startedAtMs + fromMs + index * 200,
        endMs: startedAtMs + fromMs + index * 200 + 180,
        isStable: true,
      }));
      const untilMs = fromMs + words.length * 200;
      return [
        ...tell(fromMs + 40, { type: "callerSoundStarted", soundAtMs: startedAtMs + fromMs }),
        ...tell(untilMs, { type: "callerSaid", transcript: { segment: `at ${fromMs}`, words, isFinal } }),
        ...tell(untilMs + 80, { type: "callerSoundStopped", soundAtMs: startedAtMs + untilMs }),
        ...tell(untilMs + 80, { type: "callerHeard", untilMs: startedAtMs + untilMs + 2000 }),
      ];
    },
    /** The model's answer to the latest thought, whole. */
    answers(ms: number, tool: string, input: object): Effect[] {
      const thought = c.turn?.thought ?? 0;
      return [
        ...tell(ms, { type: "toolPicked", thought, name: tool }),
        ...tell(ms, { type: "inputWritten", thought, json: JSON.stringify(input) }),
        ...tell(ms, { type: "thoughtEnded", thought, usage: { outputTokens: 10 } }),
      ];
    },
    /** The desk's answer to what the turn asked it last. */
    answersDesk(ms: number, answer: DeskAnswer): Effect[] {
      const task = c.turn?.task;
      if (!task) throw new Error("nothing was asked");
      return tell(ms, { type: "deskAnswered", task: task.id, ask: task.ask, answer });
    },
    /** The line plays everything that it was given. */
    hears(ms: number): Effect[] {
      const given = c.mouth.filter(({ status }) => status === "given" || status === "playing");
      return given.flatMap(({ id }, index) => [
        ...tell(ms + index * 1000, { type: "speechStarted", id }),
        ...tell(ms + index * 1000 + 1000, { type: "speechEnded", id, durationMs: 1000 }),
      ]);
    },
    greeted() {
      tell(0, { type: "callStarted" });
      player.hears(100);
      return player;
    },
  };
  return player;
}

const types = (effects: readonly Effect[]) => effects.map(({ type }) => type);
const answer = { facts: ["service.haircut"], sure: true, reply: "A haircut is $35." };

test("the greeting is said sentence by sentence, and the keypad is offered with its last", () => {
  const call = conversationAt();
  const played = call
    .tell(0, { type: "callStarted" })
    .flatMap((effect) => (effect.type === "play" ? [effect.speech] : []));
  expect(played.map(({ text, isOffer }) => [text, isOffer])).toEqual([
    ["Hi, this is the AI assistant of Cedar.", false],
    ["Say representative for a person.", false],
    ["How can I help?", true],
  ]);
});

test("a question is drafted in its first silence and answered when the silence has lasted", () => {
  const call = conversationAt().greeted();
  expect(types(call.says(4000, "What does a haircut cost?"))).toContain("think");
  expect(types(call.answers(5200, "answer_from_knowledge", answer))).toEqual(["makeSpeech"]);
  expect(call.c.state).toBe("listening");
  expect(types(call.fire(5350, "endOfTurn"))).toEqual(expect.arrayContaining(["play", "show"]));
  call.hears(5500);
  expect(call.c.state).toBe("waiting");
  expect(recordOf(call.c, startedAtMs + 9000).turns).toMatchObject([
    {
      index: 1,
      caller: "What does a haircut cost?",
      facts: ["service.haircut"],
      said: "A haircut is $35.",
      heard: "A haircut is $35.",
    },
  ]);
});

test("a draft is thrown away when more words come", () => {
  const call = conversationAt().greeted();
  call.says(4000, "I would like");
  const draft = call.c.turn?.thought;
  call.answers(4900, "answer_from_knowledge", answer);
  const effects = call.says(5000, "a haircut on Tuesday");
  expect(types(effects)).toEqual(expect.arrayContaining(["forgetSpeech", "think"]));
  expect(call.c.turn?.thought).not.toBe(draft);
  expect(call.c.turn?.callerSaid).toBe("I would like a haircut on Tuesday");
  expect(types(call.effects)).not.toContain("askDesk");
});

test("an answer to a thought that no longer counts is ignored", () => {
  const call = conversationAt().greeted();
  call.says(4000, "I would like");
  const stale = call.c.turn?.thought ?? 0;
  call.says(5000, "a haircut on Tuesday");
  const before = call.c;
  call.tell(6000, { type: "toolPicked", thought: stale, name: "end_call" });
  expect(call.c).toEqual(before);
});

test("a cough ducks the agent and it goes on from there; words stop it for good", () => {
  const call = conversationAt();
  call.tell(0, { type: "callStarted" });
  const [first] = call.c.mouth;
  call.tell(100, { type: "speechStarted", id: first?.id ?? "" });
  expect(types(call.tell(900, { type: "callerSoundStarted", soundAtMs: startedAtMs + 860 }))).toContain("hold");
  call.tell(1100, { type: "callerSoundStopped", soundAtMs: startedAtMs + 1050 });
  expect(types(call.fire(1400, "resume"))).toContain("resume");
  expect(call.c.state).toBe("greeting");
  expect(types(call.says(1500, "Wait can I book one?"))).toEqual(expect.arrayContaining(["hold", "stop"]));
  expect(call.c.state).toBe("listening");
});

test("an uh-huh does not end a reply", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a haircut cost?");
  call.answers(5200, "answer_from_knowledge", answer);
  call.fire(5350, "endOfTurn");
  const id = call.c.mouth.at(-1)?.id ?? "";
  call.tell(5500, { type: "speechStarted", id });
  const effects = call.says(5600, "uh-huh", true);
  expect(types(effects)).not.toContain("stop");
  expect(types(call.fire(6500, "resume"))).toContain("resume");
  expect(call.c.state).toBe("speaking");
});

test("after an interruption only what was heard is kept, cut at a word", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a haircut cost?");
  call.answers(5200, "answer_from_knowledge", answer);
  call.fire(5350, "endOfTurn");
  const id = call.c.mouth.at(-1)?.id ?? "";
  call.tell(5360, { type: "speechMade", id, durationMs: 1020 });
  call.tell(5500, { type: "speechStarted", id });
  call.tell(6160, { type: "speechHeld", id, heardMs: 660 });
  call.says(6100, "Wait can I book one?");
  const [turn] = recordOf(call.c, startedAtMs + 9000).turns;
  expect(turn).toMatchObject({ said: "A haircut is $35.", heard: "A haircut", interrupted: true });
  expect(call.c.turn?.request.history[0]?.heard).toBe("A haircut");
});

test("into silence the agent is patient, then offers to call back, then says goodbye; noise does not start it anew", () => {
  const call = conversationAt().greeted();
  const sinceMs = (call.c.silence?.sinceMs ?? 0) - startedAtMs;
  expect(call.c.timers.silence).toBe(startedAtMs + sinceMs + 2500);
  call.fire(sinceMs + 2500, "silence");
  call.hears(sinceMs + 2500);
  call.tell(sinceMs + 4000, { type: "callerSoundStarted", soundAtMs: startedAtMs + sinceMs + 3960 });
  call.tell(sinceMs + 4300, { type: "callerSoundStopped", soundAtMs: startedAtMs + sinceMs + 4260 });
  expect(call.c.timers.silence).toBe(startedAtMs + sinceMs + 5000);
  call.fire(sinceMs + 5000, "silence");
  call.hears(sinceMs + 5000);
  call.fire(sinceMs + 8000, "silence");
  call.hears(sinceMs + 8000);
  expect(types(call.effects)).toContain("end");
  expect(recordOf(call.c, 0).ending).toBe("silence");
});

test("a claim that stands in no fact is not spoken, and the turn becomes a transfer", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a haircut cost?");
  call.answers(5200, "answer_from_knowledge", { ...answer, reply: "Gladly, it is yours. A haircut is $29." });
  call.fire(5350, "endOfTurn");
  call.hears(5400);
  const record = recordOf(call.c, 0);
  expect(record.turns[0]).toMatchObject({
    tool: "answer_from_knowledge",
    blocked: { clause: "A haircut is $29.", why: "$29 stands in no cited fact" },
  });
  expect(record.turns[0]?.said).not.toContain("$29");
  expect(call.c.state).toBe("transferring");
});

const details = { service: "haircut", start: "2026-11-24T10:30", name: "Dana", change: "new" };

function readBack(call: ReturnType<typeof conversationAt>) {
  call.says(4000, "A haircut tomorrow at half past ten for Dana");
  call.answers(6000, "book_appointment", { ...details, confirmed: false, reply: "?" });
  call.fire(6500, "endOfTurn");
  const ask = call.c.turn?.task;
  call.tell(6600, {
    type: "deskAnswered",
    task: ask?.id ?? 0,
    ask: ask?.ask as never,
    answer: { type: "checkSlot", answer: { isFree: true } },
  });
  call.hears(6700);
}

test("the program reads back what it will book, and nothing is written before a yes", () => {
  const call = conversationAt().greeted();
  readBack(call);
  expect(recordOf(call.c, 0).turns[0]?.said).toBe(
    "So that is Haircut, Tuesday, November 24 at 10:30 am, for Dana. Is that right?",
  );
  expect(call.effects.some((effect) => effect.type === "askDesk" && effect.ask.type === "book")).toBe(false);
});

test("a booking is written once the yes is decided, never for a draft, and the receipt counts even if the caller hangs up", () => {
  const call = conversationAt().greeted();
  readBack(call);
  call.says(12_000, "Yes please");
  call.answers(12_800, "book_appointment", { ...details, confirmed: true, reply: "" });
  const isWritten = (effects: readonly Effect[]) =>
    effects.some((effect) => effect.type === "askDesk" && effect.ask.type === "book");
  expect(isWritten(call.effects)).toBe(false);
  expect(isWritten(call.fire(13_100, "endOfTurn"))).toBe(true);
  const task = call.c.turn?.task;
  call.tell(13_120, { type: "callerHungUp" });
  call.tell(13_150, {
    type: "deskAnswered",
    task: task?.id ?? 0,
    ask: task?.ask as never,
    answer: { type: "book", answer: "booked" },
  });
  expect(recordOf(call.c, 0).booking).toMatchObject({
    service: "haircut",
    start: "2026-11-24T10:30",
    name: "Dana",
    confirmation: "person",
  });
});

test("a confirmation that was never read back is read back first", () => {
  const call = conversationAt().greeted();
  call.says(4000, "A haircut tomorrow at half past ten for Dana");
  call.answers(6000, "book_appointment", { ...details, confirmed: true, reply: "" });
  call.fire(6500, "endOfTurn");
  expect(call.c.turn?.task?.ask.type).toBe("checkSlot");
});

test("when the model fails twice a person takes over, and both faults are in the record", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a haircut cost?");
  call.fire(5350, "endOfTurn");
  call.tell(5400, { type: "thoughtFailed", thought: call.c.turn?.thought ?? 0, reason: "throttled" });
  call.tell(5500, { type: "thoughtFailed", thought: call.c.turn?.thought ?? 0, reason: "throttled" });
  call.hears(5600);
  expect(call.c.state).toBe("transferring");
  expect(call.c.faults.map(({ did }) => did)).toEqual(["asked again", "passed to a person"]);
});

test("a goodbye is only acted on when it was heard, and taken back when the caller goes on", () => {
  const call = conversationAt().greeted();
  call.says(4000, "That is all thanks");
  call.answers(5200, "end_call", { reply: "Goodbye." });
  call.fire(5400, "endOfTurn");
  expect(types(call.effects)).not.toContain("end");
  call.tell(5450, { type: "speechStarted", id: call.c.mouth.at(-1)?.id ?? "" });
  call.says(5500, "Oh wait one more question");
  call.hears(5600);
  expect(types(call.effects)).not.toContain("end");
  expect(call.c.state).toBe("listening");
});

test("a read-back that was thrown away with its draft, or that nobody heard, confirms nothing", () => {
  const isWritten = (effects: readonly Effect[]) =>
    effects.some((effect) => effect.type === "askDesk" && effect.ask.type === "book");
  const dropped = conversationAt().greeted();
  dropped.says(4000, "A haircut tomorrow at half past ten for Dana");
  dropped.answers(6000, "book_appointment", { ...details, confirmed: false, reply: "" });
  dropped.answersDesk(6050, { type: "checkSlot", answer: { isFree: true } });
  dropped.says(6300, "no wait let me think yes");
  dropped.answers(8000, "book_appointment", { ...details, confirmed: true, reply: "" });
  dropped.fire(9000, "endOfTurn");
  expect(isWritten(dropped.effects)).toBe(false);

  const cut = conversationAt().greeted();
  cut.says(4000, "A haircut tomorrow at half past ten for Dana");
  cut.answers(6000, "book_appointment", { ...details, confirmed: false, reply: "" });
  cut.fire(6500, "endOfTurn");
  cut.answersDesk(6600, { type: "checkSlot", answer: { isFree: true } });
  cut.tell(6700, { type: "speechStarted", id: cut.c.mouth.at(-2)?.id ?? "" });
  cut.says(6800, "yes go ahead");
  cut.answers(7800, "book_appointment", { ...details, confirmed: true, reply: "" });
  cut.fire(8500, "endOfTurn");
  expect(isWritten(cut.effects)).toBe(false);
});

test("a caller who speaks into the last goodbye is answered and not hung up on", () => {
  const call = conversationAt().greeted();
  const sinceMs = (call.c.silence?.sinceMs ?? 0) - startedAtMs;
  for (const ms of [2500, 5000]) {
    call.fire(sinceMs + ms, "silence");
    call.hears(sinceMs + ms);
  }
  call.fire(sinceMs + 8000, "silence");
  call.says(sinceMs + 8200, "Sorry what does a haircut cost?");
  call.answers(sinceMs + 9500, "answer_from_knowledge", answer);
  call.fire(sinceMs + 10_000, "endOfTurn");
  call.hears(sinceMs + 10_100);
  expect(call.c.state).toBe("waiting");
  expect(types(call.effects)).not.toContain("end");
});

test("a draft that fails leaves no trace: it is thought again when it is our turn", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a haircut cost?");
  call.tell(5100, { type: "thoughtFailed", thought: call.c.turn?.thought ?? 0, reason: "throttled" });
  expect(types(call.fire(5400, "endOfTurn"))).toContain("think");
  call.answers(5900, "answer_from_knowledge", answer);
  call.hears(6000);
  expect(call.c.state).toBe("waiting");
  expect(recordOf(call.c, 0).turns).toMatchObject([{ said: "A haircut is $35." }]);
});

test("a sound that begins just before the last clause ends does not hold back what comes next", () => {
  const call = conversationAt("flow").greeted();
  call.says(4000, "What does a haircut cost?");
  call.answers(5200, "answer_from_knowledge", answer);
  call.fire(5400, "endOfTurn");
  const id = call.c.mouth.at(-1)?.id ?? "";
  call.tell(5800, { type: "speechStarted", id });
  call.tell(6700, { type: "callerSoundStarted", soundAtMs: startedAtMs + 6660 });
  expect(types(call.tell(6800, { type: "speechEnded", id, durationMs: 1000 }))).toContain("resume");
  expect(call.c).toMatchObject({ state: "waiting", isHeld: false });
});

test.each([
  ["transfer", "transfer_to_human", { reason: "Wants a person", reply: "I will get someone." }],
  ["end", "end_call", { reply: "Goodbye." }],
] as const)("nor does it hold back the call's own end: %s", (effect, tool, input) => {
  const call = conversationAt("flow").greeted();
  call.says(4000, "That is all.");
  call.answers(5200, tool, input);
  call.fire(5400, "endOfTurn");
  for (const { id } of call.c.mouth.slice(0, -1).filter(({ status }) => status === "given")) {
    call.tell(5500, { type: "speechStarted", id });
    call.tell(5600, { type: "speechEnded", id, durationMs: 100 });
  }
  const id = call.c.mouth.at(-1)?.id ?? "";
  call.tell(5800, { type: "speechStarted", id });
  call.tell(6700, { type: "callerSoundStarted", soundAtMs: startedAtMs + 6660 });
  const told = types(call.tell(6800, { type: "speechEnded", id, durationMs: 1000 }));
  expect(told.filter((type) => type === "resume" || type === effect)).toEqual(["resume", effect]);
});

test("what the caller says while a booking is being written is answered after they were told that it is done", () => {
  const call = conversationAt().greeted();
  readBack(call);
  call.says(12_000, "Yes please");
  call.answers(12_800, "book_appointment", { ...details, confirmed: true, reply: "" });
  call.fire(13_100, "endOfTurn");
  call.says(13_120, "and where can I park?");
  call.answersDesk(14_300, { type: "book", answer: "booked" });
  expect(call.c.state).toBe("speaking");
  call.hears(14_400);
  expect(call.c.state).toBe("listening");
  expect(call.c.turn?.callerSaid ?? "").toMatch("where can I park");
  expect(recordOf(call.c, 0).booking).toMatchObject({ confirmation: "heard" });
});

test("a receipt that comes late is told to the model with its turn", () => {
  const call = conversationAt().greeted();
  readBack(call);
  call.says(12_000, "Yes please");
  call.answers(12_800, "book_appointment", { ...details, confirmed: true, reply: "" });
  call.fire(13_100, "endOfTurn");
  const task = call.c.turn?.task;
  call.fire(15_000, "tooSlow");
  call.says(15_200, "never mind what does it cost?");
  call.tell(16_500, {
    type: "deskAnswered",
    task: task?.id ?? 0,
    ask: task?.ask as never,
    answer: { type: "book", answer: "booked" },
  });
  expect(call.c.pastTurns.at(-1)?.result).toMatch(/^booked under /);
  expect(recordOf(call.c, 0).tools).toMatchObject([{ name: "book_appointment", status: "done" }]);
});

test("of several bookings the one that is meant is cancelled", () => {
  const call = conversationAt().greeted();
  const booking = (service: string, start: string) =>
    ({ service, start, name: "Dana", number: null, key: start, confirmation: "heard" }) as const;
  call.says(4000, "Cancel the one on Wednesday please");
  call.answers(6000, "book_appointment", {
    service: null,
    start: "2026-11-25T10:00",
    name: null,
    change: "cancel",
    confirmed: false,
    reply: "",
  });
  call.fire(6500, "endOfTurn");
  call.answersDesk(6600, {
    type: "findBookings",
    bookings: [booking("haircut", "2026-11-24T09:00"), booking("haircut", "2026-11-25T10:00")],
  });
  expect(call.c.readBack?.appointment.found?.key).toBe("2026-11-25T10:00");
});

test("words that a recogniser takes back leave the call waiting, not stuck", () => {
  const call = conversationAt().greeted();
  call.says(4000, "What does a");
  call.tell(5000, { type: "listeningFailed", service: "transcribe", reason: "dropped", isOver: false });
  call.fire(5400, "endOfTurn");
  expect(call.c).toMatchObject({ state: "waiting", turn: null });
  expect(call.c.timers.silence).toBeDefined();
});

test("a line on which nothing can be said any more is passed to a person", () => {
  const call = conversationAt();
  call.tell(0, { type: "callStarted" });
  expect(types(call.fire(9000, "stalled"))).toContain("transfer");
});

const anyEvent = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("says" as const),
      text: fc.constantFrom("hello", "uh-huh", "yes", "what does it cost?", "yes please do"),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("answers" as const),
      tool: fc.constantFrom("answer_from_knowledge", "book_appointment", "transfer_to_human", "end_call", "nonsense"),
      text: fc.constantFrom(
        "A haircut is $35.",
        "It is $99.",
        "",
        "One thing. And another, which takes longer to say.",
      ),
      confirmed: fc.boolean(),
      start: fc.constantFrom("2026-11-24T10:30", "tomorrow", null),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("hears" as const) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("fires" as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("desk" as const), outcome: fc.constantFrom("good", "bad", "fails") }),
  },
  fc.record({
    kind: fc.constantFrom("starts", "holds", "ends", "sound", "quiet", "thoughtFails", "speechFails", "earFails"),
  }),
  fc.record({ kind: fc.constant("key" as const), key: fc.constantFrom("0", "5") }),
);

test("whatever happens in whatever order: no state without a timer, no write without a heard read-back, no draft among past turns", () => {
  fc.assert(
    fc.property(
      fc.constantFrom("duplex" as const, "flow" as const),
      fc.array(fc.tuple(anyEvent, fc.integer({ min: 0, max: 2500 })), { maxLength: 40 }),
      (grade, events) => {
        const call = conversationAt(grade);
        call.tell(0, { type: "callStarted" });
        let ms = 1000;
        for (const [event, gapMs] of events) {
          ms += gapMs;
          const before = call.c;
          const [speech] = call.c.mouth.filter(
            ({ status }) => status === "given" || status === "playing" || status === "held",
          );
          const id = speech?.id ?? "";
          const task = call.c.turn?.task;
          let effects: Effect[] = [];
          switch (event.kind) {
            case "says":
              effects = call.says(ms, event.text, true);
              break;
            case "answers":
              if (call.c.turn && !call.c.turn.isThoughtOver)
                effects = call.answers(ms, event.tool, {
                  ...details,
                  ...answer,
                  start: event.start,
                  confirmed: event.confirmed,
                  reply: event.text,
                });
              break;
            case "hears":
              effects = call.hears(ms);
              break;
            case "fires": {
              const [name] = Object.entries(call.c.timers).sort((a, b) => a[1] - b[1])[0] ?? [];
              if (name) effects = call.fire(ms, name as TimerName);
              break;
            }
            case "desk":
              if (!task || task.isWaiting) break;
              if (event.outcome === "fails")
                effects = call.tell(ms, { type: "deskFailed", task: task.id, ask: task.ask, reason: "x" });
              else if (task.ask.type === "checkSlot")
                effects = call.answersDesk(ms, {
                  type: "checkSlot",
                  answer: event.outcome === "good" ? { isFree: true } : { isFree: false, why: "taken", others: [] },
                });
              else if (task.ask.type === "book")
                effects = call.answersDesk(ms, { type: "book", answer: event.outcome === "good" ? "booked" : "taken" });
              break;
            case "starts":
              effects = call.tell(ms, { type: "speechStarted", id });
              break;
            case "holds":
              effects = call.tell(ms, { type: "speechHeld", id, heardMs: 300 });
              break;
            case "ends":
              effects = call.tell(ms, { type: "speechEnded", id, durationMs: 1000 });
              break;
            case "sound":
              effects = call.tell(ms, { type: "callerSoundStarted", soundAtMs: startedAtMs + ms - 40 });
              break;
            case "quiet":
              effects = call.tell(ms, { type: "callerSoundStopped", soundAtMs: startedAtMs + ms - 80 });
              break;
            case "thoughtFails":
              effects = call.tell(ms, { type: "thoughtFailed", thought: call.c.turn?.thought ?? 0, reason: "x" });
              break;
            case "speechFails":
              effects = call.tell(ms, { type: "speechFailed", id: call.c.mouth.at(-1)?.id ?? "", reason: "x" });
              break;
            case "earFails":
              effects = call.tell(ms, { type: "listeningFailed", service: "transcribe", reason: "x", isOver: false });
              break;
            case "key":
              effects = call.tell(ms, { type: "keyPressed", key: event.key });
          }
          for (const effect of effects) {
            if (effect.type !== "askDesk" || effect.ask.type !== "book") continue;
            const { saidBy } = before.readBack ?? call.c.readBack ?? { saidBy: ["nothing was read back"] };
            const [first] = saidBy;
            expect(call.c.mouth.find((each) => each.id === first)?.status).toBe("heard");
          }
          expect(call.c.pastTurns.filter(({ decidedAtMs }) => decidedAtMs === null)).toEqual([]);
          if (call.c.state === "ended" || call.c.state === "transferring") break;
          expect({ state: call.c.state, event, timers: Object.keys(call.c.timers) }).not.toMatchObject({ timers: [] });
        }
      },
    ),
    { seed: Number(process.env.SEED ?? 11), numRuns: Number(process.env.RUNS ?? 1500) },
  );
});
