import { type Noise, pausedSound } from "./pausedSound";
import { playUtterance, type StageSettings, type UtteranceHeard } from "./playUtterance";
import { type PausedUtterance, pausedUtterances, type UtteranceKind, type UtteranceSet } from "./utterances";

/** How well the ends of turns were found in a set of utterances. */
export interface TurnEnds {
  readonly utterances: number;
  readonly cutOffs: number;
  /** From 0 to 1. */
  readonly cutOffRate: number;
  /** End of speech to first audio; of those that were not cut off. */
  readonly delayMsP50: number;
  readonly delayMsP95: number;
  /** Drafts of an answer begun for one that was given. */
  readonly draftsEach: number;
}

export interface PlayedUtterance extends UtteranceHeard {
  readonly utterance: PausedUtterance;
  readonly noise: Noise;
}

/** Plays `count` utterances of a set, every one of them in each of the noises; they are the same ones every time. */
export async function playUtterances(
  set: UtteranceSet,
  count: number,
  noises: readonly Noise[],
  settings: StageSettings,
): Promise<PlayedUtterance[]> {
  const played: PlayedUtterance[] = [];
  for (const [index, utterance] of pausedUtterances(set, count).entries())
    for (const noise of noises) {
      const heard = await playUtterance(utterance, pausedSound(utterance, noise, index), settings);
      played.push({ ...heard, utterance, noise });
    }
  return played;
}

export function turnEnds(played: readonly UtteranceHeard[]): TurnEnds {
  const delays = played.flatMap(({ delayMs }) => (delayMs === null ? [] : [delayMs])).sort((a, b) => a - b);
  const at = (share: number) => delays[Math.max(0, Math.ceil(delays.length * share) - 1)] ?? Number.NaN;
  const cutOffs = played.filter(({ isCutOff }) => isCutOff).length;
  return {
    utterances: played.length,
    cutOffs,
    cutOffRate: cutOffs / played.length,
    delayMsP50: at(0.5),
    delayMsP95: at(0.95),
    draftsEach: played.reduce((sum, { drafts }) => sum + drafts, 0) / played.length,
  };
}

/** The same by kind of utterance. */
export function turnEndsByKind(played: readonly PlayedUtterance[]): ReadonlyMap<UtteranceKind, TurnEnds> {
  const kinds = [...new Set(played.map(({ utterance }) => utterance.kind))];
  return new Map(kinds.map((kind) => [kind, turnEnds(played.filter(({ utterance }) => utterance.kind === kind))]));
}
