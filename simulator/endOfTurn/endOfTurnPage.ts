import { turnTakingDefaults } from "../../functions/voice/turnTaking";
import type { TurnEndCurve } from "./curve";
import { curveTable } from "./curvePicture";

/** The page of the documentation about the end of a turn, Markdown, with the figures of `curve`. */
export function endOfTurnPage(curve: TurnEndCurve): string {
  const { endOfQuestionMs, endOfTurnMs, unclearMs, openMs, begunMs, unfinishedMs, dictationMs, longestOnFlowMs } =
    turnTakingDefaults;
  return `# When it is the agent's turn

Written by \`npm run turn-ends -- --write\`; the figures are of the virtual clock, so the same code gives the same ones.

Whoever answers after a fixed silence either makes everybody wait or talks over those who think, spell or dictate. The agent waits
as long as the words call for (\`functions/voice/completeness\`), counted from the end of the caller's last sound:

| what was said so far | silence |
|---|---|
| a question that is over: "What does a haircut cost?" | ${endOfQuestionMs} ms |
| all that was asked for, or a sentence that is over | ${endOfTurnMs} ms |
| nothing tells | ${unclearMs} ms |
| people mostly go on: "I was there last week.", a name that is spelt, a street without its town | ${openMs} ms |
| a greeting: "Good morning." | ${begunMs} ms |
| more must come: "I would like", "and", "um" | ${unfinishedMs} ms |
| more of a number, a name, an e-mail or a date must come, by its length in the business's country | ${dictationMs} ms |

On \`flow\`, where every sound takes longer to reach the caller, it is at most ${longestOnFlowMs} ms unless more must come.

What the agent has just asked for counts, and so do the languages of the business (English, French, German, Spanish). Meanwhile the
answer is drafted: the draft begins at the first 20 ms of silence that may be the last, changes nothing, and is thrown away when more
words come. A caller who goes on before a word of the answer was heard goes on with the same turn.

A voice is known by its loudness over the noise of the line and, where there are samples, by WebRTC's voice activity detector, which
runs in the function. At 10 dB over the noise that detector takes all of it for a voice; then the loudness alone decides. Silero's
detector is better with coughs, but its package fetches from a host of its own while it is installed. The seam is \`Sound.isVoice\` in
\`functions/voice/ports.ts\`: whatever fills it is used.

## Cut off, against delay

Utterances with pauses inside (1,280 for ours, 200 for the others: spelt names, telephone numbers, hesitations, "and …", dates, e-mail
addresses, addresses, two sentences), each in silence and in noise at 20 dB, in calls on \`duplex\` whose services take 100 ms each and
whose line takes 75 ms each way. Half of them come from other words and another seed than those on which the rules were tuned; their
figures by kind were read while the rules were made wider, their words were not, so they are nearly unseen and not quite. Those
written by hand (\`handWritten.json\`) are by somebody who knew neither the pools nor the rules. At first sight 5.4 % of them were cut
off, 10.3 % before other sets of their like were looked at; they have been read since, so their figure guards against going back and
measures nothing. Cut off is
who hears a sound of the agent inside their utterance, or gets an answer to less than all of it. The last row is sentences that were
whole before they went on ("I need a haircut" – "next Monday"), which no rule can know; it is not in the others.

![Callers cut off against the median delay: a fixed silence and ours](endOfTurn.svg)

${curveTable(curve)}`;
}
