import { frameMs, samplesPerMs, silenceDbfs } from "./simSound";

const frameSamples = frameMs * samplesPerMs;

/**
 * The loudness of each 20 ms of 8 kHz samples in dBFS (root mean square; a full-scale sine is -3), -96 for digital silence.
 * A last piece that is shorter is measured as if silence followed.
 */
export function levelsOf(pcm: Int16Array): number[] {
  return levelsEvery(pcm, frameSamples);
}

/** Whether 8 kHz samples hold nothing that anybody could hear as a word: silence, or no more than a click. */
export function isWordless(pcm: Int16Array): boolean {
  return pcm.length < shortestMs * samplesPerMs || levelsOf(pcm).every((level) => level < faintestDbfs);
}

/** When a recording is first and last loud, ms from its start. */
export interface SoundSpan {
  readonly startMs: number;
  readonly endMs: number;
}

/** A click is shorter, the shortest word is longer. */
const shortestMs = 40;
/** Two sounds with less than this between them are one. */
const longestDipMs = 140;
/** So much of a recording is at least as loud as what counts as its loudest. */
const loudestMs = 60;
/** So much quiet is needed before it can be called noise. */
const steadyMs = 100;
/** Below this there is nothing to hear. */
const faintestDbfs = -58;
const stepMs = 5;
const stepSamples = stepMs * samplesPerMs;

/**
 * Where 8 kHz samples are loud, to 5 ms: one span for each stretch of sound between pauses of 140 ms or more. What counts as
 * loud lies between the quietest tenth of the recording and its loudest 60 ms, so steady noise under speech is no sound;
 * clicks under 40 ms are none either. Silence, or steady noise alone, gives nothing.
 */
export function soundSpans(pcm: Int16Array): SoundSpan[] {
  const levels = withoutSpikes(levelsEvery(pcm, stepSamples));
  const sorted = [...levels].sort((a, b) => a - b);
  const loud = sorted[Math.max(0, sorted.length - loudestMs / stepMs)] ?? silenceDbfs;
  if (loud < faintestDbfs) return [];
  const threshold = thresholdBetween(noiseFloor(sorted), loud);

  const runs: SoundSpan[] = [];
  for (const [index, level] of levels.entries()) {
    if (level < threshold) continue;
    const startMs = index * stepMs;
    const before = runs.at(-1);
    if (before !== undefined && before.endMs === startMs)
      runs[runs.length - 1] = { ...before, endMs: startMs + stepMs };
    else runs.push({ startMs, endMs: startMs + stepMs });
  }
  return mergeRuns(runs);
}

function mergeRuns(runs: readonly SoundSpan[]): SoundSpan[] {
  const spans: { startMs: number; endMs: number; loudMs: number }[] = [];
  for (const run of runs) {
    const before = spans.at(-1);
    const loudMs = run.endMs - run.startMs;
    if (before !== undefined && run.startMs - before.endMs < longestDipMs) {
      before.endMs = run.endMs;
      before.loudMs += loudMs;
    } else spans.push({ ...run, loudMs });
  }
  return spans.filter((span) => span.loudMs >= shortestMs).map(({ startMs, endMs }) => ({ startMs, endMs }));
}

/**
 * Noise is steady, so its quiet steps lie close together. Where they do not, or are too few to tell, the recording is speech cut
 * closely, and its quietest steps are no noise.
 */
function noiseFloor(sorted: readonly number[]): number {
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? silenceDbfs;
  const isSteady = sorted.length * 0.15 >= steadyMs / stepMs && at(0.15) - at(0.03) < 6;
  return at(isSteady ? 0.1 : 0.03);
}

function thresholdBetween(quiet: number, loud: number): number {
  const rangeDb = loud - quiet;
  // A tone, or speech cut out so closely that it holds no pause: all that is near its loudest is sound.
  if (rangeDb < 9) return quiet > -36 ? loud - 12 : Number.POSITIVE_INFINITY;
  return Math.max(faintestDbfs, loud - 32, quiet + Math.min(8, rangeDb / 2));
}

/** The median of each three neighbours: a lone loud or quiet step goes, an edge stays where it is. */
function withoutSpikes(levels: readonly number[]): number[] {
  return levels.map((level, index) => {
    const before = levels[index - 1] ?? level;
    const after = levels[index + 1] ?? level;
    return Math.max(Math.min(before, level), Math.min(Math.max(before, level), after));
  });
}

/** The loudness in dBFS of each piece of so many samples, -96 for digital silence. */
export function levelsEvery(pcm: Int16Array, samples: number): number[] {
  const levels: number[] = [];
  for (let start = 0; start < pcm.length; start += samples) {
    let energy = 0;
    const end = Math.min(start + samples, pcm.length);
    for (let at = start; at < end; at++) energy += (pcm[at] ?? 0) ** 2;
    levels.push(energy === 0 ? silenceDbfs : Math.max(silenceDbfs, 10 * Math.log10(energy / samples / 32768 ** 2)));
  }
  return levels;
}
