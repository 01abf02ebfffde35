import { inPortions } from "../inPortions";
import type { Brain, BrainPiece, BrainRequest, Clock } from "../ports";
import { factIndex } from "./factIndex";
import type { PromptFacts } from "./promptFacts";

/** Where facts' embeddings come from. Both may fail: then facts are sought by their words alone. */
export interface Meanings {
  /** The embedding of what a caller said, of length 1. */
  embed(text: string): Promise<readonly number[]>;
  /** The embeddings of the business's facts by fact id, as they are stored; those of facts that have changed since are left out. */
  load(): Promise<ReadonlyMap<string, readonly number[]>>;
}

/** So many facts come with a question; twenty are about a thousand tokens, which cost the model no time that a caller hears. */
const mostFacts = 20;
/** What covers as much of a question as this is asked about at once; below, the question's meaning is waited for. */
const enoughCovered = 0.5;
/** The greeting is under way by then; a portion takes a millisecond. */
const portions = { size: 40, afterMs: 300 } as const;
/** An embedding takes some 100 ms (Titan Text Embeddings V2, believed). */
const meaningWithinMs = 150;
/** Of the turns before, so many say what a short question goes on with. */
const turnsBefore = 2;

/**
 * A model that is given, with each question, the facts that fit it, where a business has more than its prompt holds; else the model
 * as it is. A question's embedding is asked for with its first draft, while the caller may still be speaking, and nobody waits for it
 * where the question's own words stand in a fact: then the request goes out at once, a millisecond later than without.
 *
 * @param languages BCP 47, of the business.
 */
export function retrievingBrain(
  brain: Brain,
  languages: readonly string[],
  { sought }: PromptFacts,
  meanings: Meanings,
  clock: Clock,
): Brain {
  if (sought.length === 0) return brain;
  const index = factIndex(languages);
  const read = inPortions(sought, portions, index.add, clock);
  meanings.load().then(index.learn, () => undefined);
  let known: { readonly turn: number; readonly meaning: readonly number[] } | null = null;

  /** Goes on where a draft is thrown away: the words that follow mean nearly the same. */
  async function meaningOf({ turn, callerSaid }: BrainRequest): Promise<void> {
    const meaning = await meanings.embed(callerSaid);
    known = { turn, meaning };
  }

  async function* think(request: BrainRequest, signal: AbortSignal): AsyncIterable<BrainPiece> {
    const asked = meaningOf(request).catch(() => undefined);
    read();
    const words = [...request.history.slice(-turnsBefore).map(({ callerSaid }) => callerSaid), request.callerSaid];
    const seek = () => index.seek(request.callerSaid, known?.turn === request.turn ? known.meaning : null, mostFacts);
    let best = seek();
    if (best.covered < enoughCovered && known?.turn !== request.turn) {
      await withinTime(asked, clock);
      best = seek();
    }
    if (signal.aborted) return;
    const more = best.covered < enoughCovered ? index.seek(words.join(" "), null, mostFacts).facts : [];
    const cited = citedBefore(request);
    const facts = [...best.facts, ...more, ...sought.filter(({ id }) => cited.has(id))];
    yield* brain.think({ ...request, facts: [...new Set(facts)].slice(0, mostFacts * 2) }, signal);
  }
  return { ...brain, think };
}

/** What the last replies rested on: a caller goes on asking about it. */
function citedBefore({ history }: BrainRequest): ReadonlySet<string> {
  return new Set(
    history
      .slice(-turnsBefore)
      .flatMap(({ input }) => [...input.matchAll(/"((?:service|faq)\.[^"]+)"/g)].map(([, id = ""]) => id)),
  );
}

function withinTime(asked: Promise<void>, clock: Clock): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(meaningWithinMs, resolve);
    void asked.then(() => {
      cancel();
      resolve();
    });
  });
}
