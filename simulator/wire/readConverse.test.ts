import { messagesOf } from "../../functions/voice/aws/converseMessages";
import type { BrainRequest } from "../../functions/voice/ports";
import { readConverse } from "./readConverse";

const request: BrainRequest = {
  turn: 4,
  history: [
    {
      callerSaid: "What does a haircut cost?",
      tool: "answer_from_knowledge",
      input: '{"facts":["service.haircut"],"sure":true,"reply":"A haircut is $35."}',
      heard: "A haircut is $35.",
      result: "",
    },
    { callerSaid: "Hello?", tool: null, input: "", heard: "", result: "" },
    {
      callerSaid: "Book me one tomorrow at ten.",
      tool: "book_appointment",
      input: '{"service":"haircut","start":"2026-11-24T10:00","name":null,"reply":"What is your name?"}',
      heard: "What is",
      result: "2026-11-24T10:00 is free",
    },
  ],
  callerSaid: "Uma.",
  now: "2026-11-23T10:00 monday",
  notes: ["2026-11-24T10:00 is free"],
};

test("the model's stand-in reads from the messages what the brain was asked, but for what was not heard", () => {
  const [first, second, third] = request.history;
  expect(readConverse({ messages: messagesOf(request) })).toEqual({
    ...request,
    history: [
      first,
      second,
      { ...third, input: '{"service":"haircut","start":"2026-11-24T10:00","name":null,"reply":"What is"}' },
    ],
  });
});

test("a first question has no history", () => {
  const asked: BrainRequest = { turn: 1, history: [], callerSaid: "Hi", now: "2026-11-23T10:00 monday", notes: [] };
  expect(readConverse({ messages: messagesOf(asked) })).toEqual(asked);
});

test("turns that came to no call are told with the next, and still count", () => {
  const mute = { callerSaid: "Hello?", tool: null, input: "", heard: "", result: "" };
  const asked: BrainRequest = { ...request, turn: 3, history: [mute, mute], notes: [] };
  expect(readConverse({ messages: messagesOf(asked) })).toEqual(asked);
});
