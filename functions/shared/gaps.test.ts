import { faqLines, type Gap, gapsOf, groupGaps } from "./gaps";
import type { KeptCall, KeptTurn } from "./keptCall";
import { parseKnowledge } from "./knowledgeFile";

const turn = (index: number, caller: string, more: Partial<KeptTurn> = {}): KeptTurn => ({
  index,
  caller,
  tool: "answer_from_knowledge",
  facts: [],
  said: "",
  heard: "",
  interrupted: false,
  blocked: null,
  filler: null,
  latencyMs: null,
  ...more,
});
const unsure = { clause: "Yes.", why: "the model was not sure" };
const call = (turns: readonly KeptTurn[], reason: string | null = null) =>
  ({
    contactId: "c-1",
    startedAt: "2026-11-23T18:00:00.000Z",
    turns,
    transfer: reason === null ? null : { outcome: "answered", reason, summary: "" },
  }) as unknown as KeptCall;
const gap = (question: string, day: number, contactId = `c-${day}`): Gap => ({
  contactId,
  startedAt: `2026-11-${day}T10:00:00.000Z`,
  question,
  why: "the model was not sure",
});
const shop = (faqs: string) =>
  parseKnowledge(
    `business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00 }
services: [{ id: cut, name: Haircut, price: €35 }]
faqs: [${faqs}]`,
    "f.yaml",
  );

test("what was stopped, or had no answer, is a question to be answered; what was answered is none", () => {
  expect(
    gapsOf(
      call(
        [
          turn(1, "What does a haircut cost?", { facts: ["service.cut"], said: "A haircut is €35." }),
          turn(2, "Do you sharpen scissors?", { blocked: unsure }),
        ],
        "The assistant could not be sure: the model was not sure",
      ),
    ).map(({ question, why }) => [question, why]),
  ).toEqual([["Do you sharpen scissors?", "the model was not sure"]]);
  expect(gapsOf(call([turn(1, "Is there a garden?")], "The assistant had no answer"))).toHaveLength(1);
  expect(gapsOf(call([turn(1, "A person please.", { tool: "transfer_to_human" })], "The caller asked"))).toEqual([]);
  expect(gapsOf(call([turn(1, "[name].", { blocked: unsure })]))).toEqual([]);
});

test.each([
  ["Do you treat walruses?", "Can you treat a walrus?"],
  ["Do you rent houses?", "Can I rent a house?"],
  ["Do you repair glasses?", "Could you repair a glass?"],
  ["Vendez-vous des chaises ?", "Est-ce que vous vendez une chaise ?"],
])("one and several are the same question: %s %s", (several, one) => {
  expect(groupGaps([gap(several, 20), gap(one, 21)], null)).toMatchObject([{ times: 2 }]);
});

test("questions in other words are one group, the most often asked first, the shortest wording its name", () => {
  const groups = groupGaps(
    [
      gap("Do you sharpen scissors?", 20),
      gap("Could you sharpen my scissors, please?", 22),
      gap("Hi, I wanted to know if you do gift wrapping.", 21),
      gap("Can scissors be sharpened?", 21),
    ],
    null,
  );
  expect(groups).toMatchObject([
    {
      question: "Do you sharpen scissors?",
      times: 3,
      lastAt: "2026-11-22T10:00:00.000Z",
      calls: ["c-22", "c-21", "c-20"],
      alsoAsked: ["Can scissors be sharpened?", "Could you sharpen my scissors, please?"],
    },
    { times: 1 },
  ]);
});

test.each([
  [["Faites-vous des colorations ?", "Est-ce que vous faites la coloration ?"], 1],
  [["Haben Sie Geschenkgutscheine?", "Gibt es einen Geschenkgutschein?"], 1],
  [["¿Tienen aparcamiento?", "¿Hay aparcamientos?"], 1],
  [["Is there a playground?", "Is there a discount?"], 2],
])("in every language: %j", (questions, count) => {
  expect(
    groupGaps(
      questions.map((question) => gap(question, 20)),
      null,
    ),
  ).toHaveLength(count);
});

test("what the file answers by now is asked no more", () => {
  const gaps = [gap("Do you sharpen scissors?", 20), gap("What does a haircut cost for dogs?", 20)];
  expect(groupGaps(gaps, shop("")).map(({ question }) => question)).toHaveLength(2);
  const answered = shop("{ id: sharp, question: Can you sharpen scissors?, answer: Yes. }");
  expect(groupGaps(gaps, answered).map(({ question }) => question)).toEqual(["What does a haircut cost for dogs?"]);
});

test("a group is ready to be answered: pasted without an answer the file is refused, with one it is good", () => {
  const groups = groupGaps([gap('Do you "sharpen" scissors: today?', 20), gap("Do you wrap?", 21)], null);
  const lines = faqLines(groups, ["wrap"]);
  expect(lines[0]).toBe("  # asked once, last on 2026-11-21 (c-21)");
  const file = (answer: string) =>
    `business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00 }
faqs:
${lines.join("\n").replaceAll("answer: }", answer)}
`;
  expect(() => parseKnowledge(file("answer: }"), "f.yaml")).toThrow(/faqs\[0\]\.answer/);
  expect(parseKnowledge(file("answer: Yes. }"), "f.yaml").faqs).toEqual([
    { id: "wrap-2", question: "Do you wrap?", answer: "Yes.", until: null },
    { id: "sharpen-scissors-today", question: 'Do you "sharpen" scissors: today?', answer: "Yes.", until: null },
  ]);
});
