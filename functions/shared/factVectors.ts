import { createHash } from "node:crypto";
import type { Fact } from "./knowledge";

/** A fact's embedding, of length 1. */
export interface FactVector {
  /** See `factVectorKey`. */
  readonly key: string;
  readonly values: readonly number[];
  readonly text: string;
}

/** The vectors of a business's facts. */
export interface FactVectors {
  keys(): Promise<readonly string[]>;
  /** Every vector by its key. */
  all(): Promise<ReadonlyMap<string, readonly number[]>>;
  put(vectors: readonly FactVector[]): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** The key of a fact's vector: its id and a hash of its text, so that a fact that was changed has another. */
export function factVectorKey({ id, text }: Fact): string {
  return `${id}#${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}
