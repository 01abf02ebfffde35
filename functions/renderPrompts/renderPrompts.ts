import { type FixedPrompt, toneKey } from "../shared/fixedPrompts";

/** Which sentences to render, as the deployment asks for them. */
export interface RenderRequest {
  readonly prompts: readonly FixedPrompt[];
}

export interface RenderPorts {
  /** A sentence as samples: signed 16 bits, 8 kHz. Throws where the service failed. */
  readonly speak: (text: string) => Promise<Int16Array>;
  /** Puts sound where the contact flow plays it from. */
  readonly put: (key: string, pcm: Int16Array) => Promise<void>;
}

/** Polly's generative voices take 8 requests a second and 26 at once for a whole account. */
const atOnce = 4;

const tone = { samplesPerSecond: 8_000, hertz: 1_000, ms: 500, loudest: 8_000, rampMs: 10 } as const;

/** Renders every sentence and the tone before a voicemail. Safe to repeat. Throws where one could not be rendered. */
export async function renderPrompts({ prompts }: RenderRequest, ports: RenderPorts): Promise<{ rendered: number }> {
  await ports.put(toneKey, toneSamples());
  const waiting = [...prompts];
  const work = async () => {
    for (let prompt = waiting.shift(); prompt !== undefined; prompt = waiting.shift()) {
      await ports.put(prompt.key, await ports.speak(prompt.text));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { rendered: prompts.length };
}

/** Half a second of a kilohertz that neither begins nor ends with a click. */
function toneSamples(): Int16Array {
  const length = (tone.samplesPerSecond * tone.ms) / 1_000;
  const ramp = (tone.samplesPerSecond * tone.rampMs) / 1_000;
  return Int16Array.from({ length }, (_, index) => {
    const strength = Math.min(1, index / ramp, (length - 1 - index) / ramp);
    return Math.round(strength * tone.loudest * Math.sin((2 * Math.PI * tone.hertz * index) / tone.samplesPerSecond));
  });
}
