import { flowLineTimes } from "../../../functions/shared/flowLineTimes";
import type { Turn } from "../../../functions/voice/state";
import { isLineBroken, laterMs } from "../bounds";
import type { Invariant } from "../invariant";
import type { PlayedCall } from "../playRandomCall";
import { overlapMs, spansOf } from "../soundSpans";

/** From the caller's last word: something is heard, a reply or a person is offered. */
const soonMs = 1000;
const personMs = 3000;
/** The same from the decision that it is the agent's turn, where the caller's words were known late. */
const soonAfterDecisionMs = 250;
const personAfterDecisionMs = 2300;

/** After an offer Connect listens so long before it asks what is next. */
const keyListeningMs = flowLineTimes.keyLimitSeconds * 1000;

/** While it is the agent's turn something is heard soon, and a reply or a person before the caller gives up. */
export const answersInTime: Invariant = {
  name: "the agent answers in time, or offers a person",
  broken(played) {
    if (isLineBroken(played)) return [];
    return turnsOf(played).flatMap((turn) => [
      ...late(played, turn, "something", soonMs, soonAfterDecisionMs),
      ...late(played, turn, "a reply", personMs, personAfterDecisionMs),
    ]);
  },
};

function late(
  played: PlayedCall,
  turn: Turn,
  what: "something" | "a reply",
  fromWordsMs: number,
  fromDecisionMs: number,
): string[] {
  const { finished, call } = played;
  const { phone } = finished;
  if (turn.decidedAtMs === null || turn.callerEndedAtMs === null) return [];
  const wordsEndMs = turn.callerEndedAtMs - call.delays.line;
  // On `flow` what the agent is saying goes on to its end, and after an offer Connect listens for a key.
  const before = spansOf(phone.heardByCaller()).filter(({ startMs }) => startMs < wordsEndMs);
  const agentEndMs = call.line === "flow" ? (before.at(-1)?.endMs ?? 0) + keyListeningMs : 0;
  const decidedMs = turn.decidedAtMs + call.delays.line;
  const boundMs =
    Math.max(wordsEndMs + fromWordsMs, Math.max(decidedMs, agentEndMs) + fromDecisionMs) + laterMs(played);
  // A caller who makes another sound takes the turn back, or holds the agent.
  const wait = { startMs: wordsEndMs + 20, endMs: boundMs };
  if (spansOf(phone.saidByCaller()).some((span) => overlapMs(span, wait) > 0)) return [];
  if ((phone.endedAtMs() ?? 0) < boundMs || hasPressed(played, turn)) return [];
  const heard = phone.heardByCaller().filter(({ startMs, source, sound }) => {
    if (startMs < wordsEndMs) return false;
    return what === "something" || !isFiller(played, source, sound);
  });
  const firstMs = Math.min(...heard.map(({ startMs }) => startMs));
  if (firstMs <= boundMs) return [];
  const inMs = firstMs - wordsEndMs;
  return [`turn ${turn.index}: ${what} heard ${inMs} ms after the words, ${boundMs - wordsEndMs} allowed`];
}

function isFiller(
  { finished }: PlayedCall,
  source: string,
  sound: { readonly words: readonly { text: string }[] },
): boolean {
  const text = sound.words.map((word) => word.text).join(" ");
  return finished.mouth.some(
    (speech) =>
      speech.kind === "filler" &&
      (source === speech.id || source.endsWith(`/${speech.id}.wav`) || (source === "text" && speech.text === text)),
  );
}

/** A key passes the call on whatever the turn was. */
function hasPressed({ happened }: PlayedCall, turn: Turn): boolean {
  return happened.some(({ event }) => event.type === "keyPressed" && event.atMs > (turn.callerEndedAtMs ?? 0));
}

function turnsOf({ happened }: PlayedCall): readonly Turn[] {
  const last = happened.at(-1)?.conversation;
  if (last === undefined) return [];
  return last.turn === null ? last.pastTurns : [...last.pastTurns, last.turn];
}
