import type { Knowledge } from "../../functions/shared/knowledge";

/** More than a prompt holds: see `functions/voice/retrieval/promptFacts.ts`. */
const questions = 500;
const things = ["towel", "voucher", "locker", "umbrella", "magazine", "lamp", "mirror", "basket"];

const made = new Map<Knowledge, Knowledge>();

/** The same business with so many answers that those which fit a question are sought. */
export function withManyFacts(knowledge: Knowledge): Knowledge {
  const known = made.get(knowledge);
  if (known !== undefined) return known;
  const more = Array.from({ length: questions }, (_, index) => {
    const thing = `${things[index % things.length]} of shelf ${index}`;
    return {
      id: `thing${index}`,
      question: `Where do I find the ${thing}?`,
      answer: `The ${thing} is in the back room, on the left, next to the door; ask whoever is at the desk for it.`,
      until: null,
    };
  });
  const large = { ...knowledge, faqs: [...knowledge.faqs, ...more] };
  made.set(knowledge, large);
  return large;
}
