import { readFileSync } from "node:fs";
import path from "node:path";
import { type Random, seededRandom } from "../sound/noiseSamples";
import { pools } from "./utterancePools";

/** What somebody says in one go, with the pauses that they make inside it. */
export interface PausedUtterance {
  readonly kind: UtteranceKind;
  /** BCP 47. */
  readonly language: "en-US" | "fr-FR";
  /** What the agent said just before; null where the caller speaks up by themselves. */
  readonly asked: string | null;
  readonly pieces: readonly Piece[];
}

export interface Piece {
  readonly text: string;
  /** Silence before it; 0 for the first. */
  readonly pauseMs: number;
}

export const utteranceKinds = [
  "spelling",
  "phoneNumber",
  "hesitation",
  "conjunction",
  "date",
  "email",
  "address",
  "twoSentences",
  "afterthought",
] as const;
export type UtteranceKind = (typeof utteranceKinds)[number];

/**
 * Two sets from different halves of the same pools: what one is tuned on, the other has never been seen by. The third was written by
 * hand, by somebody who knew neither the pools nor the rules.
 */
export type UtteranceSet = "tuning" | "heldOut" | "handWritten";

/** Frozen before anything was tuned. */
const seeds: Readonly<Record<UtteranceSet, number>> = {
  tuning: 20_261_120,
  heldOut: 417_290_311,
  handWritten: 77,
};

/**
 * Pauses are log-normal. A pause is written into a text by a letter in braces: `{g}` between the groups of a number, `{l}` between
 * letters, `{w}` where words are looked for, `{c}` between clauses, `{s}` between sentences.
 */
const pauses: Readonly<Record<string, PauseShape>> = {
  g: { medianMs: 380, spread: 0.4, leastMs: 160, mostMs: 900 },
  l: { medianMs: 260, spread: 0.45, leastMs: 120, mostMs: 800 },
  w: { medianMs: 600, spread: 0.4, leastMs: 250, mostMs: 1400 },
  c: { medianMs: 320, spread: 0.45, leastMs: 140, mostMs: 900 },
  s: { medianMs: 450, spread: 0.35, leastMs: 200, mostMs: 900 },
};

interface PauseShape {
  readonly medianMs: number;
  readonly spread: number;
  readonly leastMs: number;
  readonly mostMs: number;
}

/** How often an utterance is written without any punctuation or capitals, as some recognisers do. */
const plainShare = 0.35;
const frenchShare = 0.15;

/** `count` utterances, the same for a set and count; kinds come in turns. Of those written by hand all there are, and no more. */
export function pausedUtterances(set: UtteranceSet, count: number): PausedUtterance[] {
  const random = seededRandom(seeds[set]);
  if (set === "handWritten")
    return handWritten()
      .slice(0, count)
      .map(({ text, ...told }) => ({ ...told, pieces: piecesOf(text, random) }));
  return Array.from({ length: count }, (_, index) => {
    const kind = utteranceKinds[index % utteranceKinds.length] ?? "hesitation";
    return pausedUtterance(kind, set, random);
  });
}

/** Texts with their pauses in braces, as the pools make them. */
function handWritten(): (Omit<PausedUtterance, "pieces"> & { readonly text: string })[] {
  return JSON.parse(readFileSync(path.join(__dirname, "handWritten.json"), "utf8"));
}

function pausedUtterance(kind: UtteranceKind, set: "tuning" | "heldOut", random: Random): PausedUtterance {
  const language = random() < frenchShare ? "fr-FR" : "en-US";
  const pool = pools[language];
  const { text, asked } = pool.make(kind, chooser(set, random), random);
  const isPlain = random() < plainShare;
  // Marks stand at their word, as a recogniser writes them.
  const written = text.replace(/\s+(?=[?!])/g, "");
  return { kind, language, asked, pieces: piecesOf(isPlain ? plain(written) : written, random) };
}

/** Chooses from the half of a list that belongs to the set. */
export type Choose = <T>(list: readonly T[]) => T;

function chooser(set: "tuning" | "heldOut", random: Random): Choose {
  return (list) => {
    const half = list.filter((_, index) => index % 2 === (set === "tuning" ? 0 : 1));
    const from = half.length > 0 ? half : list;
    const chosen = from[Math.floor(random() * from.length)];
    if (chosen === undefined) throw new Error("nothing to choose from");
    return chosen;
  };
}

/** As a recogniser without punctuation writes it. */
function plain(text: string): string {
  return text
    .replace(/[.,?!…]+(?=\s|$|\{)/g, "")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

function piecesOf(text: string, random: Random): Piece[] {
  const parts = text.split(/\{(\w)\}/);
  const pieces: Piece[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const words = (parts[index] ?? "").trim();
    if (words === "") continue;
    const shape = index === 0 ? undefined : pauses[parts[index - 1] ?? ""];
    pieces.push({ text: words, pauseMs: shape === undefined || pieces.length === 0 ? 0 : pauseMs(shape, random) });
  }
  return pieces;
}

function pauseMs({ medianMs, spread, leastMs, mostMs }: PauseShape, random: Random): number {
  // Box and Muller's normal number.
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.round(Math.min(mostMs, Math.max(leastMs, medianMs * Math.exp(spread * normal))));
}
