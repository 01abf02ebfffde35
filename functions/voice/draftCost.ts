import type { Usage } from "../shared/callRecord";

type BrainUsage = Pick<Usage, "inputTokens" | "cachedTokens" | "outputTokens">;

/** What drafts cost that were thrown away: a model that is stopped bills what it read and wrote, and does not say how much. */
export interface DraftCost {
  /** A request was stopped after it had written so many characters. */
  stopped(writtenCharacters: number): void;
  /** What a request used that was not stopped, and what the stopped ones before it did: they read what it read. */
  with(usage: BrainUsage): BrainUsage;
}

/** Roughly, of a tool's input in JSON. */
const charactersPerToken = 4;

/** The cost of one call's drafts. Those after the last request that came to its end stay uncounted. */
export function draftCost(): DraftCost {
  let requests = 0;
  let outputTokens = 0;
  return {
    stopped(writtenCharacters) {
      requests += 1;
      outputTokens += Math.ceil(writtenCharacters / charactersPerToken);
    },
    with(usage) {
      const all = {
        inputTokens: usage.inputTokens * (requests + 1),
        cachedTokens: usage.cachedTokens * (requests + 1),
        outputTokens: usage.outputTokens + outputTokens,
      };
      requests = 0;
      outputTokens = 0;
      return all;
    },
  };
}
