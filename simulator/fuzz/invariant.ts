import type { PlayedCall } from "./playRandomCall";

/** What holds of every call, whoever calls and whatever fails. */
export interface Invariant {
  /** What holds, in a sentence. */
  readonly name: string;
  /** Where it does not hold, a line each. */
  broken(played: PlayedCall): readonly string[];
}
