import { type FactVectors, factVectorKey } from "../../shared/factVectors";
import type { Fact } from "../../shared/knowledge";
import type { Meanings } from "./retrievingBrain";

/**
 * Meanings of facts as they are stored. What was loaded once is kept for all calls of a container, until a fact is asked for that was
 * not there.
 */
export function storedMeanings(
  vectors: Pick<FactVectors, "all">,
  embed: Meanings["embed"],
): (facts: readonly Fact[]) => Meanings {
  let known: ReadonlyMap<string, readonly number[]> = new Map();
  return (facts) => ({
    embed,
    async load() {
      const keys = facts.map((fact) => [fact.id, factVectorKey(fact)] as const);
      if (keys.some(([, key]) => !known.has(key))) known = await vectors.all();
      return new Map(keys.flatMap(([id, key]) => (known.has(key) ? [[id, known.get(key) ?? []]] : [])));
    },
  });
}
