import type { Item } from "./readText";

/** What is asked of a fact: a clause, with what stands around it, and what a fact gives for it. */

/** A clause whose words must stand in a fact. */
export interface Ask {
  readonly segment: readonly Item[];
  /** The sentence that the clause is a part of. */
  readonly sentence: readonly Item[];
  /** Words that claim nothing here: the names of the business, of people. */
  readonly known: ReadonlySet<string>;
  /** Words of the vocabulary that are safe in a question are safe here. */
  readonly isAsking: boolean;
  /** What is given back to the caller as theirs. */
  readonly given?: ReadonlySet<Item>;
  /** The words of the caller's question. */
  readonly asked?: ReadonlySet<string>;
}

/** What supports a clause, or why nothing does. */
export type Support =
  | {
      readonly by: readonly string[];
      readonly keys: ReadonlySet<string>;
      readonly isAskedOnly: boolean;
      readonly opener: readonly string[];
    }
  | { readonly why: string };

/** Where a word or a figure of a clause stands: in the statement itself, only in what the fact is about, or why in neither. */
export type Where = "own" | "topic" | { readonly why: string };
