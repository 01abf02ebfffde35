import { type Interruption, playInterruption } from "../interruption/playInterruption";
import type { Benchmark, Figure } from "./benchmark";
import { percentile } from "./percentile";

const interruptions = 240;
const columns = ["best", "worst"] as const;

/** How soon the agent gives way to a caller on the duplex line, and how soon it goes on where nothing was said. */
export const interruptionTimes: Benchmark = {
  name: "interruptions",
  about:
    "what a caller's words, coughs and hums do to a reply on the duplex line, from the first block that brings them",
  async measure({ tell }) {
    const figures: Figure[] = [];
    for (const column of columns) {
      tell(`interruptions: playing ${interruptions} (${column})`);
      const played: Interruption[] = [];
      for (let seed = 1; seed <= interruptions; seed += 1) played.push(await playInterruption(seed, column));
      const meant = played.filter(({ kind }) => kind === "words");
      const noise = played.filter(({ kind }) => kind !== "words");
      figures.push(
        timeFigure(`ducked (${column})`, times(played, "duckedMs"), { p50: 60, p95: 160 }),
        timeFigure(`silent for good (${column})`, times(meant, "silentMs"), { p50: 320, p95: 400 }),
        timeFigure(`reply given up (${column})`, times(meant, "givenUpMs"), null),
        timeFigure(`goes on after a cough or a hum (${column})`, times(noise, "resumedMs"), { p50: 250, p95: 250 }),
        countFigure(
          `replies ended by coughs and hums (${column})`,
          noise.filter(({ givenUpMs }) => givenUpMs !== null),
        ),
        countFigure(
          `replies not given up for words (${column})`,
          meant.filter(({ givenUpMs }) => givenUpMs === null),
        ),
      );
    }
    return figures;
  },
};

function times(played: readonly Interruption[], name: "duckedMs" | "silentMs" | "givenUpMs" | "resumedMs"): number[] {
  return played.map((each) => each[name]).filter((ms) => ms !== null);
}

/** The worse of what half and what 19 of 20 took, each as a share of its limit; the median where there is none. */
function timeFigure(
  name: string,
  tookMs: readonly number[],
  limits: { readonly p50: number; readonly p95: number } | null,
): Figure {
  const p50Ms = percentile(tookMs, 0.5);
  const p95Ms = percentile(tookMs, 0.95);
  const measured = { count: tookMs.length, p50Ms, p95Ms, maxMs: Math.max(...tookMs) };
  if (limits === null) return { name, value: p50Ms, unit: "ms", against: "nothing, only told", limit: null, measured };
  const value = Math.max(p50Ms / limits.p50, p95Ms / limits.p95);
  const against = `its limits, ${limits.p50} ms for half and ${limits.p95} ms for 19 of 20`;
  return { name, value, unit: "times", against, limit: { atMost: 1 }, measured };
}

function countFigure(name: string, those: readonly Interruption[]): Figure {
  const measured = { count: those.length };
  return { name, value: those.length, unit: "times", against: "none at all", limit: { atMost: 0 }, measured };
}
