import { parseKnowledge } from "../functions/shared/knowledgeFile";
import { messagesOf } from "../functions/voice/aws/converseMessages";
import type { BrainRequest } from "../functions/voice/ports";
import { makeReport } from "./makeReport";
import { offlineModel } from "./offlineModel";
import { playScriptedCall } from "./playScriptedCall";
import { readScriptedCall } from "./readScriptedCall";
import { businessStores } from "./stores/businessStores";
import { readConverse } from "./wire/readConverse";

const knowledge = parseKnowledge(
  `
business: { name: Cedar Barbers, timezone: UTC, phone: "+442079460100" }
hours: { monday: 08:00-18:00, tuesday: 08:00-18:00 }
services: [{ id: haircut, name: Haircut, price: £35, minutes: 30 }]
faqs: [{ id: parking, question: Where can I park?, answer: Behind the shop. }]
`,
  "shop.yaml",
);
const booking = ["I'd like to book a haircut for tomorrow at ten.", "My name is Alice.", "Yes, please."];
const asking = [
  "What does a haircut cost?",
  "When do you open on Monday?",
  "Where can I park?",
  "How long is a haircut?",
];

const questions = (count: number) => Array.from({ length: count }, (_, index) => asking[index % asking.length] ?? "");

/** A call in which that is said, and the last request to the model of each turn. */
async function callOf(says: readonly string[]) {
  const script = {
    at: "2026-11-23T10:00:00Z",
    from: "+15551230001",
    caller: says.map((words) => ({ says: words })),
  };
  const { call, errors } = readScriptedCall(JSON.stringify(script), "long.json", () => {
    throw new Error("nothing is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  const requests = new Map<number, BrainRequest>();
  const finished = await playScriptedCall(
    call,
    knowledge,
    {
      line: "duplex",
      column: "best",
      seed: 1,
      decide(business, request) {
        requests.set(request.turn, request);
        return offlineModel(business, request);
      },
    },
    businessStores(),
  );
  return { report: makeReport(finished), requests };
}

/** How much the model has to read of it, beside its rules. */
const sizeOf = (request: BrainRequest) => JSON.stringify(messagesOf(request)).length;

let long: Awaited<ReturnType<typeof callOf>>;
beforeAll(async () => {
  long = await callOf([...booking, ...questions(37)]);
});

const requestOf = (turn: number): BrainRequest => {
  const request = long.requests.get(turn);
  if (request === undefined) throw new Error(`nobody was asked in turn ${turn}`);
  return request;
};

test("a call of 40 turns is answered to its end, from the same facts in its last turns as in its first", () => {
  const { turns } = long.report;
  expect(turns).toHaveLength(40);
  expect(turns.slice(-4).map(({ facts }) => facts)).toEqual(turns.slice(4, 8).map(({ facts }) => facts));
  expect(turns.every(({ blocked }) => blocked === null)).toBe(true);
});

test("the model of the 40th turn is told who it is, for whom it speaks, what the call is about and what was booked", () => {
  const { anchor } = requestOf(40);
  expect(anchor).toContain("you are the AI assistant of Cedar Barbers");
  expect(anchor).toContain("fewer than 20 words");
  expect(anchor).toContain("<caller>I'd like to book a haircut for tomorrow at ten.</caller>");
  expect(anchor).toContain("Booked in this call: haircut at 2026-11-24T10:00 for Alice");
  expect(anchor).toContain("Answered before: ");
  expect(JSON.stringify(messagesOf(requestOf(40)).at(-1))).toContain("you are the AI assistant of Cedar Barbers");
});

test("the first six turns have no reminder, and every one after them has", () => {
  const reminded = Array.from({ length: 40 }, (_, index) => index + 1).filter(
    (turn) => requestOf(turn).anchor !== null,
  );
  expect(reminded).toEqual(Array.from({ length: 34 }, (_, index) => index + 7));
});

test("a request grows no longer once the call is twelve turns old", () => {
  const sizes = Array.from({ length: 40 }, (_, index) => sizeOf(requestOf(index + 1)));
  const firstTwelve = Math.max(...sizes.slice(0, 12));
  expect(Math.max(...sizes.slice(12))).toBeLessThan(firstTwelve + 600);
  expect(requestOf(40).history.length).toBeLessThan(12);
});

test("from turn to turn a request goes on where the one before ended, but for every sixth", () => {
  const beginnings = Array.from({ length: 39 }, (_, index) => {
    const [before, after] = [messagesOf(requestOf(index + 1)), messagesOf(requestOf(index + 2))];
    return JSON.stringify(before[0]) === JSON.stringify(after[0]) ? null : index + 2;
  });
  expect(beginnings.filter((turn) => turn !== null && turn > 2)).toEqual([13, 19, 25, 31, 37]);
});

test("on the wire the number of the turn is still known", () => {
  expect(readConverse({ messages: messagesOf(requestOf(40)) })).toMatchObject({ turn: 40, notes: [] });
});

test("a booking that is talked about stays in sight while the caller asks about other things", async () => {
  const { requests } = await callOf(["I'd like to book a haircut.", ...questions(15)]);
  const last = requests.get(16);
  expect(last?.history[0]).toMatchObject({ tool: "book_appointment", callerSaid: "I'd like to book a haircut." });
  expect(last?.anchor).toContain("not done: service haircut, start not known, name not known.");
});
