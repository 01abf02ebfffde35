import { advance, startFlow } from "./interpret";
import { renderContactFlow, renderQueueFlow } from "./render";
import { settings } from "./settings.fixture";
import type { ContactFlow, FlowAnswer, FlowRequest } from "./types";

const contact = { contactId: "c-1", from: "+15551230001", to: "+15035550100", instanceArn: "arn:instance" };
const failed: FlowAnswer = { type: "error", errorType: "NoMatchingError" };
const told = (result: object): FlowAnswer => ({ type: "lambdaResult", result });
const [known, unknown, wrong] = ["known", "unknown", "wrong"].map((callback) =>
  told({ callback, text: "We will call you back on 5 0 3, 5 5 5, 0 1 9 9." }),
) as [FlowAnswer, FlowAnswer, FlowAnswer];
const keys = (pressed: string): FlowAnswer => ({ type: "keys", keys: pressed });
const silent: FlowAnswer = { type: "timeout" };
const closed = told({ route: "voicemail" });

/** What is asked of the outside, in words; prompts and recordings answer themselves. */
function play(flow: ContactFlow, ...answers: FlowAnswer[]): readonly string[] {
  const seen: string[] = [];
  let run = startFlow(flow, contact);
  for (;;) {
    const { request } = run;
    seen.push(inWords(request));
    if (request.type === "disconnect") return seen;
    const isItself = request.type === "play" || request.type === "setRecording";
    const answer = isItself ? ({ type: "done" } as const) : answers.shift();
    if (answer === undefined) throw new Error(`nobody answers ${seen.at(-1)}`);
    run = advance(run, answer);
  }
}

function inWords(request: FlowRequest): string {
  if (request.type === "invokeLambda") {
    const { typed } = request.event.Details.Parameters;
    return `${request.arn.split(":").at(-1)}${typed === undefined ? "" : `(${typed})`}`;
  }
  if (request.type === "setRecording") return request.isFlowRecorded ? "recording" : "recording over";
  if (request.type !== "play" && request.type !== "getInput") return request.type;
  const { prompt } = request;
  return prompt.type === "text" ? prompt.text : prompt.type === "media" ? prompt.uri : prompt.type;
}

const start = ["screenCaller", "We are closed. Leave a message after the tone.", "noteVoicemail"];
const message = ["recording", "ssml", "ssml", "recording over", "noteVoicemail"];
const offer = "To be called back on another number, press 1.";
const end = ["Thank you. Goodbye.", "disconnect"];
const flow = renderContactFlow(settings);

test("a message is noted before the tone, and its caller is offered another number to be called back on", () => {
  expect(play(flow, closed, known, keys("#"), known, silent)).toEqual([...start, ...message, offer, ...end]);
});

test("a number that is typed is checked and said back", () => {
  expect(play(flow, closed, known, silent, known, keys("1"), keys("5035550199"), known)).toEqual([
    ...start,
    ...message,
    offer,
    "Type the number, then press pound.",
    "noteVoicemail(5035550199)",
    "We will call you back on 5 0 3, 5 5 5, 0 1 9 9.",
    ...end,
  ]);
});

test("whoever withheld their number is asked for one, and a wrong one is asked for once more", () => {
  expect(play(flow, closed, unknown, keys("#"), unknown, keys("12"), wrong, silent, wrong)).toEqual([
    ...start,
    ...message,
    "Type the number, then press pound.",
    "noteVoicemail(12)",
    "That is no number. Type it again, then press pound.",
    "noteVoicemail(Timeout)",
    ...end,
  ]);
});

test("a note that fails takes no message away, and is tried again when the message is there", () => {
  expect(play(flow, closed, failed, keys("#"), failed)).toEqual([...start, ...message, ...end]);
  expect(play(flow, closed, failed, keys("#"), known, failed)).toEqual([...start, ...message, offer, ...end]);
});

test("who waited in a queue in vain leaves a message likewise", () => {
  const waiting = play(renderQueueFlow(settings), { type: "interrupted" }, known, keys("#"), known, silent);
  expect(waiting.slice(-8)).toEqual(["noteVoicemail", ...message, offer, ...end].slice(-8));
});
