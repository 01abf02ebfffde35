import type { Sound, Transcriber, Transcript } from "./ports";
import {
  all,
  type Behind,
  expectQuietEnds,
  noAbort,
  type StageClock,
  type StageFault,
  scripted,
} from "./stage.fixture";

/** When the first sound of every test begins. */
export const firstSoundMs = Date.UTC(2026, 10, 23, 18);

export interface TranscriberStage<S extends Sound> {
  readonly transcriber: Transcriber<S>;
  readonly clock: StageClock;
  /**
   * Somebody says these texts, each from its moment on and then silent for two seconds, and is gone. The sound comes as live as the
   * implementation needs it; without a text there is silence alone.
   */
  says(...sayings: readonly Saying[]): AsyncIterable<S>;
}

export interface Saying {
  readonly text: string;
  readonly startMs: number;
}

const question: Saying = { text: "What does a haircut cost?", startMs: firstSoundMs };
const later: Saying = { text: "Can I come tomorrow morning?", startMs: firstSoundMs + 12_000 };
/** How far a word's time may be from the truth. */
const looseMs = 400;

/** What every `Transcriber` promises. `open` gives one of whose requests those of `faults` fail. */
export function transcriberContract<S extends Sound>(
  open: (faults?: readonly StageFault[]) => Promise<TranscriberStage<S>>,
  behind: Behind = "standIn",
): void {
  async function read(...sayings: readonly Saying[]): Promise<Transcript[]> {
    const { transcriber, clock, says } = await open();
    return clock.run(all(transcriber.transcribe(says(...sayings), noAbort())));
  }

  test("the last answer of each segment, one after another, is what was said", async () => {
    expect(plain(textOf(await read(question)))).toBe(plain(question.text));
    expect(plain(textOf(await read(question, later)))).toBe(plain(`${question.text} ${later.text}`));
  });

  test("words are told before the whole is final, each with a time that follows the last one's", async () => {
    const transcripts = await read(question);
    expect(transcripts[0]?.isFinal).toBe(false);
    for (const { words } of transcripts) {
      let beforeMs = firstSoundMs;
      for (const { startMs, endMs } of words) {
        expect(startMs).toBeGreaterThanOrEqual(beforeMs);
        expect(endMs).toBeGreaterThan(startMs);
        beforeMs = startMs;
      }
    }
  });

  test("a word's time is when the caller said it, also after a gap in the sound", async () => {
    const words = lastOfSegments(await read(question, later)).flatMap((transcript) => transcript.words);
    const [first, last] = [words[0], words.at(-1)];
    const firstOfLater = words[question.text.split(" ").length];
    expect(Math.abs((first?.startMs ?? 0) - question.startMs)).toBeLessThan(looseMs);
    expect(Math.abs((firstOfLater?.startMs ?? 0) - later.startMs)).toBeLessThan(looseMs);
    expect(last?.endMs ?? 0).toBeGreaterThan(later.startMs + looseMs);
  });

  test("what is final is stable, and is the last answer of its segment", async () => {
    const transcripts = await read(question, later);
    const final = new Set<string>();
    for (const { segment, words, isFinal } of transcripts) {
      expect(final.has(segment)).toBe(false);
      if (!isFinal) continue;
      final.add(segment);
      expect(words.filter((word) => !word.isStable)).toEqual([]);
    }
    expect([...new Set(transcripts.map(({ segment }) => segment))]).toEqual([...final]);
  });

  test("in silence nothing is said, and it ends with the sound", async () => {
    expect(await read()).toEqual([]);
  });

  scripted(behind)("an abort ends it quietly, asked or not, answered or not", async () => {
    const stage = async (faults?: readonly StageFault[]) => {
      const { transcriber, clock, says } = await open(faults);
      return { clock, take: (signal: AbortSignal) => transcriber.transcribe(says(question), signal) };
    };
    await expectQuietEnds(stage, () => stage(["timeout"]));
  });

  test("a failure of the sound reaches whoever reads", async () => {
    const { transcriber, clock, says } = await open();
    async function* broken(): AsyncGenerator<S> {
      for await (const sound of says(question)) {
        yield sound;
        throw new Error("the ear is gone");
      }
    }
    await expect(clock.run(all(transcriber.transcribe(broken(), noAbort())))).rejects.toThrow("the ear is gone");
  });

  scripted(behind).each(["throttle", "error", "drop", "garbage"] as const)(
    "a service that fails is an error, and is asked again: %s",
    async (fault) => {
      const { transcriber, clock, says } = await open([fault]);
      await expect(clock.run(all(transcriber.transcribe(says(question), noAbort())))).rejects.toThrow(/\w/);
      const again = await clock.run(all(transcriber.transcribe(says(later), noAbort())));
      expect(plain(textOf(again))).toBe(plain(later.text));
    },
  );
}

function lastOfSegments(transcripts: readonly Transcript[]): Transcript[] {
  return [...new Map(transcripts.map((transcript) => [transcript.segment, transcript])).values()];
}

function textOf(transcripts: readonly Transcript[]): string {
  return lastOfSegments(transcripts)
    .flatMap(({ words }) => words.map(({ text }) => text))
    .join(" ");
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z ]/g, "");
}
