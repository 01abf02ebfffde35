import fc from "fast-check";
import { advance, startFlow } from "./interpret";
import { lintFlow } from "./lint";
import { renderContactFlow, renderQueueFlow } from "./render";
import { settings } from "./settings.fixture";
import type { ContactFlow, FlowAnswer, FlowRequest, FlowRun, FlowSettings } from "./types";

const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };
const socket = {
  grade: "duplex",
  assistantArn: "arn:assistant",
  botAliasArn: "arn:alias",
  aiAgentArn: "arn:agent",
} as const;
const queue = { kind: "queue", queueId: "queue-1", queueFlowArn: "arn:queueFlow" } as const;

const anySentence = fc.record({
  text: fc.constant("Something."),
  uri: fc.option(fc.constant("s3://prompts/fixed/1.wav")),
});
const anySettings: fc.Arbitrary<FlowSettings> = fc.record({
  line: fc.constantFrom<FlowSettings["line"][]>({ grade: "flow" }, socket),
  human: fc.constantFrom<FlowSettings["human"][]>(
    { kind: "phone", number: "+15035550101" },
    { kind: "phone", number: null },
    queue,
  ),
  language: fc.constantFrom("en-US", "de-DE"),
  voice: fc.constantFrom<FlowSettings["voice"][]>(
    { name: "Ruth", engine: "generative" },
    { name: "Vicki", engine: "neural" },
  ),
  functions: fc.constant(settings.functions),
  hoursOfOperationId: fc.constant("hours-1"),
  isRecorded: fc.boolean(),
  sentences: fc.record({
    transfer: anySentence,
    closed: anySentence,
    unreached: anySentence,
    anotherNumber: anySentence,
    typeNumber: anySentence,
    typeAgain: anySentence,
    thanks: anySentence,
    blocked: anySentence,
    recording: anySentence,
    queued: anySentence,
  }),
  toneUri: fc.option(fc.constant("s3://prompts/fixed/tone.wav")),
});

const nexts = ["say", "offer", "wait", "silence", "record", "transfer", "voicemail", "end", "person", "nonsense"];
const failed: FlowAnswer = { type: "error", errorType: "NoMatchingError" };

/** Everything that can come of a request. */
function answersTo(request: FlowRequest): readonly FlowAnswer[] {
  switch (request.type) {
    case "invokeLambda": {
      const results: object[] = request.arn.endsWith("screenCaller")
        ? ["ai", "human", "voicemail", "blocked", "nonsense"].map((route) => ({ route }))
        : request.arn.endsWith("startCall")
          ? [{ seq: "1", waitedMs: "0" }]
          : request.arn.endsWith("noteVoicemail")
            ? ["known", "unknown", "wrong", "nonsense"].map((callback) => ({ callback, text: "We will call you." }))
            : nexts.flatMap((next) => {
                const told = { next, seq: "2", waitedMs: "0", text: "Hello." };
                return next === "say" || next === "offer"
                  ? [told, { ...told, uri: "s3://prompts/calls/1.wav" }]
                  : [told];
              });
      return [failed, ...results.map((result) => ({ type: "lambdaResult", result }) as const)];
    }
    case "play":
      return [{ type: "done" }, failed];
    case "playOnAndOn":
      return [{ type: "interrupted" }, failed];
    case "getInput":
      return [{ type: "keys", keys: "0" }, { type: "keys", keys: "1" }, { type: "timeout" }, failed];
    case "setStreaming":
      return request.isEnabled
        ? [{ type: "streaming", streamArn: "arn:s", startFragmentNumber: "1", startTimestamp: "1" }, failed]
        : [{ type: "done" }, failed];
    case "setRecording":
      return [{ type: "done" }];
    case "checkHours":
      return [{ type: "hours", isOpen: true }, { type: "hours", isOpen: false }, failed];
    case "transferOut":
      return [
        { type: "done" },
        { type: "error", errorType: "ConnectionTimeLimitExceeded" },
        { type: "error", errorType: "CallFailed" },
        failed,
      ];
    case "queue":
      return [{ type: "error", errorType: "QueueAtCapacity" }, failed];
    case "joinBot":
      return ["Complete", "Escalate", "nonsense"]
        .map((Tool): FlowAnswer => ({ type: "botEnded", intent: null, attributes: { Tool } }))
        .concat(failed);
    default:
      return [];
  }
}

/** Whether a request is heard, or answered by a person. */
function isHeard({ type }: FlowRequest): boolean {
  return ["play", "playOnAndOn", "getInput", "transferOut", "queue", "joinBot"].includes(type);
}

/** Whether the caller heard something, or the agent itself ended the call. */
function isAnswered(request: FlowRequest, answer: FlowAnswer): boolean {
  if (answer.type === "lambdaResult") return (answer.result as { next?: string }).next === "end";
  // Where Connect's own voice fails nothing can be heard at all; that is not the flow's silence.
  const isOwnVoice = request.type === "play" && request.prompt.type !== "media";
  return isHeard(request) && (answer.type !== "error" || isOwnVoice);
}

interface Walked {
  readonly requests: ReadonlySet<string>;
  readonly broken: readonly string[];
  /** Ends that were reached by way of nothing that is heard. */
  readonly silentEnds: readonly string[];
  /** Requests from which no end can be reached. */
  readonly endless: readonly string[];
}

/** Gives every answer to every request, wherever the flow can come. */
function walk(flow: ContactFlow): Walked {
  const broken: string[] = [];
  const silentEnds: string[] = [];
  const before = new Map<string, Set<string>>();
  const ends: string[] = [];
  const seen = new Set<string>();
  const ahead: { run: FlowRun; heard: boolean }[] = [{ run: startFlow(flow, contact), heard: false }];
  const nameOf = (run: FlowRun, heard: boolean) => JSON.stringify([run.action, heard, run.data.External]);
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    const { run, heard } = next;
    const name = nameOf(run, heard);
    if (seen.has(name)) continue;
    seen.add(name);
    if (run.request.type === "broken") broken.push(`${run.action}: ${run.request.why}`);
    if (run.request.type === "disconnect" || run.request.type === "queue") ends.push(name);
    if (run.request.type === "disconnect" && !heard) silentEnds.push(run.action);
    for (const answer of answersTo(run.request)) {
      const after = advance(run, answer);
      const next = { run: after, heard: heard || isAnswered(run.request, answer) };
      const nextName = nameOf(after, next.heard);
      before.set(nextName, (before.get(nextName) ?? new Set()).add(name));
      ahead.push(next);
    }
  }
  const canEnd = new Set<string>();
  for (let name = ends.pop(); name !== undefined; name = ends.pop()) {
    if (canEnd.has(name)) continue;
    canEnd.add(name);
    ends.push(...(before.get(name) ?? []));
  }
  const requests = new Set([...seen].map((name) => (JSON.parse(name) as [string])[0]));
  return { requests, broken, silentEnds, endless: [...seen].filter((name) => !canEnd.has(name)) };
}

test("whatever the settings, the flow keeps the rules of the language, without a warning", () => {
  fc.assert(
    fc.property(anySettings, (each) => {
      expect(lintFlow(renderContactFlow(each))).toEqual({ errors: [], warnings: [] });
      expect(lintFlow(renderQueueFlow(each))).toEqual({ errors: [], warnings: [] });
    }),
    { numRuns: 60 },
  );
});

test("whatever happens, a call ends with a person, a queue or a goodbye, and never in silence", () => {
  fc.assert(
    fc.property(anySettings, (each) => {
      for (const flow of [renderContactFlow(each), renderQueueFlow(each)]) {
        const { broken, silentEnds, endless } = walk(flow);
        expect({ broken, silentEnds, endless }).toEqual({ broken: [], silentEnds: [], endless: [] });
      }
    }),
    { numRuns: 25 },
  );
});

test("the walk comes by every action that asks something of the outside", () => {
  const flow = renderContactFlow({ ...settings, isRecorded: true });
  const asking = flow.Actions.filter(({ Type }) =>
    /Invoke|Message|Input|Streaming|Recording|Check|Transfer/.test(Type),
  );
  expect(asking.map(({ Identifier }) => Identifier).filter((name) => !walk(flow).requests.has(name))).toEqual([]);
});

/** Plays a flow with the answers given in turn; prompts and switches answer themselves. */
function play(flow: ContactFlow, ...answers: FlowAnswer[]): readonly string[] {
  const heard: string[] = [];
  let run = startFlow(flow, contact);
  for (let step = 0; step < 60; step += 1) {
    const { request } = run;
    if (request.type === "play" && request.prompt.type === "text") heard.push(request.prompt.text);
    else if (request.type === "play" && request.prompt.type === "media") heard.push(request.prompt.uri);
    else if (request.type !== "invokeLambda") heard.push(request.type);
    if (request.type === "disconnect" || request.type === "broken") return heard;
    const answer = isSwitch(request) ? (answersTo(request)[0] as FlowAnswer) : answers.shift();
    if (answer === undefined) return heard;
    run = advance(run, answer);
  }
  return heard;
}

/** The note of a message changes nothing of its way: it may as well fail. */
const isNote = (request: FlowRequest) => request.type === "invokeLambda" && request.arn.endsWith("noteVoicemail");
const isSwitch = (request: FlowRequest) =>
  ["play", "setRecording", "setStreaming"].includes(request.type) || isNote(request);
const told = (result: object): FlowAnswer => ({ type: "lambdaResult", result });

const leavesAMessage = ["setRecording", "play", "getInput", "setRecording", "Thank you. Goodbye.", "disconnect"];

test.each([
  [
    "a VIP reaches the person's phone",
    [told({ route: "human" }), { type: "done" }],
    ["One moment, please.", "transferOut", "disconnect"],
  ],
  [
    "a VIP whom nobody answers leaves a message",
    [told({ route: "human" }), { type: "error", errorType: "ConnectionTimeLimitExceeded" }, { type: "timeout" }],
    [
      "One moment, please.",
      "transferOut",
      "Nobody can take your call. Leave a message after the tone.",
      ...leavesAMessage,
    ],
  ],
  [
    "a caller outside opening hours leaves a message, ended by a key",
    [told({ route: "voicemail" }), { type: "keys", keys: "5" }],
    ["We are closed. Leave a message after the tone.", ...leavesAMessage],
  ],
  [
    "a blocked number hears one sentence",
    [told({ route: "blocked" })],
    ["We cannot take your call. Goodbye.", "disconnect"],
  ],
  [
    "where the screening fails while the business is open, a person is called",
    [failed, { type: "hours", isOpen: true }, { type: "done" }],
    ["checkHours", "One moment, please.", "transferOut", "disconnect"],
  ],
  [
    "where the screening fails while the business is closed, a message is taken",
    [failed, { type: "hours", isOpen: false }, { type: "timeout" }],
    ["checkHours", "We are closed. Leave a message after the tone.", ...leavesAMessage],
  ],
  [
    "where the agent cannot be started, a person is called",
    [told({ route: "ai" }), failed, { type: "done" }],
    ["setStreaming", "setStreaming", "One moment, please.", "transferOut", "disconnect"],
  ],
  [
    "the agent greets, answers and ends the call",
    [
      told({ route: "ai" }),
      told({ seq: "1", waitedMs: "0" }),
      told({ next: "offer", uri: "s3://p/1", text: "Hi.", seq: "2", waitedMs: "0" }),
      { type: "timeout" },
      told({ next: "wait", seq: "2", waitedMs: "2800" }),
      told({ next: "say", uri: "s3://p/2", text: "Bye.", seq: "3", waitedMs: "0" }),
      told({ next: "end", seq: "4", waitedMs: "0" }),
    ],
    ["setStreaming", "getInput", "s3://p/2", "disconnect"],
  ],
  [
    "an agent that goes away leads to a person",
    [
      told({ route: "ai" }),
      told({ seq: "1", waitedMs: "0" }),
      told({ next: "person", seq: "2", waitedMs: "0" }),
      { type: "done" },
    ],
    ["setStreaming", "setStreaming", "One moment, please.", "transferOut", "disconnect"],
  ],
  [
    "a transfer that nobody answers is told to the agent, which may send the caller to the voicemail",
    [
      told({ route: "ai" }),
      told({ seq: "1", waitedMs: "0" }),
      told({ next: "transfer", seq: "2", waitedMs: "0" }),
      { type: "error", errorType: "ConnectionTimeLimitExceeded" },
      told({ next: "voicemail", seq: "3", waitedMs: "0" }),
      { type: "timeout" },
    ],
    [
      "setStreaming",
      "transferOut",
      "setStreaming",
      "Nobody can take your call. Leave a message after the tone.",
      ...leavesAMessage,
    ],
  ],
] as [string, FlowAnswer[], string[]][])("%s", (_, answers, heard) => {
  expect(play(renderContactFlow(settings), ...answers)).toEqual(heard);
});

function requestAt(flow: ContactFlow, action: string, ...answers: FlowAnswer[]): FlowRequest {
  let run = startFlow(flow, contact);
  while (run.action !== action) {
    const answer = isSwitch(run.request) ? (answersTo(run.request)[0] as FlowAnswer) : answers.shift();
    if (answer === undefined) throw new Error(`the flow stands at "${run.action}"`);
    run = advance(run, answer);
  }
  return run.request;
}

test("the agent is told the key, the outcome of a transfer, and how long functions have run in a row", () => {
  const flow = renderContactFlow(settings);
  const begun = [told({ route: "ai" }), told({ seq: "1", waitedMs: "0" })];
  const parameters = (request: FlowRequest) =>
    request.type === "invokeLambda" ? request.event.Details.Parameters : null;
  const offer = told({ next: "offer", uri: "s3://p/1", text: "Hi.", seq: "2", waitedMs: "0" });
  expect(parameters(requestAt(flow, "askWithKey", ...begun, offer, { type: "keys", keys: "0" }))).toEqual({
    seq: "2",
    waitedMs: "0",
    key: "0",
  });
  const transfer = told({ next: "transfer", seq: "5", waitedMs: "0" });
  expect(parameters(requestAt(flow, "tellAnswered", ...begun, transfer, { type: "done" }))).toEqual({
    seq: "5",
    waitedMs: "0",
    transfer: "answered",
  });
});

test("a message may last 180 s, the silent prompt included", () => {
  const request = requestAt(renderContactFlow(settings), "listen", told({ route: "voicemail" }));
  expect(request).toMatchObject({
    type: "getInput",
    mode: "branch",
    timeLimitMs: 179_000,
    prompt: { ssml: expect.stringContaining("1000ms") },
  });
});

test("only what the caller says is streamed, and only to the agent", () => {
  const flow = renderContactFlow(settings);
  expect(requestAt(flow, "stream", told({ route: "ai" }))).toEqual({
    type: "setStreaming",
    isEnabled: true,
    directions: ["From"],
  });
  expect(play(flow, told({ route: "voicemail" }), { type: "timeout" })).not.toContain("setStreaming");
});

test("a sentence that cannot be had in the agent's voice is said in Connect's", () => {
  const flow = renderContactFlow({
    ...settings,
    sentences: { ...settings.sentences, blocked: { text: "Sorry.", uri: "s3://p/fixed.wav" } },
  });
  const start = advance(startFlow(flow, contact), told({ route: "blocked" }));
  expect(start.request).toEqual({ type: "play", prompt: { type: "media", uri: "s3://p/fixed.wav" } });
  expect(advance(start, failed).request).toEqual({ type: "play", prompt: { type: "text", text: "Sorry." } });
});

test("people behind a queue are reached through it, and nobody's phone is called", () => {
  const flow = renderContactFlow({ ...settings, human: queue });
  expect(requestAt(flow, "enqueue", told({ route: "human" }))).toEqual({
    type: "queue",
    queueId: "queue-1",
    queueFlowArn: "arn:queueFlow",
  });
  expect(flow.Actions.filter(({ Type }) => Type === "TransferParticipantToThirdParty")).toEqual([]);
});

test("the queue takes a message where no agent has come after a minute", () => {
  const heard = play(renderQueueFlow({ ...settings, human: queue }), { type: "interrupted" }, { type: "timeout" });
  expect(heard).toEqual([
    "playOnAndOn",
    "Nobody can take your call. Leave a message after the tone.",
    ...leavesAMessage,
  ]);
});

test("where nobody is to be called, whoever asks for a person leaves a message", () => {
  const flow = renderContactFlow({ ...settings, human: { kind: "phone", number: null } });
  const heard = play(flow, told({ route: "human" }), { type: "timeout" });
  expect(heard).toEqual(["Nobody can take your call. Leave a message after the tone.", ...leavesAMessage]);
});

test("on the flow line the recording begins when the agent has said so, on the duplex line before it speaks", () => {
  const onFlow = renderContactFlow({ ...settings, isRecorded: true });
  const begun = [told({ route: "ai" }), told({ seq: "1", waitedMs: "0" })];
  expect(requestAt(onFlow, "record", ...begun, told({ next: "record", seq: "2", waitedMs: "0" }))).toMatchObject({
    isFlowRecorded: true,
  });
  const onSocket = renderContactFlow({ ...settings, line: socket, isRecorded: true });
  expect(play(onSocket, told({ route: "ai" })).slice(0, 2)).toEqual(["setRecording", "setStreaming"]);
});
