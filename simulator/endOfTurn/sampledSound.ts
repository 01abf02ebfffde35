import { voiceActivity } from "../../functions/voice/voiceActivity/voiceActivity";
import { levelsOf } from "../sound/levels";
import { type Random, seededRandom } from "../sound/noiseSamples";
import { characterMs, type SimSound, samplesPerMs, speechDbfs } from "../sound/simSound";
import { speakSamples } from "../sound/voices";
import { type Noise, noises, pausedSound } from "./pausedSound";
import type { PausedUtterance } from "./utterances";

/**
 * The utterance in a voice: the same words at the same times as `pausedSound` has them, in samples with noise mixed in, and
 * what a detector hears in them. Throws where the voice cannot read a text.
 */
export async function sampledSound(utterance: PausedUtterance, noise: Noise, seed: number): Promise<SimSound> {
  const symbolic = pausedSound(utterance, noise, seed);
  const pcm = new Int16Array(symbolic.durationMs * samplesPerMs);
  const firstMs = symbolic.words[0]?.startMs ?? 0;
  let word = 0;
  for (const { text } of utterance.pieces) {
    const startMs = symbolic.words[word]?.startMs ?? firstMs;
    const spoken = await speakSamples(text, "caller");
    // A voice says the marks at the end of a piece as a pause.
    const spokenMs = (text.replace(/[^\p{L}\p{N}]+$/u, "").length || text.length) * characterMs;
    const room = pcm.subarray(startMs * samplesPerMs, (startMs + spokenMs) * samplesPerMs);
    room.set(spoken.subarray(0, room.length));
    word += text.split(/\s+/).length;
  }
  const below = noises[noise];
  if (below !== null) addNoise(pcm, speechDbfs - below, seededRandom(seed + 1));
  return { ...symbolic, levels: levelsOf(pcm), isVoice: voiceActivity().voiced(pcm), pcm };
}

/** Pink-like noise, as rooms and cars make it. */
function addNoise(pcm: Int16Array, dbfs: number, random: Random): void {
  const wave = new Float64Array(pcm.length);
  let low = 0;
  let energy = 0;
  for (let at = 0; at < wave.length; at++) {
    low = 0.85 * low + random() * 2 - 1;
    wave[at] = low;
    energy += low * low;
  }
  const gain = (32768 * 10 ** (dbfs / 20)) / Math.sqrt(energy / wave.length);
  for (let at = 0; at < pcm.length; at++) {
    const value = (pcm[at] ?? 0) + (wave[at] ?? 0) * gain;
    pcm[at] = Math.max(-32_768, Math.min(32_767, Math.round(value)));
  }
}
