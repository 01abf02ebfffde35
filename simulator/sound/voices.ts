import { runFlite } from "./flite";
import { levelsEvery, levelsOf, type SoundSpan } from "./levels";
import { beepSamples, coughSamples, humSamples, withLoudness } from "./noiseSamples";
import { readableText } from "./readableText";
import { resample } from "./resample";
import { sentencesIn, sentencesOf } from "./sentences";
import { characterMs, frameMs, noiseDbfs, type SimSound, samplesPerMs, speechDbfs } from "./simSound";
import { decodeWav } from "./wav";

/** Who speaks; each has a voice of their own. */
export type Voice = "agent" | "caller";

/** Flite's names: a woman's and a man's voice, both at 16 kHz. */
const fliteVoices = { agent: "slt", caller: "rms" } as const satisfies Record<Voice, string>;

/**
 * `text` spoken: 8 kHz samples, 480 for each character. Every sentence fills exactly the time of its own characters, so that
 * what is heard agrees with symbolic sound; how fast the voice speaks follows from that. The same text always gives the same
 * samples, which are shared and must not be written to.
 */
export async function speakSamples(text: string, voice: Voice): Promise<Int16Array> {
  const samples = new Int16Array(text.length * characterMs * samplesPerMs);
  for (const { text: sentence, startMs, endMs } of sentencesIn(text)) {
    samples.set(await speakInto(sentence, voice, (endMs - startMs) * samplesPerMs, speechDbfs), startMs * samplesPerMs);
  }
  return samples;
}

/**
 * The sound with samples, and the levels of those samples. Words are spoken where they stand; symbolic noise is a cough where
 * the caller makes it and a beep where the agent does. A sound that has samples is given back as it is.
 */
export async function voiced(sound: SimSound, voice: Voice): Promise<SimSound> {
  if (sound.pcm !== null) return sound;
  const pcm = new Int16Array(sound.durationMs * samplesPerMs);
  for (const { startMs, endMs } of noisesIn(sound)) {
    const length = (endMs - startMs) * samplesPerMs;
    const noise = voice === "caller" ? coughSamples(length, noiseDbfs, length) : beepSamples(length, noiseDbfs);
    pcm.set(noise, startMs * samplesPerMs);
  }
  for (const { text, startMs, endMs } of sentencesOf(sound)) {
    const dbfs = sound.levels[Math.floor(Math.max(startMs, 0) / frameMs)] ?? speechDbfs;
    const spoken = await speakInto(text, voice, (endMs - startMs) * samplesPerMs, dbfs);
    // A word that began before this sound is heard from here on.
    pcm.set(spoken.subarray(Math.max(0, -startMs) * samplesPerMs), Math.max(0, startMs) * samplesPerMs);
  }
  return { ...sound, pcm, levels: levelsOf(pcm) };
}

/** Where a symbolic sound is as loud as only noise is. */
function noisesIn(sound: SimSound): SoundSpan[] {
  const noises: SoundSpan[] = [];
  for (const [index, dbfs] of sound.levels.entries()) {
    if (dbfs !== noiseDbfs) continue;
    const startMs = index * frameMs;
    const before = noises.at(-1);
    if (before?.endMs === startMs) noises[noises.length - 1] = { ...before, endMs: startMs + frameMs };
    else noises.push({ startMs, endMs: startMs + frameMs });
  }
  return noises;
}

/** About half an hour of speech. */
const rememberedSentences = 500;
const remembered = new Map<string, Promise<Int16Array>>();

function speakInto(sentence: string, voice: Voice, length: number, dbfs: number): Promise<Int16Array> {
  const key = `${voice} ${length} ${dbfs} ${sentence}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const spoken = speakSentence(sentence, voice, length, dbfs);
  remembered.set(key, spoken);
  spoken.catch(() => remembered.delete(key));
  const [oldest] = remembered.keys();
  if (remembered.size > rememberedSentences && oldest !== undefined) remembered.delete(oldest);
  return spoken;
}

/** Speech this close to its length is brought there by resampling; the change of pitch is not heard. */
const closeEnough = 0.03;
const mostTries = 4;
/** Beyond these Flite garbles or drops sounds. */
const fastest = 0.05;
const slowest = 8;

async function speakSentence(sentence: string, voice: Voice, length: number, dbfs: number): Promise<Int16Array> {
  const readable = readableText(sentence);
  if (!/[a-z0-9]/i.test(readable)) return humSamples(length, dbfs);
  let stretch = 0.9;
  let best: Int16Array | null = null;
  for (let tries = 0; tries < mostTries; tries++) {
    const speech = closeCut(await flite(readable, fliteVoices[voice], stretch));
    if (speech.length === 0) break;
    if (best === null || distance(speech.length, length) < distance(best.length, length)) best = speech;
    if (distance(speech.length, length) < closeEnough) break;
    stretch = Math.min(slowest, Math.max(fastest, (stretch * length) / speech.length));
  }
  return best === null ? humSamples(length, dbfs) : withLoudness(resample(best, length), dbfs);
}

function distance(length: number, wanted: number): number {
  return Math.abs(Math.log(length / wanted));
}

async function flite(text: string, fliteVoice: string, stretch: number): Promise<Int16Array> {
  const wav = await runFlite([
    "-voice",
    fliteVoice,
    "--setf",
    `duration_stretch=${stretch.toFixed(4)}`,
    "-t",
    `${text} `,
  ]);
  const decoded = decodeWav(wav);
  return "pcm" in decoded ? decoded.pcm : new Int16Array(0);
}

const stepSamples = 5 * samplesPerMs;
/** Below the speech's mean loudness: where it starts and ends, and what is a pause inside it. */
const edgeDb = 15;
const pauseDb = 28;
/** Pauses for breath take time that simulated speech does not have. */
const longestPauseSteps = 16;

/** Telephone speech from its first to its last sound, its pauses no longer than 80 ms. */
function closeCut(samples: Int16Array): Int16Array {
  const levels = levelsEvery(samples, stepSamples);
  const mean = meanLevel(levels);
  const first = levels.findIndex((level) => level > mean - edgeDb);
  const last = levels.findLastIndex((level) => level > mean - edgeDb);
  if (first < 0 || mean <= -90) return new Int16Array(0);

  const kept: number[] = [];
  let quietSteps = 0;
  for (let step = first; step <= last; step++) {
    quietSteps = (levels[step] ?? 0) < mean - pauseDb ? quietSteps + 1 : 0;
    if (quietSteps <= longestPauseSteps) kept.push(step);
  }
  const cut = new Int16Array(kept.length * stepSamples);
  for (const [index, step] of kept.entries()) {
    cut.set(samples.subarray(step * stepSamples, (step + 1) * stepSamples), index * stepSamples);
  }
  return cut;
}

/** The mean energy of what is within 25 dB of the loudest. */
function meanLevel(levels: readonly number[]): number {
  const loudest = levels.reduce((most, level) => Math.max(most, level), -96);
  const loud = levels.filter((level) => level > loudest - 25);
  return 10 * Math.log10(loud.reduce((sum, level) => sum + 10 ** (level / 10), 0) / loud.length);
}
