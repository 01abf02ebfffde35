import type { CallPlayer } from "../callPlayer";
import { realClock } from "../clock";
import type { PlaySettings } from "../playScriptedCall";
import { callVoices } from "../voices";
import { playWireCall } from "./playWireCall";
import { openWireWorld, type WireWorld } from "./wireWorld";

export interface WirePlayer extends CallPlayer {
  readonly world: WireWorld;
}

/**
 * Over the wire, in real time.
 *
 * @param settings `isHeard`: somebody will listen to the calls, so the agent has a real voice.
 * @param bundleOf builds a function and gives its file, absolute.
 * @param tell is given a line for whoever waits.
 */
export async function wirePlayer(
  settings: Pick<PlaySettings, "column" | "seed" | "decide"> & { readonly isHeard: boolean },
  bundleOf: (name: string) => string,
  tell: (line: string) => void,
): Promise<WirePlayer> {
  const world = settings.isHeard
    ? await openWireWorld(bundleOf, callVoices("samples", realClock(0)).agent)
    : await openWireWorld(bundleOf);
  tell(`AWS is simulated at ${world.url}`);
  return {
    world,
    async play(call, { knowledge, prices }, nth) {
      tell(`${call.file}: ${knowledge.business.name} is called, in real time`);
      const stack = await world.stackOf(knowledge, prices);
      return playWireCall(call, knowledge, { ...settings, prices }, world, stack, nth, (seen) => {
        if (seen.type === "routed") tell(`${call.file}: ${seen.choice.route}, ${seen.choice.reason}`);
        else if (seen.type === "shown") tell(`${call.file}: ${seen.state}`);
      });
    },
    bookings: world.bookings,
    close: world.close,
  };
}
