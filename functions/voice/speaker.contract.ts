import type { Sound, Speaker } from "./ports";
import {
  all,
  type Behind,
  expectQuietEnds,
  noAbort,
  type StageClock,
  type StageFault,
  scripted,
} from "./stage.fixture";

export interface SpeakerStage<S extends Sound> {
  readonly speaker: Speaker<S>;
  readonly clock: StageClock;
}

const short = "Yes.";
const middle = "A haircut is $35.";
const long = "We are open from nine in the morning until half past five, on every day but Sunday, when we are closed.";
const frameMs = 20;

/** What every `Speaker` promises. `open` gives one of whose texts those of `faults` fail. */
export function speakerContract<S extends Sound>(
  open: (faults?: readonly StageFault[]) => Promise<SpeakerStage<S>>,
  behind: Behind = "standIn",
): void {
  const lengthOf = (sounds: readonly S[]) => sounds.reduce((sumMs, { durationMs }) => sumMs + durationMs, 0);

  test("a text is sound in whole 20 ms, with a loudness for each, and no date", async () => {
    const { speaker, clock } = await open();
    const sounds = await clock.run(all(speaker.speak(middle, noAbort())));
    expect(sounds.length).toBeGreaterThan(0);
    for (const { startMs, durationMs, levels } of sounds) {
      expect(startMs).toBe(0);
      expect(durationMs).toBeGreaterThan(0);
      expect(durationMs % frameMs).toBe(0);
      expect(levels).toHaveLength(durationMs / frameMs);
    }
    expect(Math.max(...sounds.flatMap(({ levels }) => levels))).toBeGreaterThan(-60);
  });

  test("a long text comes in pieces, and is longer than a short one", async () => {
    const { speaker, clock } = await open();
    const sounds = await clock.run(all(speaker.speak(long, noAbort())));
    expect(sounds.length).toBeGreaterThan(1);
    expect(lengthOf(sounds)).toBeGreaterThan(3 * lengthOf(await clock.run(all(speaker.speak(short, noAbort())))));
  });

  test("texts that are spoken at once each have their own sound, as alone", async () => {
    const { speaker, clock } = await open();
    const texts = [long, short, middle];
    const together = await clock.run(Promise.all(texts.map((text) => all(speaker.speak(text, noAbort())))));
    for (const [index, text] of texts.entries()) {
      const aloneMs = lengthOf(await clock.run(all(speaker.speak(text, noAbort()))));
      // A voice says nothing twice in quite the same way.
      expect(Math.abs(lengthOf(together[index] ?? []) - aloneMs)).toBeLessThan(0.3 * aloneMs);
    }
  });

  test("warm or not, warmed once or twice, it speaks", async () => {
    const { speaker, clock } = await open();
    await clock.run(speaker.warm());
    const [first] = await clock.run(all(speaker.speak(short, noAbort())));
    expect(first?.durationMs).toBeGreaterThan(0);
    await clock.run(speaker.warm());
    await clock.run(speaker.warm());
    expect(await clock.run(all(speaker.speak(middle, noAbort())))).not.toEqual([]);
  });

  scripted(behind)("an abort ends it quietly, asked or not, answered or not", async () => {
    const stage = async (faults?: readonly StageFault[]) => {
      const { speaker, clock } = await open(faults);
      return { clock, take: (signal: AbortSignal) => speaker.speak(long, signal) };
    };
    await expectQuietEnds(stage, () => stage(["timeout"]));
  });

  scripted(behind).each(["throttle", "error", "drop", "garbage"] as const)(
    "a text that is not spoken whole is an error, and the next attempt speaks it: %s",
    async (fault) => {
      const { speaker, clock } = await open([fault]);
      await expect(clock.run(all(speaker.speak(long, noAbort())))).rejects.toThrow(/\w/);
      const shortMs = lengthOf(await clock.run(all(speaker.speak(short, noAbort()))));
      expect(lengthOf(await clock.run(all(speaker.speak(long, noAbort()))))).toBeGreaterThan(3 * shortMs);
    },
  );
}
