import type { Column } from "../connect/assumptions";
import { type Interruption, playInterruption } from "./playInterruption";

const columns = ["best", "worst"] as const satisfies readonly Column[];

async function playedIn(column: Column): Promise<readonly Interruption[]> {
  const played = [];
  for (let seed = 1001; seed <= 1060; seed += 1) played.push(await playInterruption(seed, column));
  return played;
}

describe.each(columns)("a caller who makes a sound while the agent speaks on duplex, %s", (column) => {
  const played = playedIn(column);

  test("silences it within 160 ms of the sound's reaching the function", async () => {
    for (const { duckedMs } of await played) expect(duckedMs).toBeLessThanOrEqual(160);
  });

  test("ends the reply by words, and hears nothing more of it", async () => {
    for (const each of await played) {
      if (each.kind !== "words") continue;
      expect(each).toMatchObject({ givenUpMs: expect.any(Number), resumedMs: null });
      expect(each.silentMs).toBeLessThanOrEqual(400);
    }
  });

  test("ends no reply by a cough or a hum: it goes on within 250 ms", async () => {
    for (const each of await played) {
      if (each.kind === "words") continue;
      expect(each).toMatchObject({ givenUpMs: null, silentMs: null });
      expect(each.resumedMs).toBeLessThanOrEqual(250);
    }
  });

  test("is taken to have heard what was on the wire, within a word", async () => {
    for (const { wordsTooMany } of await played) expect(Math.abs(wordsTooMany)).toBeLessThanOrEqual(1);
  });
});
