import type { Fact } from "../../shared/knowledge";
import { lexiconFor } from "../truthGate/vocabularies";

/** Facts in memory, to be sought by the words in which a caller asks, and by what those mean. */
export interface FactIndex {
  add(facts: readonly Fact[]): void;
  /**
   * The facts that fit best, the best first.
   *
   * @param meaning the question's embedding, of length 1; null where there is none yet.
   */
  seek(words: string, meaning: readonly number[] | null, most: number): Sought;
  /** Takes the facts' embeddings, by fact id, each of length 1. Before that facts are sought by words alone. */
  learn(meanings: ReadonlyMap<string, readonly number[]>): void;
}

export interface Sought {
  readonly facts: readonly Fact[];
  /** How much of what the question asks stands in one fact, 0 to 1, by words alone. */
  readonly covered: number;
}

/** The usual constants of BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009). */
const saturation = 1.2;
const lengthWeight = 0.75;
/** The usual constant of reciprocal rank fusion (Cormack, Clarke and Büttcher, 2009): how little the first places stand out. */
const rankFlatness = 60;
/** Facts that mean something else than the question come no nearer than this. */
const leastSimilarity = 0.2;

interface Posting {
  readonly at: number;
  readonly count: number;
}

/** An index without facts. @param languages BCP 47, of the business; words are compared by their stems in the one that they are in. */
export function factIndex(languages: readonly string[]): FactIndex {
  const facts: Fact[] = [];
  const postings = new Map<string, Posting[]>();
  const lengths: number[] = [];
  const keysOf = keyReader(languages);
  let wholeLength = 0;
  let meanings: ReadonlyMap<string, readonly number[]> = new Map();

  const rarity = (found: number) => Math.log(1 + (facts.length - found + 0.5) / (found + 0.5));

  function byWords(words: string): { readonly ranked: readonly number[]; readonly covered: number } {
    // "How much is it for": what a question is made of tells nothing where no fact has it.
    const { askable } = lexiconFor(words, languages);
    const plain = new Set(
      keysOf((words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => askable.has(word)).join(" ")),
    );
    const keys = [...new Set(keysOf(words))].filter((key) => postings.has(key) || !plain.has(key));
    const scores = new Map<number, number>();
    const meanLength = wholeLength / Math.max(1, facts.length);
    const coverage = new Map<number, number>();
    let asked = 0;
    for (const key of keys) {
      const found = postings.get(key) ?? [];
      const rare = rarity(found.length);
      asked += rare;
      for (const { at, count } of found) {
        const length = 1 - lengthWeight + (lengthWeight * (lengths[at] ?? 0)) / meanLength;
        const score = (rare * count * (saturation + 1)) / (count + saturation * length);
        scores.set(at, (scores.get(at) ?? 0) + score);
        coverage.set(at, (coverage.get(at) ?? 0) + rare);
      }
    }
    const ranked = [...scores].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b).map(([at]) => at);
    const best = Math.max(0, ...ranked.slice(0, 3).map((at) => coverage.get(at) ?? 0));
    return { ranked, covered: asked === 0 ? 0 : best / asked };
  }

  function byMeaning(meaning: readonly number[], most: number): readonly number[] {
    const near: { readonly at: number; readonly similarity: number }[] = [];
    for (const [at, { id }] of facts.entries()) {
      const known = meanings.get(id);
      if (known === undefined) continue;
      const similarity = product(meaning, known);
      if (similarity >= leastSimilarity) near.push({ at, similarity });
    }
    return near
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, most)
      .map(({ at }) => at);
  }

  return {
    add(more) {
      for (const fact of more) {
        const at = facts.length;
        const keys = keysOf(`${fact.text} ${fact.id.slice(fact.id.indexOf(".") + 1)}`);
        for (const [key, count] of counted(keys)) {
          const list = postings.get(key);
          if (list === undefined) postings.set(key, [{ at, count }]);
          else list.push({ at, count });
        }
        facts.push(fact);
        lengths.push(keys.length);
        wholeLength += keys.length;
      }
    },
    seek(words, meaning, most) {
      const { ranked, covered } = byWords(words);
      const lists = [ranked.slice(0, most), ...(meaning === null ? [] : [byMeaning(meaning, most)])];
      const fused = new Map<number, number>();
      for (const list of lists)
        for (const [rank, at] of list.entries()) fused.set(at, (fused.get(at) ?? 0) + 1 / (rankFlatness + rank));
      const best = [...fused].sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || a - b).slice(0, most);
      return { facts: best.flatMap(([at]) => facts[at] ?? []), covered };
    },
    learn(learnt) {
      meanings = learnt;
    },
  };
}

/** Reads the words of a text that say something, by their stems. Each word is looked up once: facts repeat them. */
function keyReader(languages: readonly string[]): (text: string) => string[] {
  const known = new Map<string, string | null>();
  return (text) => {
    const lexicon = lexiconFor(text, languages);
    const keys: string[] = [];
    for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
      const place = `${lexicon.vocabulary.code} ${word}`;
      let key = known.get(place);
      if (key === undefined) {
        key = lexicon.neutral.has(word) ? null : lexicon.keyOf(word);
        known.set(place, key);
      }
      if (key !== null) keys.push(key);
    }
    return keys;
  };
}

function counted(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
