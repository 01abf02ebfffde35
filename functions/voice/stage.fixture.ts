import type { Clock } from "./ports";

/** A clock and what lets it go on: on a virtual clock time passes only while `run` waits. */
export interface StageClock extends Clock {
  run<T>(until: Promise<T>): Promise<T>;
}

/** What goes wrong with a request to whatever stands behind a port, in the order of the requests; null: nothing. */
export type StageFault = "throttle" | "error" | "timeout" | "drop" | "garbage" | null;

/** Of AWS itself nobody can say what it is to answer, or when it is to fail: what needs that is skipped there. */
export type Behind = "standIn" | "aws";

/** `test` for what needs a stand-in. */
export function scripted(behind: Behind): jest.It {
  return behind === "standIn" ? test : test.skip;
}

/** `describe` for what needs AWS itself: credentials, `AWS_CONTRACT=1` and these variables of the environment. */
export function againstAws(...names: readonly string[]): jest.Describe {
  const isWanted = process.env.AWS_CONTRACT === "1" && names.every((name) => (process.env[name] ?? "") !== "");
  return isWanted ? describe : describe.skip;
}

/** Aborted by nobody. */
export function noAbort(): AbortSignal {
  return new AbortController().signal;
}

/** All values, in their order. Rejects where the source throws. */
export async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const came: T[] = [];
  for await (const value of values) came.push(value);
  return came;
}

/** Ends as it should when it is told to stop: before it is asked, while nothing has come yet, and after the first value. */
export async function expectQuietEnds<T>(
  open: () => Promise<{ readonly clock: StageClock; readonly take: (signal: AbortSignal) => AsyncIterable<T> }>,
  unanswered: () => Promise<{ readonly clock: StageClock; readonly take: (signal: AbortSignal) => AsyncIterable<T> }>,
): Promise<void> {
  const before = await open();
  expect(await before.clock.run(all(before.take(AbortSignal.abort())))).toEqual([]);

  const early = await unanswered();
  const tooLong = new AbortController();
  early.clock.after(40, () => tooLong.abort());
  expect(await early.clock.run(all(early.take(tooLong.signal)))).toEqual([]);

  const late = await open();
  const enough = new AbortController();
  const values = late.take(enough.signal)[Symbol.asyncIterator]();
  expect((await late.clock.run(values.next())).done).toBe(false);
  enough.abort();
  const rest = async () => {
    while (!(await values.next()).done);
  };
  await late.clock.run(rest());
  expect((await late.clock.run(values.next())).done).toBe(true);
}
