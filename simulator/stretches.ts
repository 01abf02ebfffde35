import type { PhoneNetwork } from "./phoneNetwork";
import type { Stretch } from "./report";
import { blockOf } from "./sound/cutSound";
import { sentencesOf } from "./sound/sentences";
import { frameMs, type SimSound, silenceDbfs } from "./sound/simSound";

/**
 * What was on the wire as the report shows it: sentence by sentence, in milliseconds from the answer; a sentence that was cut
 * short ends where it was cut.
 */
export function agentStretches(network: PhoneNetwork): Stretch[] {
  return network.heardByCaller().flatMap((each) => {
    const offsetMs = each.startMs - network.answeredAtMs;
    return sentencesOf(each.sound)
      .filter((sentence) => sentence.startMs < each.playedMs)
      .map((sentence) => ({
        startMs: offsetMs + Math.max(0, sentence.startMs),
        endMs: offsetMs + Math.min(sentence.endMs, each.playedMs),
        text: sentence.text,
        cut: sentence.endMs > each.playedMs,
      }));
  });
}

/** Likewise for the caller; noise is a stretch without text. */
export function callerStretches(network: PhoneNetwork): Omit<Stretch, "cut">[] {
  return network.saidByCaller().flatMap((each) => {
    const offsetMs = each.startMs - network.answeredAtMs;
    const played = each.playedMs < each.sound.durationMs ? blockOf(each.sound, 0, each.playedMs) : each.sound;
    const [firstMs, lastMs] = audibleSpan(played);
    const sentences = sentencesOf(each.sound).filter((sentence) => sentence.startMs < each.playedMs);
    if (sentences.length === 0)
      return lastMs > firstMs ? [{ startMs: offsetMs + firstMs, endMs: offsetMs + lastMs, text: "" }] : [];
    return sentences.map((sentence, index) => ({
      startMs: offsetMs + (index === 0 ? Math.min(firstMs, sentence.startMs) : sentence.startMs),
      endMs:
        offsetMs +
        Math.min(index === sentences.length - 1 ? Math.max(lastMs, sentence.endMs) : sentence.endMs, each.playedMs),
      text: sentence.text,
    }));
  });
}

/** Where the first sound begins and the last one ends. */
function audibleSpan(sound: SimSound): [firstMs: number, lastMs: number] {
  const loudest = Math.max(...sound.levels, silenceDbfs);
  const isLoud = (level: number) => level > Math.max(-60, loudest - 30);
  const first = sound.levels.findIndex(isLoud);
  if (first < 0) return [0, 0];
  return [first * frameMs, (sound.levels.findLastIndex(isLoud) + 1) * frameMs];
}
