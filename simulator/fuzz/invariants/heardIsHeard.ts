import type { Heard } from "../../phoneNetwork";
import { wordsHeard } from "../../sound/simSound";
import { isLineBroken } from "../bounds";
import type { Invariant } from "../invariant";
import type { PlayedCall } from "../playRandomCall";

/** Everything that is believed to have been heard was heard, and the other way round. */
export const heardIsHeard: Invariant = {
  name: "what was heard is what was on the wire",
  broken(played) {
    const { report, finished } = played;
    return report.turns.flatMap(({ index, said, heard }) => {
      const problems: string[] = [];
      if (!isWordPrefix(heard, said)) problems.push(`turn ${index}: "${heard}" is no beginning of "${said}"`);
      const wire = onTheWire(played, index);
      const off = wordsOf(wire).length - wordsOf(heard).length;
      if (Math.abs(off) > 1 && !finished.hasAgentDied && !isUnknown(played, index))
        problems.push(`turn ${index}: heard "${heard}", on the wire "${wire}"`);
      return problems;
    });
  },
};

/**
 * On `flow` when a prompt began is an estimate, and in the worst column both that and the end of the call are known late. Where
 * Connect could not play a prompt, nobody tells us.
 */
function isUnknown(played: PlayedCall, turn: number): boolean {
  const { call, finished } = played;
  if (call.line === "duplex") return false;
  if (isLineBroken(played) || call.column === "worst") return true;
  // What Connect says itself is known on the wire by its words only, which may be those of another turn.
  const texts = finished.mouth.filter((speech) => speech.turn === turn).map(({ text }) => text);
  return finished.mouth.some((speech) => speech.turn !== turn && texts.includes(speech.text));
}

function isWordPrefix(heard: string, said: string): boolean {
  const words = wordsOf(said);
  return wordsOf(heard).every((word, index) => words[index] === word);
}

function onTheWire({ finished }: PlayedCall, turn: number): string {
  const heard = finished.phone.heardByCaller();
  return finished.mouth
    .filter((speech) => speech.turn === turn && speech.kind === "reply")
    .map(({ id, text }) => {
      const playedMs = heard.filter((each) => isOf(each, id, text)).reduce((sum, each) => sum + each.playedMs, 0);
      return wordsHeard(text, playedMs);
    })
    .join(" ");
}

function isOf({ source, sound }: Heard, id: string, text: string): boolean {
  if (source === "text") return sound.words.map((word) => word.text).join(" ") === text;
  return source === id || source.endsWith(`/${id}.wav`);
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
