import type { SimSound } from "../sound/simSound";
import type { Marks } from "./watermark";

/** A voice whose samples carry their words, so that whoever plays them knows what is said. */
export function markedVoice(
  speak: (text: string) => Promise<SimSound>,
  marks: Marks,
): (text: string) => Promise<Int16Array> {
  return async (text) => {
    const { pcm, words } = await speak(text);
    if (pcm === null) throw new Error("a voice on the wire needs samples");
    return marks.mark(pcm, words);
  };
}
