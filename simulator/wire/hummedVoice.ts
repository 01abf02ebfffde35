import { levelsOf } from "../sound/levels";
import { humSamples } from "../sound/noiseSamples";
import { type SimSound, samplesPerMs, speechDbfs, speechSound } from "../sound/simSound";

/**
 * A voice that is as long and as loud as speech and made in a few milliseconds, for calls that nobody listens to: a synthetic voice
 * takes a tenth of a second for a sentence, which a call in real time would have to wait for.
 */
export async function hummedVoice(text: string): Promise<SimSound> {
  const sound = speechSound(text);
  const pcm = humSamples(sound.durationMs * samplesPerMs, speechDbfs);
  return { ...sound, pcm, levels: levelsOf(pcm) };
}
