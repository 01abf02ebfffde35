import type { Knowledge } from "../../functions/shared/knowledge";
import type { Step } from "../scriptedCall";
import type { Chance } from "./chance";

/** What a caller does without regard to whose turn it is, ms from the answer. */
export interface Disturbance {
  readonly atMs: number;
  readonly act:
    | { readonly type: "says"; readonly text: string }
    | { readonly type: "coughs"; readonly lengthMs: number }
    | { readonly type: "hums"; readonly text: string }
    | { readonly type: "presses"; readonly key: string }
    | { readonly type: "hangsUp" };
}

const everyday = [
  "What are your hours on Saturday?",
  "Can I book a haircut for tomorrow at ten thirty?",
  "My name is Jordan Lee.",
  "Yes, please.",
  "No.",
  "No, thank you. Goodbye.",
  "I would like",
  "and also",
  "my number is five five five, one two three four",
  "J, O, R, D, A, N",
  "jordan at example dot com",
  "Hello?",
  "So, um, I was wondering whether, well, you know, next week would be possible for the two of us at all",
  "Are you a robot?",
  "Cancel my appointment.",
  "Do you sell unicorns?",
];
const forAPerson = ["Representative.", "I want to talk to a person.", "Human, please!"];
const interruptions = [
  "Wait, what about Sunday?",
  "Stop.",
  "No, no, I meant Tuesday",
  "Actually, never mind",
  "Sorry?",
];
const hums = ["uh-huh", "mm-hmm", "yeah", "okay", "right"];

/** What the caller does step by step, seen from the conversation. */
export function randomSteps(chance: Chance, knowledge: Knowledge): readonly Step[] {
  const steps: Step[] = [];
  const count = chance.whole(0, 5);
  for (let index = 0; index < count; index += 1) steps.push(randomStep(chance, knowledge));
  if (chance.is(0.3)) steps.push({ type: "hangsUp", afterWordsMs: chance.is(0.5) ? null : chance.whole(0, 3000) });
  return steps;
}

function randomStep(chance: Chance, knowledge: Knowledge): Step {
  const dice = chance.whole(1, 100);
  const afterMs = chance.is(0.5) ? null : chance.whole(0, 2500);
  const lateMs = chance.whole(0, 3000);
  if (dice <= 48) return { type: "says", text: randomWords(chance, knowledge), afterMs };
  if (dice <= 66) return { type: "interrupts", text: chance.pick(interruptions), afterMs };
  if (dice <= 76)
    return { type: "coughs", lengthMs: chance.whole(2, 45) * 20, afterMs: chance.is(0.6) ? lateMs : null };
  if (dice <= 86) return { type: "hums", text: chance.pick(hums), afterMs: chance.is(0.6) ? lateMs : null };
  if (dice <= 92) return { type: "waits", forMs: chance.whole(0, 12_000) };
  return { type: "presses", keys: chance.pick(["0", "1", "5", "#", "12"]), afterMs: chance.is(0.5) ? lateMs : null };
}

function randomWords(chance: Chance, knowledge: Knowledge): string {
  if (chance.is(0.4)) {
    const questions = [
      ...knowledge.faqs.map(({ question }) => question),
      ...knowledge.services.map(({ name }) => `How much is ${name}?`),
    ];
    return chance.pick(questions);
  }
  return chance.is(0.08) ? chance.pick(forAPerson) : chance.pick(everyday);
}

/** What happens at the caller's end at any moment. None in most calls. */
export function randomDisturbances(chance: Chance): readonly Disturbance[] {
  if (chance.is(0.6)) return [];
  return Array.from({ length: chance.whole(1, 6) }, () => ({ atMs: chance.whole(0, 40_000), act: randomAct(chance) }));
}

function randomAct(chance: Chance): Disturbance["act"] {
  const dice = chance.whole(1, 100);
  if (dice <= 40) return { type: "coughs", lengthMs: chance.whole(1, 100) * 20 };
  if (dice <= 65) return { type: "hums", text: chance.pick(hums) };
  if (dice <= 85) return { type: "says", text: chance.pick([...everyday, ...interruptions, ...forAPerson]) };
  if (dice <= 94) return { type: "presses", key: chance.pick(["0", "3", "*"]) };
  return { type: "hangsUp" };
}
