import type { Sentences } from "../../../functions/shared/knowledge";
import type { Heard } from "../../phoneNetwork";
import { isLineBroken, laterMs } from "../bounds";
import type { Invariant } from "../invariant";
import type { PlayedCall } from "../playRandomCall";
import { spansOf } from "../soundSpans";

const rungsMs = [2500, 5000, 8000];
const toleranceMs = 150;
const longestPatienceMs = 2000;
const endsWithinMs = 2000;
const mostQuietMs = 30_000;
const keyNearMs = 1500;

/** Into a silence the agent speaks at 2.5, 5 and 8 s, and the call ends. */
export const silenceLadder: Invariant = {
  name: "a silence ends as it was said",
  broken: (played) => [...rungs(played), ...endsAfterWords(played)],
};

/** Looked at where nothing but noise came from the caller since the agent's last words of a turn. */
function rungs(played: PlayedCall): string[] {
  const { finished, happened, call } = played;
  if (isLineBroken(played)) return [];
  const { phone, startMs } = finished;
  const heard = phone.heardByCaller();
  const problems: string[] = [];
  let rung = 0;
  let sinceMs = 0;
  for (const { conversation, event } of happened) {
    const { silence } = conversation;
    if (silence === null) {
      rung = 0;
      continue;
    }
    if (silence.rung === 0) sinceMs = silence.sinceMs + call.delays.line;
    if (silence.rung <= rung) continue;
    rung = silence.rung;
    const dueMs = sinceMs + (rungsMs[rung - 1] ?? 0);
    const wasHeard = heard.find((each) => each.startMs >= event.atMs);
    // A key or a word may bring another sentence first.
    if (wasHeard === undefined || !sentenceOf(call.knowledge.say, rung).includes(textOf(wasHeard))) continue;
    // A key ends what plays on `flow`, which is then said again.
    const isKeyed = happened.some(
      (each) => each.event.type === "keyPressed" && Math.abs(each.event.atMs - dueMs) < keyNearMs,
    );
    if (isKeyed) continue;
    const lateMs = wasHeard.startMs - dueMs;
    const noise = spansOf(phone.saidByCaller()).some(
      (span) => span.endMs > dueMs - 700 && span.startMs < wasHeard.startMs,
    );
    if (lateMs < -toleranceMs || (!noise && lateMs > toleranceMs + laterMs(played)))
      problems.push(`${event.atMs - startMs} ms: rung ${rung} heard ${lateMs} ms after it was due`);
    const lengthMs = wasHeard.playedMs;
    if (rung < 3 && lengthMs > longestPatienceMs) problems.push(`rung ${rung} lasted ${lengthMs} ms`);
    if (rung === 3 && finished.record?.ending === "silence" && played.messageFromMs === null) {
      const saidMs = Math.max(...spansOf(phone.heardByCaller()).map(({ endMs }) => endMs));
      const endMs = phone.endedAtMs() ?? 0;
      if (endMs - saidMs > endsWithinMs + laterMs(played))
        problems.push(`the call ended ${endMs - saidMs} ms after its goodbye`);
    }
  }
  return problems;
}

function sentenceOf({ waiting, offerCallback, farewell }: Sentences, rung: number): string {
  return [waiting, offerCallback, farewell][rung - 1] ?? "";
}

function textOf({ sound }: Heard): string {
  return sound.words.map(({ text }) => text).join(" ");
}

/** In any case the call ends 30 s after the caller's last words, counted while the agent is silent. */
function endsAfterWords({ finished, report, call, messageFromMs }: PlayedCall): string[] {
  if (report.route !== "ai" || messageFromMs !== null) return [];
  const { phone, startMs } = finished;
  const words = phone.saidByCaller().filter(({ sound }) => sound.words.length > 0);
  const lastMs = Math.max(startMs, ...words.map((said) => said.startMs + said.playedMs));
  const spokenMs = spansOf(phone.heardByCaller())
    .map(({ startMs: fromMs, endMs }) => Math.max(0, endMs - Math.max(fromMs, lastMs)))
    .reduce((sum, each) => sum + each, 0);
  const quietMs = (phone.endedAtMs() ?? 0) - lastMs - spokenMs;
  return quietMs > mostQuietMs + 2 * call.delays.line
    ? [`the call went on for ${quietMs} ms of the agent's silence after the caller's last words`]
    : [];
}
