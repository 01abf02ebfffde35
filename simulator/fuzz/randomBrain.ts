import type { Knowledge } from "../../functions/shared/knowledge";
import type { BrainEntry } from "../scriptedCall";
import type { Chance } from "./chance";

const long =
  "Let me tell you all about it, because there is a lot to say. First, we look at what you need. Then, we find the people who know best. After that, we agree on a day, and we write to you. And if anything is unclear, you just call again, and we start from the beginning";

/** What the model answers instead of the offline brain: true, untrue, endless, malformed. None in most calls. */
export function randomBrain(chance: Chance, knowledge: Knowledge): readonly BrainEntry[] {
  if (chance.is(0.55)) return [];
  return Array.from({ length: chance.whole(1, 4) }, () => randomEntry(chance, knowledge));
}

function randomEntry(chance: Chance, { services, faqs }: Knowledge): BrainEntry {
  const faq = chance.pick(faqs);
  const service = chance.pick(services);
  const answer = (reply: string, facts: readonly string[] = [`faq.${faq.id}`], sure = true): BrainEntry => ({
    tool: "answer_from_knowledge",
    input: { facts, sure, reply },
  });
  const booking = (input: Record<string, unknown>): BrainEntry => ({
    tool: "book_appointment",
    input: { service: null, start: null, name: null, confirmed: false, reply: "Which day suits you?", ...input },
  });
  return chance.pick<() => BrainEntry>([
    () => answer(faq.answer),
    () => answer(`${faq.answer} ${faq.answer}`),
    () => answer(`${long}.`),
    () => answer("Okay."),
    () => answer(""),
    () => answer("It costs $999.", [`service.${service.id}`]),
    () => answer(faq.answer, ["faq.none"]),
    () => answer(faq.answer, [`faq.${faq.id}`], false),
    () => answer("What do you mean?", []),
    () => ({ tool: "answer_from_knowledge", input: { reply: faq.answer } }),
    () => ({ tool: "answer_from_knowledge", input: { facts: "none", sure: "yes", reply: 7 } }),
    () => ({ tool: "order_pizza", input: { reply: "Coming up." } }),
    () => ({ tool: "transfer_to_human", input: { reason: "asked", reply: "One moment." } }),
    () => ({ tool: "transfer_to_human", input: {} }),
    () => ({ tool: "end_call", input: { reply: "Thank you, and goodbye." } }),
    () => ({ tool: "end_call", input: { reply: "" } }),
    () => booking({}),
    () => booking({ service: service.id, start: "2026-11-30T10:30" }),
    () => booking({ service: service.id, start: "2026-11-30T10:30", name: "Jordan Lee" }),
    () => booking({ service: service.id, start: "2026-11-30T10:30", name: "Jordan Lee", confirmed: true }),
    () => booking({ service: service.id, start: "noon", name: "Jordan Lee" }),
    () => booking({ change: "cancel" }),
    () => booking({ change: "move", start: "2026-11-30T11:30" }),
  ])();
}
