import { factsOf } from "../../shared/facts";
import type { Fact, Knowledge } from "../../shared/knowledge";

/** What the model reads of a business's facts. */
export interface PromptFacts {
  /** Stand in every prompt, so that Bedrock can keep them. */
  readonly always: readonly Fact[];
  /** Come with the question that they fit, whole; empty where all stand in the prompt. */
  readonly sought: readonly Fact[];
}

/** Above this, estimated at four characters a token, a prompt costs more and answers later than seeking does. */
const mostTokens = 15_000;
const charactersPerToken = 4;

/**
 * The facts of a day, parted by how much a prompt holds: all of them, or the business, its hours and every price, and the rest to be
 * sought. Of a business with too many prices even for that, as many as there is room for; the rest is sought like everything else.
 *
 * @param date the business's ISO date.
 */
export function promptFactsOf(knowledge: Knowledge, date: string): PromptFacts {
  const all = factsOf(knowledge, date);
  if (tokensOf(all) <= mostTokens) return { always: all, sought: [] };
  const priced = factsOf(
    { ...knowledge, faqs: [], services: knowledge.services.map((each) => ({ ...each, about: null })) },
    date,
  );
  const always: Fact[] = [];
  let room = mostTokens * charactersPerToken;
  for (const fact of priced) {
    room -= lengthOf(fact);
    if (room < 0 && fact.id.startsWith("service.")) break;
    always.push(fact);
  }
  const whole = new Set(always.map(({ text }) => text));
  return { always, sought: all.filter(({ id, text }) => /^(service|faq)\./.test(id) && !whole.has(text)) };
}

function tokensOf(facts: readonly Fact[]): number {
  return facts.reduce((sum, fact) => sum + lengthOf(fact), 0) / charactersPerToken;
}

function lengthOf({ id, text }: Fact): number {
  return id.length + text.length + 4;
}
