import type { Speaker } from "../../functions/voice/ports";
import type { SimSound } from "../sound/simSound";

/** Has the fixed sentences at once, as they were rendered at deploy time; everything else is spoken by `live`. */
export function renderedSpeaker(
  live: Speaker<SimSound>,
  texts: readonly string[],
  voice: (text: string) => Promise<SimSound>,
): Speaker<SimSound> {
  const rendered = new Set(texts);
  async function* whole(text: string): AsyncIterable<SimSound> {
    yield await voice(text);
  }
  return { ...live, speak: (text, signal) => (rendered.has(text) ? whole(text) : live.speak(text, signal)) };
}
