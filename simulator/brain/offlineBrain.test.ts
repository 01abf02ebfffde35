import { factsOf } from "../../functions/shared/facts";
import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import type { BrainRequest } from "../../functions/voice/ports";
import type { ToolCall } from "../../functions/voice/tools";
import { judgeReply } from "../../functions/voice/truthGate/truthGate";
import { barbers, garage, spa } from "./businesses.fixture";
import { converse, monday } from "./conversation.fixture";
import { gist } from "./gist.fixture";
import { heldOut } from "./heldOut.fixture";
import { decide } from "./offlineBrain";
import { utterances } from "./utterances.fixture";

const businesses = { barbers, garage, spa };
const ask = (callerSaid: string, more: Partial<BrainRequest> = {}): BrainRequest => ({
  turn: 1,
  history: [],
  callerSaid,
  now: monday,
  notes: [],
  ...more,
});
const gists = (knowledge: Knowledge, said: readonly string[], taken?: readonly string[]) =>
  converse(knowledge, said, taken).map(gist);

const misses = (rows: typeof utterances) =>
  rows
    .map(([business, said, wanted]) => ({ said, wanted, got: gist(decide(businesses[business], ask(said))) }))
    .filter(({ wanted, got }) => !wanted.split("|").includes(got));

describe("questions", () => {
  test("what callers ask is understood, over three businesses", () => {
    expect(misses(utterances)).toEqual([]);
  });

  test("nine in ten questions that the tables were not made with are understood", () => {
    expect(misses(heldOut).length / heldOut.length).toBeLessThanOrEqual(0.1);
  });

  test("every reply passes the truth gate on the facts that it cites", () => {
    const blocked = [...utterances, ...heldOut].flatMap(([business, said]) => {
      const call = decide(businesses[business], ask(said));
      return whatIsBlocked(call, businesses[business], said);
    });
    expect(blocked).toEqual([]);
  });

  test("a clarifying question cites nothing and holds no figure", () => {
    const call = decide(spa, ask("How much is a massage?"));
    expect(call).toEqual({
      tool: "answer_from_knowledge",
      input: { facts: [], sure: true, reply: "Which one do you mean?" },
    });
  });

  test("a short question leans on what was spoken of before", () => {
    expect(
      gists(barbers, ["How much is a haircut?", "and a beard trim?", "and on Saturday?", "How long does it take?"]),
    ).toEqual(["service.haircut", "service.beard-trim", "hours.saturday", "service.beard-trim"]);
  });

  test("the answer to a clarifying question settles it", () => {
    expect(gists(barbers, ["How much is a shave?", "The second one."])).toEqual(["which", "service.holiday-shave"]);
    expect(gists(garage, ["How much is a service?", "The full one"])).toEqual(["which", "service.full-service"]);
  });

  test("what is past its last day is neither found nor cited", () => {
    const january = decide(barbers, ask("How much is the holiday shave?", { now: "2027-01-20T10:00 wednesday" }));
    expect(gist(january)).not.toContain("holiday-shave");
  });

  test("a known question is answered beside an unknown one, for which a person is offered and comes", () => {
    const calls = converse(barbers, ["How much is a haircut, and do you do tattoos?", "Yes please"]);
    expect(calls.map(gist)).toEqual(["service.haircut", "transfer"]);
  });

  test("the same request gets the same answer", () => {
    const request = ask("What are your opening hours?");
    expect(decide(garage, request)).toEqual(decide(garage, request));
  });
});

describe("bookings", () => {
  test("one missing detail is asked for at a time, and a yes confirms what was read back", () => {
    const calls = converse(barbers, [
      "I'd like to book a haircut",
      "Tomorrow",
      "Ten thirty",
      "Dana Smith",
      "yes",
      "no thanks",
    ]);
    expect(calls.map(gist)).toEqual([
      "book haircut",
      "book haircut",
      "book haircut 2026-11-24T10:30",
      "book haircut 2026-11-24T10:30 Dana Smith",
      "book haircut 2026-11-24T10:30 Dana Smith confirmed",
      "end",
    ]);
    expect(calls.slice(0, 3).map(({ input }) => input.reply)).toEqual([
      "What day and time would suit you?",
      "What time would suit you?",
      "What name is it for?",
    ]);
  });

  test.each([
    ["ten thirty", "10:30"],
    ["at half past nine", "09:30"],
    ["noon", "12:00"],
    ["a quarter to five", "16:45"],
    ["twenty past two", "14:20"],
    ["three", "15:00"],
    ["at 3 p.m.", "15:00"],
    ["9 in the morning", "09:00"],
    ["eleven o'clock", "11:00"],
    ["half ten", "10:30"],
    ["14:15", "14:15"],
    ["ten past two", "14:10"],
    ["four forty five", "16:45"],
  ])("the time %s is %s", (said, time) => {
    expect(gists(barbers, ["Book me a haircut tomorrow", said]).at(-1)).toBe(`book haircut 2026-11-24T${time}`);
  });

  test.each([
    ["tomorrow", "2026-11-24"],
    ["on Wednesday", "2026-11-25"],
    ["the day after tomorrow", "2026-11-25"],
    ["next Saturday", "2026-12-05"],
    ["on December 3rd", "2026-12-03"],
    ["on the third of December", "2026-12-03"],
    ["on the 12th", "2026-12-12"],
    ["on the first", "2026-12-01"],
    ["as a first visit on Friday", "2026-11-27"],
    ["in two weeks", "2026-12-07"],
    ["today", "2026-11-23"],
  ])("the day %s is %s", (said, date) => {
    expect(gists(barbers, [`I need a beard trim ${said} at two`])).toEqual([`book beard-trim ${date}T14:00`]);
  });

  test.each([
    ["This is Dana.", "Dana"],
    ["my name is Jo O'Brien", "Jo O'Brien"],
    ["Mary-Jane Power-Roe", "Mary-Jane Power-Roe"],
    ["it's for anna-lena", "Anna-Lena"],
    ["Dana Smith, please", "Dana Smith"],
    ["D A N A", "Dana"],
    ["It's for Sam", "Sam"],
    ["sure, it's Ana María", "Ana María"],
  ])("the name in %s is %s", (said, name) => {
    const call = converse(barbers, ["Book me a haircut tomorrow at ten", said]).at(-1);
    expect(call?.input).toMatchObject({ name });
  });

  test("a time that is taken is changed for one of those offered, by its place or its hour", () => {
    const taken = ["2026-11-24T10:30"];
    const first = ["Book me a haircut tomorrow at 10:30. This is Dana."];
    const offered = decide(barbers, ask("x"));
    expect(offered.tool).toBe("answer_from_knowledge");
    expect(gists(barbers, [...first, "The second one"], taken).at(-1)).toMatch(
      /^book haircut 2026-11-24T\d\d:\d\d Dana$/,
    );
    expect(gists(barbers, [...first, "Eleven then"], taken).at(-1)).toBe("book haircut 2026-11-24T11:00 Dana");
    expect(gists(barbers, [...first, "What about Wednesday?"], taken).at(-1)).toBe(
      "book haircut 2026-11-25T10:30 Dana",
    );
  });

  test("a no to the read-back changes what the caller says, and only that", () => {
    const first = ["Book a skin fade tomorrow at 11. My name is Lee."];
    expect(gists(barbers, [...first, "no, make it two in the afternoon", "correct"]).slice(1)).toEqual([
      "book skin-fade 2026-11-24T14:00 Lee",
      "book skin-fade 2026-11-24T14:00 Lee confirmed",
    ]);
    expect(gists(barbers, [...first, "No", "the name is Leo", "yes"]).slice(1)).toEqual([
      "ask",
      "book skin-fade 2026-11-24T11:00 Leo",
      "book skin-fade 2026-11-24T11:00 Leo confirmed",
    ]);
    expect(gists(barbers, [...first, "That's the wrong time", "Noon"]).slice(1)).toEqual([
      "book skin-fade Lee",
      "book skin-fade 2026-11-24T12:00 Lee",
    ]);
  });

  test("nothing is confirmed that was not read back", () => {
    const confirmed = gists(barbers, ["yes", "Book a haircut tomorrow at ten", "yes"]).filter((each) =>
      each.endsWith("confirmed"),
    );
    expect(confirmed).toEqual([]);
  });

  test("a question in between is answered, and the booking goes on", () => {
    const calls = converse(barbers, ["I'd like a haircut tomorrow", "Is there parking?", "at eleven", "Maria", "yes"]);
    expect(calls.map(gist)).toEqual([
      "book haircut",
      "faq.parking",
      "book haircut 2026-11-24T11:00",
      "book haircut 2026-11-24T11:00 Maria",
      "book haircut 2026-11-24T11:00 Maria confirmed",
    ]);
    expect(calls[1]?.input.reply).toMatch(/What time would suit you\?$/);
  });

  test("a booking that is called off is no longer spoken of", () => {
    expect(gists(barbers, ["I'd like to book a haircut", "actually never mind", "How much is it?"])).toEqual([
      "book haircut",
      "ask",
      "service.haircut",
    ]);
  });

  test("a booking is moved or cancelled after a yes", () => {
    expect(gists(barbers, ["I have to move my haircut", "Wednesday at four", "yes"])).toEqual([
      "move haircut",
      "move haircut 2026-11-25T16:00",
      "move haircut 2026-11-25T16:00 confirmed",
    ]);
    expect(gists(barbers, ["Please cancel my appointment", "yes", "bye"])).toEqual([
      "cancel",
      "cancel confirmed",
      "end",
    ]);
    expect(gists(barbers, ["I need to cancel my appointment", "no"])).toEqual(["cancel", "ask"]);
  });

  test("one of two services is chosen before anything else is asked", () => {
    expect(gists(garage, ["I want to book a service", "the interim one", "Friday at nine"])).toEqual([
      "book",
      "book interim-service",
      "book interim-service 2026-11-27T09:00",
    ]);
  });

  test("a price and a booking in one breath are both served", () => {
    expect(gists(barbers, ["How much is a haircut and can I book one for tomorrow at ten?", "Ben", "yes"])).toEqual([
      "service.haircut",
      "book haircut 2026-11-24T10:00 Ben",
      "book haircut 2026-11-24T10:00 Ben confirmed",
    ]);
  });
});

describe("the call itself", () => {
  test("the last reply is said again on request", () => {
    expect(gists(barbers, ["Where are you?", "Sorry?"])).toEqual(["business.address", "business.address"]);
  });

  test("no to anything else ends the call, and thanks alone does not", () => {
    expect(gists(barbers, ["Where are you?", "Thank you", "No"])).toEqual(["business.address", "ask", "end"]);
  });

  test("noise is asked about once, and then is a person's", () => {
    expect(gists(barbers, ["flurb gronk", "flurb gronk"])).toEqual(["ask", "unsure"]);
  });

  test("a caller who says nothing is asked again", () => {
    expect(gists(barbers, [""])).toEqual(["ask"]);
  });
});

describe("other languages", () => {
  const practice = parseKnowledge(
    `
business: { name: Praxis am Park, timezone: Europe/Berlin, language: [de-DE, en-GB], phone: "+493055501000", address: Lindenstraße 4 }
hours: { monday: "08:00-12:00, 15:00-18:30", tuesday: "08:00-18:00" }
services:
  - { id: impfung, name: Impfung, price: ab 45 €, minutes: 15 }
  - { id: zaehne, name: Zahnreinigung, price: 260 €, minutes: 90 }
faqs: [{ id: parken, question: Wo kann ich parken?, answer: Vor der Praxis. }]
`,
    "praxis.yaml",
  );

  test.each([
    ["Was kostet eine Impfung?", "service.impfung"],
    ["Wie lange dauert die Reinigung?", "service.zaehne"],
    ["Haben Sie morgen offen?", "hours.tuesday"],
    ["Wo ist ein Parkplatz?", "faq.parken"],
    ["Ich möchte einen Termin für eine Impfung am Dienstag um halb zehn", "book impfung 2026-11-24T09:30"],
    ["Ich möchte mit einem Mitarbeiter sprechen", "transfer"],
    ["Danke, tschüss", "end"],
    ["When are you open on Tuesday?", "hours.tuesday"],
    ["Can I speak to a person?", "transfer"],
  ])("%s comes to %s", (said, wanted) => {
    expect(gist(decide(practice, ask(said)))).toBe(wanted);
  });
});

function whatIsBlocked(call: ToolCall, knowledge: Knowledge, callerSaid: string): string[] {
  const cited = call.tool === "answer_from_knowledge" ? call.input.facts : [];
  const isSure = call.tool !== "answer_from_knowledge" || call.input.sure;
  if (!isSure) return [];
  const { why } = judgeReply(call.input.reply, {
    tool: call.tool,
    knowledge,
    facts: factsOf(knowledge, "2026-11-23"),
    cited,
    isSure,
    callerSaid,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-11-23T18:00:00Z"),
  });
  return why === null ? [] : [`${call.input.reply} (${why})`];
}
