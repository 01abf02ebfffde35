import type { Ear, Sound } from "./ports";
import {
  all,
  type Behind,
  expectQuietEnds,
  noAbort,
  type StageClock,
  type StageFault,
  scripted,
} from "./stage.fixture";

/** A caller who is silent, then loud, then silent, then gone. Milliseconds from the moment at which the stream was turned on. */
export const callerHeard = { loudFromMs: 640, loudUntilMs: 1_280, goneMs: 3_200 } as const;

export interface EarStage<S extends Sound> {
  readonly ear: Ear<S>;
  readonly clock: StageClock;
  /** When the stream was turned on. */
  readonly startMs: number;
}

/** The last sound may be cut where the stream's own blocks of 64 ms are, or go on until its fragment is over. */
const blockMs = 64;
const fragmentMs = 1_000;
const frameMs = 20;

/** What every `Ear` promises. `open` gives one on the call of `callerHeard`, of whose connections those of `faults` fail. */
export function earContract<S extends Sound>(
  open: (faults?: readonly StageFault[]) => Promise<EarStage<S>>,
  behind: Behind = "standIn",
): void {
  test("the caller is heard from the stream's beginning, without a gap, in whole 20 ms, until they are gone", async () => {
    const { ear, clock, startMs } = await open();
    const sounds = await clock.run(all(ear.listen(noAbort())));
    expectWhole(sounds, startMs);
    expect(sounds.length).toBeGreaterThan(1);
  });

  test("a sound has a loudness for each 20 ms", async () => {
    const { ear, clock } = await open();
    for (const { durationMs, levels } of await clock.run(all(ear.listen(noAbort())))) {
      expect(durationMs % frameMs).toBe(0);
      expect(levels).toHaveLength(durationMs / frameMs);
    }
  });

  scripted(behind)("what was loud is heard as loud when it was, and silence as silence", async () => {
    const { ear, clock, startMs } = await open();
    const sounds = await clock.run(all(ear.listen(noAbort())));
    const { loudFromMs, loudUntilMs, goneMs } = callerHeard;
    const frames = sounds.flatMap((sound) =>
      sound.levels.map((level, index) => ({ atMs: sound.startMs - startMs + index * frameMs, level })),
    );
    const loud = frames.filter(({ atMs }) => atMs >= loudFromMs && atMs + frameMs <= loudUntilMs);
    const silent = frames.filter(({ atMs }) => atMs + frameMs <= loudFromMs || atMs >= loudUntilMs);
    expect(loud).toHaveLength((loudUntilMs - loudFromMs) / frameMs);
    expect(loud.filter(({ level }) => level < -40)).toEqual([]);
    expect(silent.filter(({ level }) => level > -90)).toEqual([]);
    expect(endOf(sounds) - startMs).toBeGreaterThan(goneMs - blockMs - frameMs);
    expect(endOf(sounds) - startMs).toBeLessThanOrEqual(goneMs + fragmentMs);
  });

  test("nothing comes after the end", async () => {
    const { ear, clock } = await open();
    const sounds = ear.listen(noAbort())[Symbol.asyncIterator]();
    const listening = async () => {
      while (!(await sounds.next()).done);
      return sounds.next();
    };
    expect((await clock.run(listening())).done).toBe(true);
  });

  scripted(behind)("an abort ends it quietly, asked or not, answered or not", async () => {
    const stage = async (faults?: readonly StageFault[]) => {
      const { ear, clock } = await open(faults);
      return { clock, take: (signal: AbortSignal) => ear.listen(signal) };
    };
    await expectQuietEnds(stage, () => stage(["timeout"]));
  });

  scripted(behind).each(["throttle", "error"] as const)("a service that refuses is an error: %s", async (fault) => {
    const { ear, clock } = await open([fault]);
    await expect(clock.run(all(ear.listen(noAbort())))).rejects.toThrow(/\w/);
  });

  scripted(behind).each(["throttle", "error", "drop"] as const)(
    "after a failure listening again brings what is missing, and nothing twice: %s",
    async (fault) => {
      const { ear, clock, startMs } = await open([fault]);
      const sounds: S[] = [];
      const listen = async () => {
        for await (const sound of ear.listen(noAbort())) sounds.push(sound);
      };
      await expect(clock.run(listen())).rejects.toThrow(/\w/);
      await clock.run(listen());
      expectWhole(sounds, startMs);
      expect(endOf(sounds) - startMs).toBeGreaterThan(callerHeard.goneMs - blockMs - frameMs);
    },
  );

  function expectWhole(sounds: readonly S[], startMs: number): void {
    // Of a stream that others have filled only its producer knows to the millisecond where it begins.
    let untilMs = behind === "aws" ? (sounds[0]?.startMs ?? 0) : startMs;
    for (const sound of sounds) {
      expect(sound.startMs).toBe(untilMs);
      untilMs += sound.durationMs;
    }
  }
}

function endOf(sounds: readonly Sound[]): number {
  const last = sounds.at(-1);
  return last === undefined ? 0 : last.startMs + last.durationMs;
}
