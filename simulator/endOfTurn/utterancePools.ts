import type { Random } from "../sound/noiseSamples";
import type { Choose, UtteranceKind } from "./utterances";
import { englishPool } from "./utterancesEnglish";
import { frenchPool } from "./utterancesFrench";

/** The utterances of one language. */
export interface Pool {
  /** A text with its pauses written in braces, and what the agent asked before it. */
  make(kind: UtteranceKind, choose: Choose, random: Random): { readonly text: string; readonly asked: string | null };
}

export const pools: Readonly<Record<"en-US" | "fr-FR", Pool>> = { "en-US": englishPool, "fr-FR": frenchPool };
