import { eventQueue } from "../../functions/voice/eventQueue";
import type { TranscribedWord, Transcriber, Transcript } from "../../functions/voice/ports";
import type { SimClock } from "../clock";
import { characterMs, frameMs, type SimSound } from "../sound/simSound";
import { type FaultPlan, refuse, ServiceError, slowMs, untilAborted } from "./faults";

export interface TranscriberTimes {
  /** From a word's end to its report. */
  readonly wordMs: number;
  /** From a segment's last word to its being final, `wordMs` not counted. */
  readonly finalMs: number;
  /** From a word's report to its being stable where no word follows. */
  readonly stableMs: number;
}

/** Louder than this is somebody speaking, as far as a segment's end is concerned. */
const speechDbfs = -60;
/** A pause of this length inside a word's own sound does not end it. */
const wordGapMs = 60;

/**
 * Reads the words that the sound itself knows, as late as a recogniser would report them. It knows nothing of what is yet to
 * come: a segment is final when nothing more was heard for `finalMs`.
 */
export function wordTranscriber(clock: SimClock, faults: FaultPlan, times: TranscriberTimes): Transcriber<SimSound> {
  async function* transcribe(sounds: AsyncIterable<SimSound>, signal: AbortSignal): AsyncIterable<Transcript> {
    const fault = faults.next("transcribe");
    if (fault !== null) refuse(fault, "transcribe");
    if (fault === "timeout") return untilAborted(signal);
    const wordMs = times.wordMs + (fault === "slow" ? slowMs : 0);
    const reports = eventQueue<Transcript>();
    let segment = 1;
    let words: TranscribedWord[] = [];
    let loudUntilMs = 0;
    let cancelFinal: () => void = () => {};
    let cancelStable: () => void = () => {};
    let pending = 0;
    let lastDueMs = 0;
    let hasEnded = false;

    function report(isFinal: boolean): void {
      reports.push({ segment: `segment-${segment}`, words: [...words], isFinal });
      if (!isFinal) return;
      segment += 1;
      words = [];
      closeWhenDone();
    }
    function closeWhenDone(): void {
      if (hasEnded && pending === 0 && words.length === 0) reports.close();
    }
    function steady(): void {
      words = words.map((word) => ({ ...word, isStable: true }));
    }
    function finishLater(lateMs: number): void {
      cancelFinal();
      const spokenMs = Math.max(words.at(-1)?.endMs ?? 0, loudUntilMs);
      cancelFinal = clock.after(spokenMs + times.finalMs + wordMs + lateMs - clock.now(), () => {
        if (Math.max(words.at(-1)?.endMs ?? 0, loudUntilMs) > spokenMs) return finishLater(lateMs);
        cancelStable();
        steady();
        report(true);
      });
    }
    function heardWord(word: TranscribedWord, lateMs: number): void {
      pending -= 1;
      cancelStable();
      steady();
      words.push({ ...word, isStable: times.stableMs === 0 });
      report(false);
      if (times.stableMs > 0)
        cancelStable = clock.after(times.stableMs, () => {
          steady();
          report(false);
        });
      finishLater(lateMs);
    }
    function hear(sound: SimSound): void {
      const soundEndMs = sound.startMs + sound.durationMs;
      const lateMs = Math.max(0, Math.floor((clock.now() - soundEndMs) / frameMs) * frameMs);
      sound.levels.forEach((level, frame) => {
        const frameStartMs = sound.startMs + frame * frameMs;
        // Noise that stands alone ends no later for being loud: only sound that goes on from a word's own counts.
        const goesOn = frameStartMs - loudUntilMs <= wordGapMs;
        if (level > speechDbfs && (goesOn || sound.words.length > 0)) loudUntilMs = frameStartMs + frameMs;
      });
      for (const { text, startMs, endMs } of sound.words) {
        const lettersEndMs = endMs - characterMs * silentCharacters(text);
        const word = { text, startMs: sound.startMs + startMs, endMs: sound.startMs + lettersEndMs, isStable: false };
        loudUntilMs = Math.max(loudUntilMs, word.endMs);
        pending += 1;
        // Sound that is sent once more comes all at once; its words come in their order all the same.
        lastDueMs = Math.max(lastDueMs, word.endMs + wordMs + lateMs);
        clock.after(lastDueMs - clock.now(), () => heardWord(word, lateMs));
      }
    }
    async function hearAll(): Promise<void> {
      for await (const sound of sounds) hear(sound);
      hasEnded = true;
      closeWhenDone();
    }
    hearAll().catch((error: Error) => reports.fail(error));
    for await (const transcript of reports.take(signal)) {
      if (fault === "garbage") throw new ServiceError("transcribe", "SyntaxError", "Unexpected event in the stream");
      if (fault === "drop") throw new ServiceError("transcribe", "ECONNRESET", "socket hang up");
      yield transcript;
    }
  }
  return { transcribe };
}

/** A word ends with its last letter or figure: the recogniser does not wait for the pause that its punctuation is. */
function silentCharacters(text: string): number {
  return /[^\p{L}\p{N}]*$/u.exec(text)?.[0].length ?? 0;
}
