import type { Prompts } from "./lines/flowLine";
import type { Sound } from "./ports";
import { type Behind, type StageClock, type StageFault, scripted } from "./stage.fixture";

export interface PromptsStage<S extends Sound> {
  readonly prompts: Prompts<S>;
  readonly clock: StageClock;
  /** Sound that is as loud as `dbfs` says all the time, at most 3 dB off. */
  sound(durationMs: number, dbfs: number): S;
  /** The loudness of each 200 ms of what Connect would play from there, rounded to 10 dB. Null where there is none. */
  played(uri: string): Promise<readonly number[] | null>;
  /** The prompts of another call. */
  ofAnotherCall(): Prompts<S>;
}

/** What every `Prompts` promises. `open` gives those of a call without any, of whose requests those of `faults` fail. */
export function promptsContract<S extends Sound>(
  open: (faults?: readonly StageFault[]) => Promise<PromptsStage<S>>,
  behind: Behind = "standIn",
): void {
  test("what was put is there to be played, whole and in order, as soon as its address is known", async () => {
    const { prompts, clock, sound, played } = await open();
    const uri = await clock.run(prompts.put("a", [sound(200, -20), sound(400, -40)]));
    expect(uri).toMatch(/^s3:\/\/[^/]+\/.+\.wav$/);
    expect(await clock.run(played(uri))).toEqual([-20, -40, -40]);
  });

  test("each id of each call has an address of its own", async () => {
    const { prompts, clock, sound, played, ofAnotherCall } = await open();
    const uris = await clock.run(
      Promise.all([
        prompts.put("a", [sound(200, -20)]),
        prompts.put("b", [sound(400, -20)]),
        ofAnotherCall().put("a", [sound(600, -20)]),
      ]),
    );
    expect(new Set(uris).size).toBe(3);
    const lengths = await clock.run(Promise.all(uris.map(played)));
    expect(lengths.map((each) => each?.length)).toEqual([1, 2, 3]);
  });

  test("putting the same again leaves it where it is", async () => {
    const { prompts, clock, sound, played } = await open();
    const uri = await clock.run(prompts.put("a", [sound(200, -20)]));
    expect(await clock.run(prompts.put("a", [sound(200, -20)]))).toBe(uri);
    expect(await clock.run(played(uri))).toEqual([-20]);
  });

  scripted(behind).each(["throttle", "error", "drop"] as const)(
    "a service that fails is an error, and takes the same again: %s",
    async (fault) => {
      const { prompts, clock, sound, played } = await open([fault]);
      await expect(clock.run(prompts.put("a", [sound(200, -20)]))).rejects.toThrow(/\w/);
      const uri = await clock.run(prompts.put("a", [sound(200, -20)]));
      expect(await clock.run(played(uri))).toEqual([-20]);
    },
  );
}
