import type { Knowledge } from "../../functions/shared/knowledge";
import type { ScriptedCall } from "../scriptedCall";

/** Something worth measuring. A new one is a file of its own and a line in `benchmarks.ts`. */
export interface Benchmark {
  /** As a person asks for it on the command line. */
  readonly name: string;
  /** What is measured, a line. */
  readonly about: string;
  /** Measures; what is compared with one another is measured in turns, so that a busy machine is busy for both. */
  measure(place: BenchPlace): Promise<readonly Figure[]>;
}

/** What a benchmark finds around it. */
export interface BenchPlace {
  /** The folder of the project, absolute. */
  readonly root: string;
  /** Builds a function and gives its file, absolute. */
  readonly bundleOf: (functionName: string) => string;
  /** The scripted calls of the project. */
  readonly calls: readonly { readonly call: ScriptedCall; readonly knowledge: Knowledge }[];
  /** A line for whoever waits. */
  readonly tell: (line: string) => void;
}

/** What was measured: a ratio or a difference against a peer or a limit of the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "times";
  /** What `value` was measured against. */
  readonly against: string;
  /** Null where the figure is only told. */
  readonly limit: Limit | null;
  /** What the figure was made of, by name; units in the names. */
  readonly measured: Readonly<Record<string, number>>;
}

export type Limit = { readonly atMost: number } | { readonly atLeast: number };

/** Whether a figure keeps its limit; true where it has none. */
export function isKept({ value, limit }: Pick<Figure, "value" | "limit">): boolean {
  if (limit === null) return true;
  return "atMost" in limit ? value <= limit.atMost : value >= limit.atLeast;
}
