import { UserError } from "../functions/shared/userError";
import { type ReadRecording, readScriptedCall } from "./readScriptedCall";
import { defaultDelays } from "./scriptedCall";
import { speechSound } from "./sound/simSound";

const recordings: ReadRecording = (path, text, asked) => {
  if (path.endsWith("missing.wav"))
    throw new UserError([`${asked.file}: ${asked.key} is "${asked.value}": no such file`]);
  return { ...speechSound(text), durationMs: 4000 };
};
const read = (text: string) => readScriptedCall(text, "calls/a.yaml", recordings);
const head = 'at: 2026-11-23T10:00:00-08:00\nfrom: "+15551230001"\n';

test("a call with everything in it is read whole", () => {
  const { call, errors } = read(`
at: 2026-11-23T10:00:00-08:00
from: "anonymous"
knowledge: ../knowledge/shop.yaml
caller:
  - says: What does a haircut cost?
  - says: And on Saturday?
    after: 1500ms
  - { plays: call.wav, text: "Is it open?" }
  - { interrupts: "Wait, can I book one?", after: 800ms }
  - { coughs: 300ms }
  - { hums: "uh-huh", after: 0.5s }
  - waits: 6s
  - presses: "0"
  - hangsUp: 300ms
brain:
  - { tool: nonsense, input: { reply: A haircut is $35. } }
delays: { transcribe: 0, line: 20 }
faults:
  - { service: bedrock, request: 2, fault: throttle }
  - { service: s3, utterance: 1, fault: drop }
  - { service: line, at: 12s, fault: slow }
person: noAnswer
expect: { route: ai, outcome: "/^(booked|answered)$/" }
`);
  expect(errors).toEqual([]);
  expect(call).toMatchObject({
    file: "calls/a.yaml",
    startMs: Date.parse("2026-11-23T18:00:00Z"),
    from: null,
    steps: [
      { type: "says", text: "What does a haircut cost?", afterMs: null },
      { type: "says", text: "And on Saturday?", afterMs: 1500 },
      { type: "plays", text: "Is it open?", afterMs: null, sound: { durationMs: 4000 } },
      { type: "interrupts", text: "Wait, can I book one?", afterMs: 800 },
      { type: "coughs", lengthMs: 300, afterMs: null },
      { type: "hums", text: "uh-huh", afterMs: 500 },
      { type: "waits", forMs: 6000 },
      { type: "presses", keys: "0", afterMs: null },
      { type: "hangsUp", afterWordsMs: 300 },
    ],
    brain: [{ tool: "nonsense", input: { reply: "A haircut is $35." } }],
    delays: { ...defaultDelays, transcribe: 0, line: 20 },
    faults: [
      { service: "bedrock", fault: "throttle", when: { type: "request", number: 2 } },
      { service: "s3", fault: "drop", when: { type: "utterance", number: 1 } },
      { service: "line", fault: "slow", when: { type: "at", ms: 12_000 } },
    ],
    person: "noAnswer",
    expect: { route: "ai" },
  });
  expect(call?.knowledge).toMatch(/\/knowledge\/shop\.yaml$/);
});

test("JSON is read, and what is left out has its default", () => {
  const { call } = read('{"at":"2026-11-23T18:00Z","from":"+15551230001","caller":[{"hangsUp":true}]}');
  expect(call).toMatchObject({
    steps: [{ type: "hangsUp", afterWordsMs: null }],
    knowledge: null,
    delays: defaultDelays,
    faults: [],
    brain: [],
    person: "answered",
    expect: null,
  });
});

test.each([
  ["at: tomorrow\nfrom: anonymous\ncaller: []", 'at is "tomorrow". Write an ISO 8601 time'],
  ["at: 2026-02-30T10:00:00Z\nfrom: anonymous\ncaller: []", 'at is "2026-02-30T10:00:00Z"'],
  ["at: 2026-11-23T10:00:00\nfrom: anonymous\ncaller: []", "with its offset"],
  ["from: anonymous\ncaller: []", "at is missing"],
  [
    "at: 2026-11-23T10:00:00Z\nfrom: +15551230001\ncaller: []",
    "from is 15551230001. Write the caller's number in quotes",
  ],
  ["at: 2026-11-23T10:00:00Z\nfrom: '555'\ncaller: []", 'from is "555". Write an E.164 number'],
  [`${head}`, "caller is missing. Write a list"],
  [`${head}caller: hello`, 'caller is "hello". Write a list'],
  [`${head}caller: [{ sings: la }]`, 'caller[0] is {"sings":"la"}. Write one step with exactly one of says'],
  [`${head}caller: [{ says: Hi, coughs: 1s }]`, "exactly one of says"],
  [`${head}caller: [{ says: Hi, aftr: 1s }]`, 'caller[0].aftr is "1s". Write one of says, after'],
  [`${head}caller: [{ says: "" }]`, 'caller[0].says is "". Write what is said'],
  [`${head}caller: [{ says: 7 }]`, "caller[0].says is 7. Write what is said, as text"],
  [`${head}caller: [{ waits: 6 }]`, "caller[0].waits is 6. Write a time with its unit"],
  [`${head}caller: [{ waits: 6 s }]`, 'caller[0].waits is "6 s"'],
  [`${head}caller: [{ presses: 0 }]`, "caller[0].presses is 0. Write the keys in quotes"],
  [`${head}caller: [{ presses: "a" }]`, "keys of a telephone"],
  [`${head}caller: [{ hangsUp: false }]`, "caller[0].hangsUp is false. Write true, or a time"],
  [`${head}caller: [{ hangsUp: true }, { says: Hi }]`, "caller[0].hangsUp is true. Make it the last step"],
  [`${head}caller: [{ plays: a.wav }]`, "caller[0].text is missing"],
  [`${head}caller: [{ plays: missing.wav, text: Hi }]`, 'caller[0].plays is "missing.wav": no such file'],
  [`${head}caller: []\nlanguage: en`, 'language is "en". Write one of at, from, knowledge'],
  [`${head}caller: []\ndelays: { transcrib: 1 }`, "delays.transcrib is 1. Write one of transcribe, brainFirstToken"],
  [`${head}caller: []\ndelays: { line: 75ms }`, 'delays.line is "75ms". Write milliseconds as a number'],
  [`${head}caller: []\ndelays: { line: -1 }`, "delays.line is -1"],
  [
    `${head}caller: []\nfaults: [{ service: lex, request: 1, fault: drop }]`,
    'faults[0].service is "lex". Write one of transcribe',
  ],
  [`${head}caller: []\nfaults: [{ service: s3, fault: drop }]`, "exactly one of request, utterance and at"],
  [`${head}caller: []\nfaults: [{ service: s3, fault: drop, request: 0 }]`, "faults[0].request is 0"],
  [`${head}caller: []\nbrain: [{ tool: x }]`, "brain[0].input is missing"],
  [`${head}caller: []\nbrain: [hello]`, 'brain[0] is "hello". Write a tool call, { tool: end_call, input'],
  [`${head}caller: []\nbrain: [{ tool: "", input: {} }]`, 'brain[0].tool is "". Write the tool\'s name'],
  [`${head}caller: []\nbrain: [{ tool: x, inputs: 1, input: {} }]`, "brain[0].inputs is 1. Take it away"],
  [`${head}caller: []\ndelays: { line: .inf }`, 'delays.line is ".inf". Write milliseconds as a number'],
  [`${head}caller: &a [*a]`, "An alias (*) refers to what it stands in"],
  [`${head}caller: []\nexpect: { turns: &a [*a] }`, "An alias (*) refers to what it stands in"],
  [
    `${head}caller: []\nexpect: { outcom: booked }`,
    'expect.outcom is "booked". No report has this key. Write outcome.',
  ],
  [
    `${head}caller: []\nexpect: { turns: [{}, { caler: Hi }] }`,
    'expect.turns[1].caler is "Hi". No report has this key. Write caller.',
  ],
  [
    `${head}caller: []\nexpect: { transfer: { everything: 1 } }`,
    "expect.transfer.everything is 1. No report has this key. Write one of to, outcome, summary.",
  ],
  [`${head}caller: []\nperson: maybe`, 'person is "maybe". Write one of answered, noAnswer, failed'],
  [`${head}caller: []\nexpect: { outcome: "/(/" }`, 'expect.outcome is "/(/". Write a regular expression'],
  [`${head}caller: []\nexpect: [1]`, "expect is [1]. Write a mapping"],
  ["", "Write a scripted call"],
  [
    "a: &a { b: 1 }\nc: &c [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d]",
    "scripted call",
  ],
  ["- 1", "Write a scripted call"],
  [`${head}caller: []\nfrom: anonymous`, "Write valid YAML or JSON"],
  ["\u0000\u0001{{{", "calls/a.yaml"],
])("%j is refused with one line that says what to write", (text, line) => {
  const { call, errors } = read(text);
  expect(call).toBeNull();
  expect(errors).toHaveLength(1);
  expect(errors[0]).toContain("calls/a.yaml: ");
  expect(errors[0]).toContain(line);
});

test("every key of a report can be expected", () => {
  const { errors } = read(
    `${head}caller: []\nexpect: { booking: { service: cut }, errors: [], voicemail: null, costUsd: { total: 1 },\n` +
      `  turns: [{ latencyMs: { total: 1 }, blocked: { why: /x/ }, facts: [a] }], files: null, route: /a/ }`,
  );
  expect(errors).toEqual([]);
});

test("everything that is wrong is named in one run", () => {
  const { errors } = read('at: x\nfrom: "1"\ncaller: [{ waits: 1 }, { says: "" }, 5]\nperson: no\nfaults: [{}]');
  expect(errors.map((line) => line.split(" is ")[0])).toEqual([
    "calls/a.yaml: at",
    "calls/a.yaml: from",
    "calls/a.yaml: person",
    "calls/a.yaml: caller[0].waits",
    "calls/a.yaml: caller[1].says",
    "calls/a.yaml: caller[2]",
    "calls/a.yaml: faults[0].service",
    "calls/a.yaml: faults[0].fault",
  ]);
});
