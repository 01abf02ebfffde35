import { parseKnowledge } from "../../shared/knowledgeFile";
import type { Brain, BrainRequest, Clock } from "../ports";
import { systemPrompt } from "../prompt";
import { all, noAbort } from "../stage.fixture";
import { factIndex } from "./factIndex";
import { promptFactsOf } from "./promptFacts";
import { type Meanings, retrievingBrain } from "./retrievingBrain";

const kinds = "oak ash elm yew fir pine lime plum pear fig rose iris lily fern moss sage mint dill leek kale".split(
  " ",
);
const works = "repair polish rental delivery storage".split(" ");
/** A nursery of so many services and as many questions, each of its own. */
function nursery(count: number) {
  const thing = (index: number) =>
    `${kinds[index % 20]} ${works[Math.floor(index / 20) % 5]} ${Math.floor(index / 100) + 1}`;
  const services = Array.from(
    { length: count },
    (_, index) =>
      `  - { id: s${index}, name: "${thing(index)}", price: €${index + 10}, minutes: 30, about: "Done by hand in our ${kinds[(index + 7) % 20]} shed behind the house, whatever the weather." }`,
  );
  const faqs = Array.from(
    { length: count },
    (_, index) =>
      `  - { id: q${index}, question: "Is ${thing(index)} guaranteed in winter?", answer: "Yes, for ${index + 2} weeks from the day on which it was done, if it is kept dry." }`,
  );
  return parseKnowledge(
    `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100", address: 1 Main Street }
hours: { monday: 09:00-17:00 }
holidays: { "2026-12-25": closed }
services:
${services.join("\n")}
faqs:
${faqs.join("\n")}
`,
    "nursery.yaml",
  );
}

const atMs = Date.parse("2026-11-23T10:00:00Z");
const small = nursery(20);
const large = nursery(500);
const facts = promptFactsOf(large, "2026-11-23");

test("a file that fits stands in the prompt whole", () => {
  const { always, sought } = promptFactsOf(small, "2026-11-23");
  expect(sought).toEqual([]);
  expect(always.map(({ id }) => id)).toContain("faq.q19");
  expect(systemPrompt(small, "grounded", atMs)).not.toContain("There are more facts");
});

test("of a file that does not fit hours and prices stand in every prompt, and the prompt stays below its limit", () => {
  const ids = facts.always.map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["business.address", "hours.sunday", "holiday.2026-12-25"]));
  for (const { id, price } of large.services) {
    expect(facts.always.find((fact) => fact.id === `service.${id}`)?.text).toContain(price);
  }
  expect(ids.some((id) => id.startsWith("faq."))).toBe(false);
  expect(systemPrompt(large, "grounded", atMs).length / 4).toBeLessThan(16_000);
  expect(facts.sought).toHaveLength(1_000);
});

test("prices for which there is no room are sought as well: no fact is lost", () => {
  const huge = nursery(2_000);
  const { always, sought } = promptFactsOf(huge, "2026-11-23");
  const ids = new Set([...always, ...sought].map(({ id }) => id));
  expect(ids.size).toBe(3 + 7 + 1 + 4_000);
  expect(always.reduce((sum, { id, text }) => sum + id.length + text.length, 0) / 4).toBeLessThan(15_000);
});

test("each of a thousand facts is found by a question in its words", () => {
  const index = factIndex(["en"]);
  index.add(facts.sought);
  const missed = large.services.filter(({ name, id }, at) => {
    const price = index.seek(`How much do you charge for ${name}?`, null, 20).facts;
    const winter = index.seek(`And do I get a guarantee on ${name}?`, null, 20).facts;
    return !price.some((fact) => fact.id === `service.${id}`) || !winter.some((fact) => fact.id === `faq.q${at}`);
  });
  expect(missed).toEqual([]);
});

test("what is asked in other words is found by its meaning, and words alone say that they found little", () => {
  const index = factIndex(["en"]);
  index.add([
    { id: "faq.pets", text: "May I bring my dog? Yes, on a leash." },
    { id: "faq.cards", text: "Do you take cards? Yes." },
  ]);
  index.learn(
    new Map([
      ["faq.pets", [1, 0]],
      ["faq.cards", [0, 1]],
    ]),
  );
  expect(index.seek("Are animals welcome?", null, 5)).toEqual({ facts: [], covered: 0 });
  expect(index.seek("Are animals welcome?", [0.9, 0.1], 1).facts.map(({ id }) => id)).toEqual(["faq.pets"]);
});

/** A clock that stands still until it is told to go on. */
function stillClock() {
  const waiting: { readonly dueMs: number; readonly act: () => void }[] = [];
  let nowMs = 0;
  const clock: Clock = {
    now: () => nowMs,
    after(ms, act) {
      const timer = { dueMs: nowMs + ms, act };
      waiting.push(timer);
      return () => void waiting.splice(waiting.indexOf(timer), waiting.includes(timer) ? 1 : 0);
    },
  };
  const pass = (ms: number) => {
    nowMs += ms;
    for (const { act } of waiting.filter(({ dueMs }) => dueMs <= nowMs)) act();
  };
  return { clock, pass };
}

const request: BrainRequest = { turn: 1, history: [], callerSaid: "", now: "2026-11-23T10:00 monday", notes: [] };

/** The fact ids that the model was given with each question. */
function model() {
  const given: string[][] = [];
  const brain: Brain = {
    async *think({ facts: found = [] }) {
      given.push(found.map(({ id }) => id));
      yield { type: "tool", name: "end_call" };
    },
  };
  return { given, brain };
}
const nothing: Meanings = { embed: () => new Promise(() => undefined), load: () => new Promise(() => undefined) };

test("a question whose words stand in a fact goes out at once, with that fact", async () => {
  const { given, brain } = model();
  const thinking = retrievingBrain(brain, ["en"], facts, nothing, stillClock().clock);
  await all(thinking.think({ ...request, callerSaid: "How much is elm polish 3?" }, noAbort()));
  expect(given[0]).toContain(`service.${large.services.find(({ name }) => name === "elm polish 3")?.id}`);
  expect(given[0]?.length).toBeLessThanOrEqual(40);
});

test("a question in other words waits for its meaning, and no longer than 150 ms", async () => {
  const { given, brain } = model();
  const { clock, pass } = stillClock();
  let answer = (_: readonly number[]) => undefined as undefined;
  const meanings: Meanings = {
    load: async () => new Map([["faq.q7", [1, 0]]]),
    embed: () =>
      new Promise((resolve) => {
        answer = (meaning) => void resolve(meaning) as undefined;
      }),
  };
  const thinking = retrievingBrain(brain, ["en"], facts, meanings, clock);
  const asked = all(thinking.think({ ...request, callerSaid: "Zzyzx?" }, noAbort()));
  await Promise.resolve();
  expect(given).toEqual([]);
  answer([1, 0]);
  await asked;
  expect(given).toEqual([["faq.q7"]]);

  const late = retrievingBrain(brain, ["en"], facts, { ...meanings, embed: nothing.embed }, clock);
  const again = all(late.think({ ...request, callerSaid: "Zzyzx?" }, noAbort()));
  await Promise.resolve();
  expect(given).toHaveLength(1);
  pass(150);
  await again;
  expect(given).toHaveLength(2);
});

test("what goes on with a question is given the facts of the turn before", async () => {
  const { given, brain } = model();
  const thinking = retrievingBrain(
    brain,
    ["en"],
    facts,
    { ...nothing, embed: () => Promise.reject(new Error()) },
    stillClock().clock,
  );
  const before = { callerSaid: "x", tool: null, input: '{"facts":["faq.q33"]}', heard: "", result: "" };
  await all(thinking.think({ ...request, turn: 2, history: [before], callerSaid: "And after that?" }, noAbort()));
  expect(given[0]).toContain("faq.q33");
});

test("a business whose facts fit costs nothing: the model is the model", () => {
  const { brain } = model();
  expect(retrievingBrain(brain, ["en"], promptFactsOf(small, "2026-11-23"), nothing, stillClock().clock)).toBe(brain);
});
