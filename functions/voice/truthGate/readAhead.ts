import type { Fact, Knowledge } from "../../shared/knowledge";
import { inPortions } from "../inPortions";
import type { Clock } from "../ports";
import { evidenceOf } from "./evidence";
import { lexiconFor } from "./vocabularies";

/** Of a business with more facts only the names of its services are read: the rest when a reply cites it. */
const mostReadWhole = 100;
/** The greeting is under way by then; a portion takes a few milliseconds, which nobody hears. */
const portions = { size: 4, afterMs: 500 } as const;

/** Reads what the gate will need while the greeting is heard, so that the first reply does not wait for it. */
export function readAhead(knowledge: Knowledge, facts: readonly Fact[], clock: Clock): void {
  const lexicons = new Set(knowledge.business.languages.map((language) => lexiconFor("", [language])));
  for (const lexicon of lexicons) {
    const read = (id: number) => {
      const evidence = evidenceOf(knowledge, facts, lexicon)[id];
      return facts.length <= mostReadWhole ? evidence?.statements : evidence?.name;
    };
    inPortions([...facts.keys()], portions, (some) => some.forEach(read), clock);
  }
}
