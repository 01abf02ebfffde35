import type { CallerVoice } from "./caller";
import type { SimClock } from "./clock";
import { humSound, noiseSound, type SimSound, speechSound } from "./sound/simSound";
import { voiced } from "./sound/voices";

/** How sound is made for one call. */
export interface CallVoices {
  readonly caller: CallerVoice;
  agent(text: string): Promise<SimSound>;
}

/** `symbols`: words, energy and noise, at once. `samples`: sound that can be heard, made while the call's clock stands still. */
export type SoundKind = "symbols" | "samples";

export function callVoices(kind: SoundKind, clock: SimClock): CallVoices {
  const make = async (sound: SimSound, who: "agent" | "caller") =>
    kind === "symbols" ? sound : clock.outside(voiced(sound, who));
  return {
    agent: (text) => make(speechSound(text), "agent"),
    caller: {
      says: (text) => make(speechSound(text), "caller"),
      hums: (text) => make(humSound(text), "caller"),
      coughs: (lengthMs) => make(noiseSound(lengthMs), "caller"),
    },
  };
}
