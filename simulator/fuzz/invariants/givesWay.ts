import { isBackchannel } from "../../../functions/voice/backchannels";
import { hasBroken } from "../bounds";
import type { Invariant } from "../invariant";
import { overlapMs, spansOf } from "../soundSpans";

/** How long an agent may be heard over a caller's words, line times aside. */
const mostOverMs = 400;

/** A shorter pause ends no sound. */
const soundPauseMs = 200;

/** On `duplex` an interruption stops the agent. */
export const givesWay: Invariant = {
  name: "the agent gives way to a caller who speaks",
  broken(played) {
    const { call, finished, report } = played;
    if (call.line !== "duplex" || report.route !== "ai" || hasBroken(played, ["kvs", "transcribe", "lambda"]))
      return [];
    const agent = spansOf(finished.phone.heardByCaller());
    // Whoever presses 0 is told that a person comes, whatever they say meanwhile.
    const leftMs = Math.min(
      played.messageFromMs ?? Number.POSITIVE_INFINITY,
      ...played.happened
        .filter(
          ({ conversation, event }) => isLeaving(conversation) || (event.type === "keyPressed" && event.key === "0"),
        )
        .map(({ event }) => event.atMs),
    );
    return finished.phone.saidByCaller().flatMap((said) => {
      const words = said.sound.words.map(({ text }) => text);
      if (
        words.length === 0 ||
        isBackchannel(words, call.knowledge.business.languages) ||
        said.startMs + said.playedMs > leftMs
      )
        return [];
      // Words that follow a long noise at once cannot be told from it before they are known.
      const before = finished.phone
        .saidByCaller()
        .filter((each) => each.startMs < said.startMs)
        .at(-1);
      if (before && before.startMs + before.playedMs > said.startMs - soundPauseMs) return [];
      const span = { startMs: said.startMs, endMs: said.startMs + Math.min(said.playedMs, lastWordMs(said.sound)) };
      const overMs = agent.reduce((sum, each) => sum + overlapMs(each, span), 0);
      const limitMs = mostOverMs + 2 * call.delays.line + call.delays.kvs;
      if (overMs <= limitMs) return [];
      return [`${span.startMs - finished.startMs} ms: over ${overMs} ms of "${words.join(" ")}", ${limitMs} allowed`];
    });
  },
};

function isLeaving({ state }: { readonly state: string }): boolean {
  return state === "ended" || state === "transferring";
}

function lastWordMs({ words }: { readonly words: readonly { readonly endMs: number }[] }): number {
  return words.at(-1)?.endMs ?? 0;
}
