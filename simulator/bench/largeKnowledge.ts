import type { Knowledge } from "../../functions/shared/knowledge";
import { parseKnowledge } from "../../functions/shared/knowledgeFile";
import { playCaller } from "../caller";
import { virtualClock } from "../clock";
import { simulatedCall } from "../playScriptedCall";
import { readScriptedCall } from "../readScriptedCall";
import type { ScriptedCall } from "../scriptedCall";
import { simulateCall } from "../simulateCall";
import { businessStores } from "../stores/businessStores";
import { callVoices } from "../voices";
import type { Benchmark, Figure } from "./benchmark";
import { percentile } from "./percentile";

const rounds = 9;
const fewFacts = 20;
const manyFacts = 1_000;
/** What a caller may wait longer for the greeting, and for an answer. */
const mostStartMs = 150;
const mostTurnMs = 5;

const things = "oak ash elm yew fir pine lime plum pear fig rose iris lily fern moss sage mint dill leek kale".split(
  " ",
);
const works = "repair polish rental delivery storage".split(" ");

/** What a file of a thousand facts costs a caller beside one of twenty: at the start of a call, and in a turn. */
export const largeKnowledge: Benchmark = {
  name: "large-knowledge",
  about: "a call to a business of a thousand facts against the same call to one of twenty",
  async measure({ tell }) {
    tell(`large-knowledge: the same call to two businesses in turns, ${rounds + 1} times`);
    const call = sixQuestions();
    const pairs: { readonly few: Taken; readonly many: Taken }[] = [];
    // The first time, code is loaded and compiled.
    for (let round = 0; round <= rounds; round += 1) {
      const pair = { few: await taken(call, nursery(fewFacts)), many: await taken(call, nursery(manyFacts)) };
      if (round > 0) pairs.push(pair);
    }
    const median = (values: readonly number[]) => percentile(values, 0.5);
    const figure = (name: string, of: (each: Taken) => number, atMost: number): Figure => ({
      name,
      value: median(pairs.map(({ few, many }) => of(many) - of(few))),
      unit: "ms",
      against: `the same with ${fewFacts} facts`,
      limit: { atMost },
      measured: {
        fewFactsMs: median(pairs.map(({ few }) => of(few))),
        manyFactsMs: median(pairs.map(({ many }) => of(many))),
      },
    });
    return [
      figure("call start with 1,000 facts, longer by", ({ startMs }) => startMs, mostStartMs),
      figure("turn with 1,000 facts, longer by", ({ turnMs }) => turnMs, mostTurnMs),
    ];
  },
};

/** What the processor worked, ms: to the first word of the greeting, and for the middle one of the turns from question to answer. */
interface Taken {
  readonly startMs: number;
  readonly turnMs: number;
}

/** Plays the call to a business that nobody has called before. On the virtual clock only work takes real time. */
async function taken(call: ScriptedCall, knowledge: Knowledge): Promise<Taken> {
  const decide = () => ({ tool: "end_call", input: { reply: "Goodbye." } });
  const settings = { line: "duplex", column: "best", seed: 1, decide } as const;
  const clock = virtualClock(call.startMs);
  const voices = callVoices("symbols", clock);
  const turns: number[] = [];
  let startMs: number | null = null;
  let askedAtMs: number | null = null;
  const begunAtMs = workedMs();
  await clock.run(
    simulateCall(
      simulatedCall(call, knowledge, settings, 0),
      { clock, voices, stores: businessStores() },
      (phone, floor) => playCaller(call.steps, phone, floor, clock, voices.caller),
      (seen) => {
        if (seen.type !== "event") return;
        const nowMs = workedMs();
        for (const { type } of seen.effects) {
          if (type === "think") askedAtMs = nowMs;
          if (type === "makeSpeech" && askedAtMs !== null) {
            turns.push(nowMs - askedAtMs);
            askedAtMs = null;
          }
          if (type === "play") startMs ??= nowMs - begunAtMs;
        }
      },
    ),
  );
  if (startMs === null || turns.length === 0) throw new Error("the benchmark's call was not answered");
  return { startMs, turnMs: percentile(turns, 0.5) };
}

/** The processor's time for this process, ms: whatever else the machine does meanwhile is not in it. */
function workedMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

function thing(index: number): string {
  return `${things[index % 20]} ${works[Math.floor(index / 20) % 5]} ${Math.floor(index / 100) + 1}`;
}

/** A business of so many facts, half of them services and half questions. */
function nursery(facts: number): Knowledge {
  const each = (line: (index: number) => string) =>
    Array.from({ length: facts / 2 }, (_, index) => line(index)).join("\n");
  const text = `
business: { name: Kit, timezone: Europe/Dublin, phone: "+35315550100" }
hours: { monday: 09:00-17:00 }
services:
${each((index) => `  - { id: s${index}, name: "${thing(index)}", price: €${index + 10}, minutes: 30, about: "Done by hand in the ${things[(index + 7) % 20]} shed behind the house, in any weather." }`)}
faqs:
${each((index) => `  - { id: q${index}, question: "Is ${thing(index)} guaranteed in winter?", answer: "Yes, for ${index + 2} weeks from the day on which it was done, if it is kept dry." }`)}
`;
  return parseKnowledge(text, "nursery");
}

/** Questions that both businesses answer, with the model's answers, so that only the program is measured. */
function sixQuestions(): ScriptedCall {
  const asked = [2, 5, 7, 3, 9, 4];
  const script = `
at: 2026-11-23T10:00:00+00:00
from: "+353871230001"
caller:
${asked.map((index) => `  - says: How much is ${thing(index)}?`).join("\n")}
  - hangsUp: true
brain:
${asked.map((index) => `  - { tool: answer_from_knowledge, input: { facts: [service.s${index}], sure: true, reply: "It is €${index + 10}." } }`).join("\n")}
`;
  const { call, errors } = readScriptedCall(script, "sixQuestions", () => {
    throw new Error("no recording is played");
  });
  if (call === null) throw new Error(errors.join("\n"));
  return call;
}
