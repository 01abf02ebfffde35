import type { Fact } from "../../functions/shared/knowledge";
import type { Meanings } from "../../functions/voice/retrieval/retrievingBrain";
import type { SimClock } from "../clock";
import { clientRequest, type FaultPlan, pause } from "./faults";

/** As the stack asks Titan for. */
const dimensions = 256;
/** As long as Titan is believed to take. */
const embedMs = 100;

/**
 * A stand-in for a model of embeddings: each word is thrown to some places of the vector, so that texts with words in common are near one
 * another.
 */
export function wordEmbedding(text: string, size: number = dimensions): readonly number[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const embedding = new Array<number>(size).fill(0);
  for (const word of words) {
    for (let salt = 1; salt <= 4; salt += 1) {
      const place = hashOf(word, salt) % size;
      embedding[place] = (embedding[place] ?? 0) + (hashOf(word, -salt) % 2 === 0 ? 1 : -1);
    }
  }
  const length = Math.hypot(...embedding) || 1;
  return embedding.map((value) => value / length);
}

/** The embeddings of a business's facts, as its deployment has stored them, and of what its callers say. */
export function wordMeanings(facts: readonly Fact[], clock: SimClock, faults: FaultPlan): Meanings {
  return {
    // No request of a call's model: what goes wrong with that is counted without it.
    async embed(text) {
      await pause(clock, embedMs);
      return wordEmbedding(text);
    },
    load: () =>
      clientRequest(
        faults,
        "s3vectors",
        clock,
        embedMs,
        async () => new Map(facts.map(({ id, text }) => [id, wordEmbedding(text)])),
      ),
  };
}

/** FNV-1a. */
function hashOf(word: string, salt: number): number {
  let hash = 2_166_136_261 ^ salt;
  for (const character of word) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16_777_619);
  return hash >>> 0;
}
