import type { Knowledge } from "../../functions/shared/knowledge";
import type { PriceRule } from "../../functions/voice/prompt";
import type { CallPlayer } from "../callPlayer";
import { realClock } from "../clock";
import type { PlaySettings } from "../playScriptedCall";
import { copyFiles } from "../stores/folderFiles";
import { callVoices } from "../voices";
import { playWireCall } from "./playWireCall";
import { openWireWorld, type WireStack, type WireWorld } from "./wireWorld";

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
  /** By the business's number: calls to one business share its tables. */
  const stacks = new Map<string, Promise<WireStack>>();
  const deployed = new Map<Knowledge, Promise<WireStack>>();

  function stackOf(knowledge: Knowledge, prices: PriceRule): Promise<WireStack> {
    const { phone } = knowledge.business;
    const known = deployed.get(knowledge);
    const stack =
      known ?? Promise.resolve(stacks.get(phone)).then((before) => world.ownStackOf(knowledge, before, prices));
    if (!stacks.has(phone)) stacks.set(phone, stack);
    deployed.set(knowledge, stack);
    return stack;
  }

  return {
    world,
    async play(call, { knowledge, prices }, nth) {
      tell(`${call.file}: ${knowledge.business.name} is called, in real time`);
      const stack = await stackOf(knowledge, prices);
      return playWireCall(call, knowledge, { ...settings, prices }, world, stack, nth, (seen) => {
        if (seen.type === "routed") tell(`${call.file}: ${seen.choice.route}, ${seen.choice.reason}`);
        else if (seen.type === "shown") tell(`${call.file}: ${seen.state}`);
      });
    },
    messages: async () => world.messages(),
    async bookings() {
      const lists = [...stacks].map(async ([business, stack]) =>
        (await (await stack).bookings()).map((booking) => ({ business, ...booking })),
      );
      return (await Promise.all(lists)).flat();
    },
    copyFiles: (to) => copyFiles(world.files, to),
    close: world.close,
  };
}
