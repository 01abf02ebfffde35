import { replyStyle, styleLine } from "./replyStyle";
import type { TurnReport } from "./report";

const facts = [
  { id: "service.haircut", text: "Haircut: $35, 30 minutes." },
  { id: "faq.parking", text: "Where can I park? There is free parking behind the shop." },
];
const english = ["en-US"];

function turn(index: number, said: string, more: Partial<TurnReport> = {}): TurnReport {
  const from = {
    caller: "What does a haircut cost?",
    tool: "answer_from_knowledge",
    facts: ["service.haircut"],
  } as const;
  return {
    index,
    ...from,
    said,
    heard: said,
    interrupted: false,
    blocked: null,
    filler: null,
    latencyMs: null,
    ...more,
  };
}

test("a reply of 19 words is short and one of 20 is not", () => {
  const words = (count: number) => ["It's", "$35", ...Array.from({ length: count - 2 }, () => "word")].join(" ");
  expect(replyStyle([turn(1, words(19)), turn(2, words(20))], facts, english)).toEqual({
    replies: 2,
    averageWords: 19.5,
    longestWords: 20,
    longTurns: [2],
    lateAnswerTurns: [],
    uncontractedTurns: [],
  });
});

test("an answer that begins by repeating the question comes late", () => {
  const late = turn(2, "Well, you were asking me what a haircut would cost here, and that's $35.");
  expect(replyStyle([turn(1, "It's $35."), late], facts, english).lateAnswerTurns).toEqual([2]);
});

test("what people contract and the model wrote out is named, but not where it ends a sentence", () => {
  const turns = [turn(1, "It is $35."), turn(2, "It's $35."), turn(3, "$35, yes it is.")];
  expect(replyStyle(turns, facts, english).uncontractedTurns).toEqual([1]);
  expect(replyStyle(turns, facts, ["fr-FR"]).uncontractedTurns).toEqual([]);
});

test("what the program words is not measured, nor a reply that was stopped", () => {
  const turns = [
    turn(1, "Shall I book a haircut for Tuesday?", { tool: "book_appointment", facts: [] }),
    turn(2, "I'll put you through.", { blocked: { clause: "It's $3.", why: "nothing supports $3" } }),
  ];
  expect(replyStyle(turns, facts, english)).toMatchObject({ replies: 0, averageWords: 0, longestWords: 0 });
});

test("it is told in one line, and not at all where there was no reply", () => {
  expect(styleLine(replyStyle([turn(1, "It is $35.")], facts, english))).toBe(
    "1 reply of 3 words on average, 3 at most; not contracted in turn 1",
  );
  expect(styleLine(replyStyle([], facts, english))).toBeNull();
});
